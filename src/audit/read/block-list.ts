// Collects the blocks of a document in their order, each with the heading that it stands under.

import { joined, part, passageOf } from '../passage.ts';
import type { Block, Heading, Passage } from '../types.ts';
import { inline } from './inline.ts';
import { tableOf } from './tables.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

/** `= $218.50` on a line of its own is what the calculation above comes to. */
const goesOn = /^[=≈]\s*~?(?:\p{L}{0,2}\p{Sc}|\(|\d)/u;
const calculation = /[=×*·÷]|\d\s?[+/−-]\s?[\p{Sc}(]?\d|\d\s?x\s?\d/u;

/** More is no calculation that a person wrote over several lines. */
const longest = 300;

function isContinued(before: Passage, { text }: Passage): boolean {
  return before.text.length <= longest && goesOn.test(text) && calculation.test(before.text);
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
    for (const piece of tableOf(text, lines)) {
      if (piece.kind === 'table') {
        this.blocks.push({ kind: 'table', under, headerRows: piece.headerRows, rows: piece.rows });
        continue;
      }
      const first = piece.lines[0];
      const last = piece.lines.at(-1);
      if (first === undefined || last === undefined) continue;
      const passage = inline(text, first.start, last.end);
      const many = piece.lines.length > 1;
      const own = many ? piece.lines.map((line) => inline(text, line.start, line.end)) : [passage];
      const item = isItem && first === lines[0];
      this.blocks.push({ kind: item ? 'item' : 'text', depth, under, passage, lines: own });
    }
  }

  /** Lines whose blanks count; box and pipe tables in them are tables. */
  code(text: string, lines: readonly Line[]): void {
    const under = this.#current;
    for (const piece of tableOf(text, lines)) {
      if (piece.kind === 'table') {
        this.blocks.push({ kind: 'table', under, headerRows: piece.headerRows, rows: piece.rows });
      } else {
        const own: Passage[] = [];
        const indents: number[] = [];
        for (const line of piece.lines) {
          const passage = passageOf(text, line.start, line.end);
          const before = own.at(-1);
          if (before !== undefined && isContinued(before, passage)) {
            own[own.length - 1] = joined(before, passage);
            continue;
          }
          own.push(passage);
          indents.push(passage.at - line.start);
        }
        this.blocks.push({ kind: 'code', under, lines: own, indents });
      }
    }
  }

  /** Lines whose blanks count, their markup taken out already. */
  preformatted(passage: Passage): void {
    const { text } = passage;
    const lines: Passage[] = [];
    const indents: number[] = [];
    for (let from = 0; from <= text.length; ) {
      const newline = text.indexOf('\n', from);
      const to = newline === -1 ? text.length : newline;
      const line = part(passage, from, to);
      const indent = text.slice(from, to).search(/\S/);
      if (indent !== -1) {
        lines.push(line);
        indents.push(indent);
      }
      from = to + 1;
    }
    if (lines.length > 0) this.blocks.push({ kind: 'code', under: this.#current, lines, indents });
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
