// The answer in a few sentences, each of which cites figures that the tables below bear out.

import type { BillCase } from '../../analysis/bill.ts';
import { isKnown, mapRanged, rangedAt } from '../../analysis/figures.ts';
import { grouped } from '../../quantity/print-number.ts';
import { moneyText, moneyUnit, percentRange, percentText } from '../amounts.ts';
import { type Block, type Inline, list, type RichText, strong } from '../blocks.ts';
import { cheapestIn, comparisons, type ReportComparison } from '../comparison-data.ts';
import { staleAfterDays } from '../price-sources.ts';
import { moneyAt, perMonth, type ReportContext } from '../report-context.ts';
import { caseName } from '../shown-cases.ts';
import { limitSentences } from '../summary-limits.ts';
import { weakFigures } from '../weak-figures.ts';
import { andList, counted, sentence } from '../words.ts';

export function summarySection(ctx: ReportContext): readonly Block[] {
  const { cases } = ctx.bill();
  const priced = ctx.graph.items.length > 0;
  return list([
    ...(priced ? baseSentence(ctx, cases) : []),
    ...(priced ? rangeSentence(ctx, cases) : []),
    ...(priced ? unknownSentence(ctx, cases) : []),
    ...(priced ? largestSentence(ctx, cases) : []),
    ...revenueSentence(ctx, cases),
    ...limitSentences(ctx),
    ...(priced ? comparisons(ctx).flatMap((c) => cheapestSentence(ctx, c)) : []),
    ...checkSentence(ctx),
    ...doubtSentence(ctx),
  ]);
}

function baseCase(ctx: ReportContext, cases: readonly BillCase[]): BillCase | undefined {
  const { graph, base } = ctx;
  return cases.find((c) => c.place.every((p, axis) => graph.axes[axis]?.kind === 'band' || p === base[axis]));
}

function nameOf(ctx: ReportContext, c: BillCase): string {
  return caseName(ctx.graph, ctx.cases().axes, c.place);
}

function baseSentence(ctx: ReportContext, cases: readonly BillCase[]): readonly RichText[] {
  const base = baseCase(ctx, cases);
  if (base === undefined || !isKnown(base.total)) return [];
  const name = nameOf(ctx, base);
  const { currency } = ctx.currency;
  const month = moneyText(base.total, perMonth(ctx), 'summary');
  const year = moneyText(base.yearly, moneyUnit(currency, 'year'), 'summary');
  const once =
    base.upfront.mid === 0 ? '' : `, and ${moneyText(base.upfront, moneyUnit(currency), 'summary')} once`;
  const who = name === '' ? 'It costs ' : `The base case (${name}) costs `;
  return [[who, strong(month), `, which is ${year}${once}.`]];
}

function revenueSentence(ctx: ReportContext, cases: readonly BillCase[]): readonly RichText[] {
  const { graph, grid, base } = ctx;
  const { revenue } = graph;
  if (revenue === undefined) return [];
  const [earned, margin] = [moneyAt(ctx, revenue.earned, base), moneyAt(ctx, revenue.margin, base)];
  if (!isKnown(margin)) return ['What is left of the revenue of the base case is unknown.'];
  const share = mapRanged(rangedAt(grid, revenue.grossMargin, base), (percent) => percent / 100);
  const unit = perMonth(ctx);
  const gross = isKnown(share) ? `, a gross margin of ${percentRange(share)}` : '';
  return [
    [
      `${cases.length > 1 ? 'The base case' : 'It'} earns ${moneyText(earned, unit, 'summary')}, which leaves `,
      strong(moneyText(margin, unit, 'summary')),
      `${gross}.`,
    ],
  ];
}

/** From the lowest end of the cheapest case to the highest end of the dearest. */
function rangeSentence(ctx: ReportContext, cases: readonly BillCase[]): readonly RichText[] {
  const known = cases.filter((c) => isKnown(c.total));
  if (known.length < 2) return [];
  const lowest = known.reduce((a, b) => (b.total.low < a.total.low ? b : a));
  const highest = known.reduce((a, b) => (b.total.high > a.total.high ? b : a));
  if (lowest.total.low === highest.total.high) return [];
  const text = (x: number): string => moneyText({ low: x, mid: x, high: x }, perMonth(ctx), 'summary');
  const shown = ctx.cases();
  const of =
    shown.held.length > 0
      ? `the ${counted(cases.length, 'case')} shown of ${grouped(String(shown.all))}`
      : `all ${counted(cases.length, 'case')}`;
  const parts: Inline[] = [
    `Over ${of} the bill runs from `,
    strong(text(lowest.total.low)),
    ` (${nameOf(ctx, lowest)}) to `,
    strong(text(highest.total.high)),
    ` (${nameOf(ctx, highest)}).`,
  ];
  const able = known.filter((c) => c.feasible);
  const least = able.length === 0 ? undefined : able.reduce((a, b) => (b.total.low < a.total.low ? b : a));
  if (least === undefined) parts.push(' Every case breaks a limit.');
  else if (least.total.low > lowest.total.low)
    parts.push(` The lowest that breaks no limit is ${text(least.total.low)} (${nameOf(ctx, least)}).`);
  return [parts];
}

