// `--currency USD`: money in another currency, by the plan's own dated exchange rates.

import type { BillCurrency } from '../analysis/bill.ts';
import { parseFormula } from '../formula/parse.ts';
import type { NodeId } from '../graph/types.ts';
import type { Loaded } from './load.ts';
import type { Format } from './settings.ts';

/** Both are undefined for the plan's own currency; the node is the rate as a formula of the plan. */
interface ShownCurrency {
  readonly shown: BillCurrency | undefined;
  readonly node: NodeId | undefined;
}

/** No result where there is no way to get there, with E304 in `out`. */
export function inCurrency({ model, plan, settings, grid, out }: Loaded<Format>): ShownCurrency | undefined {
  const { currency } = settings;
  if (currency === undefined || currency === plan.currency) return { shown: undefined, node: undefined };
  const text = `1 ${plan.currency} in ${currency}`;
  const formula = parseFormula({ text, source: { file: '--currency', text }, start: 0 }, plan.units, out);
  const question = formula === undefined ? undefined : model.ask(formula, out);
  if (question === undefined) return undefined;
  const { node } = question;
  return { shown: { currency, rate: (place) => grid.value(node, place) }, node };
}
