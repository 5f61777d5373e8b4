// The text of a document that somebody else wrote.

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodedDocument } from '../audit/mend/encoding.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import type { Io } from './io.ts';
import { reasonOf } from './plan-files.ts';
import { wordOf } from './setting-word.ts';

/** A written analysis is far below this; what is beyond it is not opened. */
const largestFile = 64_000_000;

/** `-` is standard input. undefined where it cannot be read, with the reason in `out`. */
export async function readDocumentText(path: string, io: Io, out: Diagnostics): Promise<Source | undefined> {
  if (path === '-') return { file: '<stdin>', text: await io.readInput() };
  const marks = [{ span: wordOf(path, 'FILE').span, label: '' }];
  const full = resolve(io.cwd, path);
  try {
    if (statSync(full).size > largestFile) {
      out.error('E102', `\`${path}\` is too large for a document`, marks);
      return undefined;
    }
    return { file: path, text: decodedDocument(readFileSync(full)) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    out.error('E108', `\`${path}\` ${reasonOf(code, { called: 'a document' })}`, marks);
    return undefined;
  }
}
