// Limits for the terminal, case by case, with the one that binds first.

import type { LimitUse } from '../analysis/limits.ts';
import type { Plan } from '../plan/types.ts';
import { caseHead } from './amounts.ts';
import type { LimitsAnswer } from './json-limits.ts';
import { limitsTable } from './table-limits.ts';
import type { Terminal } from './terminal-paint.ts';
import { type Tone, terminalTable, wrapText } from './terminal-table.ts';

export function limitsLines(
  plan: Plan,
  { cases, budgets }: LimitsAnswer,
  terminal: Terminal,
): readonly string[] {
  const { paint, width } = terminal;
  const lines = [paint.strong(plan.title)];
  if (plan.limits.length + plan.budgets.length === 0)
    return [...lines, 'the plan states no limits and no budgets'];
  for (const [i, one] of cases.entries()) {
    const uses = [...one.limits, ...(budgets[i] ?? [])];
    const table = limitsTable(one.limits, budgets[i] ?? [], one.thresholds);
    const stateColumn = table.columns.findIndex((c) => c.head === 'state');
    const toneIn = (row: number, column: number): Tone =>
      column === stateColumn ? toneOf(uses[row]) : undefined;
    if (one.at.length > 0) lines.push('', paint.strong(caseHead(one.at)));
    else lines.push('');
    lines.push(...terminalTable(table, terminal, toneIn));
    const binding = one.limits.find((l) => l.name === one.binding);
    if (binding !== undefined && one.limits.length > 1)
      lines.push(paint.faint(`the tightest: ${binding.label}`));
  }
  const reasons = new Set(
    cases.flatMap((one, i) => [...one.limits, ...(budgets[i] ?? [])].flatMap(remedyText)),
  );
  if (reasons.size > 0) lines.push('', ...[...reasons].flatMap((text) => wrapText(text, width)));
  return lines;
}

function toneOf(use: LimitUse | undefined): Tone {
  if (use === undefined) return undefined;
  if (use.state === 'holds') return 'good';
  return use.state === 'broken' ? 'error' : 'warning';
}

/** Why the bound stands and what to do, where it is needed: the same words in every case, so they stand once at the end. */
function remedyText(use: LimitUse): readonly string[] {
  if (use.state === 'holds') return [];
  const reasons = [
    ...(use.because === undefined ? [] : [`because: ${use.because}`]),
    ...(use.remedy === undefined ? [] : [`then: ${use.remedy}`]),
  ];
  return reasons.length === 0 ? [] : [`${use.label}: ${reasons.join('; ')}`];
}
