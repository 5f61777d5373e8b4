// Every number of a passage with what it stands for. One pass over the text; what a figure is depends on a bounded stretch
// before and behind it.

import {
  digitsEnd,
  isBlank,
  isDigit,
  isInsideWord,
  isLetter,
  skipBlanks,
  wordAt,
} from '../../quantity/characters.ts';
import { readDocumentNumberAt } from '../../quantity/document-numbers.ts';
import type { Interval } from '../../quantity/interval.ts';
import type { NumberText } from '../../quantity/read-number.ts';
import { divide, multiply, one, type Unit } from '../../quantity/unit.ts';
import { currencyUnit } from '../../quantity/unit-table.ts';
import { currencyBefore, currencySignAt } from '../../quantity/unit-words.ts';
import type { Figure, Notation, Passage } from '../types.ts';
import { currencyWord, joints, nounUnit, qualifierBefore, unitWord } from './words.ts';

/** More figures than this in one passage are no text that a person wrote. */
const mostFigures = 20_000;

interface Read {
  readonly number: NumberText;
  readonly start: number;
  readonly end: number;
  readonly negative: boolean;
  readonly unit: Unit;
  readonly perCount: number;
  readonly noun: string;
  readonly times: boolean;
  readonly name: boolean;
  readonly plus: boolean;
  readonly marked: boolean;
}

const none: readonly Figure[] = [];

export function readFigures(passage: Passage, notation: Notation): readonly Figure[] {
  const { text } = passage;
  let at = nextDigit(text, 0);
  if (at >= text.length) return none;
  const figures: Figure[] = [];
  let open = 0;
  while (at < text.length && figures.length < mostFigures) {
    const skipped = nameEnd(text, at);
    if (skipped !== undefined) {
      at = nextDigit(text, skipped);
      open = at;
      continue;
    }
    const read = readOne(text, at, open, notation);
    if (read === undefined) {
      at = nextDigit(text, digitsEnd(text, at, text.length));
      continue;
    }
    const range = rangeFrom(text, read, notation);
    figures.push(range === undefined ? single(passage, read) : ranged(passage, read, range));
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

/** Where a name that the digit is inside of ends: `c7i.2xlarge`, `n1-standard-8`, `GPT-4`, `2026-03-27`, `v1.2`. */
function nameEnd(text: string, at: number): number | undefined {
  const date = dateEnd(text, at);
  if (date !== undefined) return date;
  // scripts without blanks between words run into their numbers
  if (isInsideWord(text, at) && text.charAt(at - 1) < '\u2e80') {
    const before = wordBefore(text, at);
    if (
      before === 'x' ||
      before === 'X' ||
      /^(?:EUR|USD|GBP|INR|CHF|BRL|TRY|Rs|RMB|R|CNY|JPY)$/.test(before)
    ) {
      return undefined;
    }
    return identifierEnd(text, at);
  }
  const joint = text[at - 1];
  if (joint === '-' && isLetter(text.charAt(at - 2))) return identifierEnd(text, at);
  if (joint === '.' && isLetter(text.charAt(at - 2)) && !isBlank(text[at - 2]))
    return identifierEnd(text, at);
  return joint === '#' || joint === '@' ? identifierEnd(text, at) : undefined;
}

function wordBefore(text: string, at: number): string {
  let start = at;
  while (start > 0 && at - start < 20 && isLetter(text.charAt(start - 1))) start -= 1;
  return start > 0 && isDigit(text[start - 1]) ? '' : text.slice(start, at);
}

function identifierEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length) {
    const char = text.charAt(end);
    const joins = (char === '-' || char === '.') && /[A-Za-z0-9]/.test(text.charAt(end + 1));
    if (!isDigit(char) && char !== '_' && !joins && !isLetter(char)) break;
    end += 1;
  }
  return Math.max(end, at + 1);
}

const datePattern =
  /^(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?!\d)|(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|[12]\d|3[01])[./](?:19|20)?\d\d(?!\d)|\d{1,2}:\d\d(?!\d)|\d{1,3}\.\d{1,3}\.\d{1,3}(?!\d)(?:\.\d{1,3})?|24\/7|\d{1,5}:\d{1,5}(?!\d))/;

