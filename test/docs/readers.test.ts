// What the reader's test says that a report says, it says.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Grid } from '../../src/grid/evaluate.ts';
import { buildReport } from '../../src/report/document.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { planModel, planNames } from '../support/plans.ts';
import { docs } from './fences.ts';

/** Without marks, and with one space between words. */
function plain(markdown: string): string {
  return markdown.replaceAll('**', '').replace(/\\(.)/g, '$1').replaceAll('&lt;', '<').replace(/\s+/g, ' ');
}

test.each(planNames())('docs/readers/%s.md', (name) => {
  const model = planModel(name);
  const report = plain(renderMarkdown(buildReport(model, new Grid(model.graph))));
  const page = readFileSync(join(docs, `readers/${name}.md`), 'utf8');
  const quoted = [...page.matchAll(/\*\*([^*]+)\*\*/g)].map(([, text = '']) => plain(text));
  expect(quoted.length).toBeGreaterThan(15);
  expect(quoted.filter((text) => !report.includes(text))).toEqual([]);
});
