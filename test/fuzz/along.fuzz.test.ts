// Break-even, sensitivity and recommendation of whatever the mutated plans turn out to be: no crash, no endless search, the same answer twice.

import { expect, test } from 'vitest';
import { breakEven } from '../../src/analysis/break-even.ts';
import type { Side } from '../../src/analysis/contest.ts';
import { caseAxes } from '../../src/analysis/figures.ts';
import { numericInputs, today, usualSpan } from '../../src/analysis/moved-input.ts';
import { recommend } from '../../src/analysis/recommend.ts';
import { sensitivity } from '../../src/analysis/sensitivity.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Graph } from '../../src/graph/types.ts';
import { Grid, GridTooLarge } from '../../src/grid/evaluate.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { AdviceWords } from '../../src/report/recommend-words.ts';
import { mutate, randomFrom } from './mutate.ts';
import { modelFor } from './pipeline.ts';
import { fuzzPlans, fuzzVendors } from './seeds.ts';

const runs = Number(process.env.OUTLAY_FUZZ_RUNS ?? 300);

function sidesOf(graph: Graph): readonly [Side, Side] {
  const place = basePlace(graph);
  const axis = caseAxes(graph).find((a) => (graph.axes[a]?.points.length ?? 0) > 1);
  const at = (point: number): Side => ({
    name: String(point),
    label: String(point),
    node: graph.total,
    place: place.map((p, a) => (a === axis ? point : p)),
  });
  return [at(0), at(axis === undefined ? 0 : 1)];
}

/** Everything that can be asked of a plan along its inputs, as text. */
function asked(graph: Graph): string {
  const place = basePlace(graph);
  const rest = interpreter(graph);
  const type = graph.nodes[graph.total]?.type;
  if (type?.kind !== 'number') throw new Error('a total is a number');
  const { unit } = type;
  const [axis] = caseAxes(graph);
  const found: unknown[] = [sensitivity(graph, { node: graph.total, unit, place, by: 0.1, axis })];
  for (const input of numericInputs(graph)) {
    const span = usualSpan(input, today(graph, rest, input.node, place), false);
    if (span !== undefined) found.push(breakEven(graph, { sides: sidesOf(graph), unit, input, span }));
  }
  if (axis !== undefined) {
    const question = { metric: 'total', node: graph.total, unit, by: axis };
    const advice = recommend(new Grid(graph), question, new Map());
    found.push(
      advice,
      advice.scales.map((scale) => new AdviceWords(advice).sentences(scale)),
    );
  }
  return JSON.stringify(found);
}

test('mutated plans: no crash, no endless search, the same twice', () => {
  let answered = 0;
  for (let seed = 0; seed < runs; seed++) {
    const random = randomFrom(seed);
    const text = mutate(random.pick(fuzzPlans), random);
    const model = modelFor(text, fuzzVendors, new Diagnostics());
    if (model === undefined) continue;
    try {
      const started = performance.now();
      const first = asked(model.graph);
      expect(performance.now() - started, text).toBeLessThan(20_000);
      if (answered % 10 === 0) expect(asked(model.graph)).toBe(first);
      answered += 1;
    } catch (error) {
      if (!(error instanceof GridTooLarge)) throw new Error(text, { cause: error });
    }
  }
  expect(answered).toBeGreaterThan(runs / 50);
});
