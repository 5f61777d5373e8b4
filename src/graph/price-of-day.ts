// The tariff that holds on the plan's day, or the reason why none does.

import { priceOn } from '../catalog/catalog.ts';
import type { DatedTariff, SalesPlan } from '../catalog/types.ts';
import type { Span } from '../diagnostics/source.ts';
import type { World } from './world.ts';

export interface PriceOfDay {
  readonly tariff: DatedTariff;
  readonly newer: DatedTariff | undefined;
}

export function priceOfDay(world: World, plan: SalesPlan, path: string, span: Span): PriceOfDay | undefined {
  const found = priceOn(plan, world.plan.asOf);
  if (found.kind === 'price') return found;
  const message = `\`${path}\` has no price on ${world.plan.asOf}`;
  if (found.kind === 'later') {
    const from = found.first.from ?? 'later';
    const marks = [
      { span, label: '' },
      { span: found.first.span, label: `the first price, from ${from}` },
    ];
    world.out.error(
      'E502',
      message,
      marks,
      `the first known price is from ${from}; set \`as_of\` to that day or later`,
    );
  } else {
    const until = found.last.until ?? 'an earlier day';
    const next = found.next?.from === undefined ? '' : `; the next begins on ${found.next.from}`;
    const marks = [
      { span, label: '' },
      { span: found.last.span, label: `the last price, until ${until}` },
    ];
    world.out.error('E502', message, marks, `the last price before that day held until ${until}${next}`);
  }
  return undefined;
}
