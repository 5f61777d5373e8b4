// Tables as people type them, from lines: with pipes (with or without a rule under the heading), with box characters, with
// columns held apart by tabs or blanks. What is no table stays lines.

import { append } from '../lists.ts';
import { passageOf } from '../passage.ts';
import type { Passage } from '../types.ts';
import { inline } from './inline.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

export type Part =
  | {
      readonly kind: 'table';
      readonly headerRows: number;
      readonly rows: readonly (readonly Passage[])[];
    }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] };

/** The lines in stretches that are a table and stretches that are none. */
export function tableOf(text: string, lines: readonly Line[]): readonly Part[] {
  if (lines.length < 2) return [{ kind: 'lines', lines }];
  const parts: Part[] = [];
  let plain: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = runEnd(text, lines, at);
    const table = end - at >= 2 ? read(text, lines.slice(at, end)) : undefined;
    if (table === undefined) {
      const upTo = Math.max(end, at + 1);
      append(plain, lines.slice(at, upTo));
      at = upTo;
      continue;
    }
    if (plain.length > 0) parts.push({ kind: 'lines', lines: plain });
    plain = [];
    parts.push(table);
    at = end;
  }
  if (plain.length > 0) parts.push({ kind: 'lines', lines: plain });
  return parts;
}

type Style = 'pipes' | 'tabs' | 'columns' | 'none';

/** How far lines of the same style go. */
function runEnd(text: string, lines: readonly Line[], from: number): number {
  const style = styleOf(text, lines[from]);
  if (style === 'none') return from + 1;
  let at = from + 1;
  while (at < lines.length) {
    const next = styleOf(text, lines[at]);
    // a rule under a heading belongs to every style
    if (next !== style && !(style === 'columns' && isRule(text, lines[at]))) break;
    at += 1;
  }
  return at;
}

function styleOf(text: string, line: Line | undefined): Style {
  if (line === undefined) return 'none';
  const body = text.slice(line.start, line.end);
  if (/^\s*[│║┃|]/.test(body) && /[│║┃|]\s*$/.test(body) && body.trim().length > 1) return 'pipes';
  if (/^\s*[┌├└╔╠╚┏┣┗+][─═━┬┼┴╦╬╩┳╋┻\-=+]+[┐┤┘╗╣╝┓┫┛+]\s*$/.test(body)) return 'pipes';
  if (/^[\s:|+-]*\|[\s:|+-]*$/.test(body) && body.includes('-')) return 'pipes';
  const pipes = countOf(body, '|') + countOf(body, '│');
  if (pipes >= 1 && /\S\s*[|│]\s*\S/.test(body) && !body.includes('||')) return 'pipes';
  if (/\S\t+\S/.test(body)) return 'tabs';
  if (/\S {2,}\S/.test(body)) return 'columns';
  return 'none';
}

function countOf(text: string, char: string): number {
  let count = 0;
  for (let at = text.indexOf(char); at !== -1; at = text.indexOf(char, at + 1)) count += 1;
  return count;
}

function isRule(text: string, line: Line | undefined): boolean {
  return line !== undefined && /^[\s\-=─═_+|:]*$/.test(text.slice(line.start, line.end));
}

function read(text: string, lines: readonly Line[]): Part | undefined {
  const style = styleOf(text, lines[0]);
  if (style === 'pipes') return pipeTable(text, lines);
  if (style === 'tabs') return cellTable(text, lines, /\t+/g);
  return cellTable(text, lines, /(?: {2,}|\t)\s*/g);
}

function pipeTable(text: string, lines: readonly Line[]): Part | undefined {
  const rows: Passage[][] = [];
  let ruleAfter = 0;
  for (const line of lines) {
    if (isBoxRule(text, line)) {
      if (ruleAfter === 0) ruleAfter = rows.length;
      continue;
    }
    rows.push(pipeCells(text, line));
  }
  const width = Math.max(...rows.slice(0, 50).map((r) => r.length), 0);
  // one pipe in two lines of prose is no table
  if (rows.length === 0 || width < 2 || (ruleAfter === 0 && rows.length < 3)) return undefined;
  const headerRows = ruleAfter > 0 && ruleAfter <= 2 ? ruleAfter : headerByText(rows);
  return { kind: 'table', headerRows, rows };
}

