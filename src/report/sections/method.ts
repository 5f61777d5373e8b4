// How the figures came about, in sentences that are true of every plan.

import { isRange } from '../../analysis/figures.ts';
import { type Block, paragraph } from '../blocks.ts';
import type { ReportContext } from '../report-context.ts';

export function methodSection(ctx: ReportContext): readonly Block[] {
  const { plan } = ctx;
  const bill = ctx.bill();
  const ranged = bill.cases.some((c) => isRange(c.total));
  const yearly = bill.cases.some((c) => c.items.some((i) => i.choice?.billing === 'year'));
  const day =
    plan.asOf === undefined
      ? 'The plan names no day, so prices are the newest that the catalog knows.'
      : `Prices are those that hold on ${plan.asOf}, as far as the plan and the catalog know.`;
  const sentences = [
    'Every figure is computed from the inputs and prices of the plan, after the units of every formula were checked. A month becomes hours or days, and one currency another, only by the factors under the assumptions.',
    day,
    ...(yearly
      ? [
          'A price by the year counts as a twelfth of it each month; the cash line shows what is paid in the first month.',
        ]
      : []),
    'Amounts are rounded for display only, half away from zero; sums, shares and differences are taken before rounding.',
    ...(ranged
      ? [
          'A range runs from one end of the uncertain inputs to the other, all of them at their low ends together and all at their high ends together; it is no probability.',
        ]
      : []),
    'A total with an unpriced item in it is unknown, never less.',
  ];
  return [paragraph(sentences.join(' '))];
}
