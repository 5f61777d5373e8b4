// Finding products by words: `vps 8`, `contabo storage`, `email`. Same words, same catalog, same order.

import type { Product, Vendor } from './types.ts';

export interface Match {
  readonly vendor: Vendor;
  readonly product: Product;
  /** Higher fits better. Comparable only within one search. */
  readonly score: number;
}

/** How much it counts where a word was found. */
interface Place {
  readonly text: string;
  readonly weight: number;
}

/** The products in which every word is found, best first; all of them where there are no words. */
export function searchProducts(vendors: readonly Vendor[], words: readonly string[]): readonly Match[] {
  const wanted = words.flatMap((word) => word.toLowerCase().split(/\s+/)).filter((word) => word !== '');
  const matches: Match[] = [];
  for (const vendor of vendors) {
    for (const product of vendor.products.values()) {
      const score = scoreOf(wanted, placesOf(vendor, product));
      if (score !== undefined) matches.push({ vendor, product, score });
    }
  }
  return matches.sort((a, b) => b.score - a.score || compareText(pathOf(a.product), pathOf(b.product)));
}

function pathOf(product: Product): string {
  return `${product.vendor}/${product.id}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placesOf(vendor: Vendor, product: Product): readonly Place[] {
  const places = [
    { text: product.id, weight: 6 },
    { text: pathOf(product), weight: 6 },
    { text: product.name, weight: 5 },
    { text: vendor.id, weight: 4 },
    { text: vendor.name, weight: 4 },
    { text: product.kind ?? '', weight: 3 },
    ...product.plans.flatMap((plan) => [
      { text: plan.id, weight: 3 },
      { text: plan.name, weight: 3 },
      ...[...plan.attributes.keys()].map((text) => ({ text, weight: 2 })),
    ]),
  ];
  return places.map(({ text, weight }) => ({ text: text.toLowerCase(), weight }));
}

/** The sum over the words of the best place for each; undefined where a word is nowhere. */
function scoreOf(words: readonly string[], places: readonly Place[]): number | undefined {
  let sum = 0;
  for (const word of words) {
    const best = Math.max(...places.map((place) => place.weight * fitOf(word, place.text)));
    if (best === 0) return undefined;
    sum += best;
  }
  return sum;
}

/** The whole text, the beginning of one of its words, somewhere, nowhere. */
function fitOf(word: string, text: string): number {
  if (text === word) return 3;
  const at = text.indexOf(word);
  if (at === -1) return 0;
  const begins = text.split(/[^a-z0-9.]+/).some((part) => part.startsWith(word));
  return begins || at === 0 ? 2 : 1;
}
