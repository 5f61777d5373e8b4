// Where a search is cut: at the one jump of a rounded number, between two values that have nothing else between them.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jumps } from '../../src/analysis/jumps.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { tapeAlong } from '../../src/grid/tape.ts';
import { modelOf } from '../support/model.ts';

const { graph } = modelOf(`plan: jumps
currency: EUR
inputs: { x: 7 }
formulas:
  smooth: x * x / 50
  steps: ceil(smooth + 3) * 10 - floor(x / 8)
`);
const node = (name: string): number => graph.names.get(name)?.node ?? -1;

function along(name: string) {
  const tape = tapeAlong(graph, node('x'), interpreter(graph));
  const slot = tape.slot(node(name), basePlace(graph));
  return { tape, at: (x: number): number => tape.run(x)[slot] ?? Number.NaN };
}

test('what one step needs gives the same as all of them', () => {
  const { tape, at } = along('steps');
  const follow = tape.follow(tape.slot(node('steps'), basePlace(graph)));
  for (const x of [-3, 0, 7.25, 40, 1e6]) expect(follow(x)).toBe(at(x));
});

test('a jump lies between two neighbours, and is one', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 60, noNaN: true }),
      fc.double({ min: 0.01, max: 12, noNaN: true }),
      (low, width) => {
        const { tape, at } = along('steps');
        const high = low + width;
        const found = jumps(tape)(low, high);
        if (found === undefined) return;
        const [below, above] = found;
        expect(below).toBeGreaterThanOrEqual(low);
        expect(above).toBeLessThanOrEqual(high);
        expect(above - below).toBeLessThanOrEqual(1e-12 * above);
        expect(Math.abs(at(above) - at(below))).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});

test('there is none where nothing is rounded, where nothing jumps, and where it does so more than once', () => {
  expect(jumps(along('smooth').tape)(1, 50)).toBeUndefined();
  // ceil changes at 7.07 and 10, floor at 8
  expect(jumps(along('steps').tape)(1, 6.9)).toBeUndefined();
  expect(jumps(along('steps').tape)(1, 30)).toBeUndefined();
  const [below = 0, above = 0] = jumps(along('steps').tape)(7.5, 8.5) ?? [];
  expect(below).toBeLessThanOrEqual(8);
  expect(above).toBeGreaterThanOrEqual(8 - 1e-8);
});
