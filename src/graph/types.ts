// What a plan means, as one tree of typed operations: every override is a `select` along an axis, every price a formula over
// its quantity, every conversion a node. The engine evaluates it, `explain` walks it, a spreadsheet is written from it.

import type { Provenance } from '../catalog/types.ts';
import type { Span } from '../diagnostics/source.ts';
import type { DistributionKind } from '../formula/distributions.ts';
import type { Operation, Reduction, Type } from '../formula/typed.ts';
import type { Mixture } from '../numeric/draws/copula.ts';
import type { Expectation, Limit, Plan } from '../plan/types.ts';

export type NodeId = number;

export type NodeOp =
  | { readonly kind: 'const'; readonly value: number }
  | { readonly kind: 'apply'; readonly operation: Operation }
  /** A fixed factor between two units: value × numerator / denominator. */
  | { readonly kind: 'scale'; readonly numerator: number; readonly denominator: number }
  /** One argument per point of the axis. */
  | { readonly kind: 'select'; readonly axis: number }
  /** The argument at one point of the axis. */
  | { readonly kind: 'at'; readonly axis: number; readonly index: number }
  /** Over all points, or only over those from the first index of `within` to the second. */
  | {
      readonly kind: 'reduce';
      readonly reduction: Reduction;
      readonly axis: number;
      readonly within: Stretch | undefined;
    }
  /** Whole lines along an axis to a line along it. */
  | { readonly kind: 'along'; readonly operation: AlongOperation; readonly axis: number }
  /** Which argument is the smallest known one: its index, or unknown. */
  | { readonly kind: 'cheapest' }
  /** The argument whose index the first argument gives. */
  | { readonly kind: 'pick' }
  /**
   * An uncertain number: first its value along the band, then its parameters, which only sampling reads. Its draws belong to
   * `name`, so that two numbers that are written alike are two all the same.
   */
  | { readonly kind: 'draw'; readonly name: string; readonly distribution: DistributionKind }
  /** The argument under a name that people know. No computation. */
  | { readonly kind: 'named'; readonly name: string };

/** Indices of points, both included. */
export type Stretch = readonly [first: number, last: number];

/** What grid/along.ts does to the months of a value. */
export type AlongOperation = 'bought' | 'spread' | 'returned' | 'rises' | 'committed' | 'renewed' | 'running';

export interface Node {
  readonly id: NodeId;
  readonly op: NodeOp;
  readonly args: readonly NodeId[];
  readonly type: Type;
  /** Ascending indices of the axes along which the value differs. */
  readonly axes: readonly number[];
}

export interface GraphAxis {
  readonly name: string;
  readonly label: string;
  readonly kind: 'options' | 'sweep' | 'lever' | 'time' | 'band';
  /** A lever whose saving is stated by somebody and derived by nobody. */
  readonly asserted: boolean;
  /** It stands at its base until a question names it, as every lever does. */
  readonly held: boolean;
  readonly points: readonly GraphPoint[];
  /** The point that counts where a question does not say which. */
  readonly base: number;
}

export interface GraphPoint {
  readonly name: string;
  readonly label: string;
  readonly note: string | undefined;
}

export type NamedKind =
  | 'input'
  | 'formula'
  | 'price'
  | 'rate'
  | 'calendar'
  | 'item'
  | 'group'
  | 'total'
  | 'limit';

/** What is known about a name, for explanations and reports. */
export interface Named {
  readonly name: string;
  readonly kind: NamedKind;
  readonly node: NodeId;
  readonly label: string;
  readonly note: string | undefined;
  /** Where it is written. */
  readonly span: Span | undefined;
  /** Its formula as written, where it has one. */
  readonly formula: string | undefined;
  readonly provenance: Provenance | undefined;
  /** Of an input. */
  readonly start: Start | undefined;
}

/** What an input is before time and levers change it. */
export interface Start {
  /** As the plan gives it, whatever options say. */
  readonly stated: NodeId;
  /** With what options make of it: what a setting (`--set`) replaces. */
  readonly node: NodeId;
}

/** One way in which an item is bought in some cases. */
export interface Choice {
  /** `contabo/cloud-vps-20`, or empty for an inline price. */
  readonly path: string;
  readonly label: string;
  /** Whom the money goes to. */
  readonly provider: string;
  /** The rate card in one line. */
  readonly tariff: string;
  /** What an inline price comes to; undefined for a product. */
  readonly price: NodeId | undefined;
  readonly provenance: Provenance | undefined;
  readonly from: string | undefined;
  /** A later price is known than the one that held on the plan's day. */
  readonly newerSince: string | undefined;
  /** How often money changes hands. */
  readonly billing: 'month' | 'year' | 'usage';
  /** Why there is no price, if so. */
  readonly unpriced: string | undefined;
}

