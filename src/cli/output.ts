// Where an answer goes: standard output, or a file that is whole or not there at all.

import { resolve } from 'node:path';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { writeWhole } from '../service/write-whole.ts';
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
