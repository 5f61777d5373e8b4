// A document as it is shown with its figures marked: blocks as a person reads them, each text in pieces, as plain data. The
// annotated copy in HTML and the page are both written from it.

import { offsetIn } from '../audit/passage.ts';
import {
  type Audit,
  type Block,
  type Figure,
  type FigureState,
  figureStates,
  type Passage,
} from '../audit/types.ts';

/** A stretch of text, or a figure with how it came out. */
export type Piece = string | MarkedPiece;

export interface MarkedPiece {
  readonly text: string;
  readonly state: FigureState;
  /** Which finding is about it, from 1; only at the first place where it stands. */
  readonly finding?: number;
}

export type AnnotatedText = readonly Piece[];

export type AnnotatedBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: AnnotatedText }
  | { readonly kind: 'text' | 'item'; readonly depth: number; readonly text: AnnotatedText }
  | { readonly kind: 'code'; readonly lines: readonly AnnotatedText[] }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly AnnotatedText[])[];
      readonly body: readonly (readonly AnnotatedText[])[];
      /** Rows that were left out. */
      readonly more: number;
    };

/** Longer documents are cut: a browser shows no table of a hundred thousand rows. */
const mostBlocks = 20_000;
const mostRows = 2000;

export function annotated(audit: Audit): readonly AnnotatedBlock[] {
  const annotator = new Annotator(audit);
  return audit.document.blocks.slice(0, mostBlocks).map((block) => annotator.block(block));
}

/** The whole in a few words. */
export function verdictText(count: number): string {
  if (count === 0) return 'No figure was found wrong';
  return count === 1 ? 'One figure does not follow' : `${count} figures do not follow`;
}

interface Mark {
  readonly figure: Figure;
  readonly state: FigureState;
}

class Annotator {
  readonly #marks = new Map<Passage, Mark[]>();
  /** By where the figure stands in the source. */
  readonly #findings: ReadonlyMap<number, number>;
  readonly #toSource: (offset: number) => number;
  readonly #anchored = new Set<number>();

  constructor({ document, figures, states, findings }: Audit) {
    this.#toSource = document.toSource;
    this.#findings = new Map(findings.map((f, i) => [f.place.start, i + 1]));
    for (const [i, figure] of figures.entries()) {
      if (figure.name) continue;
      const mark: Mark = { figure, state: figureStates[states[i] ?? 0] ?? 'unchecked' };
      const list = this.#marks.get(figure.passage);
      if (list === undefined) this.#marks.set(figure.passage, [mark]);
      else list.push(mark);
    }
  }

  block(block: Block): AnnotatedBlock {
    switch (block.kind) {
      case 'heading':
        return { kind: 'heading', level: levelOf(block), text: this.#text(block.passage) };
      case 'item':
      case 'text':
        return { kind: block.kind, depth: block.depth, text: this.#text(block.passage) };
      case 'code':
        return { kind: 'code', lines: block.lines.map((line) => this.#text(line)) };
      case 'table': {
        const { rows, headerRows } = block;
        const row = (cells: readonly Passage[]): readonly AnnotatedText[] => cells.map((c) => this.#text(c));
        return {
          kind: 'table',
          head: rows.slice(0, headerRows).map(row),
          body: rows.slice(headerRows, mostRows).map(row),
          more: Math.max(0, rows.length - mostRows),
        };
      }
    }
  }

  #text(passage: Passage): AnnotatedText {
    const pieces: Piece[] = [];
    let at = 0;
    for (const { figure, state } of this.#marks.get(passage) ?? []) {
      if (figure.start < at) continue;
      if (figure.start > at) pieces.push(passage.text.slice(at, figure.start));
      pieces.push(this.#mark(figure, state));
      at = figure.end;
    }
    if (at < passage.text.length) pieces.push(passage.text.slice(at));
    return pieces;
  }

  #mark(figure: Figure, state: FigureState): MarkedPiece {
    const text = figure.passage.text.slice(figure.start, figure.end);
    const finding = this.#findings.get(this.#toSource(offsetIn(figure.passage, figure.start)));
    if (finding === undefined || this.#anchored.has(finding)) return { text, state };
    this.#anchored.add(finding);
    return { text, state: 'wrong', finding };
  }
}

/** 1 for a heading that stands under none. */
function levelOf(block: Block): number {
  let level = 1;
  for (let above = block.under; above !== undefined && level < 6; above = above.above) level += 1;
  return level;
}
