// Figures of one list that follow from each other by their units: 500,000 requests/second at 5,000 requests/second per server
// are 100 servers; 3 replicas per shard and 1,000 shards are 3,000 replicas. Labels say units, too (`Requests per server`).

import { divide, multiply, one, type Unit } from '../../../quantity/unit.ts';
import { nounUnit, unitWord } from '../../figures/words.ts';
import { fitOf } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import { isDuration, isShare, periodOfText } from '../content/grid.ts';
import type { Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

interface Sized {
  readonly figure: Figure;
  readonly label: string;
  readonly unit: Unit;
  readonly isResult: boolean;
  readonly under: Heading | undefined;
}

/** Entries that a person reads as one calculation. */
const window = 6;

export function derivedIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  const claims: Claim[] = [];
  let list: Sized[] = [];
  const recent: Sized[] = [];
  for (const entry of entries) {
    if (entry === undefined) {
      list = [];
      continue;
    }
    const sized = sizedOf(entry);
    if (sized === undefined) continue;
    const claim = sized.isResult
      ? undefined
      : breakEvenWords.test(entry.passage.text)
        ? breakEven(sized, recent.slice(-nearBreakEven))
        : (derive(sized, list.slice(-window)) ??
          byOther(sized, list.slice(-window), recent.slice(-nearOther)));
    if (claim !== undefined && !isOfEarlier(claim, sized, list)) claims.push(claim);
    list.push(sized);
    recent.push(sized);
  }
  // what several lines would come to is what they come to together: `input`, `output`
  const ways = new Map<Figure | undefined, Claim[]>();
  for (const claim of claims) pushTo(ways, claim.operands[0], claim);
  return claims.filter(
    (c) =>
      c.verdict === 'right' ||
      !ways.get(c.operands[0])?.some((d) => d !== c && d.operands[1] === c.operands[1]),
  );
}

/** `Stock: 2,000 g`, its price and value, and then `Stock: 1,500 g`: what was reckoned is of the first. */
function isOfEarlier(
  { verdict, recomputed }: Claim,
  { label, figure }: Sized,
  list: readonly Sized[],
): boolean {
  const isSame = (s: Sized): boolean => s.label === label && s.figure.unit.key === figure.unit.key;
  return verdict === 'wrong' && list.some((s) => isSame(s) && s.figure.high === recomputed.high);
}

const perLabel = /(\p{L}{3,})\s+(?:per|pro|par|por)\s+(\p{L}{3,})/iu;
const needed =
  /^(?:total |number of |required |min(?:imum)? )?(\p{L}{3,})\s*(?:needed|required|count|benötigt|nécessaires|necesarios|necessários|gerekli)?(?: to break[ -]?even)?$/iu;

/** The one figure of a line, with what its label adds to the unit. */
function sizedOf({ figures, label, passage, under }: Entry): Sized | undefined {
  const [figure] = figures;
  if (figure === undefined || figure.low !== figure.high || figure.bound !== 'none' || figure.times)
    return undefined;
  // an equation is checked where it stands; what it comes to can be used
  const isResult = figures.length > 1 && /[=≈→×]/.test(passage.text);
  const stated = isResult ? figures.at(-1) : figure;
  if (stated === undefined || (figures.length > 1 && !isResult && !isRemark(passage.text, figures)))
    return undefined;
  return { figure: stated, label, unit: labelled(stated, label), isResult, under };
}

