// Every number of a passage with what it stands for. One pass over the text; what a figure is depends on a bounded stretch
// before and behind it.

import { digitsEnd, isDigit, isInsideWord } from '../../quantity/characters.ts';
import { readDocumentNumberAt } from '../../quantity/document-numbers.ts';
import type { NumberText } from '../../quantity/read-number.ts';
import { hasCurrency } from '../../quantity/unit.ts';
import { currencyUnit } from '../../quantity/unit-table.ts';
import type { Figure, Notation, Passage } from '../types.ts';
import { dollarIn, dollarOf } from './dollars.ts';
import { type Read, ranged, single, value } from './figure.ts';
import { frontOf } from './front.ts';
import { nameEnd } from './names.ts';
import { readPlain } from './plain-number.ts';
import { type Rest, restOf } from './units-behind.ts';

/** More figures than this in one passage are no text that a person wrote. */
const mostFigures = 20_000;

const none: readonly Figure[] = [];

export function readFigures(passage: Passage, inDocument: Notation): readonly Figure[] {
  const { text } = passage;
  const notation = inDocument.dollar === '' ? { ...inDocument, dollar: dollarIn(text, 'USD') } : inDocument;
  let at = nextDigit(text, 0);
  if (at >= text.length) return none;
  const isUsual = notation.dollar === 'USD' || text[0] !== '$';
  const plain = isUsual ? readPlain(passage, at, notation.decimal) : undefined;
  if (plain !== undefined) return [plain];
  const figures: Figure[] = [];
  let open = 0;
  while (at < text.length && figures.length < mostFigures) {
    const skipped = nameEnd(text, at);
    if (skipped !== undefined) {
      // the sign of the next figure stands between: `EC2: $120`
      open = skipped;
      at = nextDigit(text, skipped);
      continue;
    }
    const read = readOne(text, at, open, notation);
    if (read === undefined) {
      at = nextDigit(text, digitsEnd(text, at, text.length));
      continue;
    }
    const range = rangeFrom(text, read, notation);
    figures.push(
      range === undefined
        ? single(passage, read, notation.decimal)
        : ranged(passage, read, range, notation.decimal),
    );
    open = (range ?? read).end;
    at = nextDigit(text, open);
  }
  return figures;
}

function nextDigit(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) return at;
    at += 1;
  }
  return at;
}

function readOne(text: string, at: number, open: number, notation: Notation): Read | undefined {
  const start = text[at - 1] === '.' && !isDigit(text[at - 2]) && !isInsideWord(text, at - 1) ? at - 1 : at;
  const isBlankGrouped = notation.blanks && /^\d{1,3}(?: \d{3})+(?!\d)/.test(text.slice(start, start + 24));
  const asWritten = readDocumentNumberAt(text, start, isBlankGrouped ? ',' : notation.decimal);
  if (asWritten === undefined) return undefined;
  const found = frontOf(text, start, open);
  const front =
    notation.yuan && found.unit !== undefined && isYenSign(text, found.start)
      ? { ...found, unit: yuan }
      : notation.dollar !== 'USD' && text[found.start] === '$' && found.unit !== undefined
        ? { ...found, unit: dollarOf(notation.dollar) }
        : found;
  const plus = text[asWritten.end] === '+' && !isDigit(text[asWritten.end + 1]);
  const rest = restOf(text, plus ? asWritten.end + 1 : asWritten.end, asWritten, front.unit);
  const number = isGroupedAmount(asWritten, rest, notation.decimal)
    ? (readDocumentNumberAt(text, start, notation.decimal === '.' ? ',' : '.') ?? asWritten)
    : asWritten;
  const numbered =
    at === 0 &&
    front.unit === undefined &&
    rest.end === number.end &&
    /^[.)](?:\s|$)/.test(text.slice(number.end, number.end + 2));
  const year = front.unit === undefined && (numbered || isYear(text, number, rest.end));
  return {
    ...rest,
    number,
    start: front.start,
    negative: front.negative,
    plus: plus || rest.plus,
    name: rest.name || year,
    marked: front.unit !== undefined,
  };
}

