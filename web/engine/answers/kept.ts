// What is tried out, written into the plan's text: the edits, what each of them replaces, and the text after them. In the case
// that is looked at every value is then what it was tried out to be.

import { today } from '../../../src/analysis/moved-input.ts';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import type { Path } from '../../../src/editing/content.ts';
import { applyEdits, type Edit } from '../../../src/editing/edit.ts';
import { type WrittenValue, writtenValues } from '../../../src/editing/written-values.ts';
import { standalone } from '../../../src/formula/formula-text.ts';
import { parseFormula } from '../../../src/formula/parse.ts';
import type { Graph } from '../../../src/graph/types.ts';
import { interpreter } from '../../../src/grid/interpret.ts';
import { loadPlan, OutlayError, type PlanModel } from '../../../src/index.ts';
import { adoptUnit } from '../../../src/plan/bare-number.ts';
import { unitOfLiteral } from '../../../src/plan/reading.ts';
import type { Plan } from '../../../src/plan/types.ts';
import { exactText } from '../../../src/quantity/print-quantity.ts';
import { onPointsText } from '../../../src/report/override-text.ts';
import { type Asked, filesOf, refused } from '../session.ts';
import { holdsAt } from './holds-at.ts';

export interface KeptParams {
  /** `users` -> `600 users`, as they are tried out. */
  readonly values: Readonly<Record<string, string>>;
  /** Also where other points of the axes say something else; otherwise just what holds in the case that is looked at. */
  readonly everywhere: boolean;
}

export interface Kept {
  /** The text that the edits are of. */
  readonly before: string;
  readonly after: string;
  readonly written: readonly KeptValue[];
  /** What other points say of the same names, and go on saying. */
  readonly left: readonly { readonly name: string; readonly where: string; readonly value: string }[];
  /** Some points say something else, so that `everywhere` makes a difference. */
  readonly differs: boolean;
}

export interface KeptValue {
  readonly name: string;
  readonly to: string;
  readonly was: string;
  /** `inputs.users`, `axes.tier.b.users`. */
  readonly path: string;
}

interface Written {
  readonly edit: Edit;
  readonly was: WrittenValue;
  readonly to: string;
  readonly name: string;
}

/** Throws OutlayError where the text cannot be changed so. */
export function kept(asked: Asked, { values, everywhere }: KeptParams): Kept {
  const { plan } = asked.written.graph;
  const found = Object.entries(values).map(([name, text]) => {
    const places = writtenValues(plan, name);
    const here = places.findLast(({ when }) => when.every((on) => holdsAt(asked.graph, on, asked.place)));
    if (here === undefined)
      throw refused(`\`${name}\` is no input`, 'put it back, or change the source by hand');
    if (places.some(({ swept }) => swept)) {
      const help = `it is whatever the axis says; change \`${axisOf(places)}\` in the source`;
      throw refused(`\`${name}\` has no value of its own to write`, help);
    }
    const to = withUnit(plan, name, text);
    const write = everywhere ? distinct(places) : [here];
    return { name, places, writes: write.map((was) => written(name, was, to, everywhere)) };
  });
  const writes = found.flatMap((one) => one.writes);
  const { after } = edited(asked, { edits: writes.map(({ edit }) => edit) });
  expectSame(asked, after, Object.keys(values));
  return {
    before: asked.plan.text,
    after,
    written: writes.map(({ name, to, was, edit }) => ({
      name,
      to,
      was: textOf(was),
      path: edit.path.join('.'),
    })),
    left: found.flatMap(({ name, places, writes: own }) =>
      places
        .filter((place) => !own.some(({ was }) => samePath(was.path, place.path)))
        .map((place) => ({
          name,
          where: place.when.length === 0 ? 'elsewhere' : onPointsText(place.when),
          value: textOf(place),
        })),
    ),
    differs: found.some(({ places }) => places.length > 1),
  };
}

export interface EditedParams {
  readonly edits: readonly Edit[];
}

/** Throws OutlayError where the text cannot be changed so. */
export function edited({ plan }: Pick<Asked, 'plan'>, { edits }: EditedParams) {
  const done = applyEdits({ text: plan.text, file: plan.path }, edits, filesOf(plan));
  if (!done.ok) throw new OutlayError(done.diagnostics);
  return { before: plan.text, after: done.text };
}

function axisOf(places: readonly WrittenValue[]): string {
  return places.find(({ swept }) => swept)?.when[0]?.axis ?? '';
}

/** An option that takes its value over from another gets one of its own, so that the other keeps what it says. */
function written(name: string, was: WrittenValue, to: string, everywhere: boolean): Written {
  const [on, ...more] = was.when;
  const own: Path = ['axes', on?.axis ?? '', on?.point ?? '', name];
  const takenOver =
    on !== undefined && more.length === 0 && was.path.length === own.length && !samePath(was.path, own);
  const edit: Edit =
    takenOver && !everywhere ? { kind: 'add', path: own, to } : { kind: 'set', path: was.path, to };
  return { name, was, to, edit };
}

/** Options that take a value over share its text. */
function distinct(places: readonly WrittenValue[]): readonly WrittenValue[] {
  return places.filter((place, i) => places.findIndex(({ path }) => samePath(path, place.path)) === i);
}

function samePath(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}

/** What is tried out may leave the unit to the input; a text must say it. */
function withUnit(plan: Plan, name: string, text: string): string {
  const input = plan.inputs.find((one) => one.name === name);
  const value = parseFormula(standalone(text, 'value'), plan.units, new Diagnostics());
  const adopted = value === undefined ? undefined : adoptUnit(value, input);
  if (adopted?.ok !== true || adopted.value === value) return text;
  const unit = unitOfLiteral(adopted.value);
  return unit === undefined ? text : `${text.trim()}${exactText(2, unit).slice(1)}`;
}

function expectSame(asked: Asked, after: string, names: readonly string[]): void {
  const { plan, vendors, place } = asked;
  const { model, diagnostics } = loadPlan(
    { text: after, file: plan.path },
    { vendors, files: filesOf(plan) },
  );
  if (model === undefined) throw new OutlayError(diagnostics.filter((d) => d.severity === 'error'));
  const wrong = names.find((name) => !sameValue(asked.graph, model, name, place));
  if (wrong !== undefined)
    throw refused(
      `\`${wrong}\` would be another value than it was tried out to be`,
      'change the source by hand',
    );
}

function sameValue(before: Graph, { graph }: PlanModel, name: string, place: Asked['place']): boolean {
  const [a, b] = [before, graph].map((one) => {
    const named = one.names.get(name);
    return today(one, interpreter(one), named?.start?.node ?? named?.node ?? -1, place);
  });
  return Object.is(a?.low, b?.low) && Object.is(a?.mid, b?.mid) && Object.is(a?.high, b?.high);
}

function textOf({ value: { span } }: WrittenValue): string {
  return span.source.text.slice(span.start, span.end).replace(/\s+/g, ' ').trim();
}
