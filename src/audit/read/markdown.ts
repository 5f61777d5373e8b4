// Markdown (and plain text, which is Markdown without marks) -> blocks. The block structure is markdown-it's; tables of every
// spelling are read from lines by tables.ts, because documents hold more kinds of them than Markdown knows.

import MarkdownIt from 'markdown-it';
import type { Block, Heading, Passage } from '../types.ts';
import { BlockList } from './block-list.ts';
import { htmlBlocks } from './html.ts';
import { inline } from './inline.ts';

interface Line {
  readonly start: number;
  readonly end: number;
}

const parser = new MarkdownIt({ html: true }).disable(['table', 'reference']);
/** Where line breaks were restored, a rule stands right under a paragraph and does not make it a heading. */
const withoutUnderlines = new MarkdownIt({ html: true }).disable(['table', 'reference', 'lheading']);

/** The least of markdown-it's tokens that is needed here. */
interface Token {
  readonly type: string;
  readonly tag: string;
  readonly map: [number, number] | null;
  readonly content: string;
  /** The language of a fence. */
  readonly info: string;
}

export function markdownBlocks(text: string, restored = false): readonly Block[] {
  const tokens: Token[] = [];
  const reader = restored ? withoutUnderlines : parser;
  // a line that holds a carriage return alone is blank; the offsets stay
  const lined = text.replaceAll('\r\n', ' \n');
  const given = lined.includes('\n+ ') ? lined.replace(goesOn, '$1\n+\u00a0') : lined;
  reader.block.parse(given, reader, {}, tokens as never);
  const lines = linesOf(text);
  const list = new BlockList();
  let depth = 0;
  let itemIsNew = false;
  let heading = 0;
  for (const token of tokens) {
    switch (token.type) {
      case 'bullet_list_open':
      case 'ordered_list_open':
        depth += 1;
        break;
      case 'bullet_list_close':
      case 'ordered_list_close':
        depth -= 1;
        break;
      case 'list_item_open':
        itemIsNew = true;
        break;
      case 'heading_open':
        heading = Number(token.tag.slice(1));
        break;
      case 'heading_close':
        heading = 0;
        break;
      case 'inline': {
        const content = contentLines(text, lines, token);
        if (heading > 0) list.heading(heading, inlineOf(text, content));
        else list.text({ text, lines: content, depth, isItem: itemIsNew });
        itemIsNew = false;
        break;
      }
      case 'fence':
      case 'code_block':
        addCode(list, text, lines, token);
        break;
      case 'html_block':
        addHtml(list, text, lines, token);
        break;
    }
  }
  return list.blocks;
}

/** A line that ends with a number, and one that adds to it: `2,800 × 0.69`, `+ 500 = 2,432`; no item of a list. */
const goesOn = /^(?![ \t]*\+ )([^\n]*\d) ?\n\+ (?=\p{Sc}?\d)/gmu;

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (;;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    lines.push({ start, end: end > start && text[end - 1] === '\r' ? end - 1 : end });
    if (newline === -1) return lines;
    start = newline + 1;
  }
}

/** The lines of a token without quote marks and indentation: its own content, found again in the text. */
function contentLines(text: string, lines: readonly Line[], token: Token): readonly Line[] {
  const [first, last] = token.map ?? [0, 0];
  const found: Line[] = [];
  let index = first;
  for (const content of token.content.split('\n')) {
    const line = lines[index];
    index += 1;
    if (line === undefined || index > last + 1) break;
    const wanted = content.trim();
    // looked for in its own line only
    const within = wanted === '' ? -1 : text.slice(line.start, line.end).indexOf(wanted);
    const at = line.start + within;
    const isWhole = within === -1 || (within === 0 && at + wanted.length === line.end);
    found.push(isWhole ? line : { start: at, end: at + wanted.length });
  }
  return found;
}

function inlineOf(text: string, content: readonly Line[]): Passage {
  return inline(text, content[0]?.start ?? 0, content.at(-1)?.end ?? 0);
}

/** A fence that is set as a formula is text with LaTeX in it. */
const isFormula = /^\s*(?:math|latex|tex|katex)\b/i;

function addCode(list: BlockList, text: string, lines: readonly Line[], token: Token): void {
  const [first, last] = token.map ?? [0, 0];
  const fenced = token.type === 'fence';
  const closed = fenced && /^\s*[>\s]*(?:```|~~~)/.test(lineText(text, lines[last - 1]));
  const inner = fenced ? lines.slice(first + 1, closed ? last - 1 : last) : lines.slice(first, last);
  if (isFormula.test(token.info)) {
    for (const line of inner) list.text({ text, lines: [line], depth: 0, isItem: false });
    return;
  }
  list.code(text, isText(token.info) ? inner : inner.filter((line) => isCalculation(lineText(text, line))));
}

/**
 * No program multiplies with this sign: `hours = 280 - 4  # (280 - 4) × $0.128 = $35.33` is for people; and none has an equals
 * sign between two numbers and another: `# 20 + 0.022 = 20.022`.
 */
function isCalculation(line: string): boolean {
  if (line.length > longest || !/[=≈]/.test(line) || line.includes('{')) return false;
  if (/[×÷]/.test(line) && /\d[^=≈]*[×÷][^=≈]*\d[^=≈]*[=≈][^=≈]*\d/.test(line)) return true;
  return [...line.matchAll(/\s[=≈]\s+[~≈]?\p{Sc}?\d/gu)].some(({ index }) =>
    twoNumbers.test(line.slice(Math.max(0, index - longestPart), index)),
  );
}

const twoNumbers = /\d[\d.,]*(?:%|\s?\p{L}{1,12})?\s[-+*/]\s\(?\p{Sc}?\d[\d.,]*(?:%|\s?\p{L}{1,12})?\)?$/u;
const longestPart = 60;

const longest = 300;

/** A fence of a programming language or a diagram is no ledger. */
function isText(info: string): boolean {
  return /^(?:|text|txt|plain\w*|ya?ml|csv|tsv|md|markdown|ledger|console|math|latex|katex|output|none)$/i.test(
    info.trim().split(/\s/)[0] ?? '',
  );
}

function lineText(text: string, line: Line | undefined): string {
  return line === undefined ? '' : text.slice(line.start, line.end);
}

/** HTML inside of Markdown keeps its own structure, and the heading that it stands under. */
function addHtml(list: BlockList, text: string, lines: readonly Line[], token: Token): void {
  const [first, last] = token.map ?? [0, 0];
  const start = lines[first]?.start ?? 0;
  const end = lines[last - 1]?.end ?? start;
  const under: Heading | undefined = list.current;
  list.adopt(htmlBlocks(text.slice(start, end), start, under));
}
