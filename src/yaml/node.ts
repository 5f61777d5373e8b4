// YAML as this project needs it: maps, lists and scalars, each with its place. Everything else is gone after reading.

import type { Span } from '../diagnostics/source.ts';
import type { FormulaText } from '../formula/formula-text.ts';

export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly span: Span;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Node;
}

export interface ListNode {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly Node[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly span: Span;
  /** As written, without quotes, ready to be read as a formula; `4.50` stays `4.50`. */
  readonly text: FormulaText;
  /** True where the person wrote quotes or a block. */
  readonly quoted: boolean;
  /** True for nothing, `~` and `null`. */
  readonly empty: boolean;
}

/** What a person would call the shape of a node. */
export function shapeOf(node: Node): string {
  if (node.kind === 'map') return 'a block of keys';
  if (node.kind === 'list') return 'a list';
  return node.empty ? 'nothing' : 'a single value';
}

export function entryOf(node: MapNode, key: string): Entry | undefined {
  return node.entries.find((e) => e.key === key);
}
