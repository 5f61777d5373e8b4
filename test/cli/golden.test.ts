// What a person sees, to the last character. `npx vitest run test/cli -u` writes the files again; read the difference.
import { describe, expect, test } from 'vitest';
import { outlay, transcript } from './support.ts';

const runs: Readonly<Record<string, readonly string[]>> = {
  'bill-cases': ['bill', 'shop.yaml'],
  'bill-one': ['bill', 'shop.yaml', '--at', 'size=large'],
  'bill-range': ['bill', 'shop.yaml', '--at', 'size=small'],
  'bill-top': ['bill', 'shop.yaml', '--at', 'size=large', '--top', '2'],
  'bill-top-cases': ['bill', 'shop.yaml', '--top', '2'],
  'bill-dollars': ['bill', 'shop.yaml', '--at', 'size=large', '--currency', 'USD'],
  'bill-unpriced': ['bill', 'platforms.yaml', '--at', 'platform=cloud,stage=scale'],
  'bill-set': [
    'bill',
    'shop.yaml',
    '--at',
    'size=small',
    '--set',
    'orders=10',
    '--set',
    'server.use=acme/server-l',
  ],
  'bill-markdown': ['bill', 'shop.yaml', '--format', 'markdown'],
  'bill-csv': ['bill', 'shop.yaml', '--format', 'csv'],
  'bill-json': ['bill', 'shop.yaml', '--format', 'json', '--at', 'size=small'],
  'bill-no-exchange': ['bill', 'claims.yaml', '--currency', 'USD'],
  'compare-two-axes': ['compare', 'platforms.yaml', '--by', 'platform', '--over', 'stage'],
  'compare-metric': ['compare', 'shop.yaml', '--metric', 'disk.cost / stored'],
  'compare-which-axis': ['compare', 'platforms.yaml'],
  'compare-markdown': [
    'compare',
    'platforms.yaml',
    '--by',
    'platform',
    '--over',
    'stage',
    '--format',
    'markdown',
  ],
  'compare-csv': ['compare', 'platforms.yaml', '--by', 'platform', '--over', 'stage', '--format', 'csv'],
  'compare-json': [
    'compare',
    'platforms.yaml',
    '--by',
    'platform',
    '--at',
    'stage=scale',
    '--format',
    'json',
  ],
  limits: ['limits', 'shop.yaml'],
  'limits-fail': ['limits', 'platforms.yaml', '--at', 'stage=grow', '--fail-on', 'limit'],
  'limits-csv': ['limits', 'shop.yaml', '--format', 'csv'],
  'limits-json': ['limits', 'shop.yaml', '--at', 'size=large', '--format', 'json'],
  'limits-markdown': ['limits', 'shop.yaml', '--format', 'markdown'],
  levers: ['levers', 'levers.yaml'],
  'levers-at': ['levers', 'levers.yaml', 'cdn.cost', '--at', 'region=world,codec=on'],
  'levers-none': ['levers', 'shop.yaml'],
  'levers-condition': ['levers', 'levers.yaml', 'total < 1 USD/month'],
  'levers-markdown': ['levers', 'levers.yaml', '--format', 'markdown'],
  'levers-csv': ['levers', 'levers.yaml', '--format', 'csv', '--at', 'region=world'],
  'levers-json': ['levers', 'levers.yaml', '--format', 'json'],
  'levers-bill': ['bill', 'levers.yaml', '--at', 'spot=on,contract=on,region=europe'],
  'levers-check': ['check', 'levers.yaml'],
  'check-findings': ['check', 'claims.yaml'],
  'check-two': ['check', 'shop.yaml', 'platforms.yaml', '--fail-on', 'none'],
  'check-stale': ['check', 'shop.yaml', '--fail-on', 'stale'],
  'check-unreadable': ['check', 'broken.yaml', 'platforms.yaml'],
  'check-only': ['check', 'claims.yaml', '--only', 'holds', '--fail-on', 'expect'],
  'check-json': ['check', 'claims.yaml', '--format', 'json'],
  tco: ['tco', 'horizon.yaml'],
  'tco-one': ['tco', 'horizon.yaml', '--at', 'way=own'],
  'tco-markdown': ['tco', 'horizon.yaml', '--format', 'markdown'],
  'tco-csv': ['tco', 'horizon.yaml', '--format', 'csv', '--at', 'way=rent'],
  'tco-none': ['tco', 'shop.yaml'],
  overtaking: ['break-even', 'horizon.yaml', '--between', 'way=own,way=rent', '--on', 'month'],
  'overtaking-markdown': [
    ...['break-even', 'horizon.yaml', '--between', 'way=own,way=rent', '--on', 'month'],
    ...['--format', 'markdown'],
  ],
  'bill-of-a-month': ['bill', 'horizon.yaml', '--at', 'month=2027-03'],
  'bill-of-a-year': ['bill', 'horizon.yaml', '--at', 'year=2'],
  'limits-over-time': ['limits', 'horizon.yaml'],
  'explain-cash': ['explain', 'horizon.yaml', 'sum(cash over month by year) at year=2', '--at', 'way=own'],
  'recommend-tco': ['recommend', 'horizon.yaml', '--metric', 'tco'],
  'break-even-tco': [
    ...['break-even', 'horizon.yaml', '--between', 'way=own,way=rent', '--on', 'cloud_rate'],
    ...['--metric', 'tco'],
  ],
  explain: ['explain', 'shop.yaml', '--at', 'size=large'],
  'explain-depth': ['explain', 'shop.yaml', '--depth', '1'],
  'explain-formula': ['explain', 'shop.yaml', 'disk.cost / stored', '--at', 'size=small'],
  'explain-condition': ['explain', 'shop.yaml', 'total < 20 EUR/month'],
  'explain-point': ['explain', 'platforms.yaml', 'cheapest(platform)', '--at', 'stage=grow'],
  'explain-json': ['explain', 'shop.yaml', 'post.cost', '--format', 'json'],
  'broken-plan': ['bill', 'broken.yaml'],
  'broken-plan-json': ['bill', 'broken.yaml', '--format', 'json'],
  'unknown-command': ['bil', 'shop.yaml'],
  'unknown-flag': ['bill', 'shop.yaml', '--fromat', 'json'],
  'unknown-format': ['bill', 'shop.yaml', '--format', 'jsn'],
  'format-of-another': ['explain', 'shop.yaml', '--format', 'csv'],
  'unknown-axis': ['bill', 'shop.yaml', '--at', 'seize=large'],
  'unknown-input': ['bill', 'shop.yaml', '--set', 'ordres=3'],
  'unknown-kind': ['check', 'shop.yaml', '--fail-on', 'expect,limits'],
  'unknown-file': ['bill', 'shops.yaml'],
  'missing-plan': ['bill'],
  help: ['--help'],
  'help-bill': ['help', 'bill'],
  'no-command': [],
};

