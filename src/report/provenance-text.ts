// Where a figure comes from, as cells of a table.

import type { Provenance } from '../catalog/types.ts';
import { type Cell, cell, link, textCell } from './blocks.ts';

/** Source (linked where there is an address), date, confidence. */
export function provenanceCells(p: Provenance | undefined, date = p?.date): readonly [Cell, Cell, Cell] {
  return [sourceCell(p), textCell(date), textCell(p?.confidence)];
}

function sourceCell(p: Provenance | undefined): Cell {
  const { source, url } = p ?? {};
  if (url === undefined) return textCell(source);
  return cell(link(source ?? url, url));
}
