// A passage that is a number alone is read in a shorter way, and means the same.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFigures } from '../../src/audit/figures/read-figures.ts';

const number = fc
  .tuple(
    fc.constantFrom('', '$', '€', '£', '¥', '-', '.'),
    fc.stringMatching(/^\d{1,7}$/),
    fc.constantFrom('', '.', ','),
    fc.stringMatching(/^\d{0,4}$/),
  )
  .map((parts) => parts.join(''));

const dollar = fc.constantFrom('USD', 'MXN', '');

test('alone as with other text behind it', () => {
  fc.assert(
    fc.property(number, fc.constantFrom('.' as const, ',' as const), dollar, (text, decimal, dollar) => {
      const read = (whole: string): unknown =>
        readFigures(
          { text: whole, at: 0, jumps: undefined },
          { decimal, blanks: false, yuan: false, dollar },
        ).map(({ passage: _, ...figure }) => figure);
      expect(read(text)).toEqual(read(`${text} `));
    }),
    { numRuns: 5000 },
  );
});
