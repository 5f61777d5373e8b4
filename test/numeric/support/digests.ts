// The columns of two fixed models, each as one digest: the reference model, and a plan with every kind of distribution and nearly every
// function. Runs on any platform, so that they can be compared.

import type { Graph } from '../../../src/graph/types.ts';
import { distributionAt } from '../../../src/grid/distribution-at.ts';
import { interpreter } from '../../../src/grid/interpret.ts';
import { basePlace, middleOf, sampledAt } from '../../../src/grid/layout.ts';
import { Sample } from '../../../src/grid/sample.ts';
import { sampledProgram } from '../../../src/grid/sampled-columns.ts';
import { loadPlan } from '../../../src/index.ts';
import type { Distribution } from '../../../src/numeric/distributions/types.ts';
import { type Marginal, marginalOf, valueAt } from '../../../src/numeric/draws/marginal.ts';
import { digitalStreams, type Stream, wordAt } from '../../../src/numeric/draws/stream.ts';
import type { Program } from '../../../src/numeric/kernels/program.ts';
import { referenceInputs, referenceModel } from './reference-model.ts';

/** Not a whole number of chunks. */
export const samples = 20_001;

export type ColumnsOf = (program: Program, samples: number) => readonly Float64Array[];

const plan = `plan: digest
currency: EUR
horizon: 6 months
inputs:
  a: 2 to 9
  b: normal(5, 2)
  c: lognormal(3, 40%)
  d: uniform(1, 2)
  e: triangular(1, 2, 6)
  f: pert(1, 3, 4)
  g: beta(2, 3)
  h: choices(1, 2, 4, 1)
  i: measured(1, 2, 2, 7)
  j: truncated(normal(0, 10), -4, 5)
formulas:
  sums: a + b * c - d / e
  powers: "a ^ 2.5 + c ^ 3 - sqrt(f) + exp(g) - ln(d)"
  rounded: ceil(a / 2) + floor(b) + round(c, 2) + abs(j)
  chosen: "if a > b and not g < 0.3 or h == 4 then c else -d"
  bounded: max(min(a, b), j, i)
  waiting: erlang_c(d, ceil(d) + 1) * 10
  grown: a * 1.03 ^ (elapsed / 1 month)
  unknown_now_and_then: if i > 5 then unknown else 1 / (h - 1)
items:
  small: { price: 5 EUR/month, count: ceil(grown) }
  bought: { buy: 90 EUR, life: 3 months, count: abs(b) }
  bound: { price: 7 EUR/month, count: c, commit: 4 months, upfront: 50% }
`;
const figures = [
  ...['sums', 'powers', 'rounded', 'chosen', 'bounded', 'waiting', 'unknown_now_and_then'],
  ...['total', 'upfront', 'tco', 'end_value'],
];

/** Both digests by a machine or a crew. */
export function digestsBy(columnsOf: ColumnsOf): readonly string[] {
  return [digestOf(columnsOf(referenceProgram(), samples)), digestOf(columnsOf(planProgram(), samples))];
}

/** That of the plan, sample by sample: of the first so many. */
export function interpretedDigest(count: number): string {
  const graph = graphOfPlan();
  const place = sampledAt(graph, basePlace(graph));
  const rest = interpreter(graph);
  const names = [...new Set(graph.nodes.flatMap(({ op }) => (op.kind === 'draw' ? [op.name] : [])))];
  const streams = digitalStreams(
    1,
    names.map((name) => ({ name, place: 0 })),
  );
  const marginals = new Map<string, Marginal>();
  const marginal = (d: Distribution): Marginal => {
    const key = JSON.stringify(d);
    const known = marginals.get(key) ?? marginalOf(d);
    marginals.set(key, known);
    return known;
  };
  const columns = figures.map(() => new Float64Array(count));
  for (let i = 0; i < count; i++) {
    const one = interpreter(graph, new Map(), (id, here) => {
      const { op } = graph.nodes[id] ?? {};
      const distribution = distributionAt(graph, rest, id, middleOf(graph, here));
      const stream = streams[names.indexOf(op?.kind === 'draw' ? op.name : '')];
      if (distribution === undefined || stream === undefined) throw new Error('nothing is drawn');
      return valueAt(marginal(distribution), wordAt(stream, i));
    });
    for (const [k, name] of figures.entries())
      (columns[k] as Float64Array)[i] = one.value(nodeOf(graph, name), place);
  }
  return digestOf(columns);
}

/** That of the first so many samples of the plan. */
export function planDigest(columnsOf: ColumnsOf, count: number): string {
  return digestOf(columnsOf(planProgram(), count));
}

function referenceProgram(): Program {
  const names = Object.keys(referenceInputs);
  const streams = digitalStreams(
    1,
    names.map((name) => ({ name, place: 0 })),
  );
  return referenceModel(
    (name, distribution) => ({
      kind: 'draw',
      stream: streams[names.indexOf(name)] as Stream,
      marginal: marginalOf(distribution),
    }),
    'plain',
  ).program;
}

function graphOfPlan(): Graph {
  const { model } = loadPlan({ file: 'digest.yaml', text: plan });
  if (model === undefined) throw new Error('the plan has errors');
  return model.graph;
}

function nodeOf(graph: Graph, name: string): number {
  return graph.names.get(name)?.node ?? -1;
}

function planProgram(): Program {
  const { model } = loadPlan({ file: 'digest.yaml', text: plan });
  if (model === undefined) throw new Error('the plan has errors');
  const { graph, grid } = model;
  const sample = new Sample(grid);
  const place = sampledAt(graph, basePlace(graph));
  const slots = figures.map((name) => sample.slot(nodeOf(graph, name), place));
  const { program, late } = sampledProgram(graph, sample, slots, { seed: 1, independent: false });
  if (late.length > 0) throw new Error('no single program computes the plan');
  return program;
}

/** FNV-1a over the words of all cells, in two lanes; any unknown value is the same one. */
function digestOf(columns: readonly Float64Array[]): string {
  const number = new Float64Array(1);
  const bits = new Uint32Array(number.buffer);
  let [a, b] = [0x811c9dc5, 0x1b873593];
  for (const column of columns) {
    for (const x of column) {
      number[0] = x;
      const [low, high] = Number.isNaN(x) ? [0, 0x7ff80000] : [bits[0] as number, bits[1] as number];
      a = Math.imul(a ^ low, 0x01000193);
      b = Math.imul(b ^ high, 0x01000193);
      a = Math.imul(a ^ (b >>> 15), 0x01000193);
      b = Math.imul(b ^ (a >>> 13), 0x01000193);
    }
  }
  return [a, b].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