function unknownSentence(ctx: ReportContext, cases: readonly BillCase[]): readonly RichText[] {
  const unknown = cases.filter((c) => !isKnown(c.total));
  const [first] = unknown;
  if (first === undefined) return [];
  const reasons = new Set(
    unknown.flatMap((c) =>
      c.items
        .filter((i) => !i.optional && !isKnown(i.cost))
        .map((i) => `${i.label}: ${sentence(i.unpriced ?? '')}`),
    ),
  );
  const where =
    cases.length === 1
      ? 'The total is unknown.'
      : `The total is unknown in ${unknown.length} of ${counted(cases.length, 'case')} (${andList(
          unknown.map((c) => nameOf(ctx, c)),
          3,
        )}).`;
  return [`${where} ${[...reasons].slice(0, 3).join(' ')}`.trim()];
}

function largestSentence(ctx: ReportContext, cases: readonly BillCase[]): readonly RichText[] {
  const base = baseCase(ctx, cases);
  if (base === undefined || !isKnown(base.total) || base.total.mid <= 0) return [];
  const items = base.items.filter((i) => !i.optional);
  if (items.length < 2) return [];
  const largest = items.reduce((a, b) => (b.cost.mid > a.cost.mid ? b : a));
  const where = cases.length === 1 ? 'The largest item' : 'The largest item of the base case';
  return [
    `${where} is ${largest.label}: ${moneyText(largest.cost, perMonth(ctx), 'summary')}, ${percentText(largest.cost.mid / base.total.mid)} of the total.`,
  ];
}

/** Only along a choice: the cheapest of several circumstances is no advice. */
function cheapestSentence(ctx: ReportContext, c: ReportComparison): readonly RichText[] {
  const { by, over, rows } = c.comparison;
  if (!c.choice) return [];
  const columns = over?.points ?? [{ label: '' }];
  const winners = columns.map(({ label }, column) => ({ label, won: cheapestIn(c, column) }));
  // where every option costs the same there is nothing to choose
  if (winners.every((w) => w.won.length === 0 || w.won.length === rows.length)) return [];
  const price = (w: (typeof winners)[number], column: number): string => {
    const [first] = w.won;
    if (first === undefined) return 'none';
    const ends = endWinners(c, column).map((text) => `; ${text}`);
    const cost = moneyText(first.cell.value, perMonth(ctx), 'summary');
    return `${andList(w.won.map((x) => x.label))} (${cost}${ends.join('')})`;
  };
  const at = c.around === '' ? '' : ` (at ${c.around})`;
  const names = new Set(winners.map((w) => andList(w.won.map((x) => x.label))));
  if (over === undefined)
    return [`The cheapest ${by.label} that breaks no limit is ${winners.map(price).join('')}.`];
  const overlaps = winners.some((_, column) => endWinners(c, column).length > 0);
  if (names.size === 1 && !overlaps)
    return [`${[...names].join('')} is the cheapest ${by.label} at every ${over.label}${at}.`];
  const parts = winners.map((w, column) => `${w.label}: ${price(w, column)}`);
  return [`The cheapest ${by.label} that breaks no limit, by ${over.label}${at}: ${andList(parts, 8)}.`];
}

/** Where ranges overlap, another option may be the cheapest at an end: `at the low ends Fly.io`. */
function endWinners({ comparison: { rows } }: ReportComparison, column: number): readonly string[] {
  const cells = rows.flatMap(({ label, cells: own }) =>
    own[column] === undefined ? [] : [{ label, cell: own[column] }],
  );
  const ends = [
    ['cheapestLow', 'at the low ends'],
    ['cheapestHigh', 'at the high ends'],
  ] as const;
  return ends.flatMap(([end, words]) => {
    const winners = cells.filter(({ cell }) => cell[end]);
    return winners.some(({ cell }) => cell.cheapest)
      ? []
      : [`${words} ${andList(winners.map((w) => w.label))}`];
  });
}

function checkSentence(ctx: ReportContext): readonly RichText[] {
  const { results, held, disputed, failed } = ctx.checks();
  if (results.length === 0) return [];
  const parts = [
    `${held} of ${counted(results.length, 'expected figure')} ${held === 1 ? 'holds' : 'hold'}`,
    ...(disputed > 0
      ? [`${counted(disputed, 'figure')} of the source ${disputed === 1 ? 'is' : 'are'} disputed`]
      : []),
    ...(failed > 0 ? [`${counted(failed, 'check')} ${failed === 1 ? 'fails' : 'fail'}`] : []),
  ];
  return [`${andList(parts)}.`];
}

function doubtSentence(ctx: ReportContext): readonly RichText[] {
  const weak = weakFigures(ctx);
  const { inputs } = ctx.plan;
  const parts = [
    ...(weak.assumedInputs.length > 0
      ? [
          `${weak.assumedInputs.length} of ${counted(inputs.length, 'input')} ${weak.assumedInputs.length === 1 ? 'is' : 'are'} assumed`,
        ]
      : []),
    ...(weak.undated.length > 0
      ? [
          `${counted(weak.undated.length, 'price')} ${weak.undated.length === 1 ? 'carries' : 'carry'} no date`,
        ]
      : []),
    ...(weak.stale.length > 0
      ? [
          `${counted(weak.stale.length, 'figure')} ${weak.stale.length === 1 ? 'is' : 'are'} older than ${staleAfterDays} days`,
        ]
      : []),
  ];
  return parts.length === 0 ? [] : [`${andList(parts)}.`];
}
