// A recommendation as a short Markdown document.

import type { Advice } from '../analysis/recommend.ts';
import type { Plan } from '../plan/types.ts';
import { list, paragraph } from './blocks.ts';
import { renderMarkdown } from './markdown.ts';
import { adviceBlocks } from './recommend-blocks.ts';
import { AdviceWords } from './recommend-words.ts';
import { adviceHead, adviceNotes, scaleName } from './table-recommend.ts';

export function recommendMarkdown(plan: Plan, advice: Advice): string {
  const { scales } = advice;
  const [only, another] = scales;
  const where = only === undefined || another !== undefined ? '' : scaleName(only);
  const blocks = [
    paragraph([adviceHead(advice), where].filter((part) => part !== '').join('; ')),
    ...adviceBlocks(advice, new AdviceWords(advice), scaleName, true),
    ...list(adviceNotes(advice)),
  ];
  const sections = [{ id: 'recommendation', title: 'Recommendation', blocks }];
  return renderMarkdown({ title: plan.title, subtitle: [], sections });
}
