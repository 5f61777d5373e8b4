// What a document says in words, line by line, each with the place that it has among the blocks and what leads to it.

import { part } from '../passage.ts';
import type { Block, Heading, Passage } from '../types.ts';

export interface Spoken {
  readonly passage: Passage;
  readonly kind: 'heading' | 'text' | 'item' | 'code';
  readonly depth: number;
  readonly under: Heading | undefined;
  /** The place among the blocks. */
  readonly at: number;
  /** The short line that a list stands under, or the item that holds it; undefined for none. */
  readonly lead: Passage | undefined;
}

/** Longer than this is no line that leads to others. */
const longestLead = 120;

export function spokenIn(blocks: readonly Block[]): readonly Spoken[] {
  const spoken: Spoken[] = [];
  /** The last line at each depth. */
  let leads: (Passage | undefined)[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table' || block.kind === 'heading') leads = [];
    if (block.kind === 'table') continue;
    const depth = block.kind === 'code' ? 0 : block.depth;
    for (const passage of block.lines) {
      const lead = leads.slice(0, depth).findLast((l) => l !== undefined);
      spoken.push({ passage, kind: block.kind, depth, under: block.under, at, lead });
      leads = leads.slice(0, depth);
      leads[depth] = passage.text.length <= longestLead ? passage : undefined;
      // where line breaks were lost, the line that leads to the next ones stands at the end of another
      const tail = /(?:^|[.!?)]\s)([^.!?()]{3,60}[:：])$/u.exec(passage.text);
      if (tail?.[1] !== undefined && depth > 0)
        leads[depth - 1] = part(passage, tail.index, passage.text.length);
    }
  }
  return spoken;
}
