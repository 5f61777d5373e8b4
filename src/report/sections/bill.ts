// The bill: what each item costs in each case, what it is bought as, and what is paid once.

import type { BillCase } from '../../analysis/bill.ts';
import type { Ranged } from '../../analysis/figures.ts';
import { unitText } from '../../quantity/unit.ts';
import { moneyUnit } from '../amounts.ts';
import { billSheets, itemTable, money } from '../bill-table.ts';
import { type Block, type Cell, cell, cells, heading, list, paragraph, table, textCell } from '../blocks.ts';
import { boughtTables } from '../bought-table.ts';
import { heldNote } from '../case-values.ts';
import { billChart } from '../charts/bill-chart.ts';
import { chartBlock } from '../charts/chart-block.ts';
import { onceTables } from '../once-table.ts';
import { optionalTables } from '../optional-table.ts';
import type { ReportContext } from '../report-context.ts';
import { caseName } from '../shown-cases.ts';
import { left, right } from '../table.ts';
import { absent } from '../table-bill.ts';

export function billSection(ctx: ReportContext): readonly Block[] {
  if (ctx.graph.items.length === 0) return [];
  const detailed = billSheets(ctx);
  const { sheets, shown, at } = detailed;
  const all = ctx.bill().cases.length;
  const many = sheets.length > 1 || shown < all;
  const where = at === '' ? '' : `, those at ${at}`;
  return [
    ...heldNote(ctx, ctx.cases().held),
    ...(many ? [heading('All cases'), ...overview(ctx)] : []),
    ...chartBlock(billChart(ctx, detailed)),
    ...(shown < all
      ? [paragraph(`What follows shows the items of ${shown} of these ${all} cases${where}.`)]
      : []),
    ...sheets.flatMap((sheet) => [
      ...(many ? [heading(sheet.title || 'Items')] : []),
      ...itemTable(ctx, sheet),
    ]),
    ...yearlyLines(ctx),
    ...boughtTables(ctx, sheets),
    ...onceTables(ctx, sheets),
    ...optionalTables(ctx, sheets),
  ];
}

/** One row a case: groups, totals, and which limits stand in the way. */
function overview(ctx: ReportContext): readonly Block[] {
  const { currency, cases } = ctx.bill();
  const { axes } = ctx.cases();
  const month = unitText(moneyUnit(currency, 'month'));
  const groups = [...new Set(cases.flatMap((c) => c.groups.map((g) => g.name)))];
  const shownGroups = groups.length > 1 && groups.length <= 6 ? groups : [];
  const upfront = cases.some((c) => c.upfront.mid !== 0);
  const columns = [
    left(`case (${month})`),
    ...shownGroups.map((name) => right(name)),
    right('total'),
    right('total', unitText(moneyUnit(currency, 'year'))),
    ...(upfront ? [right('paid once', currency)] : []),
    left('limits'),
  ];
  const rows = cases.map((c) =>
    cells(
      'plain',
      cell(caseName(ctx.graph, axes, c.place)),
      ...shownGroups.map((name) => groupCost(ctx, c.groups.find((g) => g.name === name)?.cost)),
      money(ctx, c.total, 'month'),
      money(ctx, c.yearly, 'year'),
      ...(upfront ? [money(ctx, c.upfront)] : []),
      textCell(limitWords(c)),
    ),
  );
  return table(columns, rows);
}

function groupCost(ctx: ReportContext, cost: Ranged | undefined): Cell {
  return cost === undefined ? { text: absent } : money(ctx, cost, 'month');
}

function limitWords(c: BillCase): string {
  const labels = (state: string): string =>
    c.limits
      .filter((l) => l.state === state)
      .map((l) => l.label)
      .join(', ');
  const [broken, partly] = [labels('broken'), labels('partly')];
  return [broken === '' ? '' : `breaks ${broken}`, partly === '' ? '' : `may break ${partly}`]
    .filter((part) => part !== '')
    .join('; ');
}

/** What is billed by the year, as the price list says it. */
function yearlyLines(ctx: ReportContext): readonly Block[] {
  const yearly = new Map<string, Set<string>>();
  for (const item of ctx.bill().cases.flatMap((c) => c.items)) {
    if (item.choice?.billing !== 'year') continue;
    yearly.set(item.label, (yearly.get(item.label) ?? new Set<string>()).add(item.choice.tariff));
  }
  if (yearly.size === 0) return [];
  const lines = [...yearly].map(([label, tariffs]) => `${label}: ${[...tariffs].join('; ')}`);
  return [paragraph('Billed by the year, and spread over 12 months above:'), ...list(lines)];
}
