// The two figures around a crossing, side by side.

import type { BreakEven } from '../analysis/break-even.ts';
import type { Standing } from '../analysis/contest.ts';
import { unitText } from '../quantity/unit.ts';
import { figureCell, figureText } from './amounts.ts';
import { right, type Table } from './table.ts';

export function standingsTable(rows: readonly Standing[], breakEven: BreakEven): Table {
  const { input, sides, unit } = breakEven;
  const own = unitText(unit);
  const counted = unitText(input.unit, true);
  // figures that are fractions of a coin would all be nothing
  const small = rows.every((r) => [r.first, r.second].every((x) => !(Math.abs(x) >= 1)));
  const money = (x: number): string => {
    const figure = { low: x, mid: x, high: x, unit };
    return small ? figureText(figure).replace(` ${own}`, '') : figureCell(figure);
  };
  return {
    columns: [
      right(input.label, counted === input.label ? undefined : counted),
      right(sides[0].label, own),
      right(sides[1].label, own),
      right('difference', own),
    ],
    rows: rows.map((row) => ({
      kind: 'plain',
      cells: [
        sideText(row.side) +
          figureCell({ low: row.value, mid: row.value, high: row.value, unit: input.unit }),
        marked(money(row.first), row.broken[0]),
        marked(money(row.second), row.broken[1]),
        money(row.difference),
      ],
    })),
  };
}

function sideText(side: Standing['side']): string {
  return side === undefined ? '' : side === 'below' ? 'just below ' : 'just above ';
}

/** As in a comparison: the mark before the figure, so that figures stay one below the other. */
function marked(text: string, broken: readonly string[]): string {
  return broken.length === 0 ? text : `✗ ${text}`;
}

/** What the marks mean: which limits break, each once. */
export function brokenLegend(rows: readonly Standing[]): string | undefined {
  const broken = [...new Set(rows.flatMap((r) => r.broken.flat()))];
  return broken.length === 0 ? undefined : `✗ breaks a limit: ${broken.join(', ')}`;
}
