// Numbers of a finding as a person reads them: in the unit of the figure that they are held against.

import type { Interval } from '../quantity/interval.ts';
import { grouped, plainDecimal, roundHalfAway, trimZeros } from '../quantity/print-number.ts';
import { type Unit, unitText } from '../quantity/unit.ts';
import type { Figure } from './types.ts';

/** In the unit of the figure, with a place more than it shows. */
export function likeFigure(value: Interval, figure: Figure): string {
  const low = amount(value.low, figure);
  const high = amount(value.high, figure);
  const number = low === high ? low : `${low} to ${high}`;
  return withUnit(number, figure.unit, figure.perCount);
}

function amount(value: number, figure: Figure): string {
  if (!Number.isFinite(value)) return 'unlimited';
  const size = Math.abs(value);
  const money = figure.unit.factors.some((f) => f.atom.kind === 'currency' && f.power === 1);
  const share = figure.unit.factors.some((f) => f.atom.kind === 'ratio');
  const decimals = size >= 100 || share ? 2 : size >= 1 ? 4 : 8;
  const digits = roundHalfAway(value, size >= 1e15 ? 0 : decimals);
  const short = trimZeros(digits, money && size >= 0.01 && !isWhole(digits) ? 2 : 0);
  return grouped(size !== 0 && Number(short) === 0 ? plainDecimal(value) : short);
}

function isWhole(digits: string): boolean {
  return Number.isInteger(Number(digits));
}

function withUnit(number: string, unit: Unit, per: number): string {
  const name = unitText(unit, true);
  if (name === '') return number;
  if (name === '%') return `${number}%`;
  const count = per === 1 ? '' : ` (per ${grouped(String(per))})`;
  return `${number} ${name}${count}`;
}

/** A figure in its document's own words. */
export function said(figure: Figure): string {
  return figure.passage.text.slice(figure.start, figure.end).replace(/\s+/g, ' ');
}
