// Everything that a document claims, from its blocks: each kind of claim has its file in claims/.

import { alignedTotalsIn } from './claims/aligned-totals.ts';
import { announcedIn } from './claims/announced.ts';
import { withOtherWays } from './claims/another-way.ts';
import { belowOthersIn } from './claims/below-others.ts';
import { bottomLinesIn } from './claims/bottom-line.ts';
import { breakEvenRowsIn } from './claims/break-even-rows.ts';
import { budgetsIn } from './claims/budgets.ts';
import { carried } from './claims/carried-totals.ts';
import { changedRowsIn } from './claims/changed-rows.ts';
import { changesIn } from './claims/changes.ts';
import { cheaperThanIn } from './claims/cheaper-than.ts';
import { columnShapesIn } from './claims/column-shapes.ts';
import { type Comparison, comparisonsOf } from './claims/comparisons.ts';
import { constantRatesIn, mayHaveRates } from './claims/constant-rates.ts';
import { conversionsOf, exchangesIn, exchangesInGrid } from './claims/conversions.ts';
import { costedTwiceIn } from './claims/costed-twice.ts';
import { countedCellsIn, countedLinesIn } from './claims/counted-amounts.ts';
import { countedPlansIn } from './claims/counted-plans.ts';
import { derivedIn } from './claims/derived.ts';
import { type Driver, driverEntries, driverRows, driversIn } from './claims/drivers.ts';
import { type Exchange, equationsIn, type MixedSum } from './claims/equations.ts';
import { byConfirmed, withoutExplained } from './claims/explained.ts';
import { entryFacts, type Fact, headingFacts, tableFacts } from './claims/facts.ts';
import { forCountIn } from './claims/for-count.ts';
import { type FiguresOf, type Grid, gridOf, kindOf } from './claims/grid.ts';
import { groupedPartsIn } from './claims/grouped-parts.ts';
import { headedListsIn } from './claims/headed-lists.ts';
import { headedSavingsIn } from './claims/headed-savings.ts';
import { type Column, fullColumns, inOrderIn } from './claims/in-order.ts';
import { headedSumsIn, labelSumsIn } from './claims/label-sums.ts';
import { type Entry, entriesOf, entryOf, ledgersIn } from './claims/ledger.ts';
import { leftOutIn } from './claims/left-out.ts';
import { linearIn } from './claims/linear.ts';
import { listedSumsIn } from './claims/listed-sums.ts';
import { marginsIn } from './claims/margins.ts';
import { type Bill, billOf, namedPartsIn } from './claims/named-parts.ts';
import { namesIn } from './claims/names.ts';
import { nestedTotalsIn } from './claims/nested-totals.ts';
import { oneEndsIn } from './claims/one-end.ts';
import { withOpenMarks } from './claims/open-marks.ts';
import { orderIn } from './claims/order.ts';
import { ownershipIn } from './claims/ownership.ts';
import { type PlanCell, perPlanIn, planCells } from './claims/per-plan.ts';
import { perSizeIn } from './claims/per-size.ts';
import { percentRowsIn } from './claims/percent-rows.ts';
import { periodLinesIn, periodsIn } from './claims/periods.ts';
import { entryPlaces, type Place, tablePlaces } from './claims/places.ts';
import { pricedColumnsIn } from './claims/priced-columns.ts';
import { pricedNamesIn } from './claims/priced-names.ts';
import { productCellsIn } from './claims/product-cells.ts';
import { relationsIn } from './claims/relations.ts';
import { repeatedIn } from './claims/repeated.ts';
import { returnsIn } from './claims/returns.ts';
import { rolesIn, rolesInGrid } from './claims/roles.ts';
import { saidAgainIn } from './claims/said-again.ts';
import { type PartCell, partCells, samePartsIn } from './claims/same-part.ts';
import { savedAgainst } from './claims/saved-against.ts';
import { savedBetweenIn } from './claims/saved-between.ts';
import { savedRowsIn } from './claims/saved-rows.ts';
import { scaledCellsIn, scaledPricesIn } from './claims/scaled-prices.ts';
import { sectionCostsIn, type TotalRow, totalRowOf } from './claims/section-costs.ts';
import { sectionOptionsIn } from './claims/section-options.ts';
import { sectionSumsIn } from './claims/section-sums.ts';
import { sectionTotalsIn } from './claims/section-totals.ts';
import { sentencesIn } from './claims/sentences.ts';
import { type Series, seriesIn, spokenSeries, tableSeries } from './claims/series.ts';
import { type Breakdown, breakdownsOf, sharesIn, superlativesIn } from './claims/shares.ts';
import { sharesOfOneIn } from './claims/shares-of-one.ts';
import { siblingsIn } from './claims/siblings.ts';
import { capacitiesIn, type SizingTable, sizingsIn, sizingTableOf } from './claims/sizing.ts';
import { soldAtIn } from './claims/sold-at.ts';
import { spansIn } from './claims/spans.ts';
import { spokenIn } from './claims/spoken.ts';
import { statementsIn } from './claims/statements.ts';
import { type CellFact, cellFacts, contradictionsIn, grandTotalsIn } from './claims/summary.ts';
import { superlativeCellsIn } from './claims/superlative-cells.ts';
import { superlativeHeadingsIn } from './claims/superlative-headings.ts';
import { totalUnder } from './claims/total-under.ts';
import { totalsIn } from './claims/totals.ts';
import { rowRelationsIn, withRemarks } from './claims/turned.ts';
import { twoRatesIn } from './claims/two-rates.ts';
import { unitRowsIn } from './claims/unit-rows.ts';
import { blendedLinesIn, blendedRowsIn, type Weighed, weighedIn } from './claims/weighted.ts';
import { winnersIn } from './claims/winners.ts';
import { workedCellsIn } from './claims/worked-cells.ts';
import { readFigures } from './figures/read-figures.ts';
import { withoutSystematic } from './judge/systematic.ts';
import { append } from './lists.ts';
import type { Block, Claim, Document, Figure, Notation, Passage } from './types.ts';

