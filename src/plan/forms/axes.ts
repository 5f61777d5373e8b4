// What differs from case to case: options, sweeps, levers, months of the timeline.

import { provenanceFields } from '../../catalog/forms.ts';
import type { Field, Form } from '../../yaml/form.ts';
import { leverOverridePattern, overridePattern, pointPattern } from '../names.ts';
import { itemChangeForm, itemFieldFields, itemForm, revenueForm } from './items.ts';
import {
  block,
  either,
  formula,
  formulaShape,
  label,
  list,
  named,
  needed,
  note,
  word,
  wordShape,
} from './pieces.ts';

const changeFields = {
  items: { shape: named(block(itemForm)), about: 'items that are only here' },
  remove: {
    shape: list(wordShape),
    about: 'items and lines of revenue of the plan that are not here: `[smtp]`',
  },
  revenue: {
    shape: either(formulaShape, block(itemChangeForm), named(block(revenueForm))),
    about:
      'lines of revenue that are only here; or another value, where the plan itself calls something `revenue`',
  },
} as const satisfies Readonly<Record<string, Field>>;

/** `users: 100 users`, `app: { use: … }`, `app.use: …`. */
function overrideKeys(pattern = overridePattern): Readonly<Record<string, Field>> {
  const keys: Record<string, Field> = {
    [pattern]: {
      shape: either(formulaShape, block(itemChangeForm)),
      about: 'another value for an input or formula, or other fields for an item; `base` is what is replaced',
    },
  };
  for (const [key, field] of Object.entries(itemFieldFields))
    keys[`^[A-Za-z_][A-Za-z0-9_]*\\.${key}$`] = field;
  return keys;
}

export const atForm: Form = {
  name: 'an `at` block',
  fields: changeFields,
  others: overrideKeys(),
};

const atField: Field = {
  shape: block(atForm),
  about: 'changes only where other axes stand so: `at stage=beta, mail=free`',
};

export const pointForm: Form = {
  name: 'a point of an axis',
  fields: {
    label,
    note,
    extends: word('another point of this axis; its changes are made first'),
    ...changeFields,
  },
  others: {
    '^at\\s': atField,
    ...overrideKeys(),
  },
};

export const leverForm: Form = {
  name: 'a lever',
  fields: {
    label,
    note,
    ...changeFields,
    saves: formula(
      'a saving that somebody states and nobody derived, in place of changes: `12_000 USD/month`; ' +
        'it is marked as asserted wherever it counts',
    ),
    ...provenanceFields,
  },
  others: { '^at\\s': atField, ...overrideKeys(leverOverridePattern) },
};

export const timelineForm: Form = {
  name: 'a month of the timeline',
  fields: { note, ...changeFields },
  others: { '^at\\s': atField, ...overrideKeys() },
};

const held: Field = {
  shape: { is: 'flag' },
  about: 'it stands at its base until a question names it: for assumptions that are tried now and then',
};

export const optionsForm: Form = {
  name: 'an axis of options',
  fields: {
    label,
    base: word('the point that counts where a question names none; the first where left out'),
    held,
  },
  others: {
    [pointPattern]: { shape: block(pointForm), about: 'a point of the axis: what is different there' },
  },
};

export const sweepForm: Form = {
  name: 'a sweep',
  fields: {
    sweep: needed(word('the input that takes one value after the other')),
    values: {
      shape: list(formulaShape),
      about: 'the values, which also name the points: `[47, 100, 500]`',
      required: true,
    },
    base: formula('the value that counts where a question names none; the first where left out'),
    held,
    label,
  },
};
