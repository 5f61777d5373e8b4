// Equations in running text, in every spelling: `A × B = C`, `A × 12: C`, `C (A × B)`, chains, and two amounts that are said to
// be equal (`$0.315/hour = $226.80/month`).

import { type Factor, hasCurrency, multiply, unitFromAtom } from '../../quantity/unit.ts';
import { isUsualFactor, periodOf, timeIn } from '../judge/calendar.ts';
import { isRoundedFor } from '../judge/compare.ts';
import { residualFactors } from '../judge/unit-factors.ts';
import { likeFigure, said } from '../print.ts';
import type { Claim, Figure } from '../types.ts';
import { firstFit, type Trial } from './equation-readings.ts';
import { type Expression, type Side, sideAfter, sideBefore } from './expression.ts';
import { isShare } from './grid.ts';
import { currencyOf } from './ledger.ts';
import { isPlainAmount } from './roles.ts';
import { type Token, tokensOf } from './tokens.ts';
import { isByTheHour, isNet, isOfEach, isOfUnsaidLength, isOfUnsaidSize } from './unsaid-factors.ts';
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

export interface Equations {
  readonly claims: readonly Claim[];
  readonly exchanges: readonly Exchange[];
  readonly mixed: readonly MixedSum[];
}

export function equationsIn(text: string, figures: readonly Figure[]): Equations {
  if (figures.length < 2 || !/[=≈≅＝:：→(（>⇒]/.test(text)) return { claims: [], exchanges: [], mixed: [] };
  const tokens = tokensOf(text, figures);
  const claims: Claim[] = [];
  const exchanges: Exchange[] = [];
  const mixed: MixedSum[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'equals' || token.kind === 'arrow' || token.kind === 'colon') {
      const left = sideBefore(tokens, index);
      const right = sideAfter(tokens, index);
      if (left === undefined || right === undefined) continue;
      if (token.kind !== 'equals' && left.operators === 0) continue;
      if (token.kind === 'arrow' && isNumbering(left)) continue;
      // a label between belongs to what follows
      if (token.kind === 'colon' && tokens[index - 1]?.kind === 'words') continue;
      if (token.kind === 'colon' && (right.words > 1 || !hasUnitOf(right, left))) continue;
      const outcome = judge(left, right);
      if (outcome === undefined) continue;
      if ('parts' in outcome) mixed.push(outcome);
      else if ('from' in outcome) exchanges.push(outcome);
      else claims.push(left.operators === 0 && followsFigure(tokens, left) ? doubted(outcome) : outcome);
    } else if (token.kind === 'open') {
      const claim = worked(text, tokens, index);
      if (claim !== undefined) claims.push(claim);
    }
  }
  return { claims, exchanges, mixed };
}

/** A text that is a calculation and nothing else, `50 hr × $0.18`, against what it comes to somewhere else. */
export function calculationIn(text: string, figures: readonly Figure[], stated: Figure): Claim | undefined {
  const tokens = tokensOf(text, figures);
  const side = sideBefore(tokens, tokens.length);
  if (side === undefined || side.operators === 0 || side.words > 2) return undefined;
  if (side.figures.length !== figures.length || side.figures.some((f) => f.bound !== 'none'))
    return undefined;
  if (stated.bound !== 'none') return undefined;
  const claim = compare(side, stated);
  return claim === undefined || !('verdict' in claim) ? undefined : claim;
}

/** `3 servers at $5/hour = $10,800/month`: the amount in front of the sign is not all that is multiplied. */
function followsFigure(tokens: readonly Token[], left: Side): boolean {
  const at = tokens.findIndex((t) => t.kind === 'figure' && t.figure === left.figures[0]);
  for (let i = at - 1; i >= 0; i--) {
    const kind = tokens[i]?.kind;
    if (kind === 'stop' || kind === 'colon' || kind === 'equals' || kind === 'arrow') return false;
    if (kind === 'figure') return true;
  }
  return false;
}

function doubted(claim: Claim): Claim {
  return claim.verdict === 'wrong' ? { ...claim, confidence: claim.confidence * 0.6 } : claim;
}

/** `Circular 15/633 → article 13`: a name with a slash; `$0.10/$0.40 → 60% less`: two prices. */
function isNumbering({ expression, figures }: Side): boolean {
  const [a, b] = figures;
  if (a === undefined || b === undefined || expression.kind !== 'operation' || figures.length > 2)
    return false;
  const areAlike = currencyOf(a) === currencyOf(b) && (currencyOf(a) !== '' || a.unit.factors.length === 0);
  return areAlike && a.passage.text.slice(a.end, b.start) === '/';
}

/** `Hours: 24 × 7` is no equation; money on one side has to be money on the other. */
function hasUnitOf(right: Side, left: Side): boolean {
  const money = (side: Side): boolean =>
    side.figures.some((f) => f.unit.factors.some((u) => u.atom.kind === 'currency' && u.power > 0));
  return money(left) && money(right) && right.operators === 0;
}

