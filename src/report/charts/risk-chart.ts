// What is uncertain as pictures: how a figure spreads in one case, and how that widens over time.

import type { Risk, RiskCase } from '../../analysis/risk.ts';
import type { Outline } from '../../analysis/spread.ts';
import { roundHalfAway } from '../../quantity/print-number.ts';
import { type Unit, unitText } from '../../quantity/unit.ts';
import { figureText } from '../amounts.ts';
import { shortText } from '../short-text.ts';
import type { RiskAnswer } from '../table-risk.ts';
import { andList } from '../words.ts';
import type { FanChart, HistogramChart } from './chart.ts';

/** A value of the figure that somebody has set a bound at: `budget`. */
export interface FigureBound {
  readonly label: string;
  readonly value: number;
}

/** What is drawn, and of how many samples. */
interface Spreading {
  readonly risk: Pick<Risk, 'unit' | 'samples'>;
  readonly metric: string;
}

const markedQuantiles: readonly number[] = [0.1, 0.5, 0.9];

export function spreadChart(
  { risk: { unit, samples }, metric }: Spreading,
  { histogram, quantiles }: Outline,
  bounds: readonly FigureBound[],
): HistogramChart | undefined {
  if (histogram === undefined) return undefined;
  const { low, high, counts } = histogram;
  const shown = quantiles.filter(({ probability }) => markedQuantiles.includes(probability));
  // a bound far away would press all columns into a corner
  const near = bounds.filter(({ value }) => value > low - (high - low) && value < high + (high - low));
  const named = shown.map(({ probability, value }) => ({ x: value, label: quantileName(probability) }));
  return {
    kind: 'histogram',
    title: `How ${metric} spreads`,
    alt: `${andList([
      ...shown.map(({ probability, value }) => `${quantileName(probability)} ${short(value, unit)}`),
      ...bounds.map(({ label, value }) => `${label} at ${short(value, unit)}`),
    ])}; ${samples.toLocaleString('en')} samples.`,
    x: { name: metric, unit: unitText(unit, true) },
    low,
    high,
    shares: counts.map((count) => count / samples),
    marks: [
      ...named.map((mark) => ({ ...mark, bound: false })),
      ...near.map(({ label, value }) => ({ x: value, label, bound: true })),
    ],
  };
}

export function fanChart({ risk: { fanUnit }, metric }: RiskAnswer, { fan }: RiskCase): FanChart | undefined {
  const [first] = fan;
  const last = fan.at(-1);
  if (fanUnit === undefined || first === undefined || last === undefined || fan.length < 2) return undefined;
  const points = fan.map(({ values: [low, middle, high] }, i) => ({ x: i + 1, low, middle, high }));
  if (!points.some(({ low, high }) => Number.isFinite(low) && Number.isFinite(high) && low < high))
    return undefined;
  const told = ({ label, values: [low, mid, high] }: RiskCase['fan'][number]): string =>
    `${label}: ${figureText({ low, mid, high, unit: fanUnit })}, median ${short(mid, fanUnit)}`;
  return {
    kind: 'fan',
    title: `${metric} over time`,
    alt: `From 10% to 90% of the samples: ${told(first)}; ${told(last)}.`,
    x: { name: 'month', unit: '' },
    y: { name: metric, unit: unitText(fanUnit, true) },
    middle: 'median',
    between: '10% to 90%',
    points,
  };
}

/** `p90`; the middle has a name of its own. */
function quantileName(probability: number): string {
  return probability === 0.5 ? 'median' : `p${roundHalfAway(probability * 100, 0)}`;
}

function short(value: number, unit: Unit): string {
  return shortText({ low: value, mid: value, high: value, unit });
}
