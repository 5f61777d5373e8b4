// Threads are read only where so many samples are asked for that they may be worth starting.

import { shareRunsWith } from '../../numeric/kernels/shared-run.ts';

/** With fewer samples than this no plan is large enough. */
const fewestSamples = 50_000;

let ready = false;

/** From now on large runs of samples are shared among the processors of the machine. */
export async function readyCrew(samples: number): Promise<void> {
  if (ready || samples < fewestSamples) return;
  ready = true;
  const { Threads } = await import('./threads.ts');
  shareRunsWith(new Threads());
}
