// Where an override holds, in words.

import type { OnPoint } from '../plan/types.ts';

export function onPointsText(when: readonly OnPoint[]): string {
  return when.length === 0 ? 'set by hand' : `at ${when.map((w) => `${w.axis}=${w.point}`).join(', ')}`;
}
