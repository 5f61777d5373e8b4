// A tree as plain arrays, for files that are read at every start and change only with the package: reading JSON is a tenth of
// the work of reading YAML. Places are kept, so that messages and explanations point into the YAML as before.

import type { Source, Span } from '../diagnostics/source.ts';
import type { Node } from './node.ts';

/** Kind (0 map, 1 list, 2 scalar), start, end, and what the kind has. */
export type Packed =
  | readonly [0, number, number, readonly (readonly [string, number, number, Packed])[]]
  | readonly [1, number, number, readonly Packed[]]
  | readonly [2, number, number, string, number, number, readonly number[]];

export function pack(node: Node): Packed {
  const { start, end } = node.span;
  switch (node.kind) {
    case 'map':
      return [
        0,
        start,
        end,
        node.entries.map((e) => [e.key, e.keySpan.start, e.keySpan.end, pack(e.value)] as const),
      ];
    case 'list':
      return [1, start, end, node.items.map(pack)];
    case 'scalar': {
      const flags = (node.quoted ? 1 : 0) + (node.empty ? 2 : 0);
      return [2, start, end, node.text.text, flags, node.text.start, node.text.offsets ?? []];
    }
  }
}

/** The inverse, over the same text. */
export function unpack(packed: Packed, source: Source): Node {
  const span: Span = { source, start: packed[1], end: packed[2] };
  switch (packed[0]) {
    case 0: {
      const entries = packed[3].map(([key, start, end, value]) => ({
        key,
        keySpan: { source, start, end },
        value: unpack(value, source),
      }));
      return { kind: 'map', span, entries };
    }
    case 1:
      return { kind: 'list', span, items: packed[3].map((item) => unpack(item, source)) };
    case 2: {
      const [, , , text, flags, start, offsets] = packed;
      const formula = offsets.length === 0 ? { text, source, start } : { text, source, start, offsets };
      return { kind: 'scalar', span, text: formula, quoted: (flags & 1) === 1, empty: (flags & 2) === 2 };
    }
  }
}
