// What `check` found, for the terminal.

import type { CheckResult } from '../analysis/check.ts';
import { renderDiagnostic } from '../diagnostics/code-frame.ts';
import { caseText } from './amounts.ts';
import type { CheckAnswer, Moved, Unmet } from './check-answer.ts';
import {
  belowRows,
  movedDiagnostic,
  resultText,
  staleDiagnostic,
  unmetDiagnostic,
} from './check-findings.ts';
import { left, type Table } from './table.ts';
import type { Paint, Terminal } from './terminal-paint.ts';
import { terminalTable, wrapText } from './terminal-table.ts';

/** Which kinds of finding fail the run; the others are shown as warnings. */
export type Fails = (kind: 'expect' | 'limit' | 'budget' | 'stale') => boolean;

export function checkLines(answer: CheckAnswer, fails: Fails, terminal: Terminal): readonly string[] {
  const { paint } = terminal;
  const { plan, summary } = answer;
  const severity = (kind: Parameters<Fails>[0]): 'error' | 'warning' => (fails(kind) ? 'error' : 'warning');
  const moved = answer.moved.flatMap((m) => [
    '',
    ...renderDiagnostic(movedDiagnostic(m), paint).split('\n'),
    ...belowLines(m, terminal),
  ]);
  const found = [
    ...answer.unmet.filter(isDecided).map((u) => unmetDiagnostic(u, severity(u.kind))),
    ...answer.stale.map((s) => staleDiagnostic(s, severity('stale'))),
  ];
  return [
    `${paint.strong(plan.source.file)}: ${plan.title}`,
    ...countLines(answer, paint),
    ...disputeLines(
      summary.results.filter((r) => r.status === 'disputed'),
      terminal,
    ),
    ...moved,
    ...found.flatMap((d) => ['', ...renderDiagnostic(d, paint).split('\n')]),
  ];
}

/** The inputs and prices that the figure stands on, under its frame. */
function belowLines(moved: Moved, { paint, width }: Terminal): readonly string[] {
  const rows = belowRows(moved);
  if (rows.length === 0) return [];
  const table: Table = {
    columns: [left(''), left(''), left('')],
    rows: rows.map((cells) => ({ kind: 'plain', cells })),
  };
  const lines = terminalTable(table, { paint, width: width - 8 }, (_, column) =>
    column === 2 ? 'faint' : undefined,
  );
  return [`   = ${paint.strong('it stands on')}:`, ...lines.map((line) => `       ${line}`)];
}

function countLines(answer: CheckAnswer, paint: Paint): readonly string[] {
  const { summary, plan } = answer;
  const { held, disputed, failed } = summary;
  if (summary.results.length === 0 && plan.expectations.length === 0)
    return ['the plan expects nothing of itself'];
  return [
    ...(held === 0 ? [] : [paint.good(`✓ ${counted(held, 'expectation holds', 'expectations hold')}`)]),
    ...(disputed === 0 ? [] : [`~ ${disputed} disputed, as recorded`]),
    ...(failed === 0 ? [] : [paint.error(`✗ ${failed} failed`)]),
    ...undecidedLines(answer),
  ];
}

/** Nobody can mend these here: a figure that they need is unknown. */
function undecidedLines({ unmet }: CheckAnswer): readonly string[] {
  const open = unmet.filter((u) => !isDecided(u)).map((u) => u.limit.limit.name);
  return open.length === 0 ? [] : [`? undecided for want of a figure: ${open.join(', ')}`];
}

function isDecided({ cases }: Unmet): boolean {
  return cases.some((c) => c.use.state !== 'undecided');
}

function disputeLines(results: readonly CheckResult[], { width, paint }: Terminal): readonly string[] {
  return results.flatMap((r) => {
    const claim = r.that.replace(/\s+/g, ' ').trim() + (r.at.length === 0 ? '' : ` at ${caseText(r.at)}`);
    const stated = r.stated === undefined ? '' : `stated ${resultText(r, r.stated)}, `;
    const because = [r.because ?? '', r.source === undefined ? '' : `(${r.source})`]
      .filter((t) => t !== '')
      .join(' ');
    return [
      ...wrapText(`  ~ ${claim}: ${stated}here ${resultText(r, r.value)}`, width),
      ...(because === '' ? [] : wrapText(`    because ${because}`, width).map(paint.faint)),
    ];
  });
}

/** The last line, over all plans of the run. */
export function totalLine(answers: readonly CheckAnswer[], broken: number, paint: Paint): string {
  const sum = (of: (a: CheckAnswer) => number): number => answers.reduce((all, a) => all + of(a), 0);
  const [held, disputed, failed] = [
    sum((a) => a.summary.held),
    sum((a) => a.summary.disputed),
    sum((a) => a.summary.failed),
  ];
  const parts = [
    counted(answers.length, 'plan', 'plans'),
    counted(held, 'expectation holds', 'expectations hold'),
    `${disputed} disputed`,
    `${failed} failed`,
    ...(broken === 0 ? [] : [`${counted(broken, 'plan', 'plans')} cannot be read`]),
  ];
  const text = parts.join(', ');
  return failed + broken > 0 ? paint.error(text) : paint.strong(text);
}

function counted(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
