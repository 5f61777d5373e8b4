// A table whose headings say what one of each column brings, `| Month | Team ($29) | Pro ($79) | Revenue |`: each row is worth its
// counts times these prices.

import { hasCurrency } from '../../../quantity/unit.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import type { Column, Grid, Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const mostRows = 400;
const mostPriced = 8;

interface Priced {
  readonly column: Column;
  readonly price: Figure;
}

/** What a row is worth may be said for a month where its prices are for one, and for a year. */
const factors = [1, 12];

export function pricedColumnsIn(
  grid: Grid,
  headings: readonly (readonly Passage[])[],
  figuresOf: (passage: Passage) => readonly Figure[],
): readonly Claim[] {
  const rows = grid.rows.filter((r) => r.kind === 'plain');
  if (rows.length < 3 || rows.length > mostRows || headings.length !== 1) return [];
  const priced = grid.columns.flatMap((column): Priced[] => {
    const heading = headings[0]?.[column.index];
    if (heading === undefined || column.filled < 0.5 || column.isShare) return [];
    if (rows.some((r) => hasMoney(r.cells[column.index]?.figure))) return [];
    const [price, ...more] = figuresOf(heading).filter((f) => !f.name);
    if (price === undefined || more.length > 0 || currencyOf(price) === '') return [];
    return price.bound === 'none' && price.low === price.high && price.perCount === 1
      ? [{ column, price }]
      : [];
  });
  if (priced.length === 0 || priced.length > mostPriced) return [];
  const targets = grid.columns.filter((c) => c.hasMoney && !c.isShare && !priced.some((p) => p.column === c));
  return targets.flatMap((target): readonly Claim[] => {
    for (const factor of factors) {
      const claims = rows.flatMap((row) => claimOf(row, priced, target, factor) ?? []);
      const right = claims.filter((c) => c.verdict === 'right' && c.recomputed.high > 0).length;
      if (right >= 2 && claims.length - right <= right / 2) return claims;
    }
    return [];
  });
}

function hasMoney(figure: Figure | undefined): boolean {
  return figure !== undefined && hasCurrency(figure.unit);
}

function claimOf(row: Row, priced: readonly Priced[], target: Column, factor: number): Claim | undefined {
  const stated = row.cells[target.index]?.figure;
  if (stated === undefined || stated.bound !== 'none') return undefined;
  const counts = priced.map(({ column, price }) => ({ figure: row.cells[column.index]?.figure, price }));
  const operands: Figure[] = [];
  const parts: string[] = [];
  let [low, high] = [0, 0];
  for (const [i, { figure, price }] of counts.entries()) {
    if (figure === undefined) {
      // nobody has it: a dash
      if (row.cells[priced[i]?.column.index ?? -1]?.blank !== true) return undefined;
      continue;
    }
    low += figure.low * price.low * factor;
    high += figure.high * price.high * factor;
    operands.push(figure, price);
    if (figure.high > 0) parts.push(`${said(figure)} × ${said(price)}`);
  }
  const fits = (['low', 'high'] as const).every((end) => {
    const value = end === 'low' ? low : high;
    return fitOf(stated, end, value, { low: value, high: value }).fits;
  });
  const sum = parts.join(' + ');
  return recomputedClaim({
    kind: 'row',
    stated,
    operands,
    fits,
    recomputed: { low, high },
    working: factor === 1 ? sum : `${factor} × (${sum})`,
    confidence: stated.about ? 0.5 : 0.85,
  });
}
