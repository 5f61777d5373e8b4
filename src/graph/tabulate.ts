// Overrides -> selects. For every combination of points that some override mentions, the value that holds there is built;
// combinations that come out the same share one node, so a value differs only along the axes that really change it.

import type { OnPoint, Override } from '../plan/types.ts';
import { one } from '../quantity/unit.ts';
import type { NodeId } from './types.ts';
import type { World } from './world.ts';

/** Named results of one combination; a missing one becomes unknown where other combinations have it. */
export type Built = ReadonlyMap<string, NodeId>;

interface Pending {
  readonly when: readonly OnPoint[];
  readonly override: Override;
}

/** `build` gets the overrides that apply, in their order. */
export function tabulate(
  world: World,
  overrides: readonly Override[],
  build: (applied: readonly Override[]) => Built,
): Built {
  return split(
    world,
    overrides.map((override) => ({ when: override.when, override })),
    build,
  );
}

function split(
  world: World,
  pending: readonly Pending[],
  build: (applied: readonly Override[]) => Built,
): Built {
  const mentioned = new Set(pending.flatMap((p) => p.when.map((w) => w.axis)));
  const axis = world.axes.findIndex((a) => mentioned.has(a.name));
  const shape = world.axes[axis];
  if (shape === undefined) return build(pending.map((p) => p.override));

  const general = pending.filter((p) => p.when.every((w) => w.axis !== shape.name));
  const special = new Map<string, Pending[]>();
  for (const p of pending) {
    const here = p.when.find((w) => w.axis === shape.name);
    if (here === undefined) continue;
    const list = special.get(here.point) ?? [];
    list.push({ ...p, when: p.when.filter((w) => w !== here) });
    special.set(here.point, list);
  }
  let elsewhere: Built | undefined;
  const order = new Map(pending.map((p, i) => [p.override, i]));
  const perPoint = shape.points.map((point): Built => {
    const own = special.get(point.name);
    if (own === undefined) {
      elsewhere ??= split(world, general, build);
      return elsewhere;
    }
    const merged = [...general, ...own].sort(
      (a, b) => (order.get(a.override) ?? 0) - (order.get(b.override) ?? 0),
    );
    return split(world, merged, build);
  });
  return combine(world, axis, perPoint);
}

function combine(world: World, axis: number, perPoint: readonly Built[]): Built {
  const keys = new Set(perPoint.flatMap((built) => [...built.keys()]));
  const result = new Map<string, NodeId>();
  for (const key of keys) {
    const known = perPoint.map((built) => built.get(key));
    const sample = known.find((id) => id !== undefined);
    const type = sample === undefined ? undefined : world.store.node(sample).type;
    const unknown =
      type === undefined ? world.store.constant(Number.NaN, one) : world.store.constantOf(Number.NaN, type);
    result.set(
      key,
      world.store.select(
        axis,
        known.map((id) => id ?? unknown),
      ),
    );
  }
  return result;
}
