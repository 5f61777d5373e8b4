// Scores by weights: criteria with a weight each that make a whole, points for each option, and in the last row what they come to.

import { halfStep } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import { largest, smallest } from '../../lists.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Grid, isShare } from '../content/grid.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const leastRows = 3;
const mostRows = 20;
const mostPoints = 100;
/** Of 100. */
const mostOff = 0.5;
const scored =
  /(?<!\p{L})(?:scores?|points?|rating|weighted|punkt\p{L}*|gewichtet\p{L}*|bewertung|score|note|pondér\p{L}*|ponderad\p{L}*|puntos|puntuación|pontuação|punteggio|puan\p{L}*|ağırlıklı)(?!\p{L})|punktzahl|балл|взвешенн|加权|加重|得分|总分|総合|評価/iu;

export function weightedScoresIn(grid: Grid): readonly Claim[] {
  const row = grid.rows.at(-1);
  const criteria = grid.rows.slice(0, -1);
  if (row === undefined || criteria.length < leastRows || criteria.length > mostRows) return [];
  if (!scored.test(row.label)) return [];
  const inColumn = (index: number): readonly Figure[] =>
    criteria.flatMap((r) => r.cells[index]?.figure ?? []).filter((f) => f.low === f.high && !f.about);
  const weights = grid.columns
    .filter((c) => c.index > 0)
    .map((c) => inColumn(c.index))
    .find((own) => own.length === criteria.length && own.every(isShare) && isWhole(own));
  if (weights === undefined) return [];
  return grid.columns.flatMap(({ index }): readonly Claim[] => {
    const points = inColumn(index);
    const stated = row.cells[index]?.figure;
    const isOfPoints = points.length === criteria.length && points.every(isPlain) && index > 0;
    if (stated === undefined || !isOfPoints || !isPlain(stated) || stated.low !== stated.high) return [];
    const values = points.map((f) => f.high);
    if (largest(values) > mostPoints) return [];
    // no average lies outside of what it is of; and points may be added up
    if (stated.high < smallest(values) || stated.high > largest(values) || stated.whole) return [];
    const value = points.reduce((n, f, i) => n + (f.high * (weights[i]?.high ?? 0)) / 100, 0);
    return [
      recomputedClaim({
        kind: 'average',
        stated,
        operands: [...points, ...weights],
        fits: fitOf(stated, 'high', value, halfStep(value, stated.step / 2)).fits,
        recomputed: { low: value, high: value },
        working: points.map((f, i) => `${weights[i]?.high ?? 0}% × ${f.high}`).join(' + '),
        confidence: 0.82,
      }),
    ];
  });
}

function isWhole(weights: readonly Figure[]): boolean {
  return Math.abs(weights.reduce((n, f) => n + f.high, 0) - 100) <= mostOff;
}

function isPlain({ unit, bound, times }: Figure): boolean {
  return unit.factors.length === 0 && bound === 'none' && !times;
}
