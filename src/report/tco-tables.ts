// Total cost of ownership as blocks: one row a case with its years, then item by item where the cases are few.

import { isKnown, type Ranged } from '../analysis/figures.ts';
import type { Tco, TcoCase, TcoFigures, TcoItem } from '../analysis/tco.ts';
import { addsUpNotes } from './adds-up.ts';
import { moneyCell, moneyText, moneyUnit } from './amounts.ts';
import { type Block, type Cell, cells, heading, list, type ReportTable, table, textCell } from './blocks.ts';
import { left, right } from './table.ts';
import { andList } from './words.ts';

/** More cases than this are told in one line each. */
const mostDetailed = 3;

/** `total cost of ownership in USD, 2026-03 to 2031-02 (60 months), discounted at 8%/year` */
export function tcoHead({ currency, from, until, months, discount }: Tco): string {
  const rate = discount === undefined ? '' : `, present value at ${discount}`;
  return `total cost of ownership in ${currency}, ${from} to ${until} (${months} months)${rate}`;
}

export interface TcoWords {
  readonly nameOf: (one: TcoCase) => string;
  /** Whether a case is the cheapest of those that it is to be compared with. */
  readonly isBest: (one: TcoCase) => boolean;
}

/** Cash by year, what is left at the end, and the TCO; a row a case. */
export function tcoTable(answer: Tco, { nameOf, isBest }: TcoWords): ReportTable {
  const { currency, cases, years, discount } = answer;
  const money = (r: Ranged): Cell => moneyOf(r, currency);
  const isLeft = cases.some((c) => c.endValue.mid !== 0);
  return {
    columns: [
      left(cases.length > 1 ? 'case' : ''),
      ...years.map((year) => right(`${year}, cash`)),
      ...(isLeft ? [right('all cash'), right('left at the end')] : []),
      right('TCO'),
      ...(discount === undefined ? [] : [right('present value')]),
    ],
    rows: cases.map((one) =>
      cells(
        'plain',
        textCell(nameOf(one)),
        ...one.cashByYear.map(money),
        ...(isLeft ? [money(one.cash), money(one.endValue)] : []),
        isBest(one) ? { ...money(one.tco), best: true } : money(one.tco),
        ...(discount === undefined ? [] : [money(one.presentValue)]),
      ),
    ),
    notes: [],
  };
}

/** One case, item by item: cash and effective cost beside each other. */
export function tcoItemsTable({ currency, years }: Tco, one: TcoCase): ReportTable {
  const money = (r: Ranged): Cell => moneyOf(r, currency);
  const isLeft = one.endValue.mid !== 0;
  const figures = (of: TcoFigures): readonly Cell[] => [
    ...of.cashByYear.map(money),
    ...(isLeft ? [money(of.cash), money(of.endValue)] : []),
    money(of.tco),
  ];
  const groups = [...new Set(one.items.map((i) => i.group))];
  const rows = groups.flatMap((group) => {
    const own = one.items.filter((i) => i.group === group);
    return [
      cells('group', textCell(group)),
      ...own.map((item) => cells('plain', textCell(item.label), ...figures(item))),
    ];
  });
  return {
    columns: [
      left('item'),
      ...years.map((year) => right(`${year}, cash`)),
      ...(isLeft ? [right('all cash'), right('left at the end')] : []),
      right('TCO'),
    ],
    rows: [
      ...rows,
      cells('total', textCell('total'), ...figures(one)),
      cells('aside', textCell('effective, by year'), ...one.effectiveByYear.map(money)),
    ],
    notes: [],
  };
}

function moneyOf(r: Ranged, currency: string): Cell {
  return { text: moneyCell(r, currency, 'bill'), value: r, unit: currency };
}

/** What the tables do not say: the largest month, limits that break on the way, sums that were rounded. */
export function tcoNotes(answer: Tco, { nameOf }: TcoWords): readonly string[] {
  const { currency, cases } = answer;
  const unit = moneyUnit(currency);
  const prefix = (one: TcoCase): string => (cases.length > 1 ? `${nameOf(one)}: ` : '');
  const broken = cases
    .filter((c) => c.broken.length > 0)
    .map((c) => `${prefix(c)}${andList(c.broken.map((b) => `${b.limit} breaks in ${b.month}`))}.`);
  const peaks = cases.length > mostDetailed ? [] : cases.map((c) => `${prefix(c)}${peakText(c, unit)}`);
  const sums = cases.map((c) => ({ name: `${nameOf(c) || 'the'} years`, rows: c.cashByYear, total: c.cash }));
  const unknown = cases.filter((c) => !isKnown(c.tco)).flatMap((c) => unknownText(c, prefix(c)));
  const rounded = addsUpNotes(sums, currency);
  const together =
    cases.length > mostDetailed && rounded.length > 0
      ? ['Each figure is rounded by itself, so the years shown do not always add up to the last digit.']
      : rounded;
  return [...peaks, ...unknown, ...broken, ...together];
}

function peakText({ peak, firstMonth }: TcoCase, unit: ReturnType<typeof moneyUnit>): string {
  const most = `the most cash goes in ${peak.month}, ${moneyText(peak.cash, unit, 'summary')}`;
  return peak.cash === firstMonth || peak.cash.mid === firstMonth.mid
    ? `${most}.`
    : `${most}; in the first month it is ${moneyText(firstMonth, unit, 'summary')}.`;
}

function unknownText(one: TcoCase, prefix: string): readonly string[] {
  const items = one.items.filter((i: TcoItem) => !isKnown(i.tco)).map((i) => i.label);
  return items.length === 0 ? [] : [`${prefix}nobody knows what ${andList(items)} costs.`];
}

/** All of it; `detailed` where the cases are few enough to be shown item by item. */
export function tcoBlocks(answer: Tco, words: TcoWords): readonly Block[] {
  const overview = tcoTable(answer, words);
  const details = detailedCases(answer).flatMap((one) => {
    const { columns, rows } = tcoItemsTable(answer, one);
    return [...(answer.cases.length > 1 ? [heading(words.nameOf(one))] : []), ...table(columns, rows)];
  });
  return [
    ...(answer.cases.length > 1 ? table(overview.columns, overview.rows) : []),
    ...details,
    ...list(tcoNotes(answer, words)),
  ];
}

export function detailedCases({ cases }: Tco): readonly TcoCase[] {
  return cases.length > mostDetailed ? [] : cases;
}
