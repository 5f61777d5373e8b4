// Any figure along any axis against any other.

import type { CompareCell } from '../../../src/analysis/compare.ts';
import { caseAxes, type Ranged } from '../../../src/analysis/figures.ts';
import { numericInputs } from '../../../src/analysis/moved-input.ts';
import type { NodeId } from '../../../src/graph/types.ts';
import { reachedFrom } from '../../../src/grid/needed.ts';
import { unitText } from '../../../src/quantity/unit.ts';
import { figureCell, percentText } from '../../../src/report/amounts.ts';
import { circumstance } from '../../../src/report/axis-roles.ts';
import { type Cell, cells, type ReportRow, type ReportTable, textCell } from '../../../src/report/blocks.ts';
import type { Chart } from '../../../src/report/charts/chart.ts';
import { comparisonChart } from '../../../src/report/charts/comparison-chart.ts';
import { figureChart } from '../../../src/report/charts/figure-chart.ts';
import { compareFigure, type ReportComparison } from '../../../src/report/comparison-data.ts';
import { Notes } from '../../../src/report/notes.ts';
import { mostColumns } from '../../../src/report/shown-cases.ts';
import { left, right } from '../../../src/report/table.ts';
import { sentence } from '../../../src/report/words.ts';
import { metricOf } from '../metric.ts';
import { type Asked, refused } from '../session.ts';
import type { Explained, ExplainedCells } from './explained.ts';
import { contextOf } from './report-context.ts';

export const comparedAs = ['value', 'difference', 'percent'] as const;

export interface CompareParams {
  /** Names of axes; empty where nobody says, and `-` for none. */
  readonly by: string;
  readonly over: string;
  readonly metric: string;
  /** The figure itself, or how far it is from that of the case looked at. */
  readonly as: (typeof comparedAs)[number];
}

export interface ComparedAxis {
  readonly name: string;
  readonly label: string;
}

export interface CompareAnswer {
  readonly by: ComparedAxis;
  readonly over: ComparedAxis | undefined;
  /** Those along which the figure differs. */
  readonly axes: readonly ComparedAxis[];
  /** Points of `by`, of which two can be held against each other. */
  readonly points: readonly ComparedAxis[];
  /** Of `by`: where the case that is looked at stands. */
  readonly base: string;
  /** Inputs that the figure follows, and at which points of `by`. */
  readonly inputs: readonly (ComparedAxis & { readonly of: readonly string[] })[];
  readonly unit: string;
  /** Where the axes stand that are not shown. */
  readonly around: string;
  /** Along `by` one can choose: the lowest is marked. */
  readonly choice: boolean;
  readonly table: ReportTable;
  readonly explained: ExplainedCells;
  readonly chart: Chart | undefined;
}

/** What somebody types to have a single column. */
export const noAxis = '-';

/** Throws OutlayError where the formula does not fit the plan, or nothing differs. */
export function compareAnswer(asked: Asked, params: CompareParams): CompareAnswer {
  const { graph, place, pinned } = asked;
  const ctx = contextOf(asked);
  const { shown: formula, node, unit } = metricOf(asked, params.metric);
  const differing = graph.nodes[node]?.axes ?? [];
  const axes = graph.axes.flatMap((axis, i) => (axis.kind !== 'band' && differing.includes(i) ? [i] : []));
  const by = axisOf(asked, axes, params.by) ?? usualBy(asked, axes);
  if (by === undefined)
    throw refused(
      `\`${params.metric}\` is the same in every case`,
      'a comparison needs an axis along which it differs: options, a sweep, months or levers',
    );
  const over =
    params.over === noAxis ? undefined : (axisOf(asked, axes, params.over) ?? usualOver(asked, axes, by));
  const figure = { name: params.metric, node, unit, rate: () => 1 };
  const compared = compareFigure(ctx, figure, by, over === by ? undefined : over);
  const named = (i: number): ComparedAxis => {
    const { name = '', label = '' } = graph.axes[i] ?? {};
    return { name, label };
  };
  const points = graph.axes[by]?.points.map(({ name, label }) => ({ name, label })) ?? [];
  return {
    by: named(by),
    over: compared.over === undefined ? undefined : named(compared.over),
    axes: axes.filter((i) => !pinned.has(i)).map(named),
    points,
    base: points[place[by] ?? 0]?.name ?? '',
    inputs: inputsOf(asked, node, by),
    unit: unitText(unit),
    around: compared.around,
    choice: compared.choice,
    ...matrix(compared, params.as, formula, place[by] ?? 0),
    chart:
      comparisonChart(ctx, compared) ??
      (compared.over === undefined ? figureChart(ctx, compared) : undefined),
  };
}

