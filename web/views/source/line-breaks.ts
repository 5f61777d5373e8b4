// An editor counts a line break as one character; in a file from Windows it is two. Offsets of one as offsets of the other.

/** CRLF where every break of the text is one; in a text that mixes them only LF ends a line, and each stays as it is. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') && !/(?<!\r)\n|\r(?!\n)/.test(text) ? '\r\n' : '\n';
}

/** Where the editor has what stands at an offset of the text. */
export function toEditor(text: string, lineBreak: string, offset: number): number {
  if (lineBreak === '\n') return offset;
  let breaks = 0;
  for (let at = text.indexOf(lineBreak); at !== -1 && at < offset; at = text.indexOf(lineBreak, at + 2))
    breaks += 1;
  return offset - breaks;
}

/** Back again: `line` is that of the position, from 1. */
export function toText(lineBreak: string, position: number, line: number): number {
  return lineBreak === '\n' ? position : position + line - 1;
}
