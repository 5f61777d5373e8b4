// Which figure's explanation is open.

import { signal } from '@preact/signals';

export interface ExplainedQuestion {
  readonly formula: string;
  /** On top of the case that is looked at. */
  readonly at: Readonly<Record<string, string>>;
}

export const explained = signal<ExplainedQuestion | undefined>(undefined);
