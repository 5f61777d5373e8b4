// What questions beside the open plan are answered from.

import type { Catalog } from '../../../src/catalog/catalog.ts';
import type { VendorFiles } from '../../../src/catalog/types.ts';

export interface Shelf {
  readonly catalog: Catalog;
  readonly vendors: VendorFiles;
}
