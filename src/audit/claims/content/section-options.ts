// Options that have a section each, `### Cirrus` … `Total: $500/month` beside `### Nimbus` … `Total: $120/month`: what is said of one
// against the other elsewhere is held against their totals, and what is said of a part of them against the rows of that name.

import { pushTo } from '../../lists.ts';
import type { Heading } from '../../types.ts';
import type { Comparison, Option } from './comparisons.ts';
import type { Fact } from './facts.ts';
import type { FiguresOf } from './grid.ts';
import { isPart, type NamesOf } from './names.ts';
import { compareSizes, sizesOf } from './sizes.ts';
import { withoutNumber } from './titles.ts';

/** The same part of several options, or, without words, the whole of them. */
export interface PartComparison {
  readonly part: readonly string[];
  readonly comparison: Comparison;
}

const mostOptions = 40;
const mostDepth = 5;
const mostFacts = 20_000;
/** What is said anywhere is held against each of them. */
const mostComparisons = 300;
/** A longer label is a sentence. */
const mostWords = 4;

export function sectionOptionsIn(
  facts: readonly Fact[],
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly PartComparison[] {
  if (facts.length > mostFacts) return [];
  const groups = new Map<string, Group>();
  const parents = new Map<unknown, number>();
  for (const fact of facts) {
    const part = partOf(fact, names);
    if (part === undefined || fact.figure.bound !== 'none') continue;
    const key = [fact.currency, fact.period, fact.periods, ...part].join(' ');
    for (let h = fact.under, depth = 0; h !== undefined && depth < mostDepth; h = h.above, depth++) {
      const above = h.above?.passage;
      const parent = parents.get(above) ?? parents.size;
      parents.set(above, parent);
      const group = groups.get(`${parent} ${key}`) ?? { part, sections: new Map<Heading, Fact[]>() };
      groups.set(`${parent} ${key}`, group);
      pushTo(group.sections, h, fact);
    }
  }
  return [...groups.values()]
    .flatMap((group) => comparisonOf(group, names, figuresOf) ?? [])
    .slice(0, mostComparisons);
}

interface Group {
  readonly part: readonly string[];
  readonly sections: Map<Heading, Fact[]>;
}

/** The words for a row, none for a total of everything; undefined for other sums. */
function partOf({ kind, label, words, under }: Fact, names: NamesOf): readonly string[] | undefined {
  // `Total Cirrus` under `Cirrus` is of everything, too
  if (kind === 'total') return isPart(words, names(under?.passage.text ?? '')) ? [] : undefined;
  if (kind !== 'plain') return undefined;
  const part = names(label.replace(/\([^()]*\)/g, ' '));
  return part.length > 0 && part.length <= mostWords ? part : undefined;
}

function comparisonOf(
  { part, sections }: Group,
  names: NamesOf,
  figuresOf: FiguresOf,
): PartComparison | undefined {
  if (sections.size < 2 || sections.size > mostOptions) return undefined;
  const options = [...sections].flatMap(([heading, own]) => optionOf(heading, own, names));
  const [heading] = sections.keys();
  const all = [...sections.values()].map((own) => own[0]).filter((f) => f !== undefined);
  const [fact] = all;
  if (fact === undefined || heading === undefined) return undefined;
  // a whole that only some of the sections have is no comparison of them
  if (options.length < (part.length === 0 ? sections.size : 2)) return undefined;
  if (new Set(options.map((o) => o.words.join(' '))).size < options.length) return undefined;
  const sizes = sizesOf(fact.under, figuresOf);
  if (all.some((f) => compareSizes(sizesOf(f.under, figuresOf), sizes) === 'other')) return undefined;
  const comparison: Comparison = {
    options,
    measure: fact.period === '' ? '' : `${fact.period} ${fact.periods}`,
    currency: fact.currency,
    sizes,
    isOnlyCost: true,
    table: -1,
    under: heading.above,
  };
  return { part, comparison };
}

/** A section that says one amount of it. */
function optionOf(heading: Heading, own: readonly Fact[], names: NamesOf): readonly Option[] {
  const [first] = own;
  const label = withoutNumber(heading).trim();
  const words = names(label);
  if (first === undefined || !words.some((w) => /^\P{N}/u.test(w))) return [];
  return own.every((f) => f.figure.high === first.figure.high && f.figure.low === first.figure.low)
    ? [{ label, words, figure: first.figure }]
    : [];
}
