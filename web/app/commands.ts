// Everything that can be done, once: the palette lists it, keys run it, buttons name it.

import { computed, signal } from '@preact/signals';

export interface Command {
  readonly id: string;
  /** `Go to the bill` */
  readonly words: string;
  /** Further words that find it. */
  readonly also?: string;
  /** `Mod+S`, `G B`; Mod is Ctrl, and Command on a Mac. */
  readonly keys?: string;
  readonly run: () => void;
}

const sources = signal<readonly (() => readonly Command[])[]>([]);

/** A source is asked anew whenever what it reads has changed. */
export function offerCommands(source: () => readonly Command[]): () => void {
  sources.value = [...sources.peek(), source];
  return () => {
    sources.value = sources.peek().filter((other) => other !== source);
  };
}

export const commands = computed(() => sources.value.flatMap((source) => source()));

export const isMac = /mac|iphone|ipad/i.test(navigator.platform);

export function keysText(keys: string): string {
  return keys.replace('Mod', isMac ? '⌘' : 'Ctrl').replaceAll('+', isMac ? '' : '+');
}

let begun: { readonly key: string; readonly time: number } | undefined;
const togetherFor = 1000;

/** Runs the command whose keys were pressed. Keys without Mod never work while somebody writes. */
export function onKey(event: KeyboardEvent): void {
  // a key that the editor has used is not meant for the page
  if (event.defaultPrevented) return;
  const mod = isMac ? event.metaKey : event.ctrlKey;
  // what happens inside the editor's shadow tree seems to come from its host
  const writing = isWriting(event.composedPath()[0] ?? null);
  if ((writing && !mod) || event.altKey) return;
  const pressed = keysOf(event, mod);
  const after = begun !== undefined && Date.now() - begun.time < togetherFor ? `${begun.key} ${pressed}` : '';
  const all = commands.peek();
  const command = all.find(({ keys }) => keys === after) ?? all.find(({ keys }) => keys === pressed);
  begun = undefined;
  if (command !== undefined) {
    event.preventDefault();
    command.run();
  } else if (!mod && all.some(({ keys }) => keys?.startsWith(`${pressed} `))) {
    begun = { key: pressed, time: Date.now() };
  }
}

/** As commands write them: a letter is a letter, whatever else is held. */
function keysOf({ key, shiftKey }: KeyboardEvent, mod: boolean): string {
  const named = key.length > 1;
  return `${mod ? 'Mod+' : ''}${shiftKey && (named || mod) ? 'Shift+' : ''}${named ? key : key.toUpperCase()}`;
}

function isWriting(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const writes =
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'range', 'button'].includes(target.type);
  return (
    writes ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable
  );
}
