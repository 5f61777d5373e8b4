// A tape says what the interpreter says with the input replaced, bit for bit; and no value that it ever gives lies outside the
// bounds of an interval that holds the input.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph, NodeId } from '../../src/graph/types.ts';
import { encloser } from '../../src/grid/enclose.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace, placesOver } from '../../src/grid/layout.ts';
import { tapeAlong } from '../../src/grid/tape.ts';
import { tapesAlong } from '../../src/grid/tapes.ts';
import { modelOf } from '../support/model.ts';

const number = fc.integer({ min: -20, max: 20 });

/** Formulas over `x` and the names before them: every operation, conditions, unknown and unlimited values, other places. */
function formula(names: readonly string[]): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    { weight: 1, arbitrary: number.map((n) => `(${n})`) },
    { weight: 3, arbitrary: fc.constantFrom('x', ...names) },
  );
  const pair = (f: (a: string, b: string) => string): fc.Arbitrary<string> =>
    fc.tuple(leaf, leaf).map(([a, b]) => f(a, b));
  return fc.oneof(
    pair((a, b) => `${a} + ${b}`),
    pair((a, b) => `${a} - ${b}`),
    pair((a, b) => `${a} * ${b} / 4`),
    pair((a, b) => `${a} / ${b}`),
    pair((a, b) => `max(${a}, ${b}) - min(${a}, ${b} / 2)`),
    pair((a, b) => `if ${a} > ${b} then ${a} else ${b} * 2`),
    pair((a, b) => `erlang_c(${a}, ${b})`),
    leaf.map((a) => `erlang_c(abs(${a}), staffing(abs(${a}), 1)) * 10`),
    pair((a, b) => `if ${a} <= ${b} and not ${b} == 3 or ${a} != 4 then 1 else ${a}`),
    pair((a, b) => `ceil(${a} / 3) + floor(${b} / 7)`),
    pair((a, b) => `round(${a} / 3, 1) - abs(${b})`),
    leaf.map((a) => `sqrt(abs(${a})) + ${a} ^ 2 - ${a} ^ 3 / 100`),
    leaf.map((a) => `sqrt(${a})`),
    leaf.map((a) => `ln(${a})`),
    leaf.map((a) => `exp(${a} / 50)`),
    leaf.map((a) => `if ${a} > 5 then unknown else 0`),
    leaf.map((a) => `min(${a}, if ${a} < 2 then unlimited else 7)`),
    leaf.map((a) => (/^[a-z]/.test(a) ? `${a} at one=b` : a)),
    leaf.map((a) => `sum(${a} over two) - mean(${a} over one)`),
    leaf.map((a) => `max(${a} over one) - min(${a} over two)`),
    leaf.map((a) => `if any(${a} > 3 over two) or all(${a} < 9 over one) then ${a} else 1`),
    leaf.map((a) => `count(${a} > 3 over two) + first(${a} over one) - last(${a} over two)`),
    leaf.map((a) => `if argmin(${a} over two) == argmax(${a} over two) then 0 else ${a}`),
    leaf.map((a) => `high(${a}) - low(${a})`),
    fc.tuple(leaf, number).map(([a, n]) => `${a} to ${a} + ${Math.abs(n)}`),
  );
}

/** Plans of which the cheapest that covers the quantity is taken: two of them cost the same, and one of those more at the start. */
const sales = [
  '4 EUR/month, covers: 3 GB',
  '9 EUR/month, covers: 20 GB',
  '10 EUR/month',
  '9 EUR/month, covers: 30 GB',
];
const bought = `items: { store: { use: own/store, quantity: abs(x) * 1 GB } }
prices: { own: { name: Own, products: { store: { plans: {
${sales.map((sale, i) => `  s${i}: { fee: ${sale}, price: ${i % 2 === 0 ? 0.1 : 0} EUR/GB/month, setup: ${i} EUR, source: test, date: 2026-01-01 }`).join(',\n')}
 } } } } }
`;

const plans = fc.integer({ min: 1, max: 7 }).chain((count) => {
  const names = Array.from({ length: count }, (_, i) => `n${i}`);
  const change = fc.tuple(fc.constantFrom(...names), number).map(([name, n]) => `${name}: base + (${n})`);
  const point = fc
    .array(change, { maxLength: 2 })
    .map((all) => `{ ${[...new Map(all.map((c) => [c.split(':')[0], c])).values()].join(', ')} }`);
  return fc
    .tuple(fc.tuple(...names.map((_, i) => formula(names.slice(0, i)))), point, point, point)
    .map(([formulas, a, b, c]) => planOf(formulas, a, b, c));
});

function planOf(formulas: readonly string[], a = '{}', b = '{}', c = '{}'): string {
  const lines = formulas.map((formula, i) => `  n${i}: "${formula}"`);
  return `plan: random\ncurrency: EUR\ninputs: { x: 3 }\n${bought}formulas:\n${lines.join('\n')}\naxes:\n  one: { a: ${a}, b: ${b} }\n  two: { x: ${c}, y: {}, z: {} }\n`;
}

type Stretch = [start: number, share: number, scale: number];

/** Found at some seed: the logarithm goes to minus infinity, and 4 was taken to be at most that. */
const found: [string, Stretch][] = [
  [planOf(['ln(x)', 'if x <= n0 and not n0 == 3 or x != 4 then 1 else x']), [-2, 1, 6]],
];

const runs = { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 300) };

