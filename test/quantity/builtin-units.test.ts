import { describe, expect, test } from 'vitest';
import { builtinAtoms, builtinWords } from '../../src/quantity/builtin-units.ts';
import { scaleOf } from '../../src/quantity/unit.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { formulaWords } from '../../src/quantity/unit-words.ts';

const names = new Set(builtinAtoms.map((atom) => atom.name));

describe('the built-in units', () => {
  test.each([...builtinWords])('the word `%s` means units that exist: %s', (_, meaning) => {
    const parts = meaning.split('/');
    expect(parts.length).toBeLessThanOrEqual(2);
    for (const part of parts) expect(names).toContain(part);
  });

  test('no name stands twice, and no plural or word is another unit’s name', () => {
    expect(names.size).toBe(builtinAtoms.length);
    const taken = new Map<string, string>();
    for (const atom of builtinAtoms) {
      for (const word of new Set([atom.name, atom.plural])) {
        expect(taken.get(word), `${word} is ${atom.name} and`).toBeUndefined();
        taken.set(word, atom.name);
      }
    }
    for (const word of builtinWords.keys()) expect(taken.get(word), word).toBeUndefined();
  });

  test('no unit is a word of the formula language', () => {
    for (const word of formulaWords) expect(UnitTable.builtin.lookup(word), word).toBeUndefined();
  });

  // from the SI brochure and IEC 80000-13, not from the table under test
  test.each([
    ['kB', 8e3],
    ['GB', 8e9],
    ['EB', 8e18],
    ['KiB', 8 * 2 ** 10],
    ['MiB', 8 * 2 ** 20],
    ['TiB', 8 * 2 ** 40],
    ['EiB', 8 * 2 ** 60],
    ['Mbit', 1e6],
    ['Gibit', 2 ** 30],
    ['Mbps', 1e6],
    ['Mb', 1e6],
    ['ms', 1e-3],
    ['µs', 1e-6],
    ['μs', 1e-6],
    ['day', 86_400],
    ['week', 604_800],
    ['quarter', 3],
    ['year', 12],
    ['kWh', 3.6e6],
    ['MW', 1e6],
    ['%', 0.01],
    ['Mtok', 1e6],
    ['ktok', 1e3],
  ])('one %s is %d of its base', (word, expected) => {
    const unit = UnitTable.builtin.lookup(word);
    const scale = unit && scaleOf(unit);
    expect(scale && scale.numerator / scale.denominator).toBe(expected);
  });
});
