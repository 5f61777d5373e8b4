// What is bought or run, and what is earned.

import { provenanceFields } from '../../catalog/forms.ts';
import type { Field, Form } from '../../yaml/form.ts';
import {
  block,
  formula,
  formulaShape,
  label,
  list,
  named,
  needed,
  note,
  text,
  word,
  wordShape,
} from './pieces.ts';

export const chooseForm: Form = {
  name: '`choose`',
  fields: {
    from: {
      shape: list(wordShape),
      about: 'the candidates, by their catalog path; `*` stands for any: `[contabo/*, hetzner/cx*]`',
      required: true,
    },
    needs: {
      shape: named(formulaShape, '^[A-Za-z_][A-Za-z0-9_]*$'),
      about: 'what each must provide at least: `{ vcpu: 3 vCPU, memory: 8 GB }`',
    },
  },
};

/** What an option may change about an item. */
export const itemFieldFields = {
  use: word('what is bought, by its catalog path: `vendor/product` or `vendor/product/plan`'),
  choose: { shape: block(chooseForm), about: 'instead of `use`: the cheapest of several products that fits' },
  plan: word('a certain plan of the product; otherwise the cheapest that covers the quantity'),
  region: word('the region it is bought in, as the vendor calls it'),
  term: word('the commitment it is bought with, as the catalog calls it: `1-year`'),
  price: formula('a price of your own: flat `14 EUR/month`, or per unit of the quantity `75 USD/hour`'),
  quantity: formula('how much of it is used: `20 hours/month`, `retained`'),
  count: formula('how many of them are run; one where left out'),
  hours: formula('how long it runs, for prices by the hour: `220 hours/month`; all the time where left out'),
  once: formula('what is paid one time, at the start: `800 USD`'),
  buy: formula('what one costs to buy: `11_999 USD`, or the catalog path of what is bought'),
  life: formula(
    'how long a bought one lasts: `5 years`; its price is spread over it, and then another is bought',
  ),
  residual: formula('what a bought one is worth at the end of its life, as a share of its price: `10%`'),
  commit: formula('for how long one is bound to what it costs: `1 year`; a price per year binds for one'),
  upfront: formula('the share of `commit` that is paid in advance: `100%`; none where left out'),
  demand: {
    shape: named(formulaShape, '^[A-Za-z_][A-Za-z0-9_]*$'),
    about: 'what it has to carry, by resource: `{ requests: peak_rps, memory: 40 GB }`; the count follows',
  },
  serves: {
    shape: named(formulaShape, '^[A-Za-z_][A-Za-z0-9_]*$'),
    about:
      'what one of it carries: `{ requests: 5_000 requests/second }`; otherwise what the product provides',
  },
  headroom: formula('the share of its capacity that stays free: `30%`'),
  quality: formula('for what queues: how many roots of the offered load are added to it, `1.5`'),
  spare: formula('how many more than the demand needs: `1` for n+1'),
  min: formula('the fewest there may be'),
  paid: formula('the share of the count that is paid for, where autoscaling follows the load: `20%`'),
  when: formula('the condition under which it is there at all: `users > 1_000 users`'),
  unpriced: text('why there is no price; the total is then unknown, never silently less'),
} as const satisfies Readonly<Record<string, Field>>;

export const itemForm: Form = {
  name: 'an item',
  fields: {
    group: word('the group it is added up in: `compute`; `other` where left out'),
    label,
    note,
    ...itemFieldFields,
    provider: text('who is paid, where no catalog product says it'),
    optional: { shape: { is: 'flag' }, about: 'priced and shown, but in no total' },
    ...provenanceFields,
  },
};

/** What is only said of something that is bought or bound to. */
export const costFields = ['buy', 'life', 'residual', 'commit', 'upfront'] as const;

const saleFields = Object.fromEntries(
  Object.entries(itemFieldFields).filter(([key]) => !costFields.some((field) => field === key)),
);

export const revenueForm: Form = {
  name: 'a line of revenue',
  fields: {
    label,
    note,
    ...saleFields,
    optional: { shape: { is: 'flag' }, about: 'priced and shown, but not in `revenue`' },
    ...provenanceFields,
  },
};

export const itemChangeForm: Form = { name: 'a change to an item', fields: itemFieldFields };

export const discountForm: Form = {
  name: 'a discount',
  fields: {
    on: needed(word('what it is given on, by catalog path; `*` stands for any: `contabo/*`')),
    off: needed(formula('the share taken off: `10%`')),
    because: text('what it is given for'),
    source: text('the offer or contract'),
  },
};
