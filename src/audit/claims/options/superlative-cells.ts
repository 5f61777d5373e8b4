// A row that is called the cheapest or the most expensive in a cell of its own, `| Mailer | $60 | cheapest |`, against the amounts of the
// other rows.

import type { Claim, Figure, Passage } from '../../types.ts';
import { noCost } from '../content/comparisons.ts';
import type { FiguresOf, Grid, Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { superlativeClaim } from './superlative.ts';
import { cheapest, dearest, hedges } from './superlative-rows.ts';

const leastRows = 3;
const mostRows = 60;
const longest = 60;

/** What may stand beside the word without narrowing it. */
const beside =
  /(?<!\p{L})(?:the|is|default|overall|option|choice|default|price|cost|model|provider|solution|der|die|das|am|insgesamt|le|la|el|lo|o|a|option|opción|opção|seçenek|вариант|по цене)(?!\p{L})|选择|選択/giu;

export function superlativeCellsIn(grid: Grid, figuresOf: FiguresOf): readonly Claim[] {
  const { rows } = grid;
  if (rows.length < leastRows || rows.length > mostRows || rows.some((r) => r.kind !== 'plain')) return [];
  const said = rows.flatMap((row) =>
    row.cells.flatMap(({ passage, figure }, index) => {
      const isLow = cheapest.test(passage.text);
      return index > 0 && figure === undefined && isBare(passage, isLow) ? [{ row, passage, isLow }] : [];
    }),
  );
  if (said.length === 0) return [];
  const money = grid.columns
    .filter((c) => c.index > 0 && !c.isShare && !noCost.test(c.heading))
    .filter((c) => rows.filter((r) => amountsIn(r, c.index).length > 0).length >= leastRows);
  const [column] = money;
  if (column === undefined) return [];
  return said.flatMap(({ row, passage, isLow }): readonly Claim[] => {
    const [own] = amountsIn(row, column.index);
    if (own === undefined) return [];
    // in each column the same one is before it
    const rival = rows.find((r) => r !== row && money.every((c) => isAhead(r, row, c.index, isLow)));
    const figure = rival === undefined ? own : (amountsIn(rival, column.index)[0] ?? own);
    const named = { label: (rival ?? row).label, figure };
    const rivalIs = isLow ? ('lower' as const) : ('higher' as const);
    return [superlativeClaim(passage, own, named, { holds: rival === undefined, rivalIs, confidence: 0.74 })];
  });

  /** `$0.50/$1.50` are two amounts; what is free is not counted. */
  function amountsIn(row: Row, index: number): readonly Figure[] {
    const cell = row.cells[index];
    if (cell === undefined) return [];
    const all = cell.figure === undefined ? figuresOf(cell.passage) : [cell.figure];
    return all.filter((f) => !f.name && f.bound === 'none' && f.high > 0 && currencyOf(f) !== '');
  }

  function isAhead(rival: Row, row: Row, index: number, isLow: boolean): boolean {
    const [theirs, own] = [amountsIn(rival, index), amountsIn(row, index)];
    if (theirs.length === 0 || theirs.length !== own.length) return false;
    return theirs.every((f, i) => {
      const o = own[i];
      if (o === undefined || f.unit.key !== o.unit.key || f.perCount !== o.perCount) return false;
      return isLow ? f.high < o.low : f.low > o.high;
    });
  }
}

function isBare({ text }: Passage, isLow: boolean): boolean {
  if (text.length > longest || hedges.test(text)) return false;
  const word = isLow ? cheapest : dearest;
  if (!word.test(text)) return false;
  return !/[\p{L}\d]/u.test(text.replace(word, ' ').replace(beside, ' '));
}
