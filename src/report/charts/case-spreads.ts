// Where the total lies in each case, where it is uncertain.

import type { Outline } from '../../analysis/spread.ts';
import { type Unit, unitText } from '../../quantity/unit.ts';
import { moneyCell } from '../amounts.ts';
import { andList } from '../words.ts';
import type { SpreadChart } from './chart.ts';

/** More rows than these fill a page. */
const mostRows = 30;

/** None of a single case, of which a histogram says more. */
export function caseSpreads<C extends { readonly spread: Outline }>(
  { cases, unit }: { readonly cases: readonly C[]; readonly unit: Unit },
  currency: string,
  nameOf: (one: C) => string,
): SpreadChart | undefined {
  const rows = cases.flatMap((one): SpreadChart['rows'] => {
    const [p5, p10, p50, p90, p95] = [0.05, 0.1, 0.5, 0.9, 0.95].map((p) => quantile(one.spread, p)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (![p5, p50, p95].every(Number.isFinite)) return [];
    const text = moneyCell({ low: p5, mid: p50, high: p95 }, currency, 'bill');
    return [{ name: nameOf(one), wide: [p5, p95], narrow: [p10, p90], median: p50, text }];
  });
  if (rows.length < 2 || rows.every(({ wide: [from, to] }) => from === to)) return undefined;
  const shown = rows.slice(0, mostRows);
  const left = shown.length < rows.length ? `, ${shown.length} of ${rows.length} cases` : '';
  return {
    kind: 'spread',
    title: `Where the total lies in 80% and in 90% of the samples, around its median${left}`,
    alt: `In 90% of the samples: ${andList(
      shown.map(({ name, text }) => `${name} ${text}`),
      12,
    )}, in ${unitText(unit)}.`,
    value: { name: 'total', unit: unitText(unit) },
    rows: shown,
  };
}

function quantile({ quantiles }: Outline, probability: number): number {
  return quantiles.find((q) => q.probability === probability)?.value ?? Number.NaN;
}
