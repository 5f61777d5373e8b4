// Where a limit holds along an input, against brute force: a budget for several random rate cards, whose steps often meet.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Holding, holdingAlong } from '../../src/analysis/limits-along.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { tapeAlong } from '../../src/grid/tape.ts';
import { modelOf } from '../support/model.ts';
import { anyCard, type Card, meeting } from '../support/rate-cards.ts';

function planOf(cards: readonly Card[], most: number): string {
  const products = cards.map((card, i) => `p${i}: { ${card.yaml}, source: test, date: 2026-01-01 }`);
  const items = cards.map((_, i) => `i${i}: { use: own/p${i}, quantity: used }`);
  return `plan: limited
currency: EUR
inputs: { used: 1 GB }
items: { ${items.join(', ')} }
limits: { room: total <= ${most} EUR/month }
prices: { own: { name: Own, products: { ${products.join(', ')} } } }
`;
}

interface Budget {
  readonly cards: readonly Card[];
  readonly most: number;
}

const anyBudget: fc.Arbitrary<Budget> = fc.record({
  cards: fc.array(anyCard, { minLength: 1, maxLength: 3 }),
  most: fc.integer({ min: 0, max: 900 }),
});

const sum = (cards: readonly Card[], q: number): number => cards.reduce((s, card) => s + card.bill(q), 0);

/** A budget between what two cards cost while the one is still forgiven its step, and what they cost beyond. */
const between: fc.Arbitrary<Budget> = meeting.map(({ cards, at }) => ({
  cards,
  most: Math.round((sum(cards, at * (1 + 5e-10)) + sum(cards, at * 1.001)) / 2),
}));

/** What a ceiling forgives, on both sides of a whole number. */
const forgiven = 2.5e-9;
const grid = 500;

test('what is said of a stretch is so all along it, and there is none of no width', () => {
  let changes = 0;
  fc.assert(
    fc.property(fc.oneof(anyBudget, between), fc.boolean(), ({ cards, most }, whole) => {
      const plan = planOf(cards, most);
      const { graph } = modelOf(plan);
      const tape = tapeAlong(graph, graph.names.get('used')?.node ?? -1, interpreter(graph));
      const slot = tape.slot(graph.limits[0]?.holds ?? -1, basePlace(graph));
      const [from, to] = [1, 1000];
      const stretches = holdingAlong(tape, slot, { from, to }, whole);
      changes += stretches.length - 1;

      const check = (q: number, state: Holding): void => {
        const total = sum(cards, q);
        if (Math.abs(total - most) <= 1e-9 * most) return;
        const expected = Number.isNaN(total) ? 'undecided' : total <= most ? 'holds' : 'broken';
        if (state !== expected)
          expect.fail(`${plan}\nat ${q} it is ${expected}: ${JSON.stringify(stretches)}`);
      };
      let last = from;
      for (const { from: low, to: high, state, open } of stretches) {
        expect(low, plan).toBe(last);
        if (low !== from && high !== to) expect(high - low, plan).toBeGreaterThan(forgiven * high);
        if (!open) check(low, state);
        const first = low * (1 + forgiven);
        for (let k = 0; k <= grid && first < high; k++) check(first + ((high - first) * k) / grid, state);
        for (let q = Math.floor(low) + 1; q < high; q++) check(q, state);
        last = high;
      }
      if (stretches.length < 20) expect(last, plan).toBe(to);
    }),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 150) },
  );
  expect(changes).toBeGreaterThan(50);
});
