// Numbers that rise and fall together: recovered from their samples, and refused where they cannot.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Grid } from '../../src/grid/evaluate.ts';
import { basePlace, sampledAt } from '../../src/grid/layout.ts';
import { replay } from '../../src/grid/replay.ts';
import { Sample } from '../../src/grid/sample.ts';
import { sampledColumns, sampledProgram } from '../../src/grid/sampled-columns.ts';
import { webassemblyMachine } from '../../src/numeric/kernels/webassembly.ts';
import { quantilesOf } from '../../src/numeric/summary/quantiles.ts';
import { rankCorrelation } from '../../src/numeric/summary/rank-correlation.ts';
import { modelOf, tryModel } from '../support/model.ts';

const inputs = 'inputs: { a: 5 to 10, b: "normal(0, 2)", c: "uniform(1, 2)", d: 1 to 2, sure: 5 }\n';
const head = `plan: t\ncurrency: EUR\n${inputs}`;
const sampling = { seed: 5, independent: false };

function columns(plan: string, names: readonly string[], samples = 8192): readonly Float64Array[] {
  const { graph } = modelOf(plan);
  const sample = new Sample(new Grid(graph));
  const place = sampledAt(graph, basePlace(graph));
  const slots = names.map((name) => sample.slot(graph.names.get(name)?.node ?? -1, place));
  const drawn = sampledColumns(sampledProgram(graph, sample, slots, sampling), samples, webassemblyMachine);
  for (const i of [0, 77]) {
    const alone = replay(graph, sampling, i);
    for (const [k, name] of names.entries())
      expect(alone.value(graph.names.get(name)?.node ?? -1, place)).toBe(drawn[k]?.[i]);
  }
  return drawn;
}

test('any correlation of two is recovered, and their distributions stay', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99, max: 99 }), (percent) => {
      const pair = `correlations: [{ between: [a, b], rank: ${percent / 100} }]\n`;
      const [a = new Float64Array(), b = new Float64Array(), c = new Float64Array()] = columns(head + pair, [
        'a',
        'b',
        'c',
      ]);
      expect(rankCorrelation(a, b)).toBeCloseTo(percent / 100, 1);
      expect(Math.abs(rankCorrelation(a, c))).toBeLessThan(0.05);
      const [low = 0, high = 0] = quantilesOf(a, [0.05, 0.95]);
      expect(low).toBeCloseTo(5, 1);
      expect(high).toBeCloseTo(10, 0);
    }),
    { numRuns: 15 },
  );
});

test('three together, in two pairs; the same in an option that replaces one of them', () => {
  const plan = `${head}correlations:
  - { between: [a, b], rank: 0.7 }
  - { between: [c, b], rank: -0.5 }
axes: { way: { one: {}, two: { a: 50 to 100 } } }
formulas: { there: a at way=two }
`;
  const [a, b, c, there] = columns(plan, ['a', 'b', 'c', 'there']) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  expect(rankCorrelation(a, b)).toBeCloseTo(0.7, 1);
  expect(rankCorrelation(b, c)).toBeCloseTo(-0.5, 1);
  expect(Math.abs(rankCorrelation(a, c))).toBeLessThan(0.05);
  expect(rankCorrelation(a, there)).toBeCloseTo(1, 6);
});

describe('what is refused', () => {
  const cases: Readonly<Record<string, readonly [pairs: string, code: string]>> = {
    'an unknown name': ['{ between: [a, bb], rank: 0.5 }', 'E401'],
    'a certain number': ['{ between: [a, sure], rank: 0.5 }', 'E603'],
    itself: ['{ between: [a, a], rank: 0.5 }', 'E603'],
    'the same pair twice': ['{ between: [a, b], rank: 0.5 }, { between: [b, a], rank: 0.4 }', 'E603'],
    'three names': ['{ between: [a, b, c], rank: 0.5 }', 'E104'],
    'more than one': ['{ between: [a, b], rank: 1.5 }', 'E104'],
    'a formula': ['{ between: [a, b], rank: a / 10 }', 'E104'],
    'what cannot be': [
      '{ between: [a, b], rank: 0.9 }, { between: [b, c], rank: 0.9 }, { between: [a, c], rank: -0.9 }',
      'E603',
    ],
  };
  for (const [name, [pairs, code]] of Object.entries(cases)) {
    test(name, () => {
      expect(tryModel(`${head}correlations: [${pairs}]\n`).text).toContain(`error[${code}]`);
    });
  }
});
