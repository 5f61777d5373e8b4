// How to read the file, and what in it does not follow.

import { sheetNames } from '../layout.ts';
import type { SheetContext } from '../sheet-context.ts';
import { type SheetLayout, SheetWriter } from '../sheet-writer.ts';

export function notesSheet(ctx: SheetContext): {
  readonly writer: SheetWriter;
  readonly layout: SheetLayout;
} {
  const { graph } = ctx;
  const { plan } = graph;
  const writer = new SheetWriter(sheetNames.notes);
  writer.text(0, 0, 'How this file works', 'title');
  let row = 2;
  const part = (title: string, sentences: readonly string[]): void => {
    writer.text(row, 0, title, 'section');
    for (const [i, sentence] of sentences.entries()) writer.text(row + 1 + i, 0, sentence, 'wrapped');
    row += sentences.length + 2;
  };
  part('Where things stand', [
    'Inputs: what drives the plan. Numbers are typed in the unit of their row, a percentage as 15 and not as 15%. Blue values may be changed; the yellow column beside them replaces a value in every case at once.',
    'Prices: every price, exchange rate and the calendar, with source and date. Change one, and every formula that reads it follows.',
    'Model: one row for each name of the plan and for each step that needs a cell of its own, one column for each case; what is the same in all cases stands in one column before them. Columns behind the cases are points at which some formula looks.',
    ...(graph.axes.some((axis) => axis.kind === 'time')
      ? [
          'Months: what differs from month to month, one column for each month, one row for each name and case.',
        ]
      : []),
    'Model low and Model high: the same rows, at the low and the high end of what is uncertain. Only what differs there stands there.',
    'Summary, Bill, Limits: formulas over the model. Checks: the totals as they were when the file was written.',
  ]);
  part('How it computes', [
    'Every figure is a formula down to the inputs and prices, as the plan has it. Units were checked when the file was written and each row says its own; no formula converts one silently.',
    'Unknown is #N/A, and what needs something unknown is #N/A too.',
    '1E+300 stands for unlimited, and whatever is 1E+290 or more counts as that.',
    'Rounding up and down take a value within a billionth of a whole number for that number. A comparison forgives one part in a million million.',
    'Conditions are 1 for yes and 0 for no, shown as such.',
    'A range is taken at all its low ends together, and at all its high ends together; it is no probability.',
  ]);
  part('What does not follow', [
    'Which products, items, cases and months there are: those are the plan as it was when the file was written. Another product or another case needs a new file.',
    'Texts: labels, sources, rate cards as written, and what limits are for.',
    'The column “as written” of the sheet Checks, in grey.',
    'Numbers within formulas are those that the plan writes within its own.',
    ...(plan.asOf === undefined
      ? []
      : [`Prices are those that held on ${plan.asOf}; later ones are not looked up.`]),
  ]);
  return { writer, layout: { widths: [120], frozen: { rows: 1, columns: 0 } } };
}
