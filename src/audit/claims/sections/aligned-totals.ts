// Tables one after the other, each with its total, and a table with a row for each of them in the same order. Where all rows but one
// are those totals, that one ought to be, too, whatever the tables are called.

import { spreadOf } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Comparison, Option } from '../content/comparisons.ts';
import type { Fact } from '../content/facts.ts';
import { isPart, type NamesOf } from '../content/names.ts';
import { comparedClaim } from '../content/recomputed.ts';

/** Three that agree and one that does not. */
const leastRows = 4;
const mostTotals = 400;

export function alignedTotalsIn(
  comparisons: readonly Comparison[],
  facts: readonly Fact[],
  names: NamesOf,
): readonly Claim[] {
  const totals = totalsOf(facts);
  if (totals.length < leastRows) return [];
  return comparisons.flatMap(({ options, currency, measure, table }) => {
    if (options.length < leastRows) return [];
    const own = totals.filter(
      (t) => t.source !== table && t.currency === currency && fits(measure, t) && t.figure.bound === 'none',
    );
    const runs = own.slice(0, own.length - options.length + 1).map((_, i) =>
      options.flatMap((option, k) => {
        const total = own[i + k];
        return total === undefined ? [] : [{ option, total, agrees: agree(option.figure, total.figure) }];
      }),
    );
    const best = runs.reduce((a, b) => (agreed(b) > agreed(a) ? b : a), []);
    // each amount another one, or a lucky few would do
    const amounts = new Set(best.map((l) => l.total.figure.high));
    if (agreed(best) < options.length - 1 || amounts.size < options.length) return [];
    // a total under the name of the option is its own, wherever it stands
    const odd = best.find((l) => !l.agrees);
    if (odd !== undefined && own.some((t) => isNamed(odd.option, t, names))) return [];
    return best.map(({ option, total, agrees }) =>
      comparedClaim({
        kind: 'repeated',
        stated: option.figure,
        other: total.figure,
        fits: agrees,
        message: `the other rows are the totals above, and that of “${option.label}” is ${likeFigure(total.figure, option.figure)}, not ${said(option.figure)}`,
        confidence: 0.72,
      }),
    );
  });
}

function agreed(run: readonly { readonly agrees: boolean }[]): number {
  return run.filter((l) => l.agrees).length;
}

function isNamed({ words }: Option, { under }: Fact, names: NamesOf): boolean {
  return under !== undefined && isPart(words, names(under.passage.text));
}

/** The one total of each table or list, in the order of the text. */
function totalsOf(facts: readonly Fact[]): readonly Fact[] {
  const found = facts.filter((f) => f.kind === 'total' && f.isTable);
  if (found.length > mostTotals) return [];
  return found.filter((f) => found.every((o) => o === f || o.source !== f.source || o.period !== f.period));
}

function fits(measure: string, { period, periods }: Fact): boolean {
  return measure === '' || period === '' || measure === `${period} ${periods}`;
}

function agree(a: Figure, b: Figure): boolean {
  return (['low', 'high'] as const).every((end) => {
    const spread = spreadOf(b, end);
    return fitOf(a, end, b[end], spread).fits;
  });
}
