// The same amount said for two periods, side by side: `$5.25/month, $63/year`, `€480 a year (€40/month)`.

import type { Interval } from '../../quantity/interval.ts';
import { lengthsBetween, periodOf } from '../judge/calendar.ts';
import { fitOf } from '../judge/compare.ts';
import { likeFigure, said } from '../print.ts';
import type { Claim, Figure } from '../types.ts';
import { currencyOf } from './ledger.ts';

/** What may stand between two ways to say one amount. */
const between =
  /^[\s*_`]*(?:[,;(/|≈–—-]|or|i\.e\.|that is|oder|ou|veya|bzw\.)+[\s(*_`]*(?:or|i\.e\.|that is|which is|about|approx\.?|roughly|etwa|ca\.|env\.|soit|d\.h\.|also|oder|ou|yani|~|≈|\s)*[\s(*_`]*$/i;

const notTheSame =
  /\b(?:billed|upfront|prepaid|annual plan|discount|if paid|when paid|commit|reserved|jährliche zahlung|rabatt|facturé|cobrado|save|off)\b/i;

export function periodsIn(text: string, figures: readonly Figure[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (let i = 0; i + 1 < figures.length; i++) {
    const [a, b] = [figures[i], figures[i + 1]];
    if (a === undefined || b === undefined || !between.test(text.slice(a.end, b.start))) continue;
    const claim = samePeriods(a, b, text);
    if (claim !== undefined) claims.push(claim);
  }
  return claims;
}

function samePeriods(a: Figure, b: Figure, text: string): Claim | undefined {
  if (currencyOf(a) === '' || currencyOf(a) !== currencyOf(b) || a.perCount !== 1 || b.perCount !== 1)
    return undefined;
  if (a.bound !== 'none' || b.bound !== 'none' || a.name || b.name) return undefined;
  const [pa, pb] = [periodOf(a.unit), periodOf(b.unit)];
  if (pa === '' || pb === '' || pa === pb) return undefined;
  const plain = (f: Figure): boolean => f.unit.factors.length === 2;
  if (!plain(a) || !plain(b)) return undefined;
  return scaledClaim(a, b, lengthsBetween(pb, pa), notTheSame.test(text) ? 0.4 : 0.85);
}

/** `stated` should be `base` times one of the factors; the first is the one to explain. */
export function scaledClaim(
  base: Figure,
  stated: Figure,
  factors: readonly number[],
  confidence: number,
): Claim | undefined {
  const [first] = factors;
  if (first === undefined) return undefined;
  const fits = (factor: number): boolean => {
    const at = (end: 'low' | 'high'): boolean => {
      const spread = end === 'low' ? base.lowSpread : base.highSpread;
      const scaled: Interval = { low: spread.low * factor, high: spread.high * factor };
      return fitOf(stated, end, base[end] * factor, scaled).fits;
    };
    return at('low') && at('high');
  };
  const fitting = factors.find(fits);
  const factor = fitting ?? first;
  const recomputed = { low: base.low * factor, high: base.high * factor };
  const shown = factor >= 1 ? `× ${short(factor)}` : `/ ${short(1 / factor)}`;
  const working = `${said(base)} ${shown}`;
  const loose = base.about || stated.about;
  const off = Math.abs(stated.high - recomputed.high) / Math.max(stated.high, recomputed.high);
  return {
    kind: 'period',
    stated,
    operands: [base],
    verdict: fitting === undefined ? 'wrong' : 'right',
    recomputed,
    working,
    message:
      fitting === undefined ? `${working} is ${likeFigure(recomputed, stated)}, not ${said(stated)}` : '',
    confidence: fitting === undefined ? confidence - (loose && off < 0.15 ? 0.35 : 0) : 1,
  };
}

function short(factor: number): string {
  return String(Math.round(factor * 100) / 100);
}
