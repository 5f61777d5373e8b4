// The few figures that stand at the top of the page whatever is looked at, recomputed as a slider moves.

import { mapRanged, type Ranged, rangedAt } from '../../../src/analysis/figures.ts';
import { moneyText, moneyUnit } from '../../../src/report/amounts.ts';
import type { Asked } from '../session.ts';
import { pinnedThroughout } from './one-case.ts';

export interface KeyFigure {
  readonly name: string;
  readonly label: string;
  readonly text: string;
  /** At the middle, for what moved. NaN where it is unknown. */
  readonly value: number;
}

export interface KeyFigures {
  readonly figures: readonly KeyFigure[];
  /** False where a limit is known to be broken in this case. */
  readonly feasible: boolean;
}

export function figures({ grid: whole, graph, place, currency }: Asked): KeyFigures {
  // of one case only what that case needs is computed
  const grid = whole.pinnedTo(pinnedThroughout(graph, place));
  const shown = currency?.currency ?? graph.plan.currency;
  const rate = currency?.rate(place) ?? 1;
  const money = (r: Ranged): Ranged => (rate === 1 ? r : mapRanged(r, (x) => x * rate));
  const { total, upfront, revenue } = graph;
  const month = money(rangedAt(grid, total, place));
  const figure = (name: string, label: string, r: Ranged, per: 'month' | 'year' | undefined): KeyFigure => ({
    name,
    label,
    text: moneyText(r, moneyUnit(shown, per), 'summary'),
    value: r.mid,
  });
  const once = money(rangedAt(grid, upfront, place));
  return {
    figures: [
      figure('total', 'a month', month, 'month'),
      figure(
        'total * 12 months',
        'a year',
        mapRanged(month, (x) => x * 12),
        'year',
      ),
      ...(once.mid === 0 ? [] : [figure('upfront', 'once', once, undefined)]),
      ...(revenue === undefined
        ? []
        : [figure('margin', 'margin', money(rangedAt(grid, revenue.margin, place)), 'month')]),
    ],
    feasible: grid.value(graph.feasible, place) !== 0,
  };
}
