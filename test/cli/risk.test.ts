// What a person sees of `risk`, to the last character, and what it says when it is asked wrongly.
import { describe, expect, test } from 'vitest';
import { outlay, transcript } from './support.ts';

const uncertain = (...more: readonly string[]): readonly string[] => ['risk', 'uncertain.yaml', ...more];

const runs: Readonly<Record<string, readonly string[]>> = {
  risk: uncertain(),
  'risk-over-time': uncertain('--over', 'month', '--at', 'place=flat', '--samples', '2_048'),
  'risk-by-year': uncertain('--over', 'year', '--samples', '1,000', '--independent', '--seed', '7'),
  'risk-metric': uncertain('--metric', 'total / viewers', '--currency', 'EUR', '--samples', '1000'),
  'risk-certain': ['risk', 'hosting.yaml', '--at', 'platform=vps', '--samples', '100'],
  'risk-json': uncertain('--format', 'json', '--samples', '1000', '--over', 'year'),
  'risk-csv': uncertain('--format', 'csv', '--samples', '1000'),
  'risk-markdown': uncertain('--format', 'markdown', '--samples', '1000'),
  'odds-bill': ['bill', 'uncertain.yaml', '--samples', '4096'],
  'odds-bill-json': ['bill', 'uncertain.yaml', '--samples', '1000', '--format', 'json', '--currency', 'USD'],
  'odds-compare': ['compare', 'uncertain.yaml', '--samples', '4096', '--seed', '3'],
  'odds-compare-markdown': ['compare', 'uncertain.yaml', '--samples', '1000', '--format', 'markdown'],
  'odds-of-a-count': ['compare', 'uncertain.yaml', '--metric', 'viewers', '--samples', '1000'],
  'odds-certain': ['bill', 'hosting.yaml', '--at', 'platform=vps', '--samples', '100'],
  'odds-csv': ['compare', 'uncertain.yaml', '--samples', '1000', '--format', 'csv'],
  'odds-impossible': [
    'bill',
    'uncertain.yaml',
    '--samples',
    '1000',
    '--set',
    'rate=triangular(3 GB, 2 GB, 5 GB)',
  ],
  'probability-check': ['check', 'uncertain.yaml'],
  'probability-check-json': ['check', 'uncertain.yaml', '--format', 'json'],
  'probability-limits': ['limits', 'uncertain.yaml'],
  'explain-sample': ['explain', 'uncertain.yaml', 'total at place=flat', '--sample', '4711', '--seed', '7'],
  'risk-impossible': uncertain('--set', 'rate=triangular(3 GB, 2 GB, 5 GB)'),
  'risk-bad-flags': uncertain('--samples', '99', '--seed', '-1', '--over', 'weeks', '--by', 'plce'),
  'risk-of-a-condition': uncertain('--metric', 'total < 5 EUR/month'),
};

describe('risk', () => {
  for (const [name, args] of Object.entries(runs)) {
    test(name, async () => {
      await expect(transcript(args, await outlay(args))).toMatchFileSnapshot(`golden/${name}.txt`);
    });
  }

  test('the same plan and seed give the same bytes, another seed others', async () => {
    const args = uncertain('--format', 'json', '--samples', '512');
    const [first, second, other] = [
      await outlay(args),
      await outlay(args),
      await outlay([...args, '--seed', '1']),
    ];
    expect(second.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
  });
});
