// Every error of the reader, as a person reads it.
import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { complaints, read } from './support.ts';

/** What a person is told about a whole text. */
function told(text: string): string {
  return renderDiagnostics(read(text).out.all);
}

describe('shapes and keys', () => {
  test('a text that is no block of keys', () => {
    expect(told('just a text')).toMatchInlineSnapshot(`
      "error[E104]: a plan is a block of keys
        --> plan.yaml:1:1
       1 | just a text
         | ^^^^^^^^^^^ this is a single value
         = help: its keys: plan, about, as_of, currency, exchange, calendar, …"
    `);
  });

  test('an empty file', () => {
    expect(told('')).toMatchInlineSnapshot(`
      "error[E105]: a plan needs \`plan\`
        --> plan.yaml:1:1
       1 | 
         | ^
         = help: plan: the title

      error[E105]: a plan needs \`currency\`
        --> plan.yaml:1:1
       1 | 
         | ^
         = help: currency: the currency of totals, by its ISO code: \`EUR\`"
    `);
  });

  test('no YAML', () => {
    expect(told('plan: [a')).toMatchInlineSnapshot(`
      "error[E101]: unexpected end of the stream within a flow collection
        --> plan.yaml:1:8
       1 | plan: [a
         |        ^
         = help: a \`{\` or \`[\` before this is never closed"
    `);
  });

  test('two documents', () => {
    expect(told('plan: a\n---\nplan: b\n')).toMatchInlineSnapshot(`
      "error[E101]: a second document begins here
        --> plan.yaml:3:1
       3 | plan: b
         | ^
         = help: a file holds one document; take the line \`---\` out, or cut the file in two"
    `);
  });

  test('an alias', () => {
    expect(told('plan: &a x\nabout: *a\n')).toMatchInlineSnapshot(`
      "error[E102]: aliases are not read
        --> plan.yaml:2:8
       2 | about: *a
         |        ^^
         = help: write the value out, or let an option \`extends\` another"
    `);
  });

  test('a key that stands twice', () => {
    expect(complaints('inputs:\n  users: 5 users\n  users: 6 users\n')).toMatchInlineSnapshot(`
      "error[E106]: this key stands twice
        --> plan.yaml:5:3
       5 |   users: 6 users
         |   ^^^^^
       4 |   users: 5 users
         |   ----- here already"
    `);
  });

  test('an unknown key, with the nearest', () => {
    expect(complaints('input: { users: 5 users }\n')).toMatchInlineSnapshot(`
      "error[E103]: a plan has no key \`input\`
        --> plan.yaml:3:1
       3 | input: { users: 5 users }
         | ^^^^^
         = help: did you mean \`inputs\`?"
    `);
  });

  test('an unknown key far from all', () => {
    expect(complaints('colour: red\n')).toMatchInlineSnapshot(`
      "error[E103]: a plan has no key \`colour\`
        --> plan.yaml:3:1
       3 | colour: red
         | ^^^^^^
         = help: known keys: plan, about, as_of, currency, exchange, calendar, horizon, units, inputs, formulas, items, revenue, limits, budgets, axes, levers, timeline, expect, correlations, open, prices, discounts, report"
    `);
  });

  test('an unknown key of an item', () => {
    expect(complaints('items: { app: { prize: 5 EUR/month } }\n')).toMatchInlineSnapshot(`
      "error[E103]: an item has no key \`prize\`
        --> plan.yaml:3:17
       3 | items: { app: { prize: 5 EUR/month } }
         |                 ^^^^^
         = help: did you mean \`price\`?"
    `);
  });

  test('a required key that is missing', () => {
    expect(told('currency: EUR\n')).toMatchInlineSnapshot(`
      "error[E105]: a plan needs \`plan\`
        --> plan.yaml:1:1
       1 | currency: EUR
         | ^^^^^^^^
         = help: plan: the title"
    `);
  });

  test('a required text that is empty', () => {
    expect(told('plan:\ncurrency: EUR\n')).toMatchInlineSnapshot(`
      "error[E104]: \`plan\` is empty
        --> plan.yaml:1:6
       1 | plan:
         |      ^
         = help: write a value, or leave the key out"
    `);
  });

  test('a list where names stand', () => {
    expect(complaints('inputs: [users]\n')).toMatchInlineSnapshot(`
      "error[E104]: \`inputs\` is a block of names
        --> plan.yaml:3:9
       3 | inputs: [users]
         |         ^^^^^^^ this is a list"
    `);
  });

  test('a block where one value stands', () => {
    expect(complaints('inputs: { users: { value: { low: 1, high: 2 } } }\n')).toMatchInlineSnapshot(`
      "error[E104]: \`value\` is a single value
        --> plan.yaml:3:27
       3 | inputs: { users: { value: { low: 1, high: 2 } } }
         |                           ^^^^^^^^^^^^^^^^^^^ this is a block of keys"
    `);
  });

  test('an item that is no block', () => {
    expect(complaints('items: { app: contabo/cloud-vps-20 }\n')).toMatchInlineSnapshot(`
      "error[E104]: an item is a block of keys
        --> plan.yaml:3:15
       3 | items: { app: contabo/cloud-vps-20 }
         |               ^^^^^^^^^^^^^^^^^^^^ this is a single value
         = help: its keys: group, label, note, use, choose, plan, …"
    `);
  });

  test('no date', () => {
    expect(complaints('as_of: 27.03.2026\n')).toMatchInlineSnapshot(`
      "error[E104]: \`27.03.2026\` is not a date
        --> plan.yaml:3:8
       3 | as_of: 27.03.2026
         |        ^^^^^^^^^^
         = help: write it as 2026-03-27"
    `);
  });

  test('a day that does not exist', () => {
    expect(complaints('inputs: { users: { value: 5 users, date: 2026-02-30 } }\n')).toMatchInlineSnapshot(`
      "error[E104]: \`2026-02-30\` is not a date
        --> plan.yaml:3:42
       3 | inputs: { users: { value: 5 users, date: 2026-02-30 } }
         |                                          ^^^^^^^^^^
         = help: write it as 2026-03-27"
    `);
  });

  test('a confidence that nobody knows', () => {
    expect(complaints('inputs: { users: { value: 5 users, confidence: sure } }\n')).toMatchInlineSnapshot(`
      "error[E104]: \`confidence\` cannot be \`sure\`
        --> plan.yaml:3:48
       3 | inputs: { users: { value: 5 users, confidence: sure } }
         |                                                ^^^^
         = help: it is one of measured, quoted, derived, assumed"
    `);
  });

  test('a flag that is neither', () => {
    expect(complaints('items: { app: { price: 1 EUR, optional: perhaps } }\n')).toMatchInlineSnapshot(`
      "error[E104]: \`optional\` cannot be \`perhaps\`
        --> plan.yaml:3:41
       3 | items: { app: { price: 1 EUR, optional: perhaps } }
         |                                         ^^^^^^^
         = help: it is one of true, false, yes, no"
    `);
  });

  test('a value that is left empty', () => {
    expect(complaints('inputs:\n  users:\n')).toMatchInlineSnapshot(`
      "error[E104]: \`users\` is empty
        --> plan.yaml:4:9
       4 |   users:
         |         ^
         = help: write a value, or \`unknown\` where nobody knows it"
    `);
  });

  test('a word that is left empty', () => {
    expect(complaints('items: { app: { use: , price: 5 EUR } }\n')).toMatchInlineSnapshot(`
      "error[E104]: \`use\` is empty
        --> plan.yaml:3:21
       3 | items: { app: { use: , price: 5 EUR } }
         |                     ^
         = help: write a value, or leave the key out"
    `);
  });
});

