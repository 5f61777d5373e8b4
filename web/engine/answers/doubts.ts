// How far the figures can be trusted: what is assumed, undated, old or unknown, which expectations fail, and over what the bill
// runs from case to case.

import { isKnown, type Ranged } from '../../../src/analysis/figures.ts';
import { moneyText } from '../../../src/report/amounts.ts';
import { staleAfterDays } from '../../../src/report/price-sources.ts';
import { perMonth } from '../../../src/report/report-context.ts';
import { caseName } from '../../../src/report/shown-cases.ts';
import { priceName, weakFigures } from '../../../src/report/weak-figures.ts';
import { andList, counted } from '../../../src/report/words.ts';
import type { Asked } from '../session.ts';
import { contextOf } from './report-context.ts';

export interface Doubt {
  /** `7 of 33 inputs are assumed` */
  readonly text: string;
  /** Which ones. */
  readonly names: string;
  readonly view: 'drivers' | 'prices' | 'source' | 'bill';
  /** An expectation that fails is worse than an input that nobody has measured. */
  readonly grave: boolean;
}

export interface Doubts {
  readonly doubts: readonly Doubt[];
  /** What the plan claims about itself; undefined where it claims nothing. */
  readonly checks: string | undefined;
  /** From the lowest end of the cheapest case to the highest of the dearest. */
  readonly over: { readonly cases: number; readonly low: Extreme; readonly high: Extreme } | undefined;
}

export interface Extreme {
  readonly text: string;
  readonly where: string;
}

const mostNames = 6;

export function doubts(asked: Asked): Doubts {
  const ctx = contextOf(asked);
  const { plan } = ctx;
  const weak = weakFigures(ctx);
  const { results, held, disputed, failed } = ctx.checks();
  const doubt = (
    names: readonly string[],
    text: (n: number) => string,
    view: Doubt['view'],
    grave = false,
  ): readonly Doubt[] => {
    // an item of several prices has one name for all of them
    const apart = [...new Set(names)];
    return names.length === 0
      ? []
      : [{ text: text(names.length), names: andList(apart, mostNames), view, grave }];
  };
  const labels = (named: readonly { readonly label: string }[]): readonly string[] =>
    named.map(({ label }) => label);
  const is = (n: number): string => (n === 1 ? 'is' : 'are');
  const failing = results.filter((r) => r.status !== 'holds' && r.status !== 'disputed');
  return {
    doubts: [
      ...doubt(
        failing.map((r) => r.id ?? r.that),
        (n) => `${counted(n, 'expectation')} ${n === 1 ? 'fails' : 'fail'}`,
        'source',
        true,
      ),
      ...doubt(labels(weak.unknownInputs), (n) => `${counted(n, 'input')} ${is(n)} unknown`, 'drivers', true),
      ...doubt(
        weak.unpriced.flatMap((u) => u.labels),
        (n) => `${counted(n, 'item')} ${n === 1 ? 'has' : 'have'} no price`,
        'bill',
        true,
      ),
      ...doubt(
        labels(weak.assumedInputs.filter((n) => !weak.unknownInputs.includes(n))),
        (n) => `${n} of ${counted(plan.inputs.length, 'input')} ${is(n)} assumed`,
        'drivers',
      ),
      ...doubt(weak.assumedPrices.map(priceName), (n) => `${counted(n, 'price')} ${is(n)} assumed`, 'prices'),
      ...doubt(
        weak.undated.map(priceName),
        (n) => `${counted(n, 'price')} ${n === 1 ? 'carries' : 'carry'} no date`,
        'prices',
      ),
      ...doubt(
        weak.stale.map(({ what, days }) => `${what} (${days} days)`),
        (n) => `${counted(n, 'figure')} ${is(n)} older than ${staleAfterDays} days`,
        'prices',
      ),
      ...doubt(
        weak.replaced.map(priceName),
        (n) => `${counted(n, 'price')} ${n === 1 ? 'has' : 'have'} a newer one`,
        'prices',
      ),
    ],
    checks:
      results.length === 0
        ? undefined
        : `${held} of ${counted(results.length, 'expected figure')} ${held === 1 ? 'holds' : 'hold'}${
            disputed === 0 ? '' : `, ${disputed} of the source ${is(disputed)} disputed`
          }${failed === 0 ? '' : `, ${failed} ${failed === 1 ? 'fails' : 'fail'}`}`,
    over: extremes(ctx),
  };
}

function extremes(ctx: ReturnType<typeof contextOf>): Doubts['over'] {
  const { cases } = ctx.bill();
  const known = cases.filter((c) => isKnown(c.total));
  if (known.length < 2) return undefined;
  const least = known.reduce((a, b) => (b.total.low < a.total.low ? b : a));
  const most = known.reduce((a, b) => (b.total.high > a.total.high ? b : a));
  if (least.total.low === most.total.high) return undefined;
  const text = (x: number): string => {
    const value: Ranged = { low: x, mid: x, high: x };
    return moneyText(value, perMonth(ctx), 'summary');
  };
  const where = (c: (typeof known)[number]): string => caseName(ctx.graph, ctx.cases().axes, c.place);
  return {
    cases: cases.length,
    low: { text: text(least.total.low), where: where(least) },
    high: { text: text(most.total.high), where: where(most) },
  };
}
