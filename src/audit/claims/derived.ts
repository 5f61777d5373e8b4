// Figures of one list that follow from each other by their units: 500,000 requests/second at 5,000 requests/second per server
// are 100 servers; 3 replicas per shard and 1,000 shards are 3,000 replicas. Labels say units, too (`Requests per server`).

import { divide, multiply, one, type Unit } from '../../quantity/unit.ts';
import { nounUnit, unitWord } from '../figures/words.ts';
import { fitOf } from '../judge/compare.ts';
import { likeFigure, said } from '../print.ts';
import type { Claim, Figure } from '../types.ts';
import type { Entry } from './ledger.ts';

interface Sized {
  readonly figure: Figure;
  readonly label: string;
  readonly unit: Unit;
  readonly isResult: boolean;
}

/** Entries that a person reads as one calculation. */
const window = 6;

export function derivedIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  const claims: Claim[] = [];
  let list: Sized[] = [];
  for (const entry of entries) {
    if (entry === undefined) {
      list = [];
      continue;
    }
    const sized = sizedOf(entry);
    if (sized === undefined) continue;
    const claim = sized.isResult ? undefined : derive(sized, list.slice(-window));
    if (claim !== undefined) claims.push(claim);
    list.push(sized);
  }
  return claims;
}

const perLabel = /(\p{L}{3,})\s+(?:per|pro|par|por)\s+(\p{L}{3,})/iu;
const needed =
  /^(?:total |number of |required |min(?:imum)? )?(\p{L}{3,})\s*(?:needed|required|count|benötigt|nécessaires|necesarios|necessários|gerekli)?$/iu;

/** The one figure of a line, with what its label adds to the unit. */
function sizedOf({ figures, label, passage }: Entry): Sized | undefined {
  const [figure] = figures;
  if (figure === undefined || figure.low !== figure.high || figure.bound !== 'none' || figure.times)
    return undefined;
  // an equation is checked where it stands; what it comes to can be used
  const isResult = figures.length > 1 && /[=≈→×]/.test(passage.text);
  const stated = isResult ? figures.at(-1) : figure;
  if (stated === undefined || (figures.length > 1 && !isResult && !isRemark(passage.text, figures)))
    return undefined;
  return { figure: stated, label, unit: labelled(stated, label), isResult };
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
    !target.unit.factors.some((f) => f.atom.kind === 'count' && f.power === 1) ||
    target.unit.factors.length > 2
  )
    return undefined;
  const found: { readonly a: Sized; readonly b: Sized; readonly quotient: boolean }[] = [];
  for (const a of before) {
    for (const b of before) {
      if (a === b || !b.unit.factors.some((f) => f.power < 0 && f.atom.kind === 'count')) continue;
      if (divide(a.unit, b.unit).key === target.unit.key && a.unit.factors.length > 0)
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

function claimOf(target: Sized, a: Sized, b: Sized, quotient: boolean): Claim | undefined {
  const stated = target.figure;
  const exact = quotient ? a.figure.low / b.figure.low : a.figure.low * b.figure.low;
  if (!Number.isFinite(exact)) return undefined;
  const spread = { low: exact - Math.abs(exact) * 0.005, high: exact + Math.abs(exact) * 0.005 };
  const whole = Math.ceil(exact - Math.abs(exact) * 1e-9);
  const fits =
    fitOf(stated, 'low', exact, spread).fits ||
    (quotient && (stated.low === whole || stated.low === Math.floor(exact) || isSpare(stated.low, whole)));
  const recomputed = quotient ? { low: whole, high: whole } : { low: exact, high: exact };
  const working = `${said(a.figure)} ${quotient ? '/' : '×'} ${said(b.figure)}`;
  return {
    kind: quotient ? 'capacity' : 'per-unit',
    stated,
    operands: [a.figure, b.figure],
    verdict: fits ? 'right' : 'wrong',
    recomputed,
    working,
    message: fits ? '' : `${working} is ${likeFigure(recomputed, stated)}, not ${said(stated)}`,
    confidence: fits ? 1 : 0.82,
  };
}

/** A little more than is needed is room to breathe, not an error. */
function isSpare(stated: number, needed: number): boolean {
  return stated > needed && stated <= Math.max(needed + 2, needed * 2);
}
