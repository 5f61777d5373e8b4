// Values that are no formulas: one of a few words, yes or no, a day, a path into the catalog, the name of something.

import { currencyCodes } from '../quantity/currency.ts';
import { sectionTitles } from '../report/section-names.ts';
import { productAt, productOptions } from './catalog-options.ts';
import type { PlanName } from './plan-names.ts';
import type { SingleShape } from './shapes.ts';
import { unitOptions } from './unit-options.ts';
import { type Suggestion, suggestion, type Writing } from './writing.ts';

export function completeWord(
  writing: Writing,
  shapes: readonly SingleShape[],
  written: string,
): readonly Suggestion[] {
  return shapes.flatMap((shape): readonly Suggestion[] => {
    switch (shape.is) {
      case 'choice':
        return shape.of.map((word) => suggestion(word, 'word'));
      case 'flag':
        return [suggestion('yes', 'word'), suggestion('no', 'word')];
      case 'date':
        return dayOptions(writing);
      case 'word':
        return wordOptions(writing, written);
      default:
        return [];
    }
  });
}

/** There is no clock here: days that the plan already mentions. */
function dayOptions({ text, entries }: Writing): readonly Suggestion[] {
  const days = entries
    .filter(({ path }) => path.at(-1) === 'date' || path.at(-1) === 'as_of')
    .map((e) => text.slice(e.valueStart, e.valueEnd))
    .filter((day) => /^\d{4}-\d\d-\d\d$/.test(day));
  return [...[...new Set(days)].sort().reverse(), 'unknown'].map((day) => suggestion(day, 'word'));
}

function wordOptions(writing: Writing, written: string): readonly Suggestion[] {
  const { cursor, names, known } = writing;
  const { path } = cursor;
  const [section, second] = path;
  const key = String(path.findLast((step) => typeof step === 'string') ?? '')
    .split('.')
    .at(-1);
  const asOf = known.model?.graph.plan.asOf;
  const named = (wanted: (name: PlanName) => boolean): readonly Suggestion[] =>
    names.names.filter(wanted).map(({ name, kind }) => suggestion(name, 'name', kind));
  switch (key) {
    case 'use':
      return productOptions(known.catalog, written, asOf, false);
    case 'on':
      return productOptions(known.catalog, written, asOf, true);
    case 'from':
      return section === 'expect' ? [] : productOptions(known.catalog, written, asOf, true);
    case 'plan':
    case 'region':
    case 'term':
      return productWords(writing, key);
    case 'currency':
      return currencyCodes().map((code) => suggestion(code, 'currency'));
    case 'unit':
      return unitOptions(writing);
    case 'section':
    case 'sections':
      return Object.entries(sectionTitles).map(([name, title]) => suggestion(name, 'word', title));
    case 'group':
      return named(({ kind }) => kind === 'group');
    case 'sweep':
    case 'between':
      return named(({ kind }) => kind === 'input');
    case 'remove':
      return named(({ kind }) => kind === 'item' || kind === 'line of revenue');
    case 'base':
    case 'extends': {
      const points = names.axes.find((axis) => section === 'axes' && axis.name === second)?.points ?? [];
      const own = key === 'extends' ? path[2] : undefined;
      return points.filter((point) => point !== own).map((point) => suggestion(point, 'point'));
    }
    default:
      return [];
  }
}

/** The plans, regions and terms of the product that the item uses. */
function productWords(
  { cursor, names, known }: Writing,
  key: 'plan' | 'region' | 'term',
): readonly Suggestion[] {
  const last = String(cursor.path.at(-1));
  const item = last.includes('.') ? last.slice(0, last.indexOf('.')) : String(cursor.path.at(-2));
  const plans = productAt(known.catalog, names.uses.get(item) ?? '')?.plans ?? [];
  if (key === 'plan') return plans.filter((p) => p.id !== '').map((p) => suggestion(p.id, 'product', p.name));
  const adjustments = plans.flatMap((p) => [...(key === 'region' ? p.regions : p.terms).values()]);
  return adjustments.map(({ id, note }) => suggestion(id, 'word', note));
}
