// A table of what comes in and what is spent, `Revenue`, `Wages`, `Hosting`, and in it a total of what is spent: it is of the rows
// that are no revenue.

import type { Figure } from '../../types.ts';
import type { Column, Grid, Row } from '../content/grid.ts';
import { type Addend, comparableAddends } from './addends.ts';

const spending =
  /(?<!\p{L})(?:spend(?:ing)?|spent|expens(?:e|es)|expenditures?|outgoings?|opex|costs?|ausgaben|aufwand|aufwendungen|kosten|dépenses|charges|coûts?|gastos|egresos|costes?|costos?|despesas|custos?|spese|costi|uitgaven|giderler|gider|maliyet)(?!\p{L})|расход|затрат|支出|费用|成本|費用|経費/iu;
const revenue =
  /^[^\p{L}]*(?:total\s+|gross\s+|net\s+|monthly\s+|annual\s+)?(?:revenues?|income|turnover|umsatz|umsätze|umsatzerlöse|erlöse|einnahmen|revenus?|recettes|chiffre d.affaires|ingresos|receitas?|faturamento|ricavi|entrate|omzet|inkomsten|gelir(?:ler)?|доход\p{L}*|выручка|收入|营收|売上高?|収入)(?![\p{L}])[^\p{L}]*$/iu;
const mostRows = 200;

/** The rows above a total of what is spent, without those of revenue; undefined where it is no such total, or none of revenue. */
export function spentAbove(
  grid: Grid,
  index: number,
  column: Column,
  stated: Figure,
): readonly Addend[] | undefined {
  const row = grid.rows[index];
  if (row?.kind !== 'total' || grid.isLedger || index > mostRows || !spending.test(row.label))
    return undefined;
  const above = grid.rows.slice(0, index);
  const since = above.slice(above.findLastIndex((r) => r.kind !== 'plain') + 1);
  let isRevenue = false;
  const spent = since.filter((r) => {
    if (isHeading(r)) isRevenue = revenue.test(r.label);
    return !isRevenue && !revenue.test(r.label);
  });
  if (spent.length === since.length) return undefined;
  const addends = comparableAddends(spent, column, stated);
  return addends.length < leastRows ? undefined : addends;
}

const leastRows = 3;

/** `| **REVENUE** | | | |` */
function isHeading({ cells }: Row): boolean {
  return cells.length > 1 && cells.slice(1).every((c) => c.blank);
}
