// Exact quantiles of more values than are kept: a first pass counts them by the leading bits of the float64, a second one collects
// the few that share those bits with a wanted rank. Counts from several workers add up in any order.

import { highWord } from '../functions/bits.ts';
import { between, select } from './quantiles.ts';

/** Sign, exponent and 8 bits of the fraction: values in one bucket differ by 0.4 % at most. */
const keyBits = 20;
const unknownKey = (1 << keyBits) - 1;

/** Ascending with the value. */
function keyOf(x: number): number {
  if (Number.isNaN(x)) return unknownKey;
  const high = highWord(x === 0 ? 0 : x);
  return (high < 0 ? ~high : high | 0x80000000) >>> (32 - keyBits);
}

export function noCounts(): Uint32Array {
  return new Uint32Array(1 << keyBits);
}

/** The first pass: adds a chunk of values to the counts. */
export function count(counts: Uint32Array, values: Float64Array): void {
  for (let i = 0; i < values.length; i++) {
    const key = keyOf(values[i] as number);
    counts[key] = (counts[key] as number) + 1;
  }
}

export function merge(counts: Uint32Array, others: Uint32Array): void {
  for (let key = 0; key < counts.length; key++)
    counts[key] = (counts[key] as number) + (others[key] as number);
}

/** Which values the second pass has to collect, and where among them the wanted ones are. */
export interface Wanted {
  /** Ascending keys. */
  readonly keys: readonly number[];
  /** For each key, how many values are smaller than all that it stands for. */
  readonly below: readonly number[];
  /** For each probability, the rank between whose neighbours the quantile lies. */
  readonly ranks: readonly number[];
  readonly unknown: boolean;
}

export function wanted(counts: Uint32Array, probabilities: readonly number[]): Wanted {
  let total = 0;
  for (const n of counts) total += n;
  const ranks = probabilities.map((p) => (total - 1) * p);
  const places = [...new Set(ranks.flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]))].sort(
    (a, b) => a - b,
  );
  const keys: number[] = [];
  const below: number[] = [];
  let sum = 0;
  let next = 0;
  for (let key = 0; key < counts.length && next < places.length; key++) {
    const end = sum + (counts[key] as number);
    if ((places[next] as number) < end) {
      keys.push(key);
      below.push(sum);
      while (next < places.length && (places[next] as number) < end) next++;
    }
    sum = end;
  }
  return { keys, below, ranks, unknown: total === 0 || (counts[unknownKey] as number) > 0 };
}

/** The second pass: those of a chunk that matter, by their key's place in `keys`. */
export function collect({ keys }: Wanted, values: Float64Array): readonly Float64Array[] {
  const places = new Map(keys.map((key, k) => [key, k]));
  const found: number[][] = keys.map(() => []);
  for (const x of values) found[places.get(keyOf(x)) ?? -1]?.push(x);
  return found.map((list) => Float64Array.from(list));
}

/** The quantiles, from what all chunks collected, in whatever order. */
export function quantilesFrom(
  wanted: Wanted,
  collected: readonly (readonly Float64Array[])[],
): readonly number[] {
  if (wanted.unknown) return wanted.ranks.map(() => Number.NaN);
  const buckets = wanted.keys.map((_, k) => joined(collected.map((chunk) => chunk[k] ?? new Float64Array())));
  const valueAt = (place: number): number => {
    const k = wanted.below.findLastIndex((below) => below <= place);
    const bucket = buckets[k] as Float64Array;
    const rank = place - (wanted.below[k] as number);
    select(bucket, rank, 0, bucket.length - 1);
    return bucket[rank] as number;
  };
  return wanted.ranks.map((rank) => {
    const lower = Math.floor(rank);
    return rank === lower ? valueAt(lower) : between(valueAt(lower), valueAt(lower + 1), rank - lower);
  });
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
