// Changes of a text that put something into it: another value, a further key, a further element. Each function gives the ways
// of writing it, the nicest first; whoever calls it takes the first that reads as it should.

import type { Entry, ListNode, MapNode, Node, ScalarNode } from '../yaml/node.ts';
import type { Content } from './content.ts';
import { behindKeyText, elementText, entryText, flowText } from './content-text.ts';
import type { Holder } from './find-place.ts';
import { blanks, columnOf, contentEnd, isFlow, type Layout, lineStop } from './layout.ts';
import { keyText, quotesOf, scalarText } from './scalar-text.ts';
import type { TextChange } from './text-change.ts';

export type Way = readonly TextChange[];

/** A longer line is broken up. */
const widest = 100;

/** What stands at a node, replaced. */
export function replaceNode(
  node: Node,
  holder: Holder | undefined,
  to: Content,
  layout: Layout,
): readonly Way[] {
  const flow = isIn(holder, layout);
  if (typeof to === 'string' && node.kind === 'scalar') return replaceScalar(node, to, flow, layout);
  const [start, end] = [node.span.start, contentEnd(layout.text, node)];
  const blank = layout.text[start - 1] === ':' ? ' ' : '';
  const inFlow = [{ start, end, text: `${blank}${flowText(to)}` }];
  if (flow || holder?.kind !== 'entry' || isFlow(layout.text, node)) return [inFlow];
  const colon = pastColon(layout.text, holder.entry);
  const text = behindKeyText(to, columnOf(layout.text, holder.entry.keySpan.start), layout);
  return [[{ start: colon, end, text }], inFlow];
}

function isIn(holder: Holder | undefined, { text }: Layout): boolean {
  if (holder === undefined) return false;
  return isFlow(text, holder.kind === 'entry' ? holder.map : holder.list);
}

function replaceScalar(node: ScalarNode, to: string, flow: boolean, layout: Layout): readonly Way[] {
  const { text } = layout;
  const start = node.span.start;
  const end = contentEnd(text, node);
  const blank = node.empty && text[start - 1] === ':' ? ' ' : '';
  const written = (like: 'none' | 'single' | 'double'): Way => [
    { start, end, text: blank + scalarText(to, flow, like) },
  ];
  const quotes = quotesOf(text[start]);
  const block = node.quoted && quotes === 'none' ? [blockText(node, to, layout)] : [];
  // quotes that YAML needed go with the value that needed them; others are how the person writes
  const needed = quotes !== 'none' && scalarText(node.text.text, flow) !== node.text.text;
  return [...block, written(needed ? 'none' : quotes), written('none'), written('double')];
}

/** With `|` or `>` as before, in lines that a person reads. */
function blockText(node: ScalarNode, to: string, { text, lineEnd }: Layout): Way {
  const { start } = node.span;
  const stop = lineStop(text, start);
  const folded = text[start] === '>';
  const body = text.slice(stop, contentEnd(text, node));
  const inside = body.replace(/^[\r\n]+/, '');
  const indent = inside.length - inside.trimStart().length;
  const lines = folded
    ? to
        .split('\n')
        .flatMap((line) => ['', ...wrapped(line, widest - indent)])
        .slice(1)
    : to.split('\n');
  const written = lines.map((line) => (line === '' ? '' : blanks(indent) + line)).join(lineEnd);
  return [{ start: stop, end: contentEnd(text, node), text: lineEnd + written }];
}

