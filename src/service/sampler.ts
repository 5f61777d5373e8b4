// What draws samples is read only for plans that ask for a probability.

import { asksForChances, drawChancesWith } from '../analysis/chance.ts';
import type { Graph } from '../graph/types.ts';

export async function readySampler(graphs: readonly Graph[]): Promise<void> {
  if (graphs.some(asksForChances))
    drawChancesWith((await import('../analysis/drawn-chances.ts')).drawnChances);
}
