// Every construct outside `axes` and `expect`, as it comes out of the reader.
import { describe, expect, test } from 'vitest';
import { convert } from '../../src/quantity/convert.ts';
import { one, unitText } from '../../src/quantity/unit.ts';
import { planOf, read, written } from './support.ts';

describe('the head', () => {
  test('title, about, day and currency', () => {
    const { plan, out } = read(
      'plan: Club relay\nabout: >\n  A relay\n  for a club.\nas_of: 2026-03-27\ncurrency: EUR\n',
    );
    expect(out.all).toEqual([]);
    expect(plan).toMatchObject({
      title: 'Club relay',
      about: 'A relay for a club.',
      asOf: '2026-03-27',
      currency: 'EUR',
      inputs: [],
      items: [],
      expectations: [],
      report: { sections: undefined, introduction: undefined },
    });
    expect(written({ span: plan?.currencySpan ?? never() })).toBe('EUR');
  });

  test('`unknown` is no day', () => {
    expect(planOf('as_of: unknown\n').asOf).toBeUndefined();
  });

  test('JSON is YAML too', () => {
    const { plan, out } = read('{"plan": "Relay", "currency": "USD", "inputs": {"users": "5 users"}}');
    expect(out.all).toEqual([]);
    expect(plan?.inputs[0]?.value).toMatchObject({ kind: 'number', value: 5 });
  });

  test('sections that are left empty count as missing', () => {
    const plan = planOf(
      'inputs:\nformulas:\nitems:\nlimits:\naxes:\nexpect:\nopen:\nprices:\ndiscounts:\nreport:\nunits:\n',
    );
    expect(plan).toMatchObject({ inputs: [], axes: [], prices: [], open: [] });
  });
});

describe('calendar', () => {
  test('730 hours and 30 days where nothing is said, and no workdays', () => {
    expect(planOf('').calendar).toEqual({
      hours: { value: 730, given: false, span: undefined },
      days: { value: 30, given: false, span: undefined },
      workdays: undefined,
    });
  });

  test('what is said is given, the rest stays assumed', () => {
    const { calendar } = planOf('calendar: { month: [22 workdays, 720 hours] }\n');
    expect(calendar.hours).toMatchObject({ value: 720, given: true });
    expect(calendar.days).toMatchObject({ value: 30, given: false });
    expect(calendar.workdays).toMatchObject({ value: 22, given: true });
    expect(written({ span: calendar.workdays?.span ?? never() })).toBe('22 workdays');
  });

  test('one value needs no list', () => {
    expect(planOf('calendar: { month: 30.4375 days }\n').calendar.days).toMatchObject({
      value: 30.4375,
      given: true,
    });
  });
});

describe('units', () => {
  test('a list of countables', () => {
    const { units } = planOf('units: [device, mailbox]\n');
    expect([...units.declared.values()].map((atom) => [atom.name, atom.plural])).toEqual([
      ['device', 'devices'],
      ['mailbox', 'mailboxes'],
    ]);
  });

  test('a block, with plurals and multiples', () => {
    const { units } = planOf(
      'units:\n  device:\n  sheep: { plural: sheep }\n  batch: 500 requests\n  crate: { is: 2.5 batches, plural: crates }\n',
    );
    expect(units.lookup('sheep')).toBeDefined();
    const crate = units.lookup('crates') ?? one;
    const request = units.lookup('request') ?? one;
    expect(convert(crate, request)).toEqual({
      ok: true,
      steps: [{ kind: 'scale', numerator: 1250, denominator: 1 }],
    });
  });

  test('an hour under another name is an hour', () => {
    const { units } = planOf('units: { gpu_hour: { is: 1 hour } }\n');
    const hour = units.lookup('hour') ?? one;
    expect(convert(units.lookup('gpu_hour') ?? one, hour)).toEqual({ ok: true, steps: [] });
  });

  test('a built-in countable may be declared again', () => {
    expect(planOf('units: [device, email, user]\ninputs: { mails: 5 emails }\n').inputs).toHaveLength(1);
  });
});

