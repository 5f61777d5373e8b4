// A plan is what the person said: values, formulas, units and places kept, nothing computed, nothing resolved.

import type { Confidence, Provenance, Vendor } from '../catalog/types.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import type { Unit } from '../quantity/unit.ts';
import type { UnitTable } from '../quantity/unit-table.ts';
import type { LiveText } from './live-text.ts';

export interface Plan {
  readonly source: Source;
  readonly title: string;
  readonly about: string | undefined;
  /** ISO day on which prices are read; undefined where the plan gives none (prices then are the newest known). */
  readonly asOf: string | undefined;
  /** The currency of totals. */
  readonly currency: string;
  readonly currencySpan: Span | undefined;
  readonly units: UnitTable;
  readonly calendar: Calendar;
  /** How long is looked ahead; undefined for a plan without time. */
  readonly horizon: Horizon | undefined;
  readonly exchange: readonly ExchangeRate[];
  readonly inputs: readonly Input[];
  readonly formulas: readonly Formula[];
  /** Names whose value could not be read (reported): what mentions them is not wrong for that. */
  readonly unreadable: readonly string[];
  readonly items: readonly Item[];
  /** What is earned, line by line; in no total of what is spent. */
  readonly revenue: readonly Item[];
  readonly limits: readonly Limit[];
  readonly budgets: readonly Limit[];
  readonly axes: readonly Axis[];
  /** In the order in which they apply: a later one sees the earlier one's value as `base`. */
  readonly overrides: readonly Override[];
  readonly expectations: readonly Expectation[];
  /** Statements of a source that nothing here can decide, with what would be needed. */
  readonly correlations: readonly Correlation[];
  readonly open: readonly OpenQuestion[];
  /** The plan's own price book. */
  readonly prices: readonly Vendor[];
  readonly discounts: readonly Discount[];
  readonly report: ReportWishes;
}

/** An assumption with a place: given by the person or the product's default. */
export interface CalendarAssumption {
  readonly value: number;
  readonly given: boolean;
  readonly span: Span | undefined;
}

/** How many of each a month has. `workdays` has no default: calls and staff differ too much. */
export interface Calendar {
  readonly hours: CalendarAssumption;
  readonly days: CalendarAssumption;
  readonly workdays: CalendarAssumption | undefined;
}

/** One `from` is `rate` of `to`. */
export interface ExchangeRate {
  readonly from: string;
  readonly to: string;
  readonly rate: Expression;
  readonly provenance: Provenance;
  readonly span: Span;
}

/** The time that a plan looks ahead: the axis `month`, from 1 on, and `year` where it is longer than one. */
export interface Horizon {
  /** Whole months. */
  readonly months: number;
  /** The calendar month of month 1: `2026-03`. */
  readonly starts: string | undefined;
  /** What money a year later is worth less, for present values. */
  readonly discount: Expression | undefined;
  readonly span: Span;
}

/** How a value goes on from what it is in month 1. */
export type Growth =
  /** By a share per month or year, each month or in steps of so many months. */
  | {
      readonly kind: 'rate';
      readonly rate: Expression;
      readonly every: Expression | undefined;
      readonly span: Span;
    }
  /** In a straight line to another value, and no further. */
  | { readonly kind: 'line'; readonly to: Expression; readonly by: Expression; readonly span: Span }
  /** By a share at first, and ever more slowly towards a limit: the logistic curve. */
  | { readonly kind: 'logistic'; readonly limit: Expression; readonly rate: Expression; readonly span: Span };

/** Another value from the first month of a year on. */
export interface FromYear {
  /** From 1. */
  readonly year: number;
  readonly value: Expression;
  readonly span: Span;
}

export interface Input {
  readonly name: string;
  readonly label: string | undefined;
  readonly note: string | undefined;
  readonly value: Expression;
  /** The unit in which the input is kept and shown; needed only where the value is unknown or to be converted. */
  readonly unit: Unit | undefined;
  readonly unitSpan: Span | undefined;
  readonly provenance: Provenance;
  readonly growth: Growth | undefined;
  readonly years: readonly FromYear[];
  readonly span: Span;
}

