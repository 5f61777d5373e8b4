// One sample alone: the case with the draws that it has in every answer.

import type { Graph } from '../graph/types.ts';
import { load } from '../numeric/kernels/loaded.ts';
import { machineOf } from '../numeric/kernels/webassembly.ts';
import { Grid } from './evaluate.ts';
import { type Interpreter, interpreter } from './interpret.ts';
import { Sample } from './sample.ts';
import { sampledProgram } from './sampled-columns.ts';
import type { Sampling } from './sources.ts';
import type { Slot } from './steps.ts';

/** Samples are run by so many. */
const runs = 8;

/** Asked at places where numbers are drawn (layout.ts, `sampledAt`), it gives what sample `index` has there. */
export function replay(graph: Graph, sampling: Sampling, index: number): Interpreter {
  const sample = new Sample(new Grid(graph));
  const known = new Map<Slot, number>();
  return interpreter(graph, new Map(), (id, place) => {
    const slot = sample.slot(id, place);
    const value = known.get(slot) ?? sample.fixed(slot) ?? drawnValue(graph, sample, slot, sampling, index);
    known.set(slot, value);
    return value;
  });
}

function drawnValue(graph: Graph, sample: Sample, slot: Slot, sampling: Sampling, index: number): number {
  const { program } = sampledProgram(graph, sample, [slot], sampling);
  const loaded = load(program, machineOf, runs);
  const first = index - (index % runs);
  loaded.run(first, runs);
  return loaded.cells(program.results[0] ?? -1)[index - first] ?? Number.NaN;
}
