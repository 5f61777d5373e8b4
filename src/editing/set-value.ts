// One edit that sets, adds or removes: where in the tree, in which ways it can be written, and what the text must say then.

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Span } from '../diagnostics/source.ts';
import { type Entry, type MapNode, type Node, shapeOf } from '../yaml/node.ts';
import {
  type Content,
  type Outline,
  outlineOf,
  outlineOfContent,
  outlineWith,
  type Path,
} from './content.ts';
import { type Found, findPlace } from './find-place.ts';
import type { Layout } from './layout.ts';
import { appendElement, fillNothing, insertEntry, lengthen, replaceNode, type Way } from './put.ts';
import { type Behind, behindKey, formOf, keysOf, type SingleShape, shortKey } from './shapes.ts';
import { removeElement, removeEntry } from './take-away.ts';

export interface Tree {
  readonly root: Node;
  readonly layout: Layout;
}

/** Ways of writing it, the nicest first, and what the text says after each of them. */
export interface Prepared {
  readonly ok: true;
  readonly ways: readonly Way[];
  readonly expected: Outline;
}

export interface Refused {
  readonly ok: false;
  readonly diagnostic: Diagnostic;
}

export function refused(
  code: Diagnostic['code'],
  message: string,
  span: Span | undefined,
  help = '',
): Refused {
  const marks = span === undefined ? [] : [{ span, label: '' }];
  return { ok: false, diagnostic: { code, severity: 'error', message, marks, help } };
}

/** Another value; a key of the language that is not there yet is added, a name is not. */
export function prepareSet(tree: Tree, path: Path, to: Content): Prepared | Refused {
  const found = findPlace(tree.root, path);
  if (found.rest.length > 0) return prepareMissing(tree, found, to, 'set');
  const short = typeof to === 'string' && found.node.kind === 'map' ? shortKey(found.shapes) : undefined;
  if (short !== undefined) return prepareSet(tree, [...found.path, short], to);
  return prepared(tree, replaceNode(found.node, found.holder, to, tree.layout), found.path, to);
}

/** Something new: a name in a block of names, or a further element of a list. */
export function prepareAdd(tree: Tree, path: Path, to: Content): Prepared | Refused {
  const found = findPlace(tree.root, path);
  const { node, shapes } = found;
  if (found.rest.length > 0) {
    const asList = isListPlace(found, path) ? [to] : to;
    return prepareMissing(tree, found, asList, 'add');
  }
  if (!shapes.some((shape) => shape.is === 'list')) {
    const help = 'give it another name, or set the one that is there';
    return refused('E407', `\`${nameOf(path)}\` is there already`, keySpanOf(found), help);
  }
  if (node.kind === 'list' && node.items.length > 0) {
    const way = appendElement(node, to, tree.layout);
    return prepared(tree, [way], [...found.path, node.items.length], to);
  }
  if (node.kind === 'map') {
    const help = 'make a list of it first: a line that begins with `- `';
    return refused('E704', 'this is a list of one without its `-`', node.span, help);
  }
  // `expect: file.yaml` is short for a list of one that names the file
  const before = node.kind === 'scalar' && !node.empty ? [{ from: node.text.text }] : [];
  return prepared(tree, replaceNode(node, found.holder, [...before, to], tree.layout), found.path, [
    ...before,
    to,
  ]);
}

export function prepareRemove(tree: Tree, path: Path): Prepared | Refused {
  const found = findPlace(tree.root, path);
  const { holder } = found;
  if (found.rest.length > 0) return missing(found);
  if (holder === undefined) return refused('E704', 'a plan cannot be removed from itself', undefined);
  const above = findPlace(tree.root, found.path.slice(0, -1)).holder;
  const way =
    holder.kind === 'entry'
      ? removeEntry(holder.map, holder.entry, above, tree.layout)
      : removeElement(holder.list, holder.index, above, tree.layout);
  const expected = outlineWith(outlineOf(tree.root), found.path, undefined);
  return { ok: true, ways: [way], expected: expected ?? { kind: 'nothing' } };
}

