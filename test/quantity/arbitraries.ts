// Random units and values for the properties of src/quantity.
import fc from 'fast-check';
import { builtinAtoms } from '../../src/quantity/builtin-units.ts';
import { type Atom, multiply, one, type Unit, unitFromAtom } from '../../src/quantity/unit.ts';
import { currencyAtom } from '../../src/quantity/unit-table.ts';

const atoms: readonly Atom[] = [...builtinAtoms, ...['EUR', 'USD', 'JPY', 'KWD'].map(currencyAtom)];

export const anyAtom: fc.Arbitrary<Atom> = fc.constantFrom(...atoms);

/** Up to three factors to small powers. */
export const anyUnit: fc.Arbitrary<Unit> = fc
  .array(fc.tuple(anyAtom, fc.constantFrom(-2, -1, 1, 1, 2)), { maxLength: 3 })
  .map((factors) => factors.reduce((unit, [atom, power]) => multiply(unit, unitFromAtom(atom, power)), one));

/** Every finite double. */
export const anyFinite: fc.Arbitrary<number> = fc.double({ noNaN: true, noDefaultInfinity: true });

/** Values as plans have them: from a millionth to a billion, with few decimals. */
export const plainValue: fc.Arbitrary<number> = fc
  .tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, decimals]) => Number(`${digits}e-${decimals}`));

export function closeTo(a: number, b: number, relative = 1e-12): boolean {
  return a === b || Math.abs(a - b) <= relative * Math.max(Math.abs(a), Math.abs(b));
}
