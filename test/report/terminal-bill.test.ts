// The promise of the bill: the rows shown add up to the total shown, or the difference is named.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlay } from '../cli/support.ts';

const thousandths = fc.integer({ min: 0, max: 30_000 });
const price = fc
  .tuple(thousandths, fc.option(thousandths, { nil: 0 }))
  .map(([low, more]) =>
    more === 0 ? `${low / 1000} EUR/month` : `${low / 1000} to ${(low + more) / 1000} EUR/month`,
  );

/** Both ends of a printed amount, in cents. */
function cents(text: string): readonly [number, number] {
  const ends = text.split('–').map((end) => Math.round(Number(end.replaceAll(',', '')) * 100));
  return [ends[0] ?? 0, ends.at(-1) ?? 0];
}

function sum(amounts: readonly string[]): string {
  const ends = amounts.map(cents);
  const [low, high] = [0, 1].map((i) => (ends.reduce((all, end) => all + (end[i] ?? 0), 0) / 100).toFixed(2));
  return low === high ? `${low}` : `${low}–${high}`;
}

describe('a bill in the terminal', () => {
  test('adds up as printed, or says what it adds up to', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(price, { minLength: 1, maxLength: 7 }),
        fc.option(fc.integer({ min: 1, max: 4 })),
        async (prices, top) => {
          const items = prices.map((p, i) => `  i${i}: { group: g${i % 3}, price: ${p} }`).join('\n');
          const input = `plan: x\ncurrency: EUR\nitems:\n${items}\n`;
          const args = ['bill', '-', ...(top === null ? [] : ['--top', String(top)])];
          const { stdout } = await outlay(args, { input });
          const lines = stdout.replaceAll(',', '').split('\n');
          const amount = (line: string): string =>
            line
              .trimEnd()
              .split(/\s{2,}/)
              .find((cell) => /^[0-9.–]+$/.test(cell)) ?? '';
          const [total = ''] = lines.filter((l) => l.startsWith('total')).map(amount);
          const rows = lines.filter((l) => /^ {0,2}(i[0-9]|the other)/.test(l)).map(amount);
          const groups = lines.filter((l) => /^g[0-9]/.test(l)).map(amount);
          const note = lines.find((l) => l.startsWith('rounding: ')) ?? '';
          expect(rows.length).toBeGreaterThan(0);
          for (const shown of [rows, ...(groups.length === 0 ? [] : [groups])]) {
            if (sum(shown) !== total) expect(`${stdout}\n${note}`).toContain(sum(shown));
            if (sum(shown) !== total) expect(note).not.toBe('');
          }
        },
      ),
    );
  });

  test('the largest are listed, and nothing unknown is ever summed away', async () => {
    const input =
      'plan: x\ncurrency: EUR\nitems:\n  a: { price: 1 EUR/month }\n  b: { unpriced: nobody answers }\n  c: { price: 3 EUR/month }\n  d: { price: 2 EUR/month }\n';
    const { stdout } = await outlay(['bill', '-', '--top', '1'], { input });
    const names = stdout.split('\n').flatMap((l) => /^(b|c|the other \S+ \S+)\s/.exec(l)?.[1] ?? []);
    expect(names).toEqual(['b', 'c', 'the other 2 items']);
    expect(stdout).toContain('UNPRICED b: nobody answers; the total is unknown without it');
    expect(stdout).toMatch(/known part of the total +6\.00 +EUR\/month/);
  });
});
