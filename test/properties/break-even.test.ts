// Break-even against brute force: random rate cards with steps, blocks and tiers of every kind, two of them against two others.
// What a search says of a stretch must be true of every quantity in it that brute force tries, and of both its ends.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Duel, duel, type Smaller } from '../../src/analysis/duel.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { tapeAlong } from '../../src/grid/tape.ts';
import { roundDown, roundUp } from '../../src/numeric/functions/rounding.ts';
import { modelOf, nodeFor } from '../support/model.ts';
import { anyCard, type Card, meeting } from '../support/rate-cards.ts';

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

const meetings = meeting.map(({ cards: [a, b] }): readonly [Setup, Setup] => {
  const alone = (card: Card): Setup => ({ cards: [card], perServer: 300, server: 0 });
  return [alone(a), alone(b)];
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

function search(plan: string, from: number, to: number, whole: boolean): Duel {
  const { graph } = modelOf(plan);
  const tape = tapeAlong(graph, graph.names.get('used')?.node ?? -1, interpreter(graph));
  const slots = [0, 1].map((point) =>
    tape.slot(
      graph.total,
      basePlace(graph).map((base, axis) => (axis === 0 ? point : base)),
    ),
  );
  return duel(tape, slots[0] ?? 0, slots[1] ?? 0, { from, to }, whole, 5_000);
}

/** undefined where the two are too close to call. */
function bruteForce(setups: readonly [Setup, Setup], q: number): Smaller | undefined {
  const [a, b] = [bill(setups[0], q), bill(setups[1], q)];
  if (Number.isNaN(a - b)) return 'unknown';
  const room = Math.max(Math.abs(a), Math.abs(b));
  if (Math.abs(a - b) <= 1e-13 * room) return 'equal';
  return Math.abs(a - b) <= 1e-9 * room ? undefined : a < b ? 'first' : 'second';
}

interface Staircase {
  readonly formula: string;
  readonly at: (n: number) => number;
}

/** Of `n` people: steps that begin at a whole number and steps that begin behind it, often at the same one. */
const stairs = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(5, 10, 20, 35)), {
  minLength: 1,
  maxLength: 2,
});
const staircase: fc.Arbitrary<Staircase> = fc
  .record({
    ups: stairs,
    downs: stairs,
    slope: fc.integer({ min: 0, max: 2 }),
    base: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ ups, downs, slope, base }) => ({
    formula: [
      ...ups.map(([height, width]) => `${height} * ceil(n / ${width})`),
      ...downs.map(([height, width]) => `${height} * floor(n / ${width})`),
      `${slope} * n + ${base}`,
    ].join(' + '),
    at: (n) =>
      ups.reduce((sum, [height, width]) => sum + height * roundUp(n / width), 0) +
      downs.reduce((sum, [height, width]) => sum + height * roundDown(n / width), 0) +
      slope * n +
      base,
  }));

const ranges = fc.constantFrom([1, 1000], [0, 500], [0.1, 10], [37, 412], [20, 20_000]);
const grid = 4_400;
/** What a ceiling forgives, on both sides of a whole number. */
const forgiven = 2.5e-9;

test('no crossing is missed and none is invented', () => {
  let points = 0;
  fc.assert(
    fc.property(
      fc.oneof({ weight: 4, arbitrary: pairs }, { weight: 1, arbitrary: meetings }),
      ranges,
      fc.boolean(),
      (setups, [from = 0, to = 0], whole) => {
        const plan = planOf(setups);
        const { stretches, borders, proven, until } = search(plan, from, to, whole);
        const tell = (q: number, expected: Smaller, i: number): string =>
          `${plan}\nat ${q} the smaller is ${expected}; stretches ${JSON.stringify(stretches.slice(Math.max(0, i - 1), i + 2))}`;
        expect(proven, plan).toBe(true);
        expect(until, plan).toBe(to);
        expect(borders).toHaveLength(stretches.length - 1);

        for (const { below, above } of borders)
          expect(above - below, `${plan}\nat ${below}`).toBeLessThanOrEqual(
            forgiven * above + 1e-6 * (below === 0 ? 1 : 0),
          );
        for (const { from: low, to: high } of stretches)
          if (low !== from && high !== to)
            expect(high - low, `${plan}\nfrom ${low}`).toBeGreaterThan(forgiven * high);

        const check = (q: number, i: number): void => {
          const expected = bruteForce(setups, q);
          if (expected === undefined) return;
          points += 1;
          const found = stretches[i]?.smaller;
          if (found === expected) return;
          // two lines that meet are equal at one value, which is no stretch
          if (expected === 'equal' && (Math.abs(q - from) < 1e-6 || q === to)) return;
          const next = (k: number): boolean => {
            const border = borders[k];
            return (
              border !== undefined && !border.jump && Math.abs(q - border.below) <= forgiven * Math.abs(q)
            );
          };
          if (expected === 'equal' && (next(i) || next(i - 1))) return;
          const beside = [q * (1 - 1e-7), q * (1 + 1e-7)].map((near) => bruteForce(setups, near));
          // what meets at a value and jumps there is equal at that value alone
          const jumps = (k: number): boolean => Math.abs(q - (borders[k]?.below ?? 0)) <= forgiven * q;
          if (expected === 'equal' && (jumps(i) || jumps(i - 1)) && !beside.includes('equal')) return;
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
      },
    ),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 250) },
  );
  expect(points).toBeGreaterThan(1_000_000);
});

test('where only whole numbers count, each of them is on the right side', () => {
  let numbers = 0;
  let alone = 0;
  fc.assert(
    fc.property(staircase, staircase, (a, b) => {
      const model = modelOf(
        'plan: two\ncurrency: EUR\ninputs: { users: 100 users }\nformulas: { n: users / 1 user }\n',
      );
      const { graph } = model;
      const nodes = [a, b].map(({ formula }) => nodeFor(model, formula));
      const tape = tapeAlong(graph, graph.names.get('users')?.node ?? -1, interpreter(graph));
      const [first = 0, second = 0] = nodes.map((node) => tape.slot(node, basePlace(graph)));
      const { stretches } = duel(tape, first, second, { from: 1, to: 150 }, true, 5_000);
      for (let n = 1; n <= 150; n++) {
        const difference = a.at(n) - b.at(n);
        const here = stretches.filter(({ from, to }) => n >= from * (1 - 1e-12) && n <= to * (1 + 1e-12));
        const expected = difference === 0 ? 'equal' : difference < 0 ? 'first' : 'second';
        // where they meet they are equal, and that is no stretch
        if (expected === 'equal') continue;
        numbers += 1;
        if (here.some(({ from, to }) => to - from < 1e-6)) alone += 1;
        const tell = `${a.formula}\n${b.formula}\nat ${n}: ${JSON.stringify(here)}`;
        expect(
          here.map(({ smaller }) => smaller),
          tell,
        ).toContain(expected);
      }
    }),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 250) },
  );
  expect(numbers).toBeGreaterThan(20_000);
  expect(alone).toBeGreaterThan(20);
});
