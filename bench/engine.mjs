// The reference model of ../shared/bench (10 uncertain inputs, 34 figures) as a plan: from YAML text to mean, p10, median and p90 of the
// monthly cost, one thread, and beside it in the same run what others take for the same model: C with the same draws, numpy, Squiggle,
// math.js, HyperFormula, publicodes. Then how the cost grows with nodes, cases and axes.
// The peers' scripts are run in a copy of ../shared/bench; what is missing there, or not installed (`npm run bench:setup`, gcc,
// python3 with numpy), is named and left out.
// Usage: npm run bench:engine [rounds]
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Grid } from '../src/grid/evaluate.ts';
import { loadPlan, odds } from '../src/index.ts';

const rounds = Number(process.argv[2] ?? 5);

const model = `plan: Reference model
currency: USD
inputs:
  users: lognormal(4_000_000, 0.35)
  req_user: triangular(10, 24, 60)
  growth: triangular(-0.01, 0.03, 0.08)
  peak: triangular(2, 3, 6)
  cpu_ms: lognormal(38, 0.40)
  kb_req: lognormal(24, 0.50)
  mb_user: lognormal(1.5, 0.60)
  cache_hit: uniform(0.55, 0.90)
  load: uniform(0.45, 0.70)
  eur_usd: triangular(1.02, 1.09, 1.18)
formulas:
  req_day: users * req_user
  req_month: req_day * 30.4375
  rps_avg: req_day / 86400
  rps_peak: rps_avg * peak
  rps_origin: rps_peak * (1 - cache_hit)
  vcpu_need: rps_origin * cpu_ms / 1000
  vcpu_prov: vcpu_need / load
  nodes: max(3, ceil(vcpu_prov / 8))
  nodes_ha: nodes + max(1, ceil(nodes * 0.1))
  node_hours: nodes_ha * 730
  compute_od: node_hours * 0.384
  compute: if nodes_ha >= 20 then compute_od * 0.72 else compute_od
  egress_gb: req_month * kb_req / 1_000_000
  egress: 0.09 * max(0, egress_gb - 100) - 0.005 * max(0, egress_gb - 10240) - 0.015 * max(0, egress_gb - 51200) - 0.02 * max(0, egress_gb - 153600)
  storage_gb: users * mb_user / 1000
  storage_rep: storage_gb * 3
  storage: 0.023 * storage_rep - 0.001 * max(0, storage_rep - 5000) - 0.001 * max(0, storage_rep - 20000)
  req_origin: req_month * (1 - cache_hit)
  calls: req_origin / 1_000_000 * 0.40
  db_nodes: min(32, max(2, ceil(rps_origin / 120)))
  db: db_nodes * 730 * 0.78
  log_gb: req_month * 0.6 / 1_000_000
  logs: max(0, log_gb - 50) * 0.50
  cloud: compute + egress + storage + calls + db + logs
  support: max(100, 0.1 * cloud - 0.03 * max(0, cloud - 10000) - 0.02 * max(0, cloud - 80000) - 0.02 * max(0, cloud - 250000))
  lic_eur: nodes_ha * 35
  lic_usd: lic_eur * eur_usd
  staff: ceil((nodes_ha + db_nodes) / 40)
  staff_usd: staff * 9500 * eur_usd
  monthly: cloud + support + lic_usd + staff_usd
  annuity: if abs(growth) < 0.000000001 then 60 else ((1 + growth) ^ 60 - 1) / growth
  tco_usd: monthly * annuity
  tco_eur: tco_usd / eur_usd
  unit_cost: monthly / users
`;

