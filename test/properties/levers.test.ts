// Levers on random plans: the waterfall adds up, Shapley values are the mean over every order, and the order in which levers
// are written does not change them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Levers, levers } from '../../src/analysis/levers.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { one } from '../../src/quantity/unit.ts';
import { answer, modelOf, nodeFor } from '../support/model.ts';

interface Drawn {
  readonly values: readonly number[];
  readonly formula: string;
  /** One a lever: the inputs that it changes, and how. */
  readonly changes: readonly (readonly (readonly [input: number, change: string])[])[];
}

const names = ['x0', 'x1', 'x2', 'x3'];
const formulas = [
  'x0 * x1 + x2 * x3',
  'max(x0, x1) * x2 + x3',
  'if x0 > 10 then x1 * x2 else x2 + x3',
  'ceil(x0 * x1 / 7) * 3 + x2 - min(x3, x1)',
];
const share = fc.integer({ min: 0, max: 15 }).map((n) => `base * ${n / 10}`);
const fixed = fc.integer({ min: 0, max: 30 }).map(String);

function plans(change: fc.Arbitrary<string>): fc.Arbitrary<Drawn> {
  const input = fc.integer({ min: 0, max: names.length - 1 });
  const lever = fc.uniqueArray(fc.tuple(input, change), { minLength: 1, maxLength: 3, selector: ([i]) => i });
  return fc.record({
    values: fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 }),
    formula: fc.constantFrom(...formulas),
    changes: fc.array(lever, { minLength: 1, maxLength: 6 }),
  });
}

function planText({ values, formula, changes }: Drawn, order = changes.map((_, i) => i)): string {
  const inputs = names.map((name, i) => `  ${name}: ${values[i]} to ${(values[i] ?? 0) + 2}`);
  const written = order.map((i) => {
    const keys = (changes[i] ?? []).map(([input, change]) => `${names[input]}: ${change}`);
    return `  l${i}: { ${keys.join(', ')} }`;
  });
  return [
    'plan: P\ncurrency: EUR\ninputs:',
    ...inputs,
    `formulas:\n  cost_of_all: ${formula}\nlevers:`,
    ...written,
  ].join('\n');
}

function asked(text: string, formula = 'cost_of_all'): Levers {
  const model = modelOf(text);
  return levers(
    new Grid(model.graph),
    { metric: formula, node: nodeFor(model, formula), unit: one },
    new Map(),
  );
}

function near(a: number | undefined, b: number): void {
  expect(Math.abs((a ?? Number.NaN) - b)).toBeLessThanOrEqual(
    1e-9 * Math.max(1, Math.abs(a ?? 0), Math.abs(b)),
  );
}

const sum = (all: readonly number[]): number => all.reduce((total, x) => total + x, 0);

function permutations(n: number): readonly (readonly number[])[] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((rest) =>
    Array.from({ length: n }, (_, i) => [...rest.slice(0, i), n - 1, ...rest.slice(i)]),
  );
}

test('the steps of the waterfall add up to the joint saving', () => {
  fc.assert(
    fc.property(plans(fc.oneof(share, fixed)), (drawn) => {
      const found = asked(planText(drawn));
      near(sum(found.levers.map((l) => l.step.mid)), found.joint.mid);
      near(found.levers.at(-1)?.after.mid ?? found.before.mid, found.after.mid);
      near(found.before.mid - found.joint.mid, found.after.mid);
      near(sum(found.levers.map((l) => l.alone.mid)), found.aloneSum.mid);
      for (const l of found.levers) near(l.alone.mid + l.interaction.mid, l.last.mid);
    }),
  );
});

test('every figure is what the plan says with those levers on', () => {
  fc.assert(
    fc.property(plans(fc.oneof(share, fixed)), (drawn) => {
      const text = planText(drawn);
      const found = asked(text);
      const model = modelOf(text);
      const all = found.levers.map((l) => `${l.name}=on`);
      expect(answer(model, 'cost_of_all')).toBe(found.before.mid);
      expect(answer(model, 'cost_of_all', ...all)).toBe(found.after.mid);
      for (const [i, l] of found.levers.entries()) {
        expect(answer(model, 'cost_of_all', ...all.slice(0, i + 1))).toBe(l.after.mid);
        expect(found.before.mid - answer(model, `cost_of_all at ${l.name}=on`)).toBe(l.alone.mid);
      }
    }),
    { numRuns: 50 },
  );
});

test('Shapley values are the mean over every order', () => {
  fc.assert(
    fc.property(plans(fc.oneof(share, fixed)), (drawn) => {
      const text = planText(drawn);
      const found = asked(text);
      const model = modelOf(text);
      const known = new Map<string, number>();
      const figure = (on: readonly string[]): number => {
        const key = [...on].sort().join();
        const value = known.get(key) ?? answer(model, 'cost_of_all', ...on.map((name) => `${name}=on`));
        known.set(key, value);
        return value;
      };
      const orders = permutations(found.levers.length);
      for (const [i, l] of found.levers.entries()) {
        const added = orders.map((order) => {
          const before = order.slice(0, order.indexOf(i)).map((k) => found.levers[k]?.name ?? '');
          return figure(before) - figure([...before, l.name]);
        });
        near(l.shapley?.mid, sum(added) / orders.length);
      }
      near(sum(found.levers.map((l) => l.shapley?.mid ?? Number.NaN)), found.joint.mid);
    }),
    { numRuns: 25 },
  );
});

test('the order of writing does not change Shapley values', () => {
  const shuffled = plans(share).chain((drawn) =>
    fc.tuple(
      fc.constant(drawn),
      fc.shuffledSubarray(
        drawn.changes.map((_, i) => i),
        { minLength: drawn.changes.length },
      ),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([drawn, order]) => {
      // `ceil` may see the noise of another order of factors
      const smooth = { ...drawn, formula: formulas[0] ?? '' };
      const [first, second] = [asked(planText(smooth)), asked(planText(smooth, order))];
      near(first.joint.mid, second.joint.mid);
      for (const l of first.levers)
        near(second.levers.find((m) => m.name === l.name)?.shapley?.mid, l.shapley?.mid ?? Number.NaN);
    }),
  );
});

test('levers that have nothing to do with one another keep their savings alone', () => {
  const own = fc.array(fc.tuple(fc.integer({ min: 1, max: 100 }), share), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(own, (drawn) => {
      const text = [
        'plan: P\ncurrency: EUR\nitems:',
        ...drawn.map(([price], i) => `  i${i}: { price: ${price} EUR/month }`),
        'levers:',
        ...drawn.map(([, change], i) => `  l${i}: { i${i}.price: ${change} }`),
      ].join('\n');
      const found = asked(text, 'total');
      for (const l of found.levers) {
        near(l.shapley?.mid, l.alone.mid);
        near(l.last.mid, l.alone.mid);
        near(l.step.mid, l.alone.mid);
      }
    }),
    { numRuns: 40 },
  );
});
