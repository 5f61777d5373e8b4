// Each literal that says how much of an item is needed gets a name of its own before the graph is built, so that it can be given
// another value without touching an equal constant elsewhere in the formula (`10 GB` bought, the first `10 GB` free).

import { noProvenance } from '../catalog/read-provenance.ts';
import type { Expression } from '../formula/ast.ts';
import type { Amount, Change, Input, Item, ItemFields, Override, Plan } from '../plan/types.ts';

/** The fields that say how much of something is bought. */
export const quantityFields = [
  ...(['quantity', 'count', 'hours'] as const),
  ...(['headroom', 'quality', 'spare', 'min', 'paid'] as const),
] as const;

/** Nobody can write such a name: it has spaces. */
export function isGivenName(name: string): boolean {
  return name.endsWith(' as given');
}

/** The same plan, with the same figures to the bit. */
export function withNamedLiterals(plan: Plan): Plan {
  const inputs: Input[] = [];
  const named = (item: string, field: string, where: string, value: Expression): Expression => {
    if (value.kind !== 'number') return value;
    const name = `${item}.${field}${where} as given`;
    inputs.push(inputOf(name, value));
    return { kind: 'name', name, span: value.span };
  };
  const fieldsOf = <F extends Partial<ItemFields>>(item: string, fields: F, where: string): F => {
    // one formula for both is one node, and is charged once
    if (areAlike(fields.quantity, fields.count)) return fields;
    const amounts = (field: 'demand' | 'serves'): readonly Amount[] | undefined =>
      fields[field]?.map((a) => ({ ...a, value: named(item, `${field}.${a.resource}`, where, a.value) }));
    const changed: Record<string, Expression | readonly Amount[]> = {};
    for (const field of quantityFields) {
      const value = fields[field];
      if (value !== undefined) changed[field] = named(item, field, where, value);
    }
    for (const field of ['demand', 'serves'] as const) {
      const list = amounts(field);
      if (list !== undefined) changed[field] = list;
    }
    return { ...fields, ...changed };
  };
  const inChange = (change: Change, where: string): Change => {
    if (change.kind === 'add') return { ...change, item: fieldsOf(change.item.name, change.item, where) };
    return change.kind === 'item'
      ? { ...change, fields: fieldsOf(change.item, change.fields, where) }
      : change;
  };
  const items = plan.items.map((item): Item => fieldsOf(item.name, item, ''));
  const overrides = plan.overrides.map(
    (override, i): Override => ({ ...override, change: inChange(override.change, ` (${i + 1})`) }),
  );
  return { ...plan, items, overrides, inputs: [...plan.inputs, ...inputs] };
}

function areAlike(a: Expression | undefined, b: Expression | undefined): boolean {
  return a?.kind === 'number' && b?.kind === 'number' && a.value === b.value && a.unit.key === b.unit.key;
}

function inputOf(name: string, value: Expression): Input {
  const nothing = { label: undefined, note: undefined, unit: undefined, unitSpan: undefined };
  const still = { growth: undefined, years: [] };
  return { name, value, span: value.span, provenance: noProvenance, ...nothing, ...still };
}
