// Figures that a reader should doubt: assumed, undated, old, replaced by a newer price, or not there at all.

import { isKnown, rangedAt } from '../analysis/figures.ts';
import type { Named } from '../graph/types.ts';
import { type PriceSource, seenOn, staleDays } from './price-sources.ts';
import type { ReportContext } from './report-context.ts';

export interface Dated {
  readonly what: string;
  readonly date: string;
  readonly days: number;
}

export interface WeakFigures {
  readonly assumedInputs: readonly Named[];
  readonly unknownInputs: readonly Named[];
  readonly assumedPrices: readonly PriceSource[];
  readonly undated: readonly PriceSource[];
  /** A later price is known than the one that held on the plan's day. */
  readonly replaced: readonly PriceSource[];
  readonly stale: readonly Dated[];
  readonly undatedRates: readonly string[];
  readonly unpriced: readonly PriceSource[];
}

export function weakFigures(ctx: ReportContext): WeakFigures {
  const { plan, graph, grid, base } = ctx;
  const inputs = plan.inputs.flatMap((input) => graph.names.get(input.name) ?? []);
  const prices = ctx.prices();
  const priced = prices.filter((u) => u.choice.unpriced === undefined);
  const rates = plan.exchange.map(({ from, to, provenance }) => ({
    what: `1 ${from} in ${to}`,
    date: provenance.date,
  }));
  const dated = [...priced.map((u) => ({ what: priceName(u), date: seenOn(u.choice) })), ...rates];
  const stale = dated.flatMap(({ what, date }) => {
    const days = staleDays(date, plan.asOf);
    return date === undefined || days === undefined ? [] : [{ what, date, days }];
  });
  return {
    assumedInputs: inputs.filter((n) => n.provenance?.confidence === 'assumed'),
    unknownInputs: inputs.filter((n) => !isKnown(rangedAt(grid, n.node, base))),
    assumedPrices: priced.filter((u) => u.choice.provenance?.confidence === 'assumed'),
    undated: priced.filter((u) => seenOn(u.choice) === undefined),
    replaced: priced.filter((u) => u.choice.newerSince !== undefined),
    stale,
    undatedRates: rates.filter((r) => r.date === undefined).map((r) => r.what),
    unpriced: prices.filter((u) => u.choice.unpriced !== undefined),
  };
}

/** The catalog path, or the item of a price that the plan writes itself. */
export function priceName({ choice, labels }: PriceSource): string {
  return choice.path === '' ? `the plan's own price of ${labels.join(', ')}` : choice.path;
}
