// Files that a plan names: beside it or in a folder below it.

import type { Reading } from '../catalog/reading.ts';
import type { Source } from '../diagnostics/source.ts';
import type { PlanFiles, Word } from './types.ts';

/** undefined with an error where the path leads elsewhere or nothing can be read there. */
export function openBeside({ text, span }: Word, files: PlanFiles, { out }: Reading): Source | undefined {
  const marks = [{ span, label: '' }];
  if (!isInside(text)) {
    const help = 'name a file beside the plan or in a folder below it, with `/` between the parts';
    out.error('E108', `\`${text}\` is not inside the folder of the plan`, marks, help);
    return undefined;
  }
  const source = files.read(text);
  if (source === undefined) {
    const help = 'the path is read from the folder of the plan';
    out.error('E108', `the file \`${text}\` cannot be read`, marks, help);
  }
  return source;
}

/** No way out of the folder, on any system: not absolute, no drive, no `..`, no address. */
function isInside(path: string): boolean {
  if (path.length > 200 || /[\\:\p{Cc}]/u.test(path) || path.startsWith('/') || path.startsWith('~'))
    return false;
  return path.split('/').every((part) => part !== '' && part !== '..' && part !== '.');
}
