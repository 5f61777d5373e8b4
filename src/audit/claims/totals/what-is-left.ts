// Rows where something is taken off, and below them what is left: gross, fees with their minus, net.

import type { Claim } from '../../types.ts';
import type { Grid, Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { addendsOf, comparable } from './addends.ts';
import { sumOf } from './sums.ts';
import { totalClaim } from './total-claim.ts';

const netWords = /(?<!\p{L})(?:net|netto\p{L}*|net[oa]s?|líquid[oa]|чист\p{L}*)(?!\p{L})|净|純|手取/iu;
const mostTaken = 6;

/** `Gross price | $5.99`, `Fee | -$0.47`, `Net income | $5.52`: what is left, where what is taken off has its minus. */
export function netIn(grid: Grid, index: number, row: Row): readonly Claim[] {
  if (row.label.length > 40 || !netWords.test(row.label)) return [];
  const since: Row[] = [];
  for (let at = index - 1; at >= 0 && since.length <= mostTaken; at--) {
    const above = grid.rows[at];
    if (above === undefined || above.kind !== 'plain') break;
    since.unshift(above);
  }
  if (since.length < 2 || since.length > mostTaken) return [];
  return grid.columns.flatMap((column): readonly Claim[] => {
    const stated = row.cells[column.index]?.figure;
    if (stated === undefined || currencyOf(stated) === '' || stated.high <= 0) return [];
    const addends = addendsOf(since, column);
    const [gross, ...taken] = addends;
    const isTakenOff =
      gross !== undefined &&
      gross.low > 0 &&
      taken.length === since.length - 1 &&
      taken.every((a) => a.high < 0) &&
      addends.every((a) => a.figure !== undefined && currencyOf(a.figure) === currencyOf(stated));
    if (!isTakenOff || !addends.every((a) => a.figure !== undefined && comparable(a.figure, stated)))
      return [];
    const { fits, off, recomputed } = sumOf(addends, stated);
    if (!fits && off > mostLost) return [];
    return [totalClaim(stated, addends, recomputed, fits ? 'right' : 'wrong', fits ? 1 : 0.78)];
  });
}

/** More than half is not lost between two lines. */
const mostLost = 0.5;
