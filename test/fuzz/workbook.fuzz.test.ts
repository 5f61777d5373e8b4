// Spreadsheets of whatever the mutated plans turn out to be: every formula gives what the engine computes, no text becomes a
// formula, and a number typed in beside an input is as good as --set.

import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Graph } from '../../src/graph/types.ts';
import { GridTooLarge } from '../../src/grid/evaluate.ts';
import { exactText } from '../../src/quantity/print-quantity.ts';
import { Spreadsheet } from '../support/spreadsheet.ts';
import { differences, entryOf, sameFigure, totalsOf, totalsWith, workbookOf } from '../support/workbook.ts';
import { mutate, randomFrom } from './mutate.ts';
import { modelFor } from './pipeline.ts';
import { fuzzPlans, fuzzVendors } from './seeds.ts';

const runs = Number(process.env.OUTLAY_FUZZ_RUNS ?? 150);

function graphOf(text: string, set: readonly string[] = []): Graph | undefined {
  return modelFor(text, fuzzVendors, new Diagnostics(), set)?.graph;
}

/** Types one number in beside each input; how many of the totals moved. */
function typeIn(text: string, graph: Graph, inputs: number): number {
  const workbook = workbookOf(graph);
  const before = totalsWith(graph, graph);
  let moved = 0;
  for (const [i, { name }] of graph.plan.inputs.slice(0, inputs).entries()) {
    const { type } = graph.nodes[graph.names.get(name)?.node ?? -1] ?? {};
    if (type?.kind !== 'number') continue;
    const value = 3 + 5 * i;
    const set = `${name}=${exactText(value, type.unit)}`;
    const changed = graphOf(text, [set]);
    // a unit of the plan's own may read as something else
    if (changed === undefined) continue;
    const sheet = new Spreadsheet(workbook);
    const { sheet: where, row, column } = entryOf(workbook, name);
    sheet.enter(where, row, column, value);
    const found = totalsOf(workbook, (...at) => sheet.value(...at));
    for (const [c, wanted] of totalsWith(graph, changed).entries()) {
      if (!Object.is(wanted.mid, before[c]?.mid)) moved += 1;
      for (const end of ['low', 'mid', 'high'] as const)
        if (!sameFigure(found[c]?.[end], wanted[end]))
          expect(found[c]?.[end], `${text}\n${set}, case ${c + 1}, ${end}`).toBe(wanted[end]);
    }
  }
  return moved;
}

describe('plans that use most of the language', () => {
  test.each(fuzzPlans)('%s', (text) => {
    const graph = graphOf(text);
    if (graph === undefined) throw new Error('a seed is not right');
    expect(differences(workbookOf(graph))).toEqual([]);
    expect(typeIn(text, graph, graph.plan.inputs.length)).toBeGreaterThan(0);
  });
});

test('mutated plans', () => {
  let written = 0;
  for (let seed = 0; seed < runs; seed++) {
    const random = randomFrom(seed);
    const text = mutate(random.pick(fuzzPlans), random);
    const graph = graphOf(text);
    if (graph === undefined) continue;
    try {
      expect(differences(workbookOf(graph)), text).toEqual([]);
      typeIn(text, graph, 2);
      written += 1;
    } catch (error) {
      if (!(error instanceof GridTooLarge)) throw error;
    }
  }
  expect(written).toBeGreaterThan(runs / 50);
});
