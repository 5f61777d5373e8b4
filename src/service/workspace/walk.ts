// Every folder and file of a workspace that is served, as far as is looked at.

import { opendir } from 'node:fs/promises';
import { join } from 'node:path';
import { isServedFile, isServedName } from './paths.ts';

/** A workspace is a folder with plans, not a home directory: what is beyond this is left alone, and said to be. */
const mostEntries = 20_000;
const deepest = 6;

export interface Walk {
  /** From the root, with `/` between the parts; the root itself is the empty text. */
  readonly folders: readonly string[];
  readonly files: readonly string[];
  /** False where something was left out because there is too much. */
  readonly complete: boolean;
}

/** Breadth first, so that what is near the root is never left out for something deep. Links to folders are not followed. */
export async function walk(root: string, from = ''): Promise<Walk> {
  const folders = [from];
  const files: string[] = [];
  let entries = 0;
  let complete = true;
  for (const folder of folders) {
    for await (const entry of entriesOf(join(root, folder))) {
      entries += 1;
      if (entries > mostEntries) return { folders, files, complete: false };
      if (!isServedName(entry.name)) continue;
      const path = childOf(folder, entry.name);
      if (entry.isDirectory()) {
        if (path.split('/').length < deepest) folders.push(path);
        else complete = false;
      } else if ((entry.isFile() || entry.isSymbolicLink()) && isServedFile(path)) files.push(path);
    }
  }
  return { folders, files, complete };
}

export function childOf(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

/** Nothing where a folder cannot be read, or went away meanwhile. */
async function* entriesOf(folder: string) {
  try {
    yield* await opendir(folder);
  } catch {
    // nobody can see what is in there, so nobody misses it
  }
}
