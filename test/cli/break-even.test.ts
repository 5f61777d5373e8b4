// What a person sees of `break-even` and `sensitivity`, to the last character, and what they say when they are asked wrongly.
import { describe, expect, test } from 'vitest';
import { outlay, transcript } from './support.ts';

const between = (a: string, b: string): readonly string[] => [
  'break-even',
  'hosting.yaml',
  '--between',
  `${a},${b}`,
];

const runs: Readonly<Record<string, readonly string[]>> = {
  'break-even': [...between('platform=pages', 'platform=vps'), '--on', 'users'],
  'break-even-jumps': [...between('platform=edge', 'platform=vps'), '--on', 'users', '--to', '10_000'],
  'break-even-quantity': [
    ...between('platform=edge', 'platform=pages'),
    '--on',
    'page_weight',
    '--to',
    '0.02 GB/visit',
  ],
  'break-even-throughout': [
    'break-even',
    'platforms.yaml',
    '--between',
    'platform=vps,platform=paas',
    '--on',
    'users',
  ],
  'break-even-unknown': ['break-even', 'shop.yaml', '--between', 'size=small,size=large', '--on', 'orders'],
  'break-even-other-input': [
    ...between('platform=pages', 'platform=edge'),
    '--on',
    'spare',
    '--from',
    '0',
    '--to',
    '2',
  ],
  'break-even-formulas': [...between('web.cost', 'mail.cost'), '--on', 'users', '--at', 'platform=edge'],
  'break-even-two-axes': [
    'break-even',
    'hosting.yaml',
    ...['--between', 'platform=pages,contract=yearly', '--between', 'platform=vps', '--on', 'users'],
    ...['--at', 'band=high', '--from', '500'],
  ],
  'break-even-csv': [...between('platform=edge', 'platform=vps'), '--on', 'users', '--format', 'csv'],
  'break-even-markdown': [
    ...between('platform=pages', 'platform=vps'),
    '--on',
    'users',
    '--format',
    'markdown',
  ],
  'break-even-json': [
    ...between('platform=edge', 'platform=vps'),
    ...['--on', 'users', '--from', '4_000', '--to', '6_000', '--format', 'json', '--at', 'band=mid'],
  ],
  'break-even-wrong-names': [...between('platform=pags', 'platform=vps'), '--on', 'user'],
  'break-even-of-a-formula': [...between('platform=pages', 'platform=vps'), '--on', 'traffic'],
  'break-even-of-an-axis': [...between('platform=pages', 'platform=vps'), '--on', 'contract'],
  'break-even-bare': ['break-even', 'hosting.yaml'],
  'break-even-three': [
    'break-even',
    'hosting.yaml',
    '--between',
    'platform=pages,platform=vps,platform=edge',
    '--on',
    'users',
  ],
  'break-even-backwards': [
    ...between('platform=pages', 'platform=vps'),
    '--on',
    'users',
    '--from',
    '500',
    '--to',
    '50',
  ],
  'break-even-no-range': [...between('platform=pages', 'platform=vps'), '--on', 'spare'],
  'break-even-units': [...between('total', 'traffic'), '--on', 'users', '--from', '5 GB'],
  sensitivity: ['sensitivity', 'hosting.yaml'],
  'sensitivity-formula': [
    'sensitivity',
    'hosting.yaml',
    'total / users',
    '--at',
    'platform=vps',
    '--by',
    '20%',
  ],
  'sensitivity-own-values': ['sensitivity', 'shop.yaml', '--axis', 'size', '--by', '25%'],
  'sensitivity-limits': ['sensitivity', 'platforms.yaml', '--at', 'stage=grow'],
  'sensitivity-unknown': ['sensitivity', 'hosting.yaml', '--at', 'platform=mainframe'],
  'sensitivity-csv': ['sensitivity', 'hosting.yaml', '--format', 'csv'],
  'sensitivity-markdown': ['sensitivity', 'hosting.yaml', '--format', 'markdown'],
  'sensitivity-json': ['sensitivity', 'platforms.yaml', '--format', 'json'],
  'sensitivity-wrong-names': ['sensitivity', 'hosting.yaml', 'totl', '--axis', 'platfrom', '--by', '0.2'],
  'sensitivity-of-a-condition': ['sensitivity', 'hosting.yaml', 'total < 5 EUR/month'],
};

describe('questions along one input', () => {
  for (const [name, args] of Object.entries(runs)) {
    test(name, async () => {
      const outcome = await outlay(args);
      await expect(transcript(args, outcome)).toMatchFileSnapshot(`golden/${name}.txt`);
    });
  }

  test('a name that is wrong ends with 2, and the nearest is named', async () => {
    for (const args of [
      [...between('platform=pags', 'platform=vps'), '--on', 'users'],
      [...between('platfrom=pages', 'platform=vps'), '--on', 'users'],
      [...between('platform=pages', 'platform=vps'), '--on', 'user'],
      [...between('totl', 'mail.cost'), '--on', 'users'],
      ['sensitivity', 'hosting.yaml', 'totl'],
      ['sensitivity', 'hosting.yaml', '--axis', 'platfrom'],
    ]) {
      const { code, stderr, stdout } = await outlay(args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('did you mean');
    }
  });

  test('two runs give the same bytes', async () => {
    for (const args of [runs['break-even-jumps'], runs.sensitivity]) {
      const first = await outlay(args ?? []);
      expect(await outlay(args ?? [])).toEqual(first);
    }
  });
});
