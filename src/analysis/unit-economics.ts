// What one of something costs and brings in: the average of all there are, the next one to come, and from how many on the whole
// pays for itself.

import type { Graph, GraphRevenue, NodeId } from '../graph/types.ts';
import { encloser } from '../grid/enclose.ts';
import { type Interpreter, interpreter } from '../grid/interpret.ts';
import type { Place } from '../grid/layout.ts';
import { type Tape, tapeAlong } from '../grid/tape.ts';
import { isMoney } from '../quantity/unit.ts';
import { type Banded, minus, rangedOf } from './banded.ts';
import { onBand, type Ranged } from './figures.ts';
import { isShare, type MovedInput, numericInputs, type Span } from './moved-input.ts';
import { coverage, type WholeRun, type WholeRuns, wholeRuns } from './whole-runs.ts';

export interface UnitQuestion {
  readonly input: MovedInput;
  /** How far a break-even is looked for; where nobody says, from one to a hundred times what the input is. */
  readonly span: Span | undefined;
}

/** Averages and the next unit are money per month for one unit of the input. */
export interface UnitEconomics {
  readonly now: Ranged;
  /** Whether revenue and cost follow the input at all. */
  readonly follows: { readonly revenue: boolean; readonly cost: boolean };
  readonly revenue: Ranged;
  /** The cost to serve. */
  readonly cost: Ranged;
  readonly margin: Ranged;
  readonly next: NextUnit;
  /** The total where there is none of it, and what is left of today's. Money per month. */
  readonly fixed: Ranged;
  readonly variable: Ranged;
  /** undefined where today's value gives no range to look at. */
  readonly breakEven: UnitBreakEven | undefined;
}

/** One whole unit more than there are: the difference to the bill and the income as they are, steps and all. */
export interface NextUnit {
  readonly revenue: Ranged;
  readonly cost: Ranged;
  /** What it adds to the margin. */
  readonly contribution: Ranged;
  /** Which of the two may go up a step there, so that the units after it will not do the same. */
  readonly steps: readonly ('revenue' | 'cost')[];
}

export interface UnitBreakEven {
  readonly span: Span;
  readonly middle: Covered;
  /** With every range at its low end and at its high end, where that makes a difference. */
  readonly ends: { readonly low: Covered; readonly high: Covered } | undefined;
}

/** In whole units, with every range of the plan at one of its points. */
export interface Covered {
  /** Covered at every number that was looked at, or at none. */
  readonly throughout: 'always' | 'never' | 'unknown' | undefined;
  /** The smallest number at which what is earned covers what is spent. */
  readonly first: number | undefined;
  /** The smallest from which on it always does, to the end of the range. */
  readonly lasting: number | undefined;
  readonly runs: readonly WholeRun[];
  readonly crossings: readonly CoverCrossing[];
  /** Where the search ended, short of the range's end where there were too many crossings. */
  readonly until: number;
  /** Limits that are broken at `first`. */
  readonly broken: readonly string[];
}

/** From one whole number to the next, between two runs. */
export interface CoverCrossing {
  /** The first number of the run after it. */
  readonly at: number;
  readonly after: WholeRun['state'];
  /** The margin at the number before, and there. */
  readonly margins: readonly [number, number];
  readonly steps: readonly ('revenue' | 'cost')[];
}

/** What is served is counted or measured; a share or a sum of money is not. */
export function isServed({ unit }: MovedInput): boolean {
  return unit.factors.length > 0 && !isShare(unit) && !isMoney(unit);
}

/** What the revenue follows, and what is counted or measured. */
export function servedInputs(graph: Graph, place: Place): readonly MovedInput[] {
  const { revenue } = graph;
  if (revenue === undefined) return [];
  const rest = interpreter(graph);
  return numericInputs(graph).filter((input) => {
    const tape = tapeAlong(graph, input.node, rest);
    return isServed(input) && tape.varies(tape.slot(revenue.earned, place));
  });
}

/** The input of the only sweep; without sweeps, the only count that the revenue follows. */
export function usualUnit(graph: Graph, place: Place): MovedInput | undefined {
  const sweeps = graph.plan.axes.filter((axis) => axis.kind === 'sweep');
  const [swept, another] = sweeps;
  if (another !== undefined) return undefined;
  if (swept !== undefined)
    return numericInputs(graph).find((input) => input.name === swept.input && isServed(input));
  const counts = servedInputs(graph, place).filter(
    ({ unit: { factors } }) => factors.length === 1 && factors[0]?.atom.kind === 'count',
  );
  return counts.length === 1 ? counts[0] : undefined;
}

/** One point of the band: everything as a function of the input. */
class Along {
  readonly #tape: Tape;
  readonly #earned: number;
  readonly #spent: number;
  readonly now: number;

  constructor(graph: Graph, { earned }: GraphRevenue, input: NodeId, rest: Interpreter, place: Place) {
    this.#tape = tapeAlong(graph, input, rest);
    this.#earned = this.#tape.slot(earned, place);
    this.#spent = this.#tape.slot(graph.total, place);
    this.now = rest.value(input, place);
  }

