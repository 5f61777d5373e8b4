// Every JSON document follows its published schema, says money as decimal strings, and is the same each time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { outlay } from './support.ts';

function schemaOf(name: string): ValidateFunction {
  const file = join(import.meta.dirname, `../../schema/${name}.schema.json`);
  return new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
}

const documents: readonly (readonly [schema: string, ...args: string[]])[] = [
  ['bill', 'bill', 'shop.yaml'],
  ['bill', 'bill', 'shop.yaml', '--at', 'size=small', '--currency', 'USD'],
  ['bill', 'bill', 'platforms.yaml'],
  ['bill', 'bill', 'claims.yaml'],
  ['compare', 'compare', 'platforms.yaml', '--by', 'platform', '--over', 'stage'],
  ['compare', 'compare', 'shop.yaml', '--metric', 'orders'],
  ['bill', 'bill', 'uncertain.yaml', '--samples', '1000'],
  ['compare', 'compare', 'uncertain.yaml', '--samples', '1000'],
  ['limits', 'limits', 'platforms.yaml'],
  ['limits', 'limits', 'shop.yaml'],
  ['levers', 'levers', 'levers.yaml'],
  ['levers', 'levers', 'levers.yaml', 'traffic', '--at', 'region=world,codec=on'],
  ['check', 'check', 'claims.yaml', 'platforms.yaml', 'shop.yaml'],
  ['check', 'check', 'shop.yaml', 'broken.yaml'],
  ['explain', 'explain', 'shop.yaml'],
  ['explain', 'explain', 'shop.yaml', 'total < 20 EUR/month', '--depth', '1'],
  ['explain', 'explain', 'platforms.yaml', 'cheapest(platform)'],
  ['break-even', 'break-even', 'hosting.yaml', '--between', 'platform=pages,platform=vps', '--on', 'users'],
  [
    'break-even',
    'break-even',
    'hosting.yaml',
    '--between',
    'platform=edge,platform=mainframe',
    '--on',
    'users',
  ],
  ['break-even', 'break-even', 'hosting.yaml', '--between', 'web.cost,mail.cost', '--on', 'page_weight'],
  ['sensitivity', 'sensitivity', 'hosting.yaml'],
  ['sensitivity', 'sensitivity', 'shop.yaml', 'orders', '--axis', 'size'],
  ['sensitivity', 'sensitivity', 'platforms.yaml', '--at', 'platform=cloud,stage=scale'],
  ['risk', 'risk', 'uncertain.yaml', '--samples', '256', '--over', 'month'],
  ['explain', 'explain', 'uncertain.yaml', '--sample', '3'],
  ['check', 'check', 'uncertain.yaml'],
  ['limits', 'limits', 'uncertain.yaml'],
  ['bill', 'bill', 'uncertain.yaml'],
  ['risk', 'risk', 'hosting.yaml', '--samples', '100'],
  ['margin', 'margin', 'business.yaml', '--per', 'users', '--target', '60%'],
  ['margin', 'margin', 'business.yaml', '--at', 'price=now', '--set', 'pro.unpriced=not decided'],
  ['recommend', 'recommend', 'hosting.yaml'],
  ['recommend', 'recommend', 'platforms.yaml', '--by', 'platform', '--metric', 'total / users'],
  ['recommend', 'recommend', 'choice.yaml', '--currency', 'USD'],
  ['tco', 'tco', 'horizon.yaml'],
  ['tco', 'tco', 'horizon.yaml', '--at', 'way=own'],
  ['overtaking', 'break-even', 'horizon.yaml', '--between', 'way=own,way=rent', '--on', 'month'],
  ['bill', 'bill', 'horizon.yaml', '--at', 'month=13'],
  ['limits', 'limits', 'horizon.yaml'],
  ['audit', 'audit', 'notes.md'],
  ['audit', 'audit', 'notes.md', 'shop.yaml', '--strict'],
  ['report', 'report', 'shop.yaml'],
  ['report', 'report', 'shop.yaml', '--currency', 'USD'],
  ['report', 'report', 'levers.yaml', '--sections', 'levers,bill'],
  ['prices', 'prices', 'search', 'vps'],
  ['prices', 'prices', 'show', 'contabo/cloud-vps-10'],
  ['prices', 'prices', 'diff', '--from', '2020-01-01'],
];

describe('JSON', () => {
  for (const [schema, ...args] of documents) {
    test(`${args.join(' ')} follows ${schema}.schema.json`, async () => {
      const { stdout } = await outlay([...args, '--format', 'json']);
      const validate = schemaOf(schema);
      const parsed: unknown = JSON.parse(stdout);
      expect(validate(parsed), JSON.stringify(validate.errors, null, 1)).toBe(true);
    });
  }

  test('diagnostics follow diagnostics.schema.json', async () => {
    const { stderr, stdout } = await outlay(['bill', 'broken.yaml', '--format', 'json']);
    const validate = schemaOf('diagnostics');
    expect(validate(JSON.parse(stderr)), JSON.stringify(validate.errors, null, 1)).toBe(true);
    expect(stdout).toBe('');
  });

  test('a schema refuses money as a number', async () => {
    const { stdout } = await outlay(['bill', 'claims.yaml', '--format', 'json']);
    const document = JSON.parse(stdout) as { cases: { total: { amount: unknown } }[] };
    for (const one of document.cases) one.total.amount = Number(one.total.amount);
    expect(schemaOf('bill')(document)).toBe(false);
  });

  test('no number in a bill is a floating point number', async () => {
    const { stdout } = await outlay(['bill', 'shop.yaml', '--format', 'json']);
    const numbers: unknown[] = [];
    JSON.parse(stdout, (_, value: unknown) => {
      if (typeof value === 'number') numbers.push(value);
      return value;
    });
    expect(numbers.every(Number.isInteger)).toBe(true);
  });

  test('what has no price is null, and said in `unpriced`', async () => {
    const { stdout } = await outlay([
      'bill',
      'platforms.yaml',
      '--at',
      'platform=cloud,stage=scale',
      '--format',
      'json',
    ]);
    const { cases, summary } = JSON.parse(stdout);
    expect(cases[0].total).toEqual({ amount: null, unit: 'USD/month' });
    expect(cases[0].unpriced).toEqual([{ item: 'host', optional: false, because: 'needs re-architecture' }]);
    expect(summary).toMatchObject({ cases: 1, unknown: 1, cheapest: null, dearest: null });
  });

  test('the summary names the cheapest and the dearest case that break no limit', async () => {
    const { stdout } = await outlay(['bill', 'platforms.yaml', '--format', 'json']);
    const { summary } = JSON.parse(stdout);
    expect(summary).toMatchObject({
      cases: 9,
      feasible: 7,
      unknown: 1,
      cheapest: { at: { platform: 'vps', stage: 'start' }, total: { amount: '12.00', unit: 'USD/month' } },
      dearest: {
        at: { platform: 'cloud', stage: 'grow' },
        total: { amount: '56.00', low: '36.00', high: '76.00' },
      },
    });
    expect(summary.totals).toHaveLength(9);
  });

  test('two runs give the same bytes', async () => {
    for (const [, ...args] of documents) {
      const first = await outlay([...args, '--format', 'json']);
      expect(await outlay([...args, '--format', 'json'])).toEqual(first);
    }
  });
});