describe('the command line', () => {
  for (const [name, args] of Object.entries(runs)) {
    test(name, async () => {
      const outcome = await outlay(args);
      await expect(transcript(args, outcome)).toMatchFileSnapshot(`golden/${name}.txt`);
    });
  }

  test('a narrow screen gets one block a case, wrapped', async () => {
    const args = ['bill', 'platforms.yaml', '--at', 'stage=grow'];
    const outcome = await outlay(args, { columns: 44, env: { NO_COLOR: '1' } });
    await expect(transcript(args, outcome)).toMatchFileSnapshot('golden/bill-narrow.txt');
  });

  test('a narrow screen gets a comparison in pieces', async () => {
    const args = ['compare', 'platforms.yaml', '--by', 'platform', '--over', 'stage'];
    const outcome = await outlay(args, { columns: 50, env: { NO_COLOR: '1' } });
    await expect(transcript(args, outcome)).toMatchFileSnapshot('golden/compare-narrow.txt');
  });

  test('a terminal gets colours', async () => {
    const args = ['bill', 'shop.yaml', '--at', 'size=large'];
    const outcome = await outlay(args, { columns: 120 });
    await expect(transcript(args, outcome).replaceAll('\u001b', '␛')).toMatchFileSnapshot(
      'golden/bill-colours.txt',
    );
  });
});
