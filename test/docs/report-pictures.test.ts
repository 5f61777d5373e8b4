// The pictures of docs/reports.md are those of the plan on that page (OUTLAY_UPDATE=1 draws them anew).

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Grid } from '../../src/grid/evaluate.ts';
import { chartsOf } from '../../src/report/blocks.ts';
import { colours } from '../../src/report/charts/colours.ts';
import { svgOf } from '../../src/report/charts/svg.ts';
import { buildReport } from '../../src/report/document.ts';
import { modelOf } from '../support/model.ts';
import { docs, fencesIn, readPage, updating } from './fences.ts';

const plan = fencesIn(readPage('reports.md')).find((fence) => fence.words === 'studio.yaml')?.body ?? '';

test.each(['comparison', 'tco', 'bill'])('docs/pictures/report-%s.svg', async (section) => {
  const model = modelOf(plan);
  const [chart] = chartsOf(buildReport(model, new Grid(model.graph), { sections: [section] }));
  if (chart === undefined) throw new Error('there is no chart');
  const title = `<title>${chart.title}</title>`;
  // on a page of any colour it brings its paper
  const paper = `<rect width="100%" height="100%" fill="${colours.paper.light}"/>`;
  const svg = `${(await svgOf(chart)).replace(/^<svg[^>]*>/, (tag) => `${tag}${title}${paper}`)}\n`;
  const file = join(docs, `pictures/report-${section}.svg`);
  if (updating) writeFileSync(file, svg);
  else expect(readFileSync(file, 'utf8')).toBe(svg);
});