function wrapped(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A further key of a block, behind the entry `after` or at its end. */
export function insertEntry(
  map: MapNode,
  after: Entry | undefined,
  key: string,
  to: Content,
  layout: Layout,
): Way {
  const { text, lineEnd } = layout;
  const flow = `${keyText(key, true)}: ${flowText(to)}`;
  if (isFlow(text, map)) {
    const last = after ?? map.entries.at(-1);
    if (last === undefined) return inEmpty(map.span.start, map.span.end, flow, text);
    const at = Math.max(last.value.span.end, last.keySpan.end);
    return [{ start: at, end: at, text: `${isNothing(last.value) ? ' ' : ''}, ${flow}` }];
  }
  const first = map.entries[0];
  const last = after ?? map.entries.at(-1);
  if (first === undefined || last === undefined) return [atEnd(entryText(key, to, 0, layout), layout)];
  const indent = columnOf(text, first.keySpan.start);
  const at = lineStop(text, endOfEntry(last, text));
  const written = entryText(key, to, indent, layout);
  const gap =
    written.includes('\n') &&
    hasGaps(
      map.entries.map((e) => [e.keySpan.start, endOfEntry(e, text)]),
      text,
    );
  return [{ start: at, end: at, text: (gap ? lineEnd : '') + lineEnd + blanks(indent) + written }];
}

/** A further element at the end of a list. */
export function appendElement(list: ListNode, to: Content, layout: Layout): Way {
  const { text, lineEnd } = layout;
  const last = list.items.at(-1);
  if (isFlow(text, list)) {
    if (last === undefined) return inEmpty(list.span.start, list.span.end, flowText(to), text);
    return [{ start: last.span.end, end: last.span.end, text: `, ${flowText(to)}` }];
  }
  if (last === undefined) return [];
  const indent = columnOf(text, list.span.start);
  const at = lineStop(text, contentEnd(text, last));
  const gap = hasGaps(
    list.items.map((i) => [i.span.start, contentEnd(text, i)]),
    text,
  )
    ? lineEnd
    : '';
  return [{ start: at, end: at, text: gap + lineEnd + blanks(indent) + elementText(to, indent, layout) }];
}

function endOfEntry({ value, keySpan }: Entry, text: string): number {
  return Math.max(contentEnd(text, value), keySpan.end);
}

/** A blank line between two of them, as plans have them between sections and between expectations. */
function hasGaps(extents: readonly (readonly [number, number])[], text: string): boolean {
  return extents.some(([start], i) => {
    const before = extents[i - 1];
    return before !== undefined && /\n[ \r]*\n/.test(text.slice(before[1], start));
  });
}

/** A block where nothing stands: `inputs:` without anything behind it, or the whole of an empty file. */
export function fillNothing(node: ScalarNode, holder: Holder, to: Content, layout: Layout): readonly Way[] {
  const { text } = layout;
  const { start, end } = node.span;
  const blank = text[start - 1] === ':' || text[start - 1] === '-' ? ' ' : '';
  const inFlow: Way = [{ start, end, text: `${blank}${flowText(to)}` }];
  if (isIn(holder, layout) || holder.kind !== 'entry' || end > start) return [inFlow];
  const written = behindKeyText(to, columnOf(text, holder.entry.keySpan.start), layout);
  if (!written.startsWith(layout.lineEnd)) return [inFlow];
  const at = lineStop(text, start);
  return [[{ start: at, end: at, text: written }], inFlow];
}

/** `users: 500 users` -> `users: { value: 500 users, source: survey }`, or as a block where that is too long. */
export function lengthen(
  node: ScalarNode,
  holder: Holder & { readonly kind: 'entry' },
  short: string,
  more: Readonly<Record<string, Content>>,
  layout: Layout,
): readonly Way[] {
  const { text, lineEnd } = layout;
  const { start } = node.span;
  const end = contentEnd(text, node);
  const rest = Object.entries(more).map(([key, to]) => `, ${keyText(key, true)}: ${flowText(to)}`);
  const around: Way = [
    { start, end: start, text: `{ ${short}: ` },
    { start: end, end, text: `${rest.join('')} }` },
  ];
  const requoted: Way = [
    { start, end, text: `{ ${short}: ${scalarText(node.text.text, true)}${rest.join('')} }` },
  ];
  if (isFlow(text, holder.map)) return [around, requoted];
  const key = columnOf(text, holder.entry.keySpan.start);
  const indent = key + layout.step;
  const stop = lineStop(text, end);
  const newline = lineEnd + blanks(indent);
  const below: Way = [
    { start: pastColon(text, holder.entry), end: start, text: `${newline}${short}: ` },
    {
      start: stop,
      end: stop,
      text: Object.entries(more)
        .map(([k, to]) => newline + entryText(k, to, indent, layout))
        .join(''),
    },
  ];
  const width = columnOf(text, end) + rest.join('').length + short.length + 6;
  return width <= widest ? [around, below, requoted] : [below, around, requoted];
}

/** Right behind the colon of a key. */
export function pastColon(text: string, { keySpan }: Entry): number {
  const colon = text.indexOf(':', keySpan.end);
  return colon < 0 ? keySpan.end : colon + 1;
}

function isNothing(node: Node): boolean {
  return node.kind === 'scalar' && node.empty && node.span.end === node.span.start;
}

/** Between brackets that hold nothing, or nothing but a comment. */
function inEmpty(start: number, end: number, written: string, text: string): Way {
  const inside = text.slice(start + 1, end - 1);
  if (inside.trim() === '')
    return [{ start: start + 1, end: end - 1, text: text[start] === '{' ? ` ${written} ` : written }];
  return [{ start: start + 1, end: start + 1, text: ` ${written} ` }];
}

function atEnd(written: string, { text, lineEnd }: Layout): TextChange {
  const before = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return { start: text.length, end: text.length, text: `${before}${written}${lineEnd}` };
}
