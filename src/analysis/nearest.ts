// The nearest of what is found along several inputs: looked for ring by ring around what they are today, so that a search far away
// is made only where nothing is near.

/** Something at so many times what an input is. */
export interface Distant {
  readonly factor: number;
}

/** What is found first beyond a factor and within another, up and down. Only asked where nothing is found short of it. */
export type RingSearch<T extends Distant> = (beyond: number, within: number) => readonly T[];

/** How far an input is moved, as a factor and its inverse. */
export const furthest = 10;

/** Their borders are nobody's round numbers. */
const rings = [1, 1.2113, 1.5347, 2.0391, 3.0617, 5.0873, furthest];

/** In times, up or down; the noise behind the ninth digit puts nothing before anything. */
export function distance({ factor }: Distant): number {
  return Number(Math.abs(Math.log(factor)).toPrecision(9));
}

/** All that are equally near, in the order of the searches. */
export function nearestOf<T extends Distant>(searches: readonly RingSearch<T>[]): readonly T[] {
  for (const [i, reach] of rings.slice(1).entries()) {
    const beyond = rings[i] ?? 1;
    let within = reach;
    let best: readonly T[] = [];
    for (const search of searches) {
      const all = [...best, ...search(beyond, within)];
      const nearest = Math.min(...all.map(distance));
      best = all.filter((found) => distance(found) === nearest);
      // a little more, so that what is as near is found as well
      if (best.length > 0) within = Math.min(reach, Math.exp(nearest) * (1 + 1e-6));
    }
    if (best.length > 0) return best;
  }
  return [];
}
