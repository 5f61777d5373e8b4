// How a text is laid out: line ends, indentation, blocks and flow collections. What is added looks like what is there.

import type { Node } from '../yaml/node.ts';

export interface Layout {
  readonly text: string;
  readonly lineEnd: string;
  /** Blanks by which a block stands further in than its key. */
  readonly step: number;
}

export function layoutOf(text: string, root: Node): Layout {
  const first = text.indexOf('\n');
  const nested =
    root.kind === 'map'
      ? root.entries.find((e) => e.value.kind === 'map' && !isFlow(text, e.value))
      : undefined;
  const step = nested === undefined ? 2 : columnOf(text, nested.value.span.start);
  return { text, lineEnd: text[first - 1] === '\r' ? '\r\n' : '\n', step: Math.max(1, step) };
}

/** `{ … }` or `[ … ]`. */
export function isFlow(text: string, node: Node): boolean {
  const first = text[node.span.start];
  return node.kind === 'map' ? first === '{' : node.kind === 'list' && first === '[';
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line ends, before its line end. */
export function lineStop(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  if (newline < 0) return text.length;
  return newline > offset && text[newline - 1] === '\r' ? newline - 1 : newline;
}

/** Where the next line begins; the end of the text where there is none. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}

/** From 0. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

/** Where what the node says ends: blank lines behind a block of text are not part of it. */
export function contentEnd(text: string, node: Node): number {
  if (node.kind === 'scalar') return trimmedEnd(text, node.span.start, node.span.end);
  if (isFlow(text, node)) return node.span.end;
  const last = node.kind === 'map' ? node.entries.at(-1)?.value : node.items.at(-1);
  if (last === undefined) return node.span.end;
  const key = node.kind === 'map' ? (node.entries.at(-1)?.keySpan.end ?? 0) : 0;
  return Math.max(contentEnd(text, last), key);
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && ' \t\r\n'.includes(text[at - 1] ?? '')) at -= 1;
  return at;
}

export function blanks(count: number): string {
  return ' '.repeat(count);
}
