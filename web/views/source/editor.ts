// The editor itself. What is written goes out, what comes in is laid over it with the selection kept; the history is the page's.
// It lives in a shadow tree: there its styles are sheets made by code, which a strict policy allows.

import { acceptCompletion, autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, indentWithTab } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, foldGutter, foldKeymap, indentService, indentUnit } from '@codemirror/language';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { diff, unifiedMergeView } from '@codemirror/merge';
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  hoverTooltip,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Problem } from '../../engine/protocol.ts';
import { type Assist, completions, tooltips } from './assist.ts';
import { indentBehind } from './indent.ts';
import { lineBreakOf, toEditor } from './line-breaks.ts';
import { editorTheme } from './theme.ts';

export interface EditorWishes {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  readonly readOnly: boolean;
  /** What was written, and in which line, from 1. */
  readonly onText: (text: string, line: number) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly assist: Assist;
}

/** Came from outside and is not to be told again. */
const fromOutside = Annotation.define<boolean>();

/** How hard to look for the smallest difference before a coarser one will do. */
const diffEffort = { scanLimit: 2000, timeout: 100 };

export class Editor {
  readonly view: EditorView;
  readonly #lineBreak: '\n' | '\r\n';
  readonly #readOnly = new Compartment();
  readonly #against = new Compartment();

  constructor(wishes: EditorWishes) {
    const { parent, text, label, readOnly, onText, onUndo, onRedo, assist } = wishes;
    this.#lineBreak = lineBreakOf(text);
    const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
    this.view = new EditorView({
      root,
      parent: root,
      state: EditorState.create({
        doc: text,
        extensions: [
          EditorState.lineSeparator.of(this.#lineBreak),
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
          this.#readOnly.of(locked(readOnly)),
          this.#against.of([]),
          lintGutter(),
          lineNumbers(),
          foldGutter({ openText: '▾', closedText: '▸' }),
          highlightActiveLineGutter(),
          highlightActiveLine(),
          highlightSpecialChars(),
          drawSelection(),
          bracketMatching(),
          highlightSelectionMatches(),
          search({ top: true }),
          indentUnit.of('  '),
          indentService.of((context, at) => indentBehind(context.lineAt(at, -1).text)),
          yaml(),
          autocompletion({
            override: [completions(assist, this.#lineBreak)],
            icons: false,
            // an item's name or an axis is only half of what is being written
            activateOnCompletion: ({ apply }) => typeof apply === 'string' && /[./=]$/.test(apply),
          }),
          hoverTooltip(tooltips(assist, this.#lineBreak), { hoverTime: 250 }),
          keymap.of([
            ...completionKeymap,
            ...searchKeymap,
            ...foldKeymap,
            ...lintKeymap,
            ...defaultKeymap,
            { key: 'Tab', run: acceptCompletion },
            indentWithTab,
          ]),
          editorTheme,
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            if (update.transactions.some((t) => t.annotation(fromOutside) === true)) return;
            const { state } = update;
            onText(state.sliceDoc(), state.doc.lineAt(state.selection.main.head).number);
          }),
          EditorView.domEventHandlers({
            // the browser's own menu
            beforeinput: ({ inputType }) => {
              if (inputType !== 'historyUndo' && inputType !== 'historyRedo') return false;
              if (inputType === 'historyUndo') onUndo();
              else onRedo();
              return true;
            },
          }),
        ],
      }),
    });
  }

  /** Whether a text can be shown with the line breaks that this editor was made for. */
  suits(text: string): boolean {
    return lineBreakOf(text) === this.#lineBreak || !text.includes('\n');
  }

  /** The text has become another elsewhere: only what differs is replaced. */
  show(text: string): void {
    const { state } = this.view;
    const before = state.sliceDoc();
    if (before === text) return;
    // in the editor's own count of characters
    const wanted = state.toText(text);
    const wantedText = wanted.toString();
    const changes = diff(state.doc.toString(), wantedText, diffEffort).map(({ fromA, toA, fromB, toB }) => ({
      from: fromA,
      to: toA,
      insert: wanted.slice(fromB, toB),
    }));
    this.view.dispatch({ changes, annotations: fromOutside.of(true), scrollIntoView: true });
  }

  setReadOnly(readOnly: boolean): void {
    this.view.dispatch({ effects: this.#readOnly.reconfigure(locked(readOnly)) });
  }

  /** Beside another text: what was added and taken away. undefined shows the text alone. */
  compareWith(original: string | undefined): void {
    const shown =
      original === undefined
        ? []
        : unifiedMergeView({
            original: this.view.state.toText(original),
            mergeControls: false,
            collapseUnchanged: { margin: 3, minSize: 6 },
            diffConfig: diffEffort,
          });
    this.view.dispatch({ effects: this.#against.reconfigure(shown) });
  }

  mark(problems: readonly Problem[]): void {
    const text = this.view.state.sliceDoc();
    const end = this.view.state.doc.length;
    const at = (offset: number): number => Math.min(end, toEditor(text, this.#lineBreak, offset));
    const diagnostics = problems.flatMap((problem): Diagnostic[] => {
      const [first] = problem.marks;
      if (first === undefined) return [];
      const from = at(first.from);
      return [
        {
          from,
          to: Math.max(at(first.to), Math.min(end, from + 1)),
          severity: problem.severity,
          source: problem.code,
          message: problem.help === '' ? problem.message : `${problem.message}\n${problem.help}`,
        },
      ];
    });
    this.view.dispatch(setDiagnostics(this.view.state, diagnostics));
  }

  /** From 1. */
  goToLine(line: number): void {
    const { doc } = this.view.state;
    const { from } = doc.line(Math.max(1, Math.min(doc.lines, line)));
    this.#goTo(from, from);
  }

  goToOffset(from: number, to: number): void {
    const text = this.view.state.sliceDoc();
    const end = this.view.state.doc.length;
    const at = (offset: number): number => Math.min(end, toEditor(text, this.#lineBreak, offset));
    this.#goTo(at(from), at(to));
  }

  #goTo(anchor: number, head: number): void {
    this.view.dispatch({
      selection: { anchor, head },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    this.view.focus();
  }

  destroy(): void {
    this.view.destroy();
  }
}

function locked(readOnly: boolean): Extension {
  return [EditorState.readOnly.of(readOnly), EditorView.editable.of(!readOnly)];
}
