// Every sample of every figure is what the interpreter says with that sample's draws put in, bit for bit, on both machines.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Graph, NodeId } from '../../src/graph/types.ts';
import { distributionAt } from '../../src/grid/distribution-at.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace, middleOf, placesOver, sampledAt } from '../../src/grid/layout.ts';
import { replay } from '../../src/grid/replay.ts';
import { Sample } from '../../src/grid/sample.ts';
import { sampledColumns, sampledProgram } from '../../src/grid/sampled-columns.ts';
import { problems } from '../../src/numeric/distributions/distribution.ts';
import type { Distribution } from '../../src/numeric/distributions/types.ts';
import { type Marginal, marginalOf, valueAt } from '../../src/numeric/draws/marginal.ts';
import { digitalStreams, independentStream, wordAt } from '../../src/numeric/draws/stream.ts';
import { javascriptMachine } from '../../src/numeric/kernels/javascript.ts';
import { webassemblyMachine } from '../../src/numeric/kernels/webassembly.ts';
import { modelOf } from '../support/model.ts';

const number = fc.integer({ min: -20, max: 20 });

/** Uncertain numbers of every kind, around something that may be uncertain itself. */
function uncertain(about: string): fc.Arbitrary<string> {
  return fc.constantFrom(
    `(${about}) to (${about} + 7)`,
    `normal(${about}, 3)`,
    `lognormal(abs(${about}) + 1, 40%)`,
    `uniform(${about}, ${about} + 2)`,
    `triangular(${about}, ${about} + 1, ${about} + 5)`,
    `pert(${about} - 3, ${about}, ${about} + 1)`,
    `beta(2, 3) * ${about}`,
    `choices(1, 2, ${about}, 3, 7, 1)`,
    `measured(${about}, 3, 4, 9)`,
    `truncated(normal(${about}, 10), ${about} - 4, ${about} + 5)`,
  );
}

function formula(names: readonly string[]): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    { weight: 1, arbitrary: number.map((n) => `(${n})`) },
    { weight: 3, arbitrary: fc.constantFrom('x', 'y', ...names) },
  );
  const pair = (f: (a: string, b: string) => string): fc.Arbitrary<string> =>
    fc.tuple(leaf, leaf).map(([a, b]) => f(a, b));
  return fc.oneof(
    { weight: 6, arbitrary: leaf.chain(uncertain) },
    pair((a, b) => `${a} + ${b}`),
    pair((a, b) => `${a} * ${b} / 4`),
    pair((a, b) => `${a} / ${b}`),
    pair((a, b) => `max(${a}, ${b}) - min(${a}, ${b} / 2)`),
    pair((a, b) => `if ${a} > ${b} then ${a} else ${b} * 2`),
    pair((a, b) => `erlang_c(${a}, ${b})`),
    leaf.map((a) => `erlang_c(abs(${a}), staffing(abs(${a}), 1)) * 10`),
    pair((a, b) => `if ${a} <= ${b} and not ${b} == 3 or ${a} != 4 then 1 else ${a}`),
    pair((a, b) => `ceil(${a} / 3) + floor(${b} / 7)`),
    pair((a, b) => `round(${a} / 3, 1) - abs(${b})`),
    pair((a, b) => `abs(${a}) ^ (${b} / 10)`),
    leaf.map((a) => `sqrt(abs(${a})) + ${a} ^ 2 - ${a} ^ 3 / 100`),
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
    leaf.map((a) => `high(${a}) - low(${a}) + ${a} - mid(${a})`),
  );
}

/** The cheapest plan that covers an uncertain quantity, and machines that are bought for an uncertain life. */
const bought = `items:
  store: { use: own/store, quantity: abs(x) * 1 GB }
  machine: { buy: 100 EUR, life: "uniform(1, 4) * 1 month", count: abs(x) }
prices: { own: { name: Own, products: { store: { plans: {
  s: { fee: 4 EUR/month, covers: 3 GB, setup: 1 EUR, source: test, date: 2026-01-01 },
  m: { fee: 9 EUR/month, covers: 20 GB, price: 0.1 EUR/GB/month, source: test, date: 2026-01-01 },
  l: { fee: 10 EUR/month, source: test, date: 2026-01-01 }
 } } } } }
`;

