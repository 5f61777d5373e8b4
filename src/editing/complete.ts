// What could stand at a place of a plan: keys, names, units, products, points. From the text as it is at the moment, finished or
// not, and from the last plan that could be understood.

import { completeFormula } from './complete-formula.ts';
import { completeKey } from './complete-key.ts';
import { completeWord } from './complete-word.ts';
import { planNames } from './plan-names.ts';
import { elementShapes, type SingleShape, shapesAlong } from './shapes.ts';
import { keysByPath, sketchOf } from './sketch.ts';
import type { Known, Suggestion, Writing } from './writing.ts';

export interface Completion {
  /** What the chosen text replaces; `to` is the cursor. */
  readonly from: number;
  readonly to: number;
  /** The best first; at most `mostSuggestions`. */
  readonly items: readonly Suggestion[];
}

/** Nobody reads more. */
export const mostSuggestions = 200;

/** What could be written at the offset. Never throws; nothing where nothing is known. */
export function complete(text: string, offset: number, known: Known = {}): Completion {
  const to = Math.max(0, Math.min(text.length, Math.floor(offset) || 0));
  const { cursor } = sketchOf(text.slice(0, to));
  const { entries } = sketchOf(text);
  const writing: Writing = { text, to, cursor, entries, names: planNames(text, entries), known };
  const found = completeAt(writing);
  const partial = text.slice(found.from, to);
  return { from: found.from, to, items: ranked(found.items, partial) };
}

interface Found {
  readonly from: number;
  readonly items: readonly Suggestion[];
}

function completeAt(writing: Writing): Found {
  const { cursor, to } = writing;
  if (cursor.at === 'comment') return { from: to, items: [] };
  const keysAt = keysByPath(writing.entries);
  const shapes = shapesAlong(cursor.path, keysAt);
  const keys = keysAt(cursor.path);
  const written = writing.text.slice(cursor.start, to);
  if (cursor.at === 'key' && written.startsWith('at ')) {
    const condition = completeFormula(writing, written);
    return { from: cursor.start + condition.from, items: condition.items };
  }
  if (cursor.at === 'key') return { from: cursor.start, items: completeKey(writing, shapes, keys) };
  const inside = cursor.at === 'element' ? elementShapes(shapes) : shapes;
  const asKey = cursor.at === 'element' ? completeKey(writing, inside, []) : [];
  const value = completeValue(writing, inside);
  if (value.items.length === 0 && asKey.length > 0) return { from: cursor.start, items: asKey };
  return { from: value.from, items: [...asKey.filter(() => value.from === cursor.start), ...value.items] };
}

function completeValue(writing: Writing, shapes: readonly SingleShape[]): Found {
  const { cursor, text, to } = writing;
  const quote = text[cursor.start];
  const start = quote === '"' || quote === "'" ? cursor.start + 1 : cursor.start;
  const from = Math.min(start, to);
  const written = text.slice(from, to);
  if (shapes.some((shape) => shape.is === 'formula')) {
    const formula = completeFormula(writing, written);
    return { from: from + formula.from, items: formula.items };
  }
  const live = written.lastIndexOf('{{');
  if (cursor.path[0] === 'report' && live >= 0 && !written.includes('}}', live)) {
    const formula = completeFormula(writing, written.slice(live + 2));
    return { from: from + live + 2 + formula.from, items: formula.items };
  }
  return { from, items: completeWord(writing, shapes, written) };
}

/** What begins as it is written first, then what has it inside; the rest is left out. */
function ranked(items: readonly Suggestion[], partial: string): readonly Suggestion[] {
  const wanted = partial.toLowerCase();
  const rank = ({ label, kind, detail }: Suggestion): number => {
    const word = label.toLowerCase();
    if (word.startsWith(wanted)) return 0;
    if (word.includes(wanted)) return 1;
    // products are looked for by what they are as well
    return kind === 'product' && detail.toLowerCase().includes(wanted) ? 2 : 3;
  };
  const seen = new Set<string>();
  const fresh = items.filter(({ label }) => !seen.has(label) && seen.add(label));
  const fitting = fresh.map((item) => ({ item, rank: rank(item) })).filter((r) => r.rank < 3);
  return fitting
    .sort((a, b) => a.rank - b.rank)
    .slice(0, mostSuggestions)
    .map((r) => r.item);
}
