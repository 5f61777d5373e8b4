// A person's text with live figures in it: `It costs {{ total at tier=b }}.` Each figure is a formula like any other, checked
// where it stands; `\{{` is two braces and nothing more.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../formula/ast.ts';
import { type FormulaText, spanIn } from '../formula/formula-text.ts';
import { parseFormula } from '../formula/parse.ts';
import type { UnitTable } from '../quantity/unit-table.ts';

/** Words and figures in turn. */
export type LiveText = readonly (string | Expression)[];

/** What cannot be read is reported and left out. */
export function readLiveText(text: FormulaText, units: UnitTable, out: Diagnostics): LiveText {
  return splitLiveText(text, out).flatMap((part): LiveText => {
    const read = typeof part === 'string' ? part : parseFormula(part, units, out);
    return read === undefined ? [] : [read];
  });
}

/** Words, and what stands between the braces; where nothing does, that is reported. */
export function splitLiveText(all: FormulaText, out: Diagnostics): readonly (string | FormulaText)[] {
  const { text } = all;
  const parts: (string | FormulaText)[] = [];
  const wordsUpTo = (from: number, to: number): void => {
    if (to > from) parts.push(text.slice(from, to).replaceAll('\\{{', '{{'));
  };
  let done = 0;
  for (let open = nextOpen(text, 0); open >= 0; open = nextOpen(text, done)) {
    const close = text.indexOf('}}', open + 2);
    if (close < 0) {
      const help = 'close it with `}}`, or write `\\{{` where two braces are meant';
      const marks = [{ span: spanIn(all, open, open + 2), label: '' }];
      out.error('E104', 'this figure has no end', marks, help);
      break;
    }
    wordsUpTo(done, open);
    if (text.slice(open + 2, close).trim() === '') {
      const marks = [{ span: spanIn(all, open, close + 2), label: '' }];
      out.error('E104', 'a figure is missing between the braces', marks, 'for example `{{ total }}`');
    } else parts.push(within(all, open + 2, close));
    done = close + 2;
  }
  wordsUpTo(done, text.length);
  return parts;
}

function nextOpen(text: string, from: number): number {
  let at = text.indexOf('{{', from);
  while (at > 0 && text[at - 1] === '\\') at = text.indexOf('{{', at + 2);
  return at;
}

/** Part of a text, whose characters stand where they stood. */
function within({ text, source, start, offsets }: FormulaText, from: number, to: number): FormulaText {
  const part = { text: text.slice(from, to), source };
  return offsets === undefined
    ? { ...part, start: start + from }
    : { ...part, start: offsets[from] ?? start, offsets: offsets.slice(from, to + 1) };
}
