// The names that every plan has: groups, total, upfront, limits and budgets by name, and the total of feasible cases.

import { namesIn } from '../formula/ast.ts';
import { condition } from '../formula/typed.ts';
import type { Limit } from '../plan/types.ts';
import type { Builder } from './builder.ts';
import type { ItemTable } from './define-items.ts';
import { notBroken } from './items.ts';
import type { NamedKind, NodeId } from './types.ts';

export function defineTotals(builder: Builder, items: ItemTable): void {
  for (const group of items.groups) {
    if (builder.definitions.has(group)) reportTaken(builder, items, group);
    else defineSum(builder, group, 'group', group, 'cost');
  }
  defineSum(builder, 'total', 'total', 'items', 'cost');
  defineSum(builder, 'upfront', 'total', 'items', 'once');
  if (builder.plan.horizon !== undefined) {
    defineSum(builder, 'cash', 'total', 'items', 'cash');
    defineSum(builder, 'effective', 'total', 'items', 'effective');
  }
  for (const limit of builder.plan.limits) defineCondition(builder, `limits.${limit.name}`, limit);
  for (const budget of builder.plan.budgets) defineCondition(builder, `budgets.${budget.name}`, budget);
  const needs = ['total', ...builder.plan.limits.map((l) => `limits.${l.name}`)];
  builder.definitions.add('feasible_total', undefined, needs, () => {
    const unknown = builder.store.constant(Number.NaN, builder.moneyPerMonth);
    return builder.store.choose(feasible(builder), builder.nodeOf('total'), unknown);
  });
}

/** Every limit holds. One that cannot be decided does not make a case infeasible; it is shown as undecided. */
export function feasible(builder: Builder): NodeId {
  const { store } = builder;
  let all = store.constantOf(1, condition);
  for (const { name } of builder.plan.limits) {
    const resolved = builder.definitions.resolve(`limits.${name}`, undefined);
    if (resolved?.kind !== 'node' || store.node(resolved.node).type.kind !== 'condition') continue;
    const kept = notBroken(store, resolved.node);
    all = store.apply('and', [all, kept], condition);
  }
  return all;
}

function reportTaken(builder: Builder, items: ItemTable, group: string): void {
  const spans = [builder.definitions.spanOf(group), items.headOfGroup(group)?.span];
  const marks = spans.flatMap((span) => (span === undefined ? [] : [{ span, label: '' }]));
  builder.out.error(
    'E407',
    `\`${group}\` is the name of a group and of something else`,
    marks,
    'rename one of them',
  );
}

type Field = 'cost' | 'once' | 'cash' | 'effective' | 'tco' | 'end_value';

function defineSum(builder: Builder, name: string, kind: NamedKind, group: string, field: Field): void {
  const unit = field === 'once' ? builder.money : builder.moneyPerMonth;
  builder.definitions.add(name, undefined, partsOf(builder, group, field), () => {
    const label = name === 'upfront' ? 'paid once' : name;
    const parts = nodesOf(builder, group, field);
    return builder.name({ name, kind, label }, builder.store.sum(parts, unit));
  });
}

/** What a sum over the items of a group needs by name. */
export function partsOf(builder: Builder, group: string, field: Field): readonly string[] {
  return (builder.itemsOf(group) ?? []).map((item) => `${item}.${field}`);
}

/** One figure of each item of a group; of those whose figures are broken, nothing. */
export function nodesOf(builder: Builder, group: string, field: Field): readonly NodeId[] {
  return partsOf(builder, group, field).flatMap((part) => {
    const resolved = builder.definitions.resolve(part, undefined);
    return resolved?.kind === 'node' ? [resolved.node] : [];
  });
}

function defineCondition(builder: Builder, name: string, limit: Limit): void {
  builder.definitions.add(name, limit.span, namesIn(limit.that), () => {
    const node = builder.formula(limit.that);
    if (node === undefined) return undefined;
    const { label, because: note, span } = limit;
    return builder.name({ name, kind: 'limit', label: label ?? limit.name, note, span }, node);
  });
}