const plans = fc.integer({ min: 1, max: 7 }).chain((count) => {
  const names = Array.from({ length: count }, (_, i) => `n${i}`);
  const changed = fc.constantFrom('x', ...names);
  const change = fc.tuple(
    changed,
    fc.oneof(number.map(String), uncertain('5'), fc.constant('base + (1 to 3)')),
  );
  const point = fc
    .array(change, { maxLength: 2 })
    .map((all) => `{ ${[...new Map(all).entries()].map(([name, to]) => `${name}: "${to}"`).join(', ')} }`);
  return fc
    .tuple(fc.tuple(...names.map((_, i) => formula(names.slice(0, i)))), point, point, point)
    .map(([formulas, a, b, c]) => {
      const lines = formulas.map((text, i) => `  n${i}: "${text}"`);
      return `plan: random\ncurrency: EUR\nhorizon: 4 months\ninputs: { x: 2 to 9, y: "normal(0, 5)" }\n${bought}formulas:\n${lines.join('\n')}\naxes:\n  one: { a: ${a}, b: ${b} }\n  two: { p: ${c}, q: {}, r: {} }\n`;
    });
});

function nodesOf(graph: Graph): readonly NodeId[] {
  const items = graph.items.flatMap((item) =>
    [item.cost, item.once, item.choice, item.cash, item.effective].filter((id) => id !== undefined),
  );
  return [...[...graph.names.values()].map((n) => n.node), ...items];
}

const marginals = new Map<string, Marginal>();

function marginal(d: Distribution): Marginal {
  const key = JSON.stringify(d);
  const known = marginals.get(key) ?? marginalOf(d);
  marginals.set(key, known);
  return known;
}

test('each sample is a case with its draws put in', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 9 }), fc.boolean(), (plan, seed, independent) => {
      const { graph } = modelOf(plan);
      const rest = interpreter(graph);
      const sample = new Sample(new Grid(graph));
      const wanted = nodesOf(graph);
      const places = placesOver(graph, [...graph.axes.keys()].slice(0, -1), basePlace(graph)).map((place) =>
        sampledAt(graph, place),
      );
      const asked = places.flatMap((place) => wanted.map((id) => ({ id, place })));
      const slots = asked.map(({ id, place }) => sample.slot(id, place));
      const program = sampledProgram(graph, sample, slots, { seed, independent });
      const count = 11;
      const columns = sampledColumns(program, count, webassemblyMachine);
      const inJavaScript = sampledColumns(program, count, javascriptMachine);

      const again = replay(graph, { seed, independent }, 9);

      // drawn anew, by name and parameters alone
      const names = [...new Set(graph.nodes.flatMap(({ op }) => (op.kind === 'draw' ? [op.name] : [])))];
      const drawn = names.map((name) => ({ name, place: 0 }));
      const streams = independent
        ? drawn.map((one) => independentStream(seed, one))
        : digitalStreams(seed, drawn);
      for (let i = 0; i < count; i++) {
        const alone = interpreter(graph, new Map(), (id, place) => {
          const { op } = graph.nodes[id] ?? {};
          const distribution = distributionAt(graph, rest, id, middleOf(graph, place));
          const stream = streams[names.indexOf(op?.kind === 'draw' ? op.name : '')];
          if (distribution === undefined || stream === undefined) throw new Error('nothing is drawn');
          const known = problems(distribution).length === 0;
          return known ? valueAt(marginal(distribution), wordAt(stream, i)) : Number.NaN;
        });
        for (const [k, { id, place }] of asked.entries()) {
          const theirs = alone.value(id, place);
          const tell = `${plan}\nnode ${id} at ${place.join()}, sample ${i}`;
          if (!Object.is(columns[k]?.[i], theirs)) expect(columns[k]?.[i], tell).toBe(theirs);
          if (i === 9 && !Object.is(again.value(id, place), theirs))
            expect(again.value(id, place), tell).toBe(theirs);
          if (!Object.is(inJavaScript[k]?.[i], theirs)) expect(inJavaScript[k]?.[i], tell).toBe(theirs);
        }
      }
    }),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 60) },
  );
});
