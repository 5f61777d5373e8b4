// What the forms allow at a place: the way down a plan, seen from the forms. A place may have several shapes (a short form and
// a long one); which of them a block is follows from its keys.

import { atForm, leverForm, optionsForm, pointForm, timelineForm } from '../plan/forms/axes.ts';
import { planForm } from '../plan/forms/plan.ts';
import type { Field, Form, Shape } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import type { Path } from './content.ts';

/** Blocks that change what is said elsewhere, by its name. */
export const changeForms: readonly Form[] = [atForm, leverForm, pointForm, timelineForm];

export type SingleShape = Exclude<Shape, { readonly is: 'either' }>;

export function alternatives(shape: Shape): readonly SingleShape[] {
  return shape.is === 'either' ? shape.of.flatMap(alternatives) : [shape];
}

export function keysOf(node: Node | undefined): readonly string[] {
  return node?.kind === 'map' ? node.entries.map((e) => e.key) : [];
}

/** Of several forms, the one that the keys fit best; the first of equals. */
export function formOf(shapes: readonly SingleShape[], keys: readonly string[]): Form | undefined {
  return formsOf(shapes, keys)[0];
}

/** Those that the keys fit best: all of them where there are no keys yet. */
export function formsOf(shapes: readonly SingleShape[], keys: readonly string[]): readonly Form[] {
  const forms = shapes.flatMap((shape) => (shape.is === 'block' ? [shape.form] : []));
  if (forms.length <= 1) return forms;
  const fits = forms.map((form) => keys.reduce((sum, key) => sum + weightOf(form, key), 0));
  const best = Math.max(...fits);
  return forms.filter((_, i) => fits[i] === best);
}

/** A key of the form says more than one that it merely allows. */
function weightOf(form: Form, key: string): number {
  if (Object.hasOwn(form.fields, key)) return 2;
  return otherField(form, key) === undefined ? 0 : 1;
}

function otherField(form: Form | undefined, key: string): Field | undefined {
  return Object.entries(form?.others ?? {}).find(([pattern]) => new RegExp(pattern).test(key))?.[1];
}

/** The key that a value alone stands for, where a place has a short form and a long one. */
export function shortKey(shapes: readonly SingleShape[]): string | undefined {
  if (!shapes.some((shape) => shape.is === 'formula')) return undefined;
  return shapes.flatMap((shape) => (shape.is === 'block' ? [shape.form.short] : [])).find((k) => k);
}

export interface Behind {
  /** A key of the form; a change that an option makes, which may be there or not; a name that the person chose. */
  readonly kind: 'field' | 'change' | 'name';
  readonly shapes: readonly SingleShape[];
}

/** What may stand behind a key of a block that has these keys; undefined where the block can have no such key. */
export function behindKey(
  shapes: readonly SingleShape[],
  key: string,
  keys: readonly string[],
): Behind | undefined {
  return behindKeyOf(formOf(shapes, [...keys, key]), shapes, key);
}

/** The same where the form is known already: a block may have very many keys. */
export function behindKeyOf(
  form: Form | undefined,
  shapes: readonly SingleShape[],
  key: string,
): Behind | undefined {
  const field = form !== undefined && Object.hasOwn(form.fields, key) ? form.fields[key] : undefined;
  if (field !== undefined) return { kind: 'field', shapes: alternatives(field.shape) };
  const other = otherField(form, key);
  if (other !== undefined) {
    return { kind: form === optionsForm ? 'name' : 'change', shapes: alternatives(other.shape) };
  }
  for (const shape of shapes) {
    if (shape.is === 'named' && (shape.keys === undefined || new RegExp(shape.keys).test(key)))
      return { kind: 'name', shapes: alternatives(shape.of) };
  }
  return undefined;
}

/** What an element of a list may be. */
export function elementShapes(shapes: readonly SingleShape[]): readonly SingleShape[] {
  return shapes.flatMap((shape) => (shape.is === 'list' ? alternatives(shape.of) : []));
}

/** What the forms say of the end of a way; `keysAt` gives the keys of the block at the end of a part of it. */
export function shapesAlong(path: Path, keysAt: (path: Path) => readonly string[]): readonly SingleShape[] {
  let shapes: readonly SingleShape[] = [{ is: 'block', form: planForm }];
  for (const [depth, step] of path.entries()) {
    const keys = keysAt(path.slice(0, depth));
    shapes = typeof step === 'number' ? elementShapes(shapes) : (behindKey(shapes, step, keys)?.shapes ?? []);
  }
  return shapes;
}
