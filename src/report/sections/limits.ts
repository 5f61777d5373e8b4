// What breaks first: every limit and budget in every case, the tightest first, and how far inputs may go.

import type { GraphLimit } from '../../graph/types.ts';
import { type Block, code, heading, type Inline, list, type RichText, strong } from '../blocks.ts';
import { heldNote } from '../case-values.ts';
import { chartBlock } from '../charts/chart-block.ts';
import { limitChart } from '../charts/limit-chart.ts';
import { type LimitAnswers, limitAnswers, limitDetails, limitMatrix } from '../limit-tables.ts';
import type { ReportContext } from '../report-context.ts';
import { mostColumns } from '../shown-cases.ts';
import { sentence } from '../words.ts';

export function limitsSection(ctx: ReportContext): readonly Block[] {
  const { limits, budgets } = ctx.graph;
  return [
    ...part(ctx, limits),
    ...(limits.length > 0 && budgets.length > 0 ? [heading('Budgets')] : []),
    ...part(ctx, budgets),
  ];
}

function part(ctx: ReportContext, limits: readonly GraphLimit[]): readonly Block[] {
  if (limits.length === 0) return [];
  const answers = limitAnswers(ctx, limits);
  const base = answers.cases.find((one) => one.isBase);
  const many = answers.cases.length > mostColumns;
  return [
    ...heldNote(ctx, answers.held),
    ...chartBlock(limitChart(base?.uses ?? [], answers.cases.length > 1 ? (base?.name ?? '') : '')),
    ...(many ? limitMatrix(answers) : []),
    ...limitDetails(answers, many),
    ...list(answers.limits.map((l) => about(l, answers))),
  ];
}

/** What the limit says, why, and what to do. */
function about({ limit }: GraphLimit, { undecided }: LimitAnswers): RichText {
  const { start, end, source } = limit.that.span;
  const parts: Inline[] = [strong(limit.label ?? limit.name), ': ', code(source.text.slice(start, end)), '.'];
  if (undecided.includes(limit.name)) parts.push(' Undecided: something it needs is unknown.');
  if (limit.because !== undefined) parts.push(` Because: ${sentence(limit.because)}`);
  if (limit.then !== undefined) parts.push(` When it is broken: ${sentence(limit.then)}`);
  if (limit.source !== undefined) parts.push(` Source: ${sentence(limit.source)}`);
  return parts;
}
