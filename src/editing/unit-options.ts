// Words for what a number counts: those of the plan, its currencies, and the built-in ones.

import { currencyCodes } from '../quantity/currency.ts';
import { pluralOf, UnitTable } from '../quantity/unit-table.ts';
import { type Suggestion, suggestion, type Writing } from './writing.ts';

export function unitOptions({ names, text, entries }: Writing): readonly Suggestion[] {
  const own = names.units.flatMap((unit) => [
    suggestion(pluralOf(unit), 'unit', 'of this plan'),
    suggestion(unit, 'unit', 'of this plan'),
  ]);
  const currency = entries.find(({ path }) => path.length === 1 && path[0] === 'currency');
  const first = currency === undefined ? '' : text.slice(currency.valueStart, currency.valueEnd);
  const codes = currencyCodes().filter((code) => code !== first);
  return [
    ...own,
    ...(currencyCodes().includes(first) ? [suggestion(first, 'currency', 'of this plan')] : []),
    ...[...UnitTable.builtin.words()].map((word) => suggestion(word, 'unit', kindOf(word))),
    ...codes.map((code) => suggestion(code, 'currency')),
  ];
}

/** What a unit measures, in a word. */
function kindOf(word: string): string {
  const factors = UnitTable.builtin.lookup(word)?.factors ?? [];
  const kind = factors.length === 1 ? factors[0]?.atom.kind : undefined;
  return kind === 'count' || kind === undefined ? '' : kind;
}
