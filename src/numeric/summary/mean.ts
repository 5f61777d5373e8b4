// Sums in one fixed order, so that the same numbers give the same bits however the work was shared out.

/** Cut into blocks of this many; sums of blocks are sums of halves. */
const block = 1024;

/**
 * Blocks of 1,024 from the start, each summed in four interleaved runs; then the sums of neighbouring blocks, of their sums, and so
 * on. The error grows with the logarithm of the length.
 */
export function pairwiseSum(values: Float64Array): number {
  const sums = new Float64Array(Math.ceil(values.length / block));
  for (let k = 0; k < sums.length; k++) sums[k] = blockSum(values, k * block);
  return sumOfSums(sums);
}

/** The sum of one block that starts at `from`; the last one may be shorter. */
export function blockSum(values: Float64Array, from = 0): number {
  const to = Math.min(from + block, values.length);
  let [a, b, c, d] = [0, 0, 0, 0];
  let i = from;
  for (; i + 3 < to; i += 4) {
    a += values[i] as number;
    b += values[i + 1] as number;
    c += values[i + 2] as number;
    d += values[i + 3] as number;
  }
  for (; i < to; i++) a += values[i] as number;
  return a + c + (b + d);
}

/** What `pairwiseSum` makes of the sums of blocks: they may come from different workers. */
export function sumOfSums(sums: Float64Array): number {
  if (sums.length === 0) return 0;
  let level = sums;
  while (level.length > 1) {
    const next = new Float64Array(Math.ceil(level.length / 2));
    for (let k = 0; k < next.length; k++)
      next[k] = (level[2 * k] as number) + (2 * k + 1 < level.length ? (level[2 * k + 1] as number) : 0);
    level = next;
  }
  return level[0] as number;
}

/** The sum of a column that is made block by block, and never there as a whole. */
function pairwiseSumOf(length: number, make: (cells: Float64Array, from: number) => void): number {
  const room = new Float64Array(Math.min(block, length));
  const sums = new Float64Array(Math.ceil(length / block));
  for (let k = 0; k < sums.length; k++) {
    const cells = room.subarray(0, Math.min(block, length - k * block));
    make(cells, k * block);
    sums[k] = blockSum(cells);
  }
  return sumOfSums(sums);
}

/** The sum of the products of two columns, cell by cell, in the same order. */
export function pairwiseProduct(a: Float64Array, b: Float64Array): number {
  return pairwiseSumOf(a.length, (cells, from) => {
    for (let i = 0; i < cells.length; i++) cells[i] = (a[from + i] as number) * (b[from + i] as number);
  });
}

/** How much larger the first is on average. */
export function meanDifference(a: Float64Array, b: Float64Array): number {
  const sum = pairwiseSumOf(a.length, (cells, from) => {
    for (let i = 0; i < cells.length; i++) cells[i] = (a[from + i] as number) - (b[from + i] as number);
  });
  return sum / a.length;
}

export function meanOf(values: Float64Array): number {
  return pairwiseSum(values) / values.length;
}

export interface Moments {
  readonly mean: number;
  /** Of a single draw; its root is the standard deviation. */
  readonly variance: number;
}

export function momentsOf(values: Float64Array): Moments {
  const mean = meanOf(values);
  const squares = pairwiseSumOf(values.length, (cells, from) => {
    for (let i = 0; i < cells.length; i++) {
      const off = (values[from + i] as number) - mean;
      cells[i] = off * off;
    }
  });
  return { mean, variance: squares / (values.length - 1) };
}
