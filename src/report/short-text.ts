// Figures for reading: four digits, or all of the whole part. The value itself stays beside the text.

import { type Figure, mapRanged } from '../analysis/figures.ts';
import { roundHalfAway } from '../quantity/print-number.ts';
import { isMoney } from '../quantity/unit.ts';
import { figureText } from './amounts.ts';

const shownDigits = 4;

/** `10.49 GB`, `1,333 users`, `0.05768 EUR/user`. Money keeps its own decimals. */
export function shortText(figure: Figure): string {
  const { unit } = figure;
  return figureText(isMoney(unit) ? figure : { ...mapRanged(figure, short), unit });
}

function short(x: number): number {
  return Number.isFinite(x) ? Number(roundHalfAway(x, decimalsOf(x))) : x;
}

/** As short, but never past the value: down for the most that is allowed, up for the least. */
export function shortBound(x: number, side: 'most' | 'least'): number {
  const step = 10 ** decimalsOf(x);
  // the noise of a binary fraction is no reason to step back a whole digit
  const scaled = Number((x * step).toPrecision(12));
  return (side === 'most' ? Math.floor(scaled) : Math.ceil(scaled)) / step;
}

function decimalsOf(x: number): number {
  return x === 0 ? 0 : Math.max(0, shownDigits - 1 - Math.floor(Math.log10(Math.abs(x))));
}
