// Whether a figure that does not follow as it was read is reached in another way from the figures around it: `7 engineers (25%) | 12
// months | 7,000 | 147,000` is no year of 7,000, but 7 × 25% × 12 × 7,000. The simplest ways are tried first, and one counts only
// where so many tries would hardly hit the printed digits by chance.

import { offsetIn, offsetOf } from '../../passage.ts';
import { said } from '../../print.ts';
import type { Block, Claim, ClaimKind, Figure, Passage } from '../../types.ts';
import { figureValue } from '../calculations/value.ts';
import { isShare } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';

type FiguresOf = (passage: Passage) => readonly Figure[];

/** What is said of one or two figures: of more, hardly anything else can be meant. */
const mostOperands = 2;
/** What is read off columns and lines; a calculation that is written out says itself what it is. */
const open: ReadonlySet<ClaimKind> = new Set<ClaimKind>([
  'row',
  'period',
  'difference',
  'saving',
  'per-unit',
]);
/** Surer ones have very many rows that show how they are meant. */
const mostSure = 0.88;
/** A document with more is read wrong in other ways. */
const mostClaims = 300;
/** A claim that is reached in another way is doubtful. */
const doubt = 0.35;

export function withOtherWays(
  claims: readonly Claim[],
  blocks: readonly Block[],
  figuresOf: FiguresOf,
): readonly Claim[] {
  const asked = claims
    .filter(
      ({ verdict, kind, operands, confidence }) =>
        verdict === 'wrong' && open.has(kind) && operands.length <= mostOperands && confidence < mostSure,
    )
    .slice(0, mostClaims);
  if (asked.length === 0) return claims;
  const rows = rowsAround(asked, blocks);
  const doubtful = new Map<Claim, Claim>();
  for (const claim of asked) {
    const passages = rows.get(claim.stated) ?? [claim.stated.passage];
    const around = [...claim.operands, ...passages.flatMap(figuresOf)];
    const way = anotherWay(claim.stated, around);
    if (way === undefined) continue;
    const message = `${claim.message}, unless ${way} is meant`;
    doubtful.set(claim, { ...claim, message, confidence: Math.max(0, claim.confidence - doubt) });
  }
  return doubtful.size === 0 ? claims : claims.map((c) => doubtful.get(c) ?? c);
}

/** The cells of the row that a figure stands in. */
function rowsAround(
  claims: readonly Claim[],
  blocks: readonly Block[],
): ReadonlyMap<Figure, readonly Passage[]> {
  const places = claims.map(({ stated }) => ({ stated, at: offsetOf(stated) })).sort((a, b) => a.at - b.at);
  const found = new Map<Figure, readonly Passage[]>();
  let next = 0;
  for (const block of blocks) {
    if (block.kind !== 'table') continue;
    for (const row of block.rows) {
      const [first] = row;
      const last = row.at(-1);
      if (first === undefined || last === undefined) continue;
      const [from, to] = [offsetIn(first, 0), offsetIn(last, last.text.length)];
      while ((places[next]?.at ?? Number.POSITIVE_INFINITY) < from) next += 1;
      for (; (places[next]?.at ?? Number.POSITIVE_INFINITY) <= to; next++) {
        const stated = places[next]?.stated;
        if (stated !== undefined) found.set(stated, row);
      }
    }
  }
  return found;
}

/** What nobody writes: months, days, hours, weeks. */
const unsaid: readonly number[] = [12, 30, 365, 24, 730, 7, 52];
/** Of the figures around it. */
const most = 8;
/** How many hits by chance are borne. */
const bearable = 0.1;
/** A figure lies somewhere in so many e-folds. */
const range = Math.log(1e5);

interface Part {
  readonly value: number;
  readonly text: string;
  readonly currency: string;
}

/** Tries ways until one hits, or until so many tries would hit by chance. */
class Search {
  readonly #stated: number;
  readonly #room: number;
  readonly #mostTries: number;
  #tries = 0;

  constructor({ high, step }: Figure) {
    this.#stated = high;
    this.#room = step * 0.5001;
    this.#mostTries = (bearable * range * Math.abs(high)) / step;
  }

  get isOver(): boolean {
    return this.#tries > this.#mostTries;
  }

