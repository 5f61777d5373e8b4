// A smaller number of what bench/fuzz.mjs runs by the million.

import { expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { mutate, randomFormula, randomFrom } from './mutate.ts';
import { modelFor, tryFormula, tryPlan } from './pipeline.ts';
import { fuzzPlans, fuzzVendors } from './seeds.ts';

const runs = Number(process.env.OUTLAY_FUZZ_RUNS ?? 2000);

test('the plans that the fuzzers start from are right', () => {
  for (const plan of fuzzPlans) expect(tryPlan(plan, fuzzVendors)).toBe('accepted');
});

test('mutated plans: no crash, every rejection has a place', () => {
  const seen = { accepted: 0, rejected: 0, 'too large': 0 };
  for (let seed = 0; seed < runs; seed++) {
    const random = randomFrom(seed);
    seen[tryPlan(mutate(random.pick(fuzzPlans), random), fuzzVendors)] += 1;
  }
  // a fuzzer that is always refused at the door tests the door only
  expect(seen.accepted).toBeGreaterThan(runs / 50);
  expect(seen.rejected).toBeGreaterThan(runs / 50);
});

test('random formulas: no crash, every rejection has a place', () => {
  const model = modelFor(fuzzPlans[0] ?? '', fuzzVendors, new Diagnostics());
  if (model === undefined) throw new Error('the seed plan is broken');
  for (let seed = 0; seed < runs; seed++) tryFormula(randomFormula(randomFrom(seed)), model);
});
