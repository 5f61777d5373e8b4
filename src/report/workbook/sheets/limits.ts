// Which limit each case keeps, and how much of it is used.

import type { Pinned } from '../../../analysis/cases.ts';
import { onBand } from '../../../analysis/figures.ts';
import { type LimitState, limits, limitUses } from '../../../analysis/limits.ts';
import type { GraphLimit } from '../../../graph/types.ts';
import { unitText } from '../../../quantity/unit.ts';
import { common } from '../columns.ts';
import { binary, call, type Expression, number, unknown, words } from '../expression.ts';
import { sheetNames } from '../layout.ts';
import { caseName, cellAt, isRanged, nodeOf, type SheetContext } from '../sheet-context.ts';
import { formatOf, percent, type SheetLayout, SheetWriter } from '../sheet-writer.ts';

const headRow = 3;
const heads = [
  ...['kind', 'name', 'what it is', 'case', 'used', 'allowed', 'unit', 'share used', 'state'],
  ...['as written', 'because', 'then'],
];

export function limitsSheet(
  ctx: SheetContext,
  pinned: Pinned,
): { readonly writer: SheetWriter; readonly layout: SheetLayout } {
  const { graph } = ctx;
  const writer = new SheetWriter(sheetNames.limits);
  writer.text(0, 0, 'Limits and budgets', 'title');
  writer.text(
    1,
    0,
    'Used and allowed at the middle of what is uncertain; “partly” is a limit that is kept at one end of it and not at the other, “undecided” one that needs something unknown.',
  );
  writer.heads(headRow, heads, 4, 5);
  let row = headRow + 1;
  for (const one of limits(ctx.grid, pinned)) {
    const entries = [
      ...graph.limits.map((limit) => ['limit', limit] as const),
      ...graph.budgets.map((limit) => ['budget', limit] as const),
    ];
    for (const [kind, limit] of entries) {
      const [use] = limitUses(ctx.grid, [limit], one.place);
      // an unlimited allowance is no limit in this case
      if (use === undefined) continue;
      writer.text(row, 0, kind);
      writer.text(row, 1, use.name);
      writer.text(row, 2, use.label === use.name ? undefined : use.label);
      writer.text(row, 3, caseName(one));
      comparison(ctx, writer, row, limit, one.place);
      writer.formula(row, 8, stateFormula(ctx, limit, one.place), { value: use.state, style: 'text' });
      writer.text(row, 9, use.formula);
      writer.text(row, 10, use.because, 'wrapped');
      writer.text(row, 11, use.remedy, 'wrapped');
      row += 1;
    }
  }
  const widths = [9, 26, 34, 26, 14, 14, 18, 12, 12, 40, 50, 50];
  return { writer, layout: { widths, frozen: { rows: headRow + 1, columns: 2 } } };
}

function comparison(
  ctx: SheetContext,
  writer: SheetWriter,
  row: number,
  { used, allowed }: GraphLimit,
  place: readonly number[],
): void {
  if (used === undefined || allowed === undefined) return;
  const middle = onBand(ctx.graph, place, 1);
  const [a, b] = [used, allowed].map((id) => cellAt(ctx, id, place, common, 1));
  if (a === undefined || b === undefined) return;
  const [x, y] = [ctx.grid.value(used, middle), ctx.grid.value(allowed, middle)];
  const { type } = nodeOf(ctx, used);
  writer.formula(row, 4, a, { value: x, format: formatOf(type, x) });
  writer.formula(row, 5, b, { value: y, format: formatOf(type, y) });
  writer.text(row, 6, type.kind === 'number' ? unitText(type.unit, true) : undefined);
  const share = call('IF', binary(b, '=', number(0)), unknown, binary(a, '/', b));
  writer.formula(row, 7, share, { value: y === 0 ? Number.NaN : x / y, format: percent });
}

/** As analysis/limits.ts has it: at the low, the middle and the high end. */
function stateFormula(ctx: SheetContext, { holds }: GraphLimit, place: readonly number[]): Expression {
  const bands = isRanged(ctx, holds) ? ([0, 1, 2] as const) : ([1] as const);
  const ends = bands.map((band) => cellAt(ctx, holds, place, common, band));
  const state = (name: LimitState): Expression => words(name);
  const mixed = call('IF', binary(call('MAX', ...ends), '=', number(0)), state('broken'), state('partly'));
  const known = call('IF', binary(call('MIN', ...ends), '=', number(1)), state('holds'), mixed);
  return call('IF', call('ISNUMBER', call('SUM', ...ends)), known, state('undecided'));
}
