// What does not fit together, each with its code, its place and a way out.
import { describe, expect, test } from 'vitest';
import { complaints, read, thing } from './support.ts';

/** Blocks of one product; it begins in line 4, column 5. */
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'price and tiers',
    'price: 1 USD/GB\ntiers: [{ price: 1 USD/GB }]',
    ['E503 5:5 `price` and `tiers` cannot stand together'],
  ],
  [
    'covers and free',
    'price: 1 USD/GB\ncovers: 1 GB\nfree: 1 GB',
    ['E503 6:5 `covers` and `free` cannot stand together'],
  ],
  [
    'price and unknown',
    'price: 1 USD/GB\nunknown: why',
    ['E503 5:5 `price` and `unknown` cannot stand together'],
  ],
  [
    'fee and unknown',
    'fee: 1 USD/month\nunknown: why',
    ['E503 5:5 `fee` and `unknown` cannot stand together'],
  ],
  ['nothing', 'name: Thing', ['E503 4:5 there is no price here']],
  ['only conditions', 'minimum: 1 USD/month', ['E503 4:5 there is no price here']],
  [
    'free, and nothing after it',
    'fee: 1 USD/month\nfree: 1 GB',
    ['E503 5:5 `free` needs a price for what is above it'],
  ],
  [
    'mode without tiers',
    'price: 1 USD/GB\nmode: volume',
    ['E503 5:5 `mode` says how tiers count, and there are no `tiers`'],
  ],
  [
    'tiers that do not ascend',
    'tiers: [{ up_to: 10 TB, price: 2 USD/GB }, { up_to: 500 GB, price: 1 USD/GB }, { price: 1 USD/GB }]',
    ['E503 4:57 the tiers are not in ascending order'],
  ],
  [
    'tiers of one size',
    'tiers:\n- { up_to: 1 TB, price: 2 USD/GB }\n- { up_to: 1000 GB, price: 1 USD/GB }\n- { price: 1 USD/GB }',
    ['E503 6:16 the tiers are not in ascending order'],
  ],
  [
    'a last tier with an end',
    'tiers: [{ up_to: 10 TB, price: 2 USD/GB }]',
    ['E503 4:15 the last tier must have no end'],
  ],
  [
    'an open tier in the middle',
    'tiers: [{ price: 2 USD/GB }, { price: 1 USD/GB }]',
    ['E503 4:13 only the last tier may have no end'],
  ],
  [
    'a tier without a price',
    'tiers: [{ up_to: 1 GB, fee: 1 USD/month }, {}]',
    ['E503 4:48 this tier has no price'],
  ],
  ['no tiers', 'tiers: []', ['E503 4:5 `tiers` is empty']],
  [
    'from after until',
    'price: 1 USD/GB\nfrom: 2026-02-01\nuntil: 2026-01-31',
    ['E503 6:5 this price ends before it begins'],
  ],
  [
    'seen after it ended is no contradiction, held after it ended is',
    'price: 1 USD/GB\ndate: 2026-02-01\nuntil: 2026-01-31',
    ['E503 6:5 this price ends before it begins'],
  ],
  [
    'two prices from one day',
    'prices:\n  - { from: 2026-01-01, price: 1 USD/GB }\n  - { date: 2026-01-01, price: 2 USD/GB }',
    ['E503 6:9 there are two prices from 2026-01-01'],
  ],
  [
    'two prices without a day',
    'prices:\n  - { price: 1 USD/GB }\n  - { price: 2 USD/GB }',
    ['E503 6:9 there are two prices without a day'],
  ],
  [
    'price and prices',
    'price: 1 USD/GB\nprices: [{ price: 1 USD/GB }]',
    ['E503 4:5 `price` and `prices` cannot stand together'],
  ],
  ['no prices', 'prices: []', ['E503 4:5 `prices` is empty']],
  [
    'plans and a price',
    'fee: 1 USD/month\nplans: { a: { fee: 1 USD/month } }',
    ['E503 4:5 a product with `plans` has no `fee` of its own'],
  ],
  ['no plans', 'plans: {}', ['E503 4:5 `plans` is empty']],
  ['a price that is no money', 'price: 4.50', ['E503 4:12 `price` is money']],
  ['a price in gigabytes', 'price: 4 GB', ['E503 4:12 `price` is money']],
  ['a range that is no money', 'price: 4 to 5', ['E503 4:12 `price` is money']],
  ['a credit that is no money', 'fee: 1 USD/month\ncredit: 5 GB', ['E503 5:13 `credit` is money']],
  [
    'a region that adds and takes off',
    'price: 1 USD/month\nregions: { eu: { add: 1 USD/month, off: 10% } }',
    ['E503 5:40 `add` and `off` cannot stand together'],
  ],
  [
    'a term with a factor and a price',
    'price: 1 USD/month\nterms: { 1-year: { times: 0.9, price: 1 USD/month } }',
    ['E503 5:36 `times` and `price` cannot stand together'],
  ],
  [
    'a region that changes nothing',
    'price: 1 USD/month\nregions: { eu: { note: far } }',
    ['E503 5:16 this changes nothing about the price'],
  ],
  [
    'a discount in money',
    'price: 1 USD/month\nterms: { a: { off: 1 USD/month } }',
    ['E503 5:24 `off` is a share or a number without a unit'],
  ],
  [
    'a surcharge as a share',
    'price: 1 USD/month\nregions: { a: { add: 20% } }',
    ['E503 5:26 `add` is money'],
  ],
  ['unknown without a reason', 'unknown:', ['E104 4:5 `unknown` needs a reason']],
  ['a price that is empty', 'price:', ['E104 4:11 `price` is empty']],
  ['a name in a vendor’s figure', 'price: drivers * 1 USD/month', ['E302 4:12 `drivers` is not a unit']],
  ['an unknown unit', 'price: 1 USD/mailbx', ['E302 4:18 `mailbx` is not a unit']],
  ['a formula that does not parse', 'price: 1 USD/month +', ['E201 4:25 a value is missing after `+`']],
  ['a price that is `unknown`', 'price: unknown', ['E503 4:12 `price` cannot be `unknown`']],
  ['an unlimited price', 'price: unlimited', ['E302 4:12 `unlimited` is not a unit']],
  ['an unknown key', 'price: 1 USD/month\nfrem: 1 GB', ['E103 5:5 a product has no key `frem`']],
  ['a day that is none', 'price: 1 USD/month\ndate: 2026-02-30', ['E104 5:11 `2026-02-30` is not a date']],
  [
    'a qualifier that is none',
    'price: 1 USD/month\nqualifier: roughly',
    ['E104 5:16 `qualifier` cannot be `roughly`'],
  ],
  [
    'an attribute in words',
    'price: 1 USD/month\nprovides: { disk: NVMe }',
    ['E104 5:23 `NVMe` is no quantity'],
  ],
  [
    'an attribute’s name',
    'price: 1 USD/month\nprovides: { disk-size: 1 GB }',
    ['E107 5:17 `disk-size` cannot be the name of an attribute'],
  ],
  [
    'the id of a plan',
    'plans: { Hobby: { fee: 1 USD/month } }',
    ['E107 4:14 `Hobby` cannot be the id of a plan'],
  ],
  [
    'the id of a region',
    'price: 1 USD/month\nregions: { US East: { add: 1 USD/month } }',
    ['E107 5:16 `US East` cannot be the id of a region'],
  ],
  ['a product that is a list', '- 1', ['E104 4:5 a product is a block of keys']],
];

