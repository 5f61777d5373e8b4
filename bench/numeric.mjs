// What the numeric core costs, beside plain JavaScript with Math.* doing the same, in one run: functions, kernels, draws, quantiles,
// and the reference model of the tests from draws to the column of monthly costs.
// Usage: npm run bench:numeric [rounds]
import { quantile } from '../src/numeric/distributions/distribution.ts';
import { marginalOf, valueAt } from '../src/numeric/draws/marginal.ts';
import { digitalStreams, independentStream } from '../src/numeric/draws/stream.ts';
import { exp } from '../src/numeric/functions/exp.ts';
import { log } from '../src/numeric/functions/log.ts';
import { pow } from '../src/numeric/functions/pow.ts';
import { columnsOf } from '../src/numeric/kernels/columns.ts';
import { kernels } from '../src/numeric/kernels/instructions.ts';
import { javascriptMachine } from '../src/numeric/kernels/javascript.ts';
import { load } from '../src/numeric/kernels/loaded.ts';
import { webassemblyMachine } from '../src/numeric/kernels/webassembly.ts';
import { meanOf } from '../src/numeric/summary/mean.ts';
import { collect, count, noCounts, quantilesFrom, wanted } from '../src/numeric/summary/quantile-counts.ts';
import { quantilesOf } from '../src/numeric/summary/quantiles.ts';
import { referenceInputs, referenceModel } from '../test/numeric/support/reference-model.ts';

const rounds = Number(process.argv[2] ?? 7);

/** As long as an engine may take to compile anew what is run often, WebAssembly too. */
const warmUp = 60;

