// What a person sees of `outlay diff`, to the last character, and when it fails. `npx vitest run test/cli/diff -u` writes the
// golden files again; read the difference.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { type Outcome, outlay, temporaryFolder, transcript } from './support.ts';

const cwd = join(import.meta.dirname, '../fixtures/diff');

function run(...args: readonly string[]): Promise<Outcome> {
  return outlay(['diff', ...args], { cwd });
}

const runs: Readonly<Record<string, readonly string[]>> = {
  'diff-two': ['before.yaml', 'after.yaml'],
  'diff-one': ['before.yaml', 'after.yaml', '--at', 'size=small'],
  'diff-markdown': ['before.yaml', 'after.yaml', '--format', 'markdown'],
  'diff-markdown-one': ['before.yaml', 'after.yaml', '--at', 'size=small', '--format', 'markdown'],
  'diff-json': ['before.yaml', 'after.yaml', '--at', 'size=large', '--format', 'json'],
  'diff-same': ['before.yaml', 'before.yaml'],
  'diff-set': ['before.yaml', '--set', 'stored=500GB', '--set', 'page=2MB/order'],
  'diff-prices': ['dated.yaml', '--prices', '2026-03-01..2026-06-01'],
  'diff-dollars': ['before.yaml', 'after.yaml', '--at', 'size=small', '--currency', 'USD'],
  'diff-axes': ['sizes.yaml', 'regions.yaml'],
  'diff-lone-case': ['sizes.yaml', 'regions.yaml', '--at', 'size=huge'],
  'diff-fail-over': ['before.yaml', 'after.yaml', '--fail-over', '1 EUR/month'],
  'diff-fail-over-share': ['before.yaml', 'after.yaml', '--fail-over', '10%'],
  'diff-fail-on': ['before.yaml', 'after.yaml', '--fail-on', 'limit,expect'],
  'diff-one-side': ['before.yaml'],
  'diff-two-ways': ['before.yaml', 'after.yaml', '--git', 'main'],
  'diff-bad-days': ['dated.yaml', '--prices', '2026-03-01'],
  'diff-bad-rise': ['before.yaml', 'after.yaml', '--fail-over', '5'],
  'diff-bad-point': ['before.yaml', 'after.yaml', '--at', 'size=hgue'],
  'diff-no-price': ['dated.yaml', '--prices', '2020-01-01..2026-06-01'],
  'diff-unknown-file': ['before.yaml', 'aftr.yaml'],
  'help-diff': ['--help'],
};

