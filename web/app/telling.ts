// Short messages that pass: what happened, and perhaps a way back.

import { signal } from '@preact/signals';

export interface Told {
  readonly id: number;
  readonly words: string;
  readonly ways: readonly { readonly label: string; readonly run: () => void }[];
}

const shownFor = 9000;
let next = 0;

export const told = signal<readonly Told[]>([]);

export function tell(words: string, ways: Told['ways'] = []): void {
  const id = next++;
  told.value = [...told.peek().slice(-2), { id, words, ways }];
  setTimeout(() => dismiss(id), shownFor);
}

export function dismiss(id: number): void {
  told.value = told.peek().filter((one) => one.id !== id);
}
