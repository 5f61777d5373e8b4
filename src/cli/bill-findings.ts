// What `--fail-on` can find in a bill.

import type { Bill } from '../analysis/bill.ts';
import { priceSources } from '../report/price-sources.ts';
import type { Findings } from './run.ts';

/** Each broken limit, exceeded budget and stale price once, in however many cases. */
export function billFindings(bill: Bill, asOf: string | undefined): Findings {
  const broken = (of: 'limits' | 'budgets'): number =>
    new Set(bill.cases.flatMap((c) => c[of].filter((l) => l.state === 'broken').map((l) => l.name))).size;
  const stale = priceSources(bill, asOf).filter((p) => p.stale !== undefined).length;
  return { limit: broken('limits'), budget: broken('budgets'), stale };
}
