// Figures that a reader should doubt: assumed, undated, old, replaced by a newer price, or not there at all.

import { isKnown, rangedAt } from '../analysis/figures.ts';
import type { Named } from '../graph/types.ts';
import { daysBetween } from './provenance-text.ts';
import type { ReportContext } from './report-context.ts';
import type { UsedPrice } from './used-prices.ts';

/** A price or rate seen longer ago than this, counted back from the plan's day, may not be one any more. */
export const staleAfterDays = 180;

export interface Dated {
  readonly what: string;
  readonly date: string;
  readonly days: number;
}

export interface WeakFigures {
  readonly assumedInputs: readonly Named[];
  readonly unknownInputs: readonly Named[];
  readonly assumedPrices: readonly UsedPrice[];
  readonly undated: readonly UsedPrice[];
  /** A later price is known than the one that held on the plan's day. */
  readonly replaced: readonly UsedPrice[];
  readonly stale: readonly Dated[];
  readonly undatedRates: readonly string[];
  readonly unpriced: readonly UsedPrice[];
}

export function weakFigures(ctx: ReportContext): WeakFigures {
  const { plan, graph, grid, base } = ctx;
  const inputs = plan.inputs.flatMap((input) => graph.names.get(input.name) ?? []);
  const prices = ctx.prices();
  const priced = prices.filter((u) => u.choice.unpriced === undefined);
  const dateOf = ({ choice }: UsedPrice): string | undefined => choice.provenance?.date ?? choice.from;
  const rates = plan.exchange.map(({ from, to, provenance }) => ({
    what: `1 ${from} in ${to}`,
    date: provenance.date,
  }));
  const dated = [...priced.map((u) => ({ what: priceName(u), date: dateOf(u) })), ...rates];
  const stale = dated.flatMap(({ what, date }) => {
    const days = date === undefined || plan.asOf === undefined ? 0 : daysBetween(date, plan.asOf);
    return date !== undefined && days > staleAfterDays ? [{ what, date, days }] : [];
  });
  return {
    assumedInputs: inputs.filter((n) => n.provenance?.confidence === 'assumed'),
    unknownInputs: inputs.filter((n) => !isKnown(rangedAt(grid, n.node, base))),
    assumedPrices: priced.filter((u) => u.choice.provenance?.confidence === 'assumed'),
    undated: priced.filter((u) => dateOf(u) === undefined),
    replaced: priced.filter((u) => u.choice.newerSince !== undefined),
    stale,
    undatedRates: rates.filter((r) => r.date === undefined).map((r) => r.what),
    unpriced: prices.filter((u) => u.choice.unpriced !== undefined),
  };
}

/** The catalog path, or the item of a price that the plan writes itself. */
export function priceName({ choice, items }: UsedPrice): string {
  return choice.path === '' ? `the plan's own price of ${items.join(', ')}` : choice.path;
}