/** Every passage of a document with its figures, in the order of the text. */
export interface Reading {
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly conventions: readonly string[];
}

export function claimsIn(document: Document): Reading {
  const claims: Claim[] = [];
  const exchanges: Exchange[] = [];
  const mixed: MixedSum[] = [];
  const figures: Figure[] = [];
  const facts: Fact[] = [];
  const cells: CellFact[] = [];
  const places: Place[] = [];
  const sameParts: PartCell[] = [];
  const plans: PlanCell[] = [];
  const drivers: Driver[] = [];
  const breakdowns: Breakdown[] = [];
  const comparisons: Comparison[] = [];
  const sizings: SizingTable[] = [];
  const bills: Bill[] = [];
  const rated: Grid[] = [];
  const under: Claim[] = [];
  const totalRows: TotalRow[] = [];
  const series: Series[] = [];
  const full: Column[] = [];
  const weighed: Weighed[] = [];
  const figuresOf = reader(document.notation);
  const names = namesIn(document.blocks);
  const siblings = siblingsIn(document.blocks, figuresOf);
  const read = (passage: Passage, own: readonly Figure[], isCell: boolean): void => {
    if (own.length === 0) return;
    append(figures, own);
    if (own.length === 1) return;
    const found = equationsIn(passage.text, own);
    append(claims, found.claims);
    append(claims, periodsIn(passage.text, own));
    append(claims, changesIn(passage.text, own));
    append(claims, scaledPricesIn(passage.text, own));
    if (!isCell) append(claims, sentencesIn(passage.text, own));
    append(exchanges, found.exchanges);
    append(mixed, found.mixed);
    append(exchanges, exchangesIn(passage.text, own));
  };
  for (const [index, block] of document.blocks.entries()) {
    if (block.kind !== 'table') {
      for (const passage of block.kind === 'code' ? block.lines : [block.passage]) {
        read(passage, figuresOf(passage), false);
      }
    }
    if (block.kind === 'table') {
      for (const row of block.rows.slice(0, block.headerRows)) {
        for (const passage of row) read(passage, readFigures(passage, document.notation), true);
      }
      // a cell is read once, and not remembered: a table may have a million of them
      const grid = gridOf(block, (passage) => {
        const own = siblings.has(block) ? figuresOf(passage) : readFigures(passage, document.notation);
        read(passage, own, true);
        return own;
      });
      for (const below of entriesBelow(document.blocks, index, figuresOf))
        append(under, totalUnder(grid, below));
      const relations = withFlips(grid, relationsIn(withRemarks(grid), siblings.get(block)));
      const totals = besides(totalsIn(grid), relations);
      append(claims, totals);
      append(claims, groupedPartsIn(grid));
      append(claims, relations);
      append(claims, rowRelationsIn(grid, totals, relations));
      append(claims, besideProducts(columnShapesIn(withRemarks(grid)), relations));
      append(claims, percentRowsIn(grid));
      append(claims, scaledCellsIn(grid));
      append(claims, pricedColumnsIn(grid, block.rows.slice(0, block.headerRows), figuresOf));
      append(claims, changedRowsIn(grid));
      append(claims, breakEvenRowsIn(grid));
      append(claims, savedRowsIn(grid));
      append(claims, rolesInGrid(grid));
      append(claims, unitRowsIn(grid, figuresOf));
      append(claims, countedCellsIn(grid, figuresOf));
      append(
        claims,
        productCellsIn(grid, (passage) => readFigures(passage, document.notation)),
      );
      append(
        claims,
        workedCellsIn(grid, (passage) => readFigures(passage, document.notation)),
      );
      append(exchanges, exchangesInGrid(grid));
      append(facts, tableFacts(grid, index));
      append(cells, cellFacts(grid, index, names));
      append(places, tablePlaces(grid, index));
      append(plans, planCells(grid, names));
      append(drivers, driverRows(grid));
      append(sameParts, partCells(grid, index, names, figuresOf));
      append(breakdowns, breakdownsOf(grid));
      append(series, tableSeries(grid));
      append(full, fullColumns(grid));
      append(claims, superlativeCellsIn(grid, figuresOf));
      const weights = weighedIn(grid, index);
      append(claims, blendedRowsIn(grid, weights));
      append(weighed, weights);
      const totalRow = totalRowOf(grid);
      if (totalRow !== undefined) totalRows.push(totalRow);
      const bill = billOf(grid, names, figuresOf);
      if (bill !== undefined) bills.push(bill);
      if (rated.length < mostComparisons && mayHaveRates(grid)) rated.push(grid);
      const sizing = sizingTableOf(grid);
      if (sizing !== undefined) sizings.push(sizing);
      if (comparisons.length < mostComparisons)
        append(comparisons, comparisonsOf(grid, index, names, figuresOf));
    }
  }
  const entries = entriesOf(document.blocks, figuresOf);
  append(claims, marginsIn(entries));
  append(claims, returnsIn(entries));
  append(claims, sectionCostsIn(entries, totalRows));
  append(claims, periodLinesIn(entries));
  append(claims, derivedIn(entries));
  append(claims, rolesIn(entries));
  append(claims, sharesOfOneIn(entries));
  append(claims, savedBetweenIn(entries));
  append(claims, soldAtIn(entries));
  append(claims, ownershipIn(entries));
  append(claims, sharesIn(entries, breakdowns));
  const sentences = document.blocks.flatMap((b) => (b.kind === 'text' || b.kind === 'item' ? b.lines : []));
  const spoken = spokenIn(document.blocks);
  append(claims, superlativesIn(spoken, breakdowns));
  append(claims, blendedLinesIn(spoken, weighed, figuresOf));
  append(claims, belowOthersIn(spoken, figuresOf));
  const contradictions = contradictionsIn(cells);
  append(claims, contradictions);
  append(claims, samePartsIn(sameParts));
  // what is said elsewhere is not held against a table that is wrong itself
  const refuted = new Set(contradictions.filter((c) => c.verdict === 'wrong').map((c) => c.stated));
  const trusted = comparisons.filter((c) => !c.options.some((o) => refuted.has(o.figure)));
  append(claims, statementsIn(spoken, trusted, names, figuresOf));
  append(claims, orderIn(document.blocks, comparisons, figuresOf));
  append(claims, linearIn(spoken, names, figuresOf));
  append(claims, forCountIn(spoken, figuresOf));
  append(claims, countedLinesIn(spoken, figuresOf));
  append(claims, perPlanIn(spoken, plans, trusted, figuresOf));
  append(claims, driversIn(spoken, [...drivers, ...driverEntries(entries)], figuresOf));
  append(claims, costedTwiceIn(spoken, figuresOf));
  append(claims, namedPartsIn(bills));
  append(claims, sizingsIn(sizings, capacitiesIn(spoken, figuresOf), figuresOf));
  const headings = headingFacts(document.blocks, entries, figuresOf);
  append(facts, entryFacts(entries, document.blocks.length));
  facts.sort((x, y) => x.at - y.at);
  const inSections = sectionOptionsIn(facts, names, figuresOf);
  const wholes = inSections.filter((p) => p.part.length === 0).map((p) => p.comparison);
  append(claims, winnersIn(spoken, [...trusted, ...wholes], names, figuresOf));
  append(claims, cheaperThanIn(spoken, [...trusted, ...wholes], names));
  append(claims, superlativeHeadingsIn(spoken, inSections, breakdowns, names));
  append(claims, savedAgainst(spoken, [...trusted, ...wholes], inSections, names, figuresOf));
  const totals = facts.filter((f) => f.kind === 'total' || f.kind === 'subtotal').map((f) => f.figure);
  const earlier = [totals, headings.map((f) => f.figure)];
  append(claims, carried(under, earlier, []));
  const listed = listedSumsIn(entries);
  const ofLists = new Set(listed.map((c) => c.stated));
  for (const ledger of ledgersIn(entries)) {
    const found = carried(totalsIn(ledger), earlier, labelledBefore(facts, ledger));
    append(
      claims,
      found.filter((c) => c.verdict === 'right' || !ofLists.has(c.stated)),
    );
    append(claims, percentRowsIn(ledger));
  }
  const rightTotals = claims.filter((c) => c.kind === 'total' && c.verdict === 'right');
  const sums = new Set(rightTotals.map((c) => c.stated));
  const added = new Set(rightTotals.flatMap((c) => c.operands));
  append(
    claims,
    listed.filter((c) => !sums.has(c.stated)),
  );
  append(claims, inOrderIn(entries, full, sums));
  const confirmed = new Set(claims.filter((c) => c.verdict === 'right').map((c) => c.stated));
  append(claims, headedSavingsIn({ spoken, entries, confirmed }, figuresOf));
  append(claims, repeatedIn(facts, headings, sums));
  append(places, entryPlaces(entries, document.blocks.length));
  const derived = derivedFigures(claims);
  append(claims, saidAgainIn(places, derived));
  append(claims, nestedTotalsIn(facts, headings, derived));
  if (series.length > 0) append(claims, seriesIn(spokenSeries(headings, entries), series, added));
  append(claims, perSizeIn(entries, facts, names, figuresOf));
  append(claims, spansIn(facts));
  append(claims, countedPlansIn(entries, [...facts, ...headings]));
  append(claims, labelSumsIn(facts));
  append(claims, headedSumsIn(facts, headings));
  append(claims, headedListsIn(entries, figuresOf));
  append(claims, budgetsIn(sentences, figuresOf, facts, sums));
  append(claims, grandTotalsIn(facts, sums));
  append(claims, sectionTotalsIn(facts, sums, added));
  append(claims, alignedTotalsIn(comparisons, facts, names));
  append(claims, leftOutIn(breakdowns, facts, sums));
  append(claims, sectionSumsIn(facts, sums));
  append(claims, announcedIn(spoken, bills, names));
  append(claims, bottomLinesIn(spoken, { facts, sums }, names, figuresOf));
  append(claims, oneEndsIn(spoken, facts, figuresOf));
  append(claims, pricedNamesIn(spoken, facts, names, figuresOf));
  append(claims, constantRatesIn(rated, figures));
  append(claims, twoRatesIn(rated, figures));
  const conversions = conversionsOf(exchanges, mixed);
  append(claims, conversions.claims);
  return {
    claims: withOtherWays(
      withoutExplained(byConfirmed(withoutSystematic(claims.map(withOpenMarks(figures))))),
      document.blocks,
      figuresOf,
    ),
    figures,
    conventions: [...assumedIn(claims), ...conversions.rates],
  };
}

