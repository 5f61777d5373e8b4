// Groups that stand above their parts in one column, `Drive | $93.90 | 19%` and below it `Motors | $20.37 |`. A second column that only
// the groups have a figure in, or a mark in front of each part, shows which is which; one group that comes out shows that it is meant.

import type { Claim } from '../../types.ts';
import type { Column, Grid, Row } from '../content/grid.ts';
import { type Addend, addendsOf, comparable } from './addends.ts';
import { sumOf } from './sums.ts';
import { totalClaim } from './total-claim.ts';

const mostRows = 200;
const leastParts = 2;
/** Of the groups that come out, one has so many parts. */
const leastShown = 3;
const mostOff = 0.35;
const partMark = /^\s*(?:[-–—•·↳└├▸>]|&nbsp;)/u;

export function groupedPartsIn(grid: Grid): readonly Claim[] {
  const { rows } = grid;
  if (rows.length > mostRows) return [];
  const end = rows.findIndex((r) => r.kind !== 'plain');
  const plain = end === -1 ? rows : rows.slice(0, end);
  const groups = groupsOf(plain, grid.columns);
  if (groups.length < 2) return [];
  return grid.columns.flatMap((column) =>
    column.hasMoney && !column.isPrice && !column.isShare ? claimsOf(groups, column) : [],
  );
}

interface Group {
  readonly head: Row;
  readonly parts: readonly Row[];
}

function groupsOf(rows: readonly Row[], columns: readonly Column[]): readonly Group[] {
  const tests = [
    (row: Row): boolean => !partMark.test(row.cells[0]?.passage.text ?? ''),
    ...columns.slice(1).map(
      ({ index }) =>
        (row: Row): boolean =>
          row.cells[index]?.blank === false,
    ),
  ];
  for (const isHead of tests) {
    const groups: { head: Row; parts: Row[] }[] = [];
    for (const row of rows) {
      if (isHead(row)) groups.push({ head: row, parts: [] });
      else if (groups.length === 0) break;
      else groups.at(-1)?.parts.push(row);
    }
    if (groups.length > 1 && groups.every((g) => g.parts.length >= leastParts)) return groups;
  }
  return [];
}

function claimsOf(groups: readonly Group[], column: Column): readonly Claim[] {
  const summed = groups.flatMap(({ head, parts }) => {
    const stated = head.cells[column.index]?.figure;
    if (stated === undefined || stated.high <= 0) return [];
    const addends: readonly Addend[] = addendsOf(parts, column);
    const isWhole =
      addends.length === parts.length &&
      addends.every((a) => a.figure !== undefined && comparable(a.figure, stated));
    return isWhole ? [{ stated, addends, ...sumOf(addends, stated) }] : [];
  });
  const right = summed.filter((s) => s.fits);
  const wrong = summed.filter((s) => !s.fits);
  if (summed.length < groups.length || !right.some((s) => s.addends.length >= leastShown)) return [];
  if (wrong.length > 2 * right.length || wrong.some((s) => s.off > mostOff)) return [];
  const confidence = wrong.length <= right.length ? 0.8 : 0.74;
  return summed.map((s) =>
    totalClaim(s.stated, s.addends, s.recomputed, s.fits ? 'right' : 'wrong', s.fits ? 1 : confidence),
  );
}
