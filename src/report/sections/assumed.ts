// Figures to doubt first.

import type { Named } from '../../graph/types.ts';
import { type Block, code, type Inline, list, type RichText } from '../blocks.ts';
import { type PriceSource, staleAfterDays } from '../price-sources.ts';
import type { ReportContext } from '../report-context.ts';
import { priceName, weakFigures } from '../weak-figures.ts';

export function assumedSection(ctx: ReportContext): readonly Block[] {
  const weak = weakFigures(ctx);
  const { asOf } = ctx.plan;
  return list([
    ...weak.unpriced.map(
      (u): RichText =>
        `No price, ${u.optional ? 'and in no total' : 'so every total with it is unknown'}: ${u.labels.join(', ')} (${u.choice.unpriced ?? ''}).`,
    ),
    ...inputs('Unknown inputs', weak.unknownInputs),
    ...inputs(
      'Assumed inputs, measured and quoted by nobody',
      weak.assumedInputs.filter((n) => !weak.unknownInputs.includes(n)),
    ),
    ...prices('Assumed prices', weak.assumedPrices),
    ...prices('Prices without a date', weak.undated),
    ...weak.undatedRates.map((rate): RichText => `Exchange rate without a date: ${rate}.`),
    ...weak.replaced.map(
      (u): RichText => [
        `A newer price than the one used is known: `,
        code(priceName(u)),
        `, since ${u.choice.newerSince ?? ''}.`,
      ],
    ),
    ...weak.stale.map(
      ({ what, date, days }): RichText =>
        `Seen more than ${staleAfterDays} days before ${asOf ?? ''}: ${what}, on ${date} (${days} days).`,
    ),
  ]);
}

function inputs(lead: string, named: readonly Named[]): readonly RichText[] {
  if (named.length === 0) return [];
  const names = named.flatMap((n, i): readonly Inline[] => [i === 0 ? '' : ', ', code(n.name)]);
  return [[`${lead}: `, ...names, '.']];
}

function prices(lead: string, used: readonly PriceSource[]): readonly RichText[] {
  return used.length === 0 ? [] : [`${lead}: ${used.map(priceName).join(', ')}.`];
}
