// Which prices the shown cases are made of: an item that may choose among fifty products uses a few of them.

import type { Pinned } from '../analysis/cases.ts';
import { placeOf } from '../analysis/cases.ts';
import type { Choice, Graph, GraphItem } from '../graph/types.ts';
import type { Grid } from '../grid/evaluate.ts';
import { placesOver, sizeOf } from '../grid/layout.ts';

export interface UsedPrice {
  readonly choice: Choice;
  /** The first item that is bought so. */
  readonly name: string;
  /** That item is bought in no other way. */
  readonly only: boolean;
  /** All those items are in no total. */
  readonly optional: boolean;
  /** Labels of the items that are bought so in some case. */
  readonly items: readonly string[];
}

type Gathered = Omit<UsedPrice, 'items' | 'optional'> & { readonly items: string[]; optional: boolean };

/** By path, then in the order of the plan. */
export function usedPrices(grid: Grid, pinned: Pinned): readonly UsedPrice[] {
  const { graph } = grid;
  const used = new Map<string, Gathered>();
  for (const item of graph.items) {
    const choices = choicesUsed(grid, item, pinned);
    for (const choice of choices) {
      // two inline prices in the same words are two prices
      const key = choice.path === '' ? `${item.name} ${choice.tariff}` : `${choice.path} ${choice.tariff}`;
      const known = used.get(key);
      if (known === undefined)
        used.set(key, {
          choice,
          name: item.name,
          only: choices.length === 1,
          optional: item.optional,
          items: [item.label],
        });
      else {
        if (!known.items.includes(item.label)) known.items.push(item.label);
        known.optional &&= item.optional;
      }
    }
  }
  const own = [...used.values()].filter((u) => u.choice.path === '');
  const bought = [...used.values()].filter((u) => u.choice.path !== '');
  return [...bought.sort((a, b) => compareText(a.choice.path, b.choice.path)), ...own];
}

/** More cases than this are not walked one by one. */
const walkable = 1 << 16;

function choicesUsed(grid: Grid, item: GraphItem, pinned: Pinned): readonly Choice[] {
  const { graph } = grid;
  const free = axesOf(graph, item).filter((axis) => !pinned.has(axis));
  grid.evaluate([item.choice, item.present]);
  const indices = new Set<number>();
  if (sizeOf(graph, free) > walkable) {
    for (const index of grid.column(item.choice).data) indices.add(index);
  } else {
    for (const place of placesOver(graph, free, placeOf(graph, pinned))) {
      if (grid.value(item.present, place) !== 0) indices.add(grid.value(item.choice, place));
    }
  }
  return [...indices]
    .filter((i) => !Number.isNaN(i))
    .sort((a, b) => a - b)
    .flatMap((i) => item.choices[i] ?? []);
}

function axesOf(graph: Graph, item: GraphItem): readonly number[] {
  const axes = [item.choice, item.present].flatMap((id) => graph.nodes[id]?.axes ?? []);
  return [...new Set(axes)].sort((a, b) => a - b);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
