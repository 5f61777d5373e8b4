// Where the draws of a graph come from: a stream for each name, mixed with others where they correlate.

import { drawnNames } from '../graph/correlations.ts';
import type { Graph } from '../graph/types.ts';
import type { Marginal } from '../numeric/draws/marginal.ts';
import { digitalStreams, independentStream, type Stream } from '../numeric/draws/stream.ts';
import { mixedNormals } from '../numeric/kernels/correlated.ts';
import type { Step, Value } from '../numeric/kernels/program.ts';

export interface Sampling {
  readonly seed: number;
  /** Independent draws, in place of evenly spread ones. */
  readonly independent: boolean;
}

export interface Sources {
  /** Adds to the steps what draws a number of this name, and says which step it is. */
  draw(name: string, marginal: Marginal, steps: Step[]): Value;
}

/** How often, and how. */
export interface Drawing {
  readonly samples: number;
  readonly sampling: Sampling;
}

/** Sources for one program. */
export function sourcesOf(graph: Graph, { seed, independent }: Sampling): Sources {
  const drawn = drawnNames(graph.nodes).map((name) => ({ name, place: 0 }));
  const all = independent ? drawn.map((one) => independentStream(seed, one)) : digitalStreams(seed, drawn);
  const streams = new Map(drawn.map(({ name }, i) => [name, all[i] as Stream]));
  const streamOf = (name: string): Stream => {
    const stream = streams.get(name);
    if (stream === undefined) throw new Error(`nothing uncertain is called ${name}`);
    return stream;
  };
  const normals = new Map<string, Value>();

  return {
    draw(name, marginal, steps) {
      const group = graph.correlations.find(({ names }) => names.includes(name));
      if (group === undefined) return steps.push({ kind: 'draw', stream: streamOf(name), marginal }) - 1;
      if (!normals.has(name)) {
        const mixed = mixedNormals(group.names.map(streamOf), group.mixture, steps.length);
        steps.push(...mixed.steps);
        for (const [k, member] of group.names.entries()) normals.set(member, mixed.values[k] as Value);
      }
      return steps.push({ kind: 'quantile', of: normals.get(name) as Value, marginal }) - 1;
    },
  };
}
