// From a way down a plan to the node there, with what the forms say about it.

import { planForm } from '../plan/forms/plan.ts';
import { type Entry, entryOf, type ListNode, type MapNode, type Node } from '../yaml/node.ts';
import type { Path } from './content.ts';
import { behindKey, elementShapes, keysOf, type SingleShape } from './shapes.ts';

/** What a node stands in. */
export type Holder =
  | { readonly kind: 'entry'; readonly map: MapNode; readonly entry: Entry }
  | { readonly kind: 'element'; readonly list: ListNode; readonly index: number };

export interface Found {
  readonly node: Node;
  readonly shapes: readonly SingleShape[];
  readonly holder: Holder | undefined;
  /** The way as the text has it: `app.use` may be `app` and `use` there. */
  readonly path: Path;
  /** What of the way is not there. */
  readonly rest: Path;
}

/** As far along the way as the text goes. */
export function findPlace(root: Node, path: Path): Found {
  const start = { node: root, shapes: [{ is: 'block', form: planForm } as const], holder: undefined };
  return walk({ ...start, path: [], rest: path });
}

function walk(found: Found): Found {
  const [step, ...rest] = found.rest;
  const { node, shapes } = found;
  if (step === undefined) return found;
  if (typeof step === 'number') {
    const child = node.kind === 'list' ? node.items[step] : undefined;
    if (child === undefined || node.kind !== 'list') return found;
    const holder = { kind: 'element', list: node, index: step } as const;
    return walk({ node: child, shapes: elementShapes(shapes), holder, path: [...found.path, step], rest });
  }
  if (node.kind !== 'map') return found;
  const next = (entry: Entry, then: Path): Found => {
    const behind = behindKey(shapes, entry.key, keysOf(node))?.shapes ?? [];
    const holder = { kind: 'entry', map: node, entry } as const;
    return walk({ node: entry.value, shapes: behind, holder, path: [...found.path, entry.key], rest: then });
  };
  const entry = entryOf(node, step);
  if (entry !== undefined) return next(entry, rest);
  const joined = typeof rest[0] === 'string' ? entryOf(node, `${step}.${rest[0]}`) : undefined;
  if (joined !== undefined) return next(joined, rest.slice(1));
  const dot = step.indexOf('.');
  const whole = dot < 0 ? undefined : entryOf(node, step.slice(0, dot));
  return whole?.value.kind === 'map' ? next(whole, [step.slice(dot + 1), ...rest]) : found;
}
