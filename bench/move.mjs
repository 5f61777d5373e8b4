// A slider: one input of plans/debt-dashboard.yaml moved again and again, and what a page then shows of it: the bills of all options
// at all sizes, and the cost of sixty months of each. Beside it the same by loading the plan anew with `--set`.
// Usage: npm run bench:move [moves]
import { readFileSync } from 'node:fs';
import { bill, compare, loadPlan, moved } from '../src/index.ts';
import { PackagedVendors } from '../src/service/vendor-files.ts';

const moves = Number(process.argv[2] ?? 60);
const folder = new URL('../plans/', import.meta.url);
const file = (name) => ({ file: name, text: readFileSync(new URL(name, folder), 'utf8') });
const plan = file('debt-dashboard.yaml');
const vendors = new PackagedVendors();

function load(set) {
  const { model } = loadPlan(plan, { vendors, files: { read: file }, set });
  if (model === undefined) throw new Error('the plan has errors');
  return model;
}

const views = {
  'cost of sixty months, 11 options × 3 sizes': (model) =>
    compare(model, { by: 'scenario', over: 'size', metric: 'tco' }),
  'bills of 11 options × 3 sizes': (model) => bill(model),
};

/** From where to where, in the unit of the input. */
const inputs = {
  call_length: [6, 11],
  tokens_per_call: [1_000, 4_000],
  admin_rate: [50, 100],
  traffic_delivered: [200, 900],
};

function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2).padStart(7);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

function timed(run) {
  const start = performance.now();
  run();
  return performance.now() - start;
}

console.log(`node ${process.versions.node}, ${moves} moves of each`);
for (const [view, show] of Object.entries(views)) {
  console.log(`\n${view}`);
  for (const [input, [from, to]] of Object.entries(inputs)) {
    let model = load([]);
    show(model);
    const value = (i) => from + ((to - from) * ((i * 7) % moves)) / moves;
    const times = Array.from({ length: moves + 5 }, (_, i) =>
      timed(() => {
        model = moved(model, { [input]: value(i) });
        show(model);
      }),
    ).slice(5);
    console.log(`  ${input.padEnd(20)} moved    ${percentiles(times)}`);
  }
  const anew = Array.from({ length: Math.ceil(moves / 6) }, (_, i) =>
    timed(() => show(load([`call_length=${6 + i / 10} minutes/call`]))),
  );
  console.log(`  ${'call_length'.padEnd(20)} anew     ${percentiles(anew)}`);
}
