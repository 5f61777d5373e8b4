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

  const sized = `
plan: x
currency: EUR
as_of: 2026-06-01
inputs:
  load: 100 requests/second
  memory: { value: 9 GB, label: memory }
  free: { value: unknown, unit: GB }
  rent: 10 to 20 EUR/month
  seats: 40 users
formulas: { own: rent * 1.1 }
prices:
  acme:
    products:
      box: { provides: { memory: 4 GB, load: 60 requests/second }, prices: [{ from: 2025-11-30, price: 5 EUR/month }] }
items:
  web: { use: acme/box, demand: { load: load, memory: memory } }
  mine: { price: own, count: 2 }
axes:
  stage:
    now: { label: "today, quiet" }
    later: { load: 900 requests/second, mine.price: base * 2, seats: 80 users }
limits:
  small: { that: memory < 8 GB, because: it is small, then: buy more }
  open: { that: memory < free }
  other: { that: free > 1 GB }
  licences: { that: "seats * 1.31 <= 40 users", because: the contract }
  roof: { that: "memory <= if seats > 50 users then unlimited else 12 GB" }
`;

  test('one case says what a formula comes to, how many there are, what they are for, and how old a price is', async () => {
    const { stdout } = await outlay(['bill', '-', '--at', 'stage=now'], { input: sized });
    expect(stdout).toContain('stage=now · today, quiet\n');
    expect(stdout).toMatch(/ mine +11\.00–22\.00 EUR\/month +2 +22\.00–44\.00 /);
    expect(stdout).toMatch(/ web +acme box +5 EUR\/month +3 +memory +15\.00 /);
    expect(stdout).toContain('undecided for want of a figure: open, other\n');
    expect(stdout).toContain('STALE acme/box: seen 2025-11-30, 183 days before 2026-06-01');
  });

  test('cases side by side have the sizes below the costs', async () => {
    const { stdout } = await outlay(['bill', '-'], { input: sized });
    expect(stdout).toMatch(/ {2}web +15\.00 +75\.00\n {4}how many, sized by +3 \(memory\) +15 \(load\)\n/);
    expect(stdout).toContain('now is today, quiet\n');
    const { stdout: report } = await outlay(['report', '-'], { input: sized });
    expect(report).toContain('3 × acme box (sized by memory)');
    expect(report).toMatch(/mine \| 2 × 11\.00–22\.00 EUR\/month +\| 2 × 22\.00–44\.00 EUR\/month/);
  });

  test('as data, an item says what it is sized by', async () => {
    const { stdout } = await outlay(['bill', '-', '--format', 'json'], { input: sized });
    const { cases } = JSON.parse(stdout) as { cases: { items: { name: string; sizedBy?: string }[] }[] };
    expect(cases.map((c) => c.items.map((i) => i.sizedBy))).toEqual([
      ['memory', undefined],
      ['load', undefined],
    ]);
  });

  test('limits give reasons once, whole things, and nothing without end', async () => {
    const { stdout } = await outlay(['limits', '-'], { input: sized });
    expect(stdout.match(/small: because: it is small; then: buy more/g)).toHaveLength(1);
    expect(stdout.indexOf('because: it is small')).toBeGreaterThan(stdout.indexOf('stage=later'));
    expect(stdout).toContain('stage=now · today, quiet\n');
    expect(stdout).toContain('seats 30 users');
    expect(stdout).not.toContain('30.5');
    expect(stdout).not.toContain('unlimited GB');
  });

  test('ends that do not meet are no rounding', async () => {
    const input =
      'plan: x\ncurrency: EUR\ninputs: { n: 10 to 20 }\nitems:\n  up: { price: 1 EUR/month * n }\n  down: { price: 100 EUR/month - 2 EUR/month * n }\n';
    const { stdout } = await outlay(['bill', '-'], { input });
    expect(stdout).toContain(
      'ranges: the ends of the rows add up to 70.00–100.00; not every item is dearest where the total is',
    );
    expect(stdout).not.toContain('rounding:');
  });

  test('money for one of something keeps its digits in a comparison', async () => {
    const args = ['compare', '-', '--metric', 'total / seats', '--by', 'stage'];
    const { stdout } = await outlay(args, { input: sized });
    expect(stdout).toMatch(/today, quiet .* 0\.925–1\.48\n/);
  });

  test('what is pinned stands above the columns once, and not in each of them', async () => {
    const input = `plan: x
currency: EUR
inputs: { n: 1 }
items:
  web: { price: 1 EUR/month * n }
axes:
  size: { s: {}, m: { n: 2 } }
  place: { here: {}, there: { label: over there, n: base * 3 } }
levers:
  less: { n: base / 2 }
`;
    const { stdout } = await outlay(['bill', '-', '--at', 'place=there,less=on'], { input });
    expect(stdout.split('\n').slice(1, 4)).toEqual([
      'place=there, less=on · over there',
      '',
      'EUR/month by size     s     m',
    ]);
    expect(stdout.match(/over there/g)).toHaveLength(1);
  });
});
