// How wide the columns of a printed table are. Where all fits, each takes what it needs; otherwise short ones do, and long texts
// share what is left so that the table comes out as low as it can.

import { plainText, type ReportTable } from '../blocks.ts';
import { textWidth } from '../charts/text-width.ts';
import { headText } from '../table.ts';

/** Points between the margins of A4. */
const pageWidth = 493;
/** Letters of the page are narrower than the widest that there are. */
const narrower = 0.84;
/** Points: a column that needs no more is never broken for the sake of others. */
const short = 80;
/** Points: nothing longer is squeezed into less. */
const narrowest = 48;
/** Of a line, because words do not end where it does. */
const filled = 0.9;
/** Points that one column gives another at a time. */
const step = 8;
const mostSteps = 200;

/** The more columns, the smaller the letters; in points. */
export function letterSize(columns: number): number {
  return columns <= 6 ? 8.5 : columns <= 8 ? 7.6 : 6.8;
}

/** In points; 0 for a column that takes what it needs. */
export function columnWidths({ columns, rows }: ReportTable): readonly number[] {
  const size = letterSize(columns.length);
  const padding = columns.length <= 8 ? 8 : 5.2;
  const width = (text: string): number => textWidth(text, size * narrower);
  const texts = columns.map((_, i) => rows.map((row) => width(plainText(row.cells[i]?.text ?? ''))));
  const least = columns.map((column) => Math.max(0, ...headText(column).split(' ').map(width)));
  const most = texts.map((cells, i) => Math.max(least[i] ?? 0, ...cells));
  const room = pageWidth - padding * columns.length;
  const none = columns.map(() => 0);
  const sum = (list: readonly number[]): number => list.reduce((all, each) => all + each, 0);
  if (sum(most) <= room) return none;
  const long = [...columns.keys()].filter((i) => columns[i]?.align === 'left' && (most[i] ?? 0) > short);
  const left = room - sum(most.filter((_, i) => !long.includes(i)));
  const minima = long.map((i) => Math.max(narrowest, least[i] ?? 0));
  // nothing sensible would be left for them
  if (long.length === 0 || left < sum(minima) || left < 0.4 * room) return none;
  const shared = lowest(
    long.map((i) => texts[i] ?? []),
    minima,
    left,
  );
  return columns.map((_, i) => (long.includes(i) ? Math.floor((shared[long.indexOf(i)] ?? 0) + padding) : 0));
}

/** One column gives to another as long as that takes lines off the table. */
function lowest(
  texts: readonly (readonly number[])[],
  minima: readonly number[],
  room: number,
): readonly number[] {
  const spare = (room - minima.reduce((all, each) => all + each, 0)) / minima.length;
  let widths = minima.map((least) => least + spare);
  let height = heightOf(texts, widths);
  for (let i = 0; i < mostSteps; i++) {
    const moved = [...widths.keys()].flatMap((from) =>
      [...widths.keys()]
        .filter((to) => to !== from && (widths[from] ?? 0) - step >= (minima[from] ?? 0))
        .map((to) => widths.map((w, k) => (k === from ? w - step : k === to ? w + step : w))),
    );
    const best = moved
      .map((next) => ({ next, height: heightOf(texts, next) }))
      .reduce((a, b) => (b.height < a.height ? b : a), { next: widths, height });
    if (best.height >= height) break;
    ({ next: widths, height } = best);
  }
  return widths;
}

/** In lines; a line that is only partly there counts for that part, so that there is a way down to follow. */
function heightOf(texts: readonly (readonly number[])[], widths: readonly number[]): number {
  let lines = 0;
  for (let row = 0; row < (texts[0]?.length ?? 0); row++) {
    let tallest = 1;
    let all = 0;
    for (const [i, cells] of texts.entries()) {
      const part = (cells[row] ?? 0) / ((widths[i] ?? 1) * filled);
      tallest = Math.max(tallest, Math.ceil(part));
      all += part;
    }
    lines += tallest + all / 100;
  }
  return lines;
}