/** Nanoseconds for each of `items`, the fastest of the rounds after some that do not count. */
function timed(items, work) {
  for (const end = performance.now() + warmUp; performance.now() < end; ) work();
  const times = [];
  for (let r = 0; r < rounds; r++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return (times[0] * 1e6) / items;
}

const ns = (x) => x.toFixed(x < 10 ? 2 : x < 100 ? 1 : 0).padStart(9);
const row = (name, ...cells) => console.log(name.padEnd(34), ...cells);
const title = (text, ...heads) => {
  console.log();
  row(text, ...heads.map((head) => head.padStart(9)));
};

console.log(`node ${process.versions.node}, fastest of ${rounds} rounds`);

title('functions, ns per call', 'Math.*', 'ours');
{
  const xs = Float64Array.from({ length: 10_000 }, (_, i) => 0.01 + i / 1000);
  const out = new Float64Array(xs.length);
  // written out one by one: a shared loop would share the engine's type feedback
  row(
    'exp',
    ns(
      timed(xs.length, () => {
        for (let i = 0; i < xs.length; i++) out[i] = Math.exp(xs[i]);
      }),
    ),
    ns(
      timed(xs.length, () => {
        for (let i = 0; i < xs.length; i++) out[i] = exp(xs[i]);
      }),
    ),
  );
  row(
    'log',
    ns(
      timed(xs.length, () => {
        for (let i = 0; i < xs.length; i++) out[i] = Math.log(xs[i]);
      }),
    ),
    ns(
      timed(xs.length, () => {
        for (let i = 0; i < xs.length; i++) out[i] = log(xs[i]);
      }),
    ),
  );
  row(
    'pow, exponent 1.7',
    ns(
      timed(xs.length, () => {
        for (let i = 0; i < xs.length; i++) out[i] = xs[i] ** 1.7;
      }),
    ),
    ns(
      timed(xs.length, () => {
        for (let i = 0; i < xs.length; i++) out[i] = pow(xs[i], 1.7);
      }),
    ),
  );
  row(
    'pow, exponent 60',
    ns(
      timed(xs.length, () => {
        for (let i = 0; i < xs.length; i++) out[i] = xs[i] ** 60;
      }),
    ),
    ns(
      timed(xs.length, () => {
        for (let i = 0; i < xs.length; i++) out[i] = pow(xs[i], 60);
      }),
    ),
  );
}

title('kernels, ns per cell, chunk 1,024', 'script', 'wasm');
for (const [kernel, { fixed, listed }] of Object.entries(kernels)) {
  if (fixed === 0 || kernel === 'normalWords') continue;
  const arity = listed ? fixed + 4 : fixed;
  // the second operand of a power and the digits of a rounding are one number, as in plans; all else are columns
  const operands = Array.from({ length: arity }, (_, i) =>
    i === 1 && ['pow', 'round'].includes(kernel)
      ? { kind: 'constant', value: kernel === 'pow' ? 12 : 2 }
      : { kind: 'column' },
  );
  const program = {
    steps: [...operands, { kind: 'apply', kernel, args: [...operands.keys()] }],
    results: [arity],
  };
  const cells = [javascriptMachine, webassemblyMachine].map((machineOf) => {
    const loaded = load(program, machineOf);
    for (const [i, { kind }] of operands.entries())
      if (kind === 'column')
        for (let k = 0; k < 1024; k++)
          loaded.cells(i)[k] = kernel === 'pick' && i === 0 ? k % 4 : 0.3 + ((k * 37) % 101) / (10 + i);
    return ns(
      timed(64 * 1024, () => {
        for (let r = 0; r < 64; r++) loaded.run(0, 1024);
      }),
    );
  });
  row(listed ? `${kernel} (4 listed)` : kernel, ...cells);
}

title('draws, ns each', 'plain', 'script', 'wasm');
{
  const d = { kind: 'lognormal', median: 38, spread: 0.4 };
  const marginal = marginalOf(d);
  const out = new Float64Array(65536);
  const plain = timed(out.length, () => {
    for (let i = 0; i < out.length; i++)
      out[i] =
        38 *
        Math.exp(0.4 * Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random()));
  });
  const one = { name: 'x', place: 0 };
  for (const [name, stream] of [
    ['independent', independentStream(1, one)],
    ['evenly spread', digitalStreams(1, [one])[0]],
  ]) {
    const program = { steps: [{ kind: 'draw', stream, marginal }], results: [0] };
    const cells = [javascriptMachine, webassemblyMachine].map((machineOf) => {
      const loaded = load(program, machineOf);
      return ns(
        timed(out.length, () => {
          for (let first = 0; first < out.length; first += 1024) loaded.run(first, 1024);
        }),
      );
    });
    row(`lognormal, ${name}`, name === 'independent' ? ns(plain) : ''.padStart(9), ...cells);
  }
  for (const kind of [d, { kind: 'pert', low: 1, mode: 2, high: 6 }])
    row(`quantile table of a ${kind.kind}, ms`, ''.padStart(9), ns(timed(1e6, () => marginalOf(kind))));
  if (Math.abs(valueAt(marginal, 123456789) / quantile(d, 123456789.5 / 2 ** 32) - 1) > 1e-7)
    throw new Error('the table is wrong');
}

title('three quantiles, ns per value', 'sort', 'select', 'two passes');
for (const size of [10_000, 1_000_000]) {
  const values = Float64Array.from({ length: size }, (_, i) => 1000 * Math.exp(((i * 7919) % size) / size));
  const ps = [0.05, 0.5, 0.95];
  let [sorted, selected, counted] = [[], [], []];
  const bySort = timed(size, () => {
    const all = values.slice().sort();
    sorted = ps.map((p) => {
      const rank = (size - 1) * p;
      const low = all[Math.floor(rank)];
      return low + (rank - Math.floor(rank)) * (all[Math.ceil(rank)] - low);
    });
  });
  const bySelect = timed(size, () => {
    selected = quantilesOf(values, ps);
  });
  const byCount = timed(size, () => {
    const counts = noCounts();
    count(counts, values);
    const ask = wanted(counts, ps);
    counted = quantilesFrom(ask, [collect(ask, values)]);
  });
  for (const found of [selected, counted])
    for (const [k, x] of found.entries())
      if (Math.abs(x / sorted[k] - 1) > 1e-14) throw new Error('quantiles differ');
  row(size.toLocaleString('en'), ns(bySort), ns(bySelect), ns(byCount));
}

