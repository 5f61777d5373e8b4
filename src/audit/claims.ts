// Everything that a document claims: passage by passage and table by table, then from one place to another, then judged by what
// else the document shows.

import { addClaimsAcross } from './claims/across.ts';
import type { Exchange, MixedSum } from './claims/calculations/equation-sides.ts';
import { type FiguresOf, gridOf } from './claims/content/grid.ts';
import { namesIn } from './claims/content/names.ts';
import { siblingsIn } from './claims/content/siblings.ts';
import { entriesBelow } from './claims/in-lists.ts';
import { claimsOfPassage } from './claims/in-passage.ts';
import { claimsOfTable } from './claims/in-table.ts';
import { conversionsOf, exchangesInGrid } from './claims/passages/conversions.ts';
import { weighedIn } from './claims/rows/weighted.ts';
import { withOtherWays } from './claims/second-look/another-way.ts';
import { byConfirmed, withoutExplained } from './claims/second-look/explained.ts';
import { withOpenMarks } from './claims/second-look/open-marks.ts';
import { withoutSystematic } from './claims/second-look/systematic.ts';
import { TableStock } from './claims/table-stock.ts';
import { totalUnder } from './claims/totals/total-under.ts';
import { readFigures } from './figures/read-figures.ts';
import { append } from './lists.ts';
import type { Claim, Document, Figure, Notation, Passage } from './types.ts';

/** Every passage of a document with its figures, in the order of the text. */
export interface Reading {
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly conventions: readonly string[];
}

export function claimsIn(document: Document): Reading {
  const { blocks, notation } = document;
  const claims: Claim[] = [];
  const exchanges: Exchange[] = [];
  const mixed: MixedSum[] = [];
  const figures: Figure[] = [];
  const under: Claim[] = [];
  const stock = new TableStock();
  const figuresOf = reader(notation);
  const readOnce: FiguresOf = (passage) => readFigures(passage, notation);
  const names = namesIn(blocks);
  const siblings = siblingsIn(blocks, figuresOf);
  const read = (passage: Passage, own: readonly Figure[], isCell: boolean): readonly Figure[] => {
    append(figures, own);
    if (own.length < 2) return own;
    const found = claimsOfPassage(passage.text, own, isCell);
    append(claims, found.claims);
    append(exchanges, found.exchanges);
    append(mixed, found.mixed);
    return own;
  };
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'table') {
      for (const passage of block.kind === 'code' ? block.lines : [block.passage])
        read(passage, figuresOf(passage), false);
      continue;
    }
    for (const row of block.rows.slice(0, block.headerRows))
      for (const passage of row) read(passage, readOnce(passage), true);
    // a cell is read once, and not remembered: a table may have a million of them
    const cellFigures = siblings.has(block) ? figuresOf : readOnce;
    const grid = gridOf(block, (passage) => read(passage, cellFigures(passage), true));
    for (const below of entriesBelow(blocks, index, figuresOf)) append(under, totalUnder(grid, below));
    const weights = weighedIn(grid, index);
    const headings = block.rows.slice(0, block.headerRows);
    append(
      claims,
      claimsOfTable(grid, { figuresOf, readOnce, headings, weights, siblings: siblings.get(block) }),
    );
    append(exchanges, exchangesInGrid(grid));
    stock.add(grid, index, weights, names, figuresOf);
  }
  addClaimsAcross(claims, { blocks, figures, stock, under, names, figuresOf });
  const conversions = conversionsOf(exchanges, mixed);
  append(claims, conversions.claims);
  return {
    claims: withOtherWays(
      withoutExplained(byConfirmed(withoutSystematic(claims.map(withOpenMarks(figures))))),
      blocks,
      figuresOf,
    ),
    figures,
    conventions: [...assumedIn(claims), ...conversions.rates],
  };
}

/** `730 hours in a month`, with how often: two that differ show a document that does not hold to one. */
function assumedIn(claims: readonly Claim[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { convention } of claims) {
    if (convention !== undefined) counts.set(convention, (counts.get(convention) ?? 0) + 1);
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([text, n]) => `${text} (${n === 1 ? 'once' : `${n} times`})`);
}

/** Reads each passage once. */
function reader(notation: Notation): (passage: Passage) => readonly Figure[] {
  const known = new Map<Passage, readonly Figure[]>();
  return (passage) => {
    let figures = known.get(passage);
    if (figures === undefined) {
      figures = readFigures(passage, notation);
      known.set(passage, figures);
    }
    return figures;
  };
}
