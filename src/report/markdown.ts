// A report as GitHub-flavoured Markdown. Every word is escaped here and nowhere else, so that a plan's text can neither
// break a table nor smuggle in HTML.

import type { Block, Cell, Inline, ReportDocument, ReportRow, ReportTable, RichText } from './blocks.ts';
import { withoutOddities } from './plain-characters.ts';
import { headText, type TableColumn, widthOf } from './table.ts';
import { isWebAddress } from './web-address.ts';

export function renderMarkdown(document: ReportDocument): string {
  const title = document.title === '' ? [] : [`# ${headline(document.title)}`];
  const head = [...title, ...document.subtitle.map((text) => flow(text))];
  const sections = document.sections.flatMap((s) => [
    ...(s.title === '' ? [] : [`## ${headline(s.title)}`]),
    ...s.blocks.flatMap(blockText),
  ]);
  return `${[...head, ...sections].join('\n\n')}\n`;
}

/** A picture has no place in a text: what it shows stands beside it. */
function blockText(block: Block): string | readonly string[] {
  switch (block.kind) {
    case 'heading':
      return `### ${headline(block.text)}`;
    case 'paragraph':
      return flow(block.text);
    case 'list':
      return block.items
        .map((item, i) => `${block.ordered === true ? `${i + 1}.` : '-'} ${flow(item)}`)
        .join('\n');
    case 'quote':
      return `> ${flow(block.text)}`;
    case 'listing':
      return listingText(block.text);
    case 'table':
      return tableText(block.table);
    case 'chart':
      return [];
  }
}

/** Between fences that are longer than any in it. */
function listingText(text: string): string {
  const lines = text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => tidy(line, false).trimEnd());
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [fence, ...lines, fence].join('\n');
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}

// --- tables

/** Narrower cells are padded up to this, so that the text itself reads as a table. */
const widestPadding = 36;

function tableText({ columns, rows, notes }: ReportTable): string {
  const heads = columns.map((column) => inCell(headText(column)));
  const body = rows.map((row) => columns.map((_, i) => cellText(row, i)));
  const widths = columns.map((_, i) => {
    const all = [heads[i] ?? '', ...body.map((cells) => cells[i] ?? '')].map(widthOf);
    return Math.max(3, ...all.filter((width) => width <= widestPadding));
  });
  const lines = [heads, ...body].map((cells) => rowText(cells, columns, widths));
  const rule = `| ${columns.map((column, i) => ruleText(column, widths[i] ?? 3)).join(' | ')} |`;
  const text = [lines[0], rule, ...lines.slice(1)].join('\n');
  return notes.length === 0
    ? text
    : `${text}\n\n${notes.map((note, i) => `${i + 1}. ${flow(note)}`).join('\n')}`;
}

function ruleText({ align }: TableColumn, width: number): string {
  return align === 'right' ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width);
}

function rowText(
  cells: readonly string[],
  columns: readonly TableColumn[],
  widths: readonly number[],
): string {
  const laid = columns.map(({ align }, i) => {
    const text = cells[i] ?? '';
    const room = ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text)));
    return align === 'right' ? room + text : text + room;
  });
  return `| ${laid.join(' | ')} |`;
}

function cellText(row: ReportRow, index: number): string {
  const cell = row.cells[index];
  if (cell === undefined) return '';
  const bold = cell.best === true || row.kind === 'total' || row.kind === 'subtotal' || row.kind === 'group';
  const text = inCell(cell.text);
  return [bold && text !== '' ? boldText(text) : text, ...marks(cell)].join(' ').trim();
}

/** Nothing can give them a target: every bracket of a person's text is escaped. */
function marks(cell: Cell): readonly string[] {
  return (cell.notes ?? []).map((n) => `[${n}]`);
}

function inCell(text: RichText): string {
  return partsOf(text)
    .map((part) => inlineText(part, true))
    .join('')
    .trim();
}

// --- text

/** One line that cannot turn into a heading, a list or a rule. */
function flow(text: RichText): string {
  const words = line(text);
  return words.replace(/^([-+=]|#{1,6}(?=\s|$))/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** A heading drops the number signs at its end. */
function headline(text: string): string {
  return line(text).replace(/#+$/, (signs) => signs.replaceAll('#', '\\#'));
}

function line(text: RichText): string {
  return partsOf(text)
    .map((part) => inlineText(part, false))
    .join('')
    .trim();
}

function partsOf(text: RichText): readonly Inline[] {
  return typeof text === 'string' ? [text] : text;
}

function inlineText(part: Inline, inTable: boolean): string {
  if (typeof part === 'string') return escaped(part);
  switch (part.kind) {
    case 'code':
      return codeText(tidy(part.text).trim(), inTable);
    case 'strong':
      return boldText(escaped(part.text));
    case 'em':
      return emphasis(escaped(part.text));
    case 'link':
      return isWebAddress(part.url)
        ? `[${escaped(part.text)}](<${part.url.replaceAll('|', '%7C')}>)`
        : escaped(part.text);
  }
}

function boldText(text: string): string {
  const inner = text.trim();
  return inner === '' ? '' : `**${inner}**`;
}

function emphasis(text: string): string {
  const inner = text.trim();
  return inner === '' ? '' : `*${inner}*`;
}

/** One line; no control characters, and none that turn the direction of what follows. */
function tidy(text: string, oneBlank = true): string {
  return withoutOddities(text.replace(oneBlank ? /\s+/g : /[^\S ]/g, ' '));
}

/** Every character that Markdown, its GitHub extensions or HTML could read as more than itself. */
function escaped(text: string): string {
  return (
    tidy(text)
      .replace(/[\\`*[\]|~$]/g, '\\$&')
      .replace(/&(?=[#A-Za-z])/g, '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // before a link it would make an image
      .replace(/!$/, '\\!')
      // between letters an underscore is only itself
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
  );
}

function codeText(text: string, inTable: boolean): string {
  if (text === '') return '';
  // a pipe ends a cell even inside a code span
  if (inTable && text.includes('|')) return `<code>${htmlText(text)}</code>`;
  const longest = longestRun(text);
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** For text between HTML tags inside Markdown, where Markdown's own characters still count. */
function htmlText(text: string): string {
  return text.replace(/[&<>"'|\\`*_[\]~$]/g, (c) => `&#${c.charCodeAt(0)};`);
}
