// Margins as a short document, and as rows for a spreadsheet.

import type { Ranged } from '../analysis/figures.ts';
import type { MarginCase, Margins } from '../analysis/margin.ts';
import type { Graph } from '../graph/types.ts';
import { one as pure, type Unit, unitText } from '../quantity/unit.ts';
import { type Block, heading, list, paragraph, table } from './blocks.ts';
import { csvText } from './csv.ts';
import { decimal } from './json.ts';
import { type Money, marginSheets, perUnitOf } from './margin-tables.ts';
import { commonCase, marginNotes, questionText } from './margin-words.ts';
import { renderMarkdown } from './markdown.ts';
import { sentence } from './words.ts';

export function marginBlocks(graph: Graph, answer: Margins, money: Money): readonly Block[] {
  return [
    ...marginSheets(graph, answer, money).flatMap(({ title, tables }) => [
      ...(title === '' ? [] : [heading(title)]),
      ...tables.flatMap(({ columns, rows }) => table(columns, rows)),
    ]),
    ...list(
      marginNotes(answer).map(({ where, text }) =>
        sentence(where === '' ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : `${where}: ${text}`),
      ),
    ),
  ];
}

export function marginMarkdown(graph: Graph, answer: Margins): string {
  const head = [questionText(answer), commonCase(answer)].filter((part) => part !== '').join('; ');
  const money = { unit: answer.unit, rate: () => 1 };
  const blocks = [paragraph(head), ...marginBlocks(graph, answer, money)];
  const section = { id: 'margin', title: 'Margin', blocks };
  return renderMarkdown({ title: graph.plan.title, subtitle: [], sections: [section] });
}

/** One row a figure: its case, what it is, of which line, its value with its ends, its unit. */
export function marginCsv(answer: Margins): string {
  const heads = [...answer.axes, ...['figure', 'line', 'value', 'low', 'high', 'unit']];
  const rows = answer.cases.flatMap((one) => {
    const points = answer.axes.map((axis) => one.at.find((c) => c.axis === axis)?.point ?? '');
    return figuresOf(one, answer).map(({ figure, line, value: { mid, low, high }, unit }) => [
      ...points,
      ...[figure, line ?? '', ...[mid, low, high].map((x) => decimal(x, unit) ?? ''), unitText(unit)],
    ]);
  });
  return csvText([heads, ...rows]);
}

interface Row {
  readonly figure: string;
  readonly line?: string;
  readonly value: Ranged;
  readonly unit: Unit;
}

function figuresOf(one: MarginCase, { unit, per }: Margins): readonly Row[] {
  const { units } = one;
  const lines = one.lines.flatMap(({ name: line, revenue, price }): readonly Row[] => [
    { figure: 'line_revenue', line, value: revenue, unit },
    ...(price === undefined
      ? []
      : [
          { figure: `${price.by}_now`, line, value: price.now, unit: price.unit },
          { figure: `${price.by}_to_lose_nothing`, line, value: price.even, unit: price.unit },
          ...(price.target === undefined
            ? []
            : [{ figure: `${price.by}_for_target`, line, value: price.target, unit: price.unit }]),
        ]),
  ]);
  const sums: readonly Row[] = [
    { figure: 'revenue', value: one.revenue, unit },
    { figure: 'total', value: one.total, unit },
    { figure: 'margin', value: one.margin, unit },
    { figure: 'gross_margin', value: one.grossMargin, unit: pure },
  ];
  if (units === undefined || per === undefined) return [...lines, ...sums];
  const each = perUnitOf(unit, per.unit);
  const average = ({ low, mid, high }: Ranged): Ranged => ({
    low: low * each.factor,
    mid: mid * each.factor,
    high: high * each.factor,
  });
  const { middle, ends } = units.breakEven ?? {};
  const whole = (of: 'first' | 'lasting'): Ranged => ({
    mid: middle?.[of] ?? Number.NaN,
    low: (ends?.low ?? middle)?.[of] ?? Number.NaN,
    high: (ends?.high ?? middle)?.[of] ?? Number.NaN,
  });
  return [
    ...lines,
    ...sums,
    { figure: 'units', value: units.now, unit: per.unit },
    { figure: 'revenue_per_unit', value: average(units.revenue), unit: each.unit },
    { figure: 'cost_to_serve', value: average(units.cost), unit: each.unit },
    { figure: 'margin_per_unit', value: average(units.margin), unit: each.unit },
    { figure: 'next_revenue', value: units.next.revenue, unit },
    { figure: 'next_cost', value: units.next.cost, unit },
    { figure: 'contribution', value: units.next.contribution, unit },
    { figure: 'fixed_cost', value: units.fixed, unit },
    { figure: 'variable_cost', value: units.variable, unit },
    { figure: 'break_even', value: whole('first'), unit: per.unit },
    { figure: 'break_even_for_good', value: whole('lasting'), unit: per.unit },
  ];
}
