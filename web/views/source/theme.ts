// The editor in the colours of the page: custom properties reach into it, so it follows the theme by itself.

import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const box = {
  backgroundColor: 'var(--raised)',
  color: 'var(--ink)',
  border: '1px solid var(--grid)',
  borderRadius: 'var(--radius)',
  boxShadow: 'var(--shadow)',
};

const look = EditorView.theme({
  '&': { height: '100%', fontSize: 'var(--text)', backgroundColor: 'var(--paper)', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': { backgroundColor: 'var(--paper)', color: 'var(--muted)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 4px', fontVariantNumeric: 'tabular-nums' },
  '.cm-foldGutter .cm-gutterElement': { padding: '0 4px', cursor: 'pointer' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--hover) 55%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent)',
  },
  '.cm-selectionMatch': { backgroundColor: 'var(--mark)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--mark)', outline: '1px solid var(--grid)' },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--partly) 35%, transparent)' },
  '.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--partly) 70%, transparent)' },
  '.cm-foldPlaceholder': {
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--grid)',
    color: 'var(--muted)',
    padding: '0 6px',
  },
  '.cm-panels': { backgroundColor: 'var(--surface)', color: 'var(--ink)', fontFamily: 'var(--font)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--grid)' },
  '.cm-panel input, .cm-panel button, .cm-panel label': {
    fontSize: 'var(--small)',
    fontFamily: 'var(--font)',
  },
  '.cm-textfield': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--grid)',
    borderRadius: 'var(--radius)',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--grid)',
    borderRadius: 'var(--radius)',
  },
  '.cm-tooltip': { ...box, fontFamily: 'var(--font)', fontSize: 'var(--small)', maxWidth: '36rem' },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16rem' },
  '.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--mark)',
    color: 'var(--ink)',
  },
  '.cm-completionDetail': { color: 'var(--muted)', fontStyle: 'normal', marginLeft: '1.5em' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-tooltip.cm-completionInfo': { padding: '6px 10px' },
  '.cm-diagnostic': { padding: '6px 10px', borderLeft: 'none', whiteSpace: 'pre-wrap' },
  '.cm-diagnostic + .cm-diagnostic': { borderTop: '1px solid var(--grid)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--broken) 1.5px',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--partly) 1.5px',
    textUnderlineOffset: '3px',
  },
  '.cm-gutter-lint': { width: '12px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0' },
  '.cm-lint-marker': { content: '""', width: '8px', height: '8px', borderRadius: '50%', margin: '6px 2px' },
  '.cm-lint-marker-error': { content: '""', backgroundColor: 'var(--broken)' },
  '.cm-lint-marker-warning': { content: '""', backgroundColor: 'var(--partly)' },
  '.cm-changedLine, .cm-insertedLine': {
    backgroundColor: 'color-mix(in srgb, var(--saves) 14%, transparent) !important',
  },
  '.cm-changedText': { background: 'color-mix(in srgb, var(--saves) 30%, transparent) !important' },
  '.cm-deletedChunk': { backgroundColor: 'color-mix(in srgb, var(--broken) 10%, transparent)' },
  '.cm-deletedChunk .cm-deletedText': {
    background: 'color-mix(in srgb, var(--broken) 26%, transparent) !important',
  },
  '.cm-deletedChunk del': { textDecoration: 'none' },
  '.cm-collapsedLines': {
    background: 'var(--surface)',
    color: 'var(--muted)',
    fontFamily: 'var(--font)',
    fontSize: 'var(--small)',
  },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '"⋯"' },
  '.cm-hover': { padding: '6px 10px', lineHeight: '1.5' },
  '.cm-hover strong': { fontWeight: '600' },
  '.cm-hover p': { margin: '0' },
  '.cm-hover .value': { fontVariantNumeric: 'tabular-nums', fontWeight: '600' },
});

const words = HighlightStyle.define([
  { tag: [tags.definition(tags.propertyName), tags.propertyName], color: 'var(--line1)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
  { tag: tags.string, color: 'var(--line3)' },
  { tag: [tags.keyword, tags.labelName, tags.typeName, tags.meta], color: 'var(--line4)' },
  { tag: [tags.punctuation, tags.separator], color: 'var(--muted)' },
]);

export const editorTheme = [look, syntaxHighlighting(words)];
