// The grid equals each case alone: random plans, every node at every place, columns against the one-number interpreter.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Grid } from '../../src/grid/evaluate.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace, placesOver } from '../../src/grid/layout.ts';
import { modelOf } from '../support/model.ts';

const number = fc.integer({ min: -20, max: 20 });

/** Formulas over the names before them, so that nothing needs itself. All are pure numbers: units are tested elsewhere. */
function formula(names: readonly string[]): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    number.map((n) => `(${n})`),
    names.length === 0 ? fc.constant('1') : fc.constantFrom(...names),
  );
  const pair = (f: (a: string, b: string) => string): fc.Arbitrary<string> =>
    fc.tuple(leaf, leaf).map(([a, b]) => f(a, b));
  return fc.oneof(
    leaf,
    pair((a, b) => `${a} + ${b}`),
    pair((a, b) => `${a} - ${b}`),
    pair((a, b) => `${a} * ${b}`),
    pair((a, b) => `${a} / ${b}`),
    pair((a, b) => `max(${a}, ${b})`),
    pair((a, b) => `if ${a} > ${b} then ${a} else ${b} * 2`),
    pair((a, b) => `erlang_c(${a}, ${b})`),
    leaf.map((a) => `erlang_c(abs(${a}), staffing(abs(${a}), 1)) * 10`),
    pair((a, b) => `ceil(${a} / 3) + floor(${b})`),
    leaf.map((a) => (/^[a-z]/.test(a) ? `${a} at one=b` : a)),
    leaf.map((a) => `sum(${a} over two)`),
    leaf.map((a) => `max(${a} over one) - min(${a} over two)`),
    leaf.map((a) => `high(${a}) - low(${a})`),
    fc.tuple(number, number).map(([a, b]) => `(${Math.min(a, b)}) to (${Math.max(a, b)})`),
  );
}

const plans = fc.integer({ min: 1, max: 8 }).chain((count) => {
  const names = Array.from({ length: count }, (_, i) => `n${i}`);
  const formulas = fc.tuple(...names.map((_, i) => formula(names.slice(0, i))));
  const change = fc.tuple(fc.constantFrom(...names), number).map(([name, n]) => `${name}: base + (${n})`);
  const point = fc
    .array(change, { maxLength: 2 })
    .map((all) => `{ ${[...new Map(all.map((c) => [c.split(':')[0], c])).values()].join(', ')} }`);
  return fc.tuple(formulas, point, point, point, point).map(([fs, a, b, c, d]) => {
    const lines = names.map((name, i) => `  ${name}: "${fs[i]}"`);
    return `plan: random\ncurrency: EUR\nformulas:\n${lines.join('\n')}\naxes:\n  one: { a: ${a}, b: ${b} }\n  two: { x: ${c}, y: ${d}, z: {} }\n`;
  });
});

test('columns and single cases agree, at every place, bit for bit', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const { graph } = modelOf(plan);
      const grid = new Grid(graph);
      const alone = interpreter(graph);
      const wanted = [...graph.names.values()].map((n) => n.node);
      grid.evaluate(wanted);
      const places = placesOver(
        graph,
        graph.axes.map((_, i) => i),
        basePlace(graph),
      );
      for (const place of places) {
        for (const id of wanted) {
          const [together, single] = [grid.value(id, place), alone.value(id, place)];
          if (!Object.is(together, single))
            expect(together, `${plan}\nnode ${id} at ${place.join()}`).toBe(single);
        }
      }
    }),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 300) },
  );
});
