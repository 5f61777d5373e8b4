// What a function along an axis does to the values of one line.

import type { Reduction } from '../formula/typed.ts';

/** `line` holds one value per point. Unknown values make sums, means and extremes unknown; argmin and argmax pass over them. */
export function reduceLine(reduction: Reduction, line: Float64Array): number {
  switch (reduction) {
    case 'sum':
      return sum(line);
    case 'mean':
      return sum(line) / line.length;
    case 'min':
      return line.reduce((a, b) => Math.min(a, b));
    case 'max':
      return line.reduce((a, b) => Math.max(a, b));
    case 'first':
      return line[0] ?? Number.NaN;
    case 'last':
      return line[line.length - 1] ?? Number.NaN;
    case 'all':
      return line.includes(0) ? 0 : line.some(Number.isNaN) ? Number.NaN : 1;
    case 'any':
      return line.includes(1) ? 1 : line.some(Number.isNaN) ? Number.NaN : 0;
    case 'count':
      return line.some(Number.isNaN) ? Number.NaN : line.filter((x) => x === 1).length;
    case 'argmin':
      return extreme(line, (a, b) => a < b);
    case 'argmax':
      return extreme(line, (a, b) => a > b);
  }
}

function sum(line: Float64Array): number {
  let total = 0;
  for (const x of line) total += x;
  return total;
}

/** The first of equals; unknown where no value is known. */
function extreme(line: Float64Array, better: (a: number, b: number) => boolean): number {
  let best = Number.NaN;
  let at = Number.NaN;
  for (const [i, x] of line.entries()) {
    if (Number.isNaN(x)) continue;
    if (Number.isNaN(best) || better(x, best)) {
      best = x;
      at = i;
    }
  }
  return at;
}
