// The case that a stretch of a document is about, where it is named by a size: `47 agents`, `10K monthly users`, `1000 个用户`.

import { nounUnit, unitWord } from '../../figures/words.ts';
import type { Figure, Heading, Passage } from '../../types.ts';
import type { FiguresOf } from './grid.ts';

export interface Size {
  readonly low: number;
  readonly high: number;
  /** What is counted; more than one word where adjectives stand before it. */
  readonly nouns: readonly string[];
  /** Of a case that has a name and no size. */
  readonly name?: string;
}

/** Words behind a number that count no case. */
const noCase =
  /^(?:option|scenario|factor|step|way|reason|location|region|core|vcpu|cpu|node|server|instance|replica|shard|cluster|site|and|for|with|of|to|or|in|on|at|the)s?$/u;

export function sizesIn(passage: Passage, figuresOf: FiguresOf): readonly Size[] {
  if (passage.text.length > longest || !/\d/.test(passage.text)) return [];
  return figuresOf(passage).flatMap((figure): Size[] => {
    const { low, high, bound, unit, name } = figure;
    const counts = unit.factors.length === 1 && unit.factors[0]?.atom.kind === 'count';
    if (bound !== 'none' || low <= 0 || (!counts && !(name && isCompound(figure)))) return [];
    const nouns = nounsAt(figure);
    return nouns.length === 0 ? [] : [{ low, high, nouns }];
  });
}

const longest = 300;

/** `47-agent` */
function isCompound({ passage, start, end }: Figure): boolean {
  return /^\d[\d.,]*[kKM]?-\p{L}{3,}$/u.test(passage.text.slice(start, end));
}

function nounsAt({ passage, start }: Figure): readonly string[] {
  const behind = /^[\d.,\s\u00a0]*(?:[kKmMbB](?!\p{L}))?(?:[-–—~]\s*[\d.,]+\s*[kKmMbB]?(?!\p{L}))?/u.exec(
    passage.text.slice(start, start + 60),
  )?.[0];
  if (behind === undefined) return [];
  const clause = passage.text.slice(start + behind.length, start + 60).split(/[^\p{L}\s-]/u)[0] ?? '';
  const words = clause.toLowerCase().match(/\p{L}+/gu) ?? [];
  const nouns: string[] = [];
  for (const word of words.slice(0, 3)) {
    const unit = unitWord(word) ?? nounUnit(word);
    const atom = unit.factors[0]?.atom;
    if (unit.factors.length !== 1 || atom?.kind !== 'count' || noCase.test(word)) break;
    // by its unit, which is one in all languages, and as it is written
    nouns.push(atom.name, word.replace(/(?<=\p{L}{3})s$/u, ''));
  }
  return [...new Set(nouns)];
}

/** The nearest heading that names a size. */
export function sizesOf(under: Heading | undefined, figuresOf: FiguresOf): readonly Size[] {
  for (let h = under, depth = 0; h !== undefined && depth < 5; h = h.above, depth++) {
    const sizes = sizesIn(h.passage, figuresOf);
    if (sizes.length > 0) return sizes;
  }
  return [];
}

/** `same`: one size is named alike; `other`: the same is counted, and differs; `open`: nothing is counted in common. */
export function compareSizes(a: readonly Size[], b: readonly Size[]): 'same' | 'other' | 'open' {
  let result: 'same' | 'open' = 'open';
  for (const size of a) {
    const other = b.find((s) => s.nouns.some((n) => size.nouns.includes(n)));
    if (other === undefined) continue;
    if (other.low !== size.low || other.high !== size.high || other.name !== size.name) return 'other';
    result = 'same';
  }
  return result;
}
