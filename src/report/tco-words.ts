// What cases are called in a table of total costs, and which of them is the cheapest of those beside it.

import type { Pinned } from '../analysis/cases.ts';
import type { Tco, TcoCase } from '../analysis/tco.ts';
import type { Graph } from '../graph/types.ts';
import { choiceAxis } from './axis-roles.ts';
import { caseName } from './shown-cases.ts';
import type { TcoWords } from './tco-tables.ts';

/** Cheapest along the axis that is a choice, where there is one: of those that are known and break no limit in any month. */
export function tcoWords(graph: Graph, answer: Tco, pinned: Pinned): TcoWords {
  const axes = answer.axes.map((name) => graph.axes.findIndex((axis) => axis.name === name));
  const free = axes.filter((axis) => !pinned.has(axis));
  const node = graph.names.get('tco')?.node;
  const by = node === undefined ? undefined : choiceAxis(graph, node, pinned);
  return {
    nameOf: (one) => caseName(graph, free.length === 0 ? axes : free, one.place),
    isBest: (one) => by !== undefined && isCheapest(one, answer.cases, by),
  };
}

function isCheapest(one: TcoCase, cases: readonly TcoCase[], by: number): boolean {
  const able = cases.filter(
    (c) =>
      c.broken.length === 0 &&
      !Number.isNaN(c.tco.mid) &&
      c.place.every((p, axis) => axis === by || p === one.place[axis]),
  );
  const least = Math.min(...able.map((c) => c.tco.mid));
  return able.length > 1 && able.includes(one) && one.tco.mid <= least + 1e-9 * Math.abs(least);
}
