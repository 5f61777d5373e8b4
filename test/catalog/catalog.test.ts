// Finding things by path and by pattern.
import { describe, expect, test } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.ts';
import { matchesPath, matchesSegment } from '../../src/catalog/pattern.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { catalogOf, filesOf, ownTexts, told } from './support.ts';

const texts = {
  post: `vendor: post
name: The Post
products:
  email:
    plans:
      free: { fee: 0 EUR/month, covers: 500 emails/month }
      hobby: { fee: 5 EUR/month, covers: 5_000 emails/month }
  letters:
    plans:
      bulk: { fee: 50 EUR/month }
      hobby: { fee: 1 EUR/month }
  parcels: { price: 4 EUR/month }
`,
  rent: 'vendor: rent\nproducts: { small: { price: 1 EUR/month }, small-2: { price: 2 EUR/month }, large: { price: 3 EUR/month } }',
  solo: 'vendor: solo\nproducts: { tls: { price: 0 EUR/month } }',
  void: 'vendor: void\nproducts: {}',
};

/** What a path gives, in words: the product and the plan, or what is said. */
function ask(path: string, all: Readonly<Record<string, string>> = texts): string {
  const { catalog } = catalogOf(all);
  const out = new Diagnostics();
  const text = `use: ${path}`;
  const span = { source: { file: 'plan.yaml', text }, start: 5, end: text.length };
  const found = catalog.find(path, span, out);
  if (found !== undefined) {
    expect(out.all).toEqual([]);
    const plan = found.plan === undefined ? '' : ` (${found.plan.id})`;
    return `${found.product.vendor} ${found.product.id}${plan}`;
  }
  const [diagnostic] = out.all;
  expect(out.all).toHaveLength(1);
  return diagnostic === undefined ? '' : `${told(diagnostic)} | ${diagnostic.help}`;
}

describe('a path', () => {
  test('names a product', () => {
    expect(ask('rent/small')).toBe('rent small');
    expect(ask('post/email')).toBe('post email');
  });

  test('pins a plan', () => {
    expect(ask('post/email/hobby')).toBe('post email (hobby)');
  });

  test('may leave out the product where the vendor has one', () => {
    expect(ask('solo')).toBe('solo tls');
  });

  test('may leave out the product where one has such a plan', () => {
    expect(ask('post/free')).toBe('post email (free)');
    expect(ask('post/bulk')).toBe('post letters (bulk)');
  });

  const wrong: readonly (readonly [string, string])[] = [
    [
      'pst/email',
      'E501 1:6 there is no vendor `pst` | did you mean `post`? the vendors are post, rent, solo, void',
    ],
    ['nobody', 'E501 1:6 there is no vendor `nobody` | the vendors are post, rent, solo, void'],
    [
      'rent/smal',
      'E501 1:11 `rent` has no product `smal` | did you mean `rent/small`? it sells small, small-2, large',
    ],
    [
      'post/hoby',
      'E501 1:11 `post` has no product `hoby` | did you mean `post/hobby`? it sells email, letters, parcels',
    ],
    [
      'post/emial/hobby',
      'E501 1:11 `post` has no product `emial` | did you mean `post/email`? it sells email, letters, parcels',
    ],
    [
      'post/email/hoby',
      'E501 1:17 `post/email` has no plan `hoby` | did you mean `post/email/hobby`? its plans are free, hobby',
    ],
    [
      'rent/small/hobby',
      'E501 1:17 `rent/small` has no plan `hobby` | it is sold in one way only: `rent/small`',
    ],
    [
      'post/hobby',
      'E501 1:11 several products of `post` have a plan `hobby` | say which: post/email/hobby, post/letters/hobby',
    ],
    ['rent', 'E501 1:6 `rent` sells more than one product | say which: rent/small, rent/small-2, rent/large'],
    ['void', 'E501 1:6 `void` sells nothing | '],
    ['void/x', 'E501 1:11 `void` has no product `x` | it sells nothing'],
    [
      'a/b/c/d',
      'E501 1:6 `a/b/c/d` is no path in the catalog | a path is `vendor/product` or `vendor/product/plan`',
    ],
    [
      'rent/',
      'E501 1:6 `rent/` is no path in the catalog | a path is `vendor/product` or `vendor/product/plan`',
    ],
    ['../secret', 'E501 1:6 there is no vendor `..` | the vendors are post, rent, solo, void'],
  ];
  test.each(wrong)('%s', (path, expected) => {
    expect(ask(path)).toBe(expected);
  });

  test('of a file that cannot be read', () => {
    expect(ask('bad/x', { bad: 'vendor: [' })).toBe(
      'E501 1:6 the prices of `bad` could not be read | its file has an error, reported with its own line',
    );
  });

  test('without a place, and in an empty catalog', () => {
    const out = new Diagnostics();
    expect(catalogOf({}).catalog.find('a/b', undefined, out)).toBeUndefined();
    expect(out.all).toMatchObject([{ code: 'E501', marks: [], help: 'there are no vendors here' }]);
  });

  test('many names are cut', () => {
    const all = Object.fromEntries(
      Array.from({ length: 15 }, (_, i) => [`v${i}`, `vendor: v${i}\nproducts: {}`]),
    );
    expect(ask('nobody', all)).toMatch(/v0, v1, v10, .* and 3 more$/);
  });
});

