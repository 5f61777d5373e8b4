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
  const came = new Uint32Array(values.length);
  for (let i = 0; i < came.length; i++) came[i] = i;
  const sorted = sortedBy(high, came);
  if (mended(sorted, low)) return sorted.places;
  const { places } = sortedBy(low, came);
  return sortedBy(
    high.map((_, i) => high[places[i] as number] as number),
    places,
  ).places;
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

interface Sorted {
  /** Ascending. */
  readonly words: Uint32Array;
  readonly places: Uint32Array;
}

/** Words and the places that belong to them, by ascending words; those of equal words stay in their order. */
function sortedBy(words: Uint32Array, places: Uint32Array): Sorted {
  let from: Sorted = { words, places };
  let to = emptyLike(words);
  for (let shift = 0; shift < 32; shift += digitBits) {
    moveByDigit(from, to, startsOf(words, shift), shift);
    // what was given is not written to
    [from, to] = [to, from.words === words ? emptyLike(words) : from];
  }
  return from;
}

function emptyLike({ length }: Uint32Array): Sorted {
  return { words: new Uint32Array(length), places: new Uint32Array(length) };
}

function moveByDigit(from: Sorted, to: Sorted, next: Uint32Array, shift: number): void {
  const { words, places } = from;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as number;
    const digit = (word >>> shift) & (digits - 1);
    const at = next[digit] as number;
    next[digit] = at + 1;
    to.words[at] = word;
    to.places[at] = places[i] as number;
  }
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
function mended({ words, places }: Sorted, low: Uint32Array): boolean {
  let start = 0;
  for (let i = 1; i < words.length; i++) {
    if (words[i] !== words[start]) {
      start = i;
      continue;
    }
    const place = places[i] as number;
    const word = low[place] as number;
    let k = i;
    for (; k > start && (low[places[k - 1] as number] as number) > word; k--)
      places[k] = places[k - 1] as number;
    if (i - k > shortRow) return false;
    places[k] = place;
  }
  return true;
}
