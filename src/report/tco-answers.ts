// Total cost of ownership as a short document and as rows for a spreadsheet.

import type { Ranged } from '../analysis/figures.ts';
import type { Tco, TcoFigures } from '../analysis/tco.ts';
import type { Plan } from '../plan/types.ts';
import { moneyUnit } from './amounts.ts';
import { paragraph } from './blocks.ts';
import { csvText } from './csv.ts';
import { decimal } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { type TcoWords, tcoBlocks, tcoHead } from './tco-tables.ts';

export function tcoMarkdown(plan: Plan, answer: Tco, words: TcoWords): string {
  const blocks = [paragraph(`${tcoHead(answer)}.`), ...tcoBlocks(answer, words)];
  const section = { id: 'tco', title: 'Total cost of ownership', blocks };
  return renderMarkdown({ title: plan.title, subtitle: [], sections: [section] });
}

/** One row for each item of each case, and one for the case. */
export function tcoCsv({ cases, axes, years, currency }: Tco): string {
  const unit = moneyUnit(currency);
  const ends = (name: string): readonly string[] => [name, `${name}_low`, `${name}_high`];
  const text = (r: Ranged): readonly string[] => [r.mid, r.low, r.high].map((x) => decimal(x, unit) ?? '');
  const figures = (of: TcoFigures): readonly string[] =>
    [...of.cashByYear, ...of.effectiveByYear, of.cash, of.endValue, of.tco].flatMap(text);
  const yearNames = years.map((_, y) => `year_${y + 1}`);
  const heads = [
    ...axes,
    ...['item', 'label', 'group'],
    ...yearNames.flatMap((y) => ends(`cash_${y}`)),
    ...yearNames.flatMap((y) => ends(`effective_${y}`)),
    ...['cash', 'end_value', 'tco'].flatMap(ends),
    ...ends('present_value'),
    'currency',
  ];
  const rows = cases.flatMap((one) => {
    const at = one.at.map((c) => c.point);
    return [
      ...one.items.map((i) => [...at, i.name, i.label, i.group, ...figures(i), '', '', '', currency]),
      [...at, 'total', '', '', ...figures(one), ...text(one.presentValue), currency],
    ];
  });
  return csvText([heads, ...rows]);
}
