// The shape of a plan as an object, key by key as in YAML. What each key means is said in forms/.

import type { Confidence, TierMode } from '../catalog/types.ts';

/** A number, a quantity or a formula: `500`, `'500 users'`, `'users * peak_share'`. */
export type FormulaText = string | number | boolean;
type OneOrMore<T> = T | readonly T[];
type Named<T> = { readonly [name: string]: T };

interface ProvenanceDefinition {
  readonly source?: string;
  readonly url?: string;
  readonly date?: string;
  readonly confidence?: Confidence;
}

export interface GrowthDefinition {
  readonly rate?: FormulaText;
  readonly every?: FormulaText;
  readonly to?: FormulaText;
  readonly by?: FormulaText;
  readonly limit?: FormulaText;
}

interface TimeDefinition {
  readonly growth?: FormulaText | GrowthDefinition;
  /** From the first month of a year on: `{ 2: '80 agents' }`. */
  readonly years?: { readonly [year: number]: FormulaText };
}

export interface MeasuredInputDefinition extends Omit<InputDefinition, 'value'> {
  /** A column of a CSV file beside the plan. */
  readonly measured: { readonly file: string; readonly column: string; readonly unit?: string };
}

export interface InputDefinition extends ProvenanceDefinition, TimeDefinition {
  readonly value: FormulaText;
  readonly unit?: string;
  readonly label?: string;
  readonly note?: string;
}

export interface FormulaDefinition extends TimeDefinition {
  readonly value: FormulaText;
  readonly unit?: string;
  readonly label?: string;
  readonly note?: string;
}

export interface LimitDefinition {
  readonly that: FormulaText;
  /** In what share of the samples it must hold: `95%`. */
  readonly probability?: FormulaText;
  readonly because?: string;
  readonly then?: string;
  readonly source?: string;
  readonly label?: string;
}

export interface ItemFieldsDefinition {
  readonly use?: string;
  readonly choose?: { readonly from: OneOrMore<string>; readonly needs?: Named<FormulaText> };
  readonly plan?: string;
  readonly region?: string;
  readonly term?: string;
  readonly price?: FormulaText;
  readonly quantity?: FormulaText;
  readonly count?: FormulaText;
  readonly hours?: FormulaText;
  readonly once?: FormulaText;
  /** Money, or a catalog path. */
  readonly buy?: FormulaText;
  readonly life?: FormulaText;
  readonly residual?: FormulaText;
  readonly commit?: FormulaText;
  readonly upfront?: FormulaText;
  readonly when?: FormulaText;
  readonly demand?: Named<FormulaText>;
  readonly serves?: Named<FormulaText>;
  readonly headroom?: FormulaText;
  readonly quality?: FormulaText;
  readonly spare?: FormulaText;
  readonly min?: FormulaText;
  readonly paid?: FormulaText;
  readonly unpriced?: string;
}

export interface ItemDefinition extends ItemFieldsDefinition, ProvenanceDefinition {
  readonly group?: string;
  readonly label?: string;
  readonly note?: string;
  readonly provider?: string;
  readonly optional?: boolean;
}

export type RevenueDefinition = Omit<
  ItemDefinition,
  'group' | 'provider' | 'buy' | 'life' | 'residual' | 'commit' | 'upfront'
>;

/** `users: '100 users'`, `'app.use': 'contabo/cloud-vps-10'`, `app: { use: … }`, `items`, `remove`. */
export interface ChangesDefinition {
  readonly items?: Named<ItemDefinition>;
  readonly revenue?: FormulaText | Named<RevenueDefinition>;
  readonly remove?: OneOrMore<string>;
  readonly [override: string]: ChangeDefinition | undefined;
}

type ChangeDefinition =
  | FormulaText
  | ItemFieldsDefinition
  | NonNullable<ItemFieldsDefinition['choose']>
  | Named<ItemDefinition>
  | Named<RevenueDefinition>
  | readonly string[]
  | ChangesDefinition;

export interface PointDefinition extends ChangesDefinition {
  readonly label?: string;
  readonly note?: string;
  readonly extends?: string;
  /** Changes that hold only where other axes stand so: `'at stage=beta, mail=free'`. */
  readonly [at: `at ${string}`]: ChangesDefinition;
}

export interface OptionsDefinition {
  readonly label?: string;
  readonly base?: string;
  /** It stands at its base until a question names it. */
  readonly held?: boolean;
  readonly [point: string]: PointDefinition | string | boolean | undefined;
}

export interface SweepDefinition {
  readonly sweep: string;
  readonly values: readonly FormulaText[];
  readonly base?: FormulaText;
  /** It stands at its base until a question names it. */
  readonly held?: boolean;
  readonly label?: string;
}

