// Where an answer goes: standard output, or a file that is whole or not there at all.

import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Io } from './io.ts';
import { wordOf } from './setting-word.ts';

/** False where the file could not be written, with the reason in `out`. `-` is standard output. */
export function writeOutput(
  text: string | Uint8Array,
  file: string | undefined,
  io: Io,
  out: Diagnostics,
): boolean {
  if (file === undefined || file === '-') {
    io.stdout.write(text);
    return true;
  }
  try {
    writeWhole(resolve(io.cwd, file), text);
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^[A-Z]+: /, '').replace(/,.*$/s, '') : '';
    const marks = [{ span: wordOf(file, '--output').span, label: '' }];
    out.error('E702', `\`${file}\` cannot be written: ${reason}`, marks);
    return false;
  }
}

/** Written beside the target and moved into its place, so that nobody ever reads half of it. */
export function writeWhole(path: string, text: string | Uint8Array): void {
  const target = targetOf(path);
  if (target.special) {
    writeFileSync(path, text);
    return;
  }
  const partial = `${target.path}.${process.pid}.part`;
  try {
    writeFileSync(partial, text, { flag: 'wx' });
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
