// Numbers between 0 and 1 for tests, the same on every run. A multiplicative generator that has nothing to do with what is tested.

export function randomNumbers(count: number, seed = 1): readonly number[] {
  let state = (seed * 48271) % 2147483647;
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647;
    const high = state;
    state = (state * 48271) % 2147483647;
    return (high + state / 2147483647) / 2147483647;
  });
}
