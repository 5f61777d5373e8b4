// `Sorted by monthly cost`, `ranked from cheapest to most expensive`: the rows of the next table, or the items of the next list, in
// that order. One row that is out of place is told; more are another order.

import { said } from '../print.ts';
import type { Block, Claim, Figure } from '../types.ts';
import type { Comparison } from './comparisons.ts';
import type { FiguresOf } from './grid.ts';
import { currencyOf } from './ledger.ts';

const sorted =
  /(?<!\p{L})(?:sorted|ordered|ranked|sortiert|geordnet|trié\p{L}*|classé\p{L}*|ordenad\p{L}*|clasificad\p{L}*|classificad\p{L}*|sıralanmış|sıralı|отсортирован\p{L}*|упорядочен\p{L}*)(?!\p{L})|排序|並べ|順に/iu;
const byCost =
  /(?<!\p{L})(?:cost|price|cheapest|expensive|tco|kosten|preis|günstigst\p{L}*|teuerst\p{L}*|coût|prix|cher|costo|coste|precio|barat\p{L}*|custo|preço|maliyet|fiyat|ucuz\p{L}*|стоимост\p{L}*|цен\p{L}*)(?!\p{L})|成本|费用|价格|価格|費用|安い/iu;

export function orderIn(
  blocks: readonly Block[],
  comparisons: readonly Comparison[],
  figuresOf: FiguresOf,
): readonly Claim[] {
  return blocks.flatMap((block, at): readonly Claim[] => {
    if (block.kind === 'table' || block.kind === 'code') return [];
    const { text } = block.passage;
    if (text.length > longest || !sorted.test(text) || !byCost.test(text)) return [];
    const next = blocks[at + 1];
    const columns =
      next?.kind === 'table'
        ? comparisons.filter((c) => c.table === at + 1).map((c) => c.options.map((o) => o.figure))
        : [listFrom(blocks, at + 1, figuresOf)];
    const rated = columns.filter((c) => c.length >= 3).map(outOfPlace);
    // by whichever amount it is in order
    if (rated.length === 0 || rated.some((r) => r.wrong.length === 0)) return [];
    const [first] = rated;
    return first?.wrong.length === 1 ? first.wrong.map((w) => claimOf(w.figure, w.neighbour)) : [];
  });
}

const longest = 200;
const mostItems = 40;

/** The one amount of each item of a list. */
function listFrom(blocks: readonly Block[], from: number, figuresOf: FiguresOf): readonly Figure[] {
  const figures: Figure[] = [];
  for (let at = from; blocks[at]?.kind === 'item'; at++) {
    if (figures.length > mostItems) return [];
    const block = blocks[at];
    const money = block?.kind === 'item' ? figuresOf(block.passage).filter((f) => currencyOf(f) !== '') : [];
    const [figure] = money;
    if (figure === undefined || money.length !== 1) return [];
    figures.push(figure);
  }
  return figures;
}

interface Misplaced {
  readonly figure: Figure;
  readonly neighbour: Figure;
}

/** What has to go so that the rest is in order, upwards or downwards, whichever keeps more. */
function outOfPlace(figures: readonly Figure[]): { readonly wrong: readonly Misplaced[] } {
  const up = longestRun(figures, (a, b) => a.low <= b.high);
  const down = longestRun(figures, (a, b) => a.high >= b.low);
  const kept = new Set(up.length >= down.length ? up : down);
  return {
    wrong: figures.flatMap((figure, i): Misplaced[] => {
      const neighbour = figures[i === 0 ? 1 : i - 1];
      return kept.has(figure) || neighbour === undefined ? [] : [{ figure, neighbour }];
    }),
  };
}

/** The longest part of the list, gaps allowed, in which each follows the one before it. */
function longestRun(
  figures: readonly Figure[],
  follows: (a: Figure, b: Figure) => boolean,
): readonly Figure[] {
  const best: (readonly Figure[])[] = [];
  for (const [i, figure] of figures.entries()) {
    let longestBefore: readonly Figure[] = [];
    for (let j = 0; j < i; j++) {
      const run = best[j] ?? [];
      const last = run.at(-1);
      if (last !== undefined && follows(last, figure) && run.length > longestBefore.length)
        longestBefore = run;
    }
    best.push([...longestBefore, figure]);
  }
  return best.reduce((a, b) => (b.length > a.length ? b : a), []);
}

function claimOf(stated: Figure, neighbour: Figure): Claim {
  return {
    kind: 'superlative',
    stated,
    operands: [neighbour],
    verdict: 'wrong',
    recomputed: { low: neighbour.low, high: neighbour.high },
    working: said(neighbour),
    message: `the order is said to be by cost, and ${said(stated)} is out of place beside ${said(neighbour)}`,
    confidence: 0.76,
  };
}
