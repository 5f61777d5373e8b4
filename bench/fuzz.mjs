// A million mutated plans and random formulas through the whole pipeline, for a nightly run: no crash, nothing over a second,
// every rejection with its place. The same generator as the test suite, with other seeds.
// Usage: npm run bench:fuzz -- [runs] [first seed]
import { Diagnostics } from '../src/diagnostics/diagnostic.ts';
import { mutate, randomFormula, randomFrom } from '../test/fuzz/mutate.ts';
import { modelFor, tryFormula, tryPlan } from '../test/fuzz/pipeline.ts';
import { fuzzPlans, fuzzVendors } from '../test/fuzz/seeds.ts';

const runs = Number(process.argv[2] ?? 1_000_000);
const first = Number(process.argv[3] ?? 1_000_000);
const model = () => modelFor(fuzzPlans[0], fuzzVendors, new Diagnostics());
let asked = model();
const seen = {};
let slowest = { ms: 0, seed: -1 };
let failures = 0;
const start = performance.now();
for (let i = 0; i < runs; i++) {
  const seed = first + i;
  const random = randomFrom(seed);
  const began = performance.now();
  let what = i % 2 === 0 ? 'plan' : 'formula';
  try {
    if (i % 2 === 0) what += ` ${tryPlan(mutate(random.pick(fuzzPlans), random), fuzzVendors)}`;
    else what += ` ${tryFormula(randomFormula(random), asked)}`;
  } catch (error) {
    failures += 1;
    what += ' CRASHED';
    if (failures <= 20) console.log(`seed ${seed}: ${error.stack}`);
  }
  seen[what] = (seen[what] ?? 0) + 1;
  const ms = performance.now() - began;
  if (ms > slowest.ms) slowest = { ms, seed };
  if (ms > 1000) console.log(`seed ${seed}: ${ms.toFixed(0)} ms`);
  // asked formulas stay in the graph; a fresh one now and then keeps memory flat
  if (i % 5000 === 4999) asked = model();
}
const seconds = (performance.now() - start) / 1000;
console.log(
  `${runs} texts in ${seconds.toFixed(1)} s (${Math.round(runs / seconds)} a second), slowest ${slowest.ms.toFixed(0)} ms at seed ${slowest.seed}`,
);
for (const [what, count] of Object.entries(seen).sort()) console.log(`${what.padEnd(20)} ${count}`);
if (failures > 0 || slowest.ms > 1000) process.exitCode = 1;