  get follows(): UnitEconomics['follows'] {
    return { revenue: this.#tape.varies(this.#earned), cost: this.#tape.varies(this.#spent) };
  }

  at(x: number): { readonly revenue: number; readonly cost: number } {
    const values = this.#tape.run(x);
    return { revenue: values[this.#earned] ?? Number.NaN, cost: values[this.#spent] ?? Number.NaN };
  }

  /** Which of the two do not go straight, or smoothly, from one number to another. */
  steps(from: number, to: number): readonly ('revenue' | 'cost')[] {
    const all = encloser(this.#tape)(from, to);
    const jumps = (slot: number): boolean => (all[slot]?.play ?? 0) > 0;
    return [
      ...(jumps(this.#earned) ? (['revenue'] as const) : []),
      ...(jumps(this.#spent) ? (['cost'] as const) : []),
    ];
  }

  runs(span: Span): WholeRuns {
    return wholeRuns(this.#tape, this.#spent, this.#earned, span);
  }
}

/** `bands` are the points of the band that stand for low, middle and high: three different ones, or one that is pinned. */
export function unitEconomics(
  graph: Graph,
  revenue: GraphRevenue,
  { input, span }: UnitQuestion,
  place: Place,
  bands: readonly [number, number, number],
): UnitEconomics {
  const rest = interpreter(graph);
  const known = new Map<number, Along>();
  const alongs = bands.map((band) => {
    const along = known.get(band) ?? new Along(graph, revenue, input.node, rest, onBand(graph, place, band));
    known.set(band, along);
    return along;
  }) as [Along, Along, Along];
  const banded = (f: (along: Along) => number): Banded => [f(alongs[0]), f(alongs[1]), f(alongs[2])];
  const middle = alongs[1];
  const now = rangedOf(banded((a) => a.now));
  const each = (of: 'revenue' | 'cost'): Banded => banded((a) => quotient(a.at(a.now)[of], a.now));
  const more = (of: 'revenue' | 'cost'): Banded => banded((a) => rise(a.at(a.now)[of], a.at(a.now + 1)[of]));
  const [nextRevenue, nextCost] = [more('revenue'), more('cost')];
  const [average, cost] = [each('revenue'), each('cost')];
  const whole = span ?? usualUnits(now);
  return {
    now,
    follows: middle.follows,
    revenue: rangedOf(average),
    cost: rangedOf(cost),
    margin: rangedOf(minus(average, cost)),
    next: {
      revenue: rangedOf(nextRevenue),
      cost: rangedOf(nextCost),
      contribution: rangedOf(minus(nextRevenue, nextCost)),
      steps: nextSteps(alongs),
    },
    fixed: rangedOf(banded((a) => a.at(0).cost)),
    variable: rangedOf(banded((a) => rise(a.at(0).cost, a.at(a.now).cost))),
    breakEven:
      whole === undefined ? undefined : unitBreakEven(graph, input.node, alongs, whole, place, bands),
  };
}

/** At any of the three ends. */
function nextSteps(alongs: readonly Along[]): NextUnit['steps'] {
  const all = alongs.flatMap((along) =>
    Number.isFinite(along.now) ? along.steps(along.now, along.now + 1) : [],
  );
  return (['revenue', 'cost'] as const).filter((figure) => all.includes(figure));
}

function quotient(a: number, b: number): number {
  return b === 0 ? Number.NaN : a / b;
}

/** What is less than a part in 10^12 of the figures is the noise of subtracting them. */
function rise(from: number, to: number): number {
  const size = Math.max(Math.abs(from), Math.abs(to));
  if (!Number.isFinite(size) || size === 0) return to - from;
  const digits = 12 - Math.ceil(Math.log10(size));
  return digits < 0 || digits > 100 ? to - from : Number((to - from).toFixed(digits));
}

/** From one to a hundred times as many as there are: with nobody to serve nothing is earned, and often nothing spent. */
function usualUnits({ high }: Ranged): Span | undefined {
  const to = Math.ceil(100 * high);
  return to >= 1 && to <= Number.MAX_SAFE_INTEGER ? { from: 1, to } : undefined;
}

function unitBreakEven(
  graph: Graph,
  input: NodeId,
  alongs: readonly [Along, Along, Along],
  span: Span,
  place: Place,
  bands: readonly [number, number, number],
): UnitBreakEven {
  const known = new Map<Along, Covered>();
  const [low, middle, high] = alongs.map((along, i) => {
    const found = known.get(along) ?? covered(along, span);
    known.set(along, found);
    const broken =
      found.first === undefined
        ? []
        : brokenAt(graph, input, found.first, onBand(graph, place, bands[i] ?? 1));
    return { ...found, broken };
  }) as [Covered, Covered, Covered];
  const same = [low, high].every((end) => JSON.stringify(end.runs) === JSON.stringify(middle.runs));
  return { span, middle, ends: same ? undefined : { low, high } };
}

function covered(along: Along, span: Span): Covered {
  const { runs, until } = along.runs({ from: Math.ceil(span.from), to: Math.floor(span.to) });
  const [only, another] = runs;
  const words = { covered: 'always', short: 'never', unknown: 'unknown' } as const;
  const complete = until === Math.floor(span.to);
  const last = runs.at(-1);
  return {
    throughout: only === undefined || another !== undefined || !complete ? undefined : words[only.state],
    first: runs.find((run) => run.state === 'covered')?.from,
    lasting: complete && last?.state === 'covered' ? last.from : undefined,
    runs,
    crossings: runs.slice(1).map(({ from, state }) => ({
      at: from,
      after: state,
      margins: [marginAt(along, from - 1), marginAt(along, from)],
      steps: along.steps(from - 1, from),
    })),
    until,
    broken: [],
  };
}

/** Nothing where it is nothing but for noise. */
function marginAt(along: Along, n: number): number {
  const { revenue, cost } = along.at(n);
  const even = coverage(cost, revenue) === 'covered' && coverage(revenue, cost) === 'covered';
  return even ? 0 : revenue - cost;
}

function brokenAt(graph: Graph, input: NodeId, n: number, place: Place): readonly string[] {
  const there = interpreter(graph, new Map([[input, n]]));
  return graph.limits
    .filter(({ holds }) => there.value(holds, place) === 0)
    .map(({ limit }) => limit.label ?? limit.name);
}
