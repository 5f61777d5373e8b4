// A total right under a table, and which of its columns is meant.

import { periodOf } from '../../judge/calendar.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Cell } from '../content/cells.ts';
import { wordsOf } from '../content/facts.ts';
import { type Column, type Grid, kindOf, periodOfText, type Row } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { totalOf } from './totals.ts';

/** `**Total: $120**` right under a table that has no total of its own; or, under such a heading, `Budget MIN: $80`. */
export function totalUnder(grid: Grid, next: Entry): readonly Claim[] {
  if (next.figures.length === 0 || grid.rows.length < 2 || grid.rows.some((r) => r.kind !== 'plain'))
    return [];
  const stated = next.figures.find((f) => currencyOf(f) !== '');
  if (stated === undefined) return countUnder(grid, next);
  if (next.kind === 'average') return [];
  const own = periodOf(stated.unit);
  const columns = grid.columns.filter(
    (c) =>
      c.hasMoney &&
      !c.isPrice &&
      !c.isShare &&
      c.filled > 0.5 &&
      c.index > 0 &&
      (own === '' || c.period === '' || c.period === own),
  );
  const meant = columnMeant(columns, next, own);
  const claimFor = (column: Column): Claim | undefined => claimUnder(grid, next, stated, column);
  const claim = meant === undefined ? undefined : claimFor(meant);
  if (next.kind === 'plain' || claim?.verdict === 'right') return claim === undefined ? [] : [claim];
  // of several columns, it is not said which one is meant
  const right = columns.map(claimFor).find((c) => c?.verdict === 'right');
  const found = right ?? claim;
  return found === undefined ? [] : [found];
}

/** `Total person-days: 320 days` under a table with a column `Person-days`: what bears one name is added up, whatever it is. */
function countUnder(grid: Grid, next: Entry): readonly Claim[] {
  const [stated, ...more] = next.figures;
  const words = wordsOf(next.label).join(' ');
  if (next.kind !== 'total' || stated === undefined || more.length > 0 || words === '') return [];
  const named = grid.columns.filter(
    (c) =>
      c.index > 0 && !c.hasMoney && !c.isShare && c.filled > 0.9 && wordsOf(c.heading).join(' ') === words,
  );
  const [column, ...others] = named;
  if (column === undefined || others.length > 0) return [];
  const claim = claimUnder(grid, next, stated, { ...column, isTime: false });
  if (claim?.verdict !== 'wrong') return claim === undefined ? [] : [claim];
  return [{ ...claim, confidence: claim.confidence + byName }];
}

/** What a label adds that is the heading of the column, to the word. */
const byName = 0.2;

function claimUnder(grid: Grid, next: Entry, stated: Figure, column: Column): Claim | undefined {
  const cells = grid.columns.map(
    (c): Cell => ({
      passage: next.passage,
      figure: c.index === column.index ? stated : undefined,
      blank: true,
      free: false,
    }),
  );
  const row: Row = { label: next.label, kind: next.kind === 'plain' ? 'total' : next.kind, cells };
  const rows = [...grid.rows, row];
  return totalOf({ ...grid, rows, isLedger: true }, rows.length - 1, column, true)?.claim;
}

/** The only column, the one that is headed so, that of the period. */
function columnMeant(columns: readonly Column[], next: Entry, own: string): Column | undefined {
  if (next.kind === 'plain') {
    const words = wordsOf(next.label);
    const named = columns.filter((c) => words.length > 0 && wordsOf(c.heading).join(' ') === words.join(' '));
    return named.length === 1 && columns.length > 1 && isTotalHeading(next) ? named[0] : undefined;
  }
  const period = own === '' ? periodOfText(next.label).period : own;
  const timed = columns.filter((c) => period !== '' && c.period === period && c.periods === 1);
  const isOnly = columns.length === 1 || (timed.length === 1 && !columns.some((c) => c.period === ''));
  return isOnly ? (columns.length === 1 ? columns[0] : timed[0]) : undefined;
}

function isTotalHeading({ under }: Entry): boolean {
  return under !== undefined && kindOf(under.passage.text) === 'total';
}
