// Time as a plan says it: dated prices and terms over a horizon, the timeline, and what is wrong with it in words.

import { describe, expect, test } from 'vitest';
import { answer, modelOf, tryModel } from '../support/model.ts';

const head = 'plan: t\ncurrency: USD\n';

describe('prices that change at a date', () => {
  const acme = `vendor: acme
products:
  box:
    terms:
      year: { off: 20%, commit: 1 year, upfront: 100% }
      half: { commit: 6 months, upfront: 50% }
    prices:
      - { from: 2025-01-01, price: 100 USD/month, setup: 10 USD, source: list, date: 2025-01-01 }
      - { from: 2026-07-15, price: 130 USD/month, source: list, date: 2026-02-01 }
  short:
    prices:
      - { from: 2025-01-01, until: 2026-06-30, price: 50 USD/month, source: list, date: 2025-01-01 }
`;
  const plan = (items: string, starts = ', starts: 2026-03'): string =>
    `${head}as_of: 2026-03-01\nhorizon: { length: 24 months${starts} }\nitems:\n${items}`;

  test('a later price holds from the first month that begins with it', () => {
    const model = modelOf(plan('  a: { use: acme/box }\n'), { acme });
    expect(answer(model, 'a.cost at month=5')).toBe(100);
    expect(answer(model, 'a.cost at month=6')).toBe(130);
    expect(answer(model, 'sum(a.cash over month)')).toBe(5 * 100 + 19 * 130 + 10);
  });

  test('without a start nobody knows when that is, and the price of the day stays', () => {
    const model = modelOf(plan('  a: { use: acme/box }\n', ''), { acme });
    expect(answer(model, 'a.cost at month=24')).toBe(100);
  });

  test('where a price ends and none follows, the cost is unknown from then on', () => {
    const model = modelOf(plan('  a: { use: acme/short }\n'), { acme });
    expect(answer(model, 'a.cost at month=4')).toBe(50);
    expect(answer(model, 'a.cost at month=5')).toBeNaN();
    expect(answer(model, 'tco')).toBeNaN();
  });

  test('a term of the catalog binds, and is paid as it says', () => {
    const items = '  a: { use: acme/box, term: year }\n  b: { use: acme/box, term: half }\n';
    const model = modelOf(plan(items, ''), { acme });
    expect(answer(model, 'a.cash')).toBe(12 * 80 + 10);
    expect(answer(model, 'a.cash at month=2')).toBe(0);
    expect(answer(model, 'a.cash at month=13')).toBe(12 * 80);
    expect(answer(model, 'b.cash at month=7')).toBe(6 * 50 + 50);
    expect(answer(model, 'b.cash at month=8')).toBe(50);
  });
});

describe('levers, options and settings beside growth', () => {
  const model = modelOf(`${head}horizon: 24 months
inputs: { users: { value: 100 users, growth: 10%/year } }
items: { web: { price: 1 USD/user/month, quantity: users } }
axes: { size: { s: {}, l: { users: 1_000 users } } }
levers: { half: { users: base * 50% } }
timeline: { 13: { users: base + 10 users } }
`);

  test('an option is what a value grows from', () => {
    expect(answer(model, 'users', 'size=l', 'month=13')).toBeCloseTo(1110, 9);
  });

  test('a lever changes what time has made of it', () => {
    expect(answer(model, 'users', 'half=on', 'month=13')).toBeCloseTo(60, 9);
  });
});

describe('what is wrong is said', () => {
  const cases: Readonly<Record<string, readonly [plan: string, code: string, words: string]>> = {
    'a horizon of half months': [`${head}horizon: 1.5 months\n`, 'E104', 'whole months'],
    'a horizon of days': [`${head}horizon: 90 days\n`, 'E104', 'whole months'],
    'too long a horizon': [`${head}horizon: 60 years\n`, 'E104', '1 to 600'],
    'no month': [`${head}horizon: { length: 1 year, starts: 2026-13 }\n`, 'E104', 'is no month'],
    'growth without time': [
      `${head}inputs: { users: { value: 5 users, growth: 5%/month } }\n`,
      'E105',
      'the plan has none',
    ],
    'growth in users': [
      `${head}horizon: 1 year\ninputs: { users: { value: 5 users, growth: 5 users/month } }\n`,
      'E301',
      'no rate of growth',
    ],
    'growth of no kind': [
      `${head}horizon: 1 year\ninputs: { users: { value: 5 users, growth: { to: 9 users } } }\n`,
      'E104',
      'say no growth',
    ],
    'a timeline without time': [`${head}timeline: { 3: {} }\n`, 'E105', 'needs a horizon'],
    'a month beyond the end': [
      `${head}horizon: 1 year\ntimeline: { 13: {} }\n`,
      'E404',
      'no month of the horizon',
    ],
    'a date without a start': [
      `${head}horizon: 1 year\ntimeline: { 2026-05: {} }\n`,
      'E104',
      'does not say when',
    ],
    'a taken name': [
      `${head}horizon: 1 year\ninputs: { cash: 5 USD }\n`,
      'E407',
      'two things are called `cash`',
    ],
    'a taken group': [
      `${head}horizon: 1 year\nitems: { a: { price: 5 USD/month, group: tco } }\n`,
      'E407',
      'two things are called `tco`',
    ],
    'a taken axis': [
      `${head}horizon: 1 year\naxes: { month: { a: {}, b: {} } }\n`,
      'E407',
      'two axes are called `month`',
    ],
    'no life': [`${head}items: { a: { buy: 5 USD } }\n`, 'E505', 'how long `a` lasts'],
    'rent under buy': [
      `${head}items: { a: { buy: 5 USD/month, life: 1 year } }\n`,
      'E504',
      'money, paid once for each',
    ],
    'a life in users': [`${head}items: { a: { buy: 5 USD, life: 3 users } }\n`, 'E504', 'a length of time'],
    'upfront of nothing': [
      `${head}items: { a: { price: 5 USD/month, upfront: 50% } }\n`,
      'E505',
      '`upfront` needs `commit`',
    ],
    'a year of what goes by month': [
      `${head}horizon: 2 years\ninputs: { u: { value: 1 user, growth: 1%/month } }\nformulas: { x: u at year=2 }\n`,
      'E405',
      'differs by month, not by year',
    ],
    'parts that are none': [
      `${head}horizon: 2 years\nformulas: { x: sum(total over month by month) }\n`,
      'E403',
      'has no parts',
    ],
    'an order where there is none': [
      `${head}axes: { a: { x: {}, y: {} }, b: { p: { at a>=x: {} }, q: {} } }\n`,
      'E104',
      'no condition',
    ],
  };
  for (const [name, [plan, code, words]] of Object.entries(cases)) {
    test(name, () => {
      const { text } = tryModel(plan);
      expect(text).toContain(`error[${code}]`);
      expect(text).toContain(words);
    });
  }
});
