// What a plan counts in: its month, its currencies, its own units.

import { provenanceFields } from '../../catalog/forms.ts';
import type { Form } from '../../yaml/form.ts';
import { formula, formulaShape, list, needed, word } from './pieces.ts';

export const calendarForm: Form = {
  name: 'a calendar',
  fields: {
    month: {
      shape: list(formulaShape),
      about:
        'how many hours, days and workdays a month has, each on its own: `[730 hours, 30 days, 22 workdays]`; ' +
        '730 hours and 30 days where left out, and no workdays',
      required: true,
    },
  },
};

export const rateForm: Form = {
  name: 'an exchange rate',
  short: 'rate',
  fields: {
    rate: needed(formula('what one of this currency is in another: `1.1539 USD`, or `2000 INR / 21.54`')),
    ...provenanceFields,
  },
};

export const unitForm: Form = {
  name: 'a unit',
  short: 'is',
  fields: {
    plural: word('how more than one is written: `sheep`; by the English rule where left out'),
    is: formula('how many of another unit it stands for: `500 requests`; without it, a count of its own'),
  },
};
