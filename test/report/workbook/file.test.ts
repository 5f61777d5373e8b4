// The file: text of a plan is only ever text, names are names that a spreadsheet takes, the same plan gives the same bytes, and
// the cells that may be changed do what they say.

import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Grid, GridTooLarge } from '../../../src/grid/evaluate.ts';
import { allowedName, buildWorkbook } from '../../../src/report/workbook/build-workbook.ts';
import { columnLetters } from '../../../src/report/workbook/expression.ts';
import type { SheetCell, Workbook } from '../../../src/report/workbook/workbook.ts';
import { xlsxBytes } from '../../../src/report/workbook/write-xlsx.ts';
import { modelOf, nodeFor } from '../../support/model.ts';
import { planModel } from '../../support/plans.ts';
import { Spreadsheet } from '../../support/spreadsheet.ts';
import {
  differences,
  entryOf,
  namedCell,
  sameFigure,
  show,
  totalsOf,
  totalsWith,
  workbookOf,
} from '../../support/workbook.ts';

const dangerous = [
  '=1+1',
  '+49 30 1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '=HYPERLINK("http://example.com")',
  '#N/A',
  'a\u0007b',
];

const hostile = `plan: ${JSON.stringify(dangerous[0])}
currency: EUR
inputs:
${dangerous.map((text, i) => `  i${i}: { value: ${i + 1} EUR/month, label: ${JSON.stringify(text)}, note: ${JSON.stringify(text)}, source: ${JSON.stringify(text)}, url: "javascript:alert(1)" }`).join('\n')}
limits:
  small: { that: i1 <= 5 EUR/month, because: ${JSON.stringify(dangerous[1])}, then: ${JSON.stringify(dangerous[2])} }
items:
  a: { label: ${JSON.stringify(dangerous[3])}, note: ${JSON.stringify(dangerous[4])}, price: i0 + i1 }
axes:
  way: { one: { label: ${JSON.stringify(dangerous[5])} }, two: { i1: 9 EUR/month } }
`;

describe('text', () => {
  test('is never a formula, an error or a link that runs', async () => {
    const workbook = workbookOf(modelOf(hostile).graph);
    const texts = new Set(
      workbook.sheets.flatMap((s) =>
        s.cells.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : [])),
      ),
    );
    for (const text of dangerous.slice(0, 6)) expect(texts).toContain(text.trim());
    const { sheets } = await readXlsx(await xlsxBytes(workbook));
    const cells = sheets.flatMap((s) => [...(s.cells ?? new Map()).values()]);
    const formulas = cells.flatMap((cell) => (cell.formula === undefined ? [] : [cell.formula]));
    expect(formulas.length).toBeGreaterThan(20);
    for (const formula of formulas) expect(formula).not.toMatch(/HYPERLINK|\+49|1\+1$|2\+3|SUM\(A1/);
    expect(cells.some((cell) => cell.hyperlink !== undefined)).toBe(false);
    const written = new Set(sheets.flatMap((s) => s.rows.flat()).filter((v) => typeof v === 'string'));
    for (const text of dangerous.slice(0, 6)) expect(written).toContain(text.trim());
    // an error's name and a control character become harmless
    expect(written).toContain(' #N/A');
    expect(written).toContain('a b');
  });

  test('formulas hold only words of ours', () => {
    for (const { content } of workbookOf(modelOf(hostile).graph).sheets.flatMap((s) => s.cells)) {
      if (content.kind !== 'formula') continue;
      for (const [, word = ''] of content.formula.matchAll(/"([^"]*)"/g))
        expect(word).toMatch(
          /^(kept|broken|holds|partly|undecided|as written|changed|known now|unknown now)$/,
        );
    }
  });
});

test('names that would be cells, and names that differ only in case, are made names', () => {
  const taken = new Set<string>();
  const names = ['users', 'Users', 'a1', 'TCO2024', 'R1C1', 'r', 'c', 'true', 'abcd1'];
  expect(names.map((name) => allowedName(name, taken))).toEqual([
    ...['users', 'Users_', 'a1_', 'TCO2024_', 'R1C1_', 'r_', 'c_', 'true_', 'abcd1'],
  ]);
});

