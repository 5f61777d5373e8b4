// Margins as tables, a column a case: what is earned and what is left, what one unit does, what would have to be charged.

import type { Ranged } from '../analysis/figures.ts';
import { mapRanged } from '../analysis/figures.ts';
import type { LinePrice } from '../analysis/line-prices.ts';
import type { MarginCase, Margins } from '../analysis/margin.ts';
import type { UnitEconomics } from '../analysis/unit-economics.ts';
import type { Graph } from '../graph/types.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { divide, simplify, type Unit, unitText } from '../quantity/unit.ts';
import { figureCell, figureText, percentRange, percentText } from './amounts.ts';
import { type Cell, cells, type ReportRow, type ReportTable, textCell } from './blocks.ts';
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
  readonly tables: readonly ReportTable[];
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
    return { title, tables: tablesOf(answer, shown, money) };
  });
}

interface Column {
  readonly head: string;
  readonly one: MarginCase;
}

function tablesOf(answer: Margins, shown: readonly Column[], money: Money): readonly ReportTable[] {
  const row = (kind: ReportRow['kind'], label: string, of: (one: MarginCase) => Cell): ReportRow =>
    cells(kind, textCell(label), ...shown.map(({ one }) => of(one)));
  const table = (head: string, unit: string, rows: readonly ReportRow[]): readonly ReportTable[] => {
    const figures = shown.map(({ head: name }) => (shown.length === 1 ? right(name, unit) : right(name)));
    const first = shown.length === 1 ? head : [head, unit].filter((part) => part !== '').join(', ');
    return rows.length === 0 ? [] : [{ columns: [left(first), ...figures], rows, notes: [] }];
  };
  const amount = (r: Ranged, one: MarginCase): Cell => figure(converted(r, one, money), money.unit);
  return [
    ...table('', unitText(money.unit), statement(shown, row, amount)),
    ...(answer.per === undefined ? [] : table('', '', perUnit(answer, shown, money, row))),
    ...table('price', '', prices(answer, shown, row)),
  ];
}

type RowOf = (kind: ReportRow['kind'], label: string, of: (one: MarginCase) => Cell) => ReportRow;

function statement(
  shown: readonly Column[],
  row: RowOf,
  amount: (r: Ranged, one: MarginCase) => Cell,
): readonly ReportRow[] {
  const { names, labels, optional } = linesOf(shown);
  const line = (name: string): ReportRow => {
    const aside = optional.has(name);
    const label = labels.get(name) ?? name;
    return row(aside ? 'aside' : 'plain', aside ? `optional, in no sum: ${label}` : label, (one) => {
      const found = one.lines.find((l) => l.name === name);
      return found === undefined ? textCell('') : amount(found.revenue, one);
    });
  };
  return [
    ...names.filter((name) => !optional.has(name)).map(line),
    row('subtotal', 'revenue', (one) => amount(one.revenue, one)),
    row('plain', 'cost', (one) => amount(one.total, one)),
    row('total', 'margin', (one) => amount(one.margin, one)),
    row('plain', 'gross margin', (one) => ({
      text: percentRange(one.grossMargin),
      value: one.grossMargin,
      unit: '',
    })),
    ...names.filter((name) => optional.has(name)).map(line),
  ];
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

function perUnit(answer: Margins, shown: readonly Column[], money: Money, row: RowOf): readonly ReportRow[] {
  const { per } = answer;
  if (per === undefined || shown.every(({ one }) => one.units === undefined)) return [];
  const each = perUnitOf(money.unit, per.unit);
  const one = oneOf(answer);
  const of =
    (pick: (units: UnitEconomics) => Ranged, unit: Unit, factor = 1) =>
    (c: MarginCase): Cell => {
      if (c.units === undefined) return textCell('');
      const value = mapRanged(converted(pick(c.units), c, money), (x) => x * factor);
      return { text: figureText({ ...value, unit }), value, unit: unitText(unit) };
    };
  const average = (pick: (units: UnitEconomics) => Ranged): ((c: MarginCase) => Cell) =>
    of(pick, each.unit, each.factor);
  return [
    row('plain', per.label, ({ units }) =>
      units === undefined
        ? textCell('')
        : { text: figureText({ ...units.now, unit: per.unit }), value: units.now, unit: unitText(per.unit) },
    ),
    row(
      'plain',
      'revenue, on average',
      average((u) => u.revenue),
    ),
    row(
      'plain',
      'cost to serve, on average',
      average((u) => u.cost),
    ),
    row(
      'plain',
      'margin, on average',
      average((u) => u.margin),
    ),
    row(
      'plain',
      `${one} more brings`,
      of((u) => u.next.revenue, money.unit),
    ),
    row(
      'plain',
      `${one} more costs`,
      of((u) => u.next.cost, money.unit),
    ),
    row(
      'subtotal',
      `${one} more contributes`,
      of((u) => u.next.contribution, money.unit),
    ),
    row(
      'plain',
      'fixed cost',
      of((u) => u.fixed, money.unit),
    ),
    row(
      'plain',
      'variable cost',
      of((u) => u.variable, money.unit),
    ),
    row('subtotal', 'breaks even from', ({ units }) =>
      textCell(units === undefined ? '' : breakEvenCell(answer, units)),
    ),
  ];
}

/** Of each line: what it is sold at, and what it would have to be. */
function prices(answer: Margins, shown: readonly Column[], row: RowOf): readonly ReportRow[] {
  const { names, labels } = linesOf(shown);
  return names.flatMap((name) => {
    const of =
      (pick: (price: LinePrice) => string) =>
      (one: MarginCase): Cell => {
        const price = one.lines.find((l) => l.name === name)?.price;
        return textCell(price === undefined ? '' : pick(price));
      };
    if (shown.every(({ one }) => one.lines.find((l) => l.name === name)?.price === undefined)) return [];
    const label = labels.get(name) ?? name;
    const { target } = answer;
    return [
      row(
        'plain',
        label,
        of((p) => (p.by === 'factor' ? 'several prices' : figureText({ ...p.now, unit: p.unit }))),
      ),
      row(
        'plain',
        `${label}, to lose nothing`,
        of((p) => solvedText(p.even, p)),
      ),
      ...(target === undefined
        ? []
        : [
            row(
              'plain',
              `${label}, for ${percentText(target)}`,
              of((p) => (p.target === undefined ? '' : solvedText(p.target, p))),
            ),
          ]),
    ];
  });
}

export function solvedText(solved: Ranged, { by, unit }: LinePrice): string {
  if (solved.mid === Number.POSITIVE_INFINITY) return 'no price will do';
  if (solved.mid === 0 && solved.high === 0) return 'any price will do';
  if (by === 'price') return figureText({ ...solved, unit });
  const times = (x: number): string =>
    x === Number.POSITIVE_INFINITY ? 'never' : printQuantity(Number(x.toPrecision(4)), unit);
  return Number.isNaN(solved.mid)
    ? 'unknown'
    : solved.low === solved.high
      ? `all of them × ${times(solved.mid)}`
      : `all of them × ${times(solved.low)}–${times(solved.high)}`;
}

function converted(r: Ranged, one: MarginCase, { rate }: Money): Ranged {
  const factor = rate(one);
  return factor === 1 ? r : mapRanged(r, (x) => x * factor);
}

function figure(r: Ranged, unit: Unit): Cell {
  return { text: figureCell({ ...r, unit }), value: r, unit: unitText(unit) };
}
