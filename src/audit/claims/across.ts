// What a document claims from one place to another: sentences against tables, summaries against details, amounts of one name.

import { append } from '../lists.ts';
import type { Block, Claim, Figure } from '../types.ts';
import type { Comparison } from './content/comparisons.ts';
import { entryFacts, type Fact, headingFacts } from './content/facts.ts';
import type { FiguresOf } from './content/grid.ts';
import { entriesOf } from './content/ledger.ts';
import type { NamesOf } from './content/names.ts';
import { entryPlaces } from './content/places.ts';
import { sectionOptionsIn } from './content/section-options.ts';
import { spokenIn } from './content/spoken.ts';
import { constantRatesIn } from './counts/constant-rates.ts';
import { countedPlansIn } from './counts/counted-plans.ts';
import { driverEntries, driversIn } from './counts/drivers.ts';
import { forCountIn } from './counts/for-count.ts';
import { namedRatesIn } from './counts/named-rates.ts';
import { perPlanIn } from './counts/per-plan.ts';
import { perSizeIn } from './counts/per-size.ts';
import { capacitiesIn, sizingsIn } from './counts/sizing.ts';
import { twoRatesIn } from './counts/two-rates.ts';
import { claimsOfEntries, totalsOfLists } from './in-lists.ts';
import { belowOthersIn } from './options/below-others.ts';
import { cheaperThanIn } from './options/cheaper-than.ts';
import { linearIn } from './options/linear.ts';
import { orderIn } from './options/order.ts';
import { savedAgainst } from './options/saved-against.ts';
import { statementsIn } from './options/statements.ts';
import { superlativeHeadingsIn } from './options/superlative-headings.ts';
import { superlativesIn } from './options/superlative-rows.ts';
import { winnersIn } from './options/winners.ts';
import { announcedIn } from './repeated/announced.ts';
import { bottomLinesIn } from './repeated/bottom-line.ts';
import { budgetsIn } from './repeated/budgets.ts';
import { costedTwiceIn } from './repeated/costed-twice.ts';
import { headedSavingsIn } from './repeated/headed-savings.ts';
import { inOrderIn } from './repeated/in-order.ts';
import { pricedNamesIn } from './repeated/priced-names.ts';
import { repeatedIn } from './repeated/repeated.ts';
import { hasSummary, saidAgainIn } from './repeated/said-again.ts';
import { samePartsIn } from './repeated/same-part.ts';
import { seriesIn, spokenSeries } from './repeated/series.ts';
import { spansIn } from './repeated/spans.ts';
import { contradictionsIn, grandTotalsIn } from './repeated/summary.ts';
import { countedLinesIn } from './rows/counted-amounts.ts';
import { blendedLinesIn } from './rows/weighted.ts';
import { alignedTotalsIn } from './sections/aligned-totals.ts';
import { headedListsIn } from './sections/headed-lists.ts';
import { headedSumsIn, labelSumsIn } from './sections/label-sums.ts';
import { leftOutIn } from './sections/left-out.ts';
import { listedSumsIn } from './sections/listed-sums.ts';
import { namedPartsIn } from './sections/named-parts.ts';
import { nestedTotalsIn } from './sections/nested-totals.ts';
import { oneEndsIn } from './sections/one-end.ts';
import { sectionSumsIn } from './sections/section-sums.ts';
import { sectionTotalsIn } from './sections/section-totals.ts';
import type { TableStock } from './table-stock.ts';

export interface AcrossReading {
  readonly blocks: readonly Block[];
  readonly figures: readonly Figure[];
  readonly stock: TableStock;
  /** Totals right under a table, before anything else in the document is looked at. */
  readonly under: readonly Claim[];
  readonly names: NamesOf;
  readonly figuresOf: FiguresOf;
}

