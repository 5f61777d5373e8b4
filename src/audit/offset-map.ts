// Offsets of a text that was made from another one: pairs, ascending, of an offset in it and the one that it came from.

/** The offset in the given text. */
export function givenOffset(map: readonly number[], offset: number): number {
  let low = 0;
  let high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 2] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return (map[low * 2 + 1] ?? 0) + (offset - (map[low * 2] ?? 0));
}
