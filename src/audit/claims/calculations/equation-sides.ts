// The two sides of an equals sign, held against each other.

import { type Factor, hasCurrency, multiply, unitFromAtom } from '../../../quantity/unit.ts';
import { isUsualFactor, timeIn } from '../../judge/calendar.ts';
import { isRoundedFor } from '../../judge/compare.ts';
import { residualFactors } from '../../judge/unit-factors.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { currencyOf } from '../content/ledger.ts';
import { confidenceOf, hasData } from './equation-confidence.ts';
import { firstFit, type Trial } from './equation-readings.ts';
import type { Expression, Side } from './expression.ts';
import { sameButCurrency, sameKind } from './same-kind.ts';
import { isByTheHour, isOfEach, isOfUnsaidLength, isOfUnsaidSize } from './unsaid-factors.ts';
import { evaluate, unitOf } from './value.ts';

/** Two amounts in different currencies that the document calls equal: for the exchange rate. */
export interface Exchange {
  readonly from: Figure;
  readonly to: Figure;
}

/** `€39 + $100 = €131`: what is added, and the sum in one of the two. */
export interface MixedSum {
  readonly parts: readonly Figure[];
  readonly stated: Figure;
}

export type Outcome = Claim | Exchange | MixedSum;

/** Amounts of two currencies, all added, and what they come to in one of them. */
function sumOfCurrencies({ expression, figures }: Side, stated: Figure): MixedSum | undefined {
  const own = currencyOf(stated);
  const areAmounts = [...figures, stated].every((f) => isPlainAmount(f) && f.low === f.high);
  const foreign = new Set(figures.map(currencyOf).filter((c) => c !== own));
  if (!areAmounts || own === '' || foreign.size !== 1 || foreign.has('')) return undefined;
  return isAddition(expression) ? { parts: figures, stated } : undefined;
}

function isAddition(expression: Expression): boolean {
  if (expression.kind !== 'operation') return expression.kind === 'figure';
  return expression.sign === '+' && isAddition(expression.left) && isAddition(expression.right);
}

export function judge(left: Side, right: Side): Outcome | undefined {
  const running = firstFigure(right);
  if (running === undefined || running.bound !== 'none') return undefined;
  if (left.figures.some((f) => f.bound !== 'none')) return undefined;
  // `100 × 3 = 300 × 2 = 600`: people go on calculating behind the sign
  const claim = compare(left, running);
  if (claim === undefined || !('verdict' in claim) || claim.verdict === 'right') return claim;
  if (right.operators === 0) return isNamedSign(left, claim) ? undefined : claim;
  const whole = compareSides(left, right);
  if (whole !== undefined && whole.verdict === 'right') return whole;
  // with an expression on both sides it is not certain what is meant
  return { ...claim, confidence: claim.confidence * 0.6 };
}

/** `$0 - $1.56 = a loss of $1.56`: a word in front of the amount says which sign it has. */
function isNamedSign({ expression }: Side, { stated, recomputed }: Claim): boolean {
  const isTaken = expression.kind === 'operation' && expression.sign === '-';
  const negated = Math.abs(recomputed.low + stated.high) <= stated.step / 2;
  return (
    isTaken &&
    negated &&
    /[=＝≈][^\p{L}=＝≈]*\p{L}[^=＝≈]*$/u.test(stated.passage.text.slice(0, stated.start))
  );
}

function firstFigure(side: Side): Figure | undefined {
  return side.figures[0];
}

/** `a × b = c × d`. */
function compareSides(left: Side, right: Side): Claim | undefined {
  const stated = right.figures[0];
  if (stated === undefined) return undefined;
  const a = evaluate(left.expression, 'high', false);
  const b = evaluate(right.expression, 'high', false);
  const [unitA, unitB] = [unitOf(left.expression), unitOf(right.expression)];
  if (unitA === undefined || unitB === undefined) return undefined;
  const residual = residualFactors(unitA, unitB, true);
  if (residual.kind !== 'factors') return undefined;
  const equal = residual.factors.some(({ factor }) => {
    const room = Math.abs(b.value) * 0.006;
    return a.spread.low * factor <= b.spread.high + room && a.spread.high * factor >= b.spread.low - room;
  });
  if (!equal) return undefined;
  return {
    kind: 'equation',
    stated,
    operands: left.figures,
    verdict: 'right',
    recomputed: { low: a.value, high: a.value },
    working: '',
    message: '',
    confidence: 1,
  };
}

