// What drives a system, and what follows from it.

import { provenanceFields } from '../../catalog/forms.ts';
import type { Field, Form } from '../../yaml/form.ts';
import { block, formula, label, list, needed, note, text, unit, word, wordShape } from './pieces.ts';
import { timeFields } from './time.ts';

export const measuredForm: Form = {
  name: 'a measured column',
  fields: {
    file: needed(word('a CSV file beside the plan or in a folder below it: `latencies.csv`')),
    column: needed(word('the column of that file, by its head')),
    unit: word('what the numbers are in; a pure number where left out'),
  },
};

const inputFields = { unit, label, note, ...timeFields, ...provenanceFields } as const satisfies Readonly<
  Record<string, Field>
>;

export const inputForm: Form = {
  name: 'an input',
  short: 'value',
  fields: {
    value: needed(formula('a quantity `500 users`, a range `15% to 25%`, or `unknown`')),
    ...inputFields,
  },
};

export const measuredInputForm: Form = {
  name: 'a measured input',
  fields: {
    measured: { shape: block(measuredForm), required: true, about: 'in place of `value`: what was measured' },
    ...inputFields,
  },
};

export const formulaForm: Form = {
  name: 'a formula',
  short: 'value',
  fields: {
    value: needed(formula('how it is computed: `users * peak_share`')),
    unit,
    label,
    note,
    ...timeFields,
  },
};

export const correlationForm: Form = {
  name: 'a correlation',
  fields: {
    between: {
      shape: list(wordShape),
      required: true,
      about: 'the names of two uncertain numbers: `[users, visits]`',
    },
    rank: needed(formula('the correlation of their ranks, from -1 to 1')),
    source: text('where that is known from'),
  },
};
