// Two columns that differ by one rate which the document states elsewhere: `We pay 0.29 €/kWh`, and a table of kilowatt hours and what
// they cost. The rate is in no column, so that no relation between the columns shows it.

import { largest } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Column, Grid, Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const mostRows = 60;
const mostColumns = 8;

/** Whether the table can have such columns at all. */
export function mayHaveRates(grid: Grid): boolean {
  return grid.rows.length >= 3 && grid.rows.length <= mostRows && grid.columns.some((c) => c.hasMoney);
}

/** `figures`: of the whole document. */
export function constantRatesIn(grids: readonly Grid[], figures: readonly Figure[]): readonly Claim[] {
  if (grids.length === 0) return [];
  const rates = new Map<string, Figure>();
  for (const figure of figures) {
    const currency = currencyOf(figure);
    // an amount is the rate of many tables by chance
    const isRate =
      figure.perCount !== 1 || figure.unit.factors.some((f) => f.power < 0 && f.atom.kind !== 'calendar');
    if (currency === '' || !isRate || figure.low !== figure.high || figure.bound !== 'none') continue;
    rates.set(keyOf(currency, figure.high / figure.perCount), figure);
  }
  return grids.flatMap((grid) => ratesOf(grid, rates));
}

/** Three digits tell one rate from another. */
function keyOf(currency: string, rate: number): string {
  return `${currency} ${rate.toPrecision(3)}`;
}

function ratesOf(grid: Grid, rates: ReadonlyMap<string, Figure>): readonly Claim[] {
  const columns = grid.columns
    .filter((c) => c.filled > 0.5 && !c.isShare && !c.isTimes)
    .slice(0, mostColumns);
  const own = new Set(grid.rows.flatMap((r) => r.cells.map((c) => c.figure)));
  for (const target of columns.filter((c) => c.hasMoney && !c.isPrice)) {
    for (const from of columns.filter((c) => c.index < target.index && !c.hasMoney)) {
      const pairs = grid.rows.flatMap((row) => pairOf(row, from, target));
      const ratios = pairs.map((p) => p.amount.high / p.count.high).sort((a, b) => a - b);
      const middle = ratios[ratios.length >> 1];
      const [first] = pairs;
      if (first === undefined || middle === undefined) continue;
      const rate = rates.get(keyOf(currencyOf(first.amount), middle));
      if (rate === undefined || own.has(rate)) continue;
      const claims = pairs.map((p) => claimOf(p, rate));
      const right = claims.filter((c) => c.verdict === 'right');
      const isVaried = new Set(right.map((c) => c.stated.high)).size >= 2;
      if (isVaried && right.length >= 3 && claims.length - right.length <= right.length / 3) return claims;
    }
  }
  return [];
}

interface Pair {
  readonly count: Figure;
  readonly amount: Figure;
}

function pairOf(row: Row, from: Column, target: Column): readonly Pair[] {
  const [count, amount] = [row.cells[from.index]?.figure, row.cells[target.index]?.figure];
  if (count === undefined || amount === undefined || row.kind === 'average') return [];
  const isExact = [count, amount].every((f) => f.low === f.high && f.bound === 'none' && !f.about);
  return isExact && count.high > 0 && amount.high > 0 && currencyOf(amount) !== '' ? [{ count, amount }] : [];
}

function claimOf({ count, amount }: Pair, rate: Figure): Claim {
  const value = (count.high * rate.high) / rate.perCount;
  const room = largest([
    amount.step,
    (count.step / 2) * rate.high,
    (rate.step / 2) * count.high * 0.02,
    value * 0.002,
  ]);
  const recomputed = { low: value, high: value };
  return recomputedClaim({
    kind: 'row',
    stated: amount,
    operands: [count, rate],
    fits: Math.abs(amount.high - value) <= room,
    recomputed,
    working: `${said(count)} at ${likeFigure({ low: rate.low, high: rate.high }, rate)}`,
    confidence: 0.8,
  });
}
