// A break-even as a short Markdown document.

import type { Standing } from '../analysis/contest.ts';
import type { Plan } from '../plan/types.ts';
import { type Block, heading, list, paragraph, table } from './blocks.ts';
import {
  type BreakEvenAnswer,
  contestText,
  crossingText,
  inputText,
  questionParts,
  remarks,
} from './break-even-words.ts';
import { renderMarkdown } from './markdown.ts';
import { brokenLegend, standingsTable } from './table-break-even.ts';
import { standingsWithoutCrossing } from './terminal-break-even.ts';

export function breakEvenMarkdown(plan: Plan, answer: BreakEvenAnswer): string {
  const { breakEven } = answer;
  const { crossings } = breakEven.middle;
  const plain = standingsWithoutCrossing(answer);
  const shown = crossings.length === 0 ? plain : crossings.flatMap((c) => c.around);
  const legend = brokenLegend(shown);
  const blocks: readonly Block[] = [
    paragraph(questionParts(answer).join('; ')),
    ...list([contestText(breakEven.middle, answer), ...remarks(answer)]),
    ...(crossings.length === 0
      ? rowsOf(plain, answer)
      : crossings.flatMap((crossing) => [
          heading(inputText(crossing.value, breakEven)),
          paragraph(crossingText(crossing, answer)),
          ...rowsOf(crossing.around, answer),
        ])),
    ...(legend === undefined ? [] : [paragraph(legend)]),
  ];
  return renderMarkdown({
    title: plan.title,
    subtitle: [],
    sections: [{ id: 'break-even', title: 'Break-even', blocks }],
  });
}

function rowsOf(rows: readonly Standing[], { breakEven }: BreakEvenAnswer): readonly Block[] {
  const { columns, rows: lines } = standingsTable(rows, breakEven);
  return table(
    columns,
    lines.map((r) => ({ kind: r.kind, cells: r.cells.map((text) => ({ text })) })),
  );
}
