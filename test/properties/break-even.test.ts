// Break-even against brute force: random rate cards with steps, blocks and tiers of every kind, two of them against two others.
// What a search says of a stretch must be true of every quantity in it that brute force tries, and of both its ends.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Duel, duel, type Smaller } from '../../src/analysis/duel.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { Tape } from '../../src/grid/tape.ts';
import { roundUp } from '../../src/numeric/functions/rounding.ts';
import { modelOf } from '../support/model.ts';
import { anyCard, type Card } from '../support/rate-cards.ts';

/** A case of a plan: two cards, and servers that each carry so much. */
interface Setup {
  readonly cards: readonly Card[];
  readonly perServer: number;
  readonly server: number;
}

const setup: fc.Arbitrary<Setup> = fc.record({
  cards: fc.array(anyCard, { minLength: 1, maxLength: 2 }),
  perServer: fc.integer({ min: 3, max: 300 }),
  server: fc.constantFrom(0, 0, 7, 25.5),
});

/** Two cases of one plan often share most of what they buy, and are close to each other. */
const pairs = fc
  .tuple(setup, setup, fc.boolean())
  .map(([a, b, shared]): readonly [Setup, Setup] =>
    shared
      ? [a, { ...b, cards: [...a.cards.slice(0, 1), ...b.cards.slice(1)], perServer: a.perServer }]
      : [a, b],
  );

function bill({ cards, perServer, server }: Setup, q: number): number {
  return cards.reduce((sum, card) => sum + card.bill(q), roundUp(q / perServer) * server);
}

function planOf(setups: readonly Setup[]): string {
  const products = setups.flatMap(({ cards }, s) =>
    cards.map((card, i) => `p${s}${i}: { ${card.yaml}, source: test, date: 2026-01-01 }`),
  );
  const points = setups.map(({ cards, perServer, server }, s) => {
    const items = cards.map((_, i) => `i${i}: { use: own/p${s}${i}, quantity: used }`);
    const servers = `servers: { price: ${server} EUR/month, count: ceil(used / ${perServer} GB) }`;
    return `  c${s}: { items: { ${[...items, servers].join(', ')} } }`;
  });
  return `plan: duel
currency: EUR
inputs: { used: 1 GB }
items: { }
axes:
 one:
${points.join('\n')}
prices: { own: { name: Own, products: { ${products.join(', ')} } } }
`;
}

function search(plan: string, from: number, to: number): Duel {
  const { graph } = modelOf(plan);
  const tape = new Tape(graph, graph.names.get('used')?.node ?? -1, interpreter(graph));
  const slots = [0, 1].map((point) =>
    tape.slot(
      graph.total,
      basePlace(graph).map((base, axis) => (axis === 0 ? point : base)),
    ),
  );
  return duel(tape, slots[0] ?? 0, slots[1] ?? 0, from, to, 5_000);
}

/** undefined where the two are too close to call. */
function bruteForce(setups: readonly [Setup, Setup], q: number): Smaller | undefined {
  const [a, b] = [bill(setups[0], q), bill(setups[1], q)];
  if (Number.isNaN(a - b)) return 'unknown';
  const room = Math.max(Math.abs(a), Math.abs(b));
  if (Math.abs(a - b) <= 1e-13 * room) return 'equal';
  return Math.abs(a - b) <= 1e-9 * room ? undefined : a < b ? 'first' : 'second';
}

const ranges = fc.constantFrom([1, 1000], [0, 500], [0.1, 10], [37, 412], [20, 20_000]);
const grid = 4_000;

test('no crossing is missed and none is invented', () => {
  let points = 0;
  fc.assert(
    fc.property(pairs, ranges, (setups, [from = 0, to = 0]) => {
      const plan = planOf(setups);
      const { stretches, borders, proven, until } = search(plan, from, to);
      const tell = (q: number, expected: Smaller, i: number): string =>
        `${plan}\nat ${q} the smaller is ${expected}; stretches ${JSON.stringify(stretches.slice(Math.max(0, i - 1), i + 2))}`;
      expect(proven, plan).toBe(true);
      expect(until, plan).toBe(to);
      expect(borders).toHaveLength(stretches.length - 1);

      const check = (q: number, i: number): void => {
        points += 1;
        const expected = bruteForce(setups, q);
        const found = stretches[i]?.smaller;
        if (expected === undefined || found === expected) return;
        // two lines that meet are equal at one value, which is no stretch
        if (expected === 'equal' && (Math.abs(q - from) < 1e-6 || q === to)) return;
        const next = (k: number): boolean => {
          const border = borders[k];
          return border !== undefined && !border.jump && Math.abs(q - border.below) <= 1e-9 * Math.abs(q);
        };
        if (expected === 'equal' && (next(i) || next(i - 1))) return;
        const beside = [q * (1 - 1e-7), q * (1 + 1e-7)].map((near) => bruteForce(setups, near));
        if (expected === 'equal' && beside.every((near) => near === undefined || near === found)) return;
        expect.fail(tell(q, expected, i));
      };

      // every stretch is there: in its middle and just inside its ends
      for (const [i, { from: low, to: high }] of stretches.entries())
        for (const share of [1e-4, 0.5, 1 - 1e-4]) check(low + (high - low) * share, i);

      // and nothing between them: a grid, round numbers, which steps love, among its points
      let i = 0;
      for (let k = 0; k <= grid; k++) {
        const even = from + ((to - from) * k) / grid;
        const q = k % 3 === 0 ? Math.min(to, Math.max(from, Math.round(even))) : even;
        if (q < (stretches[i]?.from ?? 0)) i = 0;
        while (q > (stretches[i]?.to ?? to)) i += 1;
        const inside = q >= (stretches[i]?.from ?? to) && q <= (stretches[i]?.to ?? from);
        if (inside) check(q, i);
      }
    }),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 250) },
  );
  expect(points).toBeGreaterThan(1_000_000);
});
