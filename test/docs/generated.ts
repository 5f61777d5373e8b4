// Runs a generator of tools/docs: it compares, or with OUTLAY_UPDATE=1 writes.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { updating } from './fences.ts';

/** What it complains about, or nothing. */
export function generated(name: string): string {
  const script = join(import.meta.dirname, `../../tools/docs/${name}.mjs`);
  const { status, stderr } = spawnSync(process.execPath, [script, ...(updating ? [] : ['--check'])], {
    encoding: 'utf8',
  });
  return status === 0 ? '' : stderr;
}
