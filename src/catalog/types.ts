// What a vendor sells and for how much, as data. A price is a formula (a number with a unit, or a range `5 to 10 USD/month`),
// so it is checked by the same checker as everything else; nothing is computed here.

import type { Source, Span } from '../diagnostics/source.ts';
import type { Expression } from '../formula/ast.ts';
import type { Packed } from '../yaml/packed.ts';

/** Where a figure comes from. `assumed` is the honest word for a figure that nobody measured or quoted. */
export interface Provenance {
  /** The page, document or measurement, in a few words. */
  readonly source: string | undefined;
  readonly url: string | undefined;
  /** The day on which the figure was seen, ISO; undefined where nobody wrote it down. */
  readonly date: string | undefined;
  readonly confidence: Confidence;
}

export const confidences = ['measured', 'quoted', 'derived', 'assumed'] as const;
export type Confidence = (typeof confidences)[number];

export interface Vendor {
  readonly id: string;
  readonly name: string;
  readonly home: string | undefined;
  readonly products: ReadonlyMap<string, Product>;
  readonly span: Span;
}

export interface Product {
  readonly vendor: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string | undefined;
  readonly note: string | undefined;
  /** At least one. A product sold in one way has a single plan with the id ''. */
  readonly plans: readonly SalesPlan[];
  readonly span: Span;
}

/** One way to buy a product: its price history, what it provides, and its surcharges and terms. */
export interface SalesPlan {
  readonly id: string;
  readonly name: string;
  /** `vcpu: 3`, `memory: 8 GB`, `traffic_in: unlimited`: the product's own, overlaid with the plan's. */
  readonly attributes: ReadonlyMap<string, Expression>;
  /** Oldest first; at least one. */
  readonly prices: readonly DatedTariff[];
  readonly regions: ReadonlyMap<string, Adjustment>;
  readonly terms: ReadonlyMap<string, Adjustment>;
  readonly note: string | undefined;
  /** Why nobody should be given this plan without asking for it (a free database deleted after 30 days). */
  readonly notChosen: string | undefined;
  readonly span: Span;
}

/** A tariff and since when it is known to hold. */
export interface DatedTariff {
  /** ISO; undefined where the source gives no date. */
  readonly from: string | undefined;
  readonly until: string | undefined;
  readonly tariff: Tariff;
  readonly provenance: Provenance;
  readonly span: Span;
}

/**
 * A rate card. With quantity q, in this order:
 *   counted = max(q, atLeast), then less `free` (never below 0), then up to whole blocks of `block`
 *   usage   = counted by `rate` or by `tiers`
 *   bill    = max(minimum, fee + max(0, usage − credit))
 * Where an item has no quantity, `rate` is the flat price itself.
 */
export interface Tariff {
  readonly rate: Expression | undefined;
  readonly fee: Expression | undefined;
  readonly tiers: readonly Tier[];
  readonly mode: TierMode;
  /** Allowance that costs nothing; what is above it is charged. */
  readonly free: Expression | undefined;
  /** Allowance of a plan that sells nothing above it: a larger quantity needs another plan. */
  readonly covers: Expression | undefined;
  readonly credit: Expression | undefined;
  readonly block: Expression | undefined;
  readonly atLeast: Expression | undefined;
  readonly minimum: Expression | undefined;
  readonly setup: Expression | undefined;
  /** The vendor says "from" or "about": the figure is a floor or rounded. */
  readonly qualifier: 'from' | 'about' | undefined;
  /** Why there is no figure, where there is none. */
  readonly unknown: string | undefined;
}

/**
 * graduated: each slice at its own price. volume: all units at the price of the tier reached. cliff: as volume, but a tier may
 * jump up (one unit over re-prices everything). The arithmetic of volume and cliff is the same; the name says what to expect.
 */
export const tierModes = ['graduated', 'volume', 'cliff'] as const;
export type TierMode = (typeof tierModes)[number];

export interface Tier {
  /** Inclusive; undefined for the last tier. */
  readonly upTo: Expression | undefined;
  /** Per unit. */
  readonly rate: Expression | undefined;
  /** Once for reaching this tier (a step price). */
  readonly fee: Expression | undefined;
  readonly span: Span;
}

/** A region's surcharge or a term's discount. At most one of the figures. */
export interface Adjustment {
  readonly id: string;
  readonly add: Expression | undefined;
  readonly times: Expression | undefined;
  /** A share taken off. */
  readonly off: Expression | undefined;
  /** Replaces the tariff. */
  readonly tariff: Tariff | undefined;
  /** For how long one is bound, and the share of it that is paid in advance. */
  readonly commit: Expression | undefined;
  readonly upfront: Expression | undefined;
  readonly unknown: string | undefined;
  readonly note: string | undefined;
  readonly provenance: Provenance;
  readonly span: Span;
}

/** A vendor's file; `packed` is its tree, where somebody read exactly this text before. */
export interface VendorFile extends Source {
  readonly packed?: Packed;
}

/** Texts of vendor files by vendor id, from wherever they are kept. Must be deterministic. */
export interface VendorFiles {
  vendor(id: string): VendorFile | undefined;
  ids(): readonly string[];
}
