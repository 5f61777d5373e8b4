// A tornado for the terminal, and what flips the recommendation.

import type { Plan } from '../plan/types.ts';
import { caseText } from './amounts.ts';
import {
  figureLine,
  flipsTable,
  recommendationText,
  type SensitivityAnswer,
  sensitivityRemarks,
  tornadoTable,
} from './table-sensitivity.ts';
import type { Terminal } from './terminal-paint.ts';
import { naturalWidth, terminalTable, wrapText } from './terminal-table.ts';

const widestBar = 24;

export function sensitivityLines(
  plan: Plan,
  answer: SensitivityAnswer,
  terminal: Terminal,
): readonly string[] {
  const { paint, width } = terminal;
  const { sensitivity, at, axis } = answer;
  const bare = tornadoTable(answer, 0);
  const room = Math.min(widestBar, width - naturalWidth(bare) - 2);
  const table = room >= 4 ? tornadoTable(answer, room) : bare;
  const head = [figureLine(answer), caseText(at)].filter((part) => part !== '').join(' · ');
  const found = sensitivity.recommendation;
  const flips =
    found === undefined || axis === undefined
      ? []
      : [
          '',
          ...wrapText(recommendationText(found, axis), width),
          ...(found.flips.length === 0 ? [] : ['', ...terminalTable(flipsTable(found, axis), terminal)]),
        ];
  return [
    paint.strong(plan.title),
    ...wrapText(head, width).map(paint.faint),
    ...(table.rows.length === 0 ? [] : ['', ...terminalTable(table, terminal)]),
    '',
    ...sensitivityRemarks(answer).flatMap((line) => wrapText(line, width)),
    ...flips,
  ];
}
