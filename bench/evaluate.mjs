// How fast is a grid? One generated plan of 2,000 formulas, 10,000 cases (two swept inputs of 100 points each), from YAML text to
// the last column, beside math.js and publicodes doing the same formulas on the same cases, in one run.
// The peers evaluate case by case, so they are given fewer cases and compared by cases per second; the figures that all
// three compute are checked to be the same first.
// Usage: npm run bench:evaluate (needs `npm run bench:setup` once for the peers).
import { createRequire } from 'node:module';
import { Catalog } from '../src/catalog/catalog.ts';
import { Diagnostics } from '../src/diagnostics/diagnostic.ts';
import { buildGraph } from '../src/graph/build.ts';
import { Grid } from '../src/grid/evaluate.ts';
import { readPlan } from '../src/plan/read-plan.ts';

const nodes = 2000;
const points = 100;
const rounds = Number(process.argv[2] ?? 5);

/** The same formulas for everyone: each uses earlier ones; every tenth takes a maximum. Values stay near 1. */
function formulas() {
  let seed = 42;
  const random = (n) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * n);
  };
  const all = [];
  for (let i = 0; i < nodes; i++) {
    const pick = () =>
      i === 0 ? 'ina' : ['ina', 'inb', ...all.slice(-20).map((f) => f.name)][random(Math.min(i, 20) + 2)];
    const [a, b] = [pick(), pick()];
    const kind = i % 10 === 9 ? 'max' : ['mix', 'ratio', 'share'][random(3)];
    all.push({ name: `n${String.fromCharCode(97 + (i % 26))}${i}`, kind, a, b });
  }
  return all;
}

const written = {
  mix: (a, b) => `${a} * 0.6 + ${b} * 0.4`,
  ratio: (a, b) => `${a} / (0.5 + ${b} * 0.5)`,
  share: (a, b) => `(${a} - ${b}) * 0.25 + ${b}`,
};
const all = formulas();
const last = all.at(-1).name;
const value = (i) => (0.9 + (0.2 * i) / points).toFixed(3);

function median(times) {
  return times.sort((x, y) => x - y)[Math.floor(times.length / 2)];
}

function ours() {
  const lines = all.map(
    (f) => `  ${f.name}: ${f.kind === 'max' ? `max(${f.a}, ${f.b})` : written[f.kind](f.a, f.b)}`,
  );
  const sweep = Array.from({ length: points }, (_, i) => value(i)).join(', ');
  const text = `plan: bench\ncurrency: EUR\ninputs: { ina: 1, inb: 1 }\nformulas:\n${lines.join('\n')}\naxes:\n  first: { sweep: ina, values: [${sweep}] }\n  second: { sweep: inb, values: [${sweep}] }\n`;
  const times = { text: [], grid: [] };
  let result;
  for (let r = 0; r < rounds; r++) {
    const start = performance.now();
    const out = new Diagnostics();
    const plan = readPlan({ file: 'bench.yaml', text }, { read: () => undefined }, out);
    const catalog = Catalog.of({ vendor: () => undefined, ids: () => [] }, plan.units, out);
    const { graph } = buildGraph(plan, catalog, out);
    const built = performance.now();
    const grid = new Grid(graph);
    const wanted = all.map((f) => graph.names.get(f.name).node);
    grid.evaluate(wanted);
    result = grid.column(graph.names.get(last).node).data;
    times.text.push(built - start);
    times.grid.push(performance.now() - built);
  }
  return { result, text: median(times.text), grid: median(times.grid) };
}

async function mathjs(cases) {
  const { create, all: everything } = await import('mathjs');
  const math = create(everything);
  const compiled = all.map((f) => [
    f.name,
    math.compile(f.kind === 'max' ? `max(${f.a}, ${f.b})` : written[f.kind](f.a, f.b)),
  ]);
  const result = [];
  const start = performance.now();
  for (const [i, j] of cases) {
    const scope = new Map([
      ['ina', Number(value(i))],
      ['inb', Number(value(j))],
    ]);
    for (const [name, f] of compiled) scope.set(name, f.evaluate(scope));
    result.push(scope.get(last));
  }
  return { result, perSecond: cases.length / ((performance.now() - start) / 1000) };
}

async function publicodes(cases) {
  const module = await import('publicodes');
  const Engine = module.default?.default ?? module.default;
  const rules = { ina: { 'par défaut': 1 }, inb: { 'par défaut': 1 } };
  for (const f of all)
    rules[f.name] =
      f.kind === 'max' ? { 'le maximum de': [f.a, f.b] } : { valeur: written[f.kind](f.a, f.b) };
  const quiet = { log() {}, warn() {}, error() {} };
  const engine = new Engine(rules, { logger: quiet });
  const result = [];
  const start = performance.now();
  for (const [i, j] of cases) {
    engine.setSituation({ ina: Number(value(i)), inb: Number(value(j)) });
    for (const f of all) if (f.name !== last) engine.evaluate(f.name);
    result.push(engine.evaluate(last).nodeValue);
  }
  return { result, perSecond: cases.length / ((performance.now() - start) / 1000) };
}

const spread = (count) => Array.from({ length: count }, (_, k) => [(k * 37) % points, (k * 61) % points]);
const own = ours();
const total = points * points;
const check = (name, cases, result) => {
  for (const [k, [i, j]] of cases.entries()) {
    const mine = own.result[i * points + j];
    if (Math.abs(mine - result[k]) > 1e-9 * Math.abs(mine))
      throw new Error(`${name} disagrees at ${i},${j}: ${result[k]}, ours ${mine}`);
  }
};
const here = createRequire(new URL('./package.json', import.meta.url));
const installed = (name) => {
  try {
    here.resolve(name);
    return true;
  } catch {
    return false;
  }
};

console.log(`node ${process.versions.node}, ${nodes} formulas, ${total} cases, median of ${rounds} rounds`);
const line = (name, perSecond, note) =>
  console.log(
    `${name.padEnd(28)} ${(perSecond < 10 ? perSecond.toFixed(2) : Math.round(perSecond).toLocaleString('en')).padStart(12)} cases/s   ${note}`,
  );
const whole = total / ((own.text + own.grid) / 1000);
line(
  'outlay, text to columns',
  whole,
  `${own.text.toFixed(0)} ms text to graph + ${own.grid.toFixed(0)} ms grid`,
);
line(
  'outlay, grid only',
  total / (own.grid / 1000),
  `${((own.grid * 1e6) / (total * nodes)).toFixed(2)} ns per case and node`,
);
console.log(`memory after: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`);
for (const [name, run, count] of [
  ['mathjs', mathjs, 100],
  ['publicodes', publicodes, 5],
]) {
  if (!installed(name)) {
    console.log(`${name.padEnd(28)} not installed: npm run bench:setup`);
    continue;
  }
  const cases = spread(count);
  await run(cases.slice(0, 2));
  const { result, perSecond } = await run(cases);
  check(name, cases, result);
  line(
    name,
    perSecond,
    `${count} of the cases; ours is ${Math.round(whole / perSecond).toLocaleString('en')} times as fast`,
  );
}
