// Between which two figures nine of ten samples lie.

import { bandIndex } from '../../../src/analysis/figures.ts';
import { risk } from '../../../src/analysis/risk.ts';
import { moneyText, moneyUnit } from '../../../src/report/amounts.ts';
import type { Asked } from '../session.ts';
import { pinnedThroughout } from './one-case.ts';

export interface Interval {
  /** `52.10–61.40 EUR/month` */
  readonly text: string;
  readonly median: string;
  readonly samples: number;
}

const samples = 4096;

/** undefined where nothing that the total follows is uncertain. */
export function interval({ grid, graph, place, currency }: Asked): Interval | undefined {
  const pinned = pinnedThroughout(graph, place);
  if (!grid.pinnedTo(pinned).axesOf(graph.total).includes(bandIndex(graph))) return undefined;
  const unit = moneyUnit(currency?.currency ?? graph.plan.currency, 'month');
  const found = risk(
    grid,
    {
      node: graph.total,
      unit,
      ...(currency === undefined ? {} : { rate: currency.rate }),
      by: undefined,
      samples,
      sampling: { seed: 0, independent: false },
      over: undefined,
    },
    pinned,
  );
  const quantiles = found.ok ? found.risk.cases[0]?.spread.quantiles : undefined;
  const at = (probability: number): number =>
    quantiles?.find((q) => q.probability === probability)?.value ?? Number.NaN;
  const [low, mid, high] = [at(0.05), at(0.5), at(0.95)];
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  return {
    text: moneyText({ low, mid, high }, unit, 'summary'),
    median: moneyText({ low: mid, mid, high: mid }, unit, 'summary'),
    samples,
  };
}
