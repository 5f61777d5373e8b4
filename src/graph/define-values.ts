// Inputs and formulas, with the overrides that replace them.

import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import { type Expression, namesIn } from '../formula/ast.ts';
import { inferFormula } from '../formula/infer.ts';
import { bareNumber } from '../formula/typed.ts';
import type { Formula, Input, Override } from '../plan/types.ts';
import { one, sameUnit, type Unit } from '../quantity/unit.ts';
import type { Builder } from './builder.ts';
import { growthParts, overTime, writtenOver } from './over-time.ts';
import { selectWhere, tabulate } from './tabulate.ts';
import type { NodeId, Start } from './types.ts';
import { withBase } from './with-base.ts';

export function defineValues(builder: Builder, itemNames: ReadonlySet<string>): void {
  const { plan } = builder;
  const changes = overridesByName(plan.overrides);
  const known = [...plan.inputs, ...plan.formulas];
  for (const value of known) defineValue(builder, value, changes.get(value.name) ?? []);
  for (const name of plan.unreadable) builder.definitions.add(name, undefined, [], () => undefined);
  const names = new Set([...known.map((v) => v.name), ...plan.unreadable]);
  for (const [name, overrides] of changes) {
    if (!names.has(name)) reportUnknown(builder, name, overrides, [...names, ...itemNames]);
  }
}

function overridesByName(overrides: readonly Override[]): Map<string, Override[]> {
  const changes = new Map<string, Override[]>();
  for (const override of overrides) {
    const { change } = override;
    if (change.kind !== 'value') continue;
    const list = changes.get(change.name);
    if (list === undefined) changes.set(change.name, [override]);
    else list.push(override);
  }
  return changes;
}

function reportUnknown(
  builder: Builder,
  name: string,
  overrides: readonly Override[],
  all: readonly string[],
): void {
  for (const { change } of overrides) {
    if (change.kind !== 'value') continue;
    const marks = [{ span: change.nameSpan, label: '' }];
    builder.out.error(
      'E406',
      `no input, formula or item is called \`${name}\``,
      marks,
      didYouMean(name, all),
    );
  }
}

function defineValue(builder: Builder, value: Input | Formula, overrides: readonly Override[]): void {
  const { name, label, note, span } = value;
  const changed = overrides.flatMap(({ change }) => (change.kind === 'value' ? [change.value] : []));
  const mentioned = [
    value.value,
    ...changed,
    ...value.years.map((y) => y.value),
    ...growthParts(value.growth),
  ];
  builder.definitions.add(name, span, mentioned.flatMap(namesIn), () => {
    const found = builder.drawing(name, () => valueNode(builder, value, overrides));
    if (found === undefined) return undefined;
    const { node, start } = found;
    const input = isInput(value) ? value : undefined;
    return builder.name(
      {
        name,
        kind: input === undefined ? 'formula' : 'input',
        label: label ?? name,
        note,
        span,
        formula: writtenOver(value),
        provenance: input?.provenance,
        start: input === undefined ? undefined : start,
      },
      node,
    );
  });
}

function isInput(value: Input | Formula): value is Input {
  return 'provenance' in value;
}

interface ValueNode {
  readonly node: NodeId;
  readonly start: Start;
}

function valueNode(
  builder: Builder,
  value: Input | Formula,
  overrides: readonly Override[],
): ValueNode | undefined {
  const unit = value.unit ?? unitFromOverrides(builder, value.value, overrides);
  let failed = false;
  const change = (base: NodeId, override: Override): NodeId | undefined => {
    if (override.change.kind !== 'value') return base;
    const wishes = { base, unit: builder.store.unit(base), unitSpan: value.value.span };
    return builder.formula(override.change.value, wishes);
  };
  const { first, later } = inOrder(builder, overrides);
  const written = builder.formula(value.value, { unit, unitSpan: value.unitSpan });
  const stated =
    written === undefined || !first.some(usesBase)
      ? written
      : setApart(builder, `${value.name} as stated`, written);
  const built = tabulate(builder, first, (applied) => {
    let node = stated;
    for (const override of applied) if (node !== undefined) node = change(node, override);
    failed ||= node === undefined;
    return node === undefined ? new Map() : new Map([['value', node]]);
  });
  let start = failed ? undefined : built.get('value');
  if (stated === undefined || start === undefined) return undefined;
  // of an input always: a setting puts a number in its place (moved.ts)
  if (isInput(value) || later.length > 0 || value.growth !== undefined || value.years.length > 0)
    start = setApart(builder, `${value.name} at the start`, start);
  let node = overTime(builder, value, start);
  for (const override of later) {
    if (node === undefined) return undefined;
    const changed = change(node, override);
    node = changed === undefined ? undefined : selectWhere(builder, override.when, changed, node);
  }
  return node === undefined ? undefined : { node, start: { stated, node: start } };
}

function usesBase({ change }: Override): boolean {
  return change.kind === 'value' && namesIn(change.value).includes('base');
}

/** A node that is this value and no other that happens to be equal, so that it can be found below what is made of it. */
function setApart(builder: Builder, name: string, node: NodeId): NodeId {
  return builder.store.named(name, node);
}

/**
 * What options and settings say comes first, and is what a value grows from. What time or a lever changes is laid over what is
 * there, one after the other: of levers, a table of all combinations would double with each.
 */
function inOrder(
  builder: Builder,
  overrides: readonly Override[],
): { readonly first: readonly Override[]; readonly later: readonly Override[] } {
  const still = new Set(
    builder.axes.filter(({ kind }) => kind === 'lever' || kind === 'time').map((axis) => axis.name),
  );
  const isLater = ({ when }: Override): boolean => when.some(({ axis }) => still.has(axis));
  return { first: overrides.filter((o) => !isLater(o)), later: overrides.filter(isLater) };
}

/** A bare zero or `unknown` has no unit of its own: the first option that gives a value says what it is. */
function unitFromOverrides(
  builder: Builder,
  e: Expression,
  overrides: readonly Override[],
): Unit | undefined {
  const bare =
    (e.kind === 'number' && e.value === 0 && sameUnit(e.unit, one)) ||
    (e.kind === 'name' && (e.name === 'unknown' || e.name === 'unlimited'));
  if (!bare) return undefined;
  for (const { change } of overrides) {
    if (change.kind !== 'value') continue;
    // a probe: what is wrong with the formula is reported when it is built
    const { type } = inferFormula(change.value, withBase(builder, bareNumber), new Diagnostics());
    if (type.kind === 'number' && type.bare !== true) return type.unit;
  }
  return undefined;
}
