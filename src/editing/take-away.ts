// Changes of a text that take something out of it. Comments on lines of their own stay: they may speak of more than what goes.

import type { Entry, ListNode, MapNode } from '../yaml/node.ts';
import type { Holder } from './find-place.ts';
import { contentEnd, isFlow, type Layout, lineStart, lineStop, nextLine } from './layout.ts';
import { pastColon, type Way } from './put.ts';

/** `holder` is that of the block itself: where its last key goes, `{}` stays. */
export function removeEntry(map: MapNode, entry: Entry, holder: Holder | undefined, layout: Layout): Way {
  const { text } = layout;
  const index = map.entries.indexOf(entry);
  const end = Math.max(contentEnd(text, entry.value), entry.keySpan.end, pastColon(text, entry));
  const extents = map.entries.map(
    (e) => [e.keySpan.start, Math.max(e.value.span.end, e.keySpan.end)] as const,
  );
  if (isFlow(text, map)) return [inFlow(map.span, extents, index)];
  const start = entry.keySpan.start;
  if (map.entries.length === 1) return emptied(start, end, '{}', holder, layout);
  return [lines(start, end, layout)];
}

export function removeElement(
  list: ListNode,
  index: number,
  holder: Holder | undefined,
  layout: Layout,
): Way {
  const { text } = layout;
  const item = list.items[index];
  if (item === undefined) return [];
  if (isFlow(text, list)) {
    return [
      inFlow(
        list.span,
        list.items.map((i) => [i.span.start, i.span.end] as const),
        index,
      ),
    ];
  }
  const dash = text.lastIndexOf('-', Math.max(0, item.span.start - 1));
  const start = list.items.length > 1 && index > 0 ? dash : Math.max(dash, list.span.start);
  const end = contentEnd(text, item);
  if (list.items.length === 1) return emptied(start, end, '[]', holder, layout);
  return [lines(start, end, layout)];
}

/** One of several, with a comma. */
function inFlow(
  whole: { readonly start: number; readonly end: number },
  extents: readonly (readonly [number, number])[],
  index: number,
) {
  const [start, end] = extents[index] ?? [0, 0];
  const next = extents[index + 1];
  const before = extents[index - 1];
  if (next !== undefined) return { start, end: next[0], text: '' };
  if (before !== undefined) return { start: before[1], end, text: '' };
  return { start: whole.start + 1, end: whole.end - 1, text: '' };
}

/** Whole lines; where something stands before it on its line (`- id: …`), up to where the next line begins. */
function lines(start: number, end: number, { text }: Layout) {
  const from = lineStart(text, start);
  const stop = lineStop(text, end);
  if (text.slice(from, start).trim() !== '') {
    const next = nextLine(text, end);
    const indent = text.slice(next).search(/[^ ]/);
    return { start, end: next + Math.max(0, indent), text: '' };
  }
  const next = nextLine(text, stop);
  // the last line of a file may have no line end: then the one before it goes
  if (next > stop) return { start: from, end: next, text: '' };
  const before = from > 1 && text[from - 2] === '\r' ? from - 2 : Math.max(0, from - 1);
  return { start: before, end: stop, text: '' };
}

/** The last of a block: the key above it keeps an empty one. */
function emptied(start: number, end: number, empty: string, holder: Holder | undefined, layout: Layout): Way {
  const { text } = layout;
  if (holder === undefined) return [lines(start, end, layout)];
  if (holder.kind === 'element') return [{ start, end, text: empty }];
  const colon = pastColon(text, holder.entry);
  return [{ start: colon, end: colon, text: ` ${empty}` }, lines(start, end, layout)];
}
