// A break-even for the terminal: the answer in a line, then each crossing with the figures around it.

import type { Standing } from '../analysis/contest.ts';
import type { Plan } from '../plan/types.ts';
import {
  type BreakEvenAnswer,
  contestText,
  crossingText,
  questionParts,
  remarks,
} from './break-even-words.ts';
import { brokenLegend, standingsTable } from './table-break-even.ts';
import type { Terminal } from './terminal-paint.ts';
import { type Tone, terminalTable, wrapText } from './terminal-table.ts';

/** Further crossings are told in a line each. */
export const mostTables = 6;

export function breakEvenLines(plan: Plan, answer: BreakEvenAnswer, terminal: Terminal): readonly string[] {
  const { paint, width } = terminal;
  const { breakEven } = answer;
  const { crossings } = breakEven.middle;
  const shown: Standing[] = [];
  const tableOf = (rows: readonly Standing[]): readonly string[] => {
    shown.push(...rows);
    const table = standingsTable(rows, breakEven);
    const tone = (row: number, column: number): Tone => {
      const { smaller, broken } = rows[row] as Standing;
      if (column < 1 || column > 2) return undefined;
      if ((broken[column - 1] ?? []).length > 0) return 'error';
      return smaller === (column === 1 ? 'first' : 'second') ? 'good' : undefined;
    };
    return ['', ...terminalTable(table, terminal, tone)];
  };
  const body =
    crossings.length === 0
      ? tableOf(standingsWithoutCrossing(answer))
      : crossings.flatMap((crossing, i) => [
          ...(i <= mostTables ? [''] : []),
          ...wrapText(crossingText(crossing, answer), width),
          ...(i < mostTables ? tableOf(crossing.around) : []),
        ]);
  const legend = brokenLegend(shown);
  return [
    paint.strong(plan.title),
    ...wrapText(questionParts(answer).join(' · '), width).map(paint.faint),
    '',
    ...wrapText(contestText(breakEven.middle, answer), width).map(paint.strong),
    ...remarks(answer).flatMap((line) => wrapText(line, width)),
    ...body,
    ...(legend === undefined ? [] : ['', ...wrapText(legend, width).map(paint.faint)]),
  ];
}

/** Both ends of the range and what is today. */
export function standingsWithoutCrossing({ breakEven }: BreakEvenAnswer): readonly Standing[] {
  const { edges, today } = breakEven;
  const inside = today !== undefined && edges.every((e) => e.value !== today.value) ? [today] : [];
  return [edges[0], ...inside, edges[1]];
}
