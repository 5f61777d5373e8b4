// How drivers become demand: every formula, and what it gives in each case.

import type { Named } from '../../graph/types.ts';
import { type Block, type Cell, cell, code, type Inline, textCell } from '../blocks.ts';
import { valueTables } from '../case-values.ts';
import { onPointsText } from '../override-text.ts';
import type { ReportContext } from '../report-context.ts';
import { left } from '../table.ts';

export function demandSection(ctx: ReportContext): readonly Block[] {
  const formulas = ctx.plan.formulas.flatMap((f) => ctx.graph.names.get(f.name) ?? []);
  return valueTables(ctx, formulas, {
    columns: [left('formula'), left('note')],
    cellsOf: (named) => [formulaCell(ctx, named), textCell(named.note)],
  });
}

/** The formula, and those that options put in its place. */
function formulaCell({ plan }: ReportContext, named: Named): Cell {
  const others = plan.overrides.flatMap(({ change, when }): readonly Inline[] => {
    if (change.kind !== 'value' || change.name !== named.name) return [];
    const { source, start, end } = change.value.span;
    return [`; ${onPointsText(when)}: `, code(oneLine(source.text.slice(start, end)))];
  });
  return cell(code(oneLine(named.formula ?? '')), ...others);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
