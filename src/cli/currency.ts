// `--currency USD`: money in another currency, by the plan's own dated exchange rates.

import type { BillCurrency } from '../analysis/bill.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Loaded } from './load.ts';
import type { Format } from './settings.ts';

/** `shown` is undefined for the plan's own currency. No result where there is no way to get there, with E304 in `out`. */
export function inCurrency({
  model,
  plan,
  settings,
  grid,
  out,
}: Loaded<Format>): { readonly shown: BillCurrency | undefined } | undefined {
  const { currency } = settings;
  if (currency === undefined || currency === plan.currency) return { shown: undefined };
  const text = `1 ${plan.currency} in ${currency}`;
  const formula = parseFormula({ text, source: { file: '--currency', text }, start: 0 }, plan.units, out);
  const question = formula === undefined ? undefined : model.ask(formula, out);
  if (question === undefined) return undefined;
  return { shown: { currency, rate: (place) => grid.value(question.node, place) } };
}