function loaded(text) {
  const { model: found, diagnostics } = loadPlan({ text, file: 'plan.yaml' });
  if (found === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return found;
}

/** Milliseconds, the median of the rounds after one that does not count. */
function timed(work) {
  const times = Array.from({ length: rounds + 1 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).slice(1);
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

const cell = (x, digits = 1) => x.toFixed(digits).padStart(12);
console.log(`node ${process.versions.node}, median of ${rounds} rounds`);

const ours = {};
console.log('\nreference model, from text to quantiles   ms, all   ns a sample');
const first = performance.now();
odds(loaded(model), 'monthly', { samples: 10_000 });
console.log(`  ${'10,000, the first of the process'.padEnd(34)}${cell(performance.now() - first)}`);
for (const samples of [10_000, 100_000, 1_000_000]) {
  const work = () => odds(loaded(model), 'monthly', { samples });
  // for as long as JavaScript takes to be compiled anew, and anew for longer columns
  for (let k = 0; k < 20; k++) work();
  const ms = timed(work);
  ours[samples] = (ms * 1e6) / samples;
  console.log(`  ${samples.toLocaleString('en').padEnd(34)}${cell(ms)}${cell(ours[samples])}`);
}
const [found] = odds(loaded(model), 'monthly', { samples: 1_000_000 }).cases;
console.log(
  `  p10 ${found.p10.toFixed(0)}, median ${found.median.toFixed(0)}, p90 ${found.p90.toFixed(0)} USD`,
);
// the median of the reference: 8 × 262,144 scrambled Sobol points
if (Math.abs(found.median / 32_066 - 1) > 0.002) throw new Error('the median is not that of the reference');

peers();
growth();

/** Each prints its own lines; what is asked of them is the nanoseconds of a sample. */
function peers() {
  const shared = fileURLToPath(new URL('../../shared/bench', import.meta.url));
  const installed = fileURLToPath(new URL('node_modules', import.meta.url));
  console.log('\nothers on the same model, ns a sample         theirs   ÷ ours');
  if (!existsSync(shared)) {
    console.log('  ../shared/bench is not there');
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-'));
  cpSync(shared, folder, { recursive: true });
  if (existsSync(installed)) symlinkSync(installed, join(folder, 'node_modules'));
  const run = (command, ...args) =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 26, timeout: 600_000 });
  const script = (name) => run(process.execPath, name);
  const tell = (name, text, pattern, samples) => {
    const [, ns] = text?.match(pattern) ?? [];
    const theirs = ns === undefined ? undefined : Number(ns);
    const shown = theirs === undefined ? 'not there'.padStart(12) : cell(theirs);
    const ratio = theirs === undefined ? '' : cell(theirs / ours[samples], 2);
    console.log(`  ${`${name}, ${samples.toLocaleString('en')}`.padEnd(40)}${shown}${ratio}`);
  };
  for (const name of ['make_inputs', 'gen_js', 'gen_c', 'gen_py', 'dump_tables']) script(`${name}.mjs`);
  // WebAssembly has vectors of 128 bits, as SSE has: wider ones say what the processor could do, not what the kernels lose
  for (const [vectors, flag] of [
    ['128 bits', '-msse4.2'],
    ['256 bits', '-mavx2'],
    ['the widest here', '-march=native'],
  ]) {
    const flags = `-O3 ${flag} -fno-math-errno -fno-trapping-math -ffp-contract=off`.split(' ');
    const built = run('gcc', ...flags, '-DTAG="c"', 'bench_ctab.c', '-o', 'ctab', '-lm');
    const told = built.status === 0 ? run('./ctab').stdout : '';
    tell(`C, no quantiles, ${vectors}`, told, /end-to-end.*? ([\d.]+) ns\/sample/, 1_000_000);
  }
  const numpy = run('python3', 'bench_np.py').stdout ?? '';
  const of = (tool) => Number(numpy.match(new RegExp(`tool:${tool} n:1000000 .*?ns_sample:([\\d.]+)`))?.[1]);
  const both = of('numpy-sampling-pcg64') + of('numpy-chunk-8192');
  tell('numpy, draws and model, no quantiles', Number.isNaN(both) ? '' : `${both}`, /([\d.]+)/, 1_000_000);
  const at = (tool, samples) => new RegExp(`"tool":"${tool}","n":${samples},.*?"ns_sample":([\\d.]+)`);
  tell('Squiggle', script('bench_squiggle.mjs').stdout, at('squiggle-dist-ops', 100_000), 100_000);
  const mathjs = script('bench_mathjs.mjs').stdout;
  tell('math.js, inputs given', mathjs, at('mathjs-number-per-node-map-scope', 100_000), 100_000);
  tell(
    'HyperFormula, inputs given',
    script('bench_hf.mjs').stdout,
    /"n":10000,.*?"ns_sample":([\d.]+)/,
    10_000,
  );
  tell('publicodes, inputs given', script('bench_publicodes.mjs').stdout, /"ns_sample":([\d.]+)/, 10_000);
  rmSync(folder, { recursive: true });
}

/** Text to columns, of plans that grow in one way at a time. */
function growth() {
  const chain = (count, more = '') =>
    `plan: t\ncurrency: EUR\ninputs: { a: 1.5, b: 2 }\nformulas:\n${Array.from(
      { length: count },
      (_, i) => `  f${i}: ${i < 2 ? 'a' : `f${i - 1}`} * 0.5 + max(b, ${i < 2 ? 'b' : `f${i - 2}`}) / 3`,
    ).join('\n')}\n${more}`;
  const points = (n) => Array.from({ length: n }, (_, i) => i + 1).join(', ');
  const all = (text) => {
    const { graph } = loaded(text);
    const grid = new Grid(graph);
    grid.evaluate(graph.plan.formulas.map(({ name }) => graph.names.get(name)?.node ?? -1));
  };
  const table = (title, unit, cases) => {
    console.log(`\n${title.padEnd(36)}${'ms'.padStart(12)}${unit.padStart(16)}`);
    for (const [name, size, text] of cases) {
      const ms = timed(() => all(text));
      console.log(`  ${name.padEnd(34)}${cell(ms)}${((ms * 1e3) / size).toFixed(3).padStart(16)}`);
    }
  };
  table(
    'formulas, one case',
    'µs a formula',
    [1_000, 10_000, 50_000].map((n) => [n.toLocaleString('en'), n, chain(n)]),
  );
  table(
    'cases of 200 formulas',
    'µs a cell',
    [10, 100, 1_000].map((n) => [
      n.toLocaleString('en'),
      n * 200,
      chain(200, `axes: { s: { sweep: a, values: [${points(n)}] } }\n`),
    ]),
  );
  // each formula follows an axis of its own: cells add up and do not multiply
  const apart = (n) =>
    `plan: t\ncurrency: EUR\ninputs: { ${Array.from({ length: n }, (_, i) => `x${i}: 1`).join(', ')} }\nformulas:\n${Array.from(
      { length: n },
      (_, i) => `  y${i}: x${i} * 2 + x${i} ^ 2`,
    ).join(
      '\n',
    )}\naxes:\n${Array.from({ length: n }, (_, i) => `  s${i}: { sweep: x${i}, values: [${points(100)}] }`).join('\n')}\n`;
  table(
    'axes of 100 points, side by side',
    'µs a cell',
    [1, 4, 16].map((n) => [String(n), n * 100, apart(n)]),
  );
}
