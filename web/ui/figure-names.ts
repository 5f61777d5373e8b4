// The figures of a plan that somebody may ask about, in the order in which they are likely to.

import type { Outline } from '../engine/protocol.ts';

export function figureNames({
  items,
  formulas,
  inputs,
  has,
}: Outline): readonly { readonly name: string; readonly label: string }[] {
  const groups = [...new Set(items.map(({ group }) => group))];
  return [
    { name: 'total', label: 'all items, a month' },
    { name: 'upfront', label: 'paid once' },
    ...(has.revenue
      ? [
          { name: 'revenue', label: 'what is earned, a month' },
          { name: 'margin', label: 'revenue less total' },
          { name: 'gross_margin', label: 'margin as a share of revenue' },
        ]
      : []),
    ...(has.time
      ? [
          { name: 'tco', label: 'total cost of ownership' },
          { name: 'cash', label: 'as money leaves the account' },
          { name: 'spent', label: 'cash until the end of the month' },
        ]
      : []),
    ...groups.map((name) => ({ name, label: 'group' })),
    ...items.map(({ name, label }) => ({ name: `${name}.cost`, label })),
    ...[...formulas, ...inputs].filter(({ isFigure }) => isFigure),
  ];
}