/** `$919.80 (3 × $0.42 × 730)`: an amount, and in parentheses how it came about. */
function worked(text: string, tokens: readonly Token[], open: number): Claim | undefined {
  const side = sideAfter(tokens, open);
  if (side === undefined || side.operators === 0) return undefined;
  const before = figureBefore(tokens, open, isRatio(side) ? 9 : 0);
  if (before === undefined || isCountOfPrice(before) || isPairOfPrices(side)) return undefined;
  const used = tokens.slice(open + 1).findIndex((t) => t.kind === 'close');
  const inner = tokens.slice(open + 1, open + 1 + used);
  if (used === -1 || inner.filter((t) => t.kind === 'figure').length !== side.figures.length)
    return undefined;
  if (inner.some((t) => t.kind === 'equals' || t.kind === 'colon' || t.kind === 'stop')) return undefined;
  if (
    /^[\s(]*(?:vs|versus|statt|instead|was|au lieu|en vez|em vez)(?!\p{L})/iu.test(
      text.slice(tokens[open]?.start),
    )
  )
    return undefined;
  const stated: Side = {
    expression: { kind: 'figure', figure: before },
    operators: 0,
    figures: [before],
    words: 0,
  };
  const bothMoney = [stated, side].every((s) => s.figures.some((f) => hasCurrency(f.unit)));
  // `60% ($0.06 / $0.10)`, `8 months ($4,000 / $500)`
  const ratio = isRatio(side) && before.unit.factors.every((u) => u.atom.kind !== 'currency');
  if (!bothMoney && !ratio) return undefined;
  const outcome = judge(side, stated);
  if (outcome === undefined || !('verdict' in outcome)) return undefined;
  if (!ratio || outcome.verdict === 'right') return outcome;
  return isSlipOf(outcome) ? { ...outcome, confidence: 0.75 } : undefined;
}

/**
 * A slash stands between two prices as often as it divides: `50% off ($1.50 / $7.50)`. Only what is near was reckoned, or is said to
 * be so many times.
 */
function isSlipOf({ stated, recomputed }: Claim): boolean {
  if (stated.times || timesWord.test(stated.noun)) return true;
  return Math.abs(stated.high / recomputed.high - 1) < mostOfRatio;
}

const mostOfRatio = 0.3;
const timesWord = /^(?:times|mal|fois|veces|vezes|volte|kat|раза?)$/;

/** `$32 per 1M tokens ($4 text / $16 audio)`: so many are what a price is for. */
function isCountOfPrice({ passage, start }: Figure): boolean {
  return /(?:\/|(?<!\p{L})(?:per|pro|par|por|je))\s*$/iu.test(
    passage.text.slice(Math.max(0, start - 8), start),
  );
}

/** `Gamma 2 ($0.25/$1.25 per 1M tokens)`: what goes in, and what comes out, for so many each. */
function isPairOfPrices(side: Side): boolean {
  const last = side.figures.at(-1);
  return isRatio(side) && last !== undefined && last.perCount > 1;
}

/** The figure in front of a parenthesis; of a share, `13% of the total (…)`, with a few words between. */
function figureBefore(tokens: readonly Token[], open: number, mostWords: number): Figure | undefined {
  let at = open - 1;
  while (tokens[at]?.kind === 'words' && open - 1 - at < mostWords) at -= 1;
  const token = tokens[at];
  if (token?.kind !== 'figure') return undefined;
  return at === open - 1 || isShare(token.figure) ? token.figure : undefined;
}

/** One amount of money divided by another, or so much data by so much. */
function isRatio({ expression, figures }: Side): boolean {
  const [a, b] = figures;
  if (a === undefined || b === undefined || figures.length > 2) return false;
  const isMoney = figures.every((f) => hasCurrency(f.unit));
  const isAlike = a.unit.key === b.unit.key && a.unit.factors.length > 0;
  return expression.kind === 'operation' && expression.sign === '/' && (isMoney || isAlike);
}

type Outcome = Claim | Exchange | MixedSum;

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

function judge(left: Side, right: Side): Outcome | undefined {
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

function compare(left: Side, stated: Figure): Outcome | undefined {
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

/** `$5/hour = $3,600/month`, `500 GB = 0.5 TB`; not `2 users = $198`. */
function sameKind(a: Figure | undefined, b: Figure): boolean {
  if (a === undefined || a.perCount !== b.perCount) return false;
  const kinds = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind === 'currency' || u.atom.kind === 'data')
      .map((u) => `${u.atom.kind === 'data' ? 'data' : u.atom.name}^${u.power}`)
      .sort()
      .join(' ');
  const [ka, kb] = [kinds(a), kinds(b)];
  if (isSameRate(a, b)) return true;
  if (ka !== kb || ka === '') return false;
  const counts = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind === 'count')
      .map((u) => u.atom.name)
      .sort()
      .join(' ');
  if (counts(a) !== counts(b)) return false;
  const time = (f: Figure): boolean =>
    f.unit.factors.some((u) => u.atom.kind === 'time' || u.atom.kind === 'calendar');
  // the same unit on both sides is a change, or two names for one thing
  if (a.unit.key === b.unit.key) return false;
  // `$5 = $60/year` leaves open what the first is for
  return ka.includes('data') || (time(a) && time(b));
}

/** `2,400 tokens/sec = 8,640,000 tokens/hour`, `30,000 writes/day = 900K/month` */
function isSameRate(a: Figure, b: Figure): boolean {
  const [of, by] = [countedIn(a), countedIn(b)];
  if (of === undefined || by === undefined || periodOf(a.unit) === periodOf(b.unit)) return false;
  return of === by || of === '' || by === '';
}

/** What so many of come in a time: `token`, '' for what is not named; undefined where the figure is something else. */
function countedIn({ unit }: Figure): string | undefined {
  const [count, ...more] = unit.factors.filter((u) => u.atom.kind === 'count');
  const rest = unit.factors.filter((u) => u !== count);
  const isRate = rest.length === 1 && timeIn(unit)[0]?.power === -1 && more.length === 0;
  return isRate && (count === undefined || count.power === 1) ? (count?.atom.name ?? '') : undefined;
}

function sameButCurrency(a: Figure, b: Figure): boolean {
  const others = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind !== 'currency')
      .map((u) => u.atom.name)
      .sort()
      .join(' ');
  const [oa, ob] = [others(a), others(b)];
  return oa === ob || oa === '' || ob === '';
}

