// Numbers of a finding as a person reads them: in the unit of the figure that they are held against, and with the marks of its
// document, as `1,563` is less than two to a reader of `141,50 €`.

import type { Interval } from '../quantity/interval.ts';
import { grouped, plainDecimal, roundHalfAway, trimZeros } from '../quantity/print-number.ts';
import { unitText } from '../quantity/unit.ts';
import type { Figure } from './types.ts';

/** In the unit of the figure, with a place more than it shows. */
export function likeFigure(value: Interval, figure: Figure): string {
  const low = amount(value.low, figure);
  const high = amount(value.high, figure);
  const number = low === high ? low : `${low} to ${high}`;
  const name = ownNoun(figure) ?? unitText(figure.unit, true);
  if (name === '') return number;
  if (name === '%') return `${number}%`;
  const count = figure.perCount === 1 ? '' : ` (per ${numberLike(figure.perCount, figure)})`;
  return `${number} ${name}${count}`;
}

/** What is counted, in the document's word: `ADA`, `文字`. */
function ownNoun(figure: Figure): string | undefined {
  if (figure.noun === '' || figure.unit.factors.length !== 1) return undefined;
  return /\p{L}+$/u.exec(said(figure))?.[0];
}

function amount(value: number, figure: Figure): string {
  if (!Number.isFinite(value)) return 'unlimited';
  const size = Math.abs(value);
  const money = figure.unit.factors.some((f) => f.atom.kind === 'currency' && f.power === 1);
  const share = figure.unit.factors.some((f) => f.atom.kind === 'ratio');
  // four digits of what is very little
  const few = size > 0 ? 3 - Math.floor(Math.log10(size)) : 0;
  const decimals = size >= 100 || share ? 2 : size >= 1 ? 4 : Math.max(8, few);
  const digits = roundHalfAway(value, size >= 1e15 ? 0 : decimals);
  const short = trimZeros(digits, money && size >= 0.01 && !isWhole(digits) ? 2 : 0);
  return marked(size !== 0 && Number(short) === 0 ? plainDecimal(value) : short, figure);
}

function marked(digits: string, figure: Figure): string {
  const english = grouped(digits);
  if (figure.decimal === '.') return english;
  const group = /\d[ \u00a0\u202f]\d{3}/.test(said(figure)) ? '\u00a0' : '.';
  return english.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : group));
}

/** A plain number with the marks of the figure's document. */
export function numberLike(value: number, figure: Figure): string {
  return marked(plainDecimal(value), figure);
}

function isWhole(digits: string): boolean {
  return Number.isInteger(Number(digits));
}

/** A figure in its document's own words. */
export function said(figure: Figure): string {
  return figure.passage.text.slice(figure.start, figure.end).replace(/\s+/g, ' ');
}