describe('money, units and the calendar', () => {
  test('a currency by its sign', () => {
    expect(told('plan: a\ncurrency: €\n')).toMatchInlineSnapshot(`
      "error[E302]: \`€\` is not the ISO code of a currency
        --> plan.yaml:2:11
       2 | currency: €
         |           ^
         = help: write \`EUR\`"
    `);
  });

  test('a currency in small letters', () => {
    expect(told('plan: a\ncurrency: eur\n')).toMatchInlineSnapshot(`
      "error[E302]: \`eur\` is not the ISO code of a currency
        --> plan.yaml:2:11
       2 | currency: eur
         |           ^^^
         = help: write \`EUR\`"
    `);
  });

  test('no currency', () => {
    expect(told('plan: a\ncurrency: EURO\n')).toMatchInlineSnapshot(`
      "error[E302]: \`EURO\` is not the ISO code of a currency
        --> plan.yaml:2:11
       2 | currency: EURO
         |           ^^^^
         = help: did you mean \`EUR\`?"
    `);
  });

  test('an exchange rate of nothing', () => {
    expect(complaints('exchange: { EURO: 1.1 USD }\n')).toMatchInlineSnapshot(`
      "error[E302]: \`EURO\` is not the ISO code of a currency
        --> plan.yaml:3:13
       3 | exchange: { EURO: 1.1 USD }
         |             ^^^^
         = help: did you mean \`EUR\`?"
    `);
  });

  test('an exchange rate without its target', () => {
    expect(complaints('exchange: { EUR: 1.1539 }\n')).toMatchInlineSnapshot(`
      "error[E104]: this rate leads to no other currency
        --> plan.yaml:3:18
       3 | exchange: { EUR: 1.1539 }
         |                  ^^^^^^
         = help: say what one EUR is in another currency: \`EUR: 1.08 USD\`"
    `);
  });

  test('an exchange rate to itself', () => {
    expect(complaints('exchange: { EUR: 1.1539 EUR }\n')).toMatchInlineSnapshot(`
      "error[E104]: this rate leads to no other currency
        --> plan.yaml:3:18
       3 | exchange: { EUR: 1.1539 EUR }
         |                  ^^^^^^^^^^
         = help: say what one EUR is in another currency: \`EUR: 1.08 USD\`"
    `);
  });

  test('an exchange rate in a block without `rate`', () => {
    expect(complaints('exchange: { EUR: { source: ECB } }\n')).toMatchInlineSnapshot(`
      "error[E105]: an exchange rate needs \`rate\`
        --> plan.yaml:3:20
       3 | exchange: { EUR: { source: ECB } }
         |                    ^^^^^^
         = help: rate: what one of this currency is in another: \`1.1539 USD\`, or \`2000 INR / 21.54\`"
    `);
  });

  test('a month in weeks', () => {
    expect(complaints('calendar: { month: [4 weeks] }\n')).toMatchInlineSnapshot(`
      "error[E104]: a month is given in hours, days and workdays
        --> plan.yaml:3:21
       3 | calendar: { month: [4 weeks] }
         |                     ^^^^^^^
         = help: for example \`month: [730 hours, 30 days, 22 workdays]\`"
    `);
  });

  test('a month as a formula', () => {
    expect(complaints('calendar: { month: [365 days / 12] }\n')).toMatchInlineSnapshot(`
      "error[E104]: a month is given in hours, days and workdays
        --> plan.yaml:3:21
       3 | calendar: { month: [365 days / 12] }
         |                     ^^^^^^^^^^^^^
         = help: for example \`month: [730 hours, 30 days, 22 workdays]\`"
    `);
  });

  test('a month given twice', () => {
    expect(complaints('calendar: { month: [30 days, 31 days] }\n')).toMatchInlineSnapshot(`
      "error[E106]: the days of a month are given twice
        --> plan.yaml:3:30
       3 | calendar: { month: [30 days, 31 days] }
         |                              ^^^^^^^
         |                     ------- here already
         = help: keep the one that holds"
    `);
  });

  test('a calendar without `month`', () => {
    expect(complaints('calendar:\n')).toMatchInlineSnapshot(`
      "error[E104]: a calendar is a block of keys
        --> plan.yaml:3:10
       3 | calendar:
         |          ^ this is nothing
         = help: its keys: month, …"
    `);
  });

  test('a unit that is no word', () => {
    expect(complaints('units: [web site]\n')).toMatchInlineSnapshot(`
      "error[E307]: \`web site\` cannot be a unit
        --> plan.yaml:3:9
       3 | units: [web site]
         |         ^^^^^^^^
         = help: a unit is one word of letters, digits and \`_\`, in the singular: \`mailbox\`"
    `);
  });

  test('a unit that is a word of the language', () => {
    expect(complaints('units: [over]\n')).toMatchInlineSnapshot(`
      "error[E307]: \`over\` cannot be a unit
        --> plan.yaml:3:9
       3 | units: [over]
         |         ^^^^
         = help: it is a word of the language; choose another"
    `);
  });

  test('a unit that exists', () => {
    expect(complaints('units: [GB, op, EUR]\n')).toMatchInlineSnapshot(`
      "error[E307]: \`GB\` is a unit already
        --> plan.yaml:3:9
       3 | units: [GB, op, EUR]
         |         ^^ built in
         = help: choose another word

      error[E307]: \`op\` is a unit already
        --> plan.yaml:3:13
       3 | units: [GB, op, EUR]
         |             ^^ \`op\` is read as \`operations\`
         = help: choose another word

      error[E307]: \`EUR\` is a unit already
        --> plan.yaml:3:17
       3 | units: [GB, op, EUR]
         |                 ^^^ built in
         = help: choose another word"
    `);
  });

  test('a unit declared twice', () => {
    expect(complaints('units: [device, device]\n')).toMatchInlineSnapshot(`
      "error[E307]: the unit \`device\` is declared twice
        --> plan.yaml:3:17
       3 | units: [device, device]
         |                 ^^^^^^"
    `);
  });

  test('a plural that exists', () => {
    expect(complaints('units: { daylight: { plural: days } }\n')).toMatchInlineSnapshot(`
      "error[E307]: \`days\` is a unit already
        --> plan.yaml:3:10
       3 | units: { daylight: { plural: days } }
         |          ^^^^^^^^ built in
         = help: choose another word"
    `);
  });

  test('a multiple of nothing', () => {
    expect(complaints('units: { dozen: 12 }\n')).toMatchInlineSnapshot(`
      "error[E307]: \`dozen\` cannot be a unit of this size
        --> plan.yaml:3:17
       3 | units: { dozen: 12 }
         |                 ^^
         = help: say how many of a known unit it is: \`batch: 500 requests\`"
    `);
  });

  test('a multiple by formula', () => {
    expect(complaints('units: { batch: { is: 5 requests * 100 } }\n')).toMatchInlineSnapshot(`
      "error[E307]: \`batch\` cannot be a unit of this size
        --> plan.yaml:3:23
       3 | units: { batch: { is: 5 requests * 100 } }
         |                       ^^^^^^^^^^^^^^^^
         = help: say how many of a known unit it is: \`batch: 500 requests\`"
    `);
  });

  test('an unknown unit after `unit`', () => {
    expect(complaints('inputs: { mails: { value: unknown, unit: emials/month } }\n')).toMatchInlineSnapshot(`
      "error[E302]: \`emials\` is not a unit
        --> plan.yaml:3:42
       3 | inputs: { mails: { value: unknown, unit: emials/month } }
         |                                          ^^^^^^
         = help: did you mean \`emails\`?"
    `);
  });

  test('an unknown unit in a value', () => {
    expect(complaints('inputs: { load: 5 widgets }\n')).toMatchInlineSnapshot(`
      "error[E302]: \`widgets\` is not a unit
        --> plan.yaml:3:19
       3 | inputs: { load: 5 widgets }
         |                   ^^^^^^^
         = help: a countable of your own is declared under \`units: [widget]\`"
    `);
  });
});

