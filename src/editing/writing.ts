// What the parts of the assist share: the text that is being written, the place in it, and what is known.

import type { Catalog } from '../catalog/catalog.ts';
import type { Model } from '../graph/build.ts';
import type { Place } from '../grid/layout.ts';
import type { PlanNames } from './plan-names.ts';
import type { Cursor, SketchEntry } from './sketch.ts';

export interface Known {
  /** The last text of this plan that could be understood. */
  readonly model?: Model | undefined;
  /** The case whose values are shown; the base of every axis where left out. */
  readonly place?: Place | undefined;
  readonly catalog?: Catalog | undefined;
}

export interface Writing {
  readonly text: string;
  /** The offset of the cursor. */
  readonly to: number;
  readonly cursor: Cursor;
  /** Of the whole text. */
  readonly entries: readonly SketchEntry[];
  readonly names: PlanNames;
  readonly known: Known;
}

export type SuggestionKind =
  | 'key'
  | 'name'
  | 'function'
  | 'operator'
  | 'unit'
  | 'currency'
  | 'axis'
  | 'point'
  | 'vendor'
  | 'product'
  | 'word';

/** Something that could be written. */
export interface Suggestion {
  readonly label: string;
  readonly kind: SuggestionKind;
  /** What it is or is for, in a line; may be empty. */
  readonly detail: string;
  /** The text to put in place of what is written so far. */
  readonly apply: string;
}

export function suggestion(label: string, kind: SuggestionKind, detail = '', apply = label): Suggestion {
  return { label, kind, detail, apply };
}
