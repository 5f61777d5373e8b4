// How a report for the terminal is dressed. The colours themselves are the command line's business.

import { type Dress, plain } from '../diagnostics/code-frame.ts';

export interface Paint extends Dress {
  readonly good: (text: string) => string;
}

export const unpainted: Paint = { ...plain, good: (text) => text };

/** Where a report is printed: its colours and how many characters a line has. */
export interface Terminal {
  readonly paint: Paint;
  readonly width: number;
}
