// An explanation as the drawer shows it: what is open, what a search leaves, what is copied.

import { describe, expect, test } from 'vitest';
import { explainAnswer } from '../../web/engine/answers/explain.ts';
import { explainRows, explanationText, figureAt, waysTo, wayToParts } from '../../web/ui/explain-rows.ts';
import { examples, openExample, openText } from './plan.ts';

const shop = `plan: Shop
as_of: 2026-03-27
currency: EUR
inputs:
  users: { value: 100 users, label: people, source: a survey, date: 2026-03-01 }
formulas:
  load: users * 2 GB/user
items:
  disk: { label: Disk, price: 0.10 EUR/GB/month, quantity: load, source: price list, date: 2026-03-02 }
  copy: { label: Copy, price: 0.05 EUR/GB/month, quantity: load }
  server: { label: Server, use: hetzner/cx22 }
`;

const closed = { within: '', turned: new Map(), search: '' };

describe('the tree of an explanation', () => {
  const root = explainAnswer(openText(shop.replace('hetzner/cx22', 'contabo/cloud-vps-20'))(), {
    formula: 'total',
  });
  const labels = (seen: Parameters<typeof explainRows>[1]) =>
    explainRows(root, seen).map(({ figure, level }) => `${'  '.repeat(level - 1)}${figure.label}`);

  test('is open one level deep, and further where somebody opens it', () => {
    expect(labels(closed)).toEqual([
      'Disk: cost',
      '  load',
      '  price of Disk',
      'Copy: cost',
      '  load',
      '  price of Copy',
      'Server: cost',
      '  price of contabo/cloud-vps-20',
    ]);
    const turned = new Map([
      ['0', false],
      ['0.0', true],
    ]);
    expect(labels({ ...closed, turned })[0]).toBe('Disk: cost');
    expect(labels({ ...closed, turned })[1]).toBe('Copy: cost');
    expect(labels({ ...closed, turned: new Map([['0.0', true]]) }).slice(0, 4)).toEqual([
      'Disk: cost',
      '  load',
      '    people',
      '  price of Disk',
    ]);
  });

  test('says of each line where it stands, for whoever hears it', () => {
    const rows = explainRows(root, closed);
    expect(rows.map(({ position, siblings }) => `${position}/${siblings}`).slice(0, 4)).toEqual([
      '1/3',
      '1/2',
      '2/2',
      '2/3',
    ]);
  });

  test('is searched in names, formulas and sources; the way to what is found stays', () => {
    expect(labels({ ...closed, search: 'PEOPLE' })).toEqual(['Disk: cost', '  load', '    people']);
    expect(labels({ ...closed, search: 'survey' }).at(-1)).toBe('    people');
    expect(labels({ ...closed, search: 'price list' })).toEqual(['Disk: cost', '  price of Disk']);
    expect(labels({ ...closed, search: 'nowhere' })).toEqual([]);
    const found = explainRows(root, { ...closed, search: 'people' }).filter((row) => row.isFound);
    expect(found.map(({ way }) => way)).toEqual(['0.0.0']);
  });

  test('can be looked at from any part on', () => {
    expect(labels({ ...closed, within: '0' })).toEqual(['load', '  people', 'price of Disk']);
    expect(waysTo('0.0.0').map((way) => figureAt(root, way)?.label)).toEqual([
      'total',
      'Disk: cost',
      'load',
      'people',
    ]);
    expect(labels({ ...closed, within: '7.1' })).toEqual([]);
  });

  test('shows parts once, and knows the way to them', () => {
    const again = figureAt(root, '1.0');
    expect(again).toMatchObject({ label: 'load', seenBefore: true, parts: [] });
    expect(again && wayToParts(root, again)).toBe('0.0');
  });

  test('leads to the plan, and to the catalog', () => {
    expect(figureAt(root, '0.0.0')).toMatchObject({ line: 5, product: undefined, elsewhere: undefined });
    expect(figureAt(root, '2.0')).toMatchObject({
      line: undefined,
      product: 'contabo/cloud-vps-20',
      elsewhere: expect.stringMatching(/^vendors\/contabo\.yaml:\d+$/),
    });
  });

  test('is copied whole, however much of it is open', () => {
    expect(explanationText(root)).toMatchInlineSnapshot(`
      "total: 37.00 EUR/month
        Disk: cost: 20.00 EUR/month
          load: 200 GB  = users * 2 GB/user
            people: 100 users  (a survey, 2026-03-01)
          price of Disk: 0.10 EUR/GB/month  (price list, 2026-03-02)
        Copy: cost: 10.00 EUR/month
          load: 200 GB  = users * 2 GB/user  (parts above)
          price of Copy: 0.05 EUR/GB/month
        Server: cost: 7.00 EUR/month
          price of contabo/cloud-vps-20: 7.00 EUR/month  (Contabo pricing page, as quoted in the KEC-18 cost analysis of 2026-03-27)"
    `);
  });
});

test.each(examples)('every part of the total of %s is reached by its way', (name) => {
  const root = explainAnswer(openExample(name)(), { formula: 'total' });
  const everything = explainRows(root, { ...closed, search: ' ' }).length;
  expect(everything).toBeGreaterThan(0);
  const all = { has: () => true, get: () => true } as unknown as ReadonlyMap<string, boolean>;
  const rows = explainRows(root, { ...closed, turned: all });
  for (const { way, figure } of rows) {
    expect(figureAt(root, way)).toBe(figure);
    if (figure.seenBefore) expect(wayToParts(root, figure)).toBeDefined();
  }
  expect(explanationText(root).split('\n')).toHaveLength(rows.length + 1);
});
