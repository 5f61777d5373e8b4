// A tornado and the flips as tables, and what is not in them in words.

import type { Coordinate } from '../analysis/figures.ts';
import type { Flip, Recommendation } from '../analysis/flips.ts';
import type { Elasticity, Sensitivity, SwingRow } from '../analysis/sensitivity.ts';
import type { GraphAxis } from '../graph/types.ts';
import { plainDecimal, roundHalfAway } from '../quantity/print-number.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { unitText } from '../quantity/unit.ts';
import { figureCell, figureText, unknownText } from './amounts.ts';
import { left, right, type Table } from './table.ts';
import { andList } from './words.ts';

export interface SensitivityAnswer {
  readonly sensitivity: Sensitivity;
  /** What was asked: `total`. */
  readonly metric: string;
  /** Where it was asked. */
  readonly at: readonly Coordinate[];
  /** Of the recommendation. */
  readonly axis: GraphAxis | undefined;
}

/** Names beyond these are counted. */
const mostNames = 12;

/** `bars` draws the swings beside their figures. */
export function tornadoTable({ sensitivity, metric }: SensitivityAnswer, bars: number): Table {
  const { rows, unit } = sensitivity;
  const own = unitText(unit);
  const widest = Math.max(...rows.map((r) => (Number.isNaN(r.swing) ? 0 : r.swing)), 0);
  const money = (x: number): string => figureCell({ low: x, mid: x, high: x, unit });
  return {
    columns: [
      left('input'),
      left('moved over'),
      right(`${metric} there`, own),
      right('swing', own),
      right('per 1%'),
      ...(bars > 0 ? [left('')] : []),
    ],
    rows: rows.map((row) => ({
      kind: 'plain',
      cells: [
        row.input.name,
        movedText(row),
        `${money(row.low.figure)} to ${money(row.high.figure)}`,
        money(row.swing),
        elasticityText(row.elasticity),
        ...(bars > 0 ? [bar(row.swing, widest, bars)] : []),
      ],
    })),
  };
}

function movedText({ input, low, high, ownRange }: SwingRow): string {
  const range = figureText({
    low: low.input,
    mid: (low.input + high.input) / 2,
    high: high.input,
    unit: input.unit,
  });
  return ownRange ? `${range.replace('–', ' to ')} (its range)` : range.replace('–', ' to ');
}

function bar(swing: number, widest: number, width: number): string {
  const cells = widest > 0 ? Math.round((swing / widest) * width) : 0;
  return Number.isNaN(swing) ? '?' : '█'.repeat(Math.max(1, cells));
}

/** By how many percent the figure moves for one percent of the input. */
export function elasticityText(elasticity: Elasticity): string {
  switch (elasticity.kind) {
    case 'steady': {
      const { value } = elasticity;
      if (Math.abs(value) < 5e-4) return '0%';
      const short = roundHalfAway(value, Math.abs(value) < 0.1 ? 3 : 2);
      return `${value > 0 ? '+' : ''}${short}%`;
    }
    case 'step':
      return 'a step';
    case 'bend':
      return 'a bend';
    case 'none':
      return '';
  }
}

export function flipsTable({ flips, point }: Recommendation, axis: GraphAxis): Table {
  const labelOf = (index: number | undefined): string =>
    index === undefined ? 'none' : (axis.points[index]?.label ?? '');
  return {
    columns: [left('input'), right('now'), right('flips at'), right('times'), left('then'), left('because')],
    rows: flips.map((flip) => {
      const { input, now, value, factor, to, whole, up } = flip;
      // what stands on the very border flips at once
      const at = whole === undefined && factor === 1 ? `just ${up ? 'above' : 'below'} ` : '';
      // where every point has its own value, a factor is all there is to say
      const values =
        value === undefined
          ? [`by ${axis.name}`, '']
          : [printQuantity(now, input.unit), at + printQuantity(whole ?? value, input.unit)];
      const because = becauseText(flip, labelOf(point), labelOf(to));
      return {
        kind: 'plain',
        cells: [input.name, ...values, `${plainDecimal(factor, 3)} ×`, labelOf(to), because],
      };
    }),
  };
}

export function becauseText({ because, limits }: Flip, old: string, next: string): string {
  switch (because) {
    case 'cheaper':
      return 'it is cheaper';
    case 'breaks':
      return `${old} breaks ${andList(limits)}`;
    case 'holds':
      return `${next} no longer breaks ${andList(limits)}`;
    case 'unknown':
      return 'a total becomes known or unknown';
  }
}

/** `total 12.50 EUR/month` */
export function figureLine({ sensitivity, metric }: SensitivityAnswer): string {
  return `${metric}: ${figureText({ ...sensitivity.figure, unit: sensitivity.unit })}`;
}

/** What the table does not show. */
export function sensitivityRemarks({ sensitivity, metric }: SensitivityAnswer): readonly string[] {
  const { rows, otherRanges, still, unused, unmoved, by, unit } = sensitivity;
  const share = `±${plainDecimal(by * 100, 6)}%`;
  const ranged = rows.some((row) => row.ownRange);
  const lines: string[] = [];
  if (rows.length > 0)
    lines.push(
      `each input alone, ${ranged ? `over its own range, or by ${share} where it has none` : `by ${share}`}`,
    );
  else if (Number.isNaN(sensitivity.figure.mid))
    lines.push(
      [`${metric} is unknown`, andList(sensitivity.unknown)].filter((part) => part !== '').join(': '),
    );
  else lines.push(`no input moves ${metric}`);
  if (otherRanges !== undefined) {
    const text = figureText({ ...otherRanges, unit });
    lines.push(`ranges in prices and formulas move it, all inputs at their middle: ${text}`);
  }
  if (still.length > 0 && !Number.isNaN(sensitivity.figure.mid))
    lines.push(`moved, and nothing changes: ${named(still)}`);
  const zero = unmoved.filter((u) => u.because === 'zero').map((u) => u.input);
  if (zero.length > 0) lines.push(`not moved, because they are 0: ${named(zero)}`);
  const rest = unmoved.filter((u) => u.because !== 'zero');
  if (rest.length > 0)
    lines.push(
      `not moved: ${andList(
        rest.map((u) => `${u.input.name} (${u.because})`),
        mostNames,
      )}`,
    );
  if (unused.length > 0) lines.push(`no part of ${metric}: ${named(unused)}`);
  return lines;
}

function named(inputs: readonly { readonly name: string }[]): string {
  return andList(
    inputs.map((input) => input.name),
    mostNames,
  );
}

/** Which point of the axis is the cheapest, and whether anything changes that. */
export function recommendationText({ point, flips }: Recommendation, axis: GraphAxis): string {
  const best =
    point === undefined
      ? `no point of ${axis.label} is known and breaks no limit`
      : `${axis.label}: ${axis.points[point]?.label ?? unknownText} is the cheapest that breaks no limit`;
  if (flips.length > 0) return `${best}; one input alone flips that, the nearest first:`;
  return `${best}; no input alone flips that between a tenth and ten times what it is`;
}
