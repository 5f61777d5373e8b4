// One answer in the format that was asked for.

import type { JsonHead } from '../report/json.ts';
import type { Terminal } from '../report/terminal-paint.ts';
import type { Loaded } from './load.ts';
import { terminalOf, textOf } from './run.ts';

/** How a command writes its answer. Without `csv` it has no such format, which its abilities say. */
export interface Rendering {
  json(head: JsonHead): string;
  csv?(): string;
  markdown(): string;
  table(terminal: Terminal): readonly string[];
}

/** `currency`: in which amounts stand, where it is not the plan's own. */
export async function rendered(
  { plan, vendors, settings, io }: Loaded,
  rendering: Rendering,
  currency = plan.currency,
): Promise<string> {
  if (settings.format === 'json') {
    const { catalogDigest } = await import('../service/catalog-digest.ts');
    return rendering.json({ plan, currency, catalog: catalogDigest(vendors) });
  }
  if (settings.format === 'csv' && rendering.csv !== undefined) return rendering.csv();
  if (settings.format === 'markdown') return rendering.markdown();
  return textOf(rendering.table(terminalOf(settings, io)));
}