describe('formulas', () => {
  test('a formula that does not parse', () => {
    expect(complaints('formulas: { double: users * }\n')).toMatchInlineSnapshot(`
      "error[E201]: a value is missing after \`*\`
        --> plan.yaml:3:28
       3 | formulas: { double: users * }
         |                            ^"
    `);
  });

  test('a formula in quotes', () => {
    expect(complaints('formulas:\n  double: "users + ) 2"\n')).toMatchInlineSnapshot(`
      "error[E201]: a value is missing after \`+\`
        --> plan.yaml:4:20
       4 |   double: "users + ) 2"
         |                    ^"
    `);
  });

  test('every formula reports its own', () => {
    expect(complaints('inputs: { a: 1 +, b: (2 }\nlimits: { c: 3 = 4 }\n')).toMatchInlineSnapshot(`
      "error[E201]: a value is missing after \`+\`
        --> plan.yaml:3:17
       3 | inputs: { a: 1 +, b: (2 }
         |                 ^

      error[E201]: this parenthesis is never closed
        --> plan.yaml:3:22
       3 | inputs: { a: 1 +, b: (2 }
         |                      ^
         = help: between \`{\` and \`}\` a comma ends the value: put a formula with commas in quotes

      error[E201]: \`=\` is not a comparison
        --> plan.yaml:4:16
       4 | limits: { c: 3 = 4 }
         |                ^
         = help: write \`==\` to compare two values"
    `);
  });
});

