// Which nodes get a cell of their own. Every named one does, and what several formulas read; the rest is written into the
// formula that needs it, as long as a person can still read that.

import type { Graph, NamedKind, Node, NodeId, NodeOp } from '../../graph/types.ts';
import { repeated } from './operations.ts';

/** Beyond so many cells and numbers, or so many brackets in brackets, a formula is cut in two. */
const longest = 24;
const deepest = 8;
/** But for a plain sum of cells. */
const longestSum = 120;

export interface OwnCells {
  has(id: NodeId): boolean;
  /** The named node that is nothing but this one: they share its cell. */
  nameOf(id: NodeId): NodeId | undefined;
  /** The value may be without end. */
  mayBeUnlimited(id: NodeId): boolean;
}

/** `roots` are what somebody will look at, named or not. */
export function ownCells(graph: Graph, roots: readonly NodeId[]): OwnCells {
  const named = new Set([...graph.names.values()].map((n) => n.node));
  const wrapped = wrappedNodes(graph, named);
  const reached = reachable(graph, roots);
  const uses = new Map<NodeId, number>();
  const own = new Set<NodeId>(roots);
  for (const id of reached) {
    const node = graph.nodes[id] as Node;
    if (named.has(id) || wrapped.has(id) || alwaysOwn(node)) own.add(id);
    for (const [i, arg] of readBy(node).entries()) {
      uses.set(arg, (uses.get(arg) ?? 0) + 1);
      if (repeats(node, i) && graph.nodes[arg]?.op.kind !== 'const') own.add(arg);
    }
  }
  const unlimited = new Set<NodeId>();
  const size = new Map<NodeId, number>();
  const depth = new Map<NodeId, number>();
  const sums = new Set<NodeId>();
  for (const id of reached) {
    const node = graph.nodes[id] as Node;
    if (isUnlimited(node) || (carries(node) && readBy(node).some((arg) => unlimited.has(arg))))
      unlimited.add(id);
    const isSum = isPlainSum(node, size, sums);
    if (isSum) sums.add(id);
    const parts = sizeOf(graph, node, size);
    const levels = isSum ? 1 : depthOf(node, depth);
    const shared = (uses.get(id) ?? 0) > 1 && parts > 2;
    const long = parts > (isSum ? longestSum : longest);
    if (node.op.kind !== 'const' && (shared || long || levels > deepest)) own.add(id);
    if (own.has(id)) sums.delete(id);
    size.set(id, own.has(id) ? 1 : parts);
    depth.set(id, own.has(id) ? 0 : levels);
  }
  return {
    has: (id) => own.has(id),
    nameOf: (id) => wrapped.get(id),
    mayBeUnlimited: (id) => unlimited.has(id),
  };
}

/** Of inputs and prices each has a value of its own to change, be it equal to another one's. */
const apart: ReadonlySet<NamedKind> = new Set(['input', 'price', 'rate', 'calendar']);

function wrappedNodes(graph: Graph, named: ReadonlySet<NodeId>): ReadonlyMap<NodeId, NodeId> {
  const found = new Map<NodeId, NodeId>();
  for (const { node, kind } of graph.names.values()) {
    const inner = innerOf(graph, node);
    const isConst = graph.nodes[inner]?.op.kind === 'const';
    if (!apart.has(kind) && !isConst && !named.has(inner) && !found.has(inner)) found.set(inner, node);
  }
  return found;
}

/** What a name stands for; a factor of one is only another unit. */
export function innerOf(graph: Graph, named: NodeId): NodeId {
  let [inner = -1] = graph.nodes[named]?.args ?? [];
  for (let node = graph.nodes[inner]; node?.op.kind === 'scale'; node = graph.nodes[inner]) {
    if (node.op.numerator !== node.op.denominator) break;
    [inner = -1] = node.args;
  }
  return inner;
}

/** Ascending: arguments come before what needs them. */
function reachable(graph: Graph, roots: readonly NodeId[]): readonly NodeId[] {
  const seen = new Set<NodeId>();
  const open = [...roots];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    const node = graph.nodes[id];
    if (node !== undefined) open.push(...readBy(node));
  }
  return [...seen].sort((a, b) => a - b);
}

/** Of an uncertain number only sampling reads more than what it is along the band. */
function readBy({ op, args }: Node): readonly NodeId[] {
  return op.kind === 'draw' ? args.slice(0, 1) : args;
}

function alwaysOwn({ op }: Node): boolean {
  return (
    op.kind === 'along' ||
    op.kind === 'cheapest' ||
    (op.kind === 'reduce' && (op.reduction === 'argmin' || op.reduction === 'argmax'))
  );
}

/** Whether the formula of a node reads this argument more than once. */
function repeats({ op }: Node, argument: number): boolean {
  switch (op.kind) {
    case 'apply':
      return repeated[op.operation]?.includes(argument) === true;
    case 'reduce':
    case 'along':
      return true;
    default:
      return false;
  }
}

/** a + b + c + … of single cells. */
function isPlainSum(
  { op, args: [first = -1, second = -1] }: Node,
  size: ReadonlyMap<NodeId, number>,
  sums: ReadonlySet<NodeId>,
): boolean {
  if (op.kind !== 'apply' || op.operation !== 'add' || size.get(second) !== 1) return false;
  return size.get(first) === 1 || sums.has(first);
}

function isUnlimited({ op }: Node): boolean {
  return op.kind === 'const' && op.value === Number.POSITIVE_INFINITY;
}

function carries({ op, type }: Node): boolean {
  return type.kind === 'number' && op.kind !== 'cheapest';
}

/** How many cells and numbers the formula has in it. */
function sizeOf(graph: Graph, { op, args }: Node, size: ReadonlyMap<NodeId, number>): number {
  const sizes = args.map((arg) => size.get(arg) ?? 1);
  switch (op.kind) {
    case 'const':
      return 1;
    case 'select':
      return Math.max(...sizes);
    case 'at':
    case 'named':
    case 'draw':
    case 'scale':
      return sizes[0] ?? 1;
    case 'reduce':
      // short as it may be, it stands for as many cells as there are points
      return Math.min(graph.axes[op.axis]?.points.length ?? 1, longest);
    default:
      return sizes.reduce((sum, s) => sum + s, 0);
  }
}

const withoutBrackets: ReadonlySet<NodeOp['kind']> = new Set(['select', 'at', 'named', 'draw']);

function depthOf(node: Node, depth: ReadonlyMap<NodeId, number>): number {
  const below = Math.max(0, ...readBy(node).map((arg) => depth.get(arg) ?? 0));
  return withoutBrackets.has(node.op.kind) ? below : below + 1;
}
