// What the fuzzers start from: plans that use most of the language, with their own vendor.

import type { VendorFiles } from '../../src/catalog/types.ts';

const acme = `vendor: acme
name: Acme
products:
  small: { price: 5 EUR/month, provides: { memory: 4 GB, disk: 40 GB, traffic: unlimited }, source: list, date: 2026-01-01, terms: { year: { off: 5% } } }
  large: { price: 9 EUR/month, provides: { memory: 16 GB, disk: 80 GB }, source: list, date: 2026-01-01, regions: { far: { add: 1 EUR/month } }, terms: { year: { off: 10% } } }
  store: { price: 6 USD/TB/month, free: 10 GB, source: list, date: 2026-01-01 }
  out: { tiers: [{ up_to: 100 GB/month, price: 0 USD/GB }, { up_to: 10 TB/month, price: 0.09 USD/GB }, { price: 0.05 USD/GB }], source: list, date: 2026-01-01 }
  mail:
    plans:
      free: { fee: 0 EUR/month, covers: 500 emails/month, source: list, date: 2026-01-01 }
      paid: { fee: 4 EUR/month, covers: 5_000 emails/month, source: list, date: 2026-01-01 }
`;

export const fuzzVendors: VendorFiles = {
  vendor: (id) => (id === 'acme' ? { file: 'vendors/acme.yaml', text: acme } : undefined),
  ids: () => ['acme'],
};

export const fuzzPlans: readonly string[] = [
  `plan: Small
as_of: 2026-05-01
currency: EUR
exchange: { EUR: 1.1 USD }
calendar: { month: [730 hours, 30 days, 21 workdays] }
units: [device]
inputs:
  users: { value: 500 users, source: survey, date: 2026-04-01 }
  share: 15% to 25%
  stored: 250 GB
  mails: 8 emails/user/month
formulas:
  devices: users * share * 1 device/user
  sent: users * mails
limits:
  connections: { that: devices <= 200 devices, because: configured, then: raise it }
  memory: app.memory >= 2 GB
budgets: { cheap: total <= 50 EUR/month }
items:
  app: { group: compute, use: acme/small }
  files: { group: storage, use: acme/store, quantity: stored }
  mail: { group: mail, use: acme/mail, quantity: sent }
  admin: { group: people, price: 60 USD/hour, hours: 2 hours/month }
  setup: { once: 100 EUR }
  fees: { price: 1, quantity: revenue * 3% }
revenue:
  pro: { label: Pro, price: 2 EUR/user/month, quantity: users * 30% }
  sold: { use: acme/mail, quantity: sent, count: 2, optional: yes }
axes:
  tier: { a: {}, b: { users: base * 2, app.use: acme/large, app.region: far, at plan=old: { stored: 1 TB } } }
  plan: { new: {}, old: { app.term: year, remove: [setup], pro.price: base * 2, revenue: { flat: { price: 9 EUR/month } } } }
levers:
  tidy: { label: delete old files, stored: base * 50%, at tier=b: { files.quantity: base - 10 GB } }
  deal: { saves: 1 EUR/month, source: a call }
expect:
  - that: total at tier=a
    is: 10 to 200 EUR/month
    within: 50%
`,
  `plan: Options
currency: USD
exchange: { EUR: { rate: 1.08 USD, source: bank, date: 2026-01-02 } }
inputs: { load: 5 requests/second, size: 20 kB }
formulas:
  egress: load * size / 1 request in GB/month
  need: if load > 10 requests/second then 8 GB else 4 GB
items:
  box: { choose: { from: [acme/*], needs: { memory: need } }, count: ceil(load / 20 requests/second) }
  traffic: { use: acme/out, quantity: egress }
axes:
  size: { base: m, s: { load: 1 request/second }, m: {}, l: { load: base * 10, items: { extra: { use: acme/large, region: far } } }, xl: { extends: l, load: base * 2, remove: [extra] } }
  agents: { sweep: load, values: [1 request/second, 50 requests/second, 500 requests/second] }
expect:
  - that: cheapest(size)
    is: "s"
    disputed: { stated: "m", because: rumour }
  - that: sum(total over agents) > 0
`,
  `plan: Years
as_of: 2026-05-01
currency: EUR
horizon: { length: 30 months, starts: 2026-06, discount: 8%/year }
inputs:
  users: { value: 100 to 140 users, growth: 3%/month }
  staff: { value: 5 hours/month, years: { 2: 8, 3: base * 2 } }
  goal: { value: 10 users, growth: { limit: 500 users, rate: 9%/month } }
formulas: { wanted: { value: users / 2, growth: { to: 400 users, by: 20 months } } }
items:
  box: { group: hardware, buy: 900 EUR, life: 18 months, residual: 20%, count: ceil(users / 60 users), once: 50 EUR }
  app: { use: acme/small, term: year, commit: 1 year, upfront: 50% }
  admin: { price: 60 EUR/hour, quantity: staff }
  tool: { price: 120 EUR/year, when: elapsed > 3 months }
axes:
  way: { own: {}, rent: { remove: [box], at month>=7: { app.count: 2 }, at year=2: { users: base * 2 } } }
timeline:
  4: { admin.price: base * 110% }
  2027-02: { items: { extra: { use: acme/large } } }
expect:
  - that: sum(cash over month by year) at year=1 > 0
  - that: tco
    is: 20_000 to 90_000 EUR
    within: 90%
`,
];
