// What a person sees of `margin`, to the last character, and what it says when it is asked wrongly.
import { describe, expect, test } from 'vitest';
import { outlay, transcript } from './support.ts';

const business = (...more: readonly string[]): readonly string[] => ['margin', 'business.yaml', ...more];

const runs: Readonly<Record<string, readonly string[]>> = {
  margin: business('--per', 'users', '--target', '60%'),
  'margin-one': business('--per', 'users', '--at', 'price=higher'),
  'margin-without-unit': business('--at', 'price=now'),
  'margin-range-end': business(
    '--per',
    'users',
    '--at',
    'band=low,price=now',
    '--from',
    '0',
    '--to',
    '1_000',
  ),
  'margin-set': business('--set', 'pro.price=2 EUR/user/month', '--per', 'users', '--at', 'price=now'),
  'margin-csv': business('--per', 'seats', '--target', '25%', '--format', 'csv', '--at', 'price=now'),
  'margin-markdown': business('--per', 'users', '--target', '60%', '--format', 'markdown'),
  'margin-json': business('--per', 'users', '--target', '60%', '--format', 'json', '--at', 'price=now'),
  'margin-no-revenue': ['margin', 'shop.yaml'],
  'margin-unknown-input': business('--per', 'user'),
  'margin-share': business('--per', 'pay'),
  'margin-bad-target': business('--target', '100%'),
  'margin-bad-range': business('--per', 'users', '--from', '10', '--to', '5'),
};

describe('margin', () => {
  for (const [name, args] of Object.entries(runs)) {
    test(name, async () => {
      await expect(transcript(args, await outlay(args))).toMatchFileSnapshot(`golden/${name}.txt`);
    });
  }

  test('a narrow screen gets its tables in pieces', async () => {
    const args = business('--per', 'users');
    const outcome = await outlay(args, { columns: 60, env: { NO_COLOR: '1' } });
    for (const line of outcome.stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
    await expect(transcript(args, outcome)).toMatchFileSnapshot('golden/margin-narrow.txt');
  });
});
