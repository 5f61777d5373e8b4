// Figures along one input, to be drawn: as many points as a curve needs, and both ends of every step that can be seen.

import type { Graph, NodeId } from '../graph/types.ts';
import type { Interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { tapeAlong } from '../grid/tape.ts';
import type { Span } from './moved-input.ts';

export interface CurveQuestion {
  readonly input: NodeId;
  readonly span: Span;
  /** Equal factors between the points, and not equal distances. */
  readonly logarithmic: boolean;
  readonly figures: readonly { readonly node: NodeId; readonly place: Place }[];
  /** All figures at the same points, to be added up; otherwise a flat stretch is two points. */
  readonly everyPoint?: true;
}

/** One for each figure; unknown is NaN. */
export type Curve = readonly { readonly x: number; readonly y: number }[];

const samples = 96;
/** A leap by less than this part of the whole curve is no step that anybody would see. */
const visible = 0.01;
/** Steps beyond these are drawn as steep lines. */
const mostSearches = 80;

export function curves(graph: Graph, rest: Interpreter, question: CurveQuestion): readonly Curve[] {
  const { input, span, logarithmic, figures } = question;
  const tape = tapeAlong(graph, input, rest);
  const slots = figures.map(({ node, place }) => tape.slot(node, place));
  const at = (x: number): readonly number[] => {
    const values = tape.run(x);
    return slots.map((slot) => values[slot] ?? Number.NaN);
  };
  const xs = Array.from({ length: samples + 1 }, (_, i) =>
    i === 0 ? span.from : i === samples ? span.to : between(span, i / samples, logarithmic),
  );
  const sampled = xs.map((x) => ({ x, ys: at(x) }));
  const sizes = slots.map((_, i) => extent(sampled.map(({ ys }) => ys[i] ?? Number.NaN)));
  const leaps = sampled
    .slice(1)
    .map((to, i) => ({ from: sampled[i] ?? to, to, i }))
    .map((gap) => ({ ...gap, size: leapOf(gap.from.ys, gap.to.ys, sizes) }))
    .filter(({ size }) => size > visible)
    .sort((a, b) => b.size - a.size)
    .slice(0, mostSearches);
  const steps = new Map(leaps.flatMap((gap) => stepIn(gap, at, sizes).map((step) => [gap.i, step])));
  const all = sampled.flatMap((sample, i) => [sample, ...(steps.get(i) ?? [])]);
  const found = slots.map((_, i) => all.map(({ x, ys }) => ({ x, y: ys[i] ?? Number.NaN })));
  return question.everyPoint === true ? found : found.map(withoutFlats);
}

interface Sample {
  readonly x: number;
  readonly ys: readonly number[];
}

function between({ from, to }: Span, share: number, logarithmic: boolean): number {
  return logarithmic ? from * (to / from) ** share : from + (to - from) * share;
}

function extent(ys: readonly number[]): number {
  const known = ys.filter(Number.isFinite);
  return known.length === 0 ? 0 : Math.max(...known) - Math.min(...known);
}

/** The largest leap of any of the figures, as part of the extent of its curve. */
function leapOf(a: readonly number[], b: readonly number[], sizes: readonly number[]): number {
  return Math.max(
    0,
    ...a.map((y, i) => {
      const size = sizes[i] ?? 0;
      const leap = Math.abs((b[i] ?? Number.NaN) - y) / size;
      return size > 0 && Number.isFinite(leap) ? leap : 0;
    }),
  );
}

/** Both sides of a step between two samples; none where what looks like one is a slope. */
function stepIn(
  { from, to, size }: { readonly from: Sample; readonly to: Sample; readonly size: number },
  at: (x: number) => readonly number[],
  sizes: readonly number[],
): readonly (readonly [Sample, Sample])[] {
  let [a, b] = [from, to];
  for (let halvings = 0; halvings < 40; halvings++) {
    const x = (a.x + b.x) / 2;
    const middle = { x, ys: at(x) };
    const [below, above] = [leapOf(a.ys, middle.ys, sizes), leapOf(middle.ys, b.ys, sizes)];
    [a, b] = below > above ? [a, middle] : [middle, b];
    if (Math.max(below, above) < 0.4 * size) return [];
  }
  return [[a, b]];
}

/** Of several equal values in a row the first and the last. */
function withoutFlats(curve: Curve): Curve {
  return curve.filter((p, i) => {
    const [before, after] = [curve[i - 1], curve[i + 1]];
    return before === undefined || after === undefined || before.y !== p.y || after.y !== p.y;
  });
}
