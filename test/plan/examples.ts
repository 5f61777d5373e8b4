// Two plans of the tests' own, as YAML and as objects: one of everything, one small.
import { definePlan } from '../../src/plan/define-plan.ts';

export const everything = `plan: Club relay
about: "A relay: for a club, and its guests"
as_of: 2026-03-27
currency: EUR
exchange: { EUR: { rate: 1.1 USD, source: ECB, date: 2026-03-26 }, INR: 1 USD / 90 }
calendar: { month: [730 hours, 22 workdays] }
units: { device: {}, sheep: { plural: sheep }, batch: 500 requests, gpu_hour: { is: 1 hour } }

inputs:
  users: 500 users
  share: { value: 15% to 25%, label: Peak share, source: measured, date: 2026-05-01, confidence: measured }
  mails: { value: unknown, unit: emails/month, note: the source does not say }
  tiny: 0.00000025

formulas:
  devices: users * share * 1 device/user
  twice: { value: devices * 2, unit: device, label: Twice }
  on: true

limits:
  connections: devices <= 200 devices
  memory: { that: devices < 1_000 devices, because: one server, then: buy another, source: README }
budgets:
  all: total <= 100 EUR/month

items:
  app: { group: compute, use: shop/vps-20, label: App, region: eu, term: 1-year, count: 2 }
  best: { group: compute, choose: { from: [shop/*, other/cx*], needs: { vcpu: 3 vCPU, memory: 8 GB } } }
  smtp: { group: mail, use: post/email, plan: free, quantity: mails, when: users > 10 users }
  admin: { price: 75 USD/hour, quantity: 2 hours/month, hours: 220 hours/month, provider: Ann, source: invoice }
  extra: { unpriced: nobody says, optional: true }
  setup: { once: 800 USD }
  desk: { price: 10 EUR/month, demand: { calls: 9 }, serves: { calls: 1 }, quality: 1.5 }

revenue:
  fee: { label: Fee, price: 2 EUR/user/month, quantity: users * 5%, source: statutes, date: 2026-01-01 }
  rooms: { use: cellar/box, count: 2, optional: true }

axes:
  tier:
    label: Size
    base: b
    a: { users: 100 users, app.use: shop/vps-10, label: Small }
    b: {}
    c:
      extends: a
      note: with a database
      app: { count: base + 1, choose: { from: shop/* } }
      items: { database: { price: 9 EUR/month } }
      remove: [smtp]
      revenue: { guests: { price: 30 EUR/month } }
      at stage=beta: { app.price: 50 to 100 USD/month, fee.price: base * 2 }
  stage: { alpha: {}, beta: {} }
  load: { sweep: users, values: [100, 200 users, 1_000], base: 200 }

expect:
  - that: total at tier=b
    is: 14.20 EUR/month
    within: 0.01 EUR/month
    id: E-1
    source: page 3
    note: to the cent
  - that: cheapest(tier)
    is: '"a"'
    disputed: { stated: '"b"', because: one row is counted twice }
  - that: total > 0 EUR/month
    is: true
    within: exact

open:
  - { says: it scales, missing: a load test, source: page 4 }

prices:
  cellar:
    name: The cellar
    units: [crate]
    products:
      shelf:
        kind: storage
        plans:
          small: { fee: 5 EUR/month, covers: 10 crates, not_chosen: goes away after a month }
          large: { tiers: [{ up_to: 10 crates, price: 1 EUR/crate/month }, { price: 0.5 EUR/crate/month }], mode: graduated }
        regions: { eu: { times: 1.1 } }
      box: { prices: [{ from: 2026-01-01, price: 5 EUR/month }, { from: 2026-03-01, price: 6 EUR/month }], provides: { vcpu: 2 } }

discounts:
  - { on: cellar/*, off: 10%, because: non-profit, source: mail of May }
report: { sections: [summary, bill], introduction: Hello. }
`;

