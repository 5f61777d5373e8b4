// What can stand at the end of an unfinished formula.

import { functions, reductions } from '../formula/functions.ts';
import { attributesOf, productAt, productOptions } from './catalog-options.ts';
import { figureOf } from './figures-of-names.ts';
import { formulaPlace, operators } from './formula-cursor.ts';
import type { PlanName } from './plan-names.ts';
import { unitOptions } from './unit-options.ts';
import { type Suggestion, suggestion, type Writing } from './writing.ts';

export interface InFormula {
  /** Offset in the formula. */
  readonly from: number;
  readonly items: readonly Suggestion[];
}

/** `written` is the formula up to the cursor. */
export function completeFormula(writing: Writing, written: string): InFormula {
  const place = formulaPlace(written);
  const { catalog, model } = writing.known;
  const asOf = model?.graph.plan.asOf;
  switch (place.kind) {
    case 'nothing':
      return { from: written.length, items: [] };
    case 'unit':
      return { from: place.from, items: unitOptions(writing) };
    case 'axis':
      return { from: place.from, items: axisOptions(writing, written, place.from) };
    case 'point':
      return { from: place.from, items: pointOptions(writing, place.axis) };
    case 'over': {
      const groups = writing.names.names.filter(({ kind, name }) => kind === 'group' || name === 'items');
      const items = [
        ...axisOptions(writing, '', 0),
        ...groups.map(({ name }) => suggestion(name, 'name', 'group')),
      ];
      return { from: place.from, items };
    }
    case 'product':
      return { from: place.from, items: productOptions(catalog, written.slice(place.from), asOf, false) };
    case 'attribute': {
      const plans = productAt(catalog, place.path)?.plans ?? [];
      const own = new Set(plans.flatMap((plan) => [...plan.attributes.keys()]));
      return { from: place.from, items: [...own].map((name) => suggestion(name, 'word')) };
    }
    case 'name':
      return { from: place.from, items: nameOptions(writing, written.slice(place.from), place.afterValue) };
  }
}

/** Behind `at`, a name wants its `=`. */
function axisOptions({ names, known }: Writing, written: string, from: number): readonly Suggestion[] {
  const at = /\bat\s[^()]*$/.test(written.slice(0, from));
  const sweeps = known.model?.graph.axes ?? [];
  return names.axes.map(({ name, points }) => {
    const label = sweeps.find((axis) => axis.name === name)?.label ?? '';
    const detail = label === '' || label === name ? points.slice(0, 8).join(', ') : label;
    return suggestion(name, 'axis', detail, at ? `${name}=` : name);
  });
}

function pointOptions({ names, known }: Writing, axis: string): readonly Suggestion[] {
  const built = known.model?.graph.axes.find((a) => a.name === axis);
  const labels = new Map(built?.points.map((p) => [p.name, p.label === p.name ? '' : p.label]) ?? []);
  const own = names.axes.find((a) => a.name === axis)?.points ?? [];
  const band = axis === 'band' ? ['low', 'mid', 'high'] : [];
  const points = [...new Set([...own, ...(own.length === 0 ? labels.keys() : []), ...band])];
  return points.map((point) => suggestion(point, 'point', labels.get(point) ?? ''));
}

function nameOptions(writing: Writing, word: string, afterValue: boolean): readonly Suggestion[] {
  const words = operators.map((name) => suggestion(name, 'operator', '', `${name} `));
  if (afterValue) return words.filter(({ label }) => label !== 'if' && label !== 'not');
  const dot = word.indexOf('.');
  if (dot >= 0) return partOptions(writing, word.slice(0, dot));
  const base = hasBase(writing) ? [suggestion('base', 'name', 'what is replaced here')] : [];
  return [
    ...base,
    ...writing.names.names.filter(({ kind }) => kind !== 'limit').map((name) => nameOption(writing, name)),
    ...functionOptions(),
    ...['unknown', 'unlimited', 'true', 'false'].map((value) => suggestion(value, 'word')),
    ...['limits', 'budgets'].map((name) => suggestion(name, 'name', 'whether one of them holds', `${name}.`)),
    ...words.filter(({ label }) => label === 'if' || label === 'not'),
  ];
}

function hasBase({ cursor }: Writing): boolean {
  const [section] = cursor.path;
  return (
    section === 'axes' || section === 'levers' || section === 'timeline' || cursor.path.includes('years')
  );
}

function nameOption({ known }: Writing, { name, kind, written }: PlanName): Suggestion {
  // what a formula comes to may take a while to compute, and there are many; hovering tells
  const value = (kind === 'input' ? figureOf(known, name) : undefined) ?? written;
  const isItem = kind === 'item' || kind === 'line of revenue';
  return suggestion(
    name,
    'name',
    value === '' || isItem ? kind : `${value} (${kind})`,
    isItem ? `${name}.` : name,
  );
}

function functionOptions(): readonly Suggestion[] {
  const plain = Object.entries(functions).map(([name, { signature, summary }]) =>
    suggestion(name, 'function', `${signature}: ${summary}`, `${name}(`),
  );
  const along = Object.entries(reductions)
    .filter(([name]) => !Object.hasOwn(functions, name))
    .map(([name, { summary }]) =>
      suggestion(name, 'function', `${name}(x over axis): ${summary}`, `${name}(`),
    );
  return [...plain, ...along];
}

/** `app.cost`, `app.memory`, `limits.few`. */
function partOptions(writing: Writing, name: string): readonly Suggestion[] {
  const { names, known } = writing;
  if (name === 'limits' || name === 'budgets') {
    const inside = names.names.filter((n) => n.kind === 'limit' && n.name.startsWith(`${name}.`));
    return inside.map((n) => suggestion(n.name, 'name', n.written));
  }
  const kind = names.names.find((n) => n.name === name)?.kind;
  if (kind !== 'item' && kind !== 'line of revenue') return [];
  const figures = [
    ...(kind === 'item'
      ? [['cost', 'what it costs in a month']]
      : [['revenue', 'what it brings in, in a month']]),
    ['once', 'what is paid one time'],
    ['quantity', 'how much of it'],
    ['count', 'how many'],
    ...(names.names.some((n) => n.name === 'cash')
      ? [
          ['cash', 'as money leaves the account'],
          ['effective', 'as it is used up'],
          ['tco', 'all of that over the horizon'],
          ['end_value', 'what is left of it at the end'],
        ]
      : []),
  ];
  const product = productAt(known.catalog, names.uses.get(name) ?? '');
  const attributes =
    product === undefined
      ? attributesOf(known.catalog)
      : [...new Set(product.plans.flatMap((p) => [...p.attributes.keys()]))];
  return [
    ...figures.map(([part = '', about = '']) => suggestion(`${name}.${part}`, 'name', about)),
    ...attributes.map((part) => suggestion(`${name}.${part}`, 'name', 'what the product provides')),
  ];
}
