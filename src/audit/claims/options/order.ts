// `Sorted by monthly cost`, `ranked from cheapest to most expensive`: the rows of the next table, or the items of the next list, in
// that order; or a table of costs with a column of ranks. One row that is out of place is told; more are another order. Where nobody
// says that rows are in order and nearly all are, it is doubtful.

import { said } from '../../print.ts';
import type { Block, Claim, Figure, TableBlock } from '../../types.ts';
import { type Comparison, rankHeading } from '../content/comparisons.ts';
import type { FiguresOf } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { comparedClaim } from '../content/recomputed.ts';

const sorted =
  /(?<!\p{L})(?:sorted|ordered|ranked|ranking|rangliste|classement|clasificación|sortiert|geordnet|trié\p{L}*|classé\p{L}*|ordenad\p{L}*|clasificad\p{L}*|classificad\p{L}*|sıralanmış|sıralı|отсортирован\p{L}*|упорядочен\p{L}*)(?!\p{L})|排序|並べ|順に/iu;
const byCost =
  /(?<!\p{L})(?:cost|price|cheapest|expensive|tco|kosten|preis|günstigst\p{L}*|teuerst\p{L}*|coût|prix|cher|costo|coste|precio|barat\p{L}*|custo|preço|maliyet|fiyat|ucuz\p{L}*|стоимост\p{L}*|цен\p{L}*)(?!\p{L})|成本|费用|价格|価格|費用|安い/iu;

/** The marks of the first three. */
const medals = /🥇|🥈|🥉/u;

export function orderIn(
  blocks: readonly Block[],
  comparisons: readonly Comparison[],
  figuresOf: FiguresOf,
): readonly Claim[] {
  return blocks.flatMap((block, at): readonly Claim[] => {
    if (block.kind === 'code') return [];
    if (block.kind === 'table') {
      const before = blocks[at - 1];
      if (before !== undefined && before.kind !== 'table' && saysOrder(before)) return [];
      const own = comparisons.filter((c) => c.table === at);
      return misplaced(
        own.map(amountsOf),
        own.every((c) => c.isOnlyCost) && isRanked(block) ? ranked : silent,
      );
    }
    if (!saysOrder(block)) return [];
    const next = blocks[at + 1];
    const columns =
      next?.kind === 'table'
        ? comparisons.filter((c) => c.table === at + 1).map(amountsOf)
        : [listFrom(blocks, at + 1, figuresOf)];
    return misplaced(columns, announced);
  });
}

function saysOrder(block: Exclude<Block, { kind: 'table' }>): boolean {
  if (block.kind === 'code') return false;
  const { text } = block.passage;
  return text.length <= longest && sorted.test(text) && byCost.test(text);
}

function amountsOf({ options }: Comparison): readonly Figure[] {
  return options.map((o) => o.figure);
}

/** `1`, `2`, `3` … under `Rank`, or medals in front of the first rows. */
function isRanked({ rows, headerRows }: TableBlock): boolean {
  const body = rows.slice(headerRows, headerRows + mostItems);
  const column = (rows[headerRows - 1] ?? []).findIndex((c) => rankHeading.test(c.text));
  const places = body.map((row) => Number(/\d+/.exec(row[column]?.text ?? '')?.[0]));
  const isCounted = column >= 0 && places.every((n, i) => n === i + 1);
  const marks = body.slice(0, 3).map((row) => medals.exec(row.map((c) => c.text).join(' '))?.[0]);
  return isCounted || (marks[0] === '🥇' && marks[1] === '🥈');
}

/** What says that rows are in order: how many may be out of it, and how sure it is that they ought not to be. */
interface Order {
  readonly least: number;
  readonly mostWrong: (rows: number) => number;
  readonly confidence: number;
  readonly says: string;
}

const announced: Order = {
  least: 3,
  mostWrong: () => 1,
  confidence: 0.76,
  says: 'the order is said to be by cost',
};
const ranked: Order = {
  least: 3,
  mostWrong: () => 1,
  confidence: 0.72,
  says: 'the options are ranked, nothing but costs is compared',
};
/** Nobody says it, and nearly all rows keep it. */
const silent: Order = {
  least: 6,
  mostWrong: (rows) => rows / 4,
  confidence: 0.5,
  says: 'the other rows are in order of cost',
};

function misplaced(columns: readonly (readonly Figure[])[], order: Order): readonly Claim[] {
  const rated = columns
    .filter((c) => c.length >= order.least)
    .map((c) => ({ rows: c.length, wrong: outOfPlace(c) }));
  // by whichever amount it is in order
  if (rated.length === 0 || rated.some((r) => r.wrong.length === 0)) return [];
  return rated
    .filter((r) => r.wrong.length <= order.mostWrong(r.rows))
    .slice(0, 1)
    .flatMap(({ wrong }) =>
      wrong.map(({ figure, neighbour }) =>
        comparedClaim({
          kind: 'superlative',
          stated: figure,
          other: neighbour,
          fits: false,
          message: `${order.says}, and ${said(figure)} is out of place beside ${said(neighbour)}`,
          confidence: order.confidence,
        }),
      ),
    );
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
function outOfPlace(figures: readonly Figure[]): readonly Misplaced[] {
  const up = longestRun(figures, (a, b) => a.low <= b.high);
  const down = longestRun(figures, (a, b) => a.high >= b.low);
  const kept = new Set(up.length >= down.length ? up : down);
  return figures.flatMap((figure, i): Misplaced[] => {
    const neighbour = figures[i === 0 ? 1 : i - 1];
    return kept.has(figure) || neighbour === undefined ? [] : [{ figure, neighbour }];
  });
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
