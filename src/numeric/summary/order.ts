// The order of values without comparing them: the bits of a number, read as a whole number that ascends as the number does, are sorted
// digit by digit from the last one on. Equal values stay in the order in which they came. The upper half of the bits tells nearly all
// values apart, and the lower one is sorted only where it does not.

/** A word of 32 bits has three digits. */
const digitBits = 11;
const digits = 1 << digitBits;
/** Longer rows of values whose upper halves are equal are not mended one by one. */
const shortRow = 16;

/** The places of the values in ascending order, of equal ones the first first; both zeros are one. There is no unknown among them. */
export function orderOf(values: Float64Array): Uint32Array {
  const { low, high } = wordsOf(values);
  const came = Uint32Array.from(low.keys());
  const order = orderBy(high, came);
  return mended(order, low, high) ? order : orderBy(high, orderBy(low, came));
}

interface Words {
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

function wordsOf(values: Float64Array): Words {
  const low = new Uint32Array(values.length);
  const high = new Uint32Array(values.length);
  const number = new Float64Array(1);
  // the lower word comes first, on every platform that runs JavaScript
  const bits = new Uint32Array(number.buffer);
  for (let i = 0; i < values.length; i++) {
    // zero below zero is zero
    number[0] = (values[i] as number) + 0;
    const l = bits[0] as number;
    const h = bits[1] as number;
    // where the sign is set, larger bits are smaller numbers
    const flip = h >> 31;
    low[i] = l ^ flip;
    high[i] = h ^ (flip | 0x80000000);
  }
  return { low, high };
}

/** `places` by ascending words; those of equal words stay in their order. */
function orderBy(words: Uint32Array, places: Uint32Array): Uint32Array {
  let from: Uint32Array = places;
  let to: Uint32Array = new Uint32Array(places.length);
  for (let shift = 0; shift < 32; shift += digitBits) {
    const next = startsOf(words, shift);
    for (let i = 0; i < from.length; i++) {
      const place = from[i] as number;
      const digit = ((words[place] as number) >>> shift) & (digits - 1);
      to[next[digit] as number] = place;
      next[digit] = (next[digit] as number) + 1;
    }
    // what was given is not written to
    [from, to] = [to, from === places ? new Uint32Array(places.length) : from];
  }
  return from;
}

/** Where the words of each digit begin. */
function startsOf(words: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(digits + 1);
  for (let i = 0; i < words.length; i++) {
    const after = (((words[i] as number) >>> shift) & (digits - 1)) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let digit = 1; digit <= digits; digit++)
    starts[digit] = (starts[digit] as number) + (starts[digit - 1] as number);
  return starts;
}

/** Puts rows of equal upper words into the order of their lower ones; false where a row is too long for that. */
function mended(order: Uint32Array, low: Uint32Array, high: Uint32Array): boolean {
  let start = 0;
  for (let i = 1; i < order.length; i++) {
    const place = order[i] as number;
    if (high[place] !== high[order[start] as number]) {
      start = i;
      continue;
    }
    const word = low[place] as number;
    let k = i;
    for (; k > start && (low[order[k - 1] as number] as number) > word; k--)
      order[k] = order[k - 1] as number;
    if (i - k > shortRow) return false;
    order[k] = place;
  }
  return true;
}
