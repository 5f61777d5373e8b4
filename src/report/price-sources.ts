// Which prices the cases of a plan are made of, how old they are, and which of them somebody should look at again.

import type { Bill } from '../analysis/bill.ts';
import { type Pinned, placeOf } from '../analysis/cases.ts';
import type { Choice, Graph, GraphItem } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { placesOver, sizeOf } from '../grid/layout.ts';

/** One way in which something is bought. */
export interface PriceSource {
  readonly choice: Choice;
  /** Items that are bought so in some case, and what they are called. */
  readonly items: readonly string[];
  readonly labels: readonly string[];
  /** All of them are in no total. */
  readonly optional: boolean;
  readonly stale: Staleness | undefined;
}

/** Why a price is stale: a newer one is known, or nobody has looked for long. */
export type Staleness =
  | { readonly kind: 'newer'; readonly since: string }
  | { readonly kind: 'old'; readonly seen: string; readonly days: number };

/** What was seen longer ago than this, counted back from the plan's day, may not be so any more: a price, a rate. */
export const staleAfterDays = 180;

const day = 86_400_000;

/** Whole days from one ISO day to another; negative where it is the other way round. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / day);
}

/** How many days before the plan's day it was seen, where they are too many. */
export function staleDays(seen: string | undefined, asOf: string | undefined): number | undefined {
  const days = seen === undefined || asOf === undefined ? 0 : daysBetween(seen, asOf);
  return days > staleAfterDays ? days : undefined;
}

/** The day on which somebody saw the price. */
export function seenOn({ provenance, from }: Choice): string | undefined {
  return provenance?.date ?? from;
}

export function staleness(choice: Choice, asOf: string | undefined): Staleness | undefined {
  if (choice.newerSince !== undefined) return { kind: 'newer', since: choice.newerSince };
  const seen = seenOn(choice);
  const days = staleDays(seen, asOf);
  return seen === undefined || days === undefined ? undefined : { kind: 'old', seen, days };
}

/** `another price is known since 2026-02-01`, `seen 2025-01-03, 210 days before 2025-08-01`. */
export function staleText(stale: Staleness, asOf: string | undefined): string {
  return stale.kind === 'newer'
    ? `another price is known since ${stale.since}`
    : `seen ${stale.seen}, ${stale.days} days before ${asOf ?? 'now'}`;
}

/** Of the cases of a bill, in its order. */
export function priceSources({ cases }: Bill, asOf: string | undefined): readonly PriceSource[] {
  const found = new Gathered();
  for (const item of cases.flatMap((c) => c.items))
    if (item.choice !== undefined) found.add(item, item.choice);
  return found.sources(asOf);
}

/** Of all cases that the pins leave, whatever a bill shows of them: by path, then the plan's own in its order. */
export function pricesUsed(grid: Grid, pinned: Pinned): readonly PriceSource[] {
  const { graph } = grid;
  const found = new Gathered();
  // what is charged has a source and a date as well as what is paid
  for (const item of [...graph.items, ...(graph.revenue?.lines ?? [])]) {
    for (const choice of choicesUsed(grid, item, pinned)) found.add(item, choice);
  }
  const all = found.sources(graph.plan.asOf);
  const own = all.filter((source) => source.choice.path === '');
  const bought = all.filter((source) => source.choice.path !== '');
  return [...bought.sort((a, b) => compareText(a.choice.path, b.choice.path)), ...own];
}

/** An item as far as its price is concerned. */
interface Buyer {
  readonly name: string;
  readonly label: string;
  readonly optional: boolean;
}

/** Every way of buying once, with everyone who buys so. */
class Gathered {
  readonly #buyers = new Map<string, { readonly choice: Choice; readonly by: Map<string, Buyer> }>();

  add(item: Buyer, choice: Choice): void {
    // two inline prices in the same words are two prices
    const key = `${choice.path === '' ? item.name : choice.path}\n${choice.tariff}`;
    const known = this.#buyers.get(key);
    if (known === undefined) this.#buyers.set(key, { choice, by: new Map([[item.name, item]]) });
    else known.by.set(item.name, item);
  }

  sources(asOf: string | undefined): readonly PriceSource[] {
    return [...this.#buyers.values()].map(({ choice, by }) => {
      const buyers = [...by.values()];
      const items = buyers.map((b) => b.name);
      return {
        choice,
        items,
        labels: [...new Set(buyers.map((b) => b.label))],
        optional: buyers.every((b) => b.optional),
        stale: staleness(choice, asOf),
      };
    });
  }
}

/** More cases than this are not walked one by one. */
const walkable = 1 << 16;

/** An item that may choose among fifty products uses a few of them. */
function choicesUsed(grid: Grid, item: GraphItem, pinned: Pinned): readonly Choice[] {
  const { graph } = grid;
  const free = axesOf(graph, item).filter((axis) => !pinned.has(axis));
  grid.evaluate([item.choice, item.present]);
  const indices = new Set<number>();
  if (sizeOf(graph, free) > walkable) {
    for (const index of grid.column(item.choice).data) indices.add(index);
  } else {
    for (const place of placesOver(graph, free, placeOf(graph, pinned))) {
      if (grid.value(item.present, place) !== 0) indices.add(grid.value(item.choice, place));
    }
  }
  return [...indices]
    .filter((i) => !Number.isNaN(i))
    .sort((a, b) => a - b)
    .flatMap((i) => item.choices[i] ?? []);
}

function axesOf(graph: Graph, item: GraphItem): readonly number[] {
  const axes = [item.choice, item.present].flatMap((id) => graph.nodes[id]?.axes ?? []);
  return [...new Set(axes)].sort((a, b) => a - b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
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
  const days = priced.flatMap(({ choice }) => seenOn(choice) ?? []).sort();
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
