// Uncertainty at the size of a plan: plans/debt-dashboard.yaml with ten of its inputs made uncertain, five scenarios, sixty months,
// 10,240 samples: from YAML text to 10, 50 and 90 % of the total in every month. Then the same with one input of the model moved,
// as a slider does.
// Usage: npm run bench:risk [rounds]
import { readFileSync } from 'node:fs';
import { Catalog } from '../src/catalog/catalog.ts';
import { Diagnostics } from '../src/diagnostics/diagnostic.ts';
import { buildGraph } from '../src/graph/build.ts';
import { Grid } from '../src/grid/evaluate.ts';
import { basePlace, sampledAt } from '../src/grid/layout.ts';
import { Sample } from '../src/grid/sample.ts';
import { sampledColumns, sampledProgram } from '../src/grid/sampled-columns.ts';
import { SampledFigures } from '../src/grid/sampled-figures.ts';
import { moved } from '../src/index.ts';
import { javascriptMachine } from '../src/numeric/kernels/javascript.ts';
import { webassemblyMachine } from '../src/numeric/kernels/webassembly.ts';
import { quantilesOf } from '../src/numeric/summary/quantiles.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { withSettings } from '../src/plan/set-input.ts';
import { PackagedVendors } from '../src/service/vendor-files.ts';

const rounds = Number(process.argv[2] ?? 5);
const samples = 10_240;
const scenarios = 5;
const sampling = { seed: 0, independent: false };
const text = readFileSync(new URL('../plans/debt-dashboard.yaml', import.meta.url), 'utf8');
const uncertain = [
  'agents=(40 to 60 agents) * 1.01 ^ (elapsed / 1 month)',
  'calls_per_agent=triangular(25 calls/agent/workday, 40 calls/agent/workday, 70 calls/agent/workday)',
  'call_length=6 to 11 minutes/call',
  'inbound_share=beta(5, 5)',
  'texts_at_first=3_000 to 8_000 messages/month',
  'recordings_at_twilio=60 to 200 GB',
  'tokens_per_call=lognormal(2_000 tokens/call, 0.3)',
  'llm_calls_as_printed=normal(100 calls/agent/workday, 20 calls/agent/workday)',
  'sip_minute=uniform(0.006 USD/minute, 0.01 USD/minute)',
  'numbers_per_agent=choices(1 number/agent, 4, 2 number/agent, 1)',
];

function load(settings) {
  const out = new Diagnostics();
  const read = readPlan({ file: 'plan.yaml', text }, { read: () => undefined }, out, { expectations: false });
  const plan = withSettings(read, settings, out);
  const catalog = Catalog.of(new PackagedVendors(), plan.units, out);
  const model = buildGraph(plan, catalog, out);
  if (model === undefined) throw new Error(out.all.map(({ message }) => message).join('\n'));
  return { ...model, catalog, grid: new Grid(model.graph) };
}

/** Each case and month; cases of one month stand together, since they share the most. */
function slotsOf(to, graph, fan) {
  const axis = (name) => graph.axes.findIndex((a) => a.name === name);
  const [scenario, month] = [axis('scenario'), axis('month')];
  const here = sampledAt(graph, basePlace(graph));
  const cases = Array.from({ length: scenarios }, (_, s) =>
    to.slots(
      graph.total,
      here.map((p, a) => (a === scenario ? s : p)),
      fan ? [month] : [],
    ),
  );
  return cases[0].flatMap((_, m) => cases.map((slots) => slots[m]));
}

function run(modelOf, machineOf, fan) {
  const times = {};
  const before = process.threadCpuUsage();
  let start = performance.now();
  const lap = (name) => {
    times[name] = performance.now() - start;
    start = performance.now();
  };
  const { graph, grid } = modelOf();
  lap('text to graph');
  const sample = new Sample(grid);
  const program = sampledProgram(graph, sample, slotsOf(sample, graph, fan), sampling);
  lap('graph to program');
  const columns = sampledColumns(program, samples, machineOf);
  lap('program to columns');
  const found = columns.map((column) => quantilesOf(column, [0.1, 0.5, 0.9]));
  lap('columns to quantiles');
  const { steps } = program.program;
  const draws = steps.filter(({ kind }) => kind === 'draw').length;
  const used = process.threadCpuUsage(before);
  const processor = (used.user + used.system) / 1000;
  return {
    times,
    processor,
    cases: columns.length * samples,
    steps: steps.length,
    draws,
    last: found.at(-1),
  };
}

/** The same as a page has it: what stands still is kept, and what follows runs again. */
function runMoved(model) {
  const times = {};
  const before = process.threadCpuUsage();
  const start = performance.now();
  const { graph, grid } = model();
  times['text to graph'] = performance.now() - start;
  const figures = new SampledFigures(grid, sampling, samples);
  const slots = slotsOf(figures, graph, true);
  const found = figures.summaries(slots, 'fan', (column) => quantilesOf(column, [0.1, 0.5, 0.9]));
  times['graph to quantiles'] = performance.now() - start - times['text to graph'];
  const used = process.threadCpuUsage(before);
  const processor = (used.user + used.system) / 1000;
  return { times, processor, cases: slots.length * samples, steps: 0, draws: 0, last: found.at(-1) };
}

function median(numbers) {
  return numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function report(title, runWith) {
  runWith(0);
  const all = Array.from({ length: rounds }, (_, r) => runWith(r + 1));
  const [{ cases, steps, draws, last }] = all;
  const whole = median(all.map(({ times }) => Object.values(times).reduce((a, b) => a + b, 0)));
  const of = steps === 0 ? '' : `, ${steps} steps, ${draws} draws`;
  console.log(`\n${title}: ${cases.toLocaleString('en')} cases${of}`);
  for (const name of Object.keys(all[0].times))
    console.log(
      `  ${name.padEnd(24)} ${median(all.map(({ times }) => times[name]))
        .toFixed(1)
        .padStart(8)} ms`,
    );
  const each = ((whole * 1e6) / cases).toFixed(1);
  console.log(`  ${'all'.padEnd(24)} ${whole.toFixed(1).padStart(8)} ms, ${each} ns a case`);
  // what the thread had of the processor says more where others use the machine
  console.log(
    `  ${'of the processor'.padEnd(24)} ${median(all.map((one) => one.processor))
      .toFixed(1)
      .padStart(8)} ms`,
  );
  console.log(`  the last one: ${last.map((x) => x.toFixed(0)).join(', ')} USD/month`);
}

console.log(`node ${process.versions.node}, median of ${rounds} rounds`);
const anew = () => load(uncertain);
report('five scenarios, sixty months', () => run(anew, webassemblyMachine, true));
report('the same without WebAssembly', () => run(anew, javascriptMachine, true));
report('five scenarios, one month', () => run(anew, webassemblyMachine, false));
let slider = anew();
const movedOn = (r) => {
  slider = moved(slider, { admin_rate: 70 + r });
  return slider;
};
report('one input moved', (r) => runMoved(() => movedOn(r)));