  hits(value: number): boolean {
    this.#tries += 1;
    return !this.isOver && Math.abs(value - this.#stated) <= this.#room;
  }
}

/** In the figures' own words; undefined where none is found. */
function anotherWay(stated: Figure, around: readonly Figure[]): string | undefined {
  if (stated.low !== stated.high || stated.high === 0 || isShare(stated)) return undefined;
  const parts = partsOf(stated, around);
  const search = new Search(stated);
  return sumOf(parts, stated, search) ?? productOf(parts, stated, search);
}

function partsOf(stated: Figure, around: readonly Figure[]): readonly Part[] {
  const place = offsetOf(stated);
  const parts = new Map<number, Part>();
  for (const figure of around) {
    const value = figureValue(figure, 'high').value;
    if (figure.name || figure.low !== figure.high || value === 0 || parts.has(value)) continue;
    if (offsetOf(figure) === place) continue;
    parts.set(value, { value, text: said(figure), currency: currencyOf(figure) });
    if (parts.size === most) break;
  }
  return [...parts.values()];
}

/** `a − b − c`, of amounts in the same currency. */
function sumOf(parts: readonly Part[], stated: Figure, search: Search): string | undefined {
  const amounts = parts.filter((p) => p.currency === currencyOf(stated) && p.currency !== '');
  const tried = (own: readonly (readonly [number, Part])[]): string | undefined =>
    search.hits(own.reduce((n, [sign, p]) => n + sign * p.value, 0))
      ? own.map(([sign, p], i) => (i === 0 ? p.text : `${sign > 0 ? '+' : '−'} ${p.text}`)).join(' ')
      : undefined;
  for (const a of amounts) {
    const way = tried([[1, a]]);
    if (way !== undefined) return way;
  }
  const signs = [1, -1] as const;
  for (const [i, a] of amounts.entries()) {
    for (const [j, b] of amounts.entries()) {
      if (i === j) continue;
      for (const sign of signs) {
        const way =
          sign > 0 && j < i
            ? undefined
            : tried([
                [1, a],
                [sign, b],
              ]);
        if (way !== undefined) return way;
        for (const c of amounts.slice(j + 1)) {
          if (c === a) continue;
          for (const other of signs) {
            const longer = tried([
              [1, a],
              [sign, b],
              [other, c],
            ]);
            if (longer !== undefined) return longer;
          }
        }
      }
      if (search.isOver) return undefined;
    }
  }
  return undefined;
}

/** A product on its way, and whether money is in it: an amount is made of one amount, not of two, and a count of none. */
interface Product {
  readonly value: number;
  readonly money: number;
  readonly words: readonly string[];
}

/** `a × b × c`, each of which may divide, and with what nobody writes. */
function productOf(parts: readonly Part[], stated: Figure, search: Search): string | undefined {
  const wanted = currencyOf(stated) !== '' && parts.some((p) => p.currency !== '') ? 1 : 0;
  const tried = ({ value, money, words }: Product): string | undefined =>
    money === wanted && search.hits(value) ? words.join(' ') : undefined;
  const times = (product: Product, { value, text, currency }: Part, sign: '×' | '÷'): Product => {
    const isTimes = sign === '×';
    const money = currency === '' ? 0 : isTimes ? 1 : -1;
    return {
      value: isTimes ? product.value * value : product.value / value,
      money: product.money + money,
      words: product.words.length === 0 ? [text] : [...product.words, sign, text],
    };
  };
  /** With so many of the parts behind the last. */
  const withMore = (product: Product, from: number, depth: number): string | undefined => {
    if (depth === 0) return tried(product);
    for (const [k, part] of parts.slice(from).entries()) {
      for (const sign of signsOf(product)) {
        const way = withMore(times(product, part, sign), from + k + 1, depth - 1);
        if (way !== undefined) return way;
      }
      if (search.isOver) return undefined;
    }
    return undefined;
  };
  const nothing: Product = { value: 1, money: 0, words: [] };
  for (const depth of [1, 2, 3, 4]) {
    const way =
      withMore(nothing, 0, depth) ??
      first(depth > 3 ? [] : unsaid, (factor) => {
        const part: Part = { value: factor, text: String(factor), currency: '' };
        return withMore(times(nothing, part, '×'), 0, depth);
      });
    if (way !== undefined || search.isOver) return way;
  }
  return undefined;
}

function signsOf({ words }: Product): readonly ('×' | '÷')[] {
  return words.length === 0 ? ['×'] : ['×', '÷'];
}

function first<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
