// The document that is audited. It never leaves the browser: it is kept there, so that it survives a reload, until it is put away.

import { signal } from '@preact/signals';
import { createStore, del, get, set } from 'idb-keyval';
import { decodedDocument } from '../../src/audit/mend/encoding.ts';
import { server } from './server.ts';
import { tell } from './telling.ts';

export interface AuditedDocument {
  readonly file: string;
  readonly text: string;
}

/** null where there is none; undefined until the browser has said. */
export const auditedDocument = signal<AuditedDocument | null | undefined>(undefined);

const store = createStore('outlay-audit', 'documents');
const key = 'document';

/** A written analysis is far below this. */
const largest = 16_000_000;

export async function recallDocument(): Promise<void> {
  if (auditedDocument.peek() !== undefined) return;
  const kept = await get<AuditedDocument>(key, store).catch(() => undefined);
  if (auditedDocument.peek() === undefined) auditedDocument.value = kept ?? null;
}

export function takeDocument(document: AuditedDocument): void {
  auditedDocument.value = document;
  set(key, document, store).catch(() => {
    tell('This browser keeps nothing: the document is gone when the page is loaded again.');
  });
}

/** Of the folder that is served. */
export async function takeFromFolder(path: string): Promise<void> {
  try {
    takeDocument({ file: path, text: (await server.file(path)).text });
  } catch (error) {
    tell(
      `Not read: ${error instanceof Error ? error.message : String(error)}. It can be dropped here instead.`,
    );
  }
}

export function putDocumentAway(): void {
  auditedDocument.value = null;
  del(key, store).catch(() => undefined);
}

export async function takeFile(file: File): Promise<void> {
  if (file.size > largest) {
    tell(`${file.name} is too large for a document.`);
    return;
  }
  takeDocument({ file: file.name, text: decodedDocument(new Uint8Array(await file.arrayBuffer())) });
}
