// What was not saved yet, kept in the browser: it survives a reload, a crash of the tab, and a server that is gone.

import { createStore, del, get, set } from 'idb-keyval';

export interface Draft {
  readonly text: string;
  /** What the draft was made from. */
  readonly base: { readonly text: string; readonly version: string | null };
  /** Milliseconds since 1970. */
  readonly time: number;
}

const store = createStore('outlay', 'drafts');

/** A browser that keeps nothing (private windows, full disks) is no reason to stop: the page says so. */
export async function keepDraft(key: string, draft: Draft): Promise<boolean> {
  try {
    await set(key, draft, store);
    return true;
  } catch {
    return false;
  }
}

export async function draftOf(key: string): Promise<Draft | undefined> {
  try {
    return await get<Draft>(key, store);
  } catch {
    return undefined;
  }
}

export async function forgetDraft(key: string): Promise<void> {
  try {
    await del(key, store);
  } catch {
    // then there was none
  }
}
