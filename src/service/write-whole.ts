// A file that is written whole or not at all.

import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

/**
 * Written beside the target, brought to the disk and moved into its place, so that nobody ever reads half of it, not even after
 * a loss of power. The file keeps its mode, and a link stays one.
 */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const target = targetOf(path);
  if (target.special) {
    writeFileSync(path, text);
    return;
  }
  const partial = `${target.path}.${process.pid}.part`;
  try {
    writeFileSync(partial, text, { flag: 'wx', flush: true });
    if (target.mode !== undefined) chmodSync(partial, target.mode);
    renameSync(partial, target.path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

/** A link is followed, and what is no file (/dev/stdout, a named pipe) is written to as it is. */
function targetOf(path: string): {
  readonly path: string;
  readonly special: boolean;
  readonly mode?: number;
} {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return { path, special: false };
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { path, special: true };
  const special = !stat.isFile();
  return { path: special ? path : realpathSync(path), special, mode: stat.mode };
}
