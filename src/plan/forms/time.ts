// What the forms say of time: how far is looked ahead, and how a value goes on from its first month.

import type { Field, Form } from '../../yaml/form.ts';
import { block, either, formula, formulaShape, named, needed, word } from './pieces.ts';

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

export const timeFields = {
  growth: {
    shape: either(formulaShape, block(growthForm)),
    about: 'how it goes on from there over the horizon: `5%/month`, `20%/year`, or a block',
  },
  years: {
    shape: named(formulaShape, '^[1-9][0-9]?$'),
    about: 'other values from the first month of a year on: `{ 2: 80 agents, 3: 120 agents }`',
  },
} as const satisfies Readonly<Record<string, Field>>;
