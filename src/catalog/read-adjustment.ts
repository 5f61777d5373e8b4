// Regions and terms: what they change about a price.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { type Filled, fill, namedEntries, textOf } from '../yaml/form.ts';
import type { Entry } from '../yaml/node.ts';
import { adjustmentForm } from './forms.ts';
import { readProvenance } from './read-provenance.ts';
import { mark, readTariff, readUnknown, tariffKeys } from './read-tariff.ts';
import { checkId, figureOf, moneyOf, type Reading, shareOf, watched } from './reading.ts';
import type { Adjustment, Provenance } from './types.ts';

/** The regions or terms of a block by id, laid over those of the product above it. */
export function readAdjustments(
  filled: Filled,
  key: 'regions' | 'terms',
  above: ReadonlyMap<string, Adjustment>,
  provenance: Provenance,
  reading: Reading,
): ReadonlyMap<string, Adjustment> {
  const found = new Map(above);
  const what = key === 'regions' ? 'a region' : 'a term';
  for (const entry of namedEntries(filled.fields.get(key)?.value, `\`${key}\``, reading.out)) {
    if (!checkId(entry, what, reading.out)) continue;
    const adjustment = readAdjustment(entry, provenance, reading);
    if (adjustment !== undefined) found.set(entry.key, adjustment);
  }
  return found;
}

const changes = ['add', 'times', 'off'] as const;

function readAdjustment(entry: Entry, above: Provenance, reading: Reading): Adjustment | undefined {
  const filled = fill(entry.value, adjustmentForm, reading.out);
  if (filled === undefined) return undefined;
  const { value, failed } = watched(reading, (own) => readChange(entry, filled, above, own));
  return failed ? { ...value, unknown: value.unknown ?? 'it could not be read' } : value;
}

function readChange(entry: Entry, filled: Filled, above: Provenance, reading: Reading): Adjustment {
  const { out } = reading;
  const ways = waysOf(filled);
  checkOneWay(entry, filled, ways, out);
  const own = ways.length === 1 && ways.every((way) => tariffKeys.includes(way) && way !== 'unknown');
  return {
    id: entry.key,
    add: moneyOf(filled, 'add', reading),
    times: shareOf(filled, 'times', reading),
    off: shareOf(filled, 'off', reading),
    commit: figureOf(filled, 'commit', reading),
    upfront: shareOf(filled, 'upfront', reading),
    tariff: own ? readTariff(filled, reading) : undefined,
    unknown: readUnknown(filled, out),
    note: textOf(filled, 'note', out),
    provenance: readProvenance(filled, above, reading),
    span: entry.value.span,
  };
}

/** The ways in which a block changes the price, each by the key that shows it. */
function waysOf(filled: Filled): readonly string[] {
  const ways: string[] = changes.filter((key) => filled.fields.has(key));
  const own = tariffKeys.find((key) => key !== 'unknown' && filled.fields.has(key));
  if (own !== undefined) ways.push(own);
  if (filled.fields.has('unknown')) ways.push('unknown');
  return ways;
}

function checkOneWay(entry: Entry, filled: Filled, ways: readonly string[], out: Diagnostics): void {
  const [first, second] = ways;
  if (first === undefined && !filled.fields.has('commit')) {
    const help = 'give `add`, `times`, `off`, a price of its own, or `unknown` with the reason';
    out.error('E503', 'this changes nothing about the price', [{ span: entry.keySpan, label: '' }], help);
  } else if (first !== undefined && second !== undefined) {
    const marks = [...mark(filled, second, ''), ...mark(filled, first, '')];
    out.error(
      'E503',
      `\`${first}\` and \`${second}\` cannot stand together`,
      marks,
      'a region or a term changes the price in one way',
    );
  }
}
