// What the plan claims about itself: how many claims hold, and each that is disputed or fails.

import type { CheckResult } from '../../analysis/check.ts';
import type { Expectation, Plan } from '../../plan/types.ts';
import { caseText, figureText, unknownText } from '../amounts.ts';
import {
  type Block,
  type Cell,
  cell,
  cells,
  code,
  heading,
  paragraph,
  type ReportRow,
  table,
  textCell,
} from '../blocks.ts';
import type { ReportContext } from '../report-context.ts';
import { left, right } from '../table.ts';
import { andList, counted } from '../words.ts';

export function checksSection(ctx: ReportContext): readonly Block[] {
  const { results, held, disputed, failed } = ctx.checks();
  if (results.length === 0) return [];
  const parts = [
    `${held} ${held === 1 ? 'holds' : 'hold'}`,
    ...(disputed > 0 ? [`${disputed} ${disputed === 1 ? 'is' : 'are'} disputed`] : []),
    ...(failed > 0 ? [`${failed} ${failed === 1 ? 'does' : 'do'} not hold`] : []),
  ];
  const all = held === results.length;
  const lead = all
    ? allHold(held)
    : `Of ${counted(results.length, 'figure')} that the plan expects, ${andList(parts)}.`;
  const broken = results.filter((r) => r.status === 'fails');
  const over = results.filter((r) => r.status === 'dispute-over' || r.status === 'dispute-changed');
  const open = results.filter((r) => r.status === 'disputed');
  return [
    paragraph(lead),
    ...part('Does not hold', broken, (r) => [ours(r), expectedCell(r)], ['ours', 'expected']),
    ...part('Disputes that changed', over, (r) => [statedCell(ctx.plan, r), ours(r), expectedCell(r)], [
      'stated',
      'ours',
      'ours before',
    ]),
    ...part('Disputed', open, (r) => [statedCell(ctx.plan, r), ours(r)], ['stated', 'ours']),
  ];
}

function allHold(held: number): string {
  return held === 1
    ? 'The one figure that the plan expects holds.'
    : `All ${held} figures that the plan expects hold.`;
}

function part(
  title: string,
  results: readonly CheckResult[],
  figures: (r: CheckResult) => readonly Cell[],
  heads: readonly string[],
): readonly Block[] {
  if (results.length === 0) return [];
  const rows = results.map((r): ReportRow => {
    const where = r.at.length === 0 ? [] : [` at ${caseText(r.at)}`];
    const why = [r.because ?? '', r.note ?? ''].filter((text) => text !== '').join(' ');
    return cells(
      'plain',
      cell(code(oneLine(r.that)), ...where),
      ...figures(r),
      textCell(why),
      textCell(r.source),
    );
  });
  const columns = [left('claim'), ...heads.map((h) => right(h)), left('why'), left('source')];
  return [heading(title), ...table(columns, rows)];
}

function ours(r: CheckResult): Cell {
  return resultCell(r, r.value);
}

function expectedCell(r: CheckResult): Cell {
  return resultCell(r, r.expected);
}

function resultCell(r: CheckResult, [low, high]: readonly [number, number]): Cell {
  if (r.kind === 'number') return { text: figureText({ low, mid: (low + high) / 2, high, unit: r.unit }) };
  if (Number.isNaN(low)) return textCell(unknownText);
  return textCell(r.kind === 'point' ? r.axis[low] : low === 1 ? 'yes' : 'no');
}

/** As the source wrote it: its digits are part of the claim. */
function statedCell(plan: Plan, r: CheckResult): Cell {
  const dispute = plan.expectations.find((e: Expectation) => e.span === r.span)?.dispute;
  if (dispute === undefined) return textCell('');
  const { source, start, end } = dispute.stated.span;
  const text = oneLine(source.text.slice(start, end));
  return textCell(r.kind === 'condition' ? (text === 'true' ? 'yes' : 'no') : text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
