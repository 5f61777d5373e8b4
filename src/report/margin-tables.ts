// Margins as tables, a column a case: what is earned and what is left, what one unit does, what would have to be charged.

import type { Ranged } from '../analysis/figures.ts';
import { mapRanged } from '../analysis/figures.ts';
import type { MarginCase, Margins } from '../analysis/margin.ts';
import type { UnitEconomics } from '../analysis/unit-economics.ts';
import type { Graph } from '../graph/types.ts';
import { divide, simplify, type Unit, unitText } from '../quantity/unit.ts';
import { figureCell, figureText, percentRange } from './amounts.ts';
import { type Cell, cells, type ReportRow, type ReportTable, textCell } from './blocks.ts';
import { priceRows } from './margin-prices.ts';
import type { MarginRow, RowOf } from './margin-row.ts';
import { breakEvenCell, oneOf } from './margin-words.ts';
import { arranged } from './shown-cases.ts';
import { left, right } from './table.ts';

/** In which money amounts stand: the plan's, or that of a report. */
export interface Money {
  readonly unit: Unit;
  rate(one: MarginCase): number;
}

export interface MarginSheet {
  /** Which cases these are, where they are not all. */
  readonly title: string;
  /** Those of the columns, in their order. */
  readonly cases: readonly MarginCase[];
  readonly tables: readonly MarginTable[];
}

export interface MarginTable extends ReportTable {
  readonly rows: readonly MarginRow[];
}

export function marginSheets(graph: Graph, answer: Margins, money: Money): readonly MarginSheet[] {
  const axes = answer.axes.map((name) => graph.axes.findIndex((axis) => axis.name === name));
  const free = axes.filter((axis) => new Set(answer.cases.map(({ place }) => place[axis])).size > 1);
  const { sheets } = arranged(
    graph,
    free,
    answer.cases.map((one) => one.place),
  );
  return sheets.map(({ title, columns }) => {
    const shown = columns.flatMap(({ head, index }) => {
      const one = answer.cases[index];
      return one === undefined ? [] : [{ head: answer.cases.length === 1 ? '' : head, one }];
    });
    return { title, cases: shown.map(({ one }) => one), tables: tablesOf(answer, shown, money) };
  });
}

interface Column {
  readonly head: string;
  readonly one: MarginCase;
}

function tablesOf(answer: Margins, shown: readonly Column[], money: Money): readonly MarginTable[] {
  const row: RowOf = (kind, label, of, formula) => ({
    ...cells(kind, textCell(label), ...shown.map(({ one }) => of(one))),
    formula,
  });
  const table = (head: string, unit: string, rows: readonly MarginRow[]): readonly MarginTable[] => {
    const figures = shown.map(({ head: name }) => (shown.length === 1 ? right(name, unit) : right(name)));
    const first = shown.length === 1 ? head : [head, unit].filter((part) => part !== '').join(', ');
    return rows.length === 0 ? [] : [{ columns: [left(first), ...figures], rows, notes: [] }];
  };
  const amount = (r: Ranged, one: MarginCase): Cell => figure(converted(r, one, money), money.unit);
  return [
    ...table('', unitText(money.unit), statement(shown, row, amount)),
    ...(answer.per === undefined ? [] : table('', '', perUnit(answer, shown, money, row))),
    ...table(
      'price',
      '',
      priceRows(
        answer,
        shown.map(({ one }) => one),
        row,
      ),
    ),
  ];
}

function statement(
  shown: readonly Column[],
  row: RowOf,
  amount: (r: Ranged, one: MarginCase) => Cell,
): readonly MarginRow[] {
  const { names, labels, optional } = linesOf(shown);
  const line = (name: string): MarginRow => {
    const aside = optional.has(name);
    const label = labels.get(name) ?? name;
    const of = (one: MarginCase): Cell => {
      const found = one.lines.find((l) => l.name === name);
      return found === undefined ? textCell('') : amount(found.revenue, one);
    };
    return aside
      ? row('aside', `optional, in no sum: ${label}`, of, `${name}.revenue`)
      : row('plain', label, of, `${name}.revenue`);
  };
  return [
    ...names.filter((name) => !optional.has(name)).map(line),
    row('subtotal', 'revenue', (one) => amount(one.revenue, one), 'revenue'),
    row('plain', 'cost', (one) => amount(one.total, one), 'total'),
    row('total', 'margin', (one) => amount(one.margin, one), 'margin'),
    row('plain', 'gross margin', (one) => grossMarginCell(one), 'gross_margin'),
    ...names.filter((name) => optional.has(name)).map(line),
  ];
}

