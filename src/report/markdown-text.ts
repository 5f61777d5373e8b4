// A person's Markdown -> blocks of a report. Only what the report itself is made of: what else Markdown can do (HTML, pictures)
// stays text, so that nothing a person writes is fetched or run.

import MarkdownIt from 'markdown-it';
import type { LiveText } from '../plan/live-text.ts';
import { type Block, type Cell, type Inline, plainText, type ReportRow, type RichText } from './blocks.ts';
import type { TableColumn } from './table.ts';

type Expression = Exclude<LiveText[number], string>;
type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number];

/** Headings keep their level, because a template's make sections. */
export type Written =
  | Exclude<Block, { readonly kind: 'heading' | 'chart' }>
  | { readonly kind: 'heading'; readonly level: number; readonly text: string };

const markdown = new MarkdownIt('commonmark', { html: false }).enable('table');

/** Figures are put in after the text was parsed: whatever they say, it is not markup. */
const figureMark = /\ue000(\d+)\ue001/g;

export function writtenBlocks(text: LiveText, figure: (e: Expression) => string): readonly Written[] {
  const figures: string[] = [];
  const source = text.map((part) =>
    typeof part === 'string'
      ? part.replace(/[\ue000\ue001]/g, '')
      : `\ue000${figures.push(figure(part)) - 1}\ue001`,
  );
  const fill = (words: string): string =>
    words.replace(figureMark, (_, index: string) => figures[Number(index)] ?? '');
  return new Reader(markdown.parse(source.join(''), {}), fill).blocks();
}

/** The headings of a section of its own, whatever their level. */
export function ownBlocks(text: LiveText, figure: (e: Expression) => string): readonly Block[] {
  return writtenBlocks(text, figure).map((block) =>
    block.kind === 'heading' ? { kind: 'heading', text: block.text } : block,
  );
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #fill: (words: string) => string;
  #at = 0;

  constructor(tokens: readonly Token[], fill: (words: string) => string) {
    this.#tokens = tokens;
    this.#fill = fill;
  }

  blocks(): readonly Written[] {
    const found: Written[] = [];
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      found.push(...this.#block(token));
    }
    return found;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  #block(token: Token): readonly Written[] {
    switch (token.type) {
      case 'heading_open':
        return [{ kind: 'heading', level: Number(token.tag.slice(1)), text: this.#words() }];
      case 'paragraph_open':
        return [{ kind: 'paragraph', text: this.#inline() }];
      case 'fence':
      case 'code_block':
        return [{ kind: 'listing', text: this.#fill(token.content).replace(/\n$/, '') }];
      case 'bullet_list_open':
        return this.#list('bullet_list_close', false);
      case 'ordered_list_open':
        return this.#list('ordered_list_close', true);
      case 'blockquote_open':
        return this.#until('blockquote_close').flatMap((text): readonly Written[] => [
          { kind: 'quote', text },
        ]);
      case 'table_open':
        return this.#table();
      default:
        return [];
    }
  }

  /** A list in a list comes to the same: its items follow those around it. */
  #list(end: string, ordered: boolean): readonly Written[] {
    const items = this.#until(end);
    return items.length === 0 ? [] : [{ kind: 'list', items, ...(ordered ? { ordered } : {}) }];
  }

  /** The texts up to the end of the same block. */
  #until(end: string): readonly RichText[] {
    const level = this.#tokens[this.#at - 1]?.level ?? 0;
    const texts: RichText[] = [];
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      if (token.type === end && token.level === level) break;
      if (token.type === 'inline') texts.push(this.#inlineOf(token));
      else if (token.type === 'fence' || token.type === 'code_block') {
        texts.push([{ kind: 'code', text: this.#fill(token.content) }]);
      }
    }
    return texts;
  }

  #table(): readonly Written[] {
    const columns: TableColumn[] = [];
    const rows: ReportRow[] = [];
    let cells: Cell[] = [];
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      if (token.type === 'table_close') break;
      if (token.type === 'th_open') {
        const align = String(token.attrGet('style')).includes('right') ? 'right' : 'left';
        columns.push({ head: this.#words(), align });
      } else if (token.type === 'td_open') cells.push({ text: this.#inline() });
      else if (token.type === 'tr_close' && cells.length > 0) {
        rows.push({ kind: 'plain', cells });
        cells = [];
      }
    }
    return rows.length === 0 ? [] : [{ kind: 'table', table: { columns, rows, notes: [] } }];
  }

  #words(): string {
    return plainText(this.#inline());
  }

  #inline(): RichText {
    const token = this.#next();
    return token?.type === 'inline' ? this.#inlineOf(token) : '';
  }

  /** The innermost mark counts; a link counts more. */
  #inlineOf({ children }: Token): RichText {
    const parts: Inline[] = [];
    const marks: ('strong' | 'em')[] = [];
    let url: string | undefined;
    const add = (text: string): void => {
      const words = this.#fill(text);
      const mark = marks.at(-1);
      if (url !== undefined) parts.push({ kind: 'link', text: words, url });
      else parts.push(mark === undefined ? words : { kind: mark, text: words });
    };
    for (const token of children ?? []) {
      if (token.type === 'strong_open') marks.push('strong');
      else if (token.type === 'em_open') marks.push('em');
      else if (token.type === 'strong_close' || token.type === 'em_close') marks.pop();
      else if (token.type === 'link_open') url = String(token.attrGet('href') ?? '');
      else if (token.type === 'link_close') url = undefined;
      else if (token.type === 'code_inline') parts.push({ kind: 'code', text: this.#fill(token.content) });
      else if (token.type === 'softbreak' || token.type === 'hardbreak') add(' ');
      else if (token.content !== '') add(token.content);
    }
    return parts;
  }
}
