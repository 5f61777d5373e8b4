// A number that was read, and the high end of its range, as a figure.

import type { NumberText } from '../../quantity/read-number.ts';
import { hasCurrency, multiply, one, type Unit } from '../../quantity/unit.ts';
import { currencyUnit } from '../../quantity/unit-table.ts';
import type { Figure, Passage } from '../types.ts';
import { halfStep } from './spread.ts';
import type { Rest } from './units-behind.ts';
import { qualifierBefore } from './words.ts';

export interface Read extends Rest {
  readonly number: NumberText;
  readonly start: number;
  readonly negative: boolean;
  readonly marked: boolean;
}

export function value(read: Read): number {
  return read.negative ? -read.number.value : read.number.value;
}

export function single(passage: Passage, read: Read, decimal: Figure['decimal']): Figure {
  const { value: low, step } = endOf(isLoss(passage.text, read) ? { ...read, negative: true } : read, 1);
  const qualifier =
    read.start === 0 ? 'none' : qualifierBefore(passage.text.slice(Math.max(0, read.start - 24), read.start));
  const least = read.plus || (qualifier === 'least' && !isStart(passage.text, read.end));
  return {
    passage,
    start: read.start,
    end: read.end,
    low,
    high: low,
    spreads: undefined,
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

export function ranged(passage: Passage, low: Read, high: Read, decimal: Figure['decimal']): Figure {
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
    spreads: { low: halfStep(first.value, first.step), high: halfStep(second.value, second.step) },
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
}

function endOf({ number, negative }: Read, extraScale: number): End {
  const size = number.value * extraScale;
  return {
    value: negative && size !== 0 ? -size : size,
    step: (number.scale * extraScale) / 10 ** number.decimals,
  };
}
