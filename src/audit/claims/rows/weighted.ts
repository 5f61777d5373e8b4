// An average by shares: a table says what each plan brings and how many choose it, and its last row or a line under it what one
// brings on average, `Blended ARPU: $224`.

import { halfStep } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import { largest, smallest } from '../../lists.ts';
import { said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { type Grid, isShare } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import type { Spoken } from '../content/spoken.ts';

/** A column of money whose rows have shares that add up to a whole. */
export interface Weighed {
  readonly index: number;
  readonly shares: readonly Figure[];
  readonly amounts: readonly Figure[];
  readonly under: Heading | undefined;
  /** The place of the table among the blocks. */
  readonly table: number;
}

const mostRows = 12;
/** Of 100: shares are rounded. */
const mostOff = 1.01;

const weighted =
  /(?<!\p{L})(?:blended|weighted|gewichtet\p{L}*|pondér\p{L}*|ponderad\p{L}*|ağırlıklı)(?!\p{L})|средневзвешенн|加权|加重/iu;
const averaged =
  /(?<!\p{L})(?:average|avg|mean|arpu|arpa|durchschnitt\p{L}*|mittlere\p{L}*|moyenne?s?|promedio|médi[oa]s?|medi[oa]s?|ortalama)(?!\p{L})|средн|平均/iu;
/** Anything that makes it another amount than that of the column. */
const otherwise =
  /(?<!\p{L})(?:after|before|net|less|minus|without|excl\p{L}*|incl\p{L}*|plus|target\p{L}*|goal|cac|ltv|margin|profit|costs?|year\p{L}*|annual\p{L}*|if|growth|nach|netto|ohne|ziel|kosten|jahr\p{L}*|après|sans|objectif|marge|coût|an|année|después|sin|objetivo|margen|costo|año|depois|sem|margem|custo|meta|ano|sonra|hedef|maliyet|yıl\p{L}*)(?!\p{L})|после|без|цель|год|成本|目标|目標|年/iu;
const longest = 90;
/** A line so many blocks below the table is still about it. */
const furthest = 3;

export function weighedIn(grid: Grid, table: number): readonly Weighed[] {
  if (!grid.columns.some((c) => c.isShare && c.index > 0)) return [];
  const plain = grid.rows.filter((r) => r.kind === 'plain' && !weighted.test(r.label));
  if (plain.length < 2 || plain.length > mostRows) return [];
  const inColumn = (index: number): readonly Figure[] =>
    plain.flatMap((r) => r.cells[index]?.figure ?? []).filter((f) => f.low === f.high && f.bound === 'none');
  const shares = grid.columns
    .filter((c) => c.isShare && c.index > 0)
    .map((c) => inColumn(c.index).filter(isShare))
    .find((own) => own.length === plain.length && isWhole(own));
  if (shares === undefined) return [];
  return grid.columns.flatMap(({ index }): Weighed[] => {
    const amounts = inColumn(index).filter((f) => currencyOf(f) !== '' && f.perCount === 1);
    if (index === 0 || amounts.length < plain.length || isSplit(shares, amounts)) return [];
    return [{ index, shares, amounts, under: grid.under, table }];
  });
}

function isWhole(shares: readonly Figure[]): boolean {
  return Math.abs(shares.reduce((n, f) => n + f.high, 0) - 100) <= mostOff;
}

/** What the shares are of: `$60`, `60%`, and `$40`, `40%`. */
function isSplit(shares: readonly Figure[], amounts: readonly Figure[]): boolean {
  const total = amounts.reduce((n, f) => n + f.high, 0);
  return amounts.every((f, i) => Math.abs((f.high / total) * 100 - (shares[i]?.high ?? 0)) <= 1);
}

/** `| Blended | $250 |`, the last row of the table. */
export function blendedRowsIn(grid: Grid, weighed: readonly Weighed[]): readonly Claim[] {
  const row = grid.rows.at(-1);
  if (row === undefined || weighed.length === 0 || !weighted.test(row.label)) return [];
  return weighed.flatMap((w): readonly Claim[] => {
    const stated = row.cells[w.index]?.figure;
    if (stated === undefined || currencyOf(stated) === '') return [];
    // a column that has the shares in it is added up
    const sum = w.amounts.reduce((n, f) => n + f.high, 0);
    const isSum = fitOf(stated, 'high', sum, { low: sum, high: sum }).fits;
    return isSum ? [] : judged(stated, [w]);
  });
}

/** `Blended ARPU: $224`, right under the table. */
export function blendedLinesIn(
  spoken: readonly Spoken[],
  weighed: readonly Weighed[],
  figuresOf: (passage: Spoken['passage']) => readonly Figure[],
): readonly Claim[] {
  if (weighed.length === 0) return [];
  return spoken.flatMap(({ passage, kind, under, at }): readonly Claim[] => {
    const { text } = passage;
    if (kind === 'heading' || text.length > longest || /[×*÷=+]/.test(text)) return [];
    if (!weighted.test(text) && !averaged.test(text)) return [];
    const own = weighed.filter(
      (w) => w.table < at && at - w.table <= furthest && w.under?.passage === under?.passage,
    );
    const [stated, ...more] = figuresOf(passage).filter((f) => !f.name);
    if (stated === undefined || more.length > 0 || own.length === 0 || !isAmount(stated)) return [];
    if (otherwise.test(`${text.slice(0, stated.start)} ${text.slice(stated.end)}`)) return [];
    return judged(stated, own);
  });
}

function judged(stated: Figure, columns: readonly Weighed[]): readonly Claim[] {
  const [first, ...more] = columns.filter((w) =>
    w.amounts.every((f) => currencyOf(f) === currencyOf(stated)),
  );
  if (first === undefined || stated.low !== stated.high || stated.bound !== 'none') return [];
  const fits = (w: Weighed): boolean => {
    const value = meanOf(w);
    const step = largest(w.amounts.map((f) => f.step));
    return fitOf(stated, 'high', value, halfStep(value, step)).fits;
  };
  const right = [first, ...more].find(fits);
  const shown = right ?? first;
  const values = shown.amounts.map((f) => f.high);
  // of several columns, which is meant is not said; and no average lies outside of what it is of
  const isOther = more.length > 0 || stated.high < smallest(values) || stated.high > largest(values);
  if (right === undefined && isOther) return [];
  const value = meanOf(shown);
  const working = shown.amounts.map((f, i) => `${percent(shown.shares[i])} × ${said(f)}`).join(' + ');
  const plainMean = values.reduce((n, v) => n + v, 0) / values.length;
  const isPlainMean = Math.abs(stated.high - plainMean) <= stated.step / 2;
  return [
    recomputedClaim({
      kind: 'average',
      stated,
      operands: [...shown.amounts, ...shown.shares],
      fits: right !== undefined,
      recomputed: { low: value, high: value },
      working,
      confidence: stated.about || isPlainMean ? 0.6 : 0.8,
    }),
  ];
}

function percent(share: Figure | undefined): string {
  return share === undefined ? '' : said(share);
}

function meanOf({ shares, amounts }: Weighed): number {
  const whole = shares.reduce((n, f) => n + f.high, 0);
  return amounts.reduce((n, f, i) => n + (f.high * (shares[i]?.high ?? 0)) / whole, 0);
}