/** The same as `everything`, key by key. */
export const everythingDefined = definePlan({
  plan: 'Club relay',
  about: 'A relay: for a club, and its guests',
  as_of: '2026-03-27',
  currency: 'EUR',
  exchange: { EUR: { rate: '1.1 USD', source: 'ECB', date: '2026-03-26' }, INR: '1 USD / 90' },
  calendar: { month: ['730 hours', '22 workdays'] },
  units: { device: {}, sheep: { plural: 'sheep' }, batch: '500 requests', gpu_hour: { is: '1 hour' } },
  inputs: {
    users: '500 users',
    share: {
      value: '15% to 25%',
      label: 'Peak share',
      source: 'measured',
      date: '2026-05-01',
      confidence: 'measured',
    },
    mails: { value: 'unknown', unit: 'emails/month', note: 'the source does not say' },
    tiny: 2.5e-7,
  },
  formulas: {
    devices: 'users * share * 1 device/user',
    twice: { value: 'devices * 2', unit: 'device', label: 'Twice' },
    on: true,
  },
  limits: {
    connections: 'devices <= 200 devices',
    // biome-ignore lint/suspicious/noThenProperty: a word of the plan language, and no function
    memory: { that: 'devices < 1_000 devices', because: 'one server', then: 'buy another', source: 'README' },
  },
  budgets: { all: 'total <= 100 EUR/month' },
  items: {
    app: { group: 'compute', use: 'shop/vps-20', label: 'App', region: 'eu', term: '1-year', count: 2 },
    best: {
      group: 'compute',
      choose: { from: ['shop/*', 'other/cx*'], needs: { vcpu: '3 vCPU', memory: '8 GB' } },
    },
    smtp: { group: 'mail', use: 'post/email', plan: 'free', quantity: 'mails', when: 'users > 10 users' },
    admin: {
      price: '75 USD/hour',
      quantity: '2 hours/month',
      hours: '220 hours/month',
      provider: 'Ann',
      source: 'invoice',
    },
    extra: { unpriced: 'nobody says', optional: true },
    setup: { once: '800 USD' },
    desk: { price: '10 EUR/month', demand: { calls: 9 }, serves: { calls: 1 }, quality: 1.5 },
  },
  revenue: {
    fee: {
      label: 'Fee',
      price: '2 EUR/user/month',
      quantity: 'users * 5%',
      source: 'statutes',
      date: '2026-01-01',
    },
    rooms: { use: 'cellar/box', count: 2, optional: true },
  },
  axes: {
    tier: {
      label: 'Size',
      base: 'b',
      a: { users: '100 users', 'app.use': 'shop/vps-10', label: 'Small' },
      b: {},
      c: {
        extends: 'a',
        note: 'with a database',
        app: { count: 'base + 1', choose: { from: 'shop/*' } },
        items: { database: { price: '9 EUR/month' } },
        remove: ['smtp'],
        revenue: { guests: { price: '30 EUR/month' } },
        'at stage=beta': { 'app.price': '50 to 100 USD/month', 'fee.price': 'base * 2' },
      },
    },
    stage: { alpha: {}, beta: {} },
    load: { sweep: 'users', values: [100, '200 users', '1_000'], base: 200 },
  },
  expect: [
    {
      that: 'total at tier=b',
      is: '14.20 EUR/month',
      within: '0.01 EUR/month',
      id: 'E-1',
      source: 'page 3',
      note: 'to the cent',
    },
    {
      that: 'cheapest(tier)',
      is: '"a"',
      disputed: { stated: '"b"', because: 'one row is counted twice' },
    },
    { that: 'total > 0 EUR/month', is: true, within: 'exact' },
  ],
  open: [{ says: 'it scales', missing: 'a load test', source: 'page 4' }],
  prices: {
    cellar: {
      name: 'The cellar',
      units: ['crate'],
      products: {
        shelf: {
          kind: 'storage',
          plans: {
            small: { fee: '5 EUR/month', covers: '10 crates', not_chosen: 'goes away after a month' },
            large: {
              tiers: [{ up_to: '10 crates', price: '1 EUR/crate/month' }, { price: '0.5 EUR/crate/month' }],
              mode: 'graduated',
            },
          },
          regions: { eu: { times: 1.1 } },
        },
        box: {
          prices: [
            { from: '2026-01-01', price: '5 EUR/month' },
            { from: '2026-03-01', price: '6 EUR/month' },
          ],
          provides: { vcpu: 2 },
        },
      },
    },
  },
  discounts: [{ on: 'cellar/*', off: '10%', because: 'non-profit', source: 'mail of May' }],
  report: { sections: ['summary', 'bill'], introduction: 'Hello.' },
});

export const small = `plan: Newsletter
currency: USD
inputs: { readers: 2_000 users, letters: 4 emails/user/month }
formulas: { sent: readers * letters }
items:
  mail: { group: mail, price: 0.001 USD/email, quantity: sent }
  site: { price: 5 USD/month }
axes:
  size: { now: {}, later: { readers: base * 10, remove: site } }
expect: more/letter.expect.yaml
`;