function inputsOf({ graph, place }: Asked, node: NodeId, by: number): CompareAnswer['inputs'] {
  const points = graph.axes[by]?.points ?? [];
  const reached = points.map((_, point) =>
    reachedFrom(graph, [{ id: node, place: place.map((p, a) => (a === by ? point : p)) }]),
  );
  return numericInputs(graph).flatMap(({ name, label, node: input }) => {
    const of = points.flatMap((point, i) => (reached[i]?.has(input) === true ? [point.name] : []));
    return of.length === 0 ? [] : [{ name, label, of }];
  });
}

function axisOf({ graph }: Asked, axes: readonly number[], name: string): number | undefined {
  return axes.find((i) => graph.axes[i]?.name === name);
}

/** The choice before the circumstance, and what makes cases before months and levers. */
function usualBy({ graph, pinned }: Asked, axes: readonly number[]): number | undefined {
  const cases = caseAxes(graph).filter((i) => axes.includes(i) && !pinned.has(i));
  const [first] = [...cases].sort((a, b) => circumstance(graph, a) - circumstance(graph, b));
  return first ?? axes.find((i) => !pinned.has(i)) ?? axes[0];
}

function usualOver({ graph, pinned }: Asked, axes: readonly number[], by: number): number | undefined {
  return caseAxes(graph).find((i) => axes.includes(i) && !pinned.has(i) && i !== by);
}

function matrix(
  { comparison, choice, figure }: ReportComparison,
  as: CompareParams['as'],
  formula: string,
  base: number,
): Pick<CompareAnswer, 'table' | 'explained'> {
  const { by, over, rows, unit } = comparison;
  const notes = new Notes();
  const cellOf = (row: number, column: number): Cell => {
    const cell = rows[row]?.cells[column];
    const against = rows[base]?.cells[column];
    if (cell === undefined) return textCell('');
    const numbers = noted(cell, notes);
    return {
      ...shown(cell, row === base ? undefined : against, as, unit),
      ...(choice && cell.cheapest ? { best: true } : {}),
      ...(cell.broken.length > 0 && !Number.isNaN(cell.value.mid) ? { out: true } : {}),
      ...(numbers.length > 0 ? { notes: numbers } : {}),
    };
  };
  const explainedAt = (row: number, column: number): Explained => ({
    formula,
    at: {
      [by.name]: by.points[row]?.name ?? '',
      ...(over === undefined ? {} : { [over.name]: over.points[column]?.name ?? '' }),
    },
  });
  const said = as === 'percent' ? '%' : unitText(unit);
  const columns = over?.points ?? [{ label: figure.name }];
  // the short side goes across
  const wide = columns.length > mostColumns && columns.length > by.points.length;
  const head = wide ? (over?.label ?? '') : by.label;
  const across = wide ? by.points : columns;
  const down = wide ? columns : by.points;
  const at = <T>(of: (row: number, column: number) => T, r: number, c: number): T =>
    wide ? of(c, r) : of(r, c);
  const body = down.map(
    ({ label }, r): ReportRow => cells('plain', textCell(label), ...across.map((_, c) => at(cellOf, r, c))),
  );
  return {
    table: {
      columns:
        over === undefined
          ? [left(head), right(figure.name, said)]
          : [left(`${head} (${said})`), ...across.map((point) => right(point.label))],
      rows: body,
      notes: notes.all,
    },
    explained: down.map((_, r) => [undefined, ...across.map((__, c) => at(explainedAt, r, c))]),
  };
}

function noted(cell: CompareCell, notes: Notes): readonly number[] {
  return [
    ...(cell.broken.length > 0 ? [notes.add(`Breaks ${cell.broken.join(', ')}.`)] : []),
    ...cell.unknown.map((reason) => notes.add(`Unknown: ${sentence(reason)}`)),
    ...cell.disputes.map(({ stated, because }) =>
      notes.add(`The source states ${stated}: ${sentence(because)}`),
    ),
  ];
}

/** Differences are those of the middles; the base itself stays as it is. */
function shown(
  { value }: CompareCell,
  against: CompareCell | undefined,
  as: CompareParams['as'],
  unit: ReportComparison['comparison']['unit'],
): Cell {
  const own = { text: figureCell({ ...value, unit }), value, unit: unitText(unit) };
  if (as === 'value' || Number.isNaN(value.mid)) return own;
  if (against === undefined) return { ...own, text: `base, ${own.text}` };
  const difference = value.mid - against.value.mid;
  if (Number.isNaN(difference)) return textCell('');
  const sign = difference > 0 ? '+' : '';
  const at = (x: number): Ranged => ({ low: x, mid: x, high: x });
  if (as === 'percent') {
    const share = difference / Math.abs(against.value.mid);
    return { text: `${sign}${percentText(share)}`, value: at(share * 100), unit: '%' };
  }
  return {
    text: `${sign}${figureCell({ ...at(difference), unit })}`,
    value: at(difference),
    unit: unitText(unit),
  };
}
