// Every number of a passage with what it stands for. One pass over the text; what a figure is depends on a bounded stretch
// before and behind it.

import { digitsEnd, isBlank, isDigit, isInsideWord, isLetter } from '../../quantity/characters.ts';
import { currencySigns } from '../../quantity/currency.ts';
import { readDocumentNumberAt } from '../../quantity/document-numbers.ts';
import type { Interval } from '../../quantity/interval.ts';
import type { NumberText } from '../../quantity/read-number.ts';
import { hasCurrency, multiply, one, type Unit } from '../../quantity/unit.ts';
import { currencyUnit } from '../../quantity/unit-table.ts';
import { currencyBefore } from '../../quantity/unit-words.ts';
import type { Figure, Notation, Passage } from '../types.ts';
import { nameEnd } from './names.ts';
import { readPlain } from './plain-number.ts';
import { type Rest, restOf } from './units-behind.ts';
import { qualifierBefore, unitWord } from './words.ts';

/** More figures than this in one passage are no text that a person wrote. */
const mostFigures = 20_000;

interface Read extends Rest {
  readonly number: NumberText;
  readonly start: number;
  readonly negative: boolean;
  readonly marked: boolean;
}

const none: readonly Figure[] = [];

export function readFigures(passage: Passage, notation: Notation): readonly Figure[] {
  const { text } = passage;
  let at = nextDigit(text, 0);
  if (at >= text.length) return none;
  const plain = readPlain(passage, at, notation.decimal);
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
const percent = unitWord('%');

function isYenSign(text: string, at: number): boolean {
  return /^-?[¥￥]/.test(text.slice(at, at + 2));
}

/** The currency and the sign in front of a number, no further back than `open`. */
function frontOf(
  text: string,
  start: number,
  open: number,
): { readonly start: number; readonly unit: Unit | undefined; readonly negative: boolean } {
  let from = start;
  let back = start;
  while (back > open && isBlank(text[back - 1]) && start - back < 2) back -= 1;
  let unit: Unit | undefined;
  // a sign or the letters of a code stand right in front
  const bare = back === open || !mayEndMark(text.charAt(back - 1));
  for (let length = bare ? 0 : 4; length > 0; length--) {
    const begin = back - length;
    if (begin < open) continue;
    const before = currencyBefore(text, begin);
    if (before === undefined || before.end !== start) continue;
    unit = before.unit;
    from = begin;
    break;
  }
  if (unit === undefined && text[start - 1] === '%' && start - 1 >= open && !isDigit(text[start - 2])) {
    // `%30`, as Turkish has it
    return { start: start - 1, unit: percent, negative: false };
  }
  if (unit === undefined && !bare && text[back - 1] === '￥') {
    unit = currencyUnit('JPY');
    from = back - 1;
  }
  if (
    unit === undefined &&
    !bare &&
    isLetter(text.charAt(back - 1) === '.' ? text.charAt(back - 2) : text.charAt(back - 1))
  ) {
    const word = /(?:^|[^\p{L}])(Rs\.?|RMB|R)$/u.exec(text.slice(Math.max(open, back - 5), back))?.[1];
    if (word !== undefined && (word !== 'R' || back === start)) {
      unit = word.startsWith('Rs') ? currencyUnit('INR') : word === 'RMB' ? currencyUnit('CNY') : undefined;
      if (unit !== undefined) from = back - word.length;
    }
  }
  const sign = text[from - 1];
  const beforeSign = text[from - 2];
  const free = beforeSign === undefined || isBlank(beforeSign) || '(|=:,'.includes(beforeSign);
  const negative = from > open && (sign === '-' || sign === '\u2212' || sign === '–') && free;
  return { start: negative ? from - 1 : from, unit, negative };
}

const signEnds = new Set([...currencySigns.keys()].map((sign) => sign.at(-1)));

/** Of a currency, of the dot in `Rs. 500`, or of more blanks between. */
function mayEndMark(char: string): boolean {
  return isLetter(char) || signEnds.has(char) || char === '￥' || char === '.' || isBlank(char);
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
  if (lowMoney !== undefined && highMoney !== undefined && lowMoney !== highMoney) return undefined;
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

function value(read: Read): number {
  return read.negative ? -read.number.value : read.number.value;
}

function single(passage: Passage, read: Read, decimal: Figure['decimal']): Figure {
  const {
    value: low,
    step,
    spread,
  } = endOf(isLoss(passage.text, read) ? { ...read, negative: true } : read, 1);
  const qualifier =
    read.start === 0 ? 'none' : qualifierBefore(passage.text.slice(Math.max(0, read.start - 24), read.start));
  const least = read.plus || (qualifier === 'least' && !isStart(passage.text, read.end));
  return {
    passage,
    start: read.start,
    end: read.end,
    low,
    high: low,
    lowSpread: spread,
    highSpread: spread,
    decimal,
    step,
    about: qualifier === 'about',
    bound: least ? 'least' : qualifier === 'most' ? 'most' : 'none',
    whole: read.number.decimals === 0 && read.number.scale === 1,
    unit: read.unit,
    perCount: read.perCount,
    noun: read.noun,
    times: read.times,
    name: read.name,
  };
}

/** Accountants write a loss in parentheses: a cell that holds `($16.43)` and nothing else; or `- 16.43`, with a blank. */
function isLoss(text: string, read: Read): boolean {
  if (text.length === read.end) return read.start === 2 && /^[-–−]\s/.test(text);
  return (
    read.marked &&
    read.start === 1 &&
    text[0] === '(' &&
    text[read.end] === ')' &&
    text.length === read.end + 1
  );
}

/** `from $200 to $150`: where a change begins, and no bound. */
function isStart(text: string, end: number): boolean {
  return /^[*_`]*\s*(?:(?:down |up )?(?:to|auf|à|a|para|до)\s|→|->|=>)/i.test(text.slice(end, end + 12));
}

function ranged(passage: Passage, low: Read, high: Read, decimal: Figure['decimal']): Figure {
  const qualifier = qualifierBefore(passage.text.slice(Math.max(0, low.start - 24), low.start));
  // `10–20k`: the scale word belongs to both
  const bare = low.number.scale === 1 && high.number.scale > 1 && !high.marked;
  const shares = bare && low.number.value * high.number.scale < high.number.value;
  const first = endOf(
    low,
    shares ||
      (low.marked &&
        low.number.scale === 1 &&
        high.number.scale >= 1000 &&
        low.number.value < 1000 &&
        value(low) * high.number.scale < value(high))
      ? high.number.scale
      : 1,
  );
  const second = endOf(high, 1);
  const unit = unitOfRange(low, high);
  return {
    ...figureBase(passage, high, low.start, high.end, qualifier),
    low: first.value,
    high: second.value,
    lowSpread: first.spread,
    highSpread: second.spread,
    decimal,
    step: Math.max(first.step, second.step),
    whole: low.number.decimals === 0 && high.number.decimals === 0 && high.number.scale === 1,
    bound: 'none',
    unit,
  };
}

function unitOfRange(low: Read, high: Read): Unit {
  const money = low.unit.factors.find((f) => f.atom.kind === 'currency');
  const has = hasCurrency(high.unit);
  if (money === undefined || has || !low.marked) return high.unit.factors.length === 0 ? low.unit : high.unit;
  // `$15–25/month`: the sign belongs to both ends
  const mark = currencyUnit(money.atom.name) ?? one;
  return multiply(mark, high.unit);
}

function figureBase(
  passage: Passage,
  read: Read,
  start: number,
  end: number,
  qualifier: string,
): Pick<Figure, 'passage' | 'start' | 'end' | 'about' | 'perCount' | 'noun' | 'times' | 'name'> {
  return {
    passage,
    start,
    end,
    about: qualifier === 'about',
    perCount: read.perCount,
    noun: read.noun,
    times: read.times,
    name: read.name,
  };
}

interface End {
  readonly value: number;
  readonly step: number;
  readonly spread: Interval;
}

function endOf(read: Read, extraScale: number): End {
  const { number } = read;
  const size = number.value * extraScale;
  const signed = read.negative && size !== 0 ? -size : size;
  const step = (number.scale * extraScale) / 10 ** number.decimals;
  return { value: signed, step, spread: { low: signed - step / 2, high: signed + step / 2 } };
}
