// What may turn out to be the case where a plan has ranges: every range at its middle, one input at either end of its own, the
// ranges of prices and formulas at theirs, and all of them together. Ends that are mixed otherwise are not among them.

import type { Graph, NodeId } from '../graph/types.ts';
import { heldInputs, rangedInputs } from './held-inputs.ts';
import { type MovedInput, numericInputs } from './moved-input.ts';

export type End = 'low' | 'high';

export type Scenario =
  | { readonly kind: 'middle' }
  /** All else at its middle. */
  | InputScenario
  /** The ranges that belong to no input, with every input at its middle. */
  | { readonly kind: 'others'; readonly end: End }
  | { readonly kind: 'all'; readonly end: End };

export interface InputScenario {
  readonly kind: 'input';
  readonly input: MovedInput;
  readonly end: End;
  /** What it is there; undefined where that is not said, or each option has its own. */
  readonly value?: number | undefined;
}

/** How a scenario is computed: a graph, which of its nodes are not those of the plan, and a point of the band. */
export interface Situation {
  readonly scenario: Scenario;
  readonly graph: Graph;
  readonly moved: readonly NodeId[];
  readonly band: number;
}

const ends: readonly (readonly [End, number])[] = [
  ['low', 0],
  ['high', 2],
];

/** The middle is the first, and all together the last. */
export function situations(graph: Graph): readonly Situation[] {
  const ranged = rangedInputs(graph, numericInputs(graph));
  const moved = ranged.map((input) => input.node);
  const alone = ranged.flatMap((input) =>
    ends.map(([end, point]): Situation => {
      const held = heldInputs(graph, ranged, (one) => (one === input ? point : 1));
      return { scenario: { kind: 'input', input, end }, graph: held, moved, band: 1 };
    }),
  );
  const inputsHeld = heldInputs(graph, ranged, () => 1);
  return [
    { scenario: { kind: 'middle' }, graph, moved: [], band: 1 },
    ...alone,
    ...ends.map(
      ([end, at]): Situation => ({ scenario: { kind: 'others', end }, graph: inputsHeld, moved, band: at }),
    ),
    ...ends.map(([end, at]): Situation => ({ scenario: { kind: 'all', end }, graph, moved: [], band: at })),
  ];
}