test('columns have the letters that spreadsheets give them', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('the same plan gives the same bytes', async () => {
  const bytes = (): Promise<Uint8Array> => xlsxBytes(workbookOf(planModel('kec18').graph));
  expect(Buffer.compare(Buffer.from(await bytes()), Buffer.from(await bytes()))).toBe(0);
});

test('more cases than anybody reads are refused', () => {
  const points = Array.from({ length: 16 }, (_, i) => `p${i}: { x: ${i} EUR/month }`).join(', ');
  const others = Array.from({ length: 16 }, (_, i) => `q${i}: { y: ${i} EUR/month }`).join(', ');
  const { graph } = modelOf(
    `plan: many\ncurrency: EUR\ninputs: { x: 1 EUR/month, y: 2 EUR/month }\nitems: { a: { price: x + y } }\naxes: { one: { ${points} }, two: { ${others} } }\n`,
  );
  expect(() => workbookOf(graph)).toThrow(GridTooLarge);
  expect(differences(workbookOf(graph, new Map([[0, 3]])))).toEqual([]);
});

describe('what is shown', () => {
  test('only the cases that were pinned', () => {
    const workbook = workbookOf(planModel('loomworks').graph, new Map([[0, 2]]));
    expect(differences(workbook)).toEqual([]);
    expect(rowsOf(workbook, 'Summary', 'text').filter((row) => row > 3)).toHaveLength(3);
  });

  test('another currency, by a rate that stands in a cell', () => {
    const model = planModel('kec18');
    const node = nodeFor(model, '1 EUR in USD');
    const grid = new Grid(model.graph);
    const shown = { currency: 'USD', rate: () => 1.1539 };
    const workbook = buildWorkbook(grid, { pinned: new Map(), currency: { shown, node } });
    expect(differences(workbook)).toEqual([]);
    const sheet = new Spreadsheet(workbook);
    const [first] = totalsOf(workbook, (...at) => sheet.value(...at));
    expect(sameFigure(first?.mid, 5.76816304128 * 1.1539), show(first?.mid)).toBe(true);
  });

  test('a month that is looked at', () => {
    const { graph } = planModel('debt-dashboard');
    const axis = (name: string): number => graph.axes.findIndex((a) => a.name === name);
    const pinned = new Map([
      [axis('month'), 36],
      [axis('size'), 0],
    ]);
    expect(differences(workbookOf(graph, pinned))).toEqual([]);
  });
});

/** Rows of a sheet in which something of a kind stands. */
function rowsOf({ sheets }: Workbook, name: string, kind: SheetCell['content']['kind']): readonly number[] {
  const cells = sheets.find((s) => s.name === name)?.cells ?? [];
  return [...new Set(cells.flatMap(({ row, content }) => (content.kind === kind ? [row] : [])))];
}

test('a formula stays shorter than a spreadsheet allows, over whatever it sums', () => {
  const values = Array.from({ length: 150 }, (_, i) => `${i + 1} users`).join(', ');
  const { graph } = modelOf(`plan: long
currency: EUR
horizon: 240 months
inputs: { n: 1 users, step: { value: 100 users, growth: { rate: 1%/month, every: 2 months } } }
formulas:
  all_of_it: sum(total over many)
  usual: mean(total over many)
  most: max(total over many)
  always: all(total > 1 EUR/month over many)
  ever: any(step > 400 users over month)
  later: sum(step over month)
  best: argmin(total over many)
items: { a: { price: 2 EUR/user/month, quantity: n } }
axes: { many: { sweep: n, values: [${values}] } }
`);
  const workbook = workbookOf(graph);
  expect(differences(workbook)).toEqual([]);
  const formulas = workbook.sheets.flatMap((s) =>
    s.cells.flatMap(({ content }) => (content.kind === 'formula' ? [content.formula.length] : [])),
  );
  expect(Math.max(...formulas)).toBeLessThan(4000);
});

describe('time', () => {
  const plan = (life: string, price: string): string => `plan: bought
currency: EUR
horizon: 25 months
inputs: { life: ${life}, price: ${price}, term: 6 months, share: 40%, step: 2 months }
formulas: { from_then_on: sum(cash over month) / 25 months, most: max(cash over month), usual: mean(effective over month), all_plain: sum(plain.cash over month) }
items:
  box: { buy: price, life: life, residual: 10%, count: 3, once: 20 EUR }
  rent: { price: 9 EUR/month, commit: term, upfront: share }
  late: { price: 5 EUR/month, when: elapsed >= step }
  plain: { price: 5 EUR/month }
timeline: { 3: { plain.price: 7 EUR/month } }
axes: { way: { own: {}, none: { remove: [box] } } }
`;

  test('what is bought and bound to, month by month, and with other lengths of time', () => {
    const before = modelOf(plan('8 months', '800 EUR')).graph;
    const workbook = workbookOf(before);
    expect(differences(workbook)).toEqual([]);
    const after = modelOf(plan('11 months', '300 EUR')).graph;
    const sheet = new Spreadsheet(workbook);
    for (const [name, value] of [
      ['life', 11],
      ['price', 300],
    ] as const) {
      const { sheet: where, row, column } = namedCell(workbook, name);
      sheet.enter(where, row, column, value);
    }
    const wanted = new Spreadsheet(workbookOf(after));
    const figures = (from: Spreadsheet): readonly string[] =>
      workbook.sheets.flatMap(({ name, cells }) =>
        name === 'Checks'
          ? []
          : cells.flatMap(({ row, column, content }) =>
              content.kind === 'formula'
                ? [`${name} ${row},${column} ${show(from.value(name, row, column))}`]
                : [],
            ),
      );
    expect(figures(sheet)).toEqual(figures(wanted));
  });
});

describe('a value changed where it stands', () => {
  const plan = (devices: string, large: string, rate = '2 to 4 EUR/device/month'): string => `plan: changed
currency: EUR
units: [device]
inputs:
  devices: { value: ${devices} }
  rate: ${rate}
items: { a: { price: rate, quantity: devices }, b: { price: 1 EUR/month, count: ceil(devices / 30 devices) } }
axes:
  size: { small: {}, large: { devices: ${large} }, double: { devices: base * 2 } }
`;

  test('is as good as another plan: the middle follows its ends, and an option its base', () => {
    const before = modelOf(plan('75 to 125 devices', '400 devices')).graph;
    const after = modelOf(plan('10 to 50 devices', '900 devices', '1 to 9 EUR/device/month')).graph;
    const workbook = workbookOf(before);
    const sheet = new Spreadsheet(workbook);
    const { sheet: where, row, column } = namedCell(workbook, 'devices');
    sheet.enter(where, row, column - 1, 10);
    sheet.enter(where, row, column + 1, 50);
    sheet.enter(where, row + 1, column, 900);
    const rate = namedCell(workbook, 'rate');
    sheet.enter(where, rate.row, column - 1, 1);
    sheet.enter(where, rate.row, column + 1, 9);
    const found = totalsOf(workbook, (...at) => sheet.value(...at));
    for (const [c, wanted] of totalsWith(before, after).entries())
      for (const end of ['low', 'mid', 'high'] as const)
        expect(
          sameFigure(found[c]?.[end], wanted[end]),
          `case ${c + 1}: ${show(found[c]?.[end])} for ${wanted[end]}`,
        ).toBe(true);
  });

  test('moves nothing else that happens to be equal', () => {
    const twice = (a: string): string =>
      `plan: twice\ncurrency: EUR\ninputs: { a: ${a}, b: 1 to 3 EUR/month }\nformulas: { c: 1 to 3 EUR/month }\nitems: { x: { price: a + b * 2 + c * 3 }, y: { price: 10 EUR/month / 4 }, z: { price: 10 EUR/month / 4 } }\n`;
    const [before, after] = [modelOf(twice('1 to 3 EUR/month')).graph, modelOf(twice('8 EUR/month')).graph];
    const workbook = workbookOf(before);
    const sheet = new Spreadsheet(workbook);
    const { sheet: where, row, column } = entryOf(workbook, 'a');
    sheet.enter(where, row, column, 8);
    const [found] = totalsOf(workbook, (...at) => sheet.value(...at));
    const [wanted] = totalsWith(before, after);
    expect(found).toEqual(wanted);
    const prices = workbook.sheets.find((s) => s.name === 'Prices')?.cells ?? [];
    const stated = prices.flatMap(({ content }) => (content.kind === 'formula' ? [content.formula] : []));
    expect(stated.filter((formula) => formula === '10/4')).toHaveLength(2);
  });

  test('an uncertain number of any shape has its ends in cells', () => {
    const { graph } = modelOf(`plan: uncertain
currency: EUR
inputs:
  a: normal(100 users, 10 users)
  b: pert(1 EUR/user/month, 2 EUR/user/month, 5 EUR/user/month)
  c: lognormal(7 EUR/month, 0.5)
  d: 3 to 9 EUR/month
items: { x: { price: b, quantity: a }, y: { price: c + d } }
`);
    const workbook = workbookOf(graph);
    expect(differences(workbook)).toEqual([]);
    const { row, column } = namedCell(workbook, 'd');
    const inputs = workbook.sheets.find((s) => s.name === 'Inputs')?.cells ?? [];
    const at = (c: number): string | undefined => {
      const content = inputs.find((cell) => cell.row === row && cell.column === c)?.content;
      return content?.kind === 'formula' ? content.formula : undefined;
    };
    expect([at(column - 1), at(column), at(column + 1)]).toEqual([
      '3',
      `($C$${row + 1}+$E$${row + 1})/2`,
      '9',
    ]);
  });

  test('unknown until somebody says it', () => {
    const { graph } = modelOf(
      'plan: unsaid\ncurrency: EUR\ninputs: { n: { value: unknown, unit: users } }\nitems: { a: { price: 3 EUR/user/month, quantity: n } }\n',
    );
    const workbook = workbookOf(graph);
    const sheet = new Spreadsheet(workbook);
    const total = () => totalsOf(workbook, (...at) => sheet.value(...at))[0]?.mid;
    expect(show(total())).toBe('#N/A');
    const { sheet: where, row, column } = namedCell(workbook, 'n');
    sheet.enter(where, row, column, 7);
    expect(total()).toBe(21);
  });
});
