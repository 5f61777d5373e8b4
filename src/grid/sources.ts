// Where the draws of a graph come from: a stream for each name, mixed with others where they correlate.

import type { Graph } from '../graph/types.ts';
import { type Mixture, mixtureOf } from '../numeric/draws/copula.ts';
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

/** Names that correlate with one another, directly or through others. */
export interface Correlated {
  readonly names: readonly string[];
  /** Undefined where no numbers can correlate like that. */
  readonly mixture: Mixture | undefined;
}

/** The names of all uncertain numbers, in the order in which the graph came to know them. */
export function drawnNames(graph: Graph): readonly string[] {
  return [...new Set(graph.nodes.flatMap(({ op }) => (op.kind === 'draw' ? [op.name] : [])))];
}

/** Sources for one program. */
export function sourcesOf(graph: Graph, { seed, independent }: Sampling): Sources {
  const drawn = drawnNames(graph).map((name) => ({ name, place: 0 }));
  const all = independent ? drawn.map((one) => independentStream(seed, one)) : digitalStreams(seed, drawn);
  const streams = new Map(drawn.map(({ name }, i) => [name, all[i] as Stream]));
  const streamOf = (name: string): Stream => {
    const stream = streams.get(name);
    if (stream === undefined) throw new Error(`nothing uncertain is called ${name}`);
    return stream;
  };
  const groups = correlatedGroups([]);
  const normals = new Map<string, Value>();

  return {
    draw(name, marginal, steps) {
      const group = groups.find(({ names }) => names.includes(name));
      if (group === undefined) return steps.push({ kind: 'draw', stream: streamOf(name), marginal }) - 1;
      if (!normals.has(name)) {
        const mixed = mixedNormals(group.names.map(streamOf), group.mixture ?? [], steps.length);
        steps.push(...mixed.steps);
        for (const [k, member] of group.names.entries()) normals.set(member, mixed.values[k] as Value);
      }
      return steps.push({ kind: 'quantile', of: normals.get(name) as Value, marginal }) - 1;
    },
  };
}

interface Pair {
  readonly between: readonly [string, string];
  readonly rank: number;
}

/** Pairs put together; two that nobody relates to each other are independent but for what others make of them. */
export function correlatedGroups(pairs: readonly Pair[]): readonly Correlated[] {
  const groups: string[][] = [];
  for (const { between } of pairs) {
    const touched = groups.filter((group) => between.some((name) => group.includes(name)));
    const merged = [...new Set([...touched.flat(), ...between])];
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map((names) => {
    const rankOf = (a: string, b: string): number =>
      a === b ? 1 : (pairs.find(({ between }) => between.includes(a) && between.includes(b))?.rank ?? 0);
    return { names, mixture: mixtureOf(names.map((a) => names.map((b) => rankOf(a, b)))) };
  });
}
