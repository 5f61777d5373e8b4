// Erlang's delay formula: Poisson arrivals, exponential service, nobody gives up.

import { roundDown } from './rounding.ts';

/** Loads above this are nobody's, and would take long to go through. */
export const mostLoad = 1e9;

/** So many roots below the load what a queue does no longer matters: e^-50 of it is left. */
const roots = 10;

/**
 * The probability of having to wait. `servers` is a whole number; with as few as the load, or fewer, the queue grows for ever and
 * everybody waits. By the recurrence of Erlang B, B(n) = aB(n−1) / (n + aB(n−1)), which adds only positive numbers and so keeps
 * its digits; it forgets where it began, so for a large load it begins just below it.
 */
export function erlangC(load: number, servers: number): number {
  if (!(load >= 0) || !(servers >= 0) || load > mostLoad) return Number.NaN;
  if (load === 0) return 0;
  if (servers <= load) return 1;
  const start = Math.max(0, Math.floor(load - roots * Math.sqrt(load) - 1));
  let blocked = start === 0 ? 1 : 1 - start / load;
  // what is smaller than any number is nothing, however many servers more there are
  for (let n = start + 1; n <= servers && blocked > 0; n++) blocked = (load * blocked) / (n + load * blocked);
  const busy = load / servers;
  return blocked / (1 - busy * (1 - blocked));
}

/** With the number of servers taken down to a whole one, as a kernel computes it. */
export function waiting(load: number, servers: number): number {
  return erlangC(load, roundDown(servers));
}
