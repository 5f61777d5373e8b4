// An input that is moved while all else stays: what it is today, whether only whole numbers of it make sense, how far it may go.

import type { Graph, Named, NodeId } from '../graph/types.ts';
import type { Interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import type { Unit } from '../quantity/unit.ts';
import { onBand, type Ranged } from './figures.ts';

export interface MovedInput {
  readonly name: string;
  readonly label: string;
  readonly node: NodeId;
  readonly unit: Unit;
}

/** The inputs that are figures, in the order of the plan; conditions and points have nowhere to move. */
export function numericInputs(graph: Graph): readonly MovedInput[] {
  return [...graph.names.values()].flatMap((named) => movedInput(graph, named) ?? []);
}

function movedInput(graph: Graph, { name, label, node, kind }: Named): MovedInput | undefined {
  const type = graph.nodes[node]?.type;
  return kind === 'input' && type?.kind === 'number' ? { name, label, node, unit: type.unit } : undefined;
}

/** Today's value with its ends, in one case. */
export function today(graph: Graph, rest: Interpreter, node: NodeId, place: Place): Ranged {
  const [a, mid, b] = [0, 1, 2].map((band) => rest.value(node, onBand(graph, place, band))) as [
    number,
    number,
    number,
  ];
  return a <= b ? { low: a, mid, high: b } : { low: b, mid, high: a };
}

/** People and servers come in whole numbers, unless the plan itself counts parts of them. */
export function isWhole({ unit }: MovedInput, { low, high }: Ranged): boolean {
  const [only, another] = unit.factors;
  if (only === undefined || another !== undefined || only.power !== 1) return false;
  const { kind, numerator, denominator } = only.atom;
  return kind === 'count' && numerator === denominator && Number.isInteger(low) && Number.isInteger(high);
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** From a tenth to ten times the value; undefined where that is no range. No share grows beyond the whole. */
export function usualSpan({ unit }: MovedInput, now: Ranged, whole: boolean): Span | undefined {
  if (!Number.isFinite(now.low) || !Number.isFinite(now.high) || now.mid === 0) return undefined;
  const ends = [now.low / 10, now.low * 10, now.high / 10, now.high * 10];
  let [from, to] = [Math.min(...ends), Math.max(...ends)];
  if (isShare(unit) && now.high <= 100) to = Math.min(to, 100);
  if (whole && from > 0) from = Math.max(1, Math.floor(from));
  return from < to ? { from, to } : undefined;
}

/** As wide as that of any of several cases. */
export function usualSpanOf(input: MovedInput, nows: readonly Ranged[]): Span | undefined {
  const whole = nows.every((now) => isWhole(input, now));
  const spans = nows.flatMap((now) => usualSpan(input, now, whole) ?? []);
  if (spans.length === 0) return undefined;
  return { from: Math.min(...spans.map((s) => s.from)), to: Math.max(...spans.map((s) => s.to)) };
}

/** A percentage, of whatever. */
export function isShare({ factors }: Unit): boolean {
  return factors.length === 1 && factors[0]?.atom.kind === 'ratio';
}
