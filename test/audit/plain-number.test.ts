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

test('alone as with other text behind it', () => {
  fc.assert(
    fc.property(number, fc.constantFrom('.' as const, ',' as const), (text, decimal) => {
      const read = (whole: string): unknown =>
        readFigures({ text: whole, map: [0, 0] }, { decimal, blanks: false, yuan: false, dollar: 'USD' }).map(
          ({ passage: _, ...figure }) => figure,
        );
      expect(read(text)).toEqual(read(`${text} `));
    }),
    { numRuns: 5000 },
  );
});
