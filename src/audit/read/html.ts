// HTML -> blocks, from the tokens of htmlparser2, which say where each piece of text stands. Scripts and styles are passed over.

import { Tokenizer } from 'htmlparser2';
import { offsetIn, PassageBuilder, unplaced } from '../passage.ts';
import type { Block, Heading, Passage } from '../types.ts';
import { BlockList } from './block-list.ts';

const silent = new Set(['script', 'style', 'template', 'head', 'svg', 'noscript', 'del', 's']);
const breaking = new Set(
  'address article aside blockquote br body dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

interface OpenTable {
  readonly rows: Passage[][];
  headerRows: number;
  row: Passage[] | undefined;
  onlyHeads: boolean;
  cell: PassageBuilder | undefined;
  /** How many columns the open cell takes. */
  span: number;
}

/** `offset` is where `html` begins in the document. The tokenizer alone is used: a tree of open tags is of no use here. */
export function htmlBlocks(html: string, offset: number, under?: Heading): readonly Block[] {
  const reader = new HtmlReader(offset, under);
  let name = '';
  let attribute = '';
  let attributes: Record<string, string> = {};
  const ignored = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: true },
    {
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase();
      },
      onattribdata: (start, end) => {
        attributes[attribute] = html.slice(start, end);
      },
      onopentagend: () => reader.open(name, attributes),
      onselfclosingtag: () => {
        reader.open(name, attributes);
        reader.close(name);
      },
      onclosetag: (start, end) => reader.close(html.slice(start, end).trimEnd().toLowerCase()),
      ontext: (start, end) => reader.text(html.slice(start, end), start),
      ontextentity: (point, end) => reader.text(String.fromCodePoint(point), html.lastIndexOf('&', end - 1)),
      onattribentity: ignored,
      onattribend: ignored,
      oncdata: ignored,
      oncomment: ignored,
      ondeclaration: ignored,
      onend: ignored,
      onprocessinginstruction: ignored,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  reader.end();
  return reader.list.blocks;
}

class HtmlReader {
  readonly list: BlockList;
  readonly #offset: number;
  #current = new PassageBuilder();
  #quiet = 0;
  #depth = 0;
  #item = false;
  #heading = 0;
  #pre = 0;
  readonly #tables: OpenTable[] = [];

  constructor(offset: number, under: Heading | undefined) {
    this.#offset = offset;
    this.list = new BlockList(under);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (silent.has(name)) this.#quiet += 1;
    if (this.#quiet > 0) return;
    const table = this.#tables.at(-1);
    if (name === 'br' && table?.cell !== undefined) {
      table.cell.add(' ', 0);
      return;
    }
    if (breaking.has(name) && table?.cell === undefined) this.#flush();
    if (/^h[1-6]$/.test(name)) this.#heading = Number(name.slice(1));
    else if (name === 'ul' || name === 'ol') this.#depth += 1;
    else if (name === 'li') this.#item = true;
    else if (name === 'pre') this.#pre += 1;
    else if (name === 'table') this.#openTable();
    else if (name === 'tr' && table !== undefined) this.#openRow(table);
    else if ((name === 'td' || name === 'th') && table !== undefined) {
      this.#openCell(table, name, attributes);
    }
  }

  close(name: string): void {
    if (silent.has(name)) this.#quiet = Math.max(0, this.#quiet - 1);
    if (this.#quiet > 0) return;
    const table = this.#tables.at(-1);
    if (name === 'td' || name === 'th') this.#closeCell();
    else if (name === 'tr' && table !== undefined) this.#closeRow(table);
    else if (name === 'table') this.#closeTable();
    else if (breaking.has(name) && table?.cell === undefined) this.#flush();
    if (/^h[1-6]$/.test(name)) this.#heading = 0;
    else if (name === 'ul' || name === 'ol') this.#depth = Math.max(0, this.#depth - 1);
    else if (name === 'li') this.#item = false;
    else if (name === 'pre') this.#pre = Math.max(0, this.#pre - 1);
  }

  text(text: string, at: number): void {
    if (this.#quiet > 0) return;
    const table = this.#tables.at(-1);
    const target = table === undefined ? this.#current : table.cell;
    if (target === undefined) return;
    if (this.#pre > 0) {
      target.add(text, this.#offset + at);
      return;
    }
    // line ends and indentation of the source are blanks to the reader
    target.add(text.replace(/[\t\r\n]/g, ' '), this.#offset + at);
  }

  end(): void {
    while (this.#tables.length > 0) this.#closeTable();
    this.#flush();
  }

  #flush(): void {
    const read = this.#current.finish();
    this.#current = new PassageBuilder();
    if (this.#pre > 0 && read.text.includes('\n')) {
      this.list.preformatted(read);
      return;
    }
    const passage = squeezed(read);
    if (passage.text === '') return;
    if (this.#heading > 0) this.list.heading(this.#heading, passage);
    else this.list.passage(passage, this.#depth, this.#item);
  }

  #openTable(): void {
    this.#tables.push({
      rows: [],
      headerRows: 0,
      row: undefined,
      onlyHeads: true,
      cell: undefined,
      span: 1,
    });
  }

  #openRow(table: OpenTable): void {
    this.#closeRow(table);
    table.row = [];
    table.onlyHeads = true;
  }

  #openCell(table: OpenTable, name: string, attributes: Readonly<Record<string, string>>): void {
    this.#closeCell();
    table.row ??= [];
    if (name === 'td') table.onlyHeads = false;
    const span = Number(attributes.colspan ?? '1');
    table.span = Number.isInteger(span) && span > 1 && span <= 50 ? span : 1;
    table.cell = new PassageBuilder();
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (table?.cell === undefined) return;
    table.row?.push(squeezed(table.cell.finish()));
    for (let i = 1; i < table.span; i++) table.row?.push(unplaced(''));
    table.cell = undefined;
  }

  #closeRow(table: OpenTable): void {
    this.#closeCell();
    if (table.row === undefined) return;
    if (table.row.length > 0) {
      if (table.onlyHeads && table.headerRows === table.rows.length) table.headerRows += 1;
      table.rows.push(table.row);
    }
    table.row = undefined;
  }

  #closeTable(): void {
    const table = this.#tables.at(-1);
    if (table === undefined) return;
    this.#closeRow(table);
    this.#tables.pop();
    if (table.rows.length > 0) this.list.table(table.rows, table.headerRows);
  }
}

/** Several blanks in a row print as one; those at the ends not at all. */
function squeezed(passage: Passage): Passage {
  if (!/ {2}|^ | $/.test(passage.text)) return passage;
  const out = new PassageBuilder();
  let blank = true;
  for (let at = 0; at < passage.text.length; at++) {
    const char = passage.text.charAt(at);
    if (char === ' ' && blank) continue;
    blank = char === ' ';
    out.add(char, offsetIn(passage, at));
  }
  const done = out.finish();
  return { ...done, text: done.text.trimEnd() };
}
