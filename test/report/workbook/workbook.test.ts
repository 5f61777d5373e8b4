// Workbooks: what their formulas come to is what the engine says, in every cell, and stays so when somebody types a number in.

import { expect, test } from 'vitest';
import { exactText } from '../../../src/quantity/print-quantity.ts';
import { planModel, planNames } from '../../support/plans.ts';
import { Spreadsheet } from '../../support/spreadsheet.ts';
import {
  differences,
  entryOf,
  sameFigure,
  show,
  totalsOf,
  totalsWith,
  workbookOf,
} from '../../support/workbook.ts';

test.each(planNames())('%s: every formula gives what the engine computes', (name) => {
  expect(differences(workbookOf(planModel(name).graph))).toEqual([]);
});

test.each(planNames())('%s: a number typed in beside an input is as good as --set', (name) => {
  const graph = planModel(name).graph;
  const workbook = workbookOf(graph);
  let known = 0;
  for (const [i, { name: input }] of graph.plan.inputs.entries()) {
    const { type } = graph.nodes[graph.names.get(input)?.node ?? -1] ?? {};
    if (type?.kind !== 'number') continue;
    const value = 1 + 7 * i;
    const set = `${input}=${exactText(value, type.unit)}`;
    const sheet = new Spreadsheet(workbook);
    const { sheet: where, row, column } = entryOf(workbook, input);
    sheet.enter(where, row, column, value);
    const wanted = totalsWith(graph, planModel(name, [], [set]).graph);
    const found = totalsOf(workbook, (...at) => sheet.value(...at));
    for (const [c, totals] of wanted.entries()) {
      const at = `${set}, case ${c + 1}`;
      for (const end of ['low', 'mid', 'high'] as const)
        expect(
          sameFigure(found[c]?.[end], totals[end]),
          `${at}: ${show(found[c]?.[end])} for ${totals[end]}`,
        ).toBe(true);
      known += Number.isNaN(totals.mid) ? 0 : 1;
    }
  }
  expect(known).toBeGreaterThan(0);
});
