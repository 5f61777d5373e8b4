// A diagnostic as a person reads it in a terminal: code, place, the line, carets under each mark, the way out.

import type { Diagnostic, Mark } from './diagnostic.ts';
import { positionOf } from './source.ts';

/** Colours are the caller's business; each function gets plain text and returns it dressed. */
export interface Dress {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
}

export const plain: Dress = {
  error: (text) => text,
  warning: (text) => text,
  faint: (text) => text,
  strong: (text) => text,
};

interface Placed {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly width: number;
  readonly text: string;
  readonly label: string;
  readonly primary: boolean;
}

const widestLine = 160;

function lineAt(text: string, offset: number): { readonly start: number; readonly text: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const newline = text.indexOf('\n', offset);
  return { start, text: text.slice(start, newline === -1 ? undefined : newline).replace(/\r$/, '') };
}

/** Cuts a very long line to a window around the mark, so that one-line documents stay readable. */
function place(mark: Mark, primary: boolean): Placed {
  const { source, start, end } = mark.span;
  const offset = Math.min(start, source.text.length);
  const { line, column } = positionOf(source, offset);
  const whole = lineAt(source.text, offset).text.replace(/\t/g, ' ');
  const from =
    whole.length > widestLine ? Math.max(0, Math.min(column - 1 - 60, whole.length - widestLine)) : 0;
  const text = whole.slice(from, from + widestLine);
  const width = Math.max(1, Math.min(end - start, text.length - (column - 1 - from)));
  return { file: source.file, line, column: column - from, width, text, label: mark.label, primary };
}

function underline(placed: Placed, gutter: string, dress: Dress): string {
  const carets = (placed.primary ? '^' : '-').repeat(placed.width);
  const paint = placed.primary ? dress.error : dress.faint;
  const label = placed.label === '' ? '' : ` ${placed.label}`;
  return `${dress.faint(`${gutter} |`)} ${' '.repeat(placed.column - 1)}${paint(carets + label)}`;
}

/** The whole message, several lines, without a newline at the end. */
export function renderDiagnostic(diagnostic: Diagnostic, dress: Dress = plain): string {
  const paint = diagnostic.severity === 'error' ? dress.error : dress.warning;
  const lines = [
    `${paint(`${diagnostic.severity}[${diagnostic.code}]`)}: ${dress.strong(diagnostic.message)}`,
  ];
  const marks = diagnostic.marks.map((mark, index) => place(mark, index === 0));
  const gutter = ' '.repeat(Math.max(2, ...marks.map((m) => String(m.line).length)));
  let last: Placed | undefined;
  for (const [index, mark] of marks.entries()) {
    if (last?.file !== mark.file) {
      const original = diagnostic.marks[index]?.span;
      const where = original === undefined ? mark : positionOf(original.source, original.start);
      lines.push(dress.faint(`${gutter}--> ${mark.file}:${where.line}:${where.column}`));
    }
    if (last?.file !== mark.file || last.line !== mark.line || last.text !== mark.text) {
      lines.push(`${dress.faint(`${String(mark.line).padStart(gutter.length)} |`)} ${mark.text}`);
    }
    lines.push(underline(mark, gutter, dress));
    last = mark;
  }
  if (diagnostic.help !== '') lines.push(`${gutter} = ${dress.strong('help')}: ${diagnostic.help}`);
  return lines.join('\n');
}

/** All of them, a blank line between. */
export function renderDiagnostics(list: readonly Diagnostic[], dress: Dress = plain): string {
  return list.map((d) => renderDiagnostic(d, dress)).join('\n\n');
}