export interface Formula {
  readonly name: string;
  readonly label: string | undefined;
  readonly note: string | undefined;
  readonly value: Expression;
  readonly unit: Unit | undefined;
  readonly unitSpan: Span | undefined;
  readonly growth: Growth | undefined;
  readonly years: readonly FromYear[];
  readonly span: Span;
}

/** The fields of an item that an axis may override by `item.field`. */
export interface ItemFields {
  /** `vendor/product` or `vendor/product/plan`. */
  readonly use: Word | undefined;
  /** The cheapest that fits, among several. */
  readonly choose: Choose | undefined;
  /** A pinned plan of the product. */
  readonly plan: Word | undefined;
  readonly region: Word | undefined;
  readonly term: Word | undefined;
  /** An inline price: flat, or per unit of `quantity`. */
  readonly price: Expression | undefined;
  readonly quantity: Expression | undefined;
  /** How many of them; one where nothing is said. */
  readonly count: Expression | undefined;
  /** When it runs, for prices by the hour: `220 hours/month`. */
  readonly hours: Expression | undefined;
  /** Paid once, at the start. */
  readonly once: Expression | undefined;
  /** What one of them costs to buy, once, where it is owned: money. */
  readonly buy: Expression | undefined;
  /** How long a bought one lasts; then another is bought. */
  readonly life: Expression | undefined;
  /** What a bought one is still worth at the end of its life: a share of its price. */
  readonly residual: Expression | undefined;
  /** For how long one is bound. */
  readonly commit: Expression | undefined;
  /** Share of what one is bound to that is paid in advance. */
  readonly upfront: Expression | undefined;
  /** What it has to carry, by resource; the count follows. */
  readonly demand: readonly Amount[] | undefined;
  /** What one of it carries; resources that are not listed are attributes of the product. */
  readonly serves: readonly Amount[] | undefined;
  /** Share of the capacity that stays free. */
  readonly headroom: Expression | undefined;
  /** Square-root staffing: so many roots of the offered load are kept free for what queues. */
  readonly quality: Expression | undefined;
  /** How many more than the demand needs: 1 for n+1. */
  readonly spare: Expression | undefined;
  /** The fewest there may be. */
  readonly min: Expression | undefined;
  /** Share of the count that is paid for, where autoscaling follows the load. */
  readonly paid: Expression | undefined;
  /** A condition; where it is false the item is not there. */
  readonly when: Expression | undefined;
  /** Why there is no price. The total is then unknown, never silently less. */
  readonly unpriced: Word | undefined;
}

export type ItemField = keyof ItemFields;

export interface Word {
  readonly text: string;
  readonly span: Span;
}

export interface Choose {
  /** Patterns such as `contabo/*`. */
  readonly from: readonly Word[];
  readonly needs: readonly Need[];
  readonly span: Span;
}

/** So much of one resource. */
export interface Amount {
  readonly resource: string;
  readonly value: Expression;
  readonly span: Span;
}

export interface Need {
  readonly attribute: string;
  readonly atLeast: Expression;
  readonly span: Span;
}

export interface Item extends ItemFields {
  /** Money that goes out, or a line of revenue, which comes in. */
  readonly role: 'cost' | 'revenue';
  readonly name: string;
  readonly label: string | undefined;
  readonly note: string | undefined;
  readonly group: string;
  /** Who is paid, where no catalog product says it. */
  readonly provider: string | undefined;
  /** Priced and shown, but outside every total. */
  readonly optional: boolean;
  /** For an inline price. */
  readonly provenance: Provenance;
  readonly span: Span;
}

/** A condition that must hold; as `a <= b` its use is known, otherwise only whether it holds. */
export interface Limit {
  readonly name: string;
  readonly label: string | undefined;
  readonly that: Expression;
  /** In what share of the samples it must hold; undefined where the ends of the band tell. */
  readonly probability: Expression | undefined;
  readonly because: string | undefined;
  readonly then: string | undefined;
  readonly source: string | undefined;
  readonly span: Span;
}