describe('names', () => {
  test('a name with a hyphen', () => {
    expect(complaints('inputs: { peak-share: 20% }\n')).toMatchInlineSnapshot(`
      "error[E107]: \`peak-share\` cannot be a name
        --> plan.yaml:3:11
       3 | inputs: { peak-share: 20% }
         |           ^^^^^^^^^^
         = help: a name has letters, digits and \`_\`, and does not begin with a digit: \`peak_share\`"
    `);
  });

  test('a name that begins with a digit', () => {
    expect(complaints('formulas: { 2x: 5 }\n')).toMatchInlineSnapshot(`
      "error[E107]: \`2x\` cannot be a name
        --> plan.yaml:3:13
       3 | formulas: { 2x: 5 }
         |             ^^
         = help: a name has letters, digits and \`_\`, and does not begin with a digit"
    `);
  });

  test('a word of the formula language', () => {
    expect(complaints('inputs: { over: 5 }\n')).toMatchInlineSnapshot(`
      "error[E107]: \`over\` cannot be a name
        --> plan.yaml:3:11
       3 | inputs: { over: 5 }
         |           ^^^^
         = help: it is a word of the language; choose another name"
    `);
  });

  test('a word that every plan answers to', () => {
    expect(complaints('items: { total: { price: 1 EUR/month } }\n')).toMatchInlineSnapshot(`
      "error[E107]: \`total\` cannot be a name
        --> plan.yaml:3:10
       3 | items: { total: { price: 1 EUR/month } }
         |          ^^^^^
         = help: it is a word of the language; choose another name"
    `);
  });

  test('a limit, a budget, a group and an axis have names too', () => {
    expect(
      complaints(
        'limits: { a b: 1 < 2 }\nbudgets: { at: 1 < 2 }\nitems: { app: { price: 1 EUR, group: big-ones } }\naxes: { band: { a: {} } }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error[E107]: \`a b\` cannot be a name
        --> plan.yaml:3:11
       3 | limits: { a b: 1 < 2 }
         |           ^^^
         = help: a name has letters, digits and \`_\`, and does not begin with a digit: \`a_b\`

      error[E107]: \`at\` cannot be a name
        --> plan.yaml:4:12
       4 | budgets: { at: 1 < 2 }
         |            ^^
         = help: it is a word of the language; choose another name

      error[E107]: \`big-ones\` cannot be a name
        --> plan.yaml:5:38
       5 | items: { app: { price: 1 EUR, group: big-ones } }
         |                                      ^^^^^^^^
         = help: a name has letters, digits and \`_\`, and does not begin with a digit: \`big_ones\`

      error[E107]: \`band\` cannot be a name
        --> plan.yaml:6:9
       6 | axes: { band: { a: {} } }
         |         ^^^^
         = help: it is a word of the language; choose another name"
    `);
  });

  test('an input and an item of one name', () => {
    expect(
      complaints('inputs:\n  app: 5 users\nitems:\n  app: { price: 1 EUR/month }\n'),
    ).toMatchInlineSnapshot(`
      "error[E407]: two things are called \`app\`
        --> plan.yaml:6:3
       6 |   app: { price: 1 EUR/month }
         |   ^^^ an item is called this
       4 |   app: 5 users
         |   --- an input already is
         = help: give one of them another name"
    `);
  });
});

describe('items', () => {
  test('nothing says what an item costs', () => {
    expect(complaints('items:\n  app: { group: compute, quantity: 5 }\n')).toMatchInlineSnapshot(`
      "error[E505]: nothing says what \`app\` costs
        --> plan.yaml:4:3
       4 |   app: { group: compute, quantity: 5 }
         |   ^^^
         = help: give it \`use\`, \`choose\`, \`price\`, \`buy\` or \`once\`; where nobody knows the price, say why under \`unpriced\`"
    `);
  });

  test('nor does any option', () => {
    expect(
      complaints('items:\n  app: { group: compute }\naxes: { t: { a: { app.count: 2 } } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E505]: nothing says what \`app\` costs
        --> plan.yaml:4:3
       4 |   app: { group: compute }
         |   ^^^
         = help: give it \`use\`, \`choose\`, \`price\`, \`buy\` or \`once\`; where nobody knows the price, say why under \`unpriced\`"
    `);
  });

  test('an added item without a price', () => {
    expect(
      complaints('axes: { t: { a: { items: { db: { count: 2 } } }, b: { extends: a } } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E505]: nothing says what \`db\` costs
        --> plan.yaml:3:28
       3 | axes: { t: { a: { items: { db: { count: 2 } } }, b: { extends: a } } }
         |                            ^^
         = help: give it \`use\`, \`choose\`, \`price\`, \`buy\` or \`once\`; where nobody knows the price, say why under \`unpriced\`"
    `);
  });

  test('a choice from nothing', () => {
    expect(complaints('items: { app: { choose: { from: [] } } }\n')).toMatchInlineSnapshot(`
      "error[E104]: \`from\` is empty
        --> plan.yaml:3:27
       3 | items: { app: { choose: { from: [] } } }
         |                           ^^^^
         = help: name what to choose from: \`from: [contabo/*]\`"
    `);
  });

  test('a choice without `from`', () => {
    expect(complaints('items: { app: { choose: { needs: { vcpu: 2 vCPU } } } }\n')).toMatchInlineSnapshot(`
      "error[E105]: \`choose\` needs \`from\`
        --> plan.yaml:3:27
       3 | items: { app: { choose: { needs: { vcpu: 2 vCPU } } } }
         |                           ^^^^^
         = help: from: the candidates, by their catalog path; \`*\` stands for any: \`[contabo/*, hetzner/cx*]\`"
    `);
  });
});

describe('one mistake is said once', () => {
  const codes = (body: string) => complaints(body).match(/(?<=error\[)\w+/g);

  test('a price that does not parse, or is misspelt, is still a price', () => {
    expect(codes('items: { app: { price: 5 + } }\n')).toEqual(['E201']);
    expect(codes('items: { app: { prize: 5 EUR } }\n')).toEqual(['E103']);
    expect(codes('items: { app: {} }\naxes: { t: { a: { app.price: 5 + } } }\n')).toEqual(['E201']);
  });

  test('a comma that cuts a text or a formula in two is named as the cause', () => {
    const cause = 'a text or a formula with a comma stands in quotes between { }';
    expect(complaints('inputs: { a: { value: 3, label: first, or second } }\n')).toContain(cause);
    expect(complaints('items: { app: { price: 5 USD/month, count: max(1, 2) } }\n')).toContain(cause);
    expect(complaints('items: { app: { price: 5 USD/month, cuont: 2 } }\n')).not.toContain(cause);
    expect(complaints('items: { app: { price: 5 USD/month, "or so": 2 } }\n')).not.toContain(cause);
  });

  test('an input that cannot be read is still an input', () => {
    expect(codes('inputs: { users: 5 + }\naxes: { s: { sweep: users, values: [5] } }\n')).toEqual(['E201']);
  });

  test('an axis that cannot be read is still an axis', () => {
    const body = 'axes: { s: { sweep: users, values: [5] }, t: { a: { at s=5: { app.count: 2 } } } }\n';
    expect(codes(body)).toEqual(['E401']);
  });

  test('a name that cannot be one is not asked for twice', () => {
    expect(codes('inputs: { a-b: 5 + }\n')).toEqual(['E107']);
  });
});

describe('axes', () => {
  test('an axis without points', () => {
    expect(complaints('axes: { tier: { label: Size } }\n')).toMatchInlineSnapshot(`
      "error[E104]: the axis \`tier\` has no points
        --> plan.yaml:3:9
       3 | axes: { tier: { label: Size } }
         |         ^^^^
         = help: name its points and what is different there: \`a: { users: 100 users }\`"
    `);
  });

  test('a point that cannot be called so', () => {
    expect(complaints("axes: { tier: { label: L, 'a b': {}, note: {}, -x: {} } }\n")).toMatchInlineSnapshot(`
      "error[E107]: a point cannot be called \`a b\`
        --> plan.yaml:3:27
       3 | axes: { tier: { label: L, 'a b': {}, note: {}, -x: {} } }
         |                           ^^^^^
         = help: the name of a point has letters, digits, \`_\`, \`.\`, \`%\` and \`-\`: \`a_b\`; \`label\` takes any words

      error[E107]: a point cannot be called \`note\`
        --> plan.yaml:3:38
       3 | axes: { tier: { label: L, 'a b': {}, note: {}, -x: {} } }
         |                                      ^^^^
         = help: \`note\` is a key of the language here; choose another name

      error[E107]: a point cannot be called \`-x\`
        --> plan.yaml:3:48
       3 | axes: { tier: { label: L, 'a b': {}, note: {}, -x: {} } }
         |                                                ^^
         = help: the name of a point has letters, digits, \`_\`, \`.\`, \`%\` and \`-\`"
    `);
  });

  test('a base that is no point', () => {
    expect(complaints('axes: { tier: { base: c, small: {}, large: {} } }\n')).toMatchInlineSnapshot(`
      "error[E404]: the axis \`tier\` has no point \`c\`
        --> plan.yaml:3:23
       3 | axes: { tier: { base: c, small: {}, large: {} } }
         |                       ^
         = help: its points are small, large"
    `);
  });

  test('an unknown key of a point', () => {
    expect(complaints('axes: { tier: { a: { base: true, total: 5 } } }\n')).toMatchInlineSnapshot(`
      "error[E103]: an option cannot change \`base\`
        --> plan.yaml:3:22
       3 | axes: { tier: { a: { base: true, total: 5 } } }
         |                      ^^^^
         = help: the base point is named beside the points of the axis: \`base: b\`

      error[E103]: an option cannot change \`total\`
        --> plan.yaml:3:34
       3 | axes: { tier: { a: { base: true, total: 5 } } }
         |                                  ^^^^^
         = help: an option changes inputs, formulas and fields of items"
    `);
  });

  test('a field that items do not have', () => {
    expect(
      complaints(
        'items: { app: { price: 1 EUR } }\naxes: { tier: { a: { app.prise: 5 EUR, app.group: web, app: { counts: 2 } } } }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error[E103]: an item has no field \`prise\`
        --> plan.yaml:4:22
       4 | axes: { tier: { a: { app.prise: 5 EUR, app.group: web, app: { counts: 2 } } } }
         |                      ^^^^^^^^^
         = help: did you mean \`price\`?

      error[E103]: \`group\` of an item cannot differ between options
        --> plan.yaml:4:40
       4 | axes: { tier: { a: { app.prise: 5 EUR, app.group: web, app: { counts: 2 } } } }
         |                                        ^^^^^^^^^
         = help: what can: use, choose, plan, region, term, buy, price, quantity, count, hours, once, life, residual, commit, upfront, when, headroom, quality, spare, min, paid, demand, serves, unpriced

      error[E103]: a change to an item has no key \`counts\`
        --> plan.yaml:4:63
       4 | axes: { tier: { a: { app.prise: 5 EUR, app.group: web, app: { counts: 2 } } } }
         |                                                               ^^^^^^
         = help: did you mean \`count\`?"
    `);
  });

  test('a point that is a value', () => {
    expect(complaints('axes: { tier: { a: 5 } }\n')).toMatchInlineSnapshot(`
      "error[E104]: a point of an axis is a block of keys
        --> plan.yaml:3:20
       3 | axes: { tier: { a: 5 } }
         |                    ^ this is a single value
         = help: its keys: label, note, extends, items, remove, revenue, …"
    `);
  });

  test('an input changed like an item', () => {
    expect(
      complaints(
        'inputs: { users: 5 users }\naxes: { tier: { a: { users: { value: 6 users, source: page 2 } } } }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error[E104]: \`users\` is an input
        --> plan.yaml:4:22
       4 | axes: { tier: { a: { users: { value: 6 users, source: page 2 } } } }
         |                      ^^^^^
         = help: only its value can differ, and stands right behind it: \`users: …\`"
    `);
  });

  test('an item changed like an input', () => {
    expect(
      complaints('items: { app: { price: 1 EUR } }\naxes: { tier: { a: { app: shop/small } } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E104]: \`app\` is an item
        --> plan.yaml:4:22
       4 | axes: { tier: { a: { app: shop/small } } }
         |                      ^^^
         = help: say which of its fields differs: \`app.use: …\`"
    `);
  });

  test('an override of a name that can be none', () => {
    expect(complaints('axes: { tier: { a: { peak-share: 5% } } }\n')).toMatchInlineSnapshot(`
      "error[E107]: \`peak-share\` cannot be a name
        --> plan.yaml:3:22
       3 | axes: { tier: { a: { peak-share: 5% } } }
         |                      ^^^^^^^^^^
         = help: a name has letters, digits and \`_\`, and does not begin with a digit: \`peak_share\`"
    `);
  });

  test('an added item that exists', () => {
    expect(
      complaints(
        'items:\n  db: { price: 1 EUR }\naxes:\n  tier:\n    a: { items: { db: { price: 2 EUR } } }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error[E407]: two things are called \`db\`
        --> plan.yaml:7:19
       7 |     a: { items: { db: { price: 2 EUR } } }
         |                   ^^ an item is called this
       4 |   db: { price: 1 EUR }
         |   -- an item already is
         = help: give one of them another name"
    `);
  });

  test('an item added twice for one case', () => {
    expect(
      complaints(
        'axes:\n  tier: { a: { items: { db: { price: 2 EUR } } } }\n  stage: { x: { items: { db: { price: 3 EUR } } } }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error[E407]: two items are called \`db\` in one case
        --> plan.yaml:5:26
       5 |   stage: { x: { items: { db: { price: 3 EUR } } } }
         |                          ^^ added at stage=x
       4 |   tier: { a: { items: { db: { price: 2 EUR } } } }
         |                         -- added at tier=a
         = help: give one of them another name"
    `);
  });

  test('an option that extends itself', () => {
    expect(
      complaints(
        'axes:\n  tier:\n    a: { extends: b }\n    b: { extends: c }\n    c: { extends: a }\n    d: { extends: c }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error[E408]: \`a\` extends itself: a → b → c → a
        --> plan.yaml:5:19
       5 |     a: { extends: b }
         |                   ^ extends \`b\`
       6 |     b: { extends: c }
         |                   - extends \`c\`
       7 |     c: { extends: a }
         |                   - extends \`a\`
         = help: one of them must stand on its own"
    `);
  });

  test('an option that extends nothing known', () => {
    expect(complaints('axes: { tier: { small: {}, large: { extends: smal } } }\n')).toMatchInlineSnapshot(`
      "error[E404]: the axis \`tier\` has no point \`smal\`
        --> plan.yaml:3:46
       3 | axes: { tier: { small: {}, large: { extends: smal } } }
         |                                              ^^^^
         = help: did you mean \`small\`?"
    `);
  });

  test('a condition on an unknown axis', () => {
    expect(complaints('axes: { tier: { a: { at stag=x: {} } }, stage: { x: {} } }\n')).toMatchInlineSnapshot(`
      "error[E403]: there is no axis \`stag\`
        --> plan.yaml:3:25
       3 | axes: { tier: { a: { at stag=x: {} } }, stage: { x: {} } }
         |                         ^^^^
         = help: did you mean \`stage\`?"
    `);
  });

  test('a condition on an unknown point', () => {
    expect(
      complaints(
        'axes:\n  tier:\n    a:\n      at stage=x, mail=none: {}\n  stage: { x: {} }\n  mail: { free: {}, paid: {} }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error[E404]: the axis \`mail\` has no point \`none\`
        --> plan.yaml:6:24
       6 |       at stage=x, mail=none: {}
         |                        ^^^^
         = help: its points are free, paid"
    `);
  });

  test('a condition on the same axis', () => {
    expect(complaints('axes: { tier: { a: { at tier=b: {} }, b: {} } }\n')).toMatchInlineSnapshot(`
      "error[E104]: this stands under a point of \`tier\` already
        --> plan.yaml:3:25
       3 | axes: { tier: { a: { at tier=b: {} }, b: {} } }
         |                         ^^^^
         = help: name each axis once"
    `);
  });

  test('no condition', () => {
    expect(complaints('axes: { tier: { a: { at stage: {} } } }\n')).toMatchInlineSnapshot(`
      "error[E104]: this is no condition
        --> plan.yaml:3:22
       3 | axes: { tier: { a: { at stage: {} } } }
         |                      ^^^^^^^^
         = help: name an axis and its point, several with commas: \`at stage=beta, mail=free\`"
    `);
  });

  test('a condition within a condition', () => {
    expect(
      complaints('axes: { tier: { a: { at stage=x: { at stage=x: {} } } }, stage: { x: {} } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E104]: an \`at\` block stands in another
        --> plan.yaml:3:36
       3 | axes: { tier: { a: { at stage=x: { at stage=x: {} } } }, stage: { x: {} } }
         |                                    ^^^^^^^^^^
         = help: join the conditions with a comma: \`at stage=beta, mail=free\`"
    `);
  });
});

describe('sweeps', () => {
  test('an input that is not there', () => {
    expect(
      complaints('inputs: { users: 5 users }\naxes: { s: { sweep: user, values: [5] } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E401]: there is no input \`user\`
        --> plan.yaml:4:21
       4 | axes: { s: { sweep: user, values: [5] } }
         |                     ^^^^
         = help: did you mean \`users\`?"
    `);
  });

  test('no input', () => {
    expect(
      complaints('formulas: { double: 5 }\naxes: { s: { sweep: double, values: [5] } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E401]: \`double\` is a formula
        --> plan.yaml:4:21
       4 | axes: { s: { sweep: double, values: [5] } }
         |                     ^^^^^^
         = help: a sweep gives an input one value after the other"
    `);
  });

  test('without values', () => {
    expect(
      complaints(
        'inputs: { users: 5 users }\naxes: { s: { sweep: users, values: [] }, t: { sweep: users }, u: { values: [5] } }\n',
      ),
    ).toMatchInlineSnapshot(`
      "error[E104]: \`values\` is empty
        --> plan.yaml:4:28
       4 | axes: { s: { sweep: users, values: [] }, t: { sweep: users }, u: { values: [5] } }
         |                            ^^^^^^
         = help: for example \`values: [47, 100, 500]\`

      error[E105]: a sweep needs \`values\`
        --> plan.yaml:4:47
       4 | axes: { s: { sweep: users, values: [] }, t: { sweep: users }, u: { values: [5] } }
         |                                               ^^^^^
         = help: values: the values, which also name the points: \`[47, 100, 500]\`

      error[E105]: a sweep needs \`sweep\`
        --> plan.yaml:4:68
       4 | axes: { s: { sweep: users, values: [] }, t: { sweep: users }, u: { values: [5] } }
         |                                                                    ^^^^^^
         = help: sweep: the input that takes one value after the other"
    `);
  });

  test('two values of one name', () => {
    expect(
      complaints('inputs: { users: 5 users }\naxes: { s: { sweep: users, values: [5, 5 users] } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E407]: two points are called \`5\`
        --> plan.yaml:4:40
       4 | axes: { s: { sweep: users, values: [5, 5 users] } }
         |                                        ^^^^^^^
         |                                     - here already
         = help: leave one of them out"
    `);
  });

  test('a value that can name no point', () => {
    expect(
      complaints('inputs: { fee: 5 EUR }\naxes: { s: { sweep: fee, values: [€5] } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E107]: a point cannot be called \`€5\`
        --> plan.yaml:4:35
       4 | axes: { s: { sweep: fee, values: [€5] } }
         |                                   ^^
         = help: the name of a point has letters, digits, \`_\`, \`.\`, \`%\` and \`-\`: \`5\`; \`label\` takes any words"
    `);
  });

  test('a bare number for a percentage', () => {
    expect(
      complaints('inputs: { share: 20% }\naxes: { s: { sweep: share, values: [10, 20%] } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E104]: this could be meant in two ways
        --> plan.yaml:4:37
       4 | axes: { s: { sweep: share, values: [10, 20%] } }
         |                                     ^^
         = help: \`share\` is in %; write the sign, for example \`20%\`"
    `);
  });

  test('a base that is no value', () => {
    expect(
      complaints('inputs: { users: 5 users }\naxes: { s: { sweep: users, values: [5, 50], base: 500 } }\n'),
    ).toMatchInlineSnapshot(`
      "error[E404]: the axis \`s\` has no point \`500\`
        --> plan.yaml:4:51
       4 | axes: { s: { sweep: users, values: [5, 50], base: 500 } }
         |                                                   ^^^
         = help: did you mean \`50\`?"
    `);
  });
});

describe('expectations and the rest', () => {
  test('an expectation that is a text', () => {
    expect(complaints('expect: [total]\n')).toMatchInlineSnapshot(`
      "error[E104]: an expectation is a block of keys
        --> plan.yaml:3:10
       3 | expect: [total]
         |          ^^^^^ this is a single value
         = help: its keys: that, is, within, id, source, probability, …"
    `);
  });

  test('an unknown key', () => {
    expect(complaints('expect: [{ that: total, equals: 5 }]\n')).toMatchInlineSnapshot(`
      "error[E103]: an expectation has no key \`equals\`
        --> plan.yaml:3:25
       3 | expect: [{ that: total, equals: 5 }]
         |                         ^^^^^^
         = help: known keys: that, is, within, id, source, probability, note, disputed"
    `);
  });

  test('a dispute without its reason', () => {
    expect(complaints('expect: [{ that: total, disputed: { stated: 5 EUR } }]\n')).toMatchInlineSnapshot(`
      "error[E105]: \`disputed\` needs \`because\`
        --> plan.yaml:3:37
       3 | expect: [{ that: total, disputed: { stated: 5 EUR } }]
         |                                     ^^^^^^
         = help: because: why the plan cannot bear it"
    `);
  });

  test('an open question without what is missing', () => {
    expect(complaints('open: [{ says: it scales }]\n')).toMatchInlineSnapshot(`
      "error[E105]: an open question needs \`missing\`
        --> plan.yaml:3:10
       3 | open: [{ says: it scales }]
         |          ^^^^
         = help: missing: what would be needed to decide it"
    `);
  });

  test('a discount on nothing', () => {
    expect(complaints('discounts: [{ off: 10% }]\n')).toMatchInlineSnapshot(`
      "error[E105]: a discount needs \`on\`
        --> plan.yaml:3:15
       3 | discounts: [{ off: 10% }]
         |               ^^^
         = help: on: what it is given on, by catalog path; \`*\` stands for any: \`contabo/*\`"
    `);
  });

  test('a price book of wrong shape', () => {
    expect(complaints('prices: { shop: { products: { box: { prize: 5 EUR } } } }\n')).toMatchInlineSnapshot(`
      "error[E103]: a product has no key \`prize\`
        --> plan.yaml:3:38
       3 | prices: { shop: { products: { box: { prize: 5 EUR } } } }
         |                                      ^^^^^
         = help: did you mean \`price\`?

      error[E503]: there is no price here
        --> plan.yaml:3:38
       3 | prices: { shop: { products: { box: { prize: 5 EUR } } } }
         |                                      ^^^^^
         = help: give \`price\`, \`fee\` or \`tiers\`, or say why there is none: \`unknown: not on the price list\`"
    `);
  });
});
