// Code blocks of a Markdown page, and a page with some of them filled anew.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const docs: string = join(import.meta.dirname, '../../docs');

/** `OUTLAY_UPDATE=1` writes what the tests see into the pages instead of comparing. */
export const updating: boolean = process.env.OUTLAY_UPDATE === '1';

export interface Fence {
  /** The first word behind the three backticks. */
  readonly language: string;
  /** What follows that word: the name of a file, mostly. */
  readonly words: string;
  readonly body: string;
  readonly line: number;
  /** The heading above it. */
  readonly heading: string;
  readonly start: number;
  readonly end: number;
}

const fencePattern = /^```([a-z]+)(?: ([^\n`]+))?\n([\s\S]*?)^```$/gm;

/** Every code block; one without a language would be tried by nobody, and is refused. */
export function fencesIn(page: string): readonly Fence[] {
  const marks = [...page.matchAll(/^\s*```/gm)].length;
  const fences = [...page.matchAll(fencePattern)].length;
  if (marks !== 2 * fences) throw new Error('a code block has no language, or is not closed');
  return [...page.matchAll(fencePattern)].map((match) => {
    const [whole, language = '', words = '', body = ''] = match;
    const start = match.index + whole.indexOf('\n') + 1;
    const before = page.slice(0, match.index);
    const heading = [...before.matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? '';
    return {
      language,
      words,
      body,
      line: before.split('\n').length,
      heading,
      start,
      end: start + body.length,
    };
  });
}

/** The page with other bodies in some of its fences. */
export function refilled(page: string, bodies: ReadonlyMap<Fence, string>): string {
  let text = page;
  for (const [{ start, end }, body] of [...bodies].sort(([a], [b]) => b.start - a.start)) {
    text = `${text.slice(0, start)}${body}${text.slice(end)}`;
  }
  return text;
}

export function readPage(path: string): string {
  return readFileSync(join(docs, path), 'utf8');
}

export function writePage(path: string, text: string): void {
  writeFileSync(join(docs, path), text);
}
