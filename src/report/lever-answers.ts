// Levers as a short document and as rows for a spreadsheet.

import type { Ranged } from '../analysis/figures.ts';
import type { Levers } from '../analysis/levers.ts';
import type { Plan } from '../plan/types.ts';
import { unitText } from '../quantity/unit.ts';
import { caseText } from './amounts.ts';
import { paragraph } from './blocks.ts';
import { csvText } from './csv.ts';
import { decimal } from './json.ts';
import { leverBlocks, noLevers } from './lever-tables.ts';
import { renderMarkdown } from './markdown.ts';

export function leversMarkdown(plan: Plan, answer: Levers): string {
  const what = `${answer.metric} in ${unitText(answer.unit, true) || 'pure numbers'}`;
  const head = paragraph([what, caseText(answer.at)].filter((part) => part !== '').join('; '));
  const none = answer.levers.length + answer.idle.length === 0;
  const blocks = none ? [paragraph(`${noLevers}`)] : [head, ...leverBlocks(answer)];
  const section = { id: 'levers', title: 'Levers', blocks };
  return renderMarkdown({ title: plan.title, subtitle: [], sections: [section] });
}

export function leversCsv({ at, levers, unit }: Levers): string {
  const ends = (name: string): readonly string[] => [name, `${name}_low`, `${name}_high`];
  const text = (r: Ranged | undefined): readonly string[] =>
    r === undefined ? ['', '', ''] : [r.mid, r.low, r.high].map((x) => decimal(x, unit) ?? '');
  const heads = [
    ...at.map((c) => c.axis),
    ...['lever', 'label', 'asserted'],
    ...['step', 'after', 'alone', 'last', 'interaction', 'shapley'].flatMap(ends),
    ...['unit', 'source'],
  ];
  const rows = levers.map((l) => [
    ...at.map((c) => c.point),
    ...[l.name, l.label, l.asserted ? 'yes' : 'no'],
    ...[l.step, l.after, l.alone, l.last, l.interaction, l.shapley].flatMap(text),
    ...[unitText(unit), l.source ?? ''],
  ]);
  return csvText([heads, ...rows]);
}
