// Completion and hover in the editor: asked of the engine in offsets of the text, shown at positions of the editor.

import type { CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import type { EditorView, HoverTooltipSource } from '@codemirror/view';
import type { Completion } from '../../../src/editing/complete.ts';
import type { Hover } from '../../../src/editing/hover.ts';
import { toEditor, toText } from './line-breaks.ts';

export interface Assist {
  readonly complete: (text: string, offset: number) => Promise<Completion>;
  readonly hover: (text: string, offset: number) => Promise<Hover | undefined>;
}

/** After these one expects a list before the next letter. */
const opening = /[./=(]$/;

export function completions({ complete }: Assist, lineBreak: string): CompletionSource {
  return async ({ state, pos, explicit }: CompletionContext): Promise<CompletionResult | null> => {
    const line = state.doc.lineAt(pos);
    const text = state.sliceDoc();
    const found = await complete(text, toText(lineBreak, pos, line.number)).catch(() => undefined);
    if (found === undefined || found.items.length === 0) return null;
    const { from, to, items } = found;
    if (!explicit) {
      // a list that is open takes the Enter that was meant for the next line: it must be wanted
      if (from === to && !opening.test(line.text.slice(0, pos - line.from))) return null;
      const written = text.slice(from, to);
      if (items.some(({ label }) => label === written)) return null;
    }
    return {
      from: toEditor(text, lineBreak, from),
      to: pos,
      // found and sorted by the engine, which knows more than the letters
      filter: false,
      options: items.map(({ label, kind, detail, apply }) => ({ label, type: kind, detail, apply })),
    };
  };
}

export function tooltips({ hover }: Assist, lineBreak: string): HoverTooltipSource {
  return async ({ state }: EditorView, pos) => {
    const text = state.sliceDoc();
    const found = await hover(text, toText(lineBreak, pos, state.doc.lineAt(pos).number)).catch(
      () => undefined,
    );
    if (found === undefined) return null;
    return {
      pos: toEditor(text, lineBreak, found.start),
      end: toEditor(text, lineBreak, found.end),
      above: true,
      create: () => ({ dom: tooltip(found) }),
    };
  };
}

function tooltip({ title, lines }: Hover): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'cm-hover';
  const head = document.createElement('strong');
  head.textContent = title;
  const said = lines.map((line) => {
    const p = document.createElement('p');
    p.textContent = line;
    return p;
  });
  dom.append(head, ...said);
  return dom;
}
