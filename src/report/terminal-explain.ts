// An explanation for the terminal: a tree from the figure down to its inputs and prices.

import type { Explanation } from '../analysis/explain.ts';
import type { Coordinate } from '../analysis/figures.ts';
import type { Plan } from '../plan/types.ts';
import { caseText, valueText } from './amounts.ts';
import { explainedFormula } from './explained-formula.ts';
import { left, type Table, type TableRow } from './table.ts';
import type { Terminal } from './terminal-paint.ts';
import { type Tone, terminalTable } from './terminal-table.ts';

export interface ExplainView {
  readonly plan: Plan;
  readonly tree: Explanation;
  readonly at: readonly Coordinate[];
  /** Which sample it is of; undefined for the middle of every range. */
  readonly sample: number | undefined;
  /** How many levels below the figure are shown; undefined for all. */
  readonly depth: number | undefined;
  /** Names of the points of an axis, for a figure that is one of them. */
  readonly points: (axis: string) => readonly string[];
}

export function explainLines(view: ExplainView, terminal: Terminal): readonly string[] {
  const { paint } = terminal;
  const table: Table = {
    columns: [left(''), left(''), left(''), left('')],
    rows: rowsOf(view.tree, '', '', 0, view),
  };
  const tones: readonly Tone[] = [undefined, 'strong', undefined, 'faint'];
  const sample = view.sample === undefined ? [] : [`sample ${view.sample}`];
  const head = [caseText(view.at), ...sample].filter((part) => part !== '').join(' · ');
  return [
    paint.strong(view.plan.title),
    ...(head === '' ? [] : [paint.faint(head)]),
    '',
    ...terminalTable(table, terminal, (_, column) => tones[column]),
  ];
}

function rowsOf(
  e: Explanation,
  lead: string,
  below: string,
  level: number,
  view: ExplainView,
): readonly TableRow[] {
  const cut = view.depth !== undefined && level >= view.depth && e.parts.length > 0;
  const marks = [...(e.seenBefore ? ['(shown above)'] : []), ...(cut ? ['(…)'] : [])];
  const cells = [
    // a sum along an axis has the same name at each of its points
    `${lead}${e.name}${e.at.length > 0 && level > 0 && !e.name.includes(' at ') ? ` at ${caseText(e.at)}` : ''}`,
    valueText(e, view.points),
    [formulaText(e, view), ...marks].filter((t) => t !== '').join(' '),
    originText(e),
  ];
  // the lines of the tree go on beside text that is wrapped
  const under = e.parts.length > 0 && !cut ? `${below}│` : below;
  const row: TableRow = { kind: 'plain', cells, wrapLead: under };
  if (cut) return [row];
  const parts = e.parts.flatMap((part, i) => {
    const last = i === e.parts.length - 1;
    return rowsOf(
      part,
      `${below}${last ? '└─ ' : '├─ '}`,
      `${below}${last ? '   ' : '│  '}`,
      level + 1,
      view,
    );
  });
  return [row, ...parts];
}

function formulaText(e: Explanation, view: ExplainView): string {
  const formula = explainedFormula(e, valueText(e, view.points));
  return formula === '' ? '' : `= ${formula}`;
}

/** Where the figure comes from: its source with day and confidence, and the line that says it. */
export function originText({ provenance: p, note, file, position }: Explanation): string {
  const seen = [
    ...(p?.source === undefined ? [] : [p.source]),
    ...(p?.date === undefined || p.source?.includes(p.date) === true ? [] : [p.date]),
    ...(p?.source === undefined && p?.date === undefined ? [] : [p.confidence]),
  ].join(', ');
  const place = file === undefined || position === undefined ? '' : `${file}:${position.line}`;
  return [seen, note ?? '', place].filter((part) => part !== '').join(' · ');
}
