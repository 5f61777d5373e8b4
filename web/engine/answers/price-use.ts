// Which prices the open plan is made of, and who in it pays them.

import type { Block } from '../../../src/report/blocks.ts';
import { type PriceSource, staleText } from '../../../src/report/price-sources.ts';
import { pricesSection } from '../../../src/report/sections/prices.ts';
import type { Asked } from '../session.ts';
import { contextOf } from './report-context.ts';

export interface PriceUse {
  /** As in the catalog: `vendor/product/plan`. */
  readonly path: string;
  /** Names of items. */
  readonly items: readonly string[];
  readonly labels: readonly string[];
  /** In words, where the price should be looked at again. */
  readonly stale: string | undefined;
}

export interface PricesUsed {
  readonly uses: readonly PriceUse[];
  readonly asOf: string | undefined;
  /** The report's own list, with sources and dates. */
  readonly blocks: readonly Block[];
}

export function pricesUsed(asked: Asked): PricesUsed {
  const ctx = contextOf(asked);
  const { asOf } = ctx.plan;
  const use = ({ choice, items, labels, stale }: PriceSource): PriceUse => ({
    path: choice.path,
    items,
    labels,
    stale: stale === undefined ? undefined : staleText(stale, asOf),
  });
  return { uses: ctx.prices().map(use), asOf, blocks: pricesSection(ctx) };
}