/** What it changes, or `saves`: a saving that somebody states and nobody derived. */
export interface LeverDefinition extends ChangesDefinition, ProvenanceDefinition {
  readonly label?: string;
  readonly note?: string;
  readonly saves?: FormulaText;
  /** Changes that hold only where other axes stand so: `'at stage=beta, mail=free'`. */
  readonly [at: `at ${string}`]: ChangesDefinition;
}

export interface ExpectationDefinition {
  readonly that: FormulaText;
  /** A point of an axis is text within the formula: `'"hetzner"'`. */
  readonly is?: FormulaText;
  readonly within?: FormulaText;
  /** In what share of the samples a condition must hold: `95%`. */
  readonly probability?: FormulaText;
  readonly id?: string;
  readonly source?: string;
  readonly note?: string;
  readonly disputed?: { readonly stated: FormulaText; readonly because: string };
}

export interface IncludeDefinition {
  readonly from: string;
}

interface TariffDefinition {
  readonly price?: FormulaText;
  readonly fee?: FormulaText;
  readonly tiers?: readonly {
    readonly up_to?: FormulaText;
    readonly price?: FormulaText;
    readonly fee?: FormulaText;
  }[];
  readonly mode?: TierMode;
  readonly free?: FormulaText;
  readonly covers?: FormulaText;
  readonly credit?: FormulaText;
  readonly block?: FormulaText;
  readonly at_least?: FormulaText;
  readonly minimum?: FormulaText;
  readonly setup?: FormulaText;
  readonly qualifier?: 'from' | 'about';
  readonly unknown?: string;
}

interface DatedTariffDefinition extends TariffDefinition, ProvenanceDefinition {
  readonly from?: string;
  readonly until?: string;
}

interface AdjustmentDefinition extends TariffDefinition, ProvenanceDefinition {
  readonly add?: FormulaText;
  readonly times?: FormulaText;
  readonly off?: FormulaText;
  readonly commit?: FormulaText;
  readonly upfront?: FormulaText;
  readonly note?: string;
}

interface SalesPlanDefinition extends DatedTariffDefinition {
  readonly name?: string;
  readonly note?: string;
  readonly provides?: Named<FormulaText>;
  readonly prices?: readonly DatedTariffDefinition[];
  readonly regions?: Named<AdjustmentDefinition>;
  readonly terms?: Named<AdjustmentDefinition>;
  readonly not_chosen?: string;
}

export interface ProductDefinition extends SalesPlanDefinition {
  readonly kind?: string;
  readonly plans?: Named<SalesPlanDefinition>;
}

export interface VendorDefinition extends ProvenanceDefinition {
  readonly name?: string;
  readonly home?: string;
  readonly note?: string;
  readonly units?: readonly string[];
  readonly products: Named<ProductDefinition>;
}

export interface PlanDefinition {
  readonly plan: string;
  readonly about?: string;
  readonly as_of?: string;
  readonly currency: string;
  readonly exchange?: Named<FormulaText | ({ readonly rate: FormulaText } & ProvenanceDefinition)>;
  readonly calendar?: { readonly month: OneOrMore<string> };
  readonly units?: OneOrMore<string> | Named<string | { readonly plural?: string; readonly is?: string }>;
  readonly horizon?:
    | FormulaText
    | { readonly length: FormulaText; readonly starts?: string; readonly discount?: FormulaText };
  /** What changes from a month on: `{ 13: { users: 'base * 2' } }`. */
  readonly timeline?: Named<PointDefinition>;
  readonly inputs?: Named<FormulaText | InputDefinition | MeasuredInputDefinition>;
  readonly formulas?: Named<FormulaText | FormulaDefinition>;
  readonly items?: Named<ItemDefinition>;
  readonly revenue?: Named<RevenueDefinition>;
  readonly limits?: Named<FormulaText | LimitDefinition>;
  readonly budgets?: Named<FormulaText | LimitDefinition>;
  readonly axes?: Named<OptionsDefinition | SweepDefinition>;
  readonly levers?: Named<LeverDefinition>;
  readonly expect?: string | OneOrMore<ExpectationDefinition | IncludeDefinition>;
  readonly correlations?: OneOrMore<{
    readonly between: readonly [string, string];
    readonly rank: FormulaText;
    readonly source?: string;
  }>;
  readonly open?: OneOrMore<{ readonly says: string; readonly missing: string; readonly source?: string }>;
  readonly prices?: Named<VendorDefinition>;
  readonly discounts?: OneOrMore<{
    readonly on: string;
    readonly off: FormulaText;
    readonly because?: string;
    readonly source?: string;
  }>;
  readonly report?: {
    readonly sections?: OneOrMore<
      string | { readonly section?: string; readonly title?: string; readonly text?: string }
    >;
    readonly introduction?: string;
  };
}