export interface GraphItem {
  readonly name: string;
  readonly label: string;
  readonly note: string | undefined;
  readonly group: string;
  readonly optional: boolean;
  readonly span: Span;
  /** Plan currency per month, amortised; 0 where the item is absent, unknown where it has no price. */
  readonly cost: NodeId;
  /** Plan currency, paid once: set-up, and what is bought to begin with. */
  readonly once: NodeId;
  /** Plan currency, paid in the first month, if time is not looked at: set-up, purchases, what is paid in advance, rent. */
  readonly firstMonth: NodeId;
  /** Over a horizon, plan currency per month, as money leaves the account. */
  readonly cash: NodeId | undefined;
  /** Over a horizon, plan currency per month, as what is bought is used up: `cost`, and set-up when it is paid. */
  readonly effective: NodeId | undefined;
  /** All effective cost over the horizon. */
  readonly tco: NodeId | undefined;
  /** Plan currency, all cash less that: what is still worth something, or paid in advance. */
  readonly endValue: NodeId | undefined;
  /** Whether the item exists in the case. */
  readonly present: NodeId;
  readonly quantity: NodeId | undefined;
  readonly count: NodeId | undefined;
  /** Where the count follows from a demand: index into `resources` of the one that needs most. */
  readonly binding: NodeId | undefined;
  readonly resources: readonly string[];
  /** Index into `choices`. */
  readonly choice: NodeId;
  readonly choices: readonly Choice[];
}

/** What is earned, and what is left of it. */
export interface GraphRevenue {
  /** As items: what an item costs per month, a line brings in. */
  readonly lines: readonly GraphItem[];
  /** Plan currency per month, all lines but optional ones. */
  readonly earned: NodeId;
  /** `earned` less the total. */
  readonly margin: NodeId;
  /** `margin` as a share of `earned`, in percent. */
  readonly grossMargin: NodeId;
}

/** Names of uncertain numbers that correlate with one another, directly or through others. */
export interface Correlated {
  readonly names: readonly string[];
  readonly mixture: Mixture;
}

export interface GraphLimit {
  readonly limit: Limit;
  readonly holds: NodeId;
  /** In what share of the samples it must hold. */
  readonly probability: NodeId | undefined;
  /** For `a <= b`: both sides, in one unit. */
  readonly used: NodeId | undefined;
  readonly allowed: NodeId | undefined;
  /** `a < b`: equality breaks it. */
  readonly strict: boolean;
}

export interface GraphExpectation {
  readonly expectation: Expectation;
  readonly that: NodeId;
  readonly is: ExpectedValue;
  /** The figure that a source states, for a disputed one. */
  readonly stated: ExpectedValue | undefined;
  readonly within: NodeId | undefined;
  /** The tolerance is a share of the expected value. */
  readonly withinShare: boolean;
  /** Of a condition that is expected to hold: in what share of the samples it must. */
  readonly probability: NodeId | undefined;
}

/** What is expected: a value with the step of its printed digits, both ends of a range. */
export interface ExpectedValue {
  readonly low: NodeId;
  readonly high: NodeId;
  readonly isRange: boolean;
  /** Half of this is what rounding may have taken or given; 0 for conditions and points. */
  readonly quantumLow: number;
  readonly quantumHigh: number;
}

/** The answer to a formula asked of a graph after it was built. */
export interface Question {
  readonly text: string;
  readonly node: NodeId;
  readonly type: Type;
}

export interface Graph {
  readonly plan: Plan;
  readonly axes: readonly GraphAxis[];
  readonly nodes: readonly Node[];
  readonly names: ReadonlyMap<string, Named>;
  readonly items: readonly GraphItem[];
  readonly groups: readonly string[];
  /** undefined where the plan sells nothing. */
  readonly revenue: GraphRevenue | undefined;
  readonly limits: readonly GraphLimit[];
  readonly budgets: readonly GraphLimit[];
  readonly expectations: readonly GraphExpectation[];
  /** Groups of uncertain numbers that are drawn together. */
  readonly correlations: readonly Correlated[];
  /** Plan currency per month. */
  readonly total: NodeId;
  /** Plan currency, paid once. */
  readonly upfront: NodeId;
  /** Every limit holds. */
  readonly feasible: NodeId;
}