describe('what does not fit together', () => {
  test.each(cases)('%s', (_name, block, expected) => {
    expect(complaints(thing(block))).toEqual(expected);
  });

  test.each(cases)('%s: with a way out', (_name, block) => {
    for (const { code, help, marks } of read(thing(block)).out.all) {
      // the parser of formulas is on its own
      if (code === 'E201') continue;
      expect(help === '' && marks.every((m) => m.label === '')).toBe(false);
    }
  });

  test('a unit written apart is a unit, and a unit misspelt gets the nearest', () => {
    expect(complaints(thing('price: 10 USD / month'))).toEqual([]);
    const [diagnostic] = read(thing('price: 1 USD/mailbx')).out.all;
    expect(diagnostic?.help).toMatch(/^did you mean `mailbox`\?/);
  });

  test('several faults of one file are told in one run', () => {
    const text = `vendor: acme
products:
  a: { price: 1 }
  b: { price: 1 USD/month, tiers: [] }
  c: { unknown: why }
`;
    expect(complaints(text)).toEqual([
      'E503 3:15 `price` is money',
      'E503 4:28 `price` and `tiers` cannot stand together',
      'E503 4:28 `tiers` is empty',
    ]);
  });
});

describe('the file around it', () => {
  test('a file must say whose it is', () => {
    expect(complaints('products: { a: { price: 1 USD/month } }')).toEqual([
      'E105 1:1 a vendor needs `vendor`',
    ]);
    expect(complaints('vendor: acme')).toEqual(['E105 1:1 a vendor needs `products`']);
  });

  test('the id is the name of the file', () => {
    expect(complaints('vendor: acne\nproducts: { a: { price: 1 USD/month } }')).toEqual([
      'E107 1:9 this is the file of `acme`, and it says `acne`',
    ]);
  });

  test('the id of a product', () => {
    expect(complaints('vendor: acme\nproducts: { a/b: { price: 1 USD/month } }')).toEqual([
      'E107 2:13 `a/b` cannot be the id of a product',
    ]);
  });

  test('a key that stands twice, and text that is no YAML', () => {
    expect(
      complaints('vendor: acme\nproducts:\n  a: { price: 1 USD/month }\n  a: { price: 2 USD/month }')[0],
    ).toMatch(/^E106/);
    expect(complaints('vendor: [')[0]).toMatch(/^E101/);
    expect(complaints('- 1')).toEqual(['E104 1:1 a vendor is a block of keys']);
  });

  test('an unknown key gets the nearest', () => {
    const { out } = read('vendor: acme\nproduct: {}\nproducts: {}');
    expect(out.all.map((d) => d.help)).toEqual(['did you mean `products`?']);
  });

  test('units of its own', () => {
    expect(
      complaints('vendor: acme\nunits: [widget]\nproducts: { a: { price: 1 USD/widget/month } }'),
    ).toEqual([]);
    expect(complaints('vendor: acme\nunits: [3-d]\nproducts: {}')).toEqual([
      'E307 2:9 `3-d` cannot be a unit',
    ]);
  });
});