function isData(figure: Figure): boolean {
  return figure.unit.factors.length > 0 && figure.unit.factors[0]?.atom.kind === 'data';
}

function hasData(figure: Figure): boolean {
  return figure.unit.factors.some((u) => u.atom.kind === 'data');
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

const redundant = /raid|mirror|usable|redundan|effective|replica|spiegel|nutzbar|utile|efectiv|冗余|可用/iu;

const freePart =
  /(?<!\p{L})(?:first|free tier|free|included?|ersten|inklusive|frei|gratuits?|premiers?|inclus|primer[oa]s|incluid[oa]s?|primeir[oa]s|gratis|grátis|ücretsiz|ilk)(?!\p{L}|\s+(?:year|month|jahr|monat|ann[ée]e|mois|año|mes|ano|mês|yıl|ay)\p{L}{0,2}(?!\p{L}))|免费|無料|最初|бесплатн|перв\p{L}*(?!\p{L}|\s+(?:год|месяц))/iu;

function confidenceOf(left: Side, stated: Figure, explained: boolean, off: number): number {
  let confidence = left.operators === 0 ? 0.85 : 0.95;
  // two disks that mirror each other are one
  if (hasData(stated) && redundant.test(stated.passage.text)) confidence -= 0.5;
  // part of the use costs nothing
  if (freePart.test(stated.passage.text.replace(/audit-ok:.*/u, ''))) confidence -= 0.3;
  const loose = stated.about || left.figures.some((f) => f.about);
  if (loose && off < 0.1) confidence -= 0.4;
  if (isNet(left, stated)) confidence -= 0.4;
  return Math.max(0.1, confidence - doubtOf(left, stated, explained, off) * (off < nearby ? mostlyMeant : 1));
}

/** What comes this near was hardly reckoned from anything else, whatever its units say. */
const nearby = 0.05;
const mostlyMeant = 0.4;
const mostUneven = 0.5;

/** How likely it is that something else than these figures was reckoned with. */
function doubtOf(left: Side, stated: Figure, explained: boolean, off: number): number {
  let doubt = 0;
  if (left.words > 3) doubt += 0.15;
  const ranges = left.figures.filter((f) => f.low < f.high).length;
  if (stated.low < stated.high !== ranges > 0) doubt += 0.35;
  // money over money is a share
  const moneyIn = unitOf(left.expression)?.factors.some((u) => u.atom.kind === 'currency') === true;
  const moneyOut = hasCurrency(stated.unit);
  // what is multiplied has no price and the result has, or the reverse: something was left out
  const bare = moneyIn
    ? stated.unit.factors.length === 0
    : left.figures.every((f) => f.unit.factors.length === 0);
  // so many by the day are not the same every day
  if (left.operators === 0 && countedIn(stated) !== undefined && off > mostUneven) doubt += 0.5;
  if (moneyIn !== moneyOut) return doubt + (bare && left.operators > 0 ? 0.25 : 0.5);
  return explained ? doubt : doubt + 0.1;
}
