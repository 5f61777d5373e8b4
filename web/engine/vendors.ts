// The catalog in the browser: what the server's `/api/catalog` sent.

import type { VendorFile, VendorFiles } from '../../src/catalog/types.ts';
import type { CatalogAnswer } from '../../src/service/contract.ts';

export class SentCatalog implements VendorFiles {
  readonly #vendors: CatalogAnswer;

  constructor(vendors: CatalogAnswer) {
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
