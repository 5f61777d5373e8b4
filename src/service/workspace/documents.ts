// Which files of a workspace are documents that can be audited.

import { stat } from 'node:fs/promises';
import type { DocumentEntry } from '../contract.ts';
import { Problem } from '../problem.ts';
import { placeOf } from './paths.ts';
import type { Walk } from './walk.ts';

const document = /\.(md|markdown|html?|txt)$/i;
const mostDocuments = 500;

export interface Documents {
  readonly documents: readonly DocumentEntry[];
  readonly complete: boolean;
}

/** In the order of their paths. */
export async function documentsOf(root: string, { files, complete }: Walk): Promise<Documents> {
  const candidates = files.filter((path) => document.test(path)).sort();
  const documents: DocumentEntry[] = [];
  for (const path of candidates.slice(0, mostDocuments)) {
    const entry = await entryOf(root, path);
    if (entry !== undefined) documents.push(entry);
  }
  return { documents, complete: complete && candidates.length <= mostDocuments };
}

/** undefined for what cannot be read. */
async function entryOf(root: string, path: string): Promise<DocumentEntry | undefined> {
  try {
    const found = await stat(placeOf(root, path).full);
    return found.isFile() ? { path, bytes: found.size, modified: found.mtime.toISOString() } : undefined;
  } catch (error) {
    // somebody may take a file away while its neighbours are looked at
    if (error instanceof Problem || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}
