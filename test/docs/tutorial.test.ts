// docs/tutorial.md, step by step in a folder with an empty photos.yaml: changes (```diff photos.yaml) are made, commands
// (```console) are run, and the whole plan at the end (```yaml photos.yaml) is what the steps led to.

import { afterAll, expect, test } from 'vitest';
import { Folder } from './console.ts';
import { type Fence, fencesIn, readPage, refilled, updating, writePage } from './fences.ts';

const path = 'tutorial.md';
const plan = 'photos.yaml';

const folder = new Folder();
afterAll(() => folder.remove());

test('the tutorial leads to what it shows', async () => {
  const page = readPage(path);
  const shown = new Map<Fence, string>();
  let text = '';
  folder.write(plan, text);
  for (const fence of fencesIn(page)) {
    const { language, words, body, line } = fence;
    if (language === 'diff' && words === plan) {
      text = changed(text, body, line);
      folder.write(plan, text);
    } else if (language === 'yaml' && words === plan) {
      shown.set(fence, text);
    } else if (language === 'console') {
      shown.set(fence, await folder.replay(body));
    } else {
      throw new Error(`line ${line}: nobody tries this block`);
    }
  }
  const fresh = refilled(page, shown);
  if (updating) writePage(path, fresh);
  else expect(page).toBe(fresh);
});

/** The text with one change made: the lines without `+` must stand in it exactly once. */
function changed(text: string, change: string, line: number): string {
  const lines = change.trimEnd().split('\n');
  const side = (without: string): string =>
    lines
      .filter((l) => !l.startsWith(without))
      .map((l) => `${l.slice(1)}\n`)
      .join('');
  const [before, after] = [side('+'), side('-')];
  const parts = before === '' && text === '' ? ['', ''] : `\n${text}`.split(`\n${before}`);
  if (parts.length !== 2) throw new Error(`line ${line}: this change fits ${parts.length - 1} places`);
  const [head = '', tail = ''] = parts;
  return `${head}\n${after}${tail}`.slice(1);
}