describe('outlay diff', () => {
  for (const [name, args] of Object.entries(runs)) {
    test(name, async () => {
      const outcome = await run(...args);
      await expect(transcript(['diff', ...args], outcome)).toMatchFileSnapshot(`golden/${name}.txt`);
    });
  }

  test('a narrow screen gets wrapped tables', async () => {
    const args = ['diff', 'before.yaml', 'after.yaml', '--at', 'size=small'];
    const outcome = await outlay(args, { cwd, columns: 70, env: { NO_COLOR: '1' } });
    await expect(transcript(args, outcome)).toMatchFileSnapshot('golden/diff-narrow.txt');
  });

  test('either side may be standard input, but not both', async () => {
    const input = readFileSync(join(cwd, 'after.yaml'), 'utf8');
    const piped = await outlay(['diff', 'before.yaml', '-'], { cwd, input });
    expect(piped.code).toBe(0);
    expect(piped.stdout).toContain('The bill rises in 1 of 2 cases');
    expect((await outlay(['diff', '-', '-'], { cwd, input })).stderr).toContain('standard input is one plan');
  });

  test('the rise is read in any money and period, and told on standard error', async () => {
    const over = (rise: string): Promise<Outcome> => run('before.yaml', 'after.yaml', '--fail-over', rise);
    expect((await over('1.23 EUR/month')).code).toBe(0);
    expect((await over('1.21 EUR/month')).code).toBe(3);
    expect((await over('14 EUR/year')).code).toBe(3);
    expect((await over('15 EUR/year')).code).toBe(0);
    expect((await over('5.2%')).code).toBe(3);
    expect((await over('5.3 %')).code).toBe(0);
    // 1.22 EUR are 1.41 USD at the rate of the later plan
    expect((await over('1.38 USD/month')).code).toBe(3);
    expect((await over('1.45 USD/month')).code).toBe(0);
    expect((await over('soon')).code).toBe(2);
  });

  test('a total that loses its price has risen by more than anybody may say', async () => {
    const plan = 'plan: A\ncurrency: EUR\nitems:\n  a: { price: 1 EUR/month }\n';
    const { code, stderr } = await outlay(
      ['diff', '-', '--set', 'a.unpriced=nobody knows', '--fail-over', '100%'],
      {
        cwd,
        input: plan,
      },
    );
    expect(stderr).toContain('the total rises by more than 100%');
    expect(code).toBe(3);
  });

  test('plans in two currencies are compared in that of the later one, each by its own rate', async () => {
    const folder = temporaryFolder();
    const plan = (currency: string, exchange: string): string =>
      `plan: A\ncurrency: ${currency}\n${exchange}items: { a: { price: 10 EUR/month }, b: { price: 11 USD/month } }\n`;
    writeFileSync(join(folder, 'old.yaml'), plan('EUR', 'exchange: { EUR: 1.10 USD }\n'));
    writeFileSync(join(folder, 'new.yaml'), plan('USD', 'exchange: { EUR: 1.20 USD }\n'));
    writeFileSync(
      join(folder, 'none.yaml'),
      'plan: A\ncurrency: EUR\nitems: { a: { price: 10 EUR/month } }\n',
    );
    const { stdout } = await outlay(['diff', 'old.yaml', 'new.yaml'], { cwd: folder });
    expect(stdout).toContain('The bill rises by 1.00 USD/month (+4.5%), from 22.00 to 23.00 USD/month.');
    expect(stdout).toContain('exchange rate: 1 EUR in USD 1.1 → 1.2 USD/EUR');
    const { stderr, code } = await outlay(['diff', 'none.yaml', 'new.yaml'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('there is no exchange rate from EUR to USD');
    expect(stderr).toContain('--currency, for none.yaml');
  });

  test('what was wrong before is no finding', async () => {
    expect((await run('after.yaml', 'after.yaml', '--fail-on', 'limit,budget,expect')).code).toBe(0);
    expect((await run('after.yaml', 'before.yaml', '--fail-on', 'limit')).code).toBe(0);
  });
});

describe('outlay.diff/1', () => {
  const file = join(import.meta.dirname, '../../schema/diff.schema.json');
  const validate = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const shop = join(import.meta.dirname, '../../plans/kec18.yaml');
  const documents: readonly (readonly string[])[] = [
    ['before.yaml', 'after.yaml'],
    ['after.yaml', 'before.yaml', '--currency', 'USD'],
    ['before.yaml', 'before.yaml'],
    ['sizes.yaml', 'regions.yaml'],
    ['dated.yaml', '--prices', '2026-03-01..2026-06-01'],
    ['before.yaml', '--set', 'stored=unknown'],
    [shop, '--set', 'retained=2TB', '--set', 'smtp.unpriced=nobody knows'],
  ];
  for (const args of documents) {
    test(args.join(' ').replace(/^\/\S*\//, ''), async () => {
      const { stdout, stderr } = await run(...args, '--format', 'json');
      expect(stderr).toBe('');
      expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors, null, 1)).toBe(true);
      expect(await run(...args, '--format', 'json')).toEqual({ code: 0, stdout, stderr });
      const numbers: unknown[] = [];
      JSON.parse(stdout, (_, value: unknown) => {
        if (typeof value === 'number') numbers.push(value);
        return value;
      });
      expect(numbers.every(Number.isInteger)).toBe(true);
    });
  }
});