/** The line right under a table, or those under a heading `Total`; a heading itself only where nothing stands under it. */
function entriesBelow(blocks: readonly Block[], index: number, figuresOf: FiguresOf): readonly Entry[] {
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

/** What is right in a calculation. */
function derivedFigures(claims: readonly Claim[]): ReadonlySet<Figure> {
  return new Set(claims.flatMap((c) => (c.verdict === 'right' && c.kind !== 'repeated' ? [c.stated] : [])));
}

/** What is said anywhere is held against each of them. */
const mostComparisons = 300;

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

/** In a table of options, whether the figure as it should be changes which of them is the lowest. */
function withFlips(grid: Grid, claims: readonly Claim[]): readonly Claim[] {
  if (!claims.some((c) => c.verdict === 'wrong') || grid.rows.some((r) => r.kind !== 'plain')) return claims;
  return claims.map((claim) => {
    if (claim.verdict === 'right') return claim;
    const column = grid.columns.find((c) => grid.rows.some((r) => r.cells[c.index]?.figure === claim.stated));
    if (column === undefined || !column.hasMoney || grid.rows.length > 200) return claim;
    const own = grid.rows.flatMap((r) => r.cells[column.index]?.figure ?? []);
    const lowest = (value: (f: Figure) => number): Figure | undefined =>
      own.reduce<Figure | undefined>((a, b) => (a === undefined || value(b) < value(a) ? b : a), undefined);
    const before = lowest((f) => f.high);
    const after = lowest((f) => (f === claim.stated ? claim.recomputed.high : f.high));
    return before === after ? claim : { ...claim, flips: true };
  });
}

/** A total that follows from its own row may be meant so, whatever its column adds up to. */
function besides(totals: readonly Claim[], relations: readonly Claim[]): readonly Claim[] {
  if (!totals.some((c) => c.verdict === 'wrong')) return totals;
  // of a sum along the row, the parts are totals, too, and one of them is wrong with it
  const isSumOfBefore = ({ kind, stated, operands }: Claim): boolean =>
    kind === 'total' && operands.every((f) => startOf(f) < startOf(stated));
  const right = new Set(
    relations.filter((c) => c.verdict === 'right' && !isSumOfBefore(c)).map((c) => c.stated),
  );
  const mended = new Map(
    relations
      .filter((c) => c.verdict === 'wrong' && c.confidence > 0.6)
      .map((c) => [c.stated, c.recomputed.high]),
  );
  return totals.map((claim) =>
    claim.verdict === 'wrong' && isExplained(claim, mended)
      ? { ...claim, verdict: 'right', message: '', operands: claim.operands.filter((f) => !mended.has(f)) }
      : claim.verdict === 'wrong' && right.has(claim.stated)
        ? { ...claim, confidence: claim.confidence - 0.3 }
        : claim,
  );
}

function startOf({ passage }: Figure): number {
  return passage.map[1] ?? 0;
}

/** What is right in a product of its row runs on from the row above by chance at most. */
function besideProducts(claims: readonly Claim[], relations: readonly Claim[]): readonly Claim[] {
  if (!claims.some((c) => c.verdict === 'wrong')) return claims;
  const products = new Set(
    relations.flatMap((c) => (c.kind === 'row' && c.verdict === 'right' ? [c.stated] : [])),
  );
  return claims.filter((c) => c.verdict === 'right' || !products.has(c.stated));
}

/** The total is right for what a wrong row should have held. */
function isExplained({ stated, operands, recomputed }: Claim, mended: ReadonlyMap<Figure, number>): boolean {
  let moved = 0;
  let found = false;
  for (const figure of operands) {
    const value = mended.get(figure);
    if (value === undefined) continue;
    found = true;
    moved += value - figure.high;
  }
  return found && Math.abs(recomputed.high + moved - stated.high) <= stated.step * 1.5;
}

const mostBefore = 12;

/** The last labelled amounts in front of a list that are not in it. */
function labelledBefore(facts: readonly Fact[], ledger: Grid): readonly Figure[] {
  const start = ledger.rows[0]?.cells[0]?.passage.map[1] ?? 0;
  let low = 0;
  let high = facts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((facts[middle]?.at ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return facts.slice(Math.max(0, low - mostBefore), low).map((f) => f.figure);
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
