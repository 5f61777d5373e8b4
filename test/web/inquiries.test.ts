// What is asked beside the open plan, of the package's own catalog.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainText } from '../../src/report/blocks.ts';
import { PackagedVendors } from '../../src/service/vendor-files.ts';
import { auditExport, audited, drafted } from '../../web/engine/inquiries/audit.ts';
import { glance } from '../../web/engine/inquiries/glance.ts';
import { changes, product, search } from '../../web/engine/inquiries/prices.ts';
import { Session } from '../../web/engine/session.ts';

const vendors = new PackagedVendors();
const session = new Session();
session.catalog(
  Object.fromEntries(vendors.ids().map((id) => [id, { text: vendors.vendor(id)?.text ?? '' }])),
);
const shelf = session.shelf();
const today = '2026-06-01';
const everything = {
  words: '',
  vendor: undefined,
  kind: undefined,
  region: undefined,
  asOf: undefined,
  today,
};

test('a search narrows down, and each facet says what another choice would give', () => {
  const all = search(shelf, everything);
  const vps = search(shelf, { ...everything, words: 'vps' });
  expect(vps.count).toBeLessThan(all.count);
  expect(
    vps.offers.every(({ path, name, kind, vendor }) => /vps/i.test(`${path} ${name} ${kind} ${vendor}`)),
  ).toBe(true);
  for (const { id, count } of vps.vendors) {
    const one = search(shelf, { ...everything, words: 'vps', vendor: id });
    expect(one.count).toBe(count);
    expect(one.vendors).toEqual(vps.vendors);
  }
  expect(search(shelf, { ...everything, words: 'nothing-is-called-so' }).offers).toEqual([]);
});

test('a price tells how old it is, and when that is too old', () => {
  const seen = (day: string) =>
    search(shelf, { ...everything, words: 'backblaze', today: day }).offers.map((o) => o.seen);
  expect(seen('2026-03-28')).toEqual([{ date: '2026-03-27', age: '1 day', stale: false }]);
  expect(seen('2026-12-01')).toEqual([{ date: '2026-03-27', age: '8 months', stale: true }]);
  expect(seen('2026-03-27')).toEqual([{ date: '2026-03-27', age: 'today', stale: false }]);
});

test('the price is that of the day asked for', () => {
  const price = (asOf: string) => search(shelf, { ...everything, words: 'backblaze', asOf }).offers[0]?.price;
  expect(price('2026-03-01')).toBe('0.005 USD/GB/month');
  expect(price('2026-04-01')).toBe('6 USD/TB/month after the first 10 GB');
  expect(price('2020-01-01')).toBe('no price on 2020-01-01');
});

test('every product of the catalog has a page', () => {
  for (const { product: path } of search(shelf, everything).offers) {
    const page = product(shelf, { path, asOf: undefined, today });
    expect(page.ways.length).toBeGreaterThan(0);
    for (const way of page.ways) expect(way.price).not.toBe('');
  }
  expect(() => product(shelf, { path: 'nobody/nothing', asOf: undefined, today })).toThrow(/no product/);
});

test('what changed between two days', () => {
  const found = changes(shelf, { from: '2026-03-01', to: '2026-03-31', product: 'backblaze/b2' });
  expect(found.table?.rows.map((row) => row.cells.map((c) => plainText(c.text)).slice(0, 5))).toEqual([
    ['2026-03-27', 'backblaze/b2', 'changed', '0.005 USD/GB/month', '6 USD/TB/month after the first 10 GB'],
  ]);
  expect(changes(shelf, { from: '1990-01-01', to: '1990-02-01', product: undefined })).toEqual({
    count: 0,
    table: undefined,
  });
});

const planAt = (name: string): string => readFileSync(join(import.meta.dirname, '../../plans', name), 'utf8');

test('a plan that is not open says what it comes to, or why not', () => {
  const text = planAt('kec18.yaml');
  const first = glance(shelf, { path: 'kec18.yaml', text, files: {} });
  expect(first).toEqual({ kind: 'wanting', files: ['kec18.expect.yaml'] });
  const files = { 'kec18.expect.yaml': planAt('kec18.expect.yaml') };
  expect(glance(shelf, { path: 'kec18.yaml', text, files })).toEqual({
    kind: 'total',
    total: '14.20 EUR/month',
    base: 'B, 500 users',
    cases: 9,
  });
  expect(
    glance(shelf, { path: 'x.yaml', text: 'plan: x\ncurrency: EUR\nbogus: 1\n', files: {} }),
  ).toMatchObject({
    kind: 'broken',
    message: 'a plan has no key `bogus`',
  });
  expect(glance(shelf, { path: 'x.yaml', text: '\0[', files: {} }).kind).toBe('broken');
});

const report =
  '| Service | Monthly |\n| --- | ---: |\n| Servers | $120 |\n| Storage | $45 |\n| Total | $185 |\n';

test('a document is audited, exported and drafted', async () => {
  const given = { file: 'costs.md', text: report, strict: false };
  const result = audited(given);
  expect(result.findings.map(({ stated, recomputed }) => [stated, recomputed])).toEqual([
    ['$185', '165 USD'],
  ]);
  expect(result.coverage.wrong).toBe(1);
  for (const format of ['json', 'markdown', 'sarif', 'html'] as const)
    expect(await auditExport({ ...given, format })).toContain('185');
  const draft = drafted(given);
  expect(glance(shelf, { path: 'draft.yaml', text: draft, files: {} })).toMatchObject({
    kind: 'total',
    total: '165 USD/month',
  });
});