export function compare(left: Side, stated: Figure): Outcome | undefined {
  const computedUnit = unitOf(left.expression);
  if (computedUnit === undefined) return sumOfCurrencies(left, stated);
  const plain = left.figures.filter(
    (f) => f.unit.factors.length === 0 || /^(?:work|business|working|active|billable|trading)/.test(f.noun),
  );
  // a result without a period leaves open which of the operands' it is for
  const timeless = timeIn(stated.unit).length === 0;
  const loose = timeless || plain.some((f) => isUsualFactor(f.low));
  const residual = residualFactors(computedUnit, stated.unit, loose);
  // `$0.40 + $0.45 = $0.85/1000`: what all of them are for is said once
  if (stated.perCount > 1 && isSum(left) && left.figures.every((f) => f.perCount === 1))
    return compare(left, { ...stated, perCount: 1 });
  // `$1.14 / 8.64 = $0.13 per million tokens`: of so many millions
  if (stated.perCount > 1 && isQuotient(left) && left.figures.every((f) => f.perCount === 1)) {
    const perMillion = compare(left, { ...stated, perCount: 1 });
    if (perMillion !== undefined && 'verdict' in perMillion && perMillion.verdict === 'right')
      return { ...perMillion, stated };
  }
  const single = residual.kind === 'open' ? perSingle(left, stated) : stated;
  if (single !== stated) return compare(left, single);
  if (residual.kind === 'currencies') {
    const [only] = left.figures;
    return left.operators === 0 && only !== undefined && sameButCurrency(only, stated)
      ? { from: only, to: stated }
      : undefined;
  }
  if (residual.kind === 'open') return undefined;
  if (left.operators === 0 && (!sameKind(left.figures[0], stated) || isOfEach(left.figures[0])))
    return undefined;
  if (isOfUnsaidSize(left, stated)) return undefined;
  if (isOfUnsaidLength(left, stated)) return undefined;
  const factors = isByTheHour(left, stated) ? [unchanged, ...residual.factors] : residual.factors;
  const fit = firstFit(left, stated, factors);
  const { plainest } = fit;
  const isRounded =
    left.operators === 0 && left.figures.some((f) => factors.some((r) => isRoundedFor(f, stated, r.factor)));
  const fitting = fit.right ?? (isRounded || isWholeOf(left, stated, plainest) ? plainest : undefined);
  const right = isDigitSlip(stated, plainest) && fitting === plainest ? undefined : fitting;
  const best = right ?? plainest;
  if (best === undefined) return undefined;
  if (right === undefined && best.off > mostUnpriced && isUnpriced(left, stated)) return undefined;
  const working = right === undefined ? workingText(left, best.assumed) : '';
  const kind = left.operators === 0 ? (isData(stated) ? 'unit-conversion' : 'period') : 'equation';
  return {
    kind:
      right === undefined && left.operators === 0 && residual.factors.length > 0 && hasData(stated)
        ? 'unit-conversion'
        : kind,
    stated,
    operands: left.figures,
    verdict: right === undefined ? 'wrong' : 'right',
    recomputed: best.recomputed,
    working,
    ...(right === undefined || right.assumed === '' ? {} : { convention: right.assumed }),
    message:
      right === undefined ? `${working} is ${likeFigure(best.recomputed, stated)}, not ${said(stated)}` : '',
    confidence: right === undefined ? confidenceOf(left, stated, residual.explained, best.off) : 1,
  };
}

/** `2 basic plans + 1 large = $18,000`: what each costs was said somewhere else. */
function isUnpriced({ figures }: Side, stated: Figure): boolean {
  return hasCurrency(stated.unit) && figures.every((f) => !hasCurrency(f.unit));
}

