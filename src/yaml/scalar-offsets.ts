// Where the characters of a scalar stand in the file: one to one where it was written plainly on one line, by walking both
// texts side by side where quotes, escapes, indentation or folding moved them. Linear in the length of the scalar.

import type { Source, Span } from '../diagnostics/source.ts';
import type { FormulaText } from '../formula/formula-text.ts';

export type Style = 'plain' | 'single' | 'double' | 'block';

const blank = /\s/;

export function formulaText(source: Source, span: Span, text: string, style: Style): FormulaText {
  const raw = source.text.slice(span.start, span.end);
  if (raw === text) return { text, source, start: span.start };
  if (raw.startsWith(text, 1) && raw.length === text.length + 2)
    return { text, source, start: span.start + 1 };
  const offsets: number[] = [];
  let at = contentStart(raw, style);
  for (let i = 0; i < text.length; i++) {
    const wanted = text[i] ?? '';
    if (!blank.test(wanted)) at = skipBlanks(raw, at, style);
    offsets.push(span.start + Math.min(at, raw.length));
    const width = widthAt(raw, at, style);
    // a character beyond the basic plane is two units of the text; an escape that writes it is one place in the file
    if (width > 2 && isHighSurrogate(wanted) && text[i + 1] !== undefined) {
      offsets.push(span.start + at);
      i += 1;
    }
    if (!blank.test(wanted) || width > 1 || blank.test(raw[at] ?? '')) at += width;
  }
  offsets.push(span.start + Math.min(at, raw.length));
  return { text, source, start: offsets[0] ?? span.start, offsets };
}

/** Past the quote, or past the line with `|` or `>`. */
function contentStart(raw: string, style: Style): number {
  if (style === 'block') return Math.max(0, raw.indexOf('\n') + 1);
  return style === 'plain' ? 0 : 1;
}

/** Past indentation, line ends, and line ends that a backslash hides. */
function skipBlanks(raw: string, from: number, style: Style): number {
  let at = from;
  for (;;) {
    if (blank.test(raw[at] ?? '')) at += 1;
    else if (style === 'double' && raw[at] === '\\' && /[\r\n]/.test(raw[at + 1] ?? '')) at += 2;
    else return at;
  }
}

/** How many characters of the file the next character takes: more than one for an escape. */
function widthAt(raw: string, at: number, style: Style): number {
  if (style === 'single') return raw.startsWith("''", at) ? 2 : 1;
  if (style !== 'double' || raw[at] !== '\\') return 1;
  return { x: 4, u: 6, U: 10 }[raw[at + 1] ?? ''] ?? 2;
}

function isHighSurrogate(character: string): boolean {
  return character >= '\ud800' && character <= '\udbff';
}
