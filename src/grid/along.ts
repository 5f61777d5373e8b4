// What happens along time: whole lines of months to a line of months. Each reads only months up to its own. Unknown is NaN and
// makes unknown what follows from it. Lengths of time are in months and taken to the nearest whole one.

import type { AlongOperation } from '../graph/types.ts';

type Line = Float64Array;

/** Fills `out` from the lines of the arguments, all as long as it. */
export function alongLine(operation: AlongOperation, out: Line, args: readonly Line[]): void {
  const [x = out, length = x] = args;
  switch (operation) {
    case 'bought':
      bought(out, x, length);
      break;
    case 'spread':
      spread(out, x, length);
      break;
    case 'returned':
      returned(out, x, length);
      break;
    case 'rises':
      for (let m = 0; m < out.length; m++) out[m] = rise(m === 0 ? 0 : at(x, m - 1), at(x, m));
      break;
    case 'committed':
      commitments(x, length, (m, level) => {
        out[m] = level;
      });
      break;
    case 'renewed':
      commitments(x, length, (m, level, begins) => {
        out[m] = begins ? level : 0;
      });
      break;
    case 'running':
      running(out, x);
      break;
  }
}

function at(line: Line, month: number): number {
  return line[month] as number;
}

/** What has come on top; of a credit, which is less than nothing, what has been credited on top. */
function rise(before: number, now: number): number {
  const paid = Math.max(0, Math.max(0, now) - Math.max(0, before));
  return paid + Math.min(0, Math.min(0, now) - Math.min(0, before));
}

/** Half up, as a length of time is read; NaN where it is none. */
function monthsOf(length: number): number {
  const months = Math.floor(length + 0.5);
  return months >= 1 ? months : Number.NaN;
}

/** How many have to be bought so that as many are alive as are needed: more of them, or in place of those whose life is over. */
function bought(out: Line, need: Line, life: Line): void {
  const ends = new Float64Array(out.length);
  for (let m = 0; m < out.length; m++) {
    let alive = 0;
    for (let k = 0; k < m; k++) if (out[k] !== 0 && !(at(ends, k) <= m)) alive += at(out, k);
    const missing = rise(alive, at(need, m));
    // a life matters only to what is bought
    ends[m] = missing === 0 ? m : m + monthsOf(at(life, m));
    out[m] = Number.isNaN(at(ends, m)) ? Number.NaN : missing;
  }
}

/** Each month's amount in equal parts over the months of its life, its own the first. */
function spread(out: Line, amount: Line, life: Line): void {
  out.fill(0);
  for (let k = 0; k < out.length; k++) {
    if (amount[k] === 0) continue;
    const months = monthsOf(at(life, k));
    const part = at(amount, k) / months;
    const end = Number.isNaN(part) ? out.length : Math.min(out.length, k + months);
    for (let m = k; m < end; m++) out[m] = at(out, m) + part;
  }
}

/** Each month's amount in the month after the last of its life. */
function returned(out: Line, amount: Line, life: Line): void {
  out.fill(0);
  for (let k = 0; k < out.length; k++) {
    if (amount[k] === 0) continue;
    const end = k + monthsOf(at(life, k));
    if (end < out.length) out[end] = at(out, end) + at(amount, k);
    else if (Number.isNaN(end)) out.fill(Number.NaN, k);
  }
}

/** The level to which one is bound: that of the month in which the term began. A term of no months binds to nothing. */
function commitments(
  cost: Line,
  term: Line,
  each: (month: number, level: number, begins: boolean) => void,
): void {
  let ends = 0;
  let level = 0;
  for (let m = 0; m < cost.length; m++) {
    let begins = false;
    // what is unknown may have begun a term at any time since
    if (m >= ends && !Number.isNaN(level)) {
      const months = Math.floor(at(term, m) + 0.5);
      level = months === 0 ? 0 : at(cost, m) + 0 * months;
      begins = level !== 0;
      ends = m + (begins ? months : 1);
    }
    each(m, level, begins || Number.isNaN(level));
  }
}

function running(out: Line, x: Line): void {
  let sum = 0;
  for (let m = 0; m < out.length; m++) {
    sum += at(x, m);
    out[m] = sum;
  }
}
