// Figures for reading: four digits, or all of the whole part. The value itself stays beside the text.

import { type Figure, mapRanged } from '../analysis/figures.ts';
import { roundHalfAway } from '../quantity/print-number.ts';
import { isMoney, type Unit } from '../quantity/unit.ts';
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

/** So many things that one counts: users, servers; not a rate of them, nor a part of one. */
export function areWhole(x: number, { factors: [only, more] }: Unit): boolean {
  return Math.abs(x) >= 1 && more === undefined && only?.power === 1 && only.atom.kind === 'count';
}

/** As short, but never past the value: down for the most that is allowed, up for the least. Things are whole. */
export function shortBound(x: number, side: 'most' | 'least', unit: Unit): number {
  if (!Number.isFinite(x)) return x;
  const step = areWhole(x, unit) ? 1 : 10 ** decimalsOf(x);
  // the noise of a binary fraction is no reason to step back a whole digit
  const scaled = Number((x * step).toPrecision(12));
  return (side === 'most' ? Math.floor(scaled) : Math.ceil(scaled)) / step;
}

function decimalsOf(x: number): number {
  return x === 0 ? 0 : Math.max(0, shownDigits - 1 - Math.floor(Math.log10(Math.abs(x))));
}
