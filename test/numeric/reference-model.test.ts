import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { marginalOf } from '../../src/numeric/draws/marginal.ts';
import { digitalStreams, independentStream, type Stream } from '../../src/numeric/draws/stream.ts';
import { columnsOf } from '../../src/numeric/kernels/columns.ts';
import { javascriptMachine } from '../../src/numeric/kernels/javascript.ts';
import { load } from '../../src/numeric/kernels/loaded.ts';
import { webassemblyMachine } from '../../src/numeric/kernels/webassembly.ts';
import { meanOf } from '../../src/numeric/summary/mean.ts';
import { quantilesOf } from '../../src/numeric/summary/quantiles.ts';
import { standardError } from '../../src/numeric/summary/standard-error.ts';
import { describeWithShared } from '../support/shared.ts';
import { type Rounding, referenceInputs, referenceModel } from './support/reference-model.ts';

const machines = { javascript: javascriptMachine, webassembly: webassemblyMachine };
const columns = (rounding: Rounding) => referenceModel(() => ({ kind: 'column' }), rounding);

describe.each(Object.entries(machines))('on the %s machine', (_, machineOf) => {
  test('the single case', () => {
    const { program, named } = columns('tolerant');
    const inputs = {
      ...{ users: 4e6, req_user: 30, growth: 0.03, peak: 3, cpu_ms: 38, kb_req: 24, mb_user: 1.5 },
      ...{ cache_hit: 0.7, util: 0.6, eur_usd: 1.09 },
    };
    const wanted = {
      ...{ req_month: 3.6525e9, rps_origin: 1250, vcpu_prov: 79.16666666666667, nodes: 10, nodes_ha: 11 },
      ...{ compute: 3083.52, egress: 6946.4, storage: 401, requests: 438.3, db_nodes: 11, db: 6263.4 },
      ...{ logs: 1070.75, cloud: 18203.37, support: 1574.2359, lic_usd: 419.65, staff_usd: 10355 },
      ...{ monthly: 30552.2559, annuity: 163.053436801525, tco_usd: 4981650.32653465 },
    };
    const results = Object.keys(wanted).map((name) => named[name] as number);
    const loaded = load({ ...program, results }, machineOf, 8);
    for (const [name, value] of Object.entries(inputs)) loaded.cells(named[name] as number).fill(value);
    loaded.run(0, 8);
    for (const [name, value] of Object.entries(wanted)) {
      const found = loaded.cells(named[name] as number)[0] as number;
      expect(Math.abs(found / value - 1), `${name}: ${found}`).toBeLessThan(1e-9);
    }
  });
});

describe('with draws of our own', () => {
  const names = Object.keys(referenceInputs);
  const marginals = new Map(Object.entries(referenceInputs).map(([name, d]) => [name, marginalOf(d)]));
  const drawn = names.map((name) => ({ name, place: 0 }));

  /** The monthly cost of so many samples. */
  function monthlyOf(
    machineOf: typeof javascriptMachine,
    streams: readonly Stream[],
    count: number,
  ): Float64Array {
    const { program } = referenceModel((name) => {
      const [stream, marginal] = [streams[names.indexOf(name)], marginals.get(name)];
      if (stream === undefined || marginal === undefined) throw new Error(`nothing to draw ${name} with`);
      return { kind: 'draw', stream, marginal };
    }, 'plain');
    const [monthly = -1] = program.results;
    return columnsOf({ ...program, results: [monthly] }, count, machineOf)[0] ?? new Float64Array();
  }

  /** What 2 million evenly spread points agree on (shared/bench/model.md, section 6). */
  const truth = [37117.5, 32066, 69360.9];
  const kinds = {
    digital: (seed: number) => digitalStreams(seed, drawn),
    independent: (seed: number) => drawn.map((d) => independentStream(seed, d)),
  };

  test.each(Object.entries(kinds))('%s draws give the same bits on both machines', (_, streamsOf) => {
    const [a, b] = Object.values(machines).map((machineOf) => monthlyOf(machineOf, streamsOf(1), 8192));
    expect(a).toEqual(b);
    expect(a?.every(Number.isFinite)).toBe(true);
  });

  test('16,384 evenly spread samples: errors over seeds, and the standard errors that go with them', () => {
    const seeds = 32;
    const [offs, told]: [number[][], number[][]] = [[], []];
    for (let seed = 0; seed < seeds; seed++) {
      const values = monthlyOf(webassemblyMachine, kinds.digital(seed), 16384);
      const figures = [meanOf, (x: Float64Array) => at(x, 0.5), (x: Float64Array) => at(x, 0.95)];
      offs.push(figures.map((figure, k) => figure(values) / (truth[k] as number) - 1));
      told.push(figures.map((figure, k) => standardError(values, figure) / (truth[k] as number)));
    }
    const over = (rows: readonly number[][], k: number, f: (x: number) => number): number =>
      rows.reduce((sum, row) => sum + f(row[k] as number), 0) / seeds;
    const bias = truth.map((_, k) => Math.abs(over(offs, k, (x) => x)));
    const size = truth.map((_, k) => Math.sqrt(over(offs, k, (x) => x * x)));
    // mean, median and 95 %: half of what independent samples are off by, and nothing left on average
    for (const [k, most] of [0.0007, 0.002, 0.005].entries()) expect(size[k]).toBeLessThan(most);
    for (const [k, most] of [0.0002, 0.0006, 0.002].entries()) expect(bias[k]).toBeLessThan(most);
    for (const k of [0, 1, 2]) {
      const ratio = over(told, k, (x) => x) / (size[k] as number);
      expect(ratio, `standard error ${k} over error`).toBeGreaterThan(0.7);
      expect(ratio, `standard error ${k} over error`).toBeLessThan(1.45);
    }
  });

  function at(values: Float64Array, p: number): number {
    return quantilesOf(values, [p])[0] as number;
  }
});

