// One price said for two counts or sizes: `$0.15 per 1M tokens ($0.00015 per 1K)`, `$0.09/GB = $90/TB`, and a price for a million
// beside that for one in the row of a table.

import { grouped } from '../../../quantity/print-number.ts';
import { divide, scaleOf } from '../../../quantity/unit.ts';
import { isPowerOfTen } from '../../judge/slips.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Grid } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

/** What may stand between two ways to say one price. */
const between =
  /^[\s*_`]*(?:[(（=≈→]|=>|->)[\s*_`]*(?:=|≈|~|i\.e\.|or|about|approx\.?|d\.h\.|soit|ca\.|oder|ou|yani)?[\s*_`~]*$/iu;

/** Further off, it is another price, where the digits are not the same. */
const mostOff = 0.2;

export function scaledPricesIn(text: string, figures: readonly Figure[]): readonly Claim[] {
  return figures.flatMap((stated, i): readonly Claim[] => {
    const base = figures[i - 1];
    if (base === undefined || !isPrice(base) || !isPrice(stated)) return [];
    if (!between.test(text.slice(base.end, stated.start))) return [];
    const factors = factorsBetween(base, stated);
    return factors === undefined ? [] : claimOf(base, stated, factors);
  });
}

/** `| $1.4846 per 1M | $0.0000014846 |`: what one costs, in rows that keep it. */
export function scaledCellsIn({ rows, columns }: Grid): readonly Claim[] {
  if (rows.length > mostRows) return [];
  return columns.flatMap(({ index }) => {
    const claims = rows.flatMap(({ kind, cells }): readonly Claim[] => {
      const [base, stated] = [cells[index]?.figure, cells[index + 1]?.figure];
      if (kind !== 'plain' || base === undefined || stated === undefined || base.perCount < least) return [];
      if (![base, stated].every(isExact) || currencyOf(base) !== currencyOf(stated)) return [];
      if (stated.perCount !== 1 || stated.unit.factors.length > 1) return [];
      return claimOf(base, stated, [1 / base.perCount]);
    });
    return claims.some((c) => c.verdict === 'right') ? claims.filter(isSure) : [];
  });
}

const mostRows = 200;
const least = 1000;

function isSure({ verdict, stated, recomputed }: Claim): boolean {
  return verdict === 'right' || isPowerOfTen(stated.high / recomputed.high);
}

function isExact({ low, high, bound, name }: Figure): boolean {
  return low === high && bound === 'none' && !name && high > 0;
}

/** Money for so many of a thing, or for a size. */
function isPrice(figure: Figure): boolean {
  const per = figure.unit.factors.filter((f) => f.power < 0 && f.atom.kind !== 'calendar');
  const isPer = per.length === 1 && (per[0]?.atom.kind === 'count' || per[0]?.atom.kind === 'data');
  return isExact(figure) && currencyOf(figure) !== '' && isPer;
}

/** By what the first is to be multiplied; undefined where both are for the same, or for different things. */
function factorsBetween(base: Figure, stated: Figure): readonly number[] | undefined {
  if (currencyOf(base) !== currencyOf(stated)) return undefined;
  const rest = divide(stated.unit, base.unit);
  const counts = stated.perCount / base.perCount;
  if (rest.factors.length === 0) return counts === 1 ? undefined : [counts];
  const isOfData = rest.factors.length === 2 && rest.factors.every((f) => f.atom.kind === 'data');
  if (!isOfData) return undefined;
  const { numerator, denominator } = scaleOf(rest);
  const scale = denominator / numerator;
  // 1,000 or 1,024 of the smaller in the larger
  const steps = Math.round(Math.log(scale) / Math.log(1000));
  return [scale * counts, 1.024 ** steps * scale * counts];
}

function claimOf(base: Figure, stated: Figure, factors: readonly number[]): readonly Claim[] {
  const [first = 1] = factors;
  const fits = factors.some((factor) => {
    const room = stated.step / 2 + (base.step / 2) * factor;
    const value = base.high * factor;
    return Math.abs(stated.high - value) <= Math.min(room, value * mostRounded) + value * 1e-9;
  });
  const value = base.high * first;
  const ratio = stated.high / value;
  const isNear = Math.abs(ratio - 1) < mostOff;
  const shown = first >= 1 ? `× ${short(first)}` : `/ ${short(1 / first)}`;
  return [
    recomputedClaim({
      kind: 'per-unit',
      stated,
      operands: [base],
      fits,
      recomputed: { low: value, high: value },
      working: `${said(base)} ${shown}`,
      confidence: isPowerOfTen(ratio) ? 0.85 : isNear && !stated.about ? 0.8 : 0.5,
    }),
  ];
}

/** What a price of one or two digits leaves open says nothing. */
const mostRounded = 0.06;

function short(factor: number): string {
  return grouped(String(Math.round(factor * 100) / 100));
}
