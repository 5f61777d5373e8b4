// Along which axes a reader sees a difference: those along which values differ, and not those along which they are merely
// computed in another way.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axesSeen, axesUnder } from '../../src/analysis/cases.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { modelOf, nodeFor } from '../support/model.ts';

const plan = `plan: P
currency: EUR
inputs: { users: 100 users, share: 50%, unheard: { value: unknown, unit: GB } }
formulas: { active: users * share }
axes:
  way: { told: {}, worked_out: { share: 100% / 2, unheard: unknown, active: users / 2 } }
  size: { small: {}, same: { users: 100 users }, large: { users: 300 users } }
levers:
  better: { share: 60% }
`;

describe('axes along which a difference is seen', () => {
  const model = modelOf(plan);
  const grid = new Grid(model.graph);
  const names = (axes: ReadonlySet<number>): readonly string[] =>
    [...axes].flatMap((axis) => model.graph.axes[axis]?.name ?? []).sort();

  test('are fewer than those along which it is computed differently', () => {
    const node = nodeFor(model, 'active');
    expect(names(axesUnder(grid, [node], new Map()))).toEqual(['size', 'way']);
    expect(names(axesSeen(grid, [node], new Map()))).toEqual(['size']);
  });

  test('two unknowns are alike', () => {
    expect(names(axesSeen(grid, [nodeFor(model, 'unheard')], new Map()))).toEqual([]);
  });

  test('a pin can make them more: with the lever on, only one way follows it', () => {
    const lever = model.graph.axes.findIndex((axis) => axis.name === 'better');
    const pinned = new Map([[lever, 1]]);
    expect(names(axesSeen(grid, [nodeFor(model, 'active')], pinned))).toEqual(['size', 'way']);
  });

  test('are just those along which two cases differ, whatever the values', () => {
    const sizes = [2, 3, 2];
    const places = [0, 1].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1].map((c) => [a, b, c])));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 12, maxLength: 12 }), (values) => {
        const valueAt = (place: readonly number[]): number =>
          values[places.findIndex((p) => p.join() === place.join())] ?? Number.NaN;
        const option = (a: number): string =>
          places
            .filter((p) => p[0] === a)
            .map((p) => `      at b=p${p[1]}, c=p${p[2]}: { x: ${valueAt(p)} GB }\n`)
            .join('');
        const tried = modelOf(
          `plan: P\ncurrency: EUR\ninputs: { x: 9 GB }\naxes:\n  a:\n    p0:\n${option(0)}    p1:\n${option(1)}` +
            '  b: { p0: {}, p1: {}, p2: {} }\n  c: { p0: {}, p1: {} }\n',
        );
        const differing = sizes.flatMap((size, axis) =>
          places.some((place) =>
            Array.from({ length: size }, (_, i) => place.map((p, k) => (k === axis ? i : p))).some(
              (other) => valueAt(other) !== valueAt(place),
            ),
          )
            ? ['abc'[axis] ?? '']
            : [],
        );
        const seen = axesSeen(new Grid(tried.graph), [nodeFor(tried, 'x')], new Map());
        expect([...seen].map((axis) => tried.graph.axes[axis]?.name).sort()).toEqual(differing);
      }),
      { numRuns: 100 },
    );
  });
});
