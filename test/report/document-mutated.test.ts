// Reports of plans that a fuzzer has been at: none crashes, none has a broken table.

import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { reportMarkdown } from '../../src/report/document.ts';
import { mutate, randomFrom } from '../fuzz/mutate.ts';
import { modelFor } from '../fuzz/pipeline.ts';
import { fuzzPlans, fuzzVendors } from '../fuzz/seeds.ts';

const runs = Number(process.env.OUTLAY_FUZZ_RUNS ?? 400);

/** How many cells each line of a table has. */
function widths(table: string): ReadonlySet<number> {
  const lines = table.split('\n').filter((line) => line.startsWith('|'));
  return new Set(lines.map((line) => line.split(/(?<!\\)\|/).length));
}

test('mutated plans have reports with whole tables', () => {
  let written = 0;
  for (let seed = 0; seed < runs; seed++) {
    const random = randomFrom(seed);
    const model = modelFor(mutate(random.pick(fuzzPlans), random), fuzzVendors, new Diagnostics());
    if (model === undefined) continue;
    const cases = model.graph.axes.reduce((n, axis) => n * axis.points.length, 1);
    if (cases > 1000) continue;
    const text = reportMarkdown(model, new Grid(model.graph));
    for (const block of text.split('\n\n'))
      if (block.startsWith('|')) expect(widths(block).size, block).toBe(1);
    written += 1;
  }
  expect(written).toBeGreaterThan(runs / 50);
});
