// What changed beside the bill: limits and budgets that hold or break now, expectations that fail now, and what was changed by
// hand and moved nothing.

import type { Named, NodeId } from '../graph/types.ts';
import { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import { type CheckResult, check } from './check.ts';
import type { Matched } from './diff-cases.ts';
import type { ItemChange } from './diff-item.ts';
import { type Moved, movedFigures, type Spot, spotOf } from './diff-moved.ts';
import type { DiffSide } from './diff-side.ts';
import type { Case } from './diff-steps.ts';
import { isOther } from './diff-steps.ts';
import { type LimitState, type LimitUse, limitUses } from './limits.ts';
import { isGivenName } from './named-literals.ts';

/** undefined on the side that does not state the limit, or for which it is none. */
export interface LimitChange {
  readonly name: string;
  readonly label: string;
  readonly before: LimitUse | undefined;
  readonly after: LimitUse | undefined;
}

/** Limits or budgets in another state than before; those that hold and are new, or held and are gone, left out. */
export function limitChanges({ before, after }: Case, of: 'limits' | 'budgets'): readonly LimitChange[] {
  const uses = ({ side, place }: Spot): ReadonlyMap<string, LimitUse> =>
    new Map(limitUses(side.grid, side.graph[of], place).map((use) => [use.name, use]));
  const [old, now] = [uses(before), uses(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((name) => {
    const [was, is] = [old.get(name), now.get(name)];
    const state = (use: LimitUse | undefined): LimitState => use?.state ?? 'holds';
    if (state(was) === state(is)) return [];
    return [{ name, label: (is ?? was)?.label ?? name, before: was, after: is }];
  });
}

export interface ExpectationChange {
  readonly kind: 'fails now' | 'holds now';
  readonly result: CheckResult;
}

/** What the plans claim about themselves, at every place that the claims name, whatever is pinned. */
export function expectationChanges(before: DiffSide, after: DiffSide): readonly ExpectationChange[] {
  const results = ({ graph }: DiffSide): ReadonlyMap<string, CheckResult> => {
    const found = new Map<string, CheckResult>();
    const { results: all } = check(new Grid(graph));
    for (const result of all) found.set(keyOf(result, found), result);
    return found;
  };
  const [old, now] = [results(before), results(after)];
  return [...now].flatMap(([key, result]): readonly ExpectationChange[] => {
    const [was, is] = [old.get(key), result];
    if (fails(is) && (was === undefined || !fails(was))) return [{ kind: 'fails now', result }];
    return !fails(is) && was !== undefined && fails(was) ? [{ kind: 'holds now', result }] : [];
  });
}

/** The id and the place; without an id the claim. The second of the same is another one. */
function keyOf(result: CheckResult, known: ReadonlyMap<string, CheckResult>): string {
  const at = result.at.map((c) => `${c.axis}=${c.point}`).join();
  const key = `${result.id ?? result.that.replace(/\s+/g, ' ').trim()} @${at}`;
  let unique = key;
  for (let n = 2; known.has(unique); n++) unique = `${key} (${n})`;
  return unique;
}

function fails({ status }: CheckResult): boolean {
  return status !== 'holds' && status !== 'disputed';
}

export type Idle = Moved;

/** Inputs, prices, rates and rate cards that changed, in the first case where they do, and stand behind no part of a change. */
export function idleChanges(
  before: DiffSide,
  after: DiffSide,
  cases: readonly Matched[],
  items: readonly (readonly ItemChange[])[],
): readonly Idle[] {
  const busy = new Set(
    items.flatMap((all) =>
      all.flatMap(({ cost, once }) =>
        [...cost.parts, ...(once?.parts ?? [])].flatMap((p) => p.moved.map((m) => m.name)),
      ),
    ),
  );
  const behindRates = namesBelow(after, busy);
  const idle = new Map<string, Moved>();
  for (const { before: old, after: now } of cases) {
    for (const moved of changedNames([spotOf(before, old), spotOf(after, now)])) {
      const works = busy.has(moved.name) || behindRates.has(moved.name);
      if (!works && !idle.has(moved.name)) idle.set(moved.name, moved);
    }
  }
  const figures = [...idle.values()];
  return [...figures, ...idleTariffs(items, figures, busy)];
}

/** An exchange rate may be an input, or a formula of some. */
function namesBelow({ graph, byNode }: DiffSide, busy: ReadonlySet<string>): ReadonlySet<string> {
  const rates = [...graph.names.values()].filter((n) => n.kind === 'rate' && busy.has(n.name));
  const seen = new Set<NodeId>();
  const open = rates.map((n) => n.node);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(graph.nodes[id]?.args ?? []));
  }
  return new Set([...seen].flatMap((id) => byNode.get(id)?.name ?? []));
}

/** Every figure of the plans that is another; not what only follows from another of them. */
function changedNames([before, after]: readonly [Spot, Spot]): readonly Moved[] {
  const wanted = ({ name, kind, provenance }: Named): boolean =>
    !isGivenName(name) && (kind === 'price' ? provenance !== undefined : isLeaf(kind));
  const found = ({ side, place }: Spot) => ({
    spot: { side, place, values: { value: (id: NodeId, at: Place) => side.grid.value(id, at) } },
    // a price that is another in every option has several entries, and no telling which belongs to which
    found: [...side.graph.names]
      .filter(([key, named]) => key === named.name && !side.graph.names.has(`${key} (2)`) && wanted(named))
      .map(([, named]) => ({ named, place })),
  });
  // a name that one side lacks came or went with what uses it: that is told there
  return movedFigures([found(before), found(after)], () => true).filter(
    (m) => m.before !== undefined && m.after !== undefined,
  );
}

function isLeaf(kind: Named['kind']): boolean {
  return kind === 'input' || kind === 'rate' || kind === 'calendar';
}

/** A rate card that changed where it did not matter: an allowance, a tier that nobody reaches. */
function idleTariffs(
  items: readonly (readonly ItemChange[])[],
  figures: readonly Moved[],
  busy: ReadonlySet<string>,
): readonly Moved[] {
  const found = new Map<string, Moved>();
  for (const { bought, cost } of items.flat()) {
    const { before, after } = bought;
    if (before === undefined || after === undefined || isOther(before, after) || after.path === '') continue;
    const told = [...figures.map((f) => f.name), ...busy].some((name) => name.endsWith(` of ${after.path}`));
    if (before.tariff === after.tariff || told || cost.parts.some((p) => p.cause === 'price')) continue;
    const { path: name, label } = after;
    if (!busy.has(name))
      found.set(name, { kind: 'tariff', name, label, before: before.tariff, after: after.tariff });
  }
  return [...found.values()];
}
