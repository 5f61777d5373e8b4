// Collects the blocks of a document in their order, each with the heading that it stands under.

import { passageOf } from '../passage.ts';
import type { Block, Heading, Passage } from '../types.ts';
import { inline } from './inline.ts';
import { tableOf } from './tables.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

export class BlockList {
  readonly blocks: Block[] = [];
  #current: Heading | undefined;

  constructor(under?: Heading) {
    this.#current = under;
  }

  get current(): Heading | undefined {
    return this.#current;
  }

  heading(level: number, passage: Passage): void {
    let above = this.#current;
    while (above !== undefined && above.level >= level) above = above.above;
    this.blocks.push({ kind: 'heading', depth: 0, under: above, passage, lines: [passage] });
    this.#current = { level, passage, above };
  }

  /** A paragraph; lines that form a table become one. */
  text(given: {
    readonly text: string;
    readonly lines: readonly Line[];
    readonly depth: number;
    readonly isItem: boolean;
  }): void {
    const { text, lines, depth, isItem } = given;
    const under = this.#current;
    for (const part of tableOf(text, lines)) {
      if (part.kind === 'table') {
        this.blocks.push({ kind: 'table', under, headerRows: part.headerRows, rows: part.rows });
        continue;
      }
      const first = part.lines[0];
      const last = part.lines.at(-1);
      if (first === undefined || last === undefined) continue;
      const passage = inline(text, first.start, last.end);
      const many = part.lines.length > 1;
      const own = many ? part.lines.map((line) => inline(text, line.start, line.end)) : [passage];
      const item = isItem && first === lines[0];
      this.blocks.push({ kind: item ? 'item' : 'text', depth, under, passage, lines: own });
    }
  }

  /** Lines whose blanks count; box and pipe tables in them are tables. */
  code(text: string, lines: readonly Line[]): void {
    const under = this.#current;
    for (const part of tableOf(text, lines)) {
      if (part.kind === 'table') {
        this.blocks.push({ kind: 'table', under, headerRows: part.headerRows, rows: part.rows });
      } else {
        const own = part.lines.map((line) => passageOf(text, line.start, line.end));
        const indents = own.map((passage, i) => (passage.map[1] ?? 0) - (part.lines[i]?.start ?? 0));
        this.blocks.push({ kind: 'code', under, lines: own, indents });
      }
    }
  }

  table(rows: readonly (readonly Passage[])[], headerRows: number): void {
    this.blocks.push({ kind: 'table', under: this.#current, headerRows, rows });
  }

  passage(passage: Passage, depth: number, isItem: boolean): void {
    const under = this.#current;
    this.blocks.push({ kind: isItem ? 'item' : 'text', depth, under, passage, lines: [passage] });
  }

  adopt(blocks: readonly Block[]): void {
    for (const block of blocks) {
      this.blocks.push(block);
      if (block.kind === 'heading') {
        const above = block.under;
        this.#current = { level: (above?.level ?? 0) + 1, passage: block.passage, above };
      }
    }
  }
}
