// Where a literal such as `€4.50/mo` or `1.5M users` ends. This is the rule of the formula grammar, and the
// audit reads documents with the same function.

import { skipBlanks } from './characters.ts';
import { formulaNumbers, type NumberStyle, type NumberText, readNumberAt } from './read-number.ts';
import { divide, multiply, one, type Unit } from './unit.ts';
import type { UnitTable } from './unit-table.ts';
import {
  continueUnit,
  currencyBefore,
  formulaWords,
  mostFactors,
  perUnit,
  raisedAt,
  type UnitTrouble,
  unitOfWord,
  unitWordAt,
} from './unit-words.ts';

/** A number with its unit; `start` and `end` cover the whole, with currency sign and unit. */
export interface QuantityText extends NumberText {
  readonly unit: Unit;
}

export type ReadQuantity =
  | { readonly kind: 'quantity'; readonly quantity: QuantityText }
  /** A number, and behind it a word that should be its unit and is not. */
  | {
      readonly kind: 'unknown-unit';
      readonly trouble: UnitTrouble;
      readonly value: number;
      readonly number: NumberText;
    }
  /** No number begins here. */
  | { readonly kind: 'none' };

const none: ReadQuantity = { kind: 'none' };

/**
 * The quantity that begins exactly at the offset. The unit may follow after spaces (`500 users`, `3GB`,
 * `15%`), or be a currency in front (`€4.50`, `EUR 4.50`). A unit goes on with tight `/unit`, `·unit`, `²`
 * and with ` per unit`; any other operator, and `/name`, ends the literal. After a blank a formula keyword
 * leaves a pure number; any other word that is no unit, and every such word attached to the number, is an
 * unknown unit. Reads no sign.
 */
export function readQuantityAt(
  text: string,
  offset: number,
  units: UnitTable,
  style: NumberStyle,
): ReadQuantity {
  const currency = currencyBefore(text, offset);
  const number = readNumberAt(text, currency?.end ?? offset, style);
  if (number === undefined) return none;
  const prose = style.prose === true;
  const wordStart = currency === undefined ? skipBlanks(text, number.end) : number.end;
  const attached = wordStart === number.end;
  const word = unitWordAt(text, wordStart);
  const wordEnd = wordStart + word.length;

  const keyword = formulaWords.has(word) || (prose && (word === 'a' || word === 'an'));
  const unit = keyword || currency !== undefined ? undefined : unitOfWord(word, units);
  if (word !== '' && unit === undefined && (attached || !keyword)) {
    return unknown({ word, start: wordStart, end: wordEnd }, number);
  }

  const raised = unit === undefined ? undefined : raisedAt(text, wordEnd, unit);
  const begun = raised ?? (currency === undefined ? undefined : { unit: currency.unit, end: number.end });
  const whole =
    begun === undefined
      ? perUnit(text, number.end, units, prose)
      : continueUnit(text, begun.end, begun.unit, units, prose);
  if ('trouble' in whole) return unknown(whole.trouble, number);
  return { kind: 'quantity', quantity: { ...number, start: offset, end: whole.end, unit: whole.unit } };
}

function unknown(trouble: UnitTrouble, number: NumberText): ReadQuantity {
  return { kind: 'unknown-unit', trouble, value: number.value, number };
}

/**
 * A whole text as one quantity, blanks around it and a leading minus allowed. `none` when anything is left
 * over. Without a style, numbers are written as in formulas, so that `1,500` is refused and not guessed at.
 */
export function readQuantity(
  text: string,
  units: UnitTable,
  style: NumberStyle = formulaNumbers,
): ReadQuantity {
  const end = text.trimEnd().length;
  const start = text.length - text.trimStart().length;
  const negative = text[start] === '-' || text[start] === '\u2212';
  const read = readQuantityAt(text, negative ? start + 1 : start, units, style);
  if (read.kind === 'quantity' && read.quantity.end !== end) return none;
  if (read.kind === 'none' || !negative) return read;
  if (read.kind === 'unknown-unit') {
    return { ...read, value: negated(read.value), number: { ...read.number, value: negated(read.value) } };
  }
  return { kind: 'quantity', quantity: { ...read.quantity, start, value: negated(read.quantity.value) } };
}

/** Zero has no sign here. */
function negated(value: number): number {
  return value === 0 ? 0 : -value;
}

/**
 * A unit alone: `EUR/month`, `1/month`, `USD per hour`, `W·hour`, `GB*month`, `GB-month`, blanks around the
 * operators allowed. `1` is the pure number. Gives the first word that is no unit, with its place in the
 * text, where it cannot be read.
 */
export function readUnit(text: string, units: UnitTable): Unit | UnitTrouble {
  let unit = one;
  let pos = skipSpace(text, 0);
  let inverse = false;
  for (let count = 0; count < mostFactors; count++) {
    const word = count === 0 && text[pos] === '1' ? '1' : unitWordAt(text, pos);
    const factor = word === '1' ? one : unitOfWord(word, units);
    if (factor === undefined) return troubleAt(text, pos, word);
    const raised = raisedAt(text, pos + word.length, factor);
    unit = inverse ? divide(unit, raised.unit) : multiply(unit, raised.unit);
    const after = skipSpace(text, raised.end);
    if (after >= text.length) return unit;
    const joint = /^(?:[/·*-]|per(?=\s))/.exec(text.slice(after, after + 4))?.[0];
    if (joint === undefined) return troubleAt(text, after, '');
    inverse = joint === '/' || joint === 'per';
    pos = skipSpace(text, after + joint.length);
  }
  return troubleAt(text, pos, '');
}

function skipSpace(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && /\s/.test(text[end] ?? '')) end += 1;
  return end;
}

/** The word at fault; where no word stands, the first few characters of what does. */
function troubleAt(text: string, start: number, word: string): UnitTrouble {
  const shown = word === '' ? (/^\S{1,20}/u.exec(text.slice(start, start + 20))?.[0] ?? '') : word;
  return { word: shown, start, end: start + shown.length };
}
