// Which prices a bill rests on, and which of them somebody should look at again.

import type { Bill } from '../analysis/bill.ts';
import type { Choice } from '../graph/types.ts';

export interface PriceSource {
  /** Items that are bought so, by name. */
  readonly items: readonly string[];
  readonly choice: Choice;
  readonly stale: Staleness | undefined;
}

/** Why a price is stale: a newer one is known, or nobody has looked for a year. */
export type Staleness =
  | { readonly kind: 'newer'; readonly since: string }
  | { readonly kind: 'old'; readonly seen: string };

/** Every way in which something is bought in some case, once, in the order of the bill. */
export function priceSources(bill: Bill, asOf: string | undefined): readonly PriceSource[] {
  const found = new Map<Choice, Set<string>>();
  for (const item of bill.cases.flatMap((c) => c.items)) {
    if (item.choice === undefined) continue;
    const items = found.get(item.choice) ?? new Set();
    found.set(item.choice, items.add(item.name));
  }
  const byKey = new Map<string, { readonly choice: Choice; readonly items: Set<string> }>();
  for (const [choice, items] of found) {
    const key = `${choice.path}\n${choice.tariff}\n${choice.path === '' ? choice.label : ''}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, { choice, items });
    else for (const item of items) known.items.add(item);
  }
  return [...byKey.values()].map(({ choice, items }) => ({
    choice,
    items: [...items],
    stale: staleness(choice, asOf),
  }));
}

/** Prices move about once a year; one that nobody has looked at for longer than that is a guess. */
export function staleness(choice: Choice, asOf: string | undefined): Staleness | undefined {
  if (choice.newerSince !== undefined) return { kind: 'newer', since: choice.newerSince };
  const seen = choice.provenance?.date ?? choice.from;
  if (asOf === undefined || seen === undefined || yearAfter(seen) >= asOf) return undefined;
  return { kind: 'old', seen };
}

function yearAfter(day: string): string {
  return `${String(Number(day.slice(0, 4)) + 1).padStart(4, '0')}${day.slice(4)}`;
}

/** `contabo/cloud-vps-20`, or the items that bear their own price. */
export function sourceName({ choice, items }: PriceSource): string {
  return choice.path === '' ? items.join(', ') : choice.path;
}

/** In one line: how many prices, how well known, seen when. */
export function sourcesText(sources: readonly PriceSource[], asOf: string | undefined): string {
  const priced = sources.filter(({ choice }) => choice.unpriced === undefined);
  if (priced.length === 0) return 'prices: none';
  const confidences = ['measured', 'quoted', 'derived', 'assumed'] as const;
  const counts = confidences.flatMap((confidence) => {
    const count = priced.filter((p) => (p.choice.provenance?.confidence ?? 'assumed') === confidence).length;
    return count === 0 ? [] : [`${count} ${confidence}`];
  });
  const days = priced.flatMap(({ choice }) => choice.provenance?.date ?? choice.from ?? []).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  const seen =
    first === undefined ? [] : [first === last ? `seen ${first}` : `seen from ${first} to ${last ?? first}`];
  const undated = priced.length - days.length;
  return [
    asOf === undefined ? 'prices: the newest known' : `prices: as of ${asOf}`,
    counts.join(', '),
    ...seen,
    ...(undated === 0 ? [] : [`${undated} without a date`]),
  ].join('; ');
}