/**
 * `$30,000` in a document with decimal commas, `R$ 8.064` in one with points: an amount of money has no three decimals, and
 * each currency is often grouped as where it comes from. A price by the hour or the gigabyte may have them.
 */
function isGroupedAmount(
  { decimals, scale, value }: NumberText,
  { unit, perCount }: Rest,
  decimal: '.' | ',',
): boolean {
  if (decimals !== 3 || scale !== 1 || value < 1 || perCount !== 1) return false;
  const money = unit.factors.find((f) => f.atom.kind === 'currency' && f.power === 1)?.atom.name;
  if (money === undefined) return false;
  if (decimal === '.') return money === 'BRL' || money === 'TRY';
  return unit.factors.every((f) => f.power > 0 || f.atom.kind === 'calendar');
}

const yuan = currencyUnit('CNY');

function isYenSign(text: string, at: number): boolean {
  return /^-?[¥￥]/.test(text.slice(at, at + 2));
}

/** 1990 to 2100 with nothing around it is a year. */
function isYear(text: string, number: NumberText, end: number): boolean {
  if (end !== number.end || number.end - number.start !== 4 || number.decimals > 0) return false;
  if (number.value < 1990 || number.value > 2100) return false;
  return !/^\s*[×x*+=%/÷]/.test(text.slice(end, end + 3));
}

const separator =
  /^(?:[-–—]\n[ \t]*|\s?[-–—~～〜]\s?|\s*\.\.\.?\s*|\s*…\s*|\s+(?:to|bis|à|a|до|ila)\s+|\s*(?:至|到)\s*)/;

/** The high end of a range whose low end was read. */
function rangeFrom(text: string, low: Read, notation: Notation): Read | undefined {
  if (low.name || low.times || low.plus || low.end === text.length) return undefined;
  const joint = separator.exec(text.slice(low.end, low.end + 12))?.[0];
  if (joint === undefined) return undefined;
  if (isChange(text, low.start, joint)) return undefined;
  const from = low.end + joint.length;
  const at = nextDigit(text, from);
  if (at - from > 4 || nameEnd(text, at) !== undefined) return undefined;
  const between = text.slice(from, at);
  if (!/^[~≈]?\s?(?:[$€£¥₹₺₽]|US\$|R\$|EUR|USD|GBP|INR)?\s?$/.test(between)) return undefined;
  const high = readOne(text, at, from, notation);
  if (high === undefined || high.name || high.times) return undefined;
  // `1 - $74 / $180` subtracts, and `1 server ~$25` is no range
  if (high.marked && !hasCurrency(low.unit)) return undefined;
  if (value(high) < value(low) && low.number.scale >= high.number.scale) return undefined;
  // `$20 - $100 = ` subtracts
  if (/^\s*=/.test(text.slice(high.end, high.end + 3)) && /\s/.test(joint)) return undefined;
  // `× (1 - 1.235)`, too
  if (/^\s-\s$/.test(joint) && /[×*·]\s?\($/.test(text.slice(Math.max(0, low.start - 3), low.start)))
    return undefined;
  const lowMoney = low.unit.factors.find((f) => f.atom.kind === 'currency')?.atom.name;
  const highMoney = high.unit.factors.find((f) => f.atom.kind === 'currency')?.atom.name;
  // of `$200–300 MXN`, both are of the code behind
  const isCoded =
    text[low.start] === '$' &&
    (!high.marked || text[high.start] === '$') &&
    highMoney !== undefined &&
    dollarOf(highMoney) !== undefined;
  if (lowMoney !== undefined && highMoney !== undefined && lowMoney !== highMoney && !isCoded)
    return undefined;
  return high;
}

/** `from $200 to $300 (+50%)` */
function isChange(text: string, start: number, joint: string): boolean {
  if (
    !/\p{L}/u.test(joint) ||
    !/(?<!\p{L})(?:from|von|de|с)\s*$/iu.test(text.slice(Math.max(0, start - 6), start))
  )
    return false;
  return /%|\dx/.test(text.slice(start, start + longestChange).split(/[.;](?:\s|$)/)[0] ?? '');
}

const longestChange = 70;
