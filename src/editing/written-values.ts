// Where a plan's text says what an input or a formula is: at first, and at the points of axes that say something else. It is what
// a setting (`--set users=600`) is laid over, and so what has to be written for it to last.

import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import type { OnPoint, Override, Plan } from '../plan/types.ts';
import type { Node } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import type { Path } from './content.ts';

export interface WrittenValue {
  /** Of the value in the text: `['inputs', 'users']`, `['axes', 'tier', 'b', 'users']`. */
  readonly path: Path;
  readonly value: Expression;
  /** Where it holds; empty for what holds at first. An option that extends another takes over what stands there. */
  readonly when: readonly OnPoint[];
  /** It is a value of a sweep, whose points are called by their values. */
  readonly swept: boolean;
}

/** In the order in which they apply: of those that hold in a case, the last one counts. Empty where there is no such name. */
export function writtenValues(plan: Plan, name: string): readonly WrittenValue[] {
  const input = plan.inputs.find((one) => one.name === name);
  const formula = plan.formulas.find((one) => one.name === name);
  const first = input ?? formula;
  if (first === undefined) return [];
  const root = readYaml(plan.source, new Diagnostics());
  const start: WrittenValue = {
    path: [input === undefined ? 'formulas' : 'inputs', name],
    value: first.value,
    when: [],
    swept: false,
  };
  const others = plan.overrides.flatMap((override): readonly WrittenValue[] => {
    const { change, when } = override;
    if (change.kind !== 'value' || change.name !== name || isAboveSettings(plan, override)) return [];
    const path = root === undefined ? undefined : pathOf(root, change.value.span);
    const [only] = when;
    const swept = plan.axes.some((axis) => axis.name === only?.axis && axis.kind === 'sweep');
    return path === undefined ? [] : [{ path, value: change.value, when, swept }];
  });
  return [start, ...others];
}

/** Another setting, or what time and levers change on top of settings; see `graph/moved.ts`. */
function isAboveSettings({ axes }: Plan, { when }: Override): boolean {
  const kinds = when.map((on) => axes.find(({ name }) => name === on.axis)?.kind);
  return kinds.length === 0 || kinds.includes('lever') || kinds.includes('time');
}

/** The way to the single value that a stretch of the text lies in. */
function pathOf(node: Node, span: Span): Path | undefined {
  if (span.source.text !== node.span.source.text) return undefined;
  if (node.kind === 'scalar')
    return node.span.start <= span.start && span.end <= node.span.end ? [] : undefined;
  const children =
    node.kind === 'list'
      ? node.items.map((item, i) => [i, item] as const)
      : node.entries.map(({ key, value }) => [key, value] as const);
  for (const [step, child] of children) {
    const rest = pathOf(child, span);
    if (rest !== undefined) return [step, ...rest];
  }
  return undefined;
}
