// How reports draw what is uncertain, where nobody says how.

import type { Drawing } from '../grid/sources.ts';

/** Four nets: a report is read, not searched for the last digit. */
export const usualDrawing: Drawing = { samples: 4096, sampling: { seed: 0, independent: false } };
