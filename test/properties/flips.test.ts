// What flips a recommendation, against brute force: three cases with rate cards of every kind and limits of their own. Between
// today's value and the flip nothing may change, and just beyond it something must; where no flip is found, nothing may change
// between a tenth and ten times today's value.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Recommendation, recommendation } from '../../src/analysis/flips.ts';
import { numericInputs } from '../../src/analysis/moved-input.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { modelOf } from '../support/model.ts';
import { anyCard, type Card, meeting } from '../support/rate-cards.ts';

interface Entrant {
  readonly card: Card;
  readonly most: number;
}

const entrant: fc.Arbitrary<Entrant> = fc.record({
  card: anyCard,
  most: fc.constantFrom(30, 90, 250, 700, 1e9, 1e9, 1e9),
});

/** Of two that take a step at one quantity, and perhaps a third. */
const meetings: fc.Arbitrary<readonly Entrant[]> = fc
  .tuple(meeting, fc.array(entrant, { maxLength: 1 }))
  .map(([{ cards }, others]) => [...cards.map((card) => ({ card, most: 1e9 })), ...others]);

function planOf(entrants: readonly Entrant[], used: number): string {
  const products = entrants.map(({ card }, i) => `p${i}: { ${card.yaml}, source: test, date: 2026-01-01 }`);
  const points = entrants.map(({ most }, i) => `  c${i}: { most: ${most} GB, store.use: own/p${i} }`);
  return `plan: flips
currency: EUR
inputs: { used: ${used} GB }
formulas: { most: 1 GB }
items: { store: { use: own/p0, quantity: used } }
limits: { room: used <= most }
axes:
 one:
${points.join('\n')}
prices: { own: { name: Own, products: { ${products.join(', ')} } } }
`;
}

/** Index of the cheapest that is known and breaks nothing; -1 for none; undefined where two are too close to call. */
function winner(entrants: readonly Entrant[], q: number): number | undefined {
  const able = entrants.flatMap(({ card, most }, i) => {
    const cost = card.bill(q);
    return Number.isNaN(cost) || q > most * (1 + 1e-12) ? [] : [{ i, cost }];
  });
  able.sort((a, b) => a.cost - b.cost);
  const [best, next] = able;
  if (best === undefined) return -1;
  const close = next !== undefined && next.cost - best.cost <= 3e-9 * Math.max(1, next.cost);
  return close ? undefined : best.i;
}

/** Where a search ends in noise, its last digits follow the interval that it was given. */
function firstOf({ flips }: Recommendation): unknown {
  return flips.slice(0, 1).map(({ factor, to, because }) => [factor.toPrecision(9), to, because]);
}

test('the nearest flip is the nearest', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.array(entrant, { minLength: 2, maxLength: 3 }), meetings),
      fc.integer({ min: 5, max: 300 }),
      (entrants, used) => {
        const plan = planOf(entrants, used);
        const { graph } = modelOf(plan);
        const question = { axis: 0, node: graph.total, place: basePlace(graph) };
        const found = recommendation(graph, interpreter(graph), numericInputs(graph), question);
        const nearest = recommendation(graph, interpreter(graph), numericInputs(graph), question, 'nearest');
        expect(firstOf(nearest), plan).toEqual(firstOf(found));
        const old = found.point ?? -1;
        const today = winner(entrants, used);
        // equals may be kept or changed as anybody likes
        if (today === undefined) return;
        expect(old, plan).toBe(today);
        for (const factor of [10, 1 / 10]) {
          const up = factor > 1;
          const flip = found.flips.find((f) => f.up === up);
          const end = flip?.value ?? used * factor;
          for (let k = 1; k < 400; k++) {
            const q = used + ((end - used) * k) / 400;
            const there = winner(entrants, q);
            if (there !== undefined && Math.abs(q - end) > 1e-8 * end)
              expect(there, `${plan}\nat ${q}, before ${flip?.value ?? 'the end'}`).toBe(old);
          }
          if (flip === undefined) continue;
          const beyond = winner(entrants, end * (up ? 1 + 1e-8 : 1 - 1e-8));
          if (beyond !== undefined) expect(beyond, `${plan}\nbeyond ${end}`).toBe(flip.to ?? -1);
        }
      },
    ),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 150) },
  );
});