/** Further figures stand in parentheses. */
function isRemark(text: string, figures: readonly Figure[]): boolean {
  const second = figures[1];
  return second !== undefined && /\(/.test(text.slice(figures[0]?.end ?? 0, second.start + 1));
}

function labelled(figure: Figure, label: string): Unit {
  const plain = label
    .replace(/[*_`]/g, '')
    .replace(/\([^)]*\)/g, '')
    .trim();
  const per = perLabel.exec(plain);
  if (per !== null) {
    const below = wordUnit(per[2] ?? '');
    const has = figure.unit.factors.some(
      (f) => f.power < 0 && below.factors.some((b) => b.atom.name === f.atom.name),
    );
    const above = figure.unit.factors.length === 0 ? wordUnit(per[1] ?? '') : figure.unit;
    return has ? figure.unit : divide(above, below);
  }
  if (figure.unit.factors.length > 0) return figure.unit;
  const counted = needed.exec(plain)?.[1];
  return counted === undefined ? one : wordUnit(counted);
}

function wordUnit(word: string): Unit {
  return unitWord(word) ?? unitWord(word.toLowerCase()) ?? nounUnit(word);
}

function derive(target: Sized, before: readonly Sized[]): Claim | undefined {
  if (
    isAllowance(target.figure) ||
    isAssumed(target.figure) ||
    !target.unit.factors.some((f) => f.atom.kind === 'count' && f.power === 1) ||
    target.unit.factors.length > 2
  )
    return undefined;
  const found: { readonly a: Sized; readonly b: Sized; readonly quotient: boolean }[] = [];
  for (const a of before) {
    for (const b of before) {
      if (a === b || !b.unit.factors.some((f) => f.power < 0 && f.atom.kind === 'count')) continue;
      // so many a day are not so many a month
      if (isForOther(b.label, target.label)) continue;
      // `40 MB/year` and `40 MB/company/year` are one company's
      const isOne = a.figure.high === b.figure.high;
      if (divide(a.unit, b.unit).key === target.unit.key && a.unit.factors.length > 0 && !isOne)
        found.push({ a, b, quotient: true });
      if (multiply(a.unit, b.unit).key === target.unit.key && a.unit.factors.length > 0)
        found.push({ a, b, quotient: false });
    }
  }
  const [only] = found;
  // more than one way to get there: which is meant is not said
  if (only === undefined || found.length > 1) return undefined;
  return claimOf(target, only.a, only.b, only.quotient);
}

/** `Questions per user/day` and `Questions/month`. */
function isForOther(one: string, other: string): boolean {
  const [a, b] = [periodOfText(one).period, periodOfText(other).period];
  return a !== b && a !== '' && b !== '';
}

/** `the first 20 rules are free`: what is given, and not what comes of the figures above. */
function isAllowance({ passage: { text }, start, end }: Figure): boolean {
  // `For 100 customers:`, above what they need
  if (/[:：][\s*_]*$/.test(text.slice(end)) && !/[:：]/.test(text.slice(0, start))) return true;
  return /(?<!\p{L})(?:first|free|up to|over|erste[nr]?|bis zu|premiers?|primer[oa]s|primeir[oa]s|ilk|первые)[\s*_`]*$/iu.test(
    text.slice(Math.max(0, start - 16), start),
  );
}

/** `For 100 companies:`, what the lines below are reckoned for. */
function isAssumed({ passage, end }: Figure): boolean {
  return /^[\s*_`)]*[:：][\s*_`]*$/.test(passage.text.slice(end));
}

const nearOther = 20;
const countNeeded = /(?<!\p{L})(?:needed|required|benötigt|nécessaires|necesarios|necessários|gerekli)$/iu;

/** A list that says how many are needed, and not what one of them holds: the section beside it does. */
function byOther(target: Sized, before: readonly Sized[], recent: readonly Sized[]): Claim | undefined {
  const { under } = target;
  if (under?.above === undefined || !countNeeded.test(target.label)) return undefined;
  const demands = before.filter((a) => a.unit.factors.length > 0);
  const beside = recent.filter((b) => b.under !== under && b.under?.above === under.above);
  const found = demands.flatMap((a) =>
    beside.filter((b) => divide(a.unit, b.unit).key === target.unit.key).map((b) => [a, b] as const),
  );
  const [only] = found;
  if (only === undefined || found.length > 1) return undefined;
  const claim = claimOf(target, only[0], only[1], true);
  return claim?.verdict === 'wrong' ? { ...claim, confidence: 0.72 } : claim;
}

/** What must be sold, or how long it takes, until what is spent is back. */
export const breakEvenWords =
  /break[\s-]?even|payback|pays?[\s-]?(?:back|for itself)|amorti[sz]\p{L}*|gewinnschwelle|kostendeckend|seuil de rentabilité|point mort|punto de equilibrio|ponto de equilíbrio|başabaş|безубыточн|盈亏平衡|損益分岐|回本|回収期間|per[ií]odo de recupera\p{L}*|geri ödeme|amortisman|окупаем\p{L}*|terugverdien\p{L}*|tempo di rientro|punto di pareggio/iu;
const broughtIn =
  /sav(?:ing|e)|profit|revenue|income|benefit|ersparnis|einspar|gewinn|einnahme|économ|gain|ahorro|beneficio|econom|lucro|tasarruf|kazanç|экономи|прибыл|节省|节约|利润|削減|利益/iu;
const nearBreakEven = 12;
/** One who pays goes by several names in one calculation. */
const whoPays = /^(?:user|customer|subscriber|client|member|account|seat|subscription)$/;

/** A cost over a price for each: what must be sold for it; or over what a month brings: how long it takes. */
function breakEven(target: Sized, before: readonly Sized[]): Claim | undefined {
  const isTime = isDuration(target.figure);
  if (!isTime && !target.unit.factors.some((f) => f.atom.kind === 'count' && f.power === 1)) return undefined;
  const found = new Map<string, readonly [Sized, Sized]>();
  for (const a of before) {
    for (const b of before) {
      const isPrice = isTime
        ? broughtIn.test(b.label)
        : b.unit.factors.some((f) => f.power < 0 && f.atom.kind === 'count');
      if (a === b || !isPrice || !isMoney(a.unit) || !isMoney(b.unit)) continue;
      if (isQuotient(divide(a.unit, b.unit), target.unit, isTimed(b.unit)))
        found.set(`${a.figure.high}/${b.figure.high}`, [a, b]);
    }
  }
  const [only] = found.values();
  if (only === undefined || found.size > 1) return undefined;
  const claim = claimOf(target, only[0], only[1], true, false);
  if (claim === undefined || claim.verdict === 'right') return claim;
  // a margin or a fee may have been taken off
  const confidence = before.some((s) => isShare(s.figure)) ? 0.5 : 0.78;
  // part of a unit cannot be sold, but on average it can
  const exact = only[0].figure.low / only[1].figure.low;
  return exact < 1 && !Number.isInteger(target.figure.low)
    ? { ...claim, ...inWords(claim, exact, target.figure), confidence }
    : { ...claim, confidence };
}

function inWords(claim: Claim, exact: number, stated: Figure): Pick<Claim, 'recomputed' | 'message'> {
  const recomputed = { low: exact, high: exact };
  return {
    recomputed,
    message: `${claim.working} is ${likeFigure(recomputed, stated)}, not ${said(stated)}`,
  };
}

function isMoney(unit: Unit): boolean {
  return unit.factors.some((f) => f.power === 1 && f.atom.kind === 'currency');
}

function isTimed({ factors }: Unit): boolean {
  return factors.some((f) => f.atom.kind === 'time' || f.atom.kind === 'calendar');
}

function timeless({ factors }: Unit): string {
  return named(factors.filter((f) => f.atom.kind !== 'time' && f.atom.kind !== 'calendar'));
}

/** A price without a period is taken for the cost's. */
function isQuotient(quotient: Unit, stated: Unit, isPeriodic: boolean): boolean {
  return isPeriodic || isTimed(stated)
    ? named(quotient.factors) === named(stated.factors)
    : timeless(quotient) === timeless(stated);
}

function named(factors: Unit['factors']): string {
  return factors
    .map((f) => `${whoPays.test(f.atom.name) ? 'customer' : f.atom.name}${f.power}`)
    .sort()
    .join(' ');
}

function claimOf(target: Sized, a: Sized, b: Sized, quotient: boolean, spare = true): Claim | undefined {
  const stated = target.figure;
  const exact = quotient ? a.figure.low / b.figure.low : a.figure.low * b.figure.low;
  if (!Number.isFinite(exact)) return undefined;
  const spread = { low: exact - Math.abs(exact) * 0.005, high: exact + Math.abs(exact) * 0.005 };
  const whole = Math.ceil(exact - Math.abs(exact) * 1e-9);
  const fits =
    fitOf(stated, 'low', exact, spread).fits ||
    (quotient &&
      (stated.low === whole || stated.low === Math.floor(exact) || (spare && isSpare(stated.low, whole))));
  return recomputedClaim({
    kind: quotient ? 'capacity' : 'per-unit',
    stated,
    operands: [a.figure, b.figure],
    fits,
    recomputed: quotient ? { low: whole, high: whole } : { low: exact, high: exact },
    working: `${said(a.figure)} ${quotient ? '/' : '×'} ${said(b.figure)}`,
    confidence: 0.82,
  });
}

/** A little more than is needed is room to breathe, not an error. */
function isSpare(stated: number, needed: number): boolean {
  return stated > needed && stated <= Math.max(needed + 2, needed * 2);
}
