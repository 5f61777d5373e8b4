// The keys of a plan, with what each is for. The reader, the JSON Schema and the language reference follow these forms.

import { bookShape, provenanceFields } from '../catalog/forms.ts';
import type { Field, Form, Shape } from '../yaml/form.ts';
import { leverOverridePattern, namePattern, overridePattern, pointPattern } from './names.ts';

const formulaShape: Shape = { is: 'formula' };
const wordShape: Shape = { is: 'word' };

const formula = (about: string): Field => ({ shape: formulaShape, about });
const text = (about: string): Field => ({ shape: { is: 'text' }, about });
const word = (about: string): Field => ({ shape: wordShape, about });
const block = (form: Form): Shape => ({ is: 'block', form });
const list = (of: Shape): Shape => ({ is: 'list', of });
const either = (...of: readonly Shape[]): Shape => ({ is: 'either', of });
const named = (of: Shape, keys = namePattern): Shape => ({ is: 'named', of, keys });
const shortOrLong = (form: Form): Shape => named(either(formulaShape, block(form)));
const needed = (field: Field): Field => ({ ...field, required: true });

export const horizonForm: Form = {
  name: 'a horizon',
  short: 'length',
  fields: {
    length: needed(formula('how long is looked ahead, in whole months: `60 months`, `5 years`')),
    starts: word(
      'the calendar month of month 1: `2026-03`; later catalog prices then hold from their day on',
    ),
    discount: formula('what money a year later is worth less, for present values: `8%/year`'),
  },
};

export const growthForm: Form = {
  name: '`growth`',
  short: 'rate',
  fields: {
    rate: formula('the share by which it grows: `5%/month`, `20%/year`; with a `limit`, how fast at first'),
    every: formula('it grows in steps, so often: `1 year`'),
    to: formula('the value that it reaches in a straight line'),
    by: formula('how long it takes to get `to` there: `36 months`'),
    limit: formula('the value that it comes ever closer to, along a logistic curve'),
  },
};

const timeFields = {
  growth: {
    shape: either(formulaShape, block(growthForm)),
    about: 'how it goes on from there over the horizon: `5%/month`, `20%/year`, or a block',
  },
  years: {
    shape: named(formulaShape, '^[1-9][0-9]?$'),
    about: 'other values from the first month of a year on: `{ 2: 80 agents, 3: 120 agents }`',
  },
} as const satisfies Readonly<Record<string, Field>>;

const label = text('what reports call it; the name itself where left out');
const note = text('a remark for whoever reads the plan or its report');

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

const unit = word('the unit it is kept and shown in: `emails/month`; where left out, the unit of the value');

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

const probability = formula('in what share of the samples it must hold, where numbers are uncertain: `95%`');

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

const expectationList = list(either(block(expectationForm), block(includeForm)));

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

export const openForm: Form = {
  name: 'an open question',
  fields: {
    says: needed(text('the statement that nothing here can decide')),
    missing: needed(text('what would be needed to decide it')),
    source: text('where the statement stands'),
  },
};

export const discountForm: Form = {
  name: 'a discount',
  fields: {
    on: needed(word('what it is given on, by catalog path; `*` stands for any: `contabo/*`')),
    off: needed(formula('the share taken off: `10%`')),
    because: text('what it is given for'),
    source: text('the offer or contract'),
  },
};

export const reportSectionForm: Form = {
  name: 'a section of a report',
  fields: {
    section: word('one of the sections of a report; left out for one that is all your own'),
    title: text('its heading; the usual one where left out'),
    text: text(
      'Markdown with live figures, before what the section has of its own: `It costs {{ total at tier=b }}.`',
    ),
  },
};

export const reportForm: Form = {
  name: 'a report',
  fields: {
    sections: {
      shape: list(either(wordShape, block(reportSectionForm))),
      about: 'its sections in order, by name or as blocks: `[summary, bill]`; all where left out',
    },
    introduction: text('Markdown before the first section, with live figures: `{{ total }}`'),
  },
};

export const planForm: Form = {
  name: 'a plan',
  fields: {
    plan: needed(text('the title')),
    about: text('what is planned, for whoever reads it'),
    as_of: { shape: { is: 'date' }, about: 'the day whose prices hold: `2026-03-27`, or `unknown`' },
    currency: needed(word('the currency of totals, by its ISO code: `EUR`')),
    exchange: {
      shape: named(either(formulaShape, block(rateForm)), '^[A-Z]{3}$'),
      about: 'exchange rates: what one of a currency is in another, `{ EUR: 1.1539 USD }`',
    },
    calendar: { shape: block(calendarForm), about: 'what a month is: `{ month: [730 hours, 30 days] }`' },
    horizon: {
      shape: either(formulaShape, block(horizonForm)),
      about: 'how long is looked ahead, which gives the axes `month` and `year`: `60 months`',
    },
    units: {
      shape: either(list(wordShape), named(either(formulaShape, block(unitForm)), '^[A-Za-z][A-Za-z0-9_]*$')),
      about: 'things that this plan counts besides the built-in units: `[device, mailbox]`',
    },
    inputs: {
      shape: named(either(formulaShape, block(inputForm), block(measuredInputForm))),
      about: 'what drives the system, each with its source',
    },
    formulas: { shape: shortOrLong(formulaForm), about: 'what follows from the inputs' },
    items: { shape: named(block(itemForm)), about: 'what is bought or run' },
    revenue: {
      shape: named(block(revenueForm)),
      about: 'what is earned, line by line: price plans, seats, shares; in no total of what is spent',
    },
    limits: { shape: shortOrLong(limitForm), about: 'what breaks: conditions that must hold' },
    budgets: { shape: shortOrLong(budgetForm), about: 'what may be spent' },
    axes: {
      shape: named(either(block(sweepForm), block(optionsForm))),
      about: 'the ways in which cases differ: options side by side, or one input at several values',
    },
    levers: {
      shape: named(block(leverForm)),
      about: 'what could be done to pay less: each is an axis with the points `off` and `on`',
    },
    timeline: {
      shape: named(block(timelineForm), '^([1-9][0-9]{0,2}|[0-9]{4}-[0-9]{2})$'),
      about:
        'what changes from a month on: `13: { users: base * 2 }`, or `2027-03` where the horizon has a start',
    },
    expect: {
      shape: either(wordShape, expectationList),
      about: 'what the plan claims about itself; `check` tries it',
    },
    correlations: {
      shape: list(block(correlationForm)),
      about: 'which uncertain numbers rise and fall together',
    },
    open: { shape: list(block(openForm)), about: 'statements of a source that nothing here can decide' },
    prices: { shape: bookShape, about: 'a price book of your own, written as vendors are in the catalog' },
    discounts: { shape: list(block(discountForm)), about: 'what is taken off catalog prices' },
    report: { shape: block(reportForm), about: 'wishes for the report' },
  },
};
