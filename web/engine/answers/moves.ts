// What is tried out does to figures: what each is now, and what it is as the plan is written.

import { percentText } from '../../../src/report/amounts.ts';
import { shortText } from '../../../src/report/short-text.ts';
import { metricHere, metricOf } from '../metric.ts';
import type { Asked } from '../session.ts';

export interface MovesParams {
  /** Formulas: `total`, and what else is looked at. */
  readonly metrics: readonly string[];
}

export interface Move {
  readonly formula: string;
  readonly now: string;
  readonly written: string;
  /** `+12.5%`; empty where nothing moved, or where it moved from nothing or from something unknown. */
  readonly change: string;
  readonly direction: -1 | 0 | 1;
}

/** Noise of adding up. */
const least = 1e-12;

export function moves(asked: Asked, { metrics }: MovesParams): readonly Move[] {
  const { written: model, place, currency } = asked;
  const before = { model, graph: model.graph, grid: model.grid, place, currency };
  return metrics.map((formula) => {
    const then = metricHere(before, metricOf(before, formula));
    const now = metricHere(asked, metricOf(asked, formula));
    const difference = now.mid - then.mid;
    const share = difference / Math.abs(then.mid);
    const moved = Math.abs(difference) > least * Math.max(Math.abs(now.mid), Math.abs(then.mid));
    return {
      formula,
      now: shortText(now),
      written: shortText(then),
      change: moved && Number.isFinite(share) ? signedPercent(share) : '',
      direction: moved ? (difference > 0 ? 1 : -1) : 0,
    };
  });
}

export function signedPercent(share: number): string {
  return share < 0 ? percentText(share) : `+${percentText(share)}`;
}
