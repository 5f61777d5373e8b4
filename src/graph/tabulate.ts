// Overrides -> selects. For every combination of points that some override mentions, the value that holds there is built;
// combinations that come out the same share one node, so a value differs only along the axes that really change it.

import { pointsOf } from '../plan/on-point.ts';
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

/** More combinations than this are refused: each is built, and some twenty levers on one item would never end. */
export const maximumCombinations = 1 << 15;

/** `build` gets the overrides that apply, in their order. */
export function tabulate(
  world: World,
  overrides: readonly Override[],
  build: (applied: readonly Override[]) => Built,
): Built {
  const size = combinations(overrides);
  if (size > maximumCombinations) {
    const [first] = overrides;
    const help = 'let some of the axes or levers change an input instead, and this a formula of it';
    const message = `this is changed in ${size} combinations of points; ${maximumCombinations} is the most`;
    world.out.error('E601', message, first === undefined ? [] : [{ span: first.span, label: '' }], help);
    return new Map();
  }
  return split(
    world,
    overrides.map((override) => ({ when: override.when, override })),
    build,
  );
}

/** Of the points that are mentioned, and of one that stands for all others of its axis. */
function combinations(overrides: readonly Override[]): number {
  const points = new Map<string, Set<string>>();
  for (const { axis, point, until } of overrides.flatMap((o) => o.when)) {
    const mentioned = points.get(axis) ?? new Set();
    points.set(axis, until === undefined ? mentioned.add(point) : mentioned.add(point).add(`${until}+`));
  }
  return [...points.values()].reduce((size, mentioned) => size * (mentioned.size + 1), 1);
}

/** One value where all of the points hold, another everywhere else. */
export function selectWhere(
  world: World,
  when: readonly OnPoint[],
  there: NodeId,
  elsewhere: NodeId,
): NodeId {
  return when.reduceRight((node, on) => {
    const index = world.axes.findIndex((a) => a.name === on.axis);
    const points = world.axes[index]?.points.map((p) => p.name) ?? [];
    const held = new Set(pointsOf(on, points));
    return world.store.select(
      index,
      points.map((p) => (held.has(p) ? node : elsewhere)),
    );
  }, there);
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
  const names = shape.points.map((p) => p.name);
  const special = new Map<string, Pending[]>();
  for (const p of pending) {
    const here = p.when.find((w) => w.axis === shape.name);
    if (here === undefined) continue;
    const rest = { ...p, when: p.when.filter((w) => w !== here) };
    for (const point of pointsOf(here, names)) {
      const list = special.get(point) ?? [];
      list.push(rest);
      special.set(point, list);
    }
  }
  const order = new Map(pending.map((p, i) => [p.override, i]));
  const place = (p: Pending): number => order.get(p.override) ?? 0;
  // points where the same changes hold, such as the months of a stretch of time, are one case
  const known = new Map<string, Built>();
  const perPoint = names.map((point): Built => {
    const own = special.get(point) ?? [];
    const key = own.map(place).join();
    let built = known.get(key);
    if (built === undefined) {
      const merged = own.length === 0 ? general : [...general, ...own].sort((a, b) => place(a) - place(b));
      built = split(world, merged, build);
      known.set(key, built);
    }
    return built;
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