describe('exchange', () => {
  const exchange = (body: string) =>
    planOf(body).exchange.map(({ from, to, rate }) => `${from} → ${to}: ${written(rate)}`);

  test('a number in the other currency', () => {
    expect(exchange('exchange: { EUR: 1.1539 USD, GBP: 1.2 USD/GBP }\n')).toEqual([
      'EUR → USD: 1.1539 USD',
      'GBP → USD: 1.2 USD/GBP',
    ]);
  });

  test('a formula, a range, an input', () => {
    const body =
      'inputs: { dollar: 0.9 EUR, twice: { value: unknown, unit: EUR } }\nexchange:\n  CZK: 2000 INR / 21.54\n  PLN: 0.2 to 0.25 EUR\n  USD: dollar\n  GBP: dollar * 1.3\n  SEK: twice\n';
    expect(exchange(body)).toEqual([
      'CZK → INR: 2000 INR / 21.54',
      'PLN → EUR: 0.2 to 0.25 EUR',
      'USD → EUR: dollar',
      'GBP → EUR: dollar * 1.3',
      'SEK → EUR: twice',
    ]);
  });

  test('with its source', () => {
    const plan = planOf(
      'exchange:\n  EUR: { rate: 1.1 USD, source: ECB, url: https://ecb.example, date: 2026-03-26 }\n',
    );
    expect(plan.exchange[0]?.provenance).toEqual({
      source: 'ECB',
      url: 'https://ecb.example',
      date: '2026-03-26',
      confidence: 'quoted',
    });
  });
});

describe('inputs and formulas', () => {
  test('short form', () => {
    const [users] = planOf('inputs: { users: 500 users }\n').inputs;
    expect(users).toMatchObject({ name: 'users', label: undefined, unit: undefined });
    expect(users?.provenance).toEqual({
      source: undefined,
      url: undefined,
      date: undefined,
      confidence: 'assumed',
    });
    expect(users?.value).toMatchObject({ kind: 'number', value: 500 });
    expect(written(users)).toBe('users');
    expect(written(users?.value)).toBe('500 users');
  });

  test('long form', () => {
    const [share] = planOf(`inputs:
  share:
    value: 15% to 25%
    label: Peak share
    note: in the evening
    source: measured in May
    url: https://club.example/may
    date: 2026-05-31
    confidence: measured
`).inputs;
    expect(share).toMatchObject({ label: 'Peak share', note: 'in the evening', value: { kind: 'range' } });
    expect(share?.provenance.confidence).toBe('measured');
  });

  test('an unknown with its unit', () => {
    const [mails] = planOf('inputs: { mails: { value: unknown, unit: emails/month } }\n').inputs;
    expect(mails?.value).toMatchObject({ kind: 'name', name: 'unknown' });
    expect(unitText(mails?.unit ?? one)).toBe('email/month');
    expect(written({ span: mails?.unitSpan ?? never() })).toBe('emails/month');
  });

  test('numbers keep their digits', () => {
    const [fee] = planOf('inputs: { fee: 4.50 }\n').inputs;
    expect(fee?.value).toMatchObject({ value: 4.5, quantum: 0.01 });
  });

  test('formulas', () => {
    const plan = planOf(
      'formulas:\n  double: 2 * 3\n  half: { value: 1 / 2, unit: percent, label: Half, note: exactly }\n',
    );
    expect(plan.formulas.map((f) => [f.name, written(f.value), f.label])).toEqual([
      ['double', '2 * 3', undefined],
      ['half', '1 / 2', 'Half'],
    ]);
    expect(unitText(plan.formulas[1]?.unit ?? one)).toBe('%');
  });

  test('formulas may be true or false', () => {
    expect(planOf('formulas: { on: true }\n').formulas[0]?.value).toMatchObject({
      kind: 'name',
      name: 'true',
    });
  });
});

test('limits and budgets, short and long', () => {
  const plan = planOf(`limits:
  seats: 5 <= 10
  memory: { that: 5 < 10, because: one server, then: buy another, source: README, label: Memory }
budgets:
  month: { that: total <= 10 EUR/month, label: Monthly }
`);
  expect(plan.limits.map((l) => [l.name, written(l.that)])).toEqual([
    ['seats', '5 <= 10'],
    ['memory', '5 < 10'],
  ]);
  expect(plan.limits[1]).toMatchObject({ because: 'one server', source: 'README', label: 'Memory' });
  expect(plan.limits[1]?.then).toBe('buy another');
  expect(plan.budgets).toMatchObject([{ name: 'month', label: 'Monthly', because: undefined }]);
});

