// What a stranger may put in front of the readers: they answer, never throw, and do bounded work at each
// offset.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readStated } from '../../src/quantity/interval.ts';
import {
  continentalNumbers,
  formulaNumbers,
  readNumberAt,
  writtenNumbers,
} from '../../src/quantity/read-number.ts';
import { readQuantity, readQuantityAt, readUnit } from '../../src/quantity/read-quantity.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';

const table = UnitTable.builtin;
const styles = [formulaNumbers, writtenNumbers, continentalNumbers];

const pieces = fc.constantFrom(
  ..."1 12 123 000 , . _ ' - – + ~ € $ US$ EUR EUR5 k M bn million lakh % GB users s /month /x ·hour ^2 ^ ² per per\u00a0 a to in e e6 e- 𝒳 é \u0000 \ud800 ( ) 1/".split(
    ' ',
  ),
  ' ',
  '\u202f',
  '\n',
);
const likely = fc.array(pieces, { maxLength: 12 }).map((list) => list.join(''));
const anyText = fc.oneof(likely, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

describe('arbitrary text', () => {
  test('readers answer, and what they found lies in the text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(20), fc.constantFrom(...styles), (text, offset, style) => {
        const number = readNumberAt(text, offset, style);
        if (number !== undefined) {
          expect(number.start).toBe(offset);
          expect(number.end).toBeGreaterThan(offset);
          expect(number.end).toBeLessThanOrEqual(text.length);
          expect(Number.isFinite(number.value) && number.value >= 0 && number.scale > 0).toBe(true);
        }
        const read = readQuantityAt(text, offset, table, style);
        if (read.kind === 'quantity') expect(read.quantity.end).toBeLessThanOrEqual(text.length);
        if (read.kind === 'unknown-unit') {
          const { word, start, end } = read.trouble;
          expect(text.slice(start, end)).toBe(word);
          expect(word).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a quantity is the same whatever stands before and behind it', () => {
    fc.assert(
      fc.property(likely, (text) => {
        const alone = readQuantityAt(text, 0, table, formulaNumbers);
        const inside = readQuantityAt(`(${text})`, 1, table, formulaNumbers);
        if (alone.kind !== 'quantity' || inside.kind !== 'quantity') {
          expect(inside.kind).toBe(alone.kind);
          return;
        }
        expect(inside.quantity.value).toBe(alone.quantity.value);
        expect(inside.quantity.unit.key).toBe(alone.quantity.unit.key);
        expect(inside.quantity.end).toBe(alone.quantity.end + 1);
      }),
      { numRuns: 2000 },
    );
  });

  test('whole texts, units and stated numbers too', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...styles), (text, style) => {
        const whole = readQuantity(text, table, style);
        if (whole.kind === 'quantity') {
          expect(text.slice(whole.quantity.start, whole.quantity.end)).toBe(text.trim());
        }
        const unit = readUnit(text, table);
        if ('word' in unit) expect(text.slice(unit.start, unit.end)).toBe(unit.word);
        const stated = readStated(text, table, style);
        if (stated !== undefined) expect(stated.low.value).toBeLessThanOrEqual(stated.high.value);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A text that counts how many characters are looked at or copied. */
function counted(text: string): { readonly text: string; readonly work: () => number } {
  let work = 0;
  const spy = new Proxy(new String(text), {
    get(_, key) {
      if (typeof key === 'string' && /^[0-9]+$/.test(key)) {
        work += 1;
        return text[Number(key)];
      }
      const held: unknown = Reflect.get(String.prototype, key);
      if (key === 'length') return text.length;
      if (typeof held !== 'function') return held;
      return (...args: readonly unknown[]) => {
        const result: unknown = Reflect.apply(held, text, args);
        work += typeof result === 'string' ? 1 + result.length : 1;
        return result;
      };
    },
  });
  return { text: spy as unknown as string, work: () => work };
}

const size = 20_000;
const hostile: readonly (readonly [string, string])[] = [
  ['digits', '1'.repeat(size)],
  ['digits and points', '1.'.repeat(size / 2)],
  ['groups of three', ',123'.repeat(size / 4).slice(1)],
  ['groups of two', '1,23'.repeat(size / 4)],
  ['groups of two only', '12,'.repeat(size / 3)],
  ['groups of two with a long tail', `1${',23'.repeat(size / 3)}x`],
  ['zeros', `0.${'0'.repeat(size)}`],
  ['exponents', '1e'.repeat(size / 2)],
  ['a long exponent', `1e${'9'.repeat(size)}`],
  ['blanks', `5${' '.repeat(size)}users`],
  ['digits and blanks', '5 '.repeat(size / 2)],
  ['no-break blanks', `5${'\u00a0'.repeat(size)}GB`],
  ['a long word', `5 ${'x'.repeat(size)}`],
  ['letters outside the first plane', `5 ${'𝒳'.repeat(size / 2)}`],
  ['marks', `5 e${'\u0301'.repeat(size)}`],
  ['units', `5 GB${'/user'.repeat(size / 5)}`],
  ['per', `5 GB${' per user'.repeat(size / 9)}`],
  ['powers', `5 GB${'^2'.repeat(size / 2)}`],
  ['a long power', `5 GB^${'9'.repeat(size)}`],
  ['signs', '€'.repeat(size)],
  ['signs and blanks', '€ '.repeat(size / 2)],
  ['dollars', 'US$'.repeat(size / 3)],
  ['codes', 'EUR'.repeat(size / 3)],
  ['codes and blanks', 'EUR '.repeat(size / 4)],
  ['a sign far from its number', `€${' '.repeat(size)}5`],
  ['percent', `5${'%'.repeat(size)}`],
  ['underscores', '1_'.repeat(size / 2)],
  ['scale words', '5 million '.repeat(size / 10)],
];

describe('long hostile text', () => {
  test('the counter counts', () => {
    const { text, work } = counted('12345 users');
    expect(readQuantityAt(text, 0, table, formulaNumbers)).toMatchObject({
      quantity: { value: 12345, end: 11 },
    });
    expect(work()).toBeGreaterThan(11);
  });

  test.each(hostile)('%s: one read looks at no more than a few thousand characters', (_, plain) => {
    for (const style of styles) {
      const { text, work } = counted(plain);
      readQuantityAt(text, 0, table, style);
      expect(work()).toBeLessThan(4000);
    }
  });

  test.each(hostile)('%s: reading at every offset stays linear', (_, plain) => {
    const [whole, half] = [plain.slice(0, 2000), plain.slice(0, 1000)];
    const total = (part: string): number => {
      const { text, work } = counted(part);
      for (let offset = 0; offset < part.length; offset++)
        readQuantityAt(text, offset, table, writtenNumbers);
      return work();
    };
    // twice the text may cost twice the work; quadratic work would be four times
    expect(total(whole)).toBeLessThan(2.5 * total(half));
  });

  test.each(hostile)('%s: as a whole text, a unit and a statement', (_, plain) => {
    expect(readStated(plain, table)).toBeUndefined();
    expect(readQuantity(plain, table, writtenNumbers).kind).not.toBe('quantity');
    expect('word' in readUnit(plain, table)).toBe(true);
  });
});
