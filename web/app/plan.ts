// The open plan as the engine understands it, and which case of it is looked at.

import { computed, effect, signal } from '@preact/signals';
import type { AskedCase, Opened, Outline, Problem } from '../engine/protocol.ts';
import * as document from './document.ts';
import { engine } from './engine.ts';
import { exampleFile, exampleId } from './examples.ts';
import { adjust, here } from './location.ts';
import { server } from './server.ts';
import { embedded } from './standalone.ts';

const opened = signal<Opened | undefined>(undefined);

/** undefined until a text of this plan could be read. */
export const outline = computed<Outline | undefined>(() => opened.value?.outline);
export const problems = computed<readonly Problem[]>(() => opened.value?.problems ?? []);
/** What is shown is of an earlier text: this one cannot be read. */
export const isStale = computed(() => opened.value !== undefined && !opened.value.ok);
/** Counts the texts that could be read. */
export const revision = computed(() => opened.value?.revision ?? 0);

export const askedCase = computed<AskedCase>(() => ({
  at: here.value.at,
  set: document.tried.value,
  currency: here.value.currency,
}));

/** Files beside the plan, as they were last read; by their path relative to the plan's folder. */
let beside: Record<string, string | null> = {};

export function filesBeside(): Readonly<Record<string, string | null>> {
  return beside;
}

export function forgetFilesBeside(): void {
  beside = {};
  opened.value = undefined;
}

/** Another text is read as soon as the one before was, and only the newest of those that came meanwhile. */
let reading = false;
let again = false;

effect(() => {
  if (document.path.value !== undefined && document.text.value !== undefined) void read();
});

export async function read(): Promise<void> {
  again = true;
  if (reading) return;
  reading = true;
  try {
    while (again) {
      again = false;
      const path = document.path.peek();
      if (path === undefined) break;
      await readOnce(path, document.text.peek());
    }
  } catch {
    // a dead engine is told of elsewhere, and starts again
  } finally {
    reading = false;
  }
}

const mostRounds = 5;

async function readOnce(path: string, text: string): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    const answer = await engine.open({ path, text, files: beside });
    if (answer.wanted.length === 0 || round === mostRounds - 1) {
      if (document.path.peek() === path) opened.value = answer;
      return;
    }
    const found = await Promise.all(
      answer.wanted.map(async (name) => [name, await textBeside(path, name)] as const),
    );
    beside = { ...beside, ...Object.fromEntries(found) };
  }
}

/** Of a file beside the plan at `path`; null where there is none. */
export async function textBeside(path: string, name: string): Promise<string | null> {
  if (embedded !== undefined) return embedded.files[name] ?? null;
  const folder = path.split('/').slice(0, -1).join('/');
  const example = exampleId(path);
  try {
    if (example !== undefined) return (await exampleFile(example, name)).text;
    return (await server.file(folder === '' ? name : `${folder}/${name}`)).text;
  } catch {
    return null;
  }
}

/** A file that the plan was read with has changed on disk. */
export function fileBesideChanged(changed: string): void {
  const path = document.path.peek();
  if (path === undefined) return;
  const folder = path.split('/').slice(0, -1).join('/');
  const name = folder === '' ? changed : changed.slice(folder.length + 1);
  if (!Object.hasOwn(beside, name)) return;
  const { [name]: _, ...rest } = beside;
  beside = rest;
  void read();
}

// what is tried out stands in the address too, so that it can be linked to and is there after a reload
effect(() => {
  const set = document.tried.value;
  if (document.path.peek() === undefined || sameRecord(set, here.peek().set)) return;
  adjust({ set });
});
effect(() => {
  const { set } = here.value;
  if (document.path.peek() === undefined || sameRecord(set, document.tried.peek())) return;
  document.change({ set }, 'what is tried out');
});

function sameRecord(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
