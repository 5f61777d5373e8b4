// The lines of lists, paragraphs and code, each with its label and its amounts.

import type { Block, Figure, Heading, Passage } from '../../types.ts';
import { kindOf, type RowKind } from './grid.ts';

export interface Entry {
  readonly depth: number;
  readonly passage: Passage;
  readonly figures: readonly Figure[];
  /** What stands in front of the amounts. */
  readonly label: string;
  readonly kind: RowKind;
  readonly under: Heading | undefined;
}

/** Lines of lists, paragraphs and code, in their order; a table or a heading is a gap (undefined). */
export function entriesOf(
  blocks: readonly Block[],
  figuresOf: (passage: Passage) => readonly Figure[],
): readonly (Entry | undefined)[] {
  const entries: (Entry | undefined)[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' || block.kind === 'table') {
      entries.push(undefined);
      continue;
    }
    for (const [line, passage] of block.lines.entries()) {
      const figures = figuresOf(passage).filter((f) => !f.name);
      const depth = block.kind === 'code' ? (block.indents[line] ?? 0) + branchOf(passage.text) : block.depth;
      if (block.kind === 'text' && block.lines.length === 1 && passage.text.length > 300) {
        // a paragraph of prose ends a list
        entries.push(undefined);
        continue;
      }
      entries.push(entryOf(passage, figures, depth, block.under));
    }
  }
  return entries;
}

/** How far the branch of a tree, `├─ `, moves what is said on it to the right. */
function branchOf(text: string): number {
  const mark = /^[│├└┃┣┗╰]/.test(text) ? text.search(/[^\s│├└┃┣┗╰─━]/) : 0;
  return Math.max(0, mark);
}

export function entryOf(
  passage: Passage,
  figures: readonly Figure[],
  depth: number,
  under: Heading | undefined,
): Entry {
  const label = labelOf(passage.text, figures);
  return { depth, passage, figures, label, kind: kindOf(label), under };
}

function labelOf(text: string, figures: readonly Figure[]): string {
  const colon = text.search(/[:：]/);
  const money = figures.find((f) => currencyOf(f) !== '');
  const first = (money ?? figures[0])?.start ?? text.length;
  if (colon !== -1 && colon < first) return text.slice(0, colon).trim();
  return text
    .slice(0, Math.min(first, 80))
    .replace(/[\s.…·_|=-]+$/u, '')
    .trim();
}

export function currencyOf(figure: Figure): string {
  return figure.unit.factors.find((f) => f.atom.kind === 'currency' && f.power === 1)?.atom.name ?? '';
}
