// What each case is made of, as bars of groups.

import type { BillCase } from '../../analysis/bill.ts';
import { isRange } from '../../analysis/figures.ts';
import { unitText } from '../../quantity/unit.ts';
import { moneyCell, percentText } from '../amounts.ts';
import type { BillSheets } from '../bill-table.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import { caseName } from '../shown-cases.ts';
import { andList } from '../words.ts';
import type { Bar, StackChart } from './chart.ts';
import { mostParts } from './colours.ts';

interface Named {
  readonly name: string;
  readonly bill: BillCase;
}

interface Part {
  readonly name: string;
  readonly value: number;
}

/** Items beyond these, in a bill of one case, are one bar. */
const mostBars = 12;

/** None where there is nothing to compare. */
export function billChart(ctx: ReportContext, { sheets }: BillSheets): StackChart | undefined {
  const bills = sheets.flatMap(({ columns }) => columns.map(({ bill }) => bill));
  // where all of them stand at the same point of an axis, that is no part of a name
  const axes = ctx.cases().axes.filter((axis) => new Set(bills.map((bill) => bill.place[axis])).size > 1);
  const cases = bills.map((bill) => ({ name: caseName(ctx.graph, axes, bill.place), bill }));
  const known = cases.filter(({ bill }) => Number.isFinite(bill.total.mid));
  const [only] = known;
  if (only === undefined) return undefined;
  const bars = known.length === 1 && cases.length === 1 ? itemBars(ctx, only.bill) : caseBars(ctx, known);
  if (bars.length < 2) return undefined;
  const unit = unitText(perMonth(ctx));
  const middle = known.some(({ bill }) => isRange(bill.total)) ? ' (middle of each range)' : '';
  const lost = cases.length - known.length;
  const without =
    lost === 0 ? '' : ` Without ${lost === 1 ? 'the case' : `the ${lost} cases`} whose total is unknown.`;
  return {
    kind: 'stack',
    title: `${cases.length === 1 ? 'Cost by item' : 'Cost by case'}${middle}`,
    alt: `${andList(bars.map(barText), 12)}, in ${unit}.${without}`,
    value: { name: 'cost', unit },
    bars,
  };
}

function barText({ name, text, parts }: Bar): string {
  const sum = parts.reduce((all, part) => all + part.value, 0);
  const [largest] = [...parts].sort((a, b) => b.value - a.value);
  const share =
    parts.length < 2 || largest === undefined || !(sum > 0)
      ? ''
      : ` (${percentText(largest.value / sum)} of it ${largest.name})`;
  return `${name} ${text}${share}`;
}

function itemBars(ctx: ReportContext, { items }: BillCase): readonly Bar[] {
  const paid = items.filter((item) => !item.optional && item.cost.mid !== 0);
  const sorted = [...paid].sort((a, b) => b.cost.mid - a.cost.mid);
  const shown = sorted.length > mostBars + 1 ? sorted.slice(0, mostBars) : sorted;
  const rest = sorted.slice(shown.length).reduce((sum, item) => sum + item.cost.mid, 0);
  const bar = (name: string, value: number): Bar => ({
    name,
    parts: [{ name: 'cost', value }],
    text: moneyCell({ low: value, mid: value, high: value }, ctx.currency.currency, 'bill'),
  });
  const bars = shown.map(({ label, cost }) => bar(label, cost.mid));
  return rest > 0 ? [...bars, bar(`${sorted.length - shown.length} more`, rest)] : bars;
}

function caseBars(ctx: ReportContext, cases: readonly Named[]): readonly Bar[] {
  const parts = cases.map(({ bill }) => partsOf(bill));
  const names = [...new Set(parts.flatMap((list) => list.map((part) => part.name)))];
  const weight = (name: string): number =>
    Math.max(...parts.map((list, i) => share(list, name, cases[i]?.bill.total.mid ?? 0)));
  const large = [...names].sort((a, b) => weight(b) - weight(a)).slice(0, mostParts - 1);
  const kept = names.length <= mostParts ? names : names.filter((name) => large.includes(name));
  return cases.map(({ name, bill }, i) => {
    const own = parts[i] ?? [];
    const rest = own.filter((part) => !kept.includes(part.name)).reduce((sum, part) => sum + part.value, 0);
    const shown = kept.map((part) => ({
      name: part,
      value: own.find((p) => p.name === part)?.value ?? 0,
    }));
    return {
      name,
      parts: kept.length === names.length ? shown : [...shown, { name: 'other', value: rest }],
      text: moneyCell(bill.total, ctx.currency.currency, 'bill'),
    };
  });
}

/** Groups where there are several, items otherwise. */
function partsOf({ groups, items }: BillCase): readonly Part[] {
  return groups.length > 1
    ? groups.map(({ name, cost }) => ({ name, value: cost.mid }))
    : items.filter((item) => !item.optional).map(({ label, cost }) => ({ name: label, value: cost.mid }));
}

function share(parts: readonly Part[], name: string, total: number): number {
  const value = parts.find((part) => part.name === name)?.value ?? 0;
  return total > 0 ? value / total : 0;
}