export interface Axis {
  readonly name: string;
  readonly label: string | undefined;
  /** A lever has the points `off` and `on`; levers and time stand at their base where nobody says otherwise. */
  readonly kind: 'options' | 'sweep' | 'lever' | 'time';
  /** For a sweep: the input whose values the points are. */
  readonly input: string | undefined;
  /** For a lever: its saving is stated by somebody and derived by nobody. */
  readonly asserted: boolean;
  /** It stands at its base until a question names it, as every lever does. */
  readonly held: boolean;
  readonly points: readonly Point[];
  /** The point that counts where a question does not say which; the first if not given. */
  readonly base: number;
  readonly span: Span;
}

export interface Point {
  readonly name: string;
  readonly label: string | undefined;
  readonly note: string | undefined;
  readonly span: Span;
}

/** A change that holds where every one of `when` holds (nowhere listed: everywhere, as `--set` does). */
export interface Override {
  readonly when: readonly OnPoint[];
  readonly change: Change;
  readonly span: Span;
}

export interface OnPoint {
  readonly axis: string;
  readonly point: string;
  /** Along time: every point from `point` to this one. */
  readonly until?: string;
}

export type Change =
  /** An input or a formula. */
  | { readonly kind: 'value'; readonly name: string; readonly nameSpan: Span; readonly value: Expression }
  /** A field of an item; the fields that are not undefined in `fields` are replaced. */
  | {
      readonly kind: 'item';
      readonly item: string;
      readonly nameSpan: Span;
      readonly fields: Partial<ItemFields>;
    }
  | { readonly kind: 'add'; readonly item: Item }
  | { readonly kind: 'remove'; readonly item: string; readonly nameSpan: Span };

/** What a plan claims about itself; `check` runs them. */
export interface Expectation {
  readonly id: string | undefined;
  readonly that: Expression;
  /** The expected value: a number, a range, `true`/`false`, or a point's name as text. True where nothing is said. */
  readonly is: Expression | undefined;
  readonly within: Tolerance;
  /** For a condition: in what share of the samples it must hold. */
  readonly probability: Expression | undefined;
  readonly source: string | undefined;
  readonly note: string | undefined;
  readonly dispute: Dispute | undefined;
  readonly span: Span;
}

export type Tolerance =
  /** What the printed digits of `is` can stand for. The default. */
  { readonly kind: 'rounding' } | { readonly kind: 'amount'; readonly value: Expression };

/** A figure that a source states and the plan cannot bear, beside what we compute. */
export interface Dispute {
  readonly stated: Expression;
  readonly because: string;
  readonly span: Span;
}

/** Of two uncertain numbers. */
export interface Correlation {
  readonly between: readonly [Word, Word];
  /** Of their ranks: -1 to 1. */
  readonly rank: number;
  readonly source: string | undefined;
  readonly span: Span;
}

export interface OpenQuestion {
  readonly says: string;
  readonly missing: string;
  readonly source: string | undefined;
}

export interface Discount {
  /** A pattern of catalog paths. */
  readonly on: Word;
  readonly off: Expression;
  readonly because: string | undefined;
  readonly source: string | undefined;
  readonly span: Span;
}

export interface ReportWishes {
  /** In order; all of the report's own where nothing is said. */
  readonly sections: readonly SectionWish[] | undefined;
  readonly introduction: LiveText | undefined;
}

export interface SectionWish {
  /** One of the report's own; undefined for a section that is the plan's, which has a title and a text. */
  readonly section: Word | undefined;
  readonly title: string | undefined;
  /** Markdown, which stands before what the section has of its own. */
  readonly text: LiveText | undefined;
  readonly span: Span;
}

/** Files beside the plan, for `expect: { from: … }`. The reader only asks for paths inside the plan's own folder. */
export interface PlanFiles {
  read(relativePath: string): Source | undefined;
}

export type { Confidence, Provenance };
