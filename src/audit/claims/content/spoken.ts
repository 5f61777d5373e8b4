// What a document says in words, line by line, each with the place that it has among the blocks and what leads to it.

import { part } from '../../passage.ts';
import type { Block, Heading, Passage } from '../../types.ts';
import type { FiguresOf } from './grid.ts';
import { type Size, sizesIn, sizesOf } from './sizes.ts';

export interface Spoken {
  readonly passage: Passage;
  readonly kind: 'heading' | 'text' | 'item' | 'code';
  readonly depth: number;
  readonly under: Heading | undefined;
  /** The place among the blocks. */
  readonly at: number;
  /** The short line that a list stands under, or the item that holds it; undefined for none. */
  readonly lead: Passage | undefined;
  /** All that lead to it, the outermost first. */
  readonly path: readonly Passage[];
}

/** Longer than this is no line that leads to others. */
const longestLead = 120;
const longestTail = 70;

export function spokenIn(blocks: readonly Block[]): readonly Spoken[] {
  const spoken: Spoken[] = [];
  /** The last line at each depth. */
  let leads: (Passage | undefined)[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table' || block.kind === 'heading') leads = [];
    if (block.kind === 'table') continue;
    const depth = block.kind === 'code' ? 0 : block.depth;
    for (const passage of block.lines) {
      const path = leads.slice(0, depth).filter((l) => l !== undefined);
      spoken.push({ passage, kind: block.kind, depth, under: block.under, at, lead: path.at(-1), path });
      leads = leads.slice(0, depth);
      leads[depth] = passage.text.length <= longestLead ? passage : undefined;
      // where line breaks were lost, the line that leads to the next ones stands at the end of another
      const tail =
        depth > 0 ? /(?:^|[.!?)]\s)[^.!?()]{3,60}[:：]$/u.exec(passage.text.slice(-longestTail)) : null;
      const from = Math.max(0, passage.text.length - longestTail) + (tail?.index ?? 0);
      if (tail !== null && (from === 0 || tail.index > 0))
        leads[depth - 1] = part(passage, from === 0 ? 0 : from + 1, passage.text.length);
    }
  }
  return spoken;
}

/** The case that a section is about: that of its heading, else the first that it speaks of. */
export function sectionSizes(
  spoken: readonly Spoken[],
  figuresOf: FiguresOf,
): ReadonlyMap<Heading | undefined, readonly Size[]> {
  const found = new Map<Heading | undefined, readonly Size[]>();
  for (const { under, passage, kind } of spoken) {
    if (kind === 'heading' || (found.get(under) ?? []).length > 0) continue;
    const own = found.has(under) ? [] : sizesOf(under, figuresOf);
    found.set(under, own.length > 0 ? own : sizesIn(passage, figuresOf));
  }
  return found;
}