title('reference model, ns per sample', 'plain', 'script', 'wasm');
{
  const names = Object.keys(referenceInputs);
  const marginals = Object.values(referenceInputs).map(marginalOf);
  const drawn = names.map((name) => ({ name, place: 0 }));
  const size = 1 << 17;
  const run = (machineOf, inputOf) => {
    const { program, named } = referenceModel(inputOf, 'tolerant');
    const inputs = inputOf === column ? new Map(names.map((name, k) => [named[name], given[k]])) : new Map();
    let results = [];
    const time = timed(size, () => {
      results = columnsOf({ ...program, results: [named.monthly, named.tco_usd] }, size, machineOf, inputs);
    });
    return { time, mean: meanOf(results[0]) };
  };
  const column = () => ({ kind: 'column' });
  const streams = {
    independent: drawn.map((d) => independentStream(1, d)),
    'evenly spread': digitalStreams(1, drawn),
  };
  // the same draws as columns, for the plain loop and for what evaluating alone costs
  const given = marginals.map((marginal, k) => {
    const steps = [{ kind: 'draw', stream: streams['evenly spread'][k], marginal }];
    return columnsOf({ steps, results: [0] }, size, webassemblyMachine)[0];
  });
  const out = [new Float64Array(size), new Float64Array(size)];
  const plain = timed(size, () => plainModel(given, out));
  const [script, wasm] = [javascriptMachine, webassemblyMachine].map((machineOf) => run(machineOf, column));
  for (const { mean } of [script, wasm])
    if (Math.abs(mean / meanOf(out[0]) - 1) > 1e-6)
      throw new Error(`the models differ: ${mean}, ${meanOf(out[0])}`);
  row('inputs given (with copies)', ns(plain), ns(script.time), ns(wasm.time));
  for (const [kind, list] of Object.entries(streams)) {
    const draw = (name) => ({
      kind: 'draw',
      stream: list[names.indexOf(name)],
      marginal: marginals[names.indexOf(name)],
    });
    row(
      `with 10 draws, ${kind}`,
      ''.padStart(9),
      ns(run(javascriptMachine, draw).time),
      ns(run(webassemblyMachine, draw).time),
    );
  }
}
console.log(`\nmemory after: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`);

/** The reference model as a person would write it, one sample after the other. */
function plainModel(inputs, [monthly, tco]) {
  const [users, reqUser, growth, peak, cpuMs, kbReq, mbUser, cacheHit, util, eurUsd] = inputs;
  for (let i = 0; i < monthly.length; i++) {
    const reqMonth = users[i] * reqUser[i] * 30.4375;
    const rpsOrigin = ((users[i] * reqUser[i]) / 86400) * peak[i] * (1 - cacheHit[i]);
    const nodes = Math.max(3, Math.ceil((rpsOrigin * cpuMs[i]) / 1000 / util[i] / 8));
    const nodesHa = nodes + Math.max(1, Math.ceil(nodes * 0.1 - 1e-9));
    const onDemand = nodesHa * 730 * 0.384;
    const compute = nodesHa >= 20 ? onDemand * 0.72 : onDemand;
    const gb = (reqMonth * kbReq[i]) / 1e6;
    const over = (x, limit) => Math.max(0, x - limit);
    const egress =
      0.09 * over(gb, 100) - 0.005 * over(gb, 10240) - 0.015 * over(gb, 51200) - 0.02 * over(gb, 153600);
    const stored = ((users[i] * mbUser[i]) / 1000) * 3;
    const storage = 0.023 * stored - 0.001 * over(stored, 5000) - 0.001 * over(stored, 20000);
    const requests = ((reqMonth * (1 - cacheHit[i])) / 1e6) * 0.4;
    const dbNodes = Math.min(32, Math.max(2, Math.ceil(rpsOrigin / 120)));
    const logs = over((reqMonth * 0.6) / 1e6, 50) * 0.5;
    const cloud = compute + egress + storage + requests + dbNodes * 730 * 0.78 + logs;
    const support = Math.max(
      100,
      0.1 * cloud - 0.03 * over(cloud, 10000) - 0.02 * over(cloud, 80000) - 0.02 * over(cloud, 250000),
    );
    const staff = Math.ceil((nodesHa + dbNodes) / 40) * 9500 * eurUsd[i];
    monthly[i] = cloud + support + nodesHa * 35 * eurUsd[i] + staff;
    const g = growth[i];
    tco[i] = monthly[i] * (Math.abs(g) < 1e-9 ? 60 : ((1 + g) ** 60 - 1) / g);
  }
}
