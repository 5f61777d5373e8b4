// So much of a thing and what it comes to, `| Parcel | $0.85 (100 GB) |`, against the rate that the section of that name says:
// `### Parcel`, `$0.085 per GB`. What is billed may differ from what is used, so an amount that is simply another one tells nothing.
// The same digits with the decimal point in another place do.

import { fitOf } from '../../judge/compare.ts';
import { likeFigure, said } from '../../print.ts';
import type { Block, Claim, Figure, Heading, Passage } from '../../types.ts';
import { figureValue } from '../calculations/value.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { wordsOf } from '../content/facts.ts';
import type { FiguresOf } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { otherwise } from '../rows/unit-rows.ts';

const mostRows = 60;
const mostRates = 100;
const longest = 200;
/** Further off, the two are of different things. */
const slips: readonly number[] = [10, 100, 0.1, 0.01];

interface Line {
  /** What it is about. */
  readonly label: string;
  readonly passages: readonly Passage[];
  readonly under: Heading | undefined;
}

interface Rate {
  readonly figure: Figure;
  readonly of: Amount;
  readonly words: ReadonlySet<string>;
}

/** So much of a thing that is counted or measured, in the smallest unit of its kind. */
interface Amount {
  readonly what: string;
  readonly size: number;
}

/** `figures`: of the whole document. */
export function namedRatesIn(
  blocks: readonly Block[],
  figures: readonly Figure[],
  figuresOf: FiguresOf,
): readonly Claim[] {
  const found = new Set(figures.filter((f) => rateOf(f) !== undefined).map((f) => f.passage));
  if (found.size === 0 || found.size > mostRates) return [];
  const lines = blocks.flatMap(linesOf);
  const rates = lines.flatMap(({ label, passages, under }): readonly Rate[] => {
    const own = passages.filter((p) => found.has(p)).flatMap(figuresOf);
    if (own.length === 0) return [];
    const words = new Set([...wordsOf(label), ...wordsOf(under?.passage.text ?? '')]);
    return own.flatMap((figure) => {
      const of = rateOf(figure);
      return of === undefined ? [] : [{ figure, of, words }];
    });
  });
  return rates.length === 0 ? [] : lines.flatMap((line) => claimIn(line, rates, found, figuresOf));
}

function linesOf(block: Block): readonly Line[] {
  const { under } = block;
  if (block.kind === 'heading') return [];
  if (block.kind !== 'table')
    return block.lines.map((p) => ({ label: labelOf(p.text), passages: [p], under }));
  const rows = block.rows.slice(block.headerRows);
  if (rows.length > mostRows) return [];
  return rows.map((passages) => ({ label: passages[0]?.text ?? '', passages, under }));
}

/** What stands in front of the first figure, or of the colon. */
function labelOf(text: string): string {
  return /^[^\d:：$€£¥=]{0,60}/u.exec(text)?.[0] ?? '';
}

/** What the price is for, where it is for something that is counted or measured. */
function rateOf({ unit, low, high, bound, name }: Figure): Amount | undefined {
  const [money, per, ...more] = unit.factors;
  if (money?.atom.kind !== 'currency' || money.power !== 1 || per?.power !== -1 || more.some(isOther))
    return undefined;
  return low === high && bound === 'none' && !name && high > 0 ? amountOf(per.atom) : undefined;
}

function isOther({ atom, power }: Figure['unit']['factors'][number]): boolean {
  return atom.kind !== 'calendar' || power !== -1;
}

function amountOf(atom: Figure['unit']['factors'][number]['atom']): Amount | undefined {
  if (atom.kind === 'count') return { what: atom.name, size: 1 };
  return atom.kind === 'data' ? { what: 'data', size: atom.numerator / atom.denominator } : undefined;
}

/** `100 GB`, `1,000 emails a month` */
function quantityOf({ unit, low, high, bound, times, name }: Figure): Amount | undefined {
  const [first, ...more] = unit.factors;
  if (first?.power !== 1 || more.some(isOther) || bound !== 'none' || times || name) return undefined;
  return low === high && high > 0 ? amountOf(first.atom) : undefined;
}

function claimIn(
  { label, passages }: Line,
  rates: readonly Rate[],
  found: ReadonlySet<Passage>,
  figuresOf: FiguresOf,
): readonly Claim[] {
  if (passages.some((p) => found.has(p) || p.text.length > longest || isReckoned(p.text))) return [];
  const words = passages.some((p) => /\d/.test(p.text)) ? wordsOf(label) : [];
  if (words.length === 0) return [];
  const named = rates.filter((r) => words.every((w) => r.words.has(w)));
  if (named.length === 0 || passages.some((p) => otherwise.test(p.text))) return [];
  const own = passages.flatMap(figuresOf).filter((f) => !f.name);
  const [stated, ...others] = own.filter((f) => currencyOf(f) !== '');
  if (stated === undefined || others.length > 0 || !isSure(stated)) return [];
  const quantities = own.flatMap((figure) => {
    const of = quantityOf(figure);
    return of === undefined ? [] : [{ figure, of }];
  });
  const claims = named.flatMap((rate): readonly Claim[] => {
    const like = quantities.filter((q) => q.of.what === rate.of.what);
    const [quantity] = like;
    if (quantity === undefined || like.length > 1 || currencyOf(rate.figure) !== currencyOf(stated))
      return [];
    const claim = claimOf(stated, quantity.figure, rate, quantity.of.size / rate.of.size);
    return claim === undefined ? [] : [claim];
  });
  const best = claims.find((c) => c.verdict === 'right') ?? claims[0];
  return best === undefined ? [] : [best];
}

function isReckoned(text: string): boolean {
  return /[×÷=→+%]|\d\s*[*x·]\s*[\d$€£¥]/u.test(text);
}

function isSure(stated: Figure): boolean {
  return isPlainAmount(stated) && stated.low === stated.high && stated.high > 0 && stated.bound === 'none';
}

/** Undefined where it is neither what it ought to be nor a slip away from it. */
function claimOf(stated: Figure, quantity: Figure, { figure }: Rate, scale: number): Claim | undefined {
  const [q, p] = [figureValue(quantity, 'high'), figureValue(figure, 'high')];
  const value = q.value * p.value * scale;
  const spread = { low: q.spread.low * p.spread.low * scale, high: q.spread.high * p.spread.high * scale };
  const fits = fitOf(stated, 'high', value, spread).fits;
  const slip = slips.find((n) => Math.abs((stated.high * n) / value - 1) < mostOff);
  if (!fits && slip === undefined) return undefined;
  return recomputedClaim({
    kind: 'row',
    stated,
    operands: [quantity, figure],
    fits,
    recomputed: { low: value, high: value },
    working: `${said(quantity)} at ${likeFigure(figure, figure)}`,
    confidence: isTold(stated) || isBehind(stated, quantity) ? 0.76 : 0.6,
  });
}

/** The digits are the same. */
const mostOff = 0.004;

/** Two digits are hardly the same by chance. */
function isTold({ high, step }: Figure): boolean {
  return String(Math.round(high / step)).replace(/0+$/, '').length >= 2;
}

/** `$0.01 (1,000 emails)`: the amount is of that. */
function isBehind(stated: Figure, quantity: Figure): boolean {
  const between = stated.passage.text.slice(stated.end, quantity.start);
  return (
    stated.passage === quantity.passage && stated.end <= quantity.start && /^[\s*_]*\(\s*[~≈]?$/.test(between)
  );
}