test('a tape gives what the interpreter gives', () => {
  fc.assert(
    fc.property(
      plans,
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 }),
      (plan, xs) => {
        const { graph } = modelOf(plan);
        const input = graph.names.get('x')?.node ?? -1;
        const wanted = nodesOf(graph);
        const places = placesOver(graph, [...graph.axes.keys()], basePlace(graph));
        const tape = tapeAlong(graph, input, interpreter(graph));
        const slots = places.map((place) => wanted.map((id) => tape.slot(id, place)));
        for (const x of [...xs, ...xs.map(Math.round)]) {
          const alone = interpreter(graph, new Map([[input, x]]));
          const values = tape.run(x);
          for (const [p, place] of places.entries()) {
            for (const [i, id] of wanted.entries()) {
              const [ours, theirs] = [values[slots[p]?.[i] ?? -1], alone.value(id, place)];
              if (!Object.is(ours, theirs))
                expect(ours, `${plan}\nnode ${id} at ${place.join()}, x = ${x}`).toBe(theirs);
            }
          }
        }
      },
    ),
    runs,
  );
});

test('tapes written together give what each gives alone', () => {
  fc.assert(
    fc.property(
      plans,
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 2 }),
      (plan, xs) => {
        const { graph } = modelOf(plan);
        // inputs, what is computed from them, and what differs from place to place
        const moved = [...graph.names.values()].map(
          ({ node }, i) => ({ node, meaning: i % 2 === 0 ? 'value' : 'factor' }) as const,
        );
        const places = placesOver(graph, [...graph.axes.keys()], basePlace(graph));
        const figures = places.flatMap((place) => nodesOf(graph).map((id) => ({ id, place })));
        // one half is asked for when all is written
        const first = figures.filter((_, i) => i % 2 === 0);
        const together = tapesAlong(graph, interpreter(graph), moved, first);
        for (const [i, { node, meaning }] of moved.entries()) {
          const alone = tapeAlong(graph, node, interpreter(graph), meaning);
          const tape = together[i] ?? alone;
          const slots = figures.map(
            ({ id, place }) => [tape.slot(id, place), alone.slot(id, place)] as const,
          );
          for (const x of [...xs, ...xs.map(Math.round)]) {
            const [ours, theirs] = [tape.run(x), alone.run(x)];
            for (const [k, [a, b]] of slots.entries())
              if (!Object.is(ours[a], theirs[b]))
                expect(ours[a], `${plan}\n${JSON.stringify(figures[k])}, node ${node} = ${x}`).toBe(
                  theirs[b],
                );
          }
        }
      },
    ),
    runs,
  );
});

function nodesOf(graph: Graph): readonly NodeId[] {
  const items = graph.items.flatMap((item) => [item.cost, item.once, item.choice]);
  return [...[...graph.names.values()].map((n) => n.node), ...items];
}

function times(slope: number, step: number): number {
  return step === 0 ? 0 : slope * step;
}

test('no value lies outside its bounds, and no bend or jump goes unseen', () => {
  const ends: fc.Arbitrary<Stretch> = fc.tuple(
    fc.double({ min: -40, max: 40, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(1e-9, 1e-3, 1, 30),
  );
  fc.assert(
    fc.property(
      plans,
      fc.oneof(ends, fc.tuple(number, fc.constantFrom(0, 0.5, 1), fc.constantFrom(1, 6))),
      (plan, [start, share, scale]) => {
        const { graph } = modelOf(plan);
        const input = graph.names.get('x')?.node ?? -1;
        const tape = tapeAlong(graph, input, interpreter(graph));
        const places = placesOver(graph, [...graph.axes.keys()], basePlace(graph));
        const slots = new Set(places.flatMap((place) => nodesOf(graph).map((id) => tape.slot(id, place))));
        // no further from zero than amounts get, where a quotient would be more than the largest number
        const [from, to] = [Number(start.toFixed(6)), Number((start + share * scale).toFixed(12))].sort(
          (a, b) => a - b,
        ) as [number, number];
        const bounds = encloser(tape)(from, to);
        const samples = Array.from({ length: 41 }, (_, i) => from + ((to - from) * i) / 40).map((x) =>
          Math.min(to, x),
        );
        const runsAt = samples.map((x) => tape.run(x));
        for (const slot of slots) {
          const e = bounds[slot];
          if (e === undefined) continue;
          const tell = (i: number): string =>
            `${plan}\nstep ${slot} = ${runsAt[i]?.[slot]} at x = ${samples[i]} of [${from}, ${to}]\n${JSON.stringify(e)}`;
          for (const [i, values] of runsAt.entries()) {
            const value = values[slot] ?? Number.NaN;
            // powers and logarithms are not promised to be monotone in the last digit
            const slack = Number.isFinite(value) ? 1e-13 * Math.abs(value) : 0;
            const inside = Number.isNaN(value) ? e.unknown : value >= e.lo - slack && value <= e.hi + slack;
            if (!inside) expect.fail(tell(i));
            for (const other of [0, i - 1].filter((k) => k >= 0 && k < i)) {
              const before = runsAt[other]?.[slot] ?? Number.NaN;
              if (e.unknown || !Number.isFinite(value) || !Number.isFinite(before)) continue;
              const step = (samples[i] ?? 0) - (samples[other] ?? 0);
              const noise = 1e-12 * (1 + Math.abs(value)) + 1e-9 * step;
              const most = times(e.slopeHi, step) + e.play + noise;
              const least = times(e.slopeLo, step) - e.play - noise;
              if (value - before > most || value - before < least) expect.fail(`slope: ${tell(i)}`);
            }
          }
        }
      },
    ),
    { ...runs, examples: found },
  );
});
