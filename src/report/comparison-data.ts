// The comparisons of a report: every pair of axes along which the total differs, the choice down and the circumstance across.

import { type CompareCell, type Comparison, compare } from '../analysis/compare.ts';
import { caseAxes, mapRanged, type Ranged } from '../analysis/figures.ts';
import type { NodeId } from '../graph/types.ts';
import type { Place } from '../grid/layout.ts';
import type { Unit } from '../quantity/unit.ts';
import { circumstance, isChoice } from './axis-roles.ts';
import { perMonth, type ReportContext } from './report-context.ts';
import { caseName } from './shown-cases.ts';

export interface ReportComparison {
  readonly by: number;
  readonly over: number | undefined;
  /** Where the other axes stand that matter to the total; empty where there are none. */
  readonly around: string;
  /** Whether "the cheapest" along `by` is an answer to anything. */
  readonly choice: boolean;
  /** In the currency of the report. */
  readonly comparison: Comparison;
  readonly figure: ComparedFigure;
}

/** What is compared, and how it is written. */
export interface ComparedFigure {
  /** `total` */
  readonly name: string;
  readonly node: NodeId;
  readonly unit: Unit;
  /** What one of the node's unit is in `unit`. */
  readonly rate: (place: Place) => number;
}

/** Pairs beyond these are left to the command line. */
const mostPairs = 6;

export function comparisons(ctx: ReportContext): readonly ReportComparison[] {
  const { graph, pinned } = ctx;
  const differing = new Set([graph.total, graph.feasible].flatMap((id) => graph.nodes[id]?.axes ?? []));
  const axes = caseAxes(graph).filter((axis) => differing.has(axis) && !pinned.has(axis));
  const [first] = axes;
  if (first === undefined) return [];
  if (axes.length === 1) return [comparisonOf(ctx, first, undefined)];
  const pairs = axes.flatMap((a, i) =>
    axes
      .slice(i + 1)
      .map((b) => (circumstance(graph, b) < circumstance(graph, a) ? ([b, a] as const) : ([a, b] as const))),
  );
  return pairs
    .slice(0, mostPairs)
    .map(([by, over]) => comparisonOf(ctx, by, over))
    .filter(saysSomething);
}

/** A table in which every cell is the same compares nothing; of a choice, which options break limits counts too. */
function saysSomething({ choice, comparison: { rows } }: ReportComparison): boolean {
  const cells = rows.flatMap((row) => row.cells);
  const [first] = cells;
  return cells.some(
    (c) =>
      !(c.value.low === first?.value.low && c.value.high === first.value.high) ||
      (choice && c.broken.join() !== first.broken.join()),
  );
}

function aroundText(
  { graph, base }: ReportContext,
  node: NodeId,
  shown: readonly (number | undefined)[],
): string {
  const differing = graph.nodes[node]?.axes ?? [];
  const others = caseAxes(graph).filter((axis) => differing.includes(axis) && !shown.includes(axis));
  return caseName(graph, others, base);
}

function comparisonOf(ctx: ReportContext, by: number, over: number | undefined): ReportComparison {
  const { graph, currency } = ctx;
  const figure = { name: 'total', node: graph.total, unit: perMonth(ctx), rate: currency.rate };
  return compareFigure(ctx, figure, by, over);
}

export function compareFigure(
  ctx: ReportContext,
  figure: ComparedFigure,
  by: number,
  over: number | undefined,
): ReportComparison {
  const { grid, graph, pinned } = ctx;
  const { name, node, unit, rate } = figure;
  const found = compare(grid, { metric: name, node, unit, by, over }, pinned);
  const converted = ({ place, value }: CompareCell): Ranged => {
    const factor = Number.isNaN(value.mid) ? 1 : rate(place);
    return factor === 1 ? value : mapRanged(value, (x) => x * factor);
  };
  const rows = found.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, value: converted(cell) })),
  }));
  return {
    by,
    over,
    around: aroundText(ctx, node, [by, over]),
    choice: isChoice(graph, by),
    comparison: { ...found, rows },
    figure,
  };
}

/** Row labels of the cheapest feasible in one column, at the middle; several where they cost the same. */
export function cheapestIn(
  { comparison }: ReportComparison,
  column: number,
): readonly { readonly label: string; readonly cell: CompareCell }[] {
  return comparison.rows.flatMap(({ label, cells }) => {
    const cell = cells[column];
    return cell?.cheapest === true ? [{ label, cell }] : [];
  });
}
