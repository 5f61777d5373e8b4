// The same part of a bill for the same case in several tables: `Phone lines` for 100 clerks in the bill of each option and in a section of
// its own. Where two tables agree to the digit, and another one is off by a little, it is the same amount, and slipped.

import { spreadOf } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { unplaced } from '../../passage.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { FiguresOf, Grid } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { measureOf } from '../content/measures.ts';
import type { NamesOf } from '../content/names.ts';
import { comparedClaim } from '../content/recomputed.ts';
import { sizesIn, sizesOf } from '../content/sizes.ts';

/** An amount of a part, for one case. */
export interface PartCell {
  readonly figure: Figure;
  /** What it is of, what it measures, and of how many: `lines | USD year | 100 clerk`. */
  readonly key: string;
  readonly table: number;
}

const mostRows = 60;
const mostCells = 20_000;
/** More tables for one case are no comparison. */
const mostAlike = 40;
/** Further apart, they may be meant to differ. */
const furthest = 0.03;

export function partCells(
  grid: Grid,
  table: number,
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly PartCell[] {
  if (grid.rows.length > mostRows) return [];
  const above = sizesOf(grid.under, figuresOf);
  const section = sectionOf(grid, names, figuresOf);
  return grid.columns.flatMap((column): PartCell[] => {
    if (column.index === 0 || column.isPrice || column.isShare || column.isTimes) return [];
    const own = sizesIn(unplaced(column.heading), figuresOf);
    const [size] = own.length > 0 ? own : above;
    if (size === undefined || size.low !== size.high) return [];
    return grid.rows.flatMap((row): PartCell[] => {
      const figure = row.cells[column.index]?.figure;
      if (row.kind !== 'plain' || figure === undefined || !isAmount(figure)) return [];
      const label = names(row.label.replace(/\([^()]*\)/g, ' ')).join(' ');
      const part = label === '' ? section : label;
      const measure = measureOf(column.heading) ?? measureOf(row.label);
      if (part === '' || measure === undefined) return [];
      return [
        { figure, key: `${part} | ${currencyOf(figure)} ${measure} | ${size.low} ${size.nouns[0]}`, table },
      ];
    });
  });
}

function isAmount({ bound, low, high }: Figure): boolean {
  return bound === 'none' && low === high && high > 0;
}

/** What a section is about: `Annual cost` in it is that of the part. */
function sectionOf({ under }: Grid, names: NamesOf, figuresOf: FiguresOf): string {
  if (under === undefined || sizesIn(under.passage, figuresOf).length > 0) return '';
  return names(under.passage.text.replace(/\([^()]*\)/g, ' ')).join(' ');
}

export function samePartsIn(cells: readonly PartCell[]): readonly Claim[] {
  if (cells.length > mostCells) return [];
  const groups = new Map<string, PartCell[]>();
  for (const cell of cells) pushTo(groups, cell.key, cell);
  return [...groups.values()].flatMap((group) => {
    if (group.length > mostAlike) return [];
    const agreed = group.find((c) => tablesWith(group, c.figure.high) >= 2);
    if (
      agreed === undefined ||
      tablesWith(group, agreed.figure.high) * 2 <= new Set(group.map((c) => c.table)).size
    )
      return [];
    return group.flatMap(({ figure, table }): Claim[] => {
      if (table === agreed.table || Math.abs(figure.high / agreed.figure.high - 1) > furthest) return [];
      return [
        comparedClaim({
          kind: 'repeated',
          stated: figure,
          other: agreed.figure,
          fits: isRounded(figure, agreed.figure),
          message: `the other tables say ${likeFigure(agreed.figure, figure)}, not ${said(figure)}`,
          confidence: 0.74,
        }),
      ];
    });
  });
}

function tablesWith(group: readonly PartCell[], amount: number): number {
  return new Set(group.filter((c) => c.figure.high === amount).map((c) => c.table)).size;
}

/** Rounded itself, or twelve times a rounded month. */
function isRounded(a: Figure, b: Figure): boolean {
  const monthly = 12 * 0.5 * Math.max(a.step, b.step);
  return (
    Math.abs(a.high - b.high) <= monthly ||
    fitOf(a, 'high', b.high, spreadOf(b, 'high')).fits ||
    fitOf(b, 'high', a.high, spreadOf(a, 'high')).fits
  );
}
