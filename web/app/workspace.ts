// The folder that is served: its plans, opening one of them, saving it, and what happens when a file changes meanwhile.

import { computed, effect, signal } from '@preact/signals';
import { type Merged, merge, resolve, type Side } from '../../src/editing/merge.ts';
import type { WorkspaceAnswer } from '../../src/service/contract.ts';
import { listen } from './changes.ts';
import * as document from './document.ts';
import { draftOf, forgetDraft, keepDraft } from './drafts.ts';
import { engine } from './engine.ts';
import { exampleFile, exampleId } from './examples.ts';
import { adjust, here } from './location.ts';
import { fileBesideChanged, filesBeside, forgetFilesBeside } from './plan.ts';
import { type Conflict, ServerError, server } from './server.ts';
import { embedded } from './standalone.ts';
import { tell } from './telling.ts';

export const workspace = signal<WorkspaceAnswer | undefined>(undefined);
/** Why there is no workspace or no plan, where that is so. */
export const failure = signal<{ readonly message: string; readonly help: string } | undefined>(undefined);
export const isConnected = signal(true);
export const isSaving = signal(false);
/** The browser keeps no drafts: what is not saved is lost when the tab closes. */
export const keepsDrafts = signal(true);

/** Both the file and what was written here have moved on, and touch the same lines: to be settled by the person. */
export interface Clash {
  readonly theirs: document.DiskState;
  readonly merged: Extract<Merged, { readonly ok: false }>;
}

export const clash = signal<Clash | undefined>(undefined);

export const isWritable = computed(() => embedded === undefined && workspace.value?.writable === true);

export async function start(): Promise<void> {
  if (embedded !== undefined) {
    await engine.catalog(embedded.vendors);
    const { path, text } = embedded;
    document.openDocument(path, { text, version: null }, { text, set: here.peek().set });
    return;
  }
  try {
    const [found, vendors] = await Promise.all([server.workspace(), server.catalog()]);
    await engine.catalog(vendors);
    workspace.value = found;
    const { view, plan } = here.peek();
    if (found.open !== undefined && view === 'start' && plan === undefined)
      adjust({ view: 'overview', plan: found.open });
  } catch (error) {
    fail(error);
    return;
  }
  listen((heard) => {
    if (heard.kind === 'connected') isConnected.value = heard.yes;
    else if (heard.kind === 'file') void changedOnDisk(heard.path);
    else void catchUp();
  });
  effect(() => {
    const { plan } = here.value;
    // what went wrong with one plan says nothing of the others
    if (plan === undefined) failure.value = undefined;
    if (plan === document.path.peek()) return;
    if (plan === undefined) document.closeDocument();
    else void openPlan(plan);
  });
}

export async function refreshWorkspace(): Promise<void> {
  workspace.value = await server.workspace();
}

async function openPlan(path: string): Promise<void> {
  failure.value = undefined;
  clash.value = undefined;
  forgetFilesBeside();
  try {
    const example = exampleId(path);
    const file = example === undefined ? await server.file(path) : await exampleFile(example);
    if (here.peek().plan !== path) return;
    const draft = await draftOf(draftKey(path));
    const { set } = here.peek();
    if (draft === undefined || draft.text === file.text) {
      document.openDocument(path, file, { text: file.text, set });
      return;
    }
    document.openDocument(path, draft.base, { text: draft.text, set });
    tell('What you had not saved is here again.', [
      {
        label: 'Discard it',
        run: () => document.change({ text: document.disk.peek().text }, 'discarded changes'),
      },
    ]);
    if (draft.base.version !== file.version) meet({ text: file.text, version: file.version });
  } catch (error) {
    document.closeDocument();
    fail(error);
  }
}

function fail(error: unknown): void {
  const { message, help } =
    error instanceof ServerError
      ? error
      : { message: error instanceof Error ? error.message : String(error), help: '' };
  failure.value = { message, help };
}

export async function save(): Promise<void> {
  const path = document.path.peek();
  if (path === undefined || isSaving.peek()) return;
  if (embedded !== undefined || exampleId(path) !== undefined) return;
  isSaving.value = true;
  const text = document.text.peek();
  try {
    const saved = await server.save(path, text, document.disk.peek().version);
    if (saved.ok) {
      document.disk.value = { text, version: saved.version };
      await forgetDraft(draftKey(path));
    } else if (saved.conflict.text === text) {
      document.disk.value = { text, version: saved.conflict.version };
    } else meet(saved.conflict);
  } catch (error) {
    const { message, help } = error instanceof ServerError ? error : { message: String(error), help: '' };
    tell(`Not saved: ${message}.${help === '' ? '' : ` ${help}.`}`);
  } finally {
    isSaving.value = false;
  }
}

async function changedOnDisk(path: string): Promise<void> {
  if (path !== document.path.peek()) {
    fileBesideChanged(path);
    return;
  }
  try {
    const file = await server.file(path);
    if (file.version !== document.disk.peek().version) meet({ text: file.text, version: file.version });
  } catch (error) {
    if (error instanceof ServerError && error.status === 404) meet({ text: null, version: null });
  }
}

/** After a time in which nobody told of changes. */
async function catchUp(): Promise<void> {
  const path = document.path.peek();
  if (path !== undefined && exampleId(path) === undefined) {
    await changedOnDisk(path);
    const folder = path.split('/').slice(0, -1);
    for (const name of Object.keys(filesBeside())) fileBesideChanged([...folder, name].join('/'));
  }
  // a server that has gone again says so elsewhere
  await refreshWorkspace().catch(() => undefined);
}

/** The file has become another: taken over where nothing was written here, brought together where that can be done, else asked about. */
function meet(found: Conflict): void {
  if (found.text === null) {
    document.disk.value = { text: '', version: null };
    tell('The file is gone from the disk. Saving writes it again.');
    return;
  }
  const theirs = { text: found.text, version: found.version };
  const mine = document.text.peek();
  const merged = merge(document.disk.peek().text, mine, theirs.text);
  if (!merged.ok) {
    clash.value = { theirs, merged };
    return;
  }
  const wasDirty = document.isDirty.peek();
  document.disk.value = theirs;
  if (merged.text === mine) return;
  document.change({ text: merged.text }, 'the file on disk');
  const words = wasDirty
    ? 'The file changed on disk; what you wrote is in it.'
    : 'The file changed on disk; this is how it is now.';
  tell(words, [{ label: 'Undo', run: document.undo }]);
}

/** The text with each clash decided; nothing is saved by that. */
export function settle(choices: readonly Side[]): void {
  const open = clash.peek();
  if (open === undefined) return;
  document.disk.value = open.theirs;
  document.change({ text: resolve(open.merged, choices) }, 'the file on disk');
  clash.value = undefined;
}

function draftKey(path: string): string {
  return `${workspace.peek()?.name ?? ''}/${path}`;
}

const restBeforeKeeping = 250;
let timer: ReturnType<typeof setTimeout> | undefined;

effect(() => {
  const [path, text, base] = [document.path.value, document.text.value, document.disk.value];
  if (path === undefined || embedded !== undefined) return;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const key = draftKey(path);
    if (text === base.text) void forgetDraft(key);
    else
      void keepDraft(key, { text, base, time: Date.now() }).then((kept) => {
        keepsDrafts.value = kept;
      });
  }, restBeforeKeeping);
});

window.addEventListener('beforeunload', (event) => {
  // a saved file has nowhere to keep one
  if (document.isDirty.peek() && (embedded !== undefined || !keepsDrafts.peek())) event.preventDefault();
});
