// A slider: one input of plans/debt-dashboard.yaml moved again and again, and what a page then shows of it: the bills of all options
// at all sizes, and the cost of sixty months of each; then the same with ten inputs uncertain, at p10, median and p90 of 10,000 samples.
// Beside it the same by loading the plan anew with `--set`. Each input is in the cone of other figures: a price of one provider, an
// hourly rate that all pay, the length of a call that decides what telephony costs everybody.
// Usage: npm run bench:move [moves]
import { readFileSync } from 'node:fs';
import { bill, compare, loadPlan, moved, odds } from '../src/index.ts';
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

/** What is uncertain, where samples are drawn. */
const uncertain = [
  'agents=(40 to 60 agents) * 1.01 ^ (elapsed / 1 month)',
  'calls_per_agent=triangular(25 calls/agent/workday, 40 calls/agent/workday, 70 calls/agent/workday)',
  'inbound_share=beta(5, 5)',
  'texts_at_first=3_000 to 8_000 messages/month',
  'recordings_at_twilio=60 to 200 GB',
  'llm_calls_as_printed=normal(100 calls/agent/workday, 20 calls/agent/workday)',
  'sip_minute=uniform(0.006 USD/minute, 0.01 USD/minute)',
  'numbers_per_agent=choices(1 number/agent, 4, 2 number/agent, 1)',
];

const views = [
  {
    title: 'cost of sixty months, 11 options × 3 sizes',
    set: [],
    show: (model) => compare(model, { by: 'scenario', over: 'size', metric: 'tco' }),
  },
  { title: 'bills of 11 options × 3 sizes', set: [], show: (model) => bill(model) },
  { title: 'total of 11 options × 3 sizes, 10,000 samples', set: uncertain, show: (model) => odds(model) },
  {
    title: 'cost of sixty months, 11 options × 3 sizes, 10,000 samples',
    set: uncertain,
    show: (model) => odds(model, 'tco'),
  },
];

/** From where to where, in the unit of the input. */
const inputs = {
  call_length: [6, 11],
  tokens_per_call: [1_000, 4_000],
  admin_rate: [50, 100],
  traffic_delivered: [200, 900],
};

function percentiles(times) {
  const sorted = times.map(({ clock }) => clock).sort((a, b) => a - b);
  const at = (share) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2).padStart(7);
  const processor = times.reduce((sum, time) => sum + time.processor, 0) / times.length;
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; of the processor ${processor.toFixed(2).padStart(7)} ms`;
}

/** Milliseconds on the clock; what the thread had of the processor meanwhile says more where others use the machine. */
function timed(run) {
  const [start, before] = [performance.now(), process.threadCpuUsage()];
  run();
  const used = process.threadCpuUsage(before);
  return { clock: performance.now() - start, processor: (used.user + used.system) / 1000 };
}

console.log(`node ${process.versions.node}, ${moves} moves of each`);
for (const { title, set, show } of views) {
  console.log(`\n${title}`);
  for (const [input, [from, to]] of Object.entries(inputs)) {
    let model = load(set);
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
    timed(() => show(load([...set, `call_length=${6 + i / 10} minutes/call`]))),
  );
  console.log(`  ${'call_length'.padEnd(20)} anew     ${percentiles(anew)}`);
}
