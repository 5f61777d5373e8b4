// Options beside each other: what each costs where, which is cheapest, and why a cell is out.

import type { CompareCell } from '../../analysis/compare.ts';
import { isRange, mapRanged } from '../../analysis/figures.ts';
import { unitText } from '../../quantity/unit.ts';
import { moneyCell } from '../amounts.ts';
import { type Block, type Cell, cells, heading, type Inline, paragraph, table, textCell } from '../blocks.ts';
import { chartBlock } from '../charts/chart-block.ts';
import { comparisonChart } from '../charts/comparison-chart.ts';
import { comparisons, type ReportComparison } from '../comparison-data.ts';
import { Notes } from '../notes.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import { mostColumns } from '../shown-cases.ts';
import { left, right } from '../table.ts';
import { sentence } from '../words.ts';

export function comparisonSection(ctx: ReportContext): readonly Block[] {
  const all = comparisons(ctx);
  return all.flatMap((c) => [
    ...(all.length > 1 ? [heading(titleOf(c))] : []),
    ...matrix(ctx, c, all.length > 1 || c.over !== undefined),
    ...chartBlock(comparisonChart(ctx, c)),
  ]);
}

function titleOf({ comparison: { by, over } }: ReportComparison): string {
  return over === undefined ? by.label : `${by.label} by ${over.label}`;
}

function matrix(ctx: ReportContext, c: ReportComparison, pair: boolean): readonly Block[] {
  const { by, over, rows } = c.comparison;
  const unit = unitText(perMonth(ctx));
  const notes = new Notes();
  const lead = paragraph(...leadText(ctx, c));
  if (over === undefined) {
    const body = rows.map(({ label, cells: own }) =>
      cells(
        'plain',
        textCell(label),
        ...own.flatMap((cell) => [valueCell(ctx, c, cell, notes), againstBase(ctx, c, cell)]),
      ),
    );
    return [
      lead,
      ...table([left(by.label), right('total', unit), right('against the base case', unit)], body, notes.all),
    ];
  }
  // the short side goes across
  const wide = over.points.length > mostColumns && over.points.length > by.points.length;
  const body = wide
    ? over.points.map(({ label }, column) =>
        cells('plain', textCell(label), ...rows.map((row) => cellOr(ctx, c, row.cells[column], notes))),
      )
    : rows.map((row) =>
        cells('plain', textCell(row.label), ...row.cells.map((cell) => cellOr(ctx, c, cell, notes))),
      );
  const [down, across] = wide ? [over, by] : [by, over];
  return [
    ...(pair ? [lead] : []),
    ...table([left(`${down.label} (${unit})`), ...across.points.map((p) => right(p.label))], body, notes.all),
  ];
}

/** What the figures are, what bold means, and where the other axes stand. */
function leadText(ctx: ReportContext, { comparison, around, choice }: ReportComparison): readonly Inline[] {
  const at = around === '' ? '' : ` at ${around}`;
  const ranged = comparison.rows.some((row) => row.cells.some((cell) => isRange(cell.value)));
  const bold = choice
    ? ` Bold: the cheapest ${comparison.by.label} that breaks no limit${ranged ? ', by the middle of its range' : ''}.`
    : '';
  return [`Total in ${unitText(perMonth(ctx))}${at}.${bold}`];
}

function cellOr(ctx: ReportContext, c: ReportComparison, cell: CompareCell | undefined, notes: Notes): Cell {
  return cell === undefined ? textCell('') : valueCell(ctx, c, cell, notes);
}

function valueCell(ctx: ReportContext, { choice }: ReportComparison, cell: CompareCell, notes: Notes): Cell {
  const { currency } = ctx.currency;
  const numbers = [
    ...(cell.broken.length > 0 ? [notes.add(`Breaks ${cell.broken.join(', ')}.`)] : []),
    ...cell.unknown.map((reason) => notes.add(`Unknown: ${sentence(reason)}`)),
    ...cell.disputes.map(({ stated, because }) =>
      notes.add(`The source states ${stated}: ${sentence(because)}`),
    ),
  ];
  return {
    text: moneyCell(cell.value, currency, 'bill'),
    value: cell.value,
    unit: unitText(perMonth(ctx)),
    ...(choice && cell.cheapest ? { best: true } : {}),
    ...(numbers.length > 0 ? { notes: numbers } : {}),
  };
}

/** The difference of the unrounded middles; nothing for the base case itself. */
function againstBase(ctx: ReportContext, { comparison, by }: ReportComparison, cell: CompareCell): Cell {
  const at = ctx.base[by];
  const base = comparison.rows[at ?? 0]?.cells[0]?.value.mid ?? Number.NaN;
  if (cell.place[by] === at) return textCell('base');
  const difference = cell.value.mid - base;
  if (Number.isNaN(difference)) return textCell('');
  const value = mapRanged(cell.value, () => difference);
  const text = moneyCell(value, ctx.currency.currency, 'bill');
  return { text: difference > 0 ? `+${text}` : text, value, unit: unitText(perMonth(ctx)) };
}
