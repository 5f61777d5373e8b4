// What must hold, what a plan claims about itself, and what nobody can decide.

import type { Field, Form } from '../../yaml/form.ts';
import { block, either, formula, label, list, needed, note, probability, text, word } from './pieces.ts';

const limitFields = {
  probability,
  because: text('why that is so: `MAX_CONNECTIONS_GLOBAL in server.py`'),
  // biome-ignore lint/suspicious/noThenProperty: a word of the plan language, and no function
  then: text('what to do when it no longer holds'),
  source: text('where the bound comes from'),
  label,
} as const satisfies Readonly<Record<string, Field>>;

export const limitForm: Form = {
  name: 'a limit',
  short: 'that',
  fields: { that: needed(formula('what must hold: `devices <= 200 devices`')), ...limitFields },
};

export const budgetForm: Form = {
  name: 'a budget',
  short: 'that',
  fields: { that: needed(formula('what may be spent: `total <= 100 EUR/month`')), ...limitFields },
};

export const disputeForm: Form = {
  name: '`disputed`',
  fields: {
    stated: needed(formula('the figure as the source states it: `17.6 EUR/month`')),
    because: needed(text('why the plan cannot bear it')),
  },
};

export const expectationForm: Form = {
  name: 'an expectation',
  fields: {
    that: needed(formula('what is asked: `total at tier=b`')),
    is: formula('the answer: a quantity, a range, `true` (the default), or a point in quotes: `"hetzner"`'),
    within: formula('how far off it may be: `rounding` (the default), `exact`, `0.01 EUR/month` or `1%`'),
    id: word('a name for it, for reports'),
    source: text('where the expected figure stands'),
    probability,
    note,
    disputed: { shape: block(disputeForm), about: 'a figure that a source states and the plan cannot bear' },
  },
};

export const includeForm: Form = {
  name: 'a file of expectations',
  fields: { from: needed(word('the file, beside the plan or in a folder below it: `relay.expect.yaml`')) },
};

export const expectationList = list(either(block(expectationForm), block(includeForm)));

export const openForm: Form = {
  name: 'an open question',
  fields: {
    says: needed(text('the statement that nothing here can decide')),
    missing: needed(text('what would be needed to decide it')),
    source: text('where the statement stands'),
  },
};
