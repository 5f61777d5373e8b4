// `outlay report PLAN -f xlsx`: a file that says what `outlay bill` says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { outlay, temporaryFolder } from './support.ts';

interface BillDocument {
  readonly cases: readonly { readonly total: { readonly amount: string | null } }[];
}

const runs: readonly (readonly string[])[] = [
  ['shop.yaml'],
  ['shop.yaml', '--at', 'size=small'],
  ['shop.yaml', '--currency', 'USD'],
  ['shop.yaml', '--set', 'orders=10', '--as-of', '2026-09-01'],
  ['choice.yaml'],
  ['platforms.yaml'],
  ['levers.yaml', '--at', 'codec=on'],
  ['business.yaml'],
  ['horizon.yaml', '--at', 'month=13'],
];

test.each(runs)('%s %s %s', async (...args) => {
  const file = join(temporaryFolder(), 'report.xlsx');
  const { code, stdout, stderr } = await outlay(['report', ...args, '-f', 'xlsx', '-o', file]);
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
  const bill: BillDocument = JSON.parse((await outlay(['bill', ...args, '-f', 'json'])).stdout);
  const { sheets } = await readXlsx(readFileSync(file));
  expect(sheets.map((s) => s.name)).toEqual(
    expect.arrayContaining(['Summary', 'Bill', 'Inputs', 'Model', 'Prices', 'Limits', 'Checks', 'Notes']),
  );
  const [heads = [], ...rows] = (sheets[0]?.rows ?? []).slice(3);
  const column = heads.findIndex((head) => /^total, [A-Z]{3}\/month$/.test(String(head)));
  expect(rows).toHaveLength(bill.cases.length);
  for (const [i, { total }] of bill.cases.entries()) {
    const found = rows[i]?.[column];
    if (total.amount === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(Number(total.amount), 8);
  }
});

test('into a pipe the bytes go as they are; a terminal is spared', async () => {
  const piped = await outlay(['report', 'shop.yaml', '-f', 'xlsx']);
  expect(piped.code).toBe(0);
  const { sheets } = await readXlsx(Uint8Array.from(Buffer.from(piped.stdout, 'latin1')));
  expect(sheets[0]?.name).toBe('Summary');
  const shown = await outlay(['report', 'shop.yaml', '-f', 'xlsx'], { columns: 80 });
  expect(shown.code).toBe(2);
  expect(shown.stdout).toBe('');
  expect(shown.stderr).toContain('-o report.xlsx');
});

test('only the report is a spreadsheet', async () => {
  const { code, stderr } = await outlay(['bill', 'shop.yaml', '-f', 'xlsx']);
  expect(code).toBe(2);
  expect(stderr).toContain('this command does not write `xlsx`');
});
