// What the charts of a comparison say in words.

import type { CompareRow } from '../../analysis/compare.ts';
import { unitText } from '../../quantity/unit.ts';
import { isSumOfMoney, moneyText } from '../amounts.ts';
import type { ReportComparison } from '../comparison-data.ts';
import { shortText } from '../short-text.ts';
import { andList } from '../words.ts';
import type { LineChart } from './chart.ts';

/** `Total`, and a formula as it is written. */
export function headOf({ figure: { name } }: ReportComparison): string {
  return /^[a-z_]+$/.test(name) ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
}

/** One of its figures, with its unit. */
export function textOf({ figure: { unit } }: ReportComparison, y: number): string {
  const value = { low: y, mid: y, high: y };
  return isSumOfMoney(unit) ? moneyText(value, unit, 'summary') : shortText({ ...value, unit });
}

/** What is measured. */
export function yOf({ figure: { name, unit } }: ReportComparison): LineChart['y'] {
  return { name, unit: unitText(unit) };
}

/** `A from 10 USD/month to 20 USD/month`, for each line. */
export function toldOf(c: ReportComparison, lines: LineChart['lines']): string {
  return andList(
    lines.map(({ name, points }) => {
      const [first, last] = [points[0]?.y ?? Number.NaN, points.at(-1)?.y ?? Number.NaN];
      return `${name} from ${textOf(c, first)} to ${textOf(c, last)}`;
    }),
  );
}

/** That not all of them are drawn. */
export function leftOut(rows: readonly CompareRow[], shown: readonly CompareRow[] | undefined): string {
  return shown === undefined || shown.length === rows.length
    ? ''
    : ` (${shown.length} of ${rows.length} options)`;
}
