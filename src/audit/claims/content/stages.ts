// Cases that have names in place of sizes: `| Option | Alpha | Beta | Scale |`, and what is said under `### Beta` or after `Beta:`.

import type { Heading } from '../../types.ts';
import type { Column } from './grid.ts';
import { measureOf } from './measures.ts';
import type { NamesOf } from './names.ts';
import type { Size } from './sizes.ts';

/** All stages are of one kind, so that two with different names are two cases. */
const nouns = ['stage'];
const longest = 24;

function stage(name: string): Size {
  return { low: 0, high: 0, nouns, name };
}

/** What the headings of columns call their cases, where columns beside each other measure the same. */
export function stagesOf(columns: readonly Column[], names: NamesOf): ReadonlyMap<Column, Size> {
  const named = columns.flatMap((column): [Column, Size][] => {
    const text = column.heading.replace(/\([^()]*\)/g, ' ').trim();
    const isName = text.length <= longest && !/\d/.test(text) && measureOf(text) === undefined;
    const words = isName ? names(text) : [];
    return words.length === 0 || words.length > 2 ? [] : [[column, stage(words.join(' '))]];
  });
  const periods = new Set(named.map(([c]) => `${c.period} ${c.periods}`));
  const [first, ...more] = new Set(named.map(([, s]) => s.name));
  const areCases =
    named.length === columns.length && first !== undefined && more.length === columns.length - 1;
  return new Map(areCases && columns.length > 1 && periods.size === 1 ? named : []);
}

/** The stage that a line begins with (`Beta: …`, `Phase 2: Beta (invited)`), or that a heading above it names. */
export function stageAt(
  lines: readonly (string | undefined)[],
  under: Heading | undefined,
  known: readonly Size[],
  names: NamesOf,
): readonly Size[] {
  if (known.length === 0) return [];
  const heads = lines.map((line) => /^[^(:：–—]{2,40}(?=[(:：–—])/u.exec(line ?? '')?.[0]);
  for (let h = under, depth = 0; h !== undefined && depth < 3; h = h.above, depth++)
    heads.push(h.passage.text);
  for (const head of heads) {
    if (head === undefined) continue;
    const words = names(head);
    const found = known.filter((s) => (s.name ?? '').split(' ').every((w) => words.includes(w)));
    if (found.length > 0) return found.length === 1 ? found : [];
  }
  return [];
}