function grossMarginCell({ grossMargin }: MarginCase): Cell {
  return { text: percentRange(grossMargin), value: grossMargin, unit: '' };
}

function linesOf(shown: readonly Column[]): {
  readonly names: readonly string[];
  readonly labels: ReadonlyMap<string, string>;
  readonly optional: ReadonlySet<string>;
} {
  const lines = shown.flatMap(({ one }) => one.lines);
  return {
    names: [...new Set(lines.map((l) => l.name))],
    labels: new Map(lines.map((l) => [l.name, l.label])),
    optional: new Set(lines.filter((l) => l.optional).map((l) => l.name)),
  };
}

/** Money per month for one unit of the input, without what cancels. */
export function perUnitOf(money: Unit, per: Unit): { readonly unit: Unit; readonly factor: number } {
  const { unit, numerator, denominator } = simplify(divide(money, per));
  return { unit, factor: numerator / denominator };
}

function perUnit(answer: Margins, shown: readonly Column[], money: Money, row: RowOf): readonly MarginRow[] {
  const { per } = answer;
  if (per === undefined || shown.every(({ one }) => one.units === undefined)) return [];
  const each = perUnitOf(money.unit, per.unit);
  const one = oneOf(answer);
  const average: Measure = { unit: each.unit, factor: each.factor };
  const monthly: Measure = { unit: money.unit, factor: 1 };
  const line = (
    label: string,
    { unit, factor }: Measure,
    pick: (units: UnitEconomics) => Ranged,
    { kind = 'plain', formula }: { readonly kind?: ReportRow['kind']; readonly formula?: string } = {},
  ): MarginRow => {
    const of = (c: MarginCase): Cell =>
      c.units === undefined
        ? textCell('')
        : figure(
            mapRanged(converted(pick(c.units), c, money), (x) => x * factor),
            unit,
          );
    return row(kind, `${label} (${unitText(unit)})`, of, formula);
  };
  const nowCell = ({ units }: MarginCase): Cell =>
    units === undefined
      ? textCell('')
      : { text: figureText({ ...units.now, unit: per.unit }), value: units.now, unit: unitText(per.unit) };
  return [
    row('plain', per.label, nowCell, per.name),
    line('revenue, on average', average, (u) => u.revenue, { formula: `revenue / ${per.name}` }),
    line('cost to serve, on average', average, (u) => u.cost, { formula: `total / ${per.name}` }),
    line('margin, on average', average, (u) => u.margin, { formula: `margin / ${per.name}` }),
    line(`${one} more brings`, monthly, (u) => u.next.revenue),
    line(`${one} more costs`, monthly, (u) => u.next.cost),
    line(`${one} more contributes`, monthly, (u) => u.next.contribution, { kind: 'subtotal' }),
    line('fixed cost', monthly, (u) => u.fixed),
    line('variable cost', monthly, (u) => u.variable),
    row('subtotal', 'breaks even from', ({ units }) =>
      textCell(units === undefined ? '' : breakEvenCell(answer, units)),
    ),
  ];
}

/** What the figures of a row are in, and how many times the answer's own they are. */
interface Measure {
  readonly unit: Unit;
  readonly factor: number;
}

function converted(r: Ranged, one: MarginCase, { rate }: Money): Ranged {
  const factor = rate(one);
  return factor === 1 ? r : mapRanged(r, (x) => x * factor);
}

function figure(r: Ranged, unit: Unit): Cell {
  return { text: figureCell({ ...r, unit }), value: r, unit: unitText(unit) };
}
