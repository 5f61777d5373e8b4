// Which prices an answer rests on, in one word. A file of its own, so that only answers that say it load node:crypto.

import { createHash } from 'node:crypto';
import type { PackagedVendors } from './vendor-files.ts';

/** SHA-256 over the vendor files that were read in this run: equal digests mean equal prices. */
export function catalogDigest(vendors: PackagedVendors): string {
  const hash = createHash('sha256');
  for (const { id, text } of vendors.read()) hash.update(`${id}\n${Buffer.byteLength(text)}\n${text}`);
  return `sha256:${hash.digest('hex')}`;
}
