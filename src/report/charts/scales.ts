// When a scale is logarithmic, and what stands on it.

/** Two decades, and nothing that has no logarithm. */
const mostLinear = 100;

export function isLogarithmic(values: readonly number[]): boolean {
  const least = Math.min(...values);
  return values.length > 0 && least > 0 && Math.max(...values) / least >= mostLinear;
}

/** A little more than from the least to the most. */
export function logDomain(values: readonly number[]): [number, number] {
  return [Math.min(...values) / 1.15, Math.max(...values) * 1.15];
}

/** 1, 10, 100 …; with 2 and 5 between them where that is not too many. */
export function logTicks([low, high]: readonly [number, number]): readonly number[] {
  const first = Math.floor(Math.log10(low));
  const decades = Math.ceil(Math.log10(high)) - first;
  const steps = Math.log10(high / low) <= 3 ? [1, 2, 5] : [1];
  const every = decades > 8 ? 2 : 1;
  const ticks: number[] = [];
  for (let power = first; power <= first + decades; power += every) {
    for (const step of steps) ticks.push(Number(`${step}e${power}`));
  }
  return ticks.filter((tick) => tick >= low && tick <= high);
}
