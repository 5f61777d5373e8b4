// What the tables of a document hold that other places are held against: amounts by name, options, parts of bills, series.

import { append } from '../lists.ts';
import { type Breakdown, breakdownsOf } from './content/breakdowns.ts';
import { type Comparison, comparisonsOf } from './content/comparisons.ts';
import { type Fact, tableFacts } from './content/facts.ts';
import type { FiguresOf, Grid } from './content/grid.ts';
import type { NamesOf } from './content/names.ts';
import { type Place, tablePlaces } from './content/places.ts';
import { mayHaveRates } from './counts/constant-rates.ts';
import { type Driver, driverRows } from './counts/drivers.ts';
import { type PlanCell, planCells } from './counts/per-plan.ts';
import { type SizingTable, sizingTableOf } from './counts/sizing.ts';
import { type Column, fullColumns } from './repeated/in-order.ts';
import { type PartCell, partCells } from './repeated/same-part.ts';
import { type Series, tableSeries } from './repeated/series.ts';
import { type CellFact, cellFacts } from './repeated/summary.ts';
import type { Weighed } from './rows/weighted.ts';
import { type Bill, billOf } from './sections/named-parts.ts';
import { type TotalRow, totalRowOf } from './sections/section-costs.ts';

/** Filled table by table, in the order of the document. */
export class TableStock {
  readonly facts: Fact[] = [];
  readonly cells: CellFact[] = [];
  readonly places: Place[] = [];
  readonly sameParts: PartCell[] = [];
  readonly plans: PlanCell[] = [];
  readonly drivers: Driver[] = [];
  readonly breakdowns: Breakdown[] = [];
  readonly comparisons: Comparison[] = [];
  readonly sizings: SizingTable[] = [];
  readonly bills: Bill[] = [];
  readonly rated: Grid[] = [];
  readonly totalRows: TotalRow[] = [];
  readonly series: Series[] = [];
  readonly full: Column[] = [];
  readonly weighed: Weighed[] = [];

  add(grid: Grid, index: number, weights: readonly Weighed[], names: NamesOf, figuresOf: FiguresOf): void {
    append(this.facts, tableFacts(grid, index));
    append(this.cells, cellFacts(grid, index, names));
    append(this.places, tablePlaces(grid, index));
    append(this.plans, planCells(grid, names));
    append(this.drivers, driverRows(grid));
    append(this.sameParts, partCells(grid, index, names, figuresOf));
    append(this.breakdowns, breakdownsOf(grid));
    append(this.series, tableSeries(grid));
    append(this.full, fullColumns(grid));
    append(this.weighed, weights);
    add(this.totalRows, totalRowOf(grid));
    add(this.bills, billOf(grid, names, figuresOf));
    add(this.sizings, sizingTableOf(grid));
    if (this.rated.length < mostComparisons && mayHaveRates(grid)) this.rated.push(grid);
    if (this.comparisons.length < mostComparisons)
      append(this.comparisons, comparisonsOf(grid, index, names, figuresOf));
  }
}

/** What is said anywhere is held against each of them. */
const mostComparisons = 300;

function add<T>(list: T[], one: T | undefined): void {
  if (one !== undefined) list.push(one);
}