function dateEnd(text: string, at: number): number | undefined {
  // most numbers have no mark that a date has near its start
  if (!/^\d{1,5}[-/.:]/.test(text.slice(at, at + 6))) return undefined;
  const matched = datePattern.exec(text.slice(at, at + 16))?.[0];
  if (matched === undefined) return undefined;
  // `1.234.567` is a number, and `10.5.2` is none
  if (/^\d{1,3}(?:\.\d{3})+$/.test(matched)) return undefined;
  return at + matched.length;
}

function readOne(text: string, at: number, open: number, notation: Notation): Read | undefined {
  const start = text[at - 1] === '.' && !isDigit(text[at - 2]) && !isInsideWord(text, at - 1) ? at - 1 : at;
  const number = readDocumentNumberAt(text, start, notation.decimal);
  if (number === undefined) return undefined;
  const found = frontOf(text, start, open);
  const front =
    notation.yuan && found.unit !== undefined && isYenSign(text, found.start)
      ? { ...found, unit: yuan }
      : found;
  const plus = text[number.end] === '+' && !isDigit(text[number.end + 1]);
  const rest = restOf(text, plus ? number.end + 1 : number.end, number, front.unit);
  const numbered =
    at === 0 && rest.end === number.end && /^[.)](?:\s|$)/.test(text.slice(number.end, number.end + 2));
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
  const bare = back === open || isDigit(text[back - 1]);
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

interface Rest {
  readonly end: number;
  readonly unit: Unit;
  readonly perCount: number;
  readonly noun: string;
  readonly times: boolean;
  readonly name: boolean;
  readonly plus: boolean;
}

function restOf(text: string, from: number, number: NumberText, currency: Unit | undefined): Rest {
  let end = from;
  let unit = currency ?? one;
  let noun = '';
  let plus = false;
  const base = { perCount: 1, noun: '', times: false, name: false, plus: false };
  const sign = currency === undefined ? currencySignAt(text, skipBlanks(text, end)) : '';
  if (sign !== '' && !isDigit(text[skipBlanks(text, end) + sign.length])) {
    unit = currencyUnit(sign) ?? one;
    end = skipBlanks(text, end) + sign.length;
  } else {
    const word = behind(text, end);
    if (word !== undefined) {
      if (word.kind === 'name') return { ...base, end: word.end, unit, name: true };
      if (word.kind === 'times') return { ...base, end: word.end, unit, times: true };
      if (currency === undefined || !isMoneyWord(word.unit))
        unit = currency === undefined ? word.unit : multiplyData(unit, word);
      noun = word.noun;
      if (currency === undefined || word.kind === 'unit') end = word.kind === 'noun' ? end : word.end;
      if (word.kind === 'noun' && currency === undefined) end = word.end;
    }
  }
  if (text[end] === '+' && !isDigit(text[end + 1])) {
    plus = true;
    end += 1;
  }
  const per = perOf(text, end, unit);
  return {
    ...base,
    end: per.end,
    unit: per.unit,
    perCount: per.count,
    noun,
    plus,
    name: number.value > 1e18,
  };
}

function isMoneyWord(unit: Unit): boolean {
  return unit.factors.some((f) => f.atom.kind === 'currency');
}

/** `$5 USD` is dollars; `$5 GB` is not dollars times gigabytes. */
function multiplyData(unit: Unit, word: { readonly kind: string; readonly unit: Unit }): Unit {
  return word.kind === 'money' ? word.unit : unit;
}

type Word =
  | {
      readonly kind: 'unit' | 'noun' | 'money';
      readonly unit: Unit;
      readonly noun: string;
      readonly end: number;
    }
  | { readonly kind: 'name' | 'times'; readonly unit: Unit; readonly noun: string; readonly end: number };

