// A recommendation as tables: one row a case, and one row an option.

import { isRange } from '../analysis/figures.ts';
import type { Advice, Scale } from '../analysis/recommend.ts';
import { plainDecimal } from '../quantity/print-number.ts';
import { unitText } from '../quantity/unit.ts';
import { caseText, percentText } from './amounts.ts';
import { type AdviceWords, failureText, shownFactor, undecidedForAll } from './recommend-words.ts';
import { left, right, row, type Table, withoutEmptyColumns } from './table.ts';
import { andList } from './words.ts';

/** More cases than these are one row each, and no sentences. */
export const mostInWords = 12;

/** `nameOf`: what a case is called. */
export function overviewTable(
  { unit, metric, scales }: Advice,
  words: AdviceWords,
  nameOf: (scale: Scale) => string,
): Table {
  const own = unitText(unit);
  const [first] = scales;
  const axes = andList(first?.at.map((c) => c.axis) ?? []);
  return withoutEmptyColumns({
    columns: [
      left(axes),
      left('cheapest'),
      right(metric, own),
      left('next'),
      right('less', own),
      right('%'),
      left('over the ranges'),
      left('nearest change'),
      left('smallest regret'),
    ],
    rows: scales.map((scale) => {
      const { cheapest, options, next, flips, regrets } = scale;
      const best = options[cheapest[0] ?? -1];
      const [flip] = flips;
      return row(
        nameOf(scale),
        cheapest.length === 0 ? 'none' : words.names(cheapest),
        best === undefined ? '' : words.cell(best.value),
        next === undefined ? '' : words.names(next.options),
        next === undefined ? '' : words.cell(plain(next.margin.mid)),
        next === undefined || Number.isNaN(next.share) ? '' : percentText(next.share),
        overRanges(scale, words),
        flip === undefined
          ? 'none'
          : `${flip.input.name} ${plainDecimal(shownFactor(flip), 3)} ×: ${words.labelOf(flip.to)}`,
        regrets === undefined ? '' : regrets.least.length === 0 ? 'none is safe' : words.names(regrets.least),
      );
    }),
  });
}

function overRanges({ regrets, cheapest, steady, ends }: Scale, words: AdviceWords): string {
  if (regrets === undefined || cheapest.length === 0) return '';
  if (steady) return 'the same';
  const parts = (['low', 'high'] as const).flatMap((end) => {
    const { cheapest: there } = ends[end];
    return there.join() === cheapest.join()
      ? []
      : [`${end}: ${there.length === 0 ? 'none' : words.names(there)}`];
  });
  return parts.join('; ');
}

export function optionsTable({ by, unit, metric }: Advice, scale: Scale, words: AdviceWords): Table {
  const own = unitText(unit);
  const { options, cheapest, regrets } = scale;
  const common = undecidedForAll(scale);
  return withoutEmptyColumns({
    columns: [
      left(by.label),
      right(metric, own),
      right('above the cheapest', own),
      right('worst regret', own),
      left(''),
    ],
    rows: options.map(({ value, above, broken, undecided, overBudget, unknown }, i) => {
      const regret = regrets?.options[i];
      const isOut = broken.length > 0 || unknown.length > 0;
      const doubts = undecided.filter((label) => !common.includes(label));
      const [failure] = regret?.fails ?? [];
      const remarks = [
        ...(cheapest.includes(i) ? ['the cheapest'] : []),
        ...(broken.length > 0 ? [`breaks ${andList(broken)}`] : []),
        ...unknown,
        ...(!isOut && doubts.length > 0 ? [`nobody knows whether it keeps ${andList(doubts, 3)}`] : []),
        ...(overBudget.length > 0 ? [`over the budget ${andList(overBudget)}`] : []),
        ...(!isOut && failure !== undefined ? [failureText(failure)] : []),
      ];
      return row(
        words.labelOf(i),
        words.cell(value),
        above === 0 && cheapest.includes(i) ? '' : Number.isNaN(above) ? '' : words.cell(plain(above)),
        failure === undefined && regret?.most !== undefined ? words.cell(plain(regret.most)) : '',
        remarks.join('; '),
      );
    }),
  });
}

/** `total in EUR/month` */
export function adviceHead({ metric, unit, by }: Advice): string {
  return `${metric} in ${unitText(unit, true) || 'pure numbers'}, by ${by.name}`;
}

/** What holds for all of the answer. */
export function adviceNotes({ scales }: Advice): readonly string[] {
  const ranged = scales.some(({ options }) => options.some(({ value }) => isRange(value)));
  return [
    'cheapest: the lowest of those that are known and break no limit; a budget excludes nobody',
    ...(ranged ? ['judged at the middle of the ranges'] : []),
    scales.some(({ regrets }) => regrets !== undefined)
      ? 'regret: how much more a choice costs than the best would, at worst: each range alone at its ends, those of prices and formulas, and all together'
      : 'regret: none, because no range of the plan matters to the choice',
    ...(scales.length > mostInWords ? ['`--at axis=point` shows one case with its reasons'] : []),
  ];
}

/** What a case is called on the command line. */
export function scaleName({ at }: Scale): string {
  return caseText(at);
}

function plain(x: number): { readonly low: number; readonly mid: number; readonly high: number } {
  return { low: x, mid: x, high: x };
}