/** shared/bench/model.md, section 6. */
const golden = {
  10000: {
    monthly: [37117.72710914529, 19525.4134016697, 32113.5379578477, 70277.54837868955],
    above: 0.1045,
    tco: [9238001.6889139, 1917081.97990017, 6219556.71506567, 26199178.0638886],
  },
  100000: {
    monthly: [37130.84647876544, 19487.616190564087, 32050.971755859933, 69295.65318795362],
    above: 0.10498,
    tco: [9048134.8857512, 1905189.46886, 6181173.60909, 26002758.78972],
  },
  1000000: {
    monthly: [37116.553777112145, 19468.30904742035, 32079.111180598116, 69300.36263327746],
    above: 0.105262,
    tco: [9071083.4189672, 1899355.57062672, 6209104.19499328, 25903761.71983],
  },
} as const;
const hashes = ['d4ef64fbfc87530a', '1deca3ed86a5325e'];

describeWithShared(
  'the reference columns',
  (folder) => {
    const most = 1_000_000;
    let given: readonly Float64Array[];
    beforeAll(async () => {
      const { generate } = await import(pathToFileURL(join(folder, 'inputs.mjs')).href);
      given = generate(most);
    });

    /** Both result columns. */
    function evaluated(
      machineOf: typeof javascriptMachine,
      rounding: Rounding,
      count: number,
    ): readonly Float64Array[] {
      const { program, named } = columns(rounding);
      const inputs = Object.keys(referenceInputs).map(
        (name, k) => [named[name] as number, given[k] as Float64Array] as const,
      );
      return columnsOf(program, count, machineOf, new Map(inputs));
    }
    const summary = (values: Float64Array): readonly number[] => [
      meanOf(values),
      ...quantilesOf(values, [0.05, 0.5, 0.95]),
    ];

    test.each([10_000, 100_000, 1_000_000] as const)('the golden summary of %i samples', (count) => {
      const [monthly = new Float64Array(), tco = new Float64Array()] = evaluated(
        webassemblyMachine,
        'plain',
        count,
      );
      const wanted = golden[count];
      for (const [values, figures] of [
        [monthly, wanted.monthly],
        [tco, wanted.tco],
      ] as const)
        for (const [k, found] of summary(values).entries())
          expect(Math.abs(found / (figures[k] as number) - 1), `figure ${k}: ${found}`).toBeLessThan(1e-9);
      expect(monthly.filter((x) => x > 60000).length / count).toBe(wanted.above);
    });

    test.each(Object.entries(machines))(
      'the hashes of both columns on the %s machine',
      (_, machineOf) => {
        const found = evaluated(machineOf, 'plain', most).map((column) =>
          createHash('sha256').update(column).digest('hex').slice(0, 16),
        );
        expect(found).toEqual(hashes);
      },
      30_000,
    );
  },
  'bench',
);
