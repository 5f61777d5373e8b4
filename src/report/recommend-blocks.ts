// A recommendation as blocks of a document.

import type { Advice, Scale } from '../analysis/recommend.ts';
import { type Block, heading, list, table as tableBlock } from './blocks.ts';
import type { AdviceWords } from './recommend-words.ts';
import type { Table } from './table.ts';
import { mostInWords, optionsTable, overviewTable } from './table-recommend.ts';

/** `nameOf`: what a case is called. `options`: with a table of the options of each case. */
export function adviceBlocks(
  advice: Advice,
  words: AdviceWords,
  nameOf: (scale: Scale) => string,
  options: boolean,
): readonly Block[] {
  const { scales } = advice;
  const told = scales.length > mostInWords ? [] : scales;
  return [
    ...(scales.length > 1 ? blocksOf(overviewTable(advice, words, nameOf)) : []),
    ...told.flatMap((scale): readonly Block[] => [
      ...(scales.length > 1 ? [heading(nameOf(scale))] : []),
      ...list(words.sentences(scale)),
      ...(options ? blocksOf(optionsTable(advice, scale, words)) : []),
    ]),
  ];
}

function blocksOf({ columns, rows }: Table): readonly Block[] {
  return tableBlock(
    columns,
    rows.map((r) => ({ kind: r.kind, cells: r.cells.map((text) => ({ text })) })),
  );
}
