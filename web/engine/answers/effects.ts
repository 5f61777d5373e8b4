// How far each input alone moves a figure: over its own range where it has one, by a tenth of it otherwise.

import { type SwingRow, sensitivity } from '../../../src/analysis/sensitivity.ts';
import { figureCell, figureText } from '../../../src/report/amounts.ts';
import { elasticityText } from '../../../src/report/table-sensitivity.ts';
import { metricOf } from '../metric.ts';
import type { Asked } from '../session.ts';
import { signedPercent } from './moves.ts';

export interface EffectsParams {
  readonly metric: string;
}

export interface Effects {
  /** By name of the input; one that moves nothing is not there. The widest first. */
  readonly rows: readonly Effect[];
  /** What the figure is with every input as it is. */
  readonly figure: string;
}

export interface Effect {
  readonly name: string;
  /** At the low and at the high end of the input, as shares of the widest change of all: -1 to 1. */
  readonly low: number;
  readonly high: number;
  /** `-4.2% to +4.2%` */
  readonly text: string;
  /** `agents 42.3 to 51.7 agents: total 10,200 to 11,900 USD/month` */
  readonly words: string;
  /** By how many percent the figure moves for one percent of the input: `+0.42%`. */
  readonly elasticity: string;
}

const by = 0.1;

export function effects(asked: Asked, { metric }: EffectsParams): Effects {
  const { graph, place } = asked;
  const { node, unit } = metricOf(asked, metric);
  const found = sensitivity(graph, { node, unit, place, by, axis: undefined });
  const middle = found.figure.mid;
  const changes = (row: SwingRow): readonly [number, number] => [
    row.low.figure - middle,
    row.high.figure - middle,
  ];
  const widest = Math.max(
    ...found.rows.flatMap((row) => changes(row).map(Math.abs).filter(Number.isFinite)),
    0,
  );
  const ofWidest = (change: number): number => (Number.isFinite(change) && widest > 0 ? change / widest : 0);
  return {
    figure: figureText({ ...found.figure, unit }),
    rows: found.rows.map((row) => {
      const [low, high] = changes(row);
      const at = (value: number): string => figureCell({ low: value, mid: value, high: value, unit });
      const input = figureText({
        low: row.low.input,
        mid: row.now.mid,
        high: row.high.input,
        unit: row.input.unit,
      });
      return {
        name: row.input.name,
        low: ofWidest(low),
        high: ofWidest(high),
        text: sharesText(low / Math.abs(middle), high / Math.abs(middle)),
        words: `${input.replace('–', ' to ')}: ${metric} ${at(row.low.figure)} to ${figureText({ low: row.high.figure, mid: row.high.figure, high: row.high.figure, unit })}`,
        elasticity: elasticityText(row.elasticity),
      };
    }),
  };
}

function sharesText(low: number, high: number): string {
  if (Math.max(Math.abs(low), Math.abs(high)) < leastShown) return 'less than 0.1%';
  return `${shareText(low)} to ${shareText(high)}`;
}

/** As `percentText` shows shares. */
const leastShown = 0.0005;

function shareText(share: number): string {
  if (Number.isNaN(share)) return 'unknown';
  if (Math.abs(share) < leastShown) return '0';
  return signedPercent(share);
}