describe('files', () => {
  test('are read only when asked for, and once', () => {
    const { catalog, out, asked } = catalogOf(texts);
    expect(asked).toEqual([]);
    catalog.find('rent/small', undefined, out);
    catalog.withBook([]).find('rent/large', undefined, out);
    catalog.match('rent/*');
    expect(asked).toEqual(['rent']);
    expect(catalog.vendors().map((v) => v.id)).toEqual(['post', 'rent', 'solo', 'void']);
    expect(asked).toEqual(['rent', 'post', 'solo', 'void']);
  });

  test('with errors say so once', () => {
    const { catalog, out } = catalogOf({
      bad: 'vendor: bad\nproducts: { a: { price: 1 }, b: { price: 1 EUR/month } }',
    });
    expect(out.all).toEqual([]);
    catalog.find('bad/b', undefined, out);
    catalog.find('bad/a', undefined, out);
    expect(out.all.map(told)).toEqual(['E503 2:25 `price` is money']);
  });

  test('an id that cannot be one never reaches them', () => {
    const { catalog, out, asked } = catalogOf(texts);
    for (const id of ['..', '../x', 'a b', '', '*', '/etc', 'RENT']) catalog.find(`${id}/x`, undefined, out);
    catalog.match('../x');
    expect(asked).toEqual([]);
  });

  test('a vendor is called by its name, or its id', () => {
    const { catalog } = catalogOf(texts);
    expect(['post', 'rent', 'nobody'].map((id) => catalog.vendorName(id))).toEqual([
      'The Post',
      'rent',
      'nobody',
    ]);
  });
});

describe('a pattern', () => {
  const { catalog } = catalogOf(texts);
  const ids = (pattern: string): readonly string[] =>
    catalog
      .match(pattern)
      .map((p) => `${p.vendor}/${p.id}${p.plans.map((plan) => plan.id && `:${plan.id}`).join('')}`);

  test.each([
    ['rent/*', ['rent/small', 'rent/small-2', 'rent/large']],
    ['rent/small*', ['rent/small', 'rent/small-2']],
    ['rent/small', ['rent/small']],
    [
      '*/*l*',
      [
        'post/email:free:hobby',
        'post/letters:bulk:hobby',
        'post/parcels',
        'rent/small',
        'rent/small-2',
        'rent/large',
        'solo/tls',
      ],
    ],
    ['solo', ['solo/tls']],
    [
      '*',
      [
        'post/email:free:hobby',
        'post/letters:bulk:hobby',
        'post/parcels',
        'rent/small',
        'rent/small-2',
        'rent/large',
        'solo/tls',
      ],
    ],
    ['post/*/hobby', ['post/email:hobby', 'post/letters:hobby']],
    ['post/email/f*', ['post/email:free']],
    ['rent/*/*', []],
    ['nobody/*', []],
    ['rent/small/x/y', []],
    ['', []],
  ])('%s', (pattern, expected) => {
    expect(ids(pattern)).toEqual(expected);
  });

  test('a star is any run of characters within a segment', () => {
    const cases: readonly (readonly [string, string, boolean])[] = [
      ['*', '', true],
      ['a*', 'a', true],
      ['a*a', 'a', false],
      ['a*a', 'aa', true],
      ['*ab*ab', 'ab', false],
      ['*ab*ab', 'abab', true],
      ['a*b*c', 'a-b-b-c', true],
      ['a*b*c', 'a-c-b', false],
      ['a', 'ab', false],
      ['a.c', 'abc', false],
    ];
    for (const [pattern, text, expected] of cases)
      expect([pattern, text, matchesSegment(pattern, text)]).toEqual([pattern, text, expected]);
  });

  test('a path fits a pattern that ends sooner', () => {
    expect(matchesPath('post/*', 'post/email/hobby')).toBe(true);
    expect(matchesPath('post', 'post/email')).toBe(true);
    expect(matchesPath('post/email/hobby', 'post/email')).toBe(false);
    expect(matchesPath('*/email', 'post/letters')).toBe(false);
  });

  test('a hostile pattern is answered at once', () => {
    const start = performance.now();
    expect(matchesSegment('*a'.repeat(2_000), 'a'.repeat(1_999))).toBe(false);
    expect(matchesSegment(`${'*a'.repeat(2_000)}b`, 'a'.repeat(20_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('the vendors of this project', () => {
  const catalog = Catalog.of(filesOf(ownTexts()), UnitTable.builtin, new Diagnostics());

  test.each([
    ['contabo/cloud-vps-20', 'cloud-vps-20', undefined],
    ['mailersend', 'email', undefined],
    ['mailersend/hobby', 'email', 'hobby'],
    ['backblaze/b2', 'b2', undefined],
    ['railway/pro', 'platform', 'pro'],
    ['uptimerobot/free', 'monitoring', 'free'],
    ['supabase/paid', 'postgres', 'paid'],
    ['openai/gpt-5.4-mini-input', 'gpt-5.4-mini-input', undefined],
  ])('%s', (path, product, plan) => {
    const out = new Diagnostics();
    const found = catalog.find(path, undefined, out);
    expect(out.all).toEqual([]);
    expect([found?.product.id, found?.plan?.id]).toEqual([product, plan]);
  });
});