/** What of the way is not there, put where the way ends. */
function prepareMissing(tree: Tree, found: Found, to: Content, kind: 'set' | 'add'): Prepared | Refused {
  const { node, holder, shapes } = found;
  const short = node.kind === 'scalar' && !node.empty ? shortKey(shapes) : undefined;
  const [key, ...deeper] = joinedRest(found);
  if (typeof key !== 'string') return missing(found);
  if (short === key && deeper.length === 0) {
    return prepared(tree, replaceNode(node, holder, to, tree.layout), found.path, to);
  }
  const keys = short === undefined ? keysOf(node) : [short];
  const behind = behindKey(shapes, key, keys);
  if (behind === undefined) return unknownKey(found, key, keys);
  if (behind.kind === 'name' && (kind === 'set' || deeper.length > 0)) return missing(found);
  const inside = nested(deeper, to, behind.shapes);
  if (inside === undefined) return missing(found);
  const put: Path = [...found.path, key];
  if (node.kind === 'map') {
    const way = insertEntry(node, entryBefore(node, key, shapes, behind), key, inside, tree.layout);
    return prepared(tree, [way], put, inside);
  }
  if (node.kind === 'scalar' && node.empty && holder !== undefined) {
    return prepared(tree, fillNothing(node, holder, { [key]: inside }, tree.layout), put, inside);
  }
  if (node.kind === 'scalar' && short !== undefined && holder?.kind === 'entry') {
    const ways = lengthen(node, holder, short, { [key]: inside }, tree.layout);
    const long = outlineWith({ kind: 'nothing' }, [short], outlineOf(node));
    const whole = outlineWith(outlineOf(tree.root), found.path, long);
    const expected = whole === undefined ? undefined : outlineWith(whole, put, outlineOfContent(inside));
    return { ok: true, ways, expected: anyQuotes(expected, [...found.path, short]) };
  }
  return refused('E104', `\`${nameOf(found.path)}\` is ${shapeOf(node)} and has no keys`, node.span);
}

/** A value that moves into a block may need other quotes there. */
function anyQuotes(outline: Outline | undefined, path: Path): Outline {
  const whole = outline ?? { kind: 'nothing' };
  const at = path.reduce<Outline | undefined>(
    (o, step) => (o?.kind === 'map' && typeof step === 'string' ? o.entries.get(step) : undefined),
    whole,
  );
  if (at?.kind !== 'scalar') return whole;
  return outlineWith(whole, path, { ...at, quoted: undefined }) ?? whole;
}

/** Keys for the rest of a way, around the value; undefined where a name on it would have to be invented. */
function nested(rest: Path, to: Content, shapes: readonly SingleShape[]): Content | undefined {
  const [key, ...deeper] = rest;
  if (key === undefined) return to;
  if (typeof key === 'number') return undefined;
  const behind = behindKey(shapes, key, []);
  if (behind === undefined) return undefined;
  const inside = nested(deeper, to, behind.shapes);
  return inside === undefined ? undefined : { [key]: inside };
}

/** A field of an item that an option changes is written as `app.count`. */
function joinedRest({ rest, shapes, node }: Found): Path {
  const [first, second] = rest;
  if (rest.length !== 2 || typeof first !== 'string' || typeof second !== 'string') return rest;
  const joined = `${first}.${second}`;
  return behindKey(shapes, joined, keysOf(node))?.kind === 'change' && !first.startsWith('at ')
    ? [joined]
    : rest;
}

/** Keys of the language stand in the order of their form; names stand at the end. */
function entryBefore(
  map: MapNode,
  key: string,
  shapes: readonly SingleShape[],
  behind: Behind,
): Entry | undefined {
  if (behind.kind !== 'field') return undefined;
  const order = Object.keys(formOf(shapes, [...keysOf(map), key])?.fields ?? {});
  const place = order.indexOf(key);
  return map.entries
    .filter((entry) => order.includes(entry.key) && order.indexOf(entry.key) < place)
    .reduce<Entry | undefined>(
      (last, entry) =>
        last === undefined || order.indexOf(entry.key) > order.indexOf(last.key) ? entry : last,
      undefined,
    );
}

function isListPlace(found: Found, path: Path): boolean {
  const end = path.at(-1);
  if (found.rest.length !== 1 || typeof end !== 'string') return false;
  const behind = behindKey(found.shapes, end, keysOf(found.node));
  return behind?.shapes.some((shape) => shape.is === 'list') ?? false;
}

function prepared(tree: Tree, ways: readonly Way[], path: Path, to: Content): Prepared {
  const expected = outlineWith(outlineOf(tree.root), path, outlineOfContent(to));
  return { ok: true, ways, expected: expected ?? { kind: 'nothing' } };
}

function missing(found: Found): Refused {
  const step = String(found.rest[0] ?? '');
  const known = keysOf(found.node);
  const inside = found.path.length === 0 ? '' : ` in \`${nameOf(found.path)}\``;
  return refused('E401', `there is no \`${step}\`${inside}`, keySpanOf(found), didYouMean(step, known));
}

function unknownKey({ shapes, ...found }: Found, key: string, keys: readonly string[]): Refused {
  const form = formOf(shapes, keys);
  const known = Object.keys(form?.fields ?? {});
  const help = didYouMean(key, known) || (known.length === 0 ? '' : `known keys: ${known.join(', ')}`);
  const what = form?.name ?? `\`${nameOf(found.path)}\``;
  return refused('E103', `${what} has no key \`${key}\``, keySpanOf(found), help);
}

function keySpanOf({ holder }: Pick<Found, 'holder'>): Span | undefined {
  return holder?.kind === 'entry' ? holder.entry.keySpan : holder?.list.span;
}

function nameOf(path: Path): string {
  return path.join('.');
}
