// Where a price comes from. What is said once for a vendor or a product holds for the prices below it.

import { choiceOf, dateOf, type Filled, textOf } from '../yaml/form.ts';
import type { Reading } from './reading.ts';
import { confidences, type Provenance } from './types.ts';

/** Where nothing further up says anything. */
export const noProvenance: Provenance = {
  source: undefined,
  url: undefined,
  date: undefined,
  confidence: 'assumed',
};

/**
 * The provenance of a block. A block that names its own source takes over nothing but the day: another page
 * has another address and another worth.
 */
export function readProvenance(filled: Filled, above: Provenance, reading: Pick<Reading, 'out'>): Provenance {
  const { out } = reading;
  const own = textOf(filled, 'source', out);
  const url = textOf(filled, 'url', out);
  const date = filled.fields.has('date') ? dateOf(filled, 'date', out) : above.date;
  const confidence = choiceOf(filled, 'confidence', confidences, out);
  if (own === undefined) {
    const worth =
      confidence ?? (url !== undefined && above.source === undefined ? 'quoted' : above.confidence);
    return { source: above.source, url: url ?? above.url, date, confidence: worth };
  }
  return { source: own, url, date, confidence: confidence ?? 'quoted' };
}
