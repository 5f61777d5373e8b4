// How inputs and formulas follow time: `growth` and `years`.

import type { Reading } from '../catalog/reading.ts';
import { type Filled, fill, namedEntries } from '../yaml/form.ts';
import type { Entry } from '../yaml/node.ts';
import { growthForm } from './forms/time.ts';
import { formulaAt, formulaOf } from './reading.ts';
import type { FromYear, Growth, Input } from './types.ts';

/** Both are laid over the value that the options leave: what they say of it is what it begins with. */
export function readTime(filled: Filled | undefined, reading: Reading): Pick<Input, 'growth' | 'years'> {
  const growth = filled?.fields.get('growth');
  const years = filled?.fields.get('years');
  return {
    growth: growth === undefined ? undefined : readGrowth(growth, reading),
    years: years === undefined ? [] : readYears(years, reading),
  };
}

function readGrowth(entry: Entry, reading: Reading): Growth | undefined {
  const { keySpan: span } = entry;
  if (entry.value.kind === 'scalar') {
    const rate = formulaAt(entry.value, '`growth`', reading);
    return rate === undefined ? undefined : { kind: 'rate', rate, every: undefined, span };
  }
  const filled = fill(entry.value, growthForm, reading.out);
  if (filled === undefined) return undefined;
  const part = (key: string) => formulaOf(filled, key, reading);
  const keys = [...filled.fields.keys()].sort().join(' ');
  const [rate, every, to, by, limit] = ['rate', 'every', 'to', 'by', 'limit'].map(part);
  if ((keys === 'rate' || keys === 'every rate') && rate !== undefined)
    return { kind: 'rate', rate, every, span };
  if (keys === 'by to' && to !== undefined && by !== undefined) return { kind: 'line', to, by, span };
  if (keys === 'limit rate' && limit !== undefined && rate !== undefined)
    return { kind: 'logistic', limit, rate, span };
  if (!filled.fields.size || reading.out.failed) return undefined;
  const help =
    'it grows by a `rate` (in steps with `every`), in a line `to` a value `by` a time, or towards a `limit` at a `rate`';
  reading.out.error('E104', `these keys say no growth: ${keys}`, [{ span, label: '' }], help);
  return undefined;
}

function readYears(entry: Entry, reading: Reading): readonly FromYear[] {
  return namedEntries(entry.value, '`years`', reading.out)
    .flatMap(({ key, keySpan, value: node }): readonly FromYear[] => {
      if (!/^[1-9][0-9]?$/.test(key)) {
        const help = 'years are counted from 1: `{ 2: 80 agents }`';
        reading.out.error('E104', `\`${key}\` is no year`, [{ span: keySpan, label: '' }], help);
        return [];
      }
      const value = formulaAt(node, `\`${key}\``, reading);
      return value === undefined ? [] : [{ year: Number(key), value, span: keySpan }];
    })
    .sort((a, b) => a.year - b.year);
}
