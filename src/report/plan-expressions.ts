// Every formula of a plan, wherever it stands.

import { childrenOf, type Expression } from '../formula/ast.ts';
import type { ItemFields, Plan } from '../plan/types.ts';

export function allExpressions(plan: Plan): readonly Expression[] {
  return [
    ...plan.inputs.map((i) => i.value),
    ...plan.formulas.map((f) => f.value),
    ...[...plan.items, ...plan.revenue].flatMap(ofItem),
    ...[...plan.limits, ...plan.budgets].map((l) => l.that),
    ...plan.overrides.flatMap(({ change }) => {
      if (change.kind === 'value') return [change.value];
      if (change.kind === 'add') return ofItem(change.item);
      return change.kind === 'item' ? ofItem(change.fields) : [];
    }),
    ...plan.expectations.map((e) => e.that),
  ];
}

function ofItem(fields: Partial<ItemFields>): readonly Expression[] {
  const { price, quantity, count, hours, once, when, choose } = fields;
  return [price, quantity, count, hours, once, when, ...(choose?.needs.map((n) => n.atLeast) ?? [])].filter(
    (e) => e !== undefined,
  );
}

/** Catalog paths in `price("…")` and `cost("…", …)`. */
export function pathsAsked(e: Expression): readonly string[] {
  const own = e.kind === 'call' && (e.name === 'price' || e.name === 'cost') ? e.args.slice(0, 1) : [];
  return [
    ...own.flatMap((arg) => (arg.kind === 'text' ? [arg.value] : [])),
    ...childrenOf(e).flatMap(pathsAsked),
  ];
}

/** Axes along which the plan itself asks for the best: `cheapest(platform)`, `argmin(total over platform)`. */
export function axesChosenFrom(e: Expression): readonly string[] {
  const own =
    e.kind === 'call' && e.name === 'cheapest'
      ? e.args.flatMap((arg) => (arg.kind === 'name' ? [arg.name] : []))
      : e.kind === 'over' && e.name === 'argmin'
        ? [e.over]
        : [];
  return [...own, ...childrenOf(e).flatMap(axesChosenFrom)];
}
