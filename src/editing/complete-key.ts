// Keys that a block may have and has not yet: those of its form, and in an option the names that it can change.

import { itemFieldFields } from '../plan/forms/items.ts';
import { currencyCodes } from '../quantity/currency.ts';
import type { Field } from '../yaml/form.ts';
import { attributesOf } from './catalog-options.ts';
import { blanks } from './layout.ts';
import { alternatives, changeForms, formsOf, type SingleShape } from './shapes.ts';
import { type Suggestion, suggestion, type Writing } from './writing.ts';

export function completeKey(
  writing: Writing,
  shapes: readonly SingleShape[],
  keys: readonly string[],
): readonly Suggestion[] {
  const { entries, cursor } = writing;
  const here = entries.find((e) => e.keyStart === cursor.start)?.path.at(-1);
  const others = keys.filter((key) => key !== here);
  const forms = formsOf(shapes, others);
  const fields = forms.flatMap((form) => Object.entries(form.fields));
  const fresh = fields.filter(([key]) => !others.includes(key));
  const changes = forms.some((form) => changeForms.includes(form));
  return [
    ...fresh.map(([key, field]) => keyOption(writing, key, field)),
    ...(changes ? changeOptions(writing, others) : []),
    ...shapes.flatMap((shape) => nameOptions(writing, shape)),
  ];
}

function keyOption(writing: Writing, key: string, field: Field): Suggestion {
  return suggestion(key, 'key', field.about, `${key}:${behind(writing, alternatives(field.shape))}`);
}

/** What comes next: the value on the same line, or the first line of a block below. */
function behind({ cursor, text }: Writing, shapes: readonly SingleShape[]): string {
  const isBlock = shapes.every(
    (s) =>
      s.is === 'named' ||
      s.is === 'block' ||
      (s.is === 'list' && s.of.is !== 'word' && s.of.is !== 'formula'),
  );
  if (cursor.flow || !isBlock) return ' ';
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const dash = shapes.every((s) => s.is === 'list') ? '- ' : '';
  return `${lineEnd}${blanks(cursor.column + 2)}${dash}`;
}

/** `users`, `app.use`: what an option can change. */
function changeOptions(writing: Writing, keys: readonly string[]): readonly Suggestion[] {
  const { names, text, cursor, to } = writing;
  const written = text.slice(cursor.start, to);
  const dot = written.indexOf('.');
  const found = names.names.flatMap(({ name, kind, written: value }): readonly Suggestion[] => {
    if (keys.includes(name)) return [];
    if (kind === 'input' || kind === 'formula')
      return [suggestion(name, 'name', value === '' ? kind : `${kind}, now ${value}`, `${name}: `)];
    if (kind !== 'item' && kind !== 'line of revenue') return [];
    if (dot < 0) return [suggestion(name, 'name', kind, `${name}.`)];
    return written.slice(0, dot) === name ? fieldOptions(name, keys) : [];
  });
  const at = cursor.path[0] === 'axes' || cursor.path[0] === 'levers';
  return at && !written.includes('.')
    ? [...found, suggestion('at', 'key', 'changes only where other axes stand so: `at stage=beta`', 'at ')]
    : found;
}

function fieldOptions(item: string, keys: readonly string[]): readonly Suggestion[] {
  return Object.entries(itemFieldFields)
    .filter(([field]) => !keys.includes(`${item}.${field}`))
    .map(([field, { about }]) => suggestion(`${item}.${field}`, 'key', about, `${item}.${field}: `));
}

/** Names that the person chooses need no help, but some blocks name what is known elsewhere. */
function nameOptions(writing: Writing, shape: SingleShape): readonly Suggestion[] {
  if (shape.is !== 'named') return [];
  const block = writing.cursor.path.at(-1);
  if (block === 'exchange')
    return currencyCodes().map((code) => suggestion(code, 'currency', '', `${code}: `));
  if (block === 'needs' || block === 'demand' || block === 'serves')
    return attributesOf(writing.known.catalog).map((name) =>
      suggestion(name, 'word', 'what a product provides', `${name}: `),
    );
  return [];
}
