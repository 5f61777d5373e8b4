// Every link between pages of docs/ leads to a page and, behind `#`, to one of its headings.

import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { docs, readPage } from './fences.ts';

const pages = ['language.md', 'serve.md', 'sizing.md', 'tutorial.md', ...errorPages()];

function errorPages(): readonly string[] {
  return readdirSync(join(docs, 'errors')).map((name) => `errors/${name}`);
}

test.each(pages)('%s', (page) => {
  expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

function withoutExamples(page: string): string {
  return readPage(page).replace(/^```[\s\S]*?^```$/gm, '');
}

function linksOf(page: string): readonly string[] {
  return [...withoutExamples(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : normalize(join(dirname(page), path));
  if (!existsSync(join(docs, target))) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

/** As GitHub makes them: lower case, blanks as hyphens, other signs left out. */
function anchorsOf(page: string): readonly string[] {
  return [...withoutExamples(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