function isBoxRule(text: string, line: Line): boolean {
  return /^[\s|:+\-=─═━┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛│║┃]+$/.test(text.slice(line.start, line.end));
}

/** The cells between pipes; a pipe in code or behind a backslash is text. */
function pipeCells(text: string, line: Line): Passage[] {
  const cells: Passage[] = [];
  let from = line.start;
  let to = line.end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  if (isPipe(text.charAt(from))) from += 1;
  if (to > from && isPipe(text.charAt(to - 1)) && text[to - 2] !== '\\') to -= 1;
  let cell = from;
  let code = false;
  for (let at = from; at < to; at++) {
    const char = text.charAt(at);
    if (char === '`') code = !code && text.indexOf('`', at + 1) < to && text.indexOf('`', at + 1) !== -1;
    else if (isPipe(char) && !code && text[at - 1] !== '\\') {
      cells.push(inline(text, cell, at));
      cell = at + 1;
    }
  }
  cells.push(inline(text, cell, to));
  // what grew cell by cell holds room for a dozen more, and a long table has very many rows
  return cells.slice();
}

function isPipe(char: string): boolean {
  return char === '|' || char === '│' || char === '║' || char === '┃';
}

/** Columns held apart by blanks: a table where most rows have as many cells, and some of them hold figures. */
function cellTable(text: string, lines: readonly Line[], gap: RegExp): Part | undefined {
  const rows: Passage[][] = [];
  let ruleAfter = 0;
  for (const line of lines) {
    if (isRule(text, line)) {
      if (ruleAfter === 0) ruleAfter = rows.length;
      continue;
    }
    rows.push(gapCells(text, line, gap));
  }
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const numeric = rows.filter((row) => row.slice(1).some((cell) => /\d/.test(cell.text))).length;
  // two columns held apart by blanks are a ledger, which lines.ts reads line by line
  if (width < 3 || count < 3 || count < rows.length * 0.6 || numeric < rows.length / 2) return undefined;
  const aligned = rows.map((row) => alignRight(row, width));
  return {
    kind: 'table',
    headerRows: ruleAfter > 0 && ruleAfter <= 2 ? ruleAfter : headerByText(aligned),
    rows: aligned,
  };
}

/** A total has no quantity and no price: its amount belongs under the last column. */
function alignRight(row: readonly Passage[], width: number): Passage[] {
  if (row.length >= width || row.length < 2) return [...row];
  const missing = width - row.length;
  const [label, ...rest] = row;
  const empty = Array.from({ length: missing }, (): Passage => ({ text: '', map: [0, 0] }));
  return [label ?? { text: '', map: [0, 0] }, ...empty, ...rest];
}

function gapCells(text: string, line: Line, gap: RegExp): Passage[] {
  const cells: Passage[] = [];
  const body = text.slice(line.start, line.end);
  const lead = body.length - body.trimStart().length;
  const trimmed = body.trim();
  let from = 0;
  for (const match of trimmed.matchAll(gap)) {
    cells.push(passageOf(text, line.start + lead + from, line.start + lead + match.index));
    from = match.index + match[0].length;
  }
  cells.push(passageOf(text, line.start + lead + from, line.start + lead + trimmed.length));
  return cells;
}

/** A first row without digits, above rows with digits, is a heading. */
function headerByText(rows: readonly (readonly Passage[])[]): number {
  const [first, second] = rows;
  if (first === undefined || second === undefined) return 0;
  const digits = (row: readonly Passage[]): number => row.slice(1).filter((c) => /\d/.test(c.text)).length;
  return digits(first) === 0 && digits(second) > 0 ? 1 : 0;
}
