// A recommendation for the terminal: the cases in one table, then each in sentences with its options.

import type { Advice, Scale } from '../analysis/recommend.ts';
import type { Plan } from '../plan/types.ts';
import { AdviceWords } from './recommend-words.ts';
import {
  adviceHead,
  adviceNotes,
  mostInWords,
  optionsTable,
  overviewTable,
  scaleName,
} from './table-recommend.ts';
import type { Terminal } from './terminal-paint.ts';
import { terminalTable, wrapText } from './terminal-table.ts';

export function recommendLines(plan: Plan, advice: Advice, terminal: Terminal): readonly string[] {
  const { paint, width } = terminal;
  const words = new AdviceWords(advice);
  const { scales } = advice;
  const overview =
    scales.length > 1 ? ['', ...terminalTable(overviewTable(advice, words, scaleName), terminal)] : [];
  const told = scales.length > mostInWords ? [] : scales;
  const oneByOne = (scale: Scale): readonly string[] => [
    '',
    ...(scale.at.length === 0 ? [] : [paint.strong(scaleName(scale))]),
    ...words.sentences(scale).flatMap((text) => wrapText(text, width)),
    '',
    ...terminalTable(optionsTable(advice, scale, words), terminal, (r, column) =>
      column === 0 && scale.cheapest.includes(r) ? 'good' : undefined,
    ),
  ];
  return [
    paint.strong(plan.title),
    paint.faint(adviceHead(advice)),
    ...overview,
    ...told.flatMap(oneByOne),
    '',
    ...adviceNotes(advice)
      .flatMap((note) => wrapText(note, width))
      .map(paint.faint),
  ];
}
