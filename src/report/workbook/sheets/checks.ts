// What Outlay computed when the file was written, beside what the file computes now: equal as long as nobody changed a value.

import { binary, call, number, words } from '../expression.ts';
import { sheetNames } from '../layout.ts';
import { caseName, endsAt, inShownCurrency, type SheetContext } from '../sheet-context.ts';
import { money, type SheetLayout, SheetWriter } from '../sheet-writer.ts';

const headRow = 3;

export function checksSheet(ctx: SheetContext): {
  readonly writer: SheetWriter;
  readonly layout: SheetLayout;
} {
  const { graph, bill } = ctx;
  const writer = new SheetWriter(sheetNames.checks);
  writer.text(0, 0, 'Checks', 'title');
  writer.text(
    1,
    0,
    'The first column of figures is a value and follows nothing: the total when the file was written. The difference is what changed since.',
  );
  const unit = `${bill.currency}/month`;
  writer.heads(
    headRow,
    ['case', 'end of the range', `as written, ${unit}`, `now, ${unit}`, 'difference', 'state'],
    2,
    4,
  );
  let row = headRow + 1;
  for (const [column, one] of bill.cases.entries()) {
    const ends = endsAt(ctx, graph.total, one.place, column);
    const { low, mid, high } = one.total;
    const shown = low === high || Number.isNaN(mid) ? (['mid'] as const) : (['low', 'mid', 'high'] as const);
    for (const end of shown) {
      const before = one.total[end];
      writer.text(row, 0, caseName(one));
      writer.text(row, 1, shown.length === 1 ? undefined : endNames[end]);
      const now = inShownCurrency(ctx, ends[end], one.place, column);
      writer.formula(row, 3, now, { value: before, format: money });
      if (Number.isNaN(before)) {
        writer.text(row, 2, 'unknown', 'fixed');
        const state = call('IF', call('ISNUMBER', now), words('known now'), words('as written'));
        writer.formula(row, 5, state, { value: 'as written', style: 'text' });
      } else {
        writer.number(row, 2, before, 'fixed', money);
        const difference = binary(now, '-', number(before));
        writer.formula(row, 4, difference, { value: 0, format: money });
        const near = binary(number(1e-9), '*', call('ABS', number(before)));
        const same = binary(call('ABS', difference), '<=', near);
        const state = call(
          'IFERROR',
          call('IF', same, words('as written'), words('changed')),
          words('unknown now'),
        );
        writer.formula(row, 5, state, { value: 'as written', style: 'text' });
      }
      row += 1;
    }
  }
  return { writer, layout: { widths: [34, 16, 18, 18, 18, 14], frozen: { rows: headRow + 1, columns: 1 } } };
}

const endNames = { low: 'low', mid: 'middle', high: 'high' } as const;
