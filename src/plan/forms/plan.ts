// The keys of a plan, with what each is for. The reader, the JSON Schema and the language reference follow these forms.

import { bookShape } from '../../catalog/forms.ts';
import type { Form } from '../../yaml/form.ts';
import { leverForm, optionsForm, sweepForm, timelineForm } from './axes.ts';
import { calendarForm, rateForm, unitForm } from './basics.ts';
import { budgetForm, expectationList, limitForm, openForm } from './claims.ts';
import { discountForm, itemForm, revenueForm } from './items.ts';
import {
  block,
  either,
  formulaShape,
  list,
  named,
  needed,
  shortOrLong,
  text,
  word,
  wordShape,
} from './pieces.ts';
import { reportForm } from './report.ts';
import { horizonForm } from './time.ts';
import { correlationForm, formulaForm, inputForm, measuredInputForm } from './values.ts';

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