/** What the word behind a number makes of it. */
function behind(text: string, from: number): Word | undefined {
  const start = skipBlanks(text, from);
  const attached = start === from;
  const char = text.charAt(start);
  if (char === '×' && attached && !/^\s*[\d$€£(]/.test(text.slice(start + 1, start + 4))) {
    return { kind: 'times', unit: one, noun: '', end: start + 1 };
  }
  if (char === '-' && attached && isLetter(text.charAt(start + 1))) {
    return { kind: 'name', unit: one, noun: '', end: identifierEnd(text, start) };
  }
  const word = cjkUnit(text, start) ?? wordAt(text, start);
  if (word === '') return undefined;
  const end = start + word.length;
  const dotted =
    text[end] === '.' && /^(?:std|мес|руб|мин|mtl|mio|approx|env|тыс)$/i.test(word) ? end + 1 : end;
  if (/^[xX]$/.test(word)) {
    // `5 x 3` multiplies, `5x` says how many times
    const multiplies = /^\s*[\d$€£₹(~]/.test(text.slice(end, end + 4));
    return multiplies || !attached ? undefined : { kind: 'times', unit: one, noun: '', end };
  }
  const joint = !attached && joints.has(word.toLowerCase());
  if (joint) return undefined;
  const currency = currencyWord(word);
  if (currency !== undefined) return { kind: 'money', unit: currency, noun: '', end: dotted };
  const unit = unitWord(word);
  if (unit !== undefined) return { kind: 'unit', unit, noun: word.toLowerCase(), end: dotted };
  if (attached && word !== '%' && char < '\u2e80')
    return { kind: 'name', unit: one, noun: '', end: identifierEnd(text, start) };
  return { kind: 'noun', unit: nounUnit(word), noun: word.toLowerCase(), end };
}

/** Scripts without blanks: the unit is what the letters begin with. */
function cjkUnit(text: string, start: number): string | undefined {
  if (text.charAt(start) < '\u2e80') return undefined;
  for (const length of [3, 2, 1]) {
    const word = text.slice(start, start + length);
    if (word.length === length && (unitWord(word) ?? currencyWord(word)) !== undefined) return word;
  }
  return undefined;
}

/** `/GB/month`, ` per user`, ` / 1M tokens`, ` pro Monat`, ` monthly`: what a price or a rate is for. */
function perOf(
  text: string,
  from: number,
  begun: Unit,
): { readonly end: number; readonly unit: Unit; readonly count: number } {
  let unit = begun;
  let end = from;
  let count = 1;
  for (let left = 4; left > 0; left--) {
    const joint = jointAt(text, end);
    if (joint === undefined) break;
    let at = joint.end;
    if (isDigit(text[at])) {
      const number = readDocumentNumberAt(text, at, '.');
      if (number === undefined || number.value <= 0 || !joint.divides) break;
      const behindCount = skipBlanks(text, number.end);
      const counted = wordAt(text, behindCount);
      // `$100 / 5 = 20` divides; `$0.10 / 1,000 emails` is a price for a thousand
      // `$0.05/10k` alone is one, too
      const alone =
        counted === '' &&
        isRoundCount(number.value) &&
        !/^\s*[=×*]/.test(text.slice(number.end, number.end + 3));
      if (alone) {
        count *= number.value;
        end = number.end;
        continue;
      }
      if (counted === '' || currencyWord(counted) !== undefined || /^[xX]$/.test(counted)) break;
      if (isDivision(text, end, behindCount + counted.length, counted, begun)) break;
      count *= number.value;
      at = behindCount;
    }
    // `EUR4.50 / USD5.19` says one amount twice
    if (currencyBefore(text, at) !== undefined) break;
    const word = cjkUnit(text, at) ?? wordAt(text, at);
    if (word === '' || (/\d/.test(word) && unitWord(word) === undefined)) break;
    // `$3/M tokens`
    if (/^[KkM]$/.test(word) && begun.factors.some((f) => f.atom.kind === 'currency')) {
      count *= word === 'M' ? 1e6 : 1e3;
      const next = skipBlanks(text, at + 1);
      const counted = wordAt(text, next);
      const known = counted === '' ? undefined : unitWord(counted);
      if (known !== undefined) unit = divide(unit, known);
      end = known === undefined ? at + 1 : next + counted.length;
      continue;
    }
    const lower = word.toLowerCase();
    if (lower === 'million' || lower === 'thousand' || lower === 'billion') {
      count *= lower === 'thousand' ? 1e3 : lower === 'million' ? 1e6 : 1e9;
      const next = skipBlanks(text, at + word.length);
      const counted = wordAt(text, next);
      unit = divide(unit, counted === '' ? one : (unitWord(counted) ?? nounUnit(counted)));
      end = counted === '' ? at + word.length : next + counted.length;
      continue;
    }
    const known = unitWord(word);
    if (known === undefined && !joint.divides) break;
    unit = divide(unit, known ?? nounUnit(word));
    end = at + word.length;
    if (text[end] === '.' && /^(?:std|мес|mtl)$/i.test(word)) end += 1;
  }
  return { end, unit, count };
}

/** `$1,200 / 1,000 users = $1.20` and `10,000 users / 500 users per server` divide; `$0.10 / 1,000 emails` is a price. */
function isDivision(text: string, slash: number, behind: number, counted: string, begun: Unit): boolean {
  const own = (unitWord(counted) ?? nounUnit(counted)).key;
  if (begun.key === own && own !== '') return true;
  return isBlank(text[slash]) && /^\s*[=≈]/.test(text.slice(behind, behind + 3));
}

function isRoundCount(value: number): boolean {
  return value >= 1000 && Number.isInteger(Math.log10(value));
}

function jointAt(
  text: string,
  from: number,
): { readonly end: number; readonly divides: boolean } | undefined {
  const start = skipBlanks(text, from);
  const char = text.charAt(start);
  if (char === '/' || char === '／') return { end: skipBlanks(text, start + 1), divides: true };
  if (char === '每' || char === '毎') return { end: start + 1, divides: true };
  if (char === '-' && start === from && text[start + 1] !== '-') {
    // GB-month
    const word = wordAt(text, start + 1);
    return unitWord(word) !== undefined && /^months?$|^hours?$/i.test(word)
      ? { end: start + 1, divides: true }
      : undefined;
  }
  const word = wordAt(text, start);
  if (word === '') return undefined;
  const lower = word.toLowerCase();
  if (
    /^(?:monthly|annually|yearly|hourly|daily|weekly|monatlich|jährlich|täglich|aylık|yıllık|annuel|annuels|mensuel|mensuels|mensual|mensuales|mensal|mensais|anual|anuales|anuais)$/.test(
      lower,
    )
  ) {
    return { end: start, divides: true };
  }
  if (!joints.has(lower) || start + word.length >= text.length) return undefined;
  // `a`, `al` and `в` divide only where a period follows; `per`, `pro` by anything
  return {
    end: skipBlanks(text, start + word.length),
    divides: /^(?:per|pro|je|par|por|başına)$/.test(lower),
  };
}

/** 1990 to 2100 with nothing around it is a year. */
function isYear(text: string, number: NumberText, end: number): boolean {
  if (end !== number.end || number.end - number.start !== 4 || number.decimals > 0) return false;
  if (number.value < 1990 || number.value > 2100) return false;
  return !/^\s*[×x*+=%/÷]/.test(text.slice(end, end + 3));
}

const separator = /^(?:\s?[-–—~～〜]\s?|\s*\.\.\.?\s*|\s*…\s*|\s+(?:to|bis|à|a|до|ila)\s+|\s*(?:至|到)\s*)/;

/** The high end of a range whose low end was read. */
function rangeFrom(text: string, low: Read, notation: Notation): Read | undefined {
  if (low.name || low.times || low.plus) return undefined;
  const joint = separator.exec(text.slice(low.end, low.end + 12))?.[0];
  if (joint === undefined) return undefined;
  const from = low.end + joint.length;
  const at = nextDigit(text, from);
  if (at - from > 4 || nameEnd(text, at) !== undefined) return undefined;
  const between = text.slice(from, at);
  if (!/^[~≈]?\s?(?:[$€£¥₹₺₽]|US\$|R\$|EUR|USD|GBP|INR)?\s?$/.test(between)) return undefined;
  const high = readOne(text, at, from, notation);
  if (high === undefined || high.name || high.times) return undefined;
  if (value(high) < value(low) && low.number.scale >= high.number.scale) return undefined;
  // `$20 - $100 = ` subtracts
  if (/^\s*=/.test(text.slice(high.end, high.end + 3)) && /\s/.test(joint)) return undefined;
  const lowMoney = low.unit.factors.find((f) => f.atom.kind === 'currency')?.atom.name;
  const highMoney = high.unit.factors.find((f) => f.atom.kind === 'currency')?.atom.name;
  if (lowMoney !== undefined && highMoney !== undefined && lowMoney !== highMoney) return undefined;
  return high;
}

function value(read: Read): number {
  return read.negative ? -read.number.value : read.number.value;
}

function single(passage: Passage, read: Read): Figure {
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

/** Accountants write a loss in parentheses: a cell that holds `($16.43)` and nothing else. */
function isLoss(text: string, read: Read): boolean {
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

function ranged(passage: Passage, low: Read, high: Read): Figure {
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
    step: Math.max(first.step, second.step),
    whole: low.number.decimals === 0 && high.number.decimals === 0 && high.number.scale === 1,
    bound: 'none',
    unit,
  };
}

function unitOfRange(low: Read, high: Read): Unit {
  const money = low.unit.factors.find((f) => f.atom.kind === 'currency');
  const has = high.unit.factors.some((f) => f.atom.kind === 'currency');
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
