// The whole audit as one pipeline: text -> Document -> Figures -> Claims -> Findings.

import type { Source } from '../diagnostics/source.ts';
import { equationsIn, type Exchange } from './claims/equations.ts';
import { gridOf } from './claims/grid.ts';
import { relationsIn } from './claims/relations.ts';
import { totalsIn } from './claims/totals.ts';
import { readFigures } from './figures/read-figures.ts';
import { readDocument } from './read/document.ts';
import type { Audit, Block, Claim, Document, Figure, Passage } from './types.ts';
import { reported } from './report.ts';

export interface AuditOptions {
  /** Findings below this confidence are kept apart. */
  readonly leastConfidence: number;
}

/** Findings that are at least this likely are shown where nobody asks for more. */
export const usualConfidence = 0.7;

export function audit(source: Source, options: AuditOptions = { leastConfidence: usualConfidence }): Audit {
  const document = readDocument(source);
  return reported(document, claimsIn(document), options.leastConfidence);
}

/** Every passage of a document with its figures, in the order of the text. */
export interface Reading {
  readonly claims: readonly Claim[];
  readonly figures: readonly Figure[];
  readonly conventions: readonly string[];
}

export function claimsIn(document: Document): Reading {
  const claims: Claim[] = [];
  const exchanges: Exchange[] = [];
  const figures: Figure[] = [];
  for (const block of document.blocks) {
    for (const passage of passagesOf(block)) {
      const own = readFigures(passage, document.decimal);
      figures.push(...own);
      const found = equationsIn(passage.text, own);
      claims.push(...found.claims);
      exchanges.push(...found.exchanges);
    }
    if (block.kind === 'table') {
      const grid = gridOf(block, document.decimal);
      claims.push(...totalsIn(grid), ...relationsIn(grid));
    }
  }
  return { claims, figures, conventions: [] };
}

function passagesOf(block: Block): readonly Passage[] {
  switch (block.kind) {
    case 'heading':
      return [block.passage];
    case 'text':
    case 'item':
      return [block.passage];
    case 'code':
      return block.lines;
    case 'table':
      return block.rows.flat();
  }
}
