import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, hashOfNumber, Interned, sameArgs } from '../../src/graph/interned.ts';

test('what was added is found again, whatever else has the same hash, and nothing else is', () => {
  const lists = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 3 }), { maxLength: 3000 });
  fc.assert(
    fc.property(lists, fc.constantFrom(0, 0x7ff, -1), (all, bits) => {
      const interned = new Interned();
      const added: (readonly number[])[] = [];
      const known = new Map<string, number>();
      for (const args of all) {
        // with few bits left, or none, most hashes are those of others, too
        const hash = hashOf(7, args) & bits;
        const found = interned.find(hash, (number) => sameArgs(added[number] ?? [], args));
        expect(found).toBe(known.get(args.join()));
        if (found !== undefined) continue;
        interned.add(hash, added.length);
        known.set(args.join(), added.length);
        added.push(args);
      }
    }),
    { numRuns: 50 },
  );
});

test('there is one unknown number, and there are two zeros', () => {
  const [unknown, turned] = new Float64Array(
    new BigUint64Array([0x7ff8000000000001n, 0xfff8000000000000n]).buffer,
  );
  expect(hashOfNumber(unknown as number)).toBe(hashOfNumber(turned as number));
  expect(hashOfNumber(-0)).not.toBe(hashOfNumber(0));
});
