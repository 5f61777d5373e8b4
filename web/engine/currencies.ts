// The currencies that a plan's exchange rates lead to.

import type { Plan } from '../../src/plan/types.ts';

/** The plan's own first, then those that a chain of its rates reaches. */
export function currenciesReached({ currency, exchange }: Plan): readonly string[] {
  const reached = new Set([currency]);
  for (const from of reached) {
    for (const rate of exchange) {
      if (rate.from === from) reached.add(rate.to);
      if (rate.to === from) reached.add(rate.from);
    }
  }
  return [...reached];
}
