// What a sample refuses, and what it leaves alone.

import { expect, test } from 'vitest';
import { Grid, GridTooLarge } from '../../src/grid/evaluate.ts';
import { basePlace, sampledAt } from '../../src/grid/layout.ts';
import { Sample } from '../../src/grid/sample.ts';
import { sampledColumns, sampledProgram } from '../../src/grid/sampled-columns.ts';
import { webassemblyMachine } from '../../src/numeric/kernels/webassembly.ts';
import { modelOf } from '../support/model.ts';

const plan = `plan: t
currency: EUR
inputs: { a: 1 to 2, b: 1 to 2, sure: 5, odd: "triangular(5, 1, 9)", open: "uniform(unknown, 9)" }
formulas:
  ends: high(a) - low(a)
  both: a + b + sure
`;
const sampling = { seed: 0, independent: false };

function sampleOf(...names: readonly string[]): {
  readonly sample: Sample;
  readonly slots: readonly number[];
} {
  const { graph } = modelOf(plan);
  const sample = new Sample(new Grid(graph));
  const place = sampledAt(graph, basePlace(graph));
  return { sample, slots: names.map((name) => sample.slot(graph.names.get(name)?.node ?? -1, place)) };
}

test('ends of the band are numbers, and so is what is certain', () => {
  const { sample, slots } = sampleOf('ends', 'sure', 'both');
  expect(slots.map((slot) => sample.fixed(slot))).toEqual([1, 5, undefined]);
  expect(sample.draws.map(({ name }) => name).sort()).toEqual(['a', 'b']);
});

test('a distribution that cannot be is told; one with an unknown parameter is only unknown', () => {
  const { sample, slots } = sampleOf('odd', 'open');
  expect(slots.map((slot) => sample.fixed(slot))).toEqual([Number.NaN, Number.NaN]);
  expect(sample.impossible.map(({ name }) => name)).toEqual(['odd']);
});

test('more columns than there is room for are refused', () => {
  const { graph } = modelOf(plan);
  const { sample, slots } = sampleOf('both');
  const many = Array.from({ length: 100 }, () => slots[0] ?? -1);
  const program = sampledProgram(graph, sample, many, sampling);
  expect(() => sampledColumns(program, 1_000_000, webassemblyMachine)).toThrow(GridTooLarge);
});
