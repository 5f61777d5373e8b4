// The figures that have a name in the plan, to choose among; any formula of them is a figure too.

import type { Asked } from '../session.ts';

export interface NamedFigure {
  readonly name: string;
  readonly label: string;
}

const builtIn = ['total', 'upfront', 'cash', 'tco', 'revenue', 'margin'];

export function metrics({ graph }: Asked): readonly NamedFigure[] {
  const isFigure = (name: string): boolean => {
    const node = graph.names.get(name)?.node;
    return node !== undefined && graph.nodes[node]?.type.kind === 'number';
  };
  const names = [...builtIn, ...graph.plan.formulas.map(({ name }) => name)];
  const costs = graph.items.map(({ name, label }) => ({ name: `${name}.cost`, label: `cost of ${label}` }));
  return [
    ...[...new Set(names)]
      .filter(isFigure)
      .map((name) => ({ name, label: graph.names.get(name)?.label ?? name })),
    ...costs,
  ];
}
