// What the lines of lists and ledgers claim of each other.

import { append } from '../lists.ts';
import type { Block, Claim, Figure } from '../types.ts';
import type { Fact } from './content/facts.ts';
import { type FiguresOf, type Grid, kindOf } from './content/grid.ts';
import { type Entry, entriesOf, entryOf } from './content/ledger.ts';
import { ledgersIn } from './content/ledger-grids.ts';
import { derivedIn } from './lists/derived.ts';
import { marginsIn } from './lists/margins.ts';
import { ownershipIn } from './lists/ownership.ts';
import { paybackIn } from './lists/payback.ts';
import { recordsIn } from './lists/records.ts';
import { returnsIn } from './lists/returns.ts';
import { rolesIn } from './lists/roles.ts';
import { savedBetweenIn } from './lists/saved-between.ts';
import { savedTotalsIn } from './lists/saved-totals.ts';
import { sharesIn } from './lists/shares.ts';
import { sharesOfOneIn } from './lists/shares-of-one.ts';
import { soldAtIn } from './lists/sold-at.ts';
import { periodLinesIn } from './passages/periods.ts';
import { percentRowsIn } from './rows/percent-rows.ts';
import { ratedLinesIn } from './rows/rated-lines.ts';
import { sectionCostsIn } from './sections/section-costs.ts';
import type { TableStock } from './table-stock.ts';
import { carried } from './totals/carried-totals.ts';
import { totalsIn } from './totals/totals.ts';

/** Of entries alone: an amount and the figures of the lines around it. */
export function claimsOfEntries(
  entries: readonly (Entry | undefined)[],
  { totalRows, breakdowns }: TableStock,
): readonly Claim[] {
  const derived = derivedIn(entries);
  const reckoned = new Set(derived.map((c) => c.stated));
  return [
    marginsIn(entries),
    returnsIn(entries),
    paybackIn(entries).filter((c) => !reckoned.has(c.stated)),
    sectionCostsIn(entries, totalRows),
    periodLinesIn(entries),
    derived,
    rolesIn(entries),
    recordsIn(entries),
    ratedLinesIn(entries),
    sharesOfOneIn(entries),
    savedBetweenIn(entries),
    savedTotalsIn(entries),
    soldAtIn(entries),
    ownershipIn(entries),
    sharesIn(entries, breakdowns),
  ].flat();
}

interface BesideLists {
  /** Totals right under a table. */
  readonly under: readonly Claim[];
  /** Totals of lists that are read by other rules. */
  readonly listed: readonly Claim[];
  readonly facts: readonly Fact[];
  readonly headings: readonly Fact[];
}

/** Totals of ledgers, and of tables by the line right under them. */
export function totalsOfLists(
  entries: readonly (Entry | undefined)[],
  { under, listed, facts, headings }: BesideLists,
): readonly Claim[] {
  const totals = facts.filter((f) => f.kind === 'total' || f.kind === 'subtotal').map((f) => f.figure);
  const earlier = [totals, headings.map((f) => f.figure)];
  const ofLists = new Set(listed.map((c) => c.stated));
  const claims = [...carried(under, earlier, [])];
  for (const ledger of ledgersIn(entries)) {
    const own = ledger.rows.at(-1)?.cells[0]?.passage;
    const judged = totalsIn(ledger).filter((c) => c.stated.passage === own);
    const found = carried(judged, earlier, labelledBefore(facts, ledger));
    append(
      claims,
      found.filter((c) => c.verdict === 'right' || !ofLists.has(c.stated)),
    );
    append(claims, percentRowsIn(ledger));
  }
  return claims;
}

const mostBefore = 12;

/** The last labelled amounts in front of a list that are not in it. */
function labelledBefore(facts: readonly Fact[], ledger: Grid): readonly Figure[] {
  const start = ledger.rows[0]?.cells[0]?.passage.at ?? 0;
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.at ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return facts.slice(Math.max(0, low - mostBefore), low).map((f) => f.figure);
}

/** The line right under a table, or those under a heading `Total`; a heading itself only where nothing stands under it. */
export function entriesBelow(
  blocks: readonly Block[],
  index: number,
  figuresOf: FiguresOf,
): readonly Entry[] {
  const [next, ...then] = blocks.slice(index + 1, index + 2 + mostBelow);
  if (next === undefined || next.kind === 'table') return [];
  if (next.kind !== 'heading')
    return entriesOf([next], figuresOf)
      .slice(0, 1)
      .filter((e) => e !== undefined);
  if (then[0] !== undefined && then[0].kind !== 'heading') {
    if (kindOf(next.passage.text) !== 'total') return [];
    const end = then.findIndex((b) => b.kind === 'heading' || b.kind === 'table');
    const own = end === -1 ? then : then.slice(0, end);
    return entriesOf(own, figuresOf)
      .slice(0, mostBelow)
      .filter((e) => e !== undefined);
  }
  const figures = figuresOf(next.passage).filter((f) => !f.name);
  return [entryOf(next.passage, figures, 0, next.under)];
}

/** Lines under a heading `Total`. */
const mostBelow = 6;
