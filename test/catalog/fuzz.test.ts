// Whatever stands in a vendor's file: reading it never throws, and every refusal says where.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Catalog, priceOn } from '../../src/catalog/catalog.ts';
import { describeTariff } from '../../src/catalog/describe-tariff.ts';
import { pricesBetween } from '../../src/catalog/price-diff.ts';
import { searchProducts } from '../../src/catalog/search.ts';
import type { Vendor } from '../../src/catalog/types.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { filesOf, ownTexts, read } from './support.ts';

const rich = `vendor: acme
name: Acme
units: [widget]
source: the list
date: 2026-01-01
products:
  a:
    provides: { vcpu: 3 vCPU, traffic: unlimited, disk: unknown }
    prices:
      - { from: 2025-01-01, until: 2025-12-31, price: 5 to 10 USD/month, qualifier: about }
      - { from: 2026-02-01, tiers: [ { up_to: 10 TB, price: 0.02 USD/GB }, { price: 0.01 USD/GB } ], mode: volume }
    regions: { eu: { add: 1 USD/month }, us: { unknown: dearer } }
    terms: { 1-year: { off: 20%, source: a page }, 3-year: { fee: 5 USD/month, setup: 1 USD } }
  b:
    not_chosen: deleted after 30 days
    plans:
      free: { fee: 0 EUR/month, covers: 500 emails/month }
      pro: { fee: 20 USD/month, free: 1 TB, price: 0.10 USD/GB, block: 1 GB, at_least: 3 GB, minimum: 1 USD/month }
`;

const texts = [rich, ...ownTexts().values()];
const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    ':',
    ': ',
    ',',
    '-',
    '- ',
    '\n',
    '\n  ',
    '\n      ',
    '#',
    '"',
    "'",
    '|',
    '>-',
    '~',
    '&a ',
    '*a',
    '\t',
    '\u0000',
    '💶',
  ],
  ...[
    'price',
    'fee',
    'tiers',
    'plans',
    'prices',
    'unknown',
    'covers',
    'free',
    'up_to',
    'from',
    'until',
    'regions',
    'off',
    'add',
  ],
  ...[
    '0',
    '-1',
    '1e999',
    '5 to',
    '%',
    '€',
    'USD/GB',
    'GB',
    'unlimited',
    '2026-02-30',
    '9999-12-31',
    '(',
    ')',
    '1_000',
    '1/0',
    'null',
  ],
];

/** A text with some stretches cut out, doubled, or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...texts),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat({ max: 12 }),
        piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 }), fc.constant(undefined)),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([text, edits]) => {
    let result = text;
    for (const { at, cut, piece } of edits) {
      const start = Math.floor(at * result.length);
      result = `${result.slice(0, start)}${piece ?? result.slice(start, start + 40)}${result.slice(start + cut)}`;
    }
    return result;
  });

/** Everything that can be asked of a vendor that was read, errors or not. */
function exercise(vendor: Vendor): void {
  for (const product of vendor.products.values()) {
    expect(product.plans.length).toBeGreaterThan(0);
    for (const plan of product.plans) {
      expect(plan.prices.length).toBeGreaterThan(0);
      for (const { tariff } of plan.prices) expect(describeTariff(tariff)).not.toBe('');
      for (const day of [undefined, '2024-01-01', '2026-03-01'])
        expect(priceOn(plan, day).kind).toBeTypeOf('string');
    }
  }
  pricesBetween([vendor], '2020-01-01', '2030-01-01');
  searchProducts([vendor], ['a']);
}

describe('a vendor’s file, however wrong', () => {
  test('never throws; every refusal has a place in it and prints', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { vendor, out } = read(text);
        for (const { marks, message } of out.all) {
          expect(marks.length).toBeGreaterThan(0);
          expect(message).not.toBe('');
          for (const { span } of marks) {
            expect(span.source.text).toBe(text);
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start).toBeLessThanOrEqual(text.length);
            expect(span.end).toBeGreaterThanOrEqual(span.start);
          }
        }
        expect(renderDiagnostics(out.all)).toBeTypeOf('string');
        if (vendor === undefined) expect(out.failed).toBe(true);
        else exercise(vendor);
      }),
      { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 400) },
    );
  });

  test('a rate card without a complaint has a price', () => {
    fc.assert(
      fc.property(mutated, (text) => {
        const { vendor, out } = read(text);
        if (vendor === undefined || out.failed) return;
        for (const plan of [...vendor.products.values()].flatMap((p) => p.plans)) {
          for (const { tariff } of plan.prices) {
            const charged = tariff.rate ?? tariff.fee ?? tariff.tiers[0] ?? tariff.unknown;
            expect(charged).toBeDefined();
          }
        }
      }),
    );
  });
});

describe('a path or pattern, however wrong', () => {
  const catalog = Catalog.of(filesOf(ownTexts()), UnitTable.builtin, new Diagnostics());
  const word = fc.oneof(
    fc.constantFrom(
      'contabo',
      'mailersend',
      'email',
      'hobby',
      'cloud-vps-10',
      '*',
      'c*',
      '',
      '..',
      '__proto__',
      'constructor',
    ),
    fc.string({ maxLength: 8 }),
  );
  const path = fc.array(word, { maxLength: 5 }).map((words) => words.join('/'));

  test('gives something, or one reason', () => {
    fc.assert(
      fc.property(path, (text) => {
        const out = new Diagnostics();
        const span = { source: { file: 'plan.yaml', text }, start: 0, end: text.length };
        const found = catalog.find(text, span, out);
        expect(out.all.map((d) => d.code)).toEqual(found === undefined ? ['E501'] : []);
        expect(renderDiagnostics(out.all)).toBeTypeOf('string');
      }),
    );
  });

  test('what a pattern gives can be found', () => {
    fc.assert(
      fc.property(path, (pattern) => {
        for (const product of catalog.match(pattern)) {
          const out = new Diagnostics();
          expect(catalog.find(`${product.vendor}/${product.id}`, undefined, out)?.product.id).toBe(
            product.id,
          );
        }
      }),
    );
  });
});