describe('items', () => {
  test('every field', () => {
    const [app] = planOf(`items:
  app:
    group: compute
    label: The app
    note: one node
    use: someone/vps-2
    plan: yearly
    region: eu
    term: 1-year
    price: 5 EUR/month
    quantity: 3 GB
    count: 2
    hours: 220 hours/month
    once: 10 EUR
    when: 1 < 2
    unpriced: nobody says
    provider: Someone
    optional: true
    source: an offer
    date: 2026-01-02
    choose: { from: [someone/*, other/vps-*], needs: { vcpu: 3 vCPU, memory: 8 GB } }
`).items;
    expect(app).toMatchObject({
      name: 'app',
      group: 'compute',
      label: 'The app',
      note: 'one node',
      provider: 'Someone',
      optional: true,
      provenance: { source: 'an offer', date: '2026-01-02', confidence: 'quoted' },
    });
    for (const [field, text] of [
      ['use', 'someone/vps-2'],
      ['plan', 'yearly'],
      ['region', 'eu'],
      ['term', '1-year'],
      ['unpriced', 'nobody says'],
    ] as const) {
      expect(app?.[field]?.text).toBe(text);
      expect(written(app?.[field])).toBe(text);
    }
    for (const [field, text] of [
      ['price', '5 EUR/month'],
      ['quantity', '3 GB'],
      ['count', '2'],
      ['hours', '220 hours/month'],
      ['once', '10 EUR'],
      ['when', '1 < 2'],
    ] as const) {
      expect(written(app?.[field])).toBe(text);
    }
    expect(app?.choose?.from.map((word) => word.text)).toEqual(['someone/*', 'other/vps-*']);
    expect(app?.choose?.needs.map((need) => [need.attribute, written(need.atLeast)])).toEqual([
      ['vcpu', '3 vCPU'],
      ['memory', '8 GB'],
    ]);
  });

  test('what is left out', () => {
    const [app] = planOf('items: { app: { use: someone/vps-2 } }\n').items;
    expect(app).toMatchObject({
      group: 'other',
      optional: false,
      price: undefined,
      choose: undefined,
      label: undefined,
    });
  });

  test('one candidate needs no list', () => {
    const [app] = planOf('items: { app: { choose: { from: someone/* } } }\n').items;
    expect(app?.choose).toMatchObject({ from: [{ text: 'someone/*' }], needs: [] });
  });

  test.each(['use: a/b', 'choose: { from: [a/*] }', 'price: 1 EUR', 'once: 1 EUR', 'unpriced: no offer yet'])(
    'a price by `%s` is enough',
    (field) => {
      expect(planOf(`items: { app: { ${field} } }\n`).items).toHaveLength(1);
    },
  );

  test('an option may bring the price', () => {
    const plan = planOf(
      'items: { app: { group: compute } }\naxes: { tier: { a: {}, b: { app.price: 1 EUR/month } } }\n',
    );
    expect(plan.items).toHaveLength(1);
  });
});

test('open questions, discounts, wishes for the report', () => {
  const plan = planOf(`open:
  - { says: it scales to a million, missing: a load test, source: page 3 }
  - { says: it is safe, missing: an audit }
discounts:
  - { on: someone/*, off: 10%, because: non-profit, source: mail of May }
report: { sections: [summary, bill], introduction: Hello. }
`);
  expect(plan.open).toEqual([
    { says: 'it scales to a million', missing: 'a load test', source: 'page 3' },
    { says: 'it is safe', missing: 'an audit', source: undefined },
  ]);
  expect(plan.discounts).toMatchObject([
    { on: { text: 'someone/*' }, because: 'non-profit', source: 'mail of May' },
  ]);
  expect(written(plan.discounts[0]?.off)).toBe('10%');
  expect(plan.report).toMatchObject({
    sections: [{ section: { text: 'summary' } }, { section: { text: 'bill' } }],
    introduction: ['Hello.'],
  });
});

test('a price book of its own, in the units of the plan', () => {
  const [vendor] = planOf(`units: [crate]
prices:
  cellar:
    name: The cellar
    products:
      shelf: { price: 2 EUR/crate/month, date: 2026-02-01 }
`).prices;
  expect(vendor).toMatchObject({ id: 'cellar', name: 'The cellar' });
  expect([...(vendor?.products.keys() ?? [])]).toEqual(['shelf']);
});

function never(): never {
  throw new Error('missing');
}
