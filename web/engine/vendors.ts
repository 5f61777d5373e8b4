// The catalog in the browser: what the server's `/api/catalog` sent.

import type { VendorFile, VendorFiles } from '../../src/catalog/types.ts';
import type { Packed } from '../../src/yaml/packed.ts';

/** By vendor id; `packed` is the tree of the text, read when the product was built. */
export type SentVendors = Readonly<Record<string, { readonly text: string; readonly packed?: Packed }>>;

export class SentCatalog implements VendorFiles {
  readonly #vendors: SentVendors;

  constructor(vendors: SentVendors) {
    this.#vendors = vendors;
  }

  vendor(id: string): VendorFile | undefined {
    const sent = Object.hasOwn(this.#vendors, id) ? this.#vendors[id] : undefined;
    if (sent === undefined) return undefined;
    const file = `vendors/${id}.yaml`;
    return sent.packed === undefined
      ? { file, text: sent.text }
      : { file, text: sent.text, packed: sent.packed };
  }

  ids(): readonly string[] {
    return Object.keys(this.#vendors).sort();
  }
}
