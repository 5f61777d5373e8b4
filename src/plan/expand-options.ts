// Options that extend one another, written out: each point ends up with every change that holds there.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { LocalChange } from './read-changes.ts';
import { knownPoint } from './read-conditions.ts';
import type { Axis, Change, OnPoint, Override, Word } from './types.ts';

export interface Option {
  readonly name: string;
  readonly extends: Word | undefined;
  readonly own: readonly LocalChange[];
}

/** More changes than this, written out, are no plan but an attempt to exhaust the machine. */
export const maximumChanges = 100_000;

/** The changes of every point in order; where a point extends another, that one's changes come first. */
export function expandOptions(axis: Axis, options: readonly Option[], out: Diagnostics): readonly Override[] {
  const byName = new Map(options.map((option) => [option.name, option]));
  const whole = new Map<string, readonly LocalChange[]>();
  let count = 0;
  for (const option of options) {
    for (const step of chainOf(option, byName, whole, axis, out)) {
      const inherited = step.extends === undefined ? [] : (whole.get(step.extends.text) ?? []);
      if (count + inherited.length + step.own.length > maximumChanges) {
        const message = `this axis comes to more than ${maximumChanges} changes`;
        out.error('E102', message, [{ span: axis.span, label: '' }], 'leave some of the `extends` out');
        return [];
      }
      whole.set(step.name, overlay(inherited, step.own));
      count += whole.get(step.name)?.length ?? 0;
    }
  }
  return options.flatMap((option) =>
    (whole.get(option.name) ?? []).map((local) => placed(local, axis.name, option.name)),
  );
}

function placed(local: LocalChange, axis: string, point: string): Override {
  return { when: [{ axis, point }, ...local.conditions], change: local.change, span: local.span };
}

/** The option and those it extends that are not written out yet, the farthest first. */
function chainOf(
  option: Option,
  byName: ReadonlyMap<string, Option>,
  done: ReadonlyMap<string, unknown>,
  axis: Axis,
  out: Diagnostics,
): readonly Option[] {
  const chain = new Map<string, Option>();
  let here: Option | undefined = option;
  while (here !== undefined && !done.has(here.name)) {
    if (chain.has(here.name)) {
      reportCircle([...chain.values()], here.name, out);
      break;
    }
    chain.set(here.name, here);
    const target: Word | undefined = here.extends;
    const known: string | undefined =
      target === undefined ? undefined : knownPoint(axis, target.text, target.span, out);
    here = known === undefined ? undefined : byName.get(known);
  }
  return [...chain.values()].reverse();
}

function reportCircle(chain: readonly Option[], first: string, out: Diagnostics): void {
  const circle = chain.slice(chain.findIndex((option) => option.name === first));
  const words = [...circle.map((option) => option.name), first].slice(0, 12).join(' → ');
  const marks = circle.slice(0, 12).flatMap(({ extends: target }) => {
    return target === undefined ? [] : [{ span: target.span, label: `extends \`${target.text}\`` }];
  });
  out.error('E408', `\`${first}\` extends itself: ${words}`, marks, 'one of them must stand on its own');
}

/** An item that the point brings itself takes the place of an inherited one, with all that was said about that. */
function overlay(inherited: readonly LocalChange[], own: readonly LocalChange[]): readonly LocalChange[] {
  const brought = new Set<string>();
  for (const { change, conditions } of own)
    if (change.kind === 'add' && conditions.length === 0) brought.add(change.item.name);
  const kept = inherited.filter(({ change }) => {
    const item = itemOf(change);
    return item === undefined || !brought.has(item);
  });
  return [...kept, ...own];
}

function itemOf(change: Change): string | undefined {
  if (change.kind === 'value') return undefined;
  return change.kind === 'add' ? change.item.name : change.item;
}

/** Reports items of one name that two options add and that could both be there. */
export function reportClashes(overrides: readonly Override[], out: Diagnostics): void {
  const adds = new Map<string, Override[]>();
  for (const override of overrides) {
    if (override.change.kind !== 'add') continue;
    const list = adds.get(override.change.item.name) ?? [];
    list.push(override);
    adds.set(override.change.item.name, list);
  }
  const told = new Set<string>();
  let comparisons = 0;
  for (const [name, list] of adds) {
    for (const [i, later] of list.entries()) {
      comparisons += i;
      if (comparisons > maximumChanges * 10 || told.size > 100) {
        out.error(
          'E102',
          'too many options add items of one name',
          [{ span: later.span, label: '' }],
          'give them names of their own',
        );
        return;
      }
      for (const earlier of list.slice(0, i)) {
        if (!canMeet(earlier.when, later.when) || told.has(`${earlier.span.start} ${later.span.start}`))
          continue;
        told.add(`${earlier.span.start} ${later.span.start}`);
        const marks = [
          { span: later.span, label: whenText(later.when) },
          { span: earlier.span, label: whenText(earlier.when) },
        ];
        out.error(
          'E407',
          `two items are called \`${name}\` in one case`,
          marks,
          'give one of them another name',
        );
      }
    }
  }
}

/** False where some axis would have to stand at two points at once. */
function canMeet(a: readonly OnPoint[], b: readonly OnPoint[]): boolean {
  return a.every((left) => b.every((right) => left.axis !== right.axis || overlap(left, right)));
}

/** Points of time are numbers, and a stretch of it has an end. */
function overlap(a: OnPoint, b: OnPoint): boolean {
  if (a.until === undefined || b.until === undefined) return a.point === b.point;
  return Number(a.point) <= Number(b.until) && Number(b.point) <= Number(a.until);
}

function whenText(when: readonly OnPoint[]): string {
  return `added at ${when.map((on) => `${on.axis}${on.until === undefined || on.until === on.point ? '=' : '>='}${on.point}`).join(', ')}`;
}