/** Goes on from what passages and tables claim by themselves; what it finds is added to `claims`. */
export function addClaimsAcross(claims: Claim[], reading: AcrossReading): void {
  const { blocks, figures, stock, under, names, figuresOf } = reading;
  const entries = entriesOf(blocks, figuresOf);
  append(claims, claimsOfEntries(entries, stock));
  const spoken = spokenIn(blocks);
  const contradictions = contradictionsIn(stock.cells);
  append(claims, contradictions);
  append(claims, samePartsIn(stock.sameParts));
  // what is said elsewhere is not held against a table that is wrong itself
  const refuted = new Set(contradictions.filter((c) => c.verdict === 'wrong').map((c) => c.stated));
  const trusted = stock.comparisons.filter((c) => !c.options.some((o) => refuted.has(o.figure)));
  append(claims, spokenAlone(spoken, figuresOf));
  append(claims, spokenOfTables(spoken, trusted, entries, reading));
  append(claims, namedPartsIn(stock.bills));

  const headings = headingFacts(blocks, entries, figuresOf);
  const facts = [...stock.facts, ...entryFacts(entries, blocks.length)].sort((x, y) => x.at - y.at);
  append(claims, spokenOfOptions(spoken, trusted, facts, reading));
  const listed = listedSumsIn(entries);
  append(claims, totalsOfLists(entries, { under, listed, facts, headings }));
  const rightTotals = claims.filter((c) => c.kind === 'total' && c.verdict === 'right');
  const sums = new Set(rightTotals.map((c) => c.stated));
  const added = new Set(rightTotals.flatMap((c) => c.operands));
  append(
    claims,
    listed.filter((c) => !sums.has(c.stated)),
  );
  append(claims, inOrderIn(entries, stock.full, sums));
  const right = claims.length;
  const confirmed = new LazyFigures(() =>
    claims.slice(0, right).flatMap((c) => (c.verdict === 'right' ? [c.stated] : [])),
  );
  append(claims, headedSavingsIn({ spoken, entries, confirmed }, figuresOf));
  append(claims, repeatedIn(facts, headings, sums));
  // what is right in a calculation
  const derived = new LazyFigures(() =>
    claims.flatMap((c) => (c.verdict === 'right' && c.kind !== 'repeated' ? [c.stated] : [])),
  );
  if (hasSummary(blocks))
    append(claims, saidAgainIn([...stock.places, ...entryPlaces(entries, blocks.length)], derived));
  append(claims, nestedTotalsIn(facts, headings, derived));
  if (stock.series.length > 0) append(claims, seriesIn(spokenSeries(headings, entries), stock.series, added));
  append(claims, headedListsIn(entries, figuresOf));
  append(claims, countedPlansIn(entries, [...facts, ...headings]));
  append(claims, ofFacts(facts, headings, sums, added, reading));
  append(claims, perSizeIn(entries, facts, names, figuresOf));
  const sentences = blocks.flatMap((b) => (b.kind === 'text' || b.kind === 'item' ? b.lines : []));
  append(claims, budgetsIn(sentences, figuresOf, facts, sums));
  append(claims, announcedIn(spoken, stock.bills, names));
  append(claims, bottomLinesIn(spoken, { facts, sums }, names, figuresOf));
  append(claims, oneEndsIn(spoken, facts, figuresOf));
  append(claims, pricedNamesIn(spoken, facts, names, figuresOf));
  append(claims, constantRatesIn(stock.rated, figures));
  append(claims, twoRatesIn(stock.rated, figures));
  append(claims, namedRatesIn(blocks, figures, figuresOf));
}

type Spoken = ReturnType<typeof spokenIn>;

/** Sentences whose figures are all their own. */
function spokenAlone(spoken: Spoken, figuresOf: FiguresOf): readonly Claim[] {
  return [
    belowOthersIn(spoken, figuresOf),
    forCountIn(spoken, figuresOf),
    countedLinesIn(spoken, figuresOf),
    costedTwiceIn(spoken, figuresOf),
  ].flat();
}

/** Sentences against the rows and drivers of tables. */
function spokenOfTables(
  spoken: Spoken,
  trusted: readonly Comparison[],
  entries: ReturnType<typeof entriesOf>,
  { blocks, stock, names, figuresOf }: AcrossReading,
): readonly Claim[] {
  const { breakdowns, weighed, comparisons, plans, drivers, sizings } = stock;
  return [
    superlativesIn(spoken, breakdowns),
    blendedLinesIn(spoken, weighed, figuresOf),
    statementsIn(spoken, trusted, names, figuresOf),
    orderIn(blocks, comparisons, figuresOf),
    linearIn(spoken, names, figuresOf),
    perPlanIn(spoken, plans, trusted, figuresOf),
    driversIn(spoken, [...drivers, ...driverEntries(entries)], figuresOf),
    sizingsIn(sizings, capacitiesIn(spoken, figuresOf), figuresOf),
  ].flat();
}

/** Sentences that name one of several options, whose costs stand in tables or in sections. */
function spokenOfOptions(
  spoken: Spoken,
  trusted: readonly Comparison[],
  facts: readonly Fact[],
  { stock, names, figuresOf }: AcrossReading,
): readonly Claim[] {
  const inSections = sectionOptionsIn(facts, names, figuresOf);
  const wholes = inSections.filter((p) => p.part.length === 0).map((p) => p.comparison);
  const all = [...trusted, ...wholes];
  return [
    winnersIn(spoken, all, names, figuresOf),
    cheaperThanIn(spoken, all, names),
    superlativeHeadingsIn(spoken, inSections, stock.breakdowns, names),
    savedAgainst(spoken, all, inSections, names, figuresOf),
  ].flat();
}

/** Labelled amounts of the whole document against each other. */
function ofFacts(
  facts: readonly Fact[],
  headings: readonly Fact[],
  sums: ReadonlySet<Figure>,
  added: ReadonlySet<Figure>,
  { stock, names }: AcrossReading,
): readonly Claim[] {
  return [
    spansIn(facts),
    labelSumsIn(facts),
    headedSumsIn(facts, headings),
    grandTotalsIn(facts, sums),
    sectionTotalsIn(facts, sums, added),
    alignedTotalsIn(stock.comparisons, facts, names),
    leftOutIn(stock.breakdowns, facts, sums),
    sectionSumsIn(facts, sums),
  ].flat();
}

/** Figures of claims, gathered when they are first asked for: a long table has very many, and hardly a document asks. */
class LazyFigures {
  readonly #gather: () => Iterable<Figure>;
  #known: ReadonlySet<Figure> | undefined;

  constructor(gather: () => Iterable<Figure>) {
    this.#gather = gather;
  }

  has(figure: Figure): boolean {
    this.#known ??= new Set(this.#gather());
    return this.#known.has(figure);
  }
}
