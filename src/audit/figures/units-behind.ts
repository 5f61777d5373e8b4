// What stands behind a number: its unit, a counted noun, `per` something, a mark that it is at least so much.

import { isBlank, isDigit, isLetter, skipBlanks, wordAt } from '../../quantity/characters.ts';
import { readDocumentNumberAt } from '../../quantity/document-numbers.ts';
import type { NumberText } from '../../quantity/read-number.ts';
import { divide, hasCurrency, multiply, one, type Unit } from '../../quantity/unit.ts';
import { currencyUnit } from '../../quantity/unit-table.ts';
import { currencyBefore, currencySignAt } from '../../quantity/unit-words.ts';
import { dollarOf } from './dollars.ts';
import { identifierEnd } from './names.ts';
import { conjunctions, countWord, currencyWord, joints, nounUnit, unitWord } from './words.ts';

export interface Rest {
  readonly end: number;
  readonly unit: Unit;
  readonly perCount: number;
  readonly noun: string;
  readonly times: boolean;
  readonly name: boolean;
  readonly plus: boolean;
}

export function restOf(text: string, from: number, number: NumberText, currency: Unit | undefined): Rest {
  let end = from;
  let unit = currency ?? one;
  let noun = '';
  let plus = false;
  const base = { perCount: 1, noun: '', times: false, name: false, plus: false };
  if (from >= text.length) return { ...base, end, unit, name: number.value > 1e18 };
  const sign = currency === undefined ? currencySignAt(text, skipBlanks(text, end)) : '';
  if (sign !== '' && !isDigit(text[skipBlanks(text, end) + sign.length])) {
    unit = currencyUnit(sign) ?? one;
    end = skipBlanks(text, end) + sign.length;
    const code = sign === '$' ? wordAt(text, skipBlanks(text, end)) : '';
    const own = dollarOf(code);
    if (own !== undefined) {
      unit = own;
      end = skipBlanks(text, end) + code.length;
    }
  } else {
    const word = behind(text, end);
    if (word !== undefined) {
      if (word.kind === 'name') return { ...base, end: word.end, unit, name: true };
      if (word.kind === 'times') return { ...base, end: word.end, unit, times: true };
      // `$20 CAD`, whose sign is that of many
      const own = isDollar(currency) ? dollarOf(text.slice(word.end - 3, word.end)) : undefined;
      const isNamed = own !== undefined && word.kind === 'money';
      if (isNamed) unit = own;
      else if (currency === undefined || !hasCurrency(word.unit))
        unit = currency === undefined ? word.unit : multiplyData(unit, word);
      noun = word.noun;
      if (currency === undefined || isNamed || word.kind === 'unit')
        end = word.kind === 'noun' ? end : word.end;
      if (word.kind === 'noun' && currency === undefined) end = word.end;
    }
  }
  if (text[end] === '+' && !isDigit(text[end + 1])) {
    plus = true;
    end += 1;
  } else if (currency !== undefined && andMore.test(text.slice(end, end + 24))) plus = true;
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

function isDollar(unit: Unit | undefined): boolean {
  return unit !== undefined && unit === dollarOf('USD');
}

/** `$3 + usage`: at least so much. */
const andMore =
  /^\s*\+\s*(?:usage|overages?|traffic|consumption|variable|nutzung|verbrauch|usage|uso|consumo|kullanım)(?!\p{L})/iu;

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
  const word = cjkUnit(text, start) ?? nounAt(text, start);
  if (word === '') return undefined;
  const end = start + word.length;
  const dotted =
    text[end] === '.' && /^(?:std|мес|руб|мин|mtl|mio|approx|env|тыс)$/i.test(word) ? end + 1 : end;
  if (/^[xX]$/.test(word)) {
    // `5 x 3` multiplies, `5x` says how many times
    const multiplies = /^\s*[\d$€£₹(~]/.test(text.slice(end, end + 4));
    return multiplies || !attached ? undefined : { kind: 'times', unit: one, noun: '', end };
  }
  const lower = word.toLowerCase();
  if (!attached && (joints.has(lower) || conjunctions.has(lower))) return undefined;
  const currency = currencyWord(word);
  if (currency !== undefined) return { kind: 'money', unit: currency, noun: '', end: dotted };
  const unit = unitWord(word);
  if (unit !== undefined) return { kind: 'unit', unit, noun: word.toLowerCase(), end: dotted };
  if (attached && word !== '%' && char < '\u2e80')
    return { kind: 'name', unit: one, noun: '', end: identifierEnd(text, start) };
  return { kind: 'noun', unit: nounUnit(word), noun: word.toLowerCase(), end };
}

/** `1会話あたり20往復`: without blanks, a word ends where the next number begins. */
function nounAt(text: string, start: number): string {
  const word = wordAt(text, start);
  const digit = word.charAt(0) < '\u2e80' ? -1 : word.search(/\d/);
  return digit === -1 ? word : word.slice(0, digit);
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
  let isBehind = false;
  for (let left = 4; left > 0; left--) {
    const joint = jointAt(text, end);
    if (joint === undefined) break;
    let at = joint.end;
    // `Basic 91% / Pro 93%` is a list
    if (isShareOnly(begun) && isBlank(text[end]) && /^\s*\//.test(text.slice(end, end + 3))) break;
    // `360 GB-hours` are gigabytes times hours, and `$0.02/GB-hour` is for one of them
    if (joint.multiplies && !isBehind) {
      const word = wordAt(text, at);
      unit = multiply(unit, unitWord(word) ?? one);
      end = at + word.length;
      continue;
    }
    isBehind = true;
    if (isDigit(text[at])) {
      const number = thousandsAt(text, at) ?? readDocumentNumberAt(text, at, '.');
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
      // `calls per 3hr cycle` are for the cycle, however long it is
      const thing = wordAt(text, skipBlanks(text, behindCount + counted.length));
      if (behindCount === number.end && isTime(counted) && isThing(thing)) {
        unit = divide(unit, nounUnit(thing));
        end = skipBlanks(text, behindCount + counted.length) + thing.length;
        continue;
      }
      count *= number.value;
      at = behindCount;
    }
    // `EUR4.50 / USD5.19` says one amount twice
    if (currencyBefore(text, at) !== undefined) break;
    const word = cjkUnit(text, at) ?? wordAt(text, at);
    if (word === '' || (/\d/.test(word) && unitWord(word) === undefined)) break;
    // `$3/M tokens`
    if (/^[KkM]$/.test(word) && hasCurrency(begun)) {
      count *= word === 'M' ? 1e6 : 1e3;
      const next = skipBlanks(text, at + 1);
      const counted = wordAt(text, next);
      const known = counted === '' ? undefined : unitWord(counted);
      if (known !== undefined) unit = divide(unit, known);
      end = known === undefined ? at + 1 : next + counted.length;
      continue;
    }
    const many = countWord(word.toLowerCase());
    if (many !== undefined) {
      count *= many;
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

/** `per 100.000 requests`: three noughts are no decimals of a count. */
function thousandsAt(text: string, at: number): Pick<NumberText, 'value' | 'end'> | undefined {
  const written = /^\d{1,3}(?:\.000)+(?!\.?\d)/.exec(text.slice(at, at + 16))?.[0];
  return written === undefined
    ? undefined
    : { value: Number(written.replaceAll('.', '')), end: at + written.length };
}

function isShareOnly({ factors }: Unit): boolean {
  return factors.length > 0 && factors.every((f) => f.atom.kind === 'ratio');
}

function isTime(word: string): boolean {
  return unitWord(word)?.factors.some((f) => f.atom.kind === 'time' || f.atom.kind === 'calendar') === true;
}

function isThing(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    /^\p{L}{3,}$/u.test(word) &&
    !joints.has(lower) &&
    !conjunctions.has(lower) &&
    unitWord(word) === undefined
  );
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

const timesBehind = /^(?:months?|mo|days?|hours?|hrs?|h|minutes?|min|seconds?|secs?|s)$/i;

function jointAt(
  text: string,
  from: number,
): { readonly end: number; readonly divides: boolean; readonly multiplies?: boolean } | undefined {
  const start = skipBlanks(text, from);
  const char = text.charAt(start);
  if (char === '/' || char === '／') return { end: skipBlanks(text, start + 1), divides: true };
  if (char === '每' || char === '毎') return { end: start + 1, divides: true };
  if ((char === '-' || char === '\u2011') && start === from && text[start + 1] !== '-') {
    // GB-month
    const word = wordAt(text, start + 1);
    return unitWord(word) !== undefined && timesBehind.test(word)
      ? { end: start + 1, divides: true, multiplies: true }
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
  // `par rapport à` compares
  if (/^par\s+rapport(?!\p{L})/iu.test(text.slice(start, start + 16))) return undefined;
  // `a`, `al` and `в` divide only where a period follows; `per`, `pro` by anything
  return {
    end: skipBlanks(text, start + word.length),
    divides: /^(?:per|pro|je|par|por|başına)$/.test(lower),
  };
}
