// Money in another currency, by the plan's own dated exchange rates.

import type { BillCurrency } from '../analysis/bill.ts';
import { parseFormula } from '../formula/parse.ts';
import type { NodeId } from '../graph/types.ts';
import type { LoadedSource } from './load-source.ts';

/** Both are undefined for the plan's own currency; the node is the rate as a formula of the plan. */
export interface ShownCurrency {
  readonly shown: BillCurrency | undefined;
  readonly node: NodeId | undefined;
}

/** `currency` is an ISO code, undefined for the plan's own. No result where there is no way to get there, with E304 in `out`. */
export function inCurrency(
  { model, plan, grid, out }: LoadedSource,
  currency: string | undefined,
): ShownCurrency | undefined {
  if (currency === undefined || currency === plan.currency) return { shown: undefined, node: undefined };
  const text = `1 ${plan.currency} in ${currency}`;
  const formula = parseFormula({ text, source: { file: '--currency', text }, start: 0 }, plan.units, out);
  const question = formula === undefined ? undefined : model.ask(formula, out);
  if (question === undefined) return undefined;
  const { node } = question;
  return { shown: { currency, rate: (place) => grid.value(node, place) }, node };
}
