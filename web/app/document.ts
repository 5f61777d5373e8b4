// The plan in hand: its text, what is tried out on top, and every step back. The text is the truth; the file on disk is where
// it was last read from or saved to.

import { batch, computed, signal } from '@preact/signals';
import { exampleId } from './examples.ts';

export interface DocumentState {
  readonly text: string;
  /** Laid over the plan for now: `users` -> `600`. */
  readonly set: Readonly<Record<string, string>>;
}

interface Step {
  readonly before: DocumentState;
  readonly after: DocumentState;
  /** In words, for the menu: `users`. */
  readonly what: string;
  /** Changes with the same key in quick succession are one step, as in typing; those with the same symbol are, however long it takes. */
  readonly key: string | symbol | undefined;
  readonly time: number;
}

/** What was last known of the file. */
export interface DiskState {
  readonly text: string;
  /** null for a file that is not there yet. */
  readonly version: string | null;
}

const mostSteps = 500;
const together = 1200;

const nothing: DocumentState = { text: '', set: {} };

const state = signal<DocumentState>(nothing);
const past = signal<readonly Step[]>([]);
const future = signal<readonly Step[]>([]);

export const disk = signal<DiskState>({ text: '', version: null });
export const path = signal<string | undefined>(undefined);
/** What files made of the plan are called, without their ending: `kec18`. */
export const stem = computed(
  () =>
    (exampleId(path.value) ?? path.value)
      ?.split('/')
      .at(-1)
      ?.replace(/\.ya?ml$/, '') ?? 'plan',
);
export const text = computed(() => state.value.text);
export const tried = computed(() => state.value.set);
export const isDirty = computed(() => path.value !== undefined && state.value.text !== disk.value.text);
export const canUndo = computed(() => past.value.at(-1)?.what);
export const canRedo = computed(() => future.value.at(-1)?.what);

/** Another plan: nothing of the one before can be brought back by undoing. */
export function openDocument(at: string, onDisk: DiskState, now: DocumentState): void {
  // all at once: the new path with the old text would be another plan
  batch(() => {
    path.value = at;
    disk.value = onDisk;
    state.value = now;
    past.value = [];
    future.value = [];
  });
}

export function closeDocument(): void {
  batch(() => {
    path.value = undefined;
    disk.value = { text: '', version: null };
    state.value = nothing;
    past.value = [];
    future.value = [];
  });
}

export function change(next: Partial<DocumentState>, what: string, key?: string | symbol): void {
  const before = state.peek();
  const after = { ...before, ...next };
  if (after.text === before.text && after.set === before.set) return;
  const time = Date.now();
  const last = past.peek().at(-1);
  const joins =
    key !== undefined &&
    last?.key === key &&
    (typeof key === 'symbol' || time - last.time < together) &&
    future.peek().length === 0;
  const step: Step = joins ? { ...last, after, time } : { before, after, what, key, time };
  past.value = [...(joins ? past.peek().slice(0, -1) : past.peek()), step].slice(-mostSteps);
  future.value = [];
  state.value = after;
}

/** `drag`: what is tried out on the way of one drag is one step. */
export function tryOut(name: string, value: string | undefined, drag?: symbol): void {
  const { [name]: _, ...rest } = state.peek().set;
  change({ set: value === undefined ? rest : { ...rest, [name]: value } }, name, drag ?? `set ${name}`);
}

export function undo(): void {
  const last = past.peek().at(-1);
  if (last === undefined) return;
  past.value = past.peek().slice(0, -1);
  future.value = [...future.peek(), last];
  state.value = last.before;
}

export function redo(): void {
  const next = future.peek().at(-1);
  if (next === undefined) return;
  future.value = future.peek().slice(0, -1);
  past.value = [...past.peek(), next];
  state.value = next.after;
}
