// Work whose room may not suffice.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { GridTooLarge } from '../grid/evaluate.ts';

/** A grid that is too large is the person's to make smaller, not a failure of the tool. */
export async function guarded<T>(
  work: () => Promise<T | undefined>,
  out: Diagnostics,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GridTooLarge)) throw error;
    out.error(
      'E601',
      error.message,
      [],
      error.axes[0] === 'samples'
        ? 'fewer samples need less room: `--samples 10000`'
        : `pin an axis to one of its points: \`--at ${error.axes[0] ?? 'axis'}=…\``,
    );
    return undefined;
  }
}
