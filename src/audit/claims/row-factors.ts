// What else in a row may multiply an amount of it: a count in a label, a share of the time, a discount. `7 people (25 %) | 12 months |
// 7,000/month | 147,000` has all of its factors in it.

import type { Row } from './grid.ts';

/** Longer cells are sentences, and have figures for everything. */
const longest = 80;
const mostFactors = 8;

/** `9折` is nine tenths, `2割引` takes two of them off. */
const number = /(?<![\d.,])(\d{1,4}(?:[.,]\d{1,2})?)(?![\d]|[.,]\d)(?:\s?(%|折|割引|割))?/gu;

/** What `text` may multiply by: each number, and of a percentage the share and what is left or added. */
export function factorsIn(text: string): readonly number[] {
  if (text.length > longest) return [];
  return [...text.matchAll(number)].slice(0, mostFactors).flatMap(([, digits = '', mark]) => {
    const value = Number(digits.replace(',', '.'));
    if (mark === undefined) return value > 1 ? [value] : [];
    const share = value / (mark === '%' ? 100 : 10);
    return [share, 1 - share, 1 + share].filter((s) => s > 0);
  });
}

/** The numbers of all cells that have no part in a relation: each of them, and two of them together. */
export function factorsBeside({ cells }: Row, used: ReadonlySet<number>): readonly number[] {
  const single = cells
    .flatMap(({ passage }, i) => (used.has(i) ? [] : factorsIn(passage.text)))
    .slice(0, mostBeside);
  return [...single, ...single.flatMap((a, i) => single.slice(i + 1).map((b) => a * b))];
}

const mostBeside = 12;
