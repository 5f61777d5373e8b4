// The catalog as the engine in a browser needs it: every vendor's text, and its tree where the build has read it.

import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { CatalogAnswer } from '../contract.ts';
import { PackagedVendors } from '../vendor-files.ts';

const encodings = ['br', 'gzip'] as const;
export type CatalogEncoding = (typeof encodings)[number];
export const catalogEncodings: readonly CatalogEncoding[] = encodings;

export interface SentCatalog {
  readonly text: string;
  /** With its quotes, as in the header. */
  readonly etag: string;
  readonly compressed: (encoding: CatalogEncoding) => Promise<Uint8Array<ArrayBuffer>>;
}

let last: SentCatalog | undefined;

/** Read anew each time, so that an edited price is seen; compressed once for each state. */
export function sentCatalog(): SentCatalog {
  const text = JSON.stringify(catalogAnswer());
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  if (last?.etag !== etag) last = { text, etag, compressed: compressor(text) };
  return last;
}

function catalogAnswer(): CatalogAnswer {
  const vendors = new PackagedVendors();
  return Object.fromEntries(
    vendors.ids().flatMap((id) => {
      const found = vendors.vendor(id);
      if (found === undefined) return [];
      const { text, packed } = found;
      return [[id, packed === undefined ? { text } : { text, packed }]];
    }),
  );
}

function compressor(text: string): SentCatalog['compressed'] {
  const made = new Map<CatalogEncoding, Promise<Uint8Array<ArrayBuffer>>>();
  return (encoding) => {
    const known = made.get(encoding) ?? compress(text, encoding);
    made.set(encoding, known);
    return known;
  };
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

async function compress(text: string, encoding: CatalogEncoding): Promise<Uint8Array<ArrayBuffer>> {
  return encoding === 'gzip' ? zip(text) : brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
}
