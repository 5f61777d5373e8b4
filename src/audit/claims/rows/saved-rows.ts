// A row of a table of prices before and after that says what all of them save: `| Saved a year | | $1,200 |` under `| Web | $300 | $200 |`.
// The rows say it in the price of a month as often as of a year.

import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { type Grid, periodOfText, type Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { periodIn } from '../lists/roles.ts';

const mostRows = 30;
/** Further off, something else is saved, too. */
const mostOff = 0.3;

const saved =
  /(?<!\p{L})(?:savings?|saved|ersparnis|einsparung|économies?|ahorros?|economia|risparmio|besparing|tasarruf|экономия)(?!\p{L})|节省|节约|削減|節約/iu;

export function savedRowsIn({ rows, columns }: Grid): readonly Claim[] {
  const last = rows.at(-1);
  if (last === undefined || rows.length < 3 || rows.length > mostRows || !saved.test(last.label)) return [];
  const money = columns.filter((c) => c.hasMoney && !c.isShare && c.index > 0);
  const [before, after] = money;
  // a column of what is saved has its own total
  if (before === undefined || after === undefined || money.length > 2) return [];
  if (money.some((c) => saved.test(c.heading))) return [];
  const own = last.cells.flatMap((c) => c.figure ?? []).filter((f) => currencyOf(f) !== '');
  const [stated] = own;
  if (stated === undefined || own.length > 1 || !isOne(stated) || !isAmount(stated)) return [];
  const pairs = rows
    .slice(0, -1)
    .filter((r) => r.kind === 'plain')
    .map((r) => pairOf(r, before.index, after.index));
  const full = pairs.filter((p) => p !== undefined);
  const isBroken = full.some(([a, b]) => currencyOf(a) !== currencyOf(stated) || b.high > a.high);
  if (full.length < 2 || isBroken || pairs.length - full.length > rows.filter(isEmpty).length) return [];
  const difference = full.reduce((n, [a, b]) => n + a.high - b.high, 0);
  const [own0, column] = [periodIn({ figure: stated, label: last.label }), periodOf(full, before.heading)];
  const factors = own0 === column ? [1] : own0 === 'year' ? (column === 'month' ? [12] : [1, 12]) : [1, 12];
  const [factor = 1] = factors.filter((n) => fits(stated, difference * n));
  const isRight = fits(stated, difference * factor);
  const meant = isRight ? factor : nearest(factors, difference, stated);
  const value = difference * meant;
  if (!isRight && (stated.about || Math.abs(value / stated.high - 1) > mostOff)) return [];
  const terms = full.map(([a, b]) => `${said(a)} − ${said(b)}`).join(' + ');
  return [
    recomputedClaim({
      kind: 'saving',
      stated,
      operands: full.flat(),
      fits: isRight,
      recomputed: { low: value, high: value },
      working: meant === 1 ? terms : `(${terms}) × ${meant}`,
      confidence: 0.75,
    }),
  ];
}

function pairOf({ cells }: Row, a: number, b: number): readonly [Figure, Figure] | undefined {
  const [before, after] = [cells[a]?.figure, cells[b]?.figure];
  return before !== undefined && after !== undefined && isOne(before) && isOne(after)
    ? [before, after]
    : undefined;
}

/** A row that says nothing in money takes no part. */
function isEmpty({ cells }: Row): boolean {
  return !cells.some((c) => c.figure !== undefined && currencyOf(c.figure) !== '');
}

function isOne({ low, high, bound }: Figure): boolean {
  return low === high && bound === 'none';
}

function periodOf(pairs: readonly (readonly [Figure, Figure])[], heading: string): string {
  const own = new Set(pairs.map(([a]) => periodIn({ figure: a, label: '' })));
  const [only = ''] = own;
  return own.size === 1 && only !== '' ? only : periodOfText(heading).period;
}

function nearest(factors: readonly number[], difference: number, stated: Figure): number {
  const off = (n: number): number => Math.abs(Math.log((difference * n) / stated.high));
  return factors.reduce((a, b) => (off(b) < off(a) ? b : a), factors[0] ?? 1);
}

function fits(stated: Figure, value: number): boolean {
  return fitOf(stated, 'high', value, { low: value, high: value }).fits;
}