/** Far from what the numbers alone come to. */
const mostUnpriced = 0.8;

/** `$11,185 / $979 = 12 customers`: part of one cannot be had. */
function isWholeOf(left: Side, stated: Figure, plainest: Trial | undefined): boolean {
  if (plainest === undefined || !isRatio(left) || stated.step !== 1 || hasCurrency(stated.unit)) return false;
  return stated.low === stated.high && stated.high === Math.ceil(plainest.recomputed.high);
}

/** `1 TB × $0.02/GB = $20/TB`, `$0.02 × 1024 GB = $20.48 per TB`: for one of what the result is for, and so without it. */
function perSingle({ figures }: Side, stated: Figure): Figure {
  const per = stated.unit.factors.find((u) => u.atom.kind === 'data' && u.power === -1);
  const isOne = (f: Figure): boolean => {
    const [data, ...others] = f.unit.factors;
    if (per === undefined || data?.atom.kind !== 'data' || data.power !== 1 || others.length > 0)
      return false;
    const times = (f.high * sizeOf(data)) / sizeOf(per);
    return [1, 1.024, 1000 / 1024].some((n) => Math.abs(times - n) < 1e-9);
  };
  const one = figures.filter(isOne);
  if (per === undefined || one.length !== 1) return stated;
  return { ...stated, unit: multiply(stated.unit, unitFromAtom(per.atom)) };
}

function sizeOf({ atom }: Factor): number {
  return atom.numerator / atom.denominator;
}

/**
 * `202.5 × $0.15 = $30.275`, of what is 30.375 to the last digit: one digit is another, and those behind it are right. A price with
 * more digits than are printed comes out so once in a hundred times.
 */
function isDigitSlip(stated: Figure, plainest: Trial | undefined): boolean {
  if (plainest === undefined || stated.low !== stated.high || stated.about) return false;
  const meant = plainest.recomputed.high;
  if (meant === stated.high) return false;
  const steps = [stated.high, meant].map((n) => Math.round(Math.abs(n) / stated.step));
  const [a = '', b = ''] = steps.map(String);
  if (Math.abs(meant / stated.step - Math.round(meant / stated.step)) > 1e-6) return false;
  if (plainest.recomputed.low !== meant || a.length !== b.length || /0$/.test(a)) return false;
  const off = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  return off.length === 1 && a.length - 1 - (off[0] ?? 0) >= 2;
}

const unchanged = { factor: 1, assumed: '' };

function isSum({ expression }: Side): boolean {
  return expression.kind === 'operation' && (expression.sign === '+' || expression.sign === '-');
}

function isQuotient({ expression }: Side): boolean {
  return expression.kind === 'operation' && expression.sign === '/';
}

function isData(figure: Figure): boolean {
  return figure.unit.factors.length > 0 && figure.unit.factors[0]?.atom.kind === 'data';
}

function workingText(left: Side, assumed: string): string {
  const first = left.figures[0];
  const last = left.figures.at(-1);
  if (first === undefined || last === undefined) return '';
  const { text: whole } = first.passage;
  const from = whole[first.start - 1] === '(' ? first.start - 1 : first.start;
  const to = whole[last.end] === ')' ? last.end + 1 : last.end;
  const text = whole.slice(from, to).replace(/\s+/g, ' ');
  const opened = (text.match(/\(/g)?.length ?? 0) - (text.match(/\)/g)?.length ?? 0);
  const balanced =
    opened > 0 ? `${text}${')'.repeat(Math.min(opened, 9))}` : `${'('.repeat(Math.min(-opened, 9))}${text}`;
  return assumed === '' ? balanced : `${balanced} (${assumed})`;
}

/** One amount of money divided by another, or so much data by so much. */
export function isRatio({ expression, figures }: Side): boolean {
  const [a, b] = figures;
  if (a === undefined || b === undefined || figures.length > 2) return false;
  const isMoney = figures.every((f) => hasCurrency(f.unit));
  const isAlike = a.unit.key === b.unit.key && a.unit.factors.length > 0;
  return expression.kind === 'operation' && expression.sign === '/' && (isMoney || isAlike);
}
