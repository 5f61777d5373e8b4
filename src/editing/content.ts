// What a block says, without places: given by an edit, or read from a text. Edits are checked against it: a text that was
// changed is read again and must say what was wanted, and all else as before.

import type { Node } from '../yaml/node.ts';

/** A value as a person writes it, a list, or keys with what stands behind them. */
export type Content = string | readonly Content[] | { readonly [key: string]: Content };

/** A way down a plan: keys of blocks and indices of lists. */
export type Path = readonly (string | number)[];

/** As `Content`, of a text that was read. `quoted` is undefined where it may be either way. */
export type Outline =
  | { readonly kind: 'scalar'; readonly text: string; readonly quoted: boolean | undefined }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'list'; readonly items: readonly Outline[] }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Outline> };

export function isList(content: Content): content is readonly Content[] {
  return Array.isArray(content);
}

export function outlineOf(node: Node): Outline {
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(outlineOf) };
  if (node.kind === 'map')
    return { kind: 'map', entries: new Map(node.entries.map((e) => [e.key, outlineOf(e.value)])) };
  return node.empty
    ? { kind: 'nothing' }
    : { kind: 'scalar', text: node.text.text.trim(), quoted: node.quoted };
}

export function outlineOfContent(content: Content): Outline {
  if (typeof content === 'string') return { kind: 'scalar', text: content.trim(), quoted: undefined };
  if (isList(content)) return { kind: 'list', items: content.map(outlineOfContent) };
  const entries = Object.entries(content).map(([key, child]) => [key, outlineOfContent(child)] as const);
  return { kind: 'map', entries: new Map(entries) };
}

export function sameOutline(a: Outline, b: Outline): boolean {
  if (a.kind === 'scalar' && b.kind === 'scalar') {
    const eitherWay = a.quoted === undefined || b.quoted === undefined;
    return a.text === b.text && (eitherWay || a.quoted === b.quoted);
  }
  if (a.kind === 'list' && b.kind === 'list')
    return a.items.length === b.items.length && a.items.every((item, i) => same(item, b.items[i]));
  if (a.kind === 'map' && b.kind === 'map')
    return (
      a.entries.size === b.entries.size && [...a.entries].every(([key, v]) => same(v, b.entries.get(key)))
    );
  return a.kind === 'nothing' && b.kind === 'nothing';
}

function same(a: Outline, b: Outline | undefined): boolean {
  return b !== undefined && sameOutline(a, b);
}

/** With something else at the end of a way; undefined takes away what is there. A last index beyond a list adds to it. */
export function outlineWith(outline: Outline, path: Path, to: Outline | undefined): Outline | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (typeof step === 'number') {
    const items = outline.kind === 'list' ? outline.items : [];
    const child = outlineWith(items[step] ?? { kind: 'nothing' }, rest, to);
    return { kind: 'list', items: items.toSpliced(step, 1, ...(child === undefined ? [] : [child])) };
  }
  const entries = new Map(outline.kind === 'map' ? outline.entries : []);
  const child = outlineWith(entries.get(step) ?? { kind: 'nothing' }, rest, to);
  if (child === undefined) entries.delete(step);
  else entries.set(step, child);
  return { kind: 'map', entries };
}
