// Reports of plans that a fuzzer has been at: none crashes in any format, none has a broken table.

import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { ReportDocument } from '../../src/report/blocks.ts';
import { reportJson } from '../../src/report/json-report.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { mutate, randomFrom } from '../fuzz/mutate.ts';
import { modelFor } from '../fuzz/pipeline.ts';
import { fuzzPlans, fuzzVendors } from '../fuzz/seeds.ts';
import { htmlOf, pdfOf, reportOf } from '../support/reports.ts';

const runs = Number(process.env.OUTLAY_FUZZ_RUNS ?? 400);

/** How many cells each line of a table has. */
function widths(table: string): ReadonlySet<number> {
  const lines = table.split('\n').filter((line) => line.startsWith('|'));
  return new Set(lines.map((line) => line.split(/(?<!\\)\|/).length));
}

function* mutated(): Generator<ReportDocument> {
  for (let seed = 0; seed < runs; seed++) {
    const random = randomFrom(seed);
    const model = modelFor(mutate(random.pick(fuzzPlans), random), fuzzVendors, new Diagnostics());
    if (model === undefined) continue;
    const cases = model.graph.axes.reduce((n, axis) => n * axis.points.length, 1);
    if (cases <= 1000) yield reportOf(model);
  }
}

test('mutated plans have reports with whole tables, as text, as a page and as data', async () => {
  let written = 0;
  for (const document of mutated()) {
    for (const block of renderMarkdown(document).split('\n\n'))
      if (block.startsWith('|')) expect(widths(block).size, block).toBe(1);
    const html = await htmlOf(document);
    expect(html).not.toMatch(/undefined|>NaN|"NaN/);
    for (const table of html.match(/<table>[\s\S]*?<\/table>/g) ?? []) {
      const rows = table.match(/<tr[\s\S]*?<\/tr>/g) ?? [];
      expect(new Set(rows.map((row) => row.match(/<t[hd]/g)?.length)).size, table).toBe(1);
    }
    expect(
      JSON.parse(
        reportJson(document, { plan: { title: '', asOf: undefined } as never, currency: 'EUR', catalog: '' }),
      ),
    ).toBeDefined();
    written += 1;
  }
  expect(written).toBeGreaterThan(runs / 50);
});

test('some of them are typeset as well', async () => {
  let written = 0;
  for (const document of mutated()) {
    const bytes = await pdfOf(document);
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    written += 1;
    if (written >= Math.max(5, runs / 100)) break;
  }
  expect(written).toBeGreaterThan(2);
});
