// The file as a person has it: LibreOffice computes all of it anew, and gets what `outlay bill` says; then somebody types a
// number into it, and it is what `outlay bill --set` says.

import { openXlsx, readXlsx, saveXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import type { Graph, Named } from '../../../src/graph/types.ts';
import { exactText } from '../../../src/quantity/print-quantity.ts';
import type { Workbook } from '../../../src/report/workbook/workbook.ts';
import { xlsxBytes } from '../../../src/report/workbook/write-xlsx.ts';
import { randomFrom } from '../../fuzz/mutate.ts';
import { modelFor } from '../../fuzz/pipeline.ts';
import { fuzzPlans, fuzzVendors } from '../../fuzz/seeds.ts';
import { hasLibreOffice, recalculated } from '../../support/libreoffice.ts';
import { planModel, planNames } from '../../support/plans.ts';
import { Fault, type Value } from '../../support/spreadsheet.ts';
import { entryOf, sameFigure, show, totalsOf, totalsWith, workbookOf } from '../../support/workbook.ts';

const edits = 10;

/** As somebody does who opens the file, types a number into a cell, and saves it. */
async function typedIn(
  bytes: Uint8Array,
  workbook: Workbook,
  input: string,
  value: number,
): Promise<Uint8Array> {
  const { sheet: name, row, column } = entryOf(workbook, input);
  const opened = await openXlsx(bytes);
  const sheet = opened.sheets.find((s) => s.name === name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  const cells = sheet.cells ?? new Map();
  cells.set(`${row},${column}`, { ...cells.get(`${row},${column}`), value, type: 'number' });
  sheet.cells = cells;
  return saveXlsx(opened);
}

async function totalsIn(bytes: Uint8Array, workbook: Workbook): Promise<ReturnType<typeof totalsOf>> {
  const { sheets } = await readXlsx(bytes, { sheets: ['Summary'] });
  const read = (_: string, row: number, column: number): Value => {
    const cell = sheets[0]?.rows[row]?.[column];
    if (typeof cell === 'number') return cell;
    return new Fault(String(cell));
  };
  return totalsOf(workbook, read);
}

/** How many of the totals are known; all of them are what they should be. */
function compare(
  found: ReturnType<typeof totalsOf>,
  wanted: ReturnType<typeof totalsWith>,
  what: string,
): number {
  expect(found, what).toHaveLength(wanted.length);
  for (const [c, totals] of wanted.entries())
    for (const end of ['low', 'mid', 'high'] as const) {
      const [got, should] = [found[c]?.[end], totals[end]];
      if (!sameFigure(got, should)) expect(show(got), `${what}, case ${c + 1}, ${end}`).toBe(String(should));
    }
  return wanted.filter(({ mid }) => !Number.isNaN(mid)).length;
}

/** Some inputs, each with a number that the plan does not give it. */
function someEdits(graph: Graph, seed: number): readonly { readonly input: Named; readonly value: number }[] {
  const random = randomFrom(seed);
  const numeric = graph.plan.inputs
    .flatMap(({ name }) => graph.names.get(name) ?? [])
    .filter(({ node }) => graph.nodes[node]?.type.kind === 'number');
  return Array.from({ length: edits }, () => ({
    input: random.pick(numeric),
    value: Number((random.below(1_000_000) / 7 + 0.5).toPrecision(1 + random.below(6))),
  }));
}

/** The cells of a file whose formula gives another value than the engine, as text. */
async function otherwise(bytes: Uint8Array, workbook: Workbook): Promise<readonly string[]> {
  const { sheets } = await readXlsx(bytes);
  return workbook.sheets.flatMap(({ name, cells }, i) =>
    cells.flatMap(({ row, column, content }) => {
      if (content.kind !== 'formula' || content.value === undefined) return [];
      const cell = sheets[i]?.rows[row]?.[column];
      const found = typeof cell === 'number' ? cell : new Fault(String(cell));
      const { value, formula } = content;
      const same =
        typeof value === 'string' ? cell === value : sameFigure(found, value) || isNoise(cell, value);
      return same ? [] : [`${name} ${row},${column}: ${formula} is ${cell}, not ${value}`];
    }),
  );
}

/** What is left of the difference of equal figures, which everybody adds up in another order. */
function isNoise(cell: unknown, value: number): boolean {
  return typeof cell === 'number' && Math.abs(cell) < 1e-8 && Math.abs(value) < 1e-8;
}

describe.skipIf(!hasLibreOffice)('recalculated by LibreOffice', () => {
  test('what the file says is not believed: a wrong total in it is found', async () => {
    const graph = planModel('kec18').graph;
    const workbook = workbookOf(graph);
    const [summary, ...rest] = workbook.sheets;
    if (summary === undefined) throw new Error('there is no first sheet');
    const wrong = summary.cells.map((cell) =>
      cell.content.kind === 'formula' && typeof cell.content.value === 'number'
        ? { ...cell, content: { ...cell.content, value: 999 } }
        : cell,
    );
    const bytes = await xlsxBytes({ ...workbook, sheets: [{ ...summary, cells: wrong }, ...rest] });
    const wanted = totalsWith(graph, graph);
    const [believed = bytes] = await recalculated([bytes], 'never');
    const [computed = bytes] = await recalculated([bytes], 'always');
    expect((await totalsIn(believed, workbook))[0]?.mid).toBe(999);
    compare(await totalsIn(computed, workbook), wanted, 'as written');
  });

  test('plans that use most of the language: every formula', async () => {
    const workbooks = fuzzPlans.map((text) => {
      const graph = modelFor(text, fuzzVendors, new Diagnostics())?.graph;
      if (graph === undefined) throw new Error('a seed is not right');
      return workbookOf(graph);
    });
    const results = await recalculated(await Promise.all(workbooks.map(xlsxBytes)), 'always');
    for (const [i, workbook] of workbooks.entries())
      expect(await otherwise(results[i] ?? new Uint8Array(), workbook)).toEqual([]);
  });

  test.each(planNames().map((name, seed) => ({ name, seed })))(
    '$name: as written, and with ten numbers typed in',
    { timeout: 600_000 },
    async ({ name, seed }) => {
      const { graph } = planModel(name);
      const workbook = workbookOf(graph);
      const bytes = await xlsxBytes(workbook);
      const changes = someEdits(graph, seed);
      const files = [bytes];
      for (const { input, value } of changes) files.push(await typedIn(bytes, workbook, input.name, value));
      const results = await recalculated(files, 'always');
      expect(await otherwise(results[0] ?? bytes, workbook)).toEqual([]);
      let known = compare(await totalsIn(results[0] as Uint8Array, workbook), totalsWith(graph, graph), name);
      for (const [i, { input, value }] of changes.entries()) {
        const { type } = graph.nodes[input.node] ?? {};
        if (type?.kind !== 'number') throw new Error(`${input.name} is no number`);
        const set = `${input.name}=${exactText(value, type.unit)}`;
        const wanted = totalsWith(graph, planModel(name, [], [set]).graph);
        known += compare(await totalsIn(results[i + 1] as Uint8Array, workbook), wanted, set);
      }
      expect(known).toBeGreaterThan(0);
    },
  );
});

test.skipIf(hasLibreOffice)('LibreOffice is not installed: no spreadsheet was recalculated by it', () => {});
