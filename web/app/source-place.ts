// Where in the source the editor is to look next.

import { signal } from '@preact/signals';
import { goToView } from './location.ts';

/** From 1; undefined where nobody asked for a place. */
export const wantedLine = signal<number | undefined>(undefined);

export function goToSource(line: number): void {
  wantedLine.value = line;
  goToView('source');
}
