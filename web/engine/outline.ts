// What a plan has: the axes, inputs and items that the page offers, and which views have anything to show.

import type { Model } from '../../src/graph/build.ts';
import { choiceAxis } from '../../src/report/axis-roles.ts';
import { currenciesReached } from './currencies.ts';
import type { AxisOutline, Outline } from './protocol.ts';

export function outlineOf({ graph }: Model): Outline {
  const { plan } = graph;
  const label = (of: { readonly name: string; readonly label: string | undefined }) => ({
    name: of.name,
    label: of.label ?? of.name,
  });
  const named = (of: { readonly name: string; readonly label: string | undefined }) => {
    const node = graph.names.get(of.name)?.node;
    return { ...label(of), isFigure: node !== undefined && graph.nodes[node]?.type.kind === 'number' };
  };
  return {
    title: plan.title,
    about: plan.about,
    asOf: plan.asOf,
    currency: plan.currency,
    currencies: currenciesReached(plan),
    axes: graph.axes.flatMap(({ name, label: shown, kind, held, base, points }): readonly AxisOutline[] =>
      kind === 'band'
        ? []
        : [
            {
              name,
              label: shown,
              kind,
              held,
              base: points[base]?.name ?? '',
              points: points.map((p) => ({ name: p.name, label: p.label, note: p.note })),
            },
          ],
    ),
    inputs: plan.inputs.map(named),
    items: graph.items.map(({ name, label: shown, group }) => ({ name, label: shown, group })),
    formulas: plan.formulas.map(named),
    limits: [...plan.limits, ...plan.budgets].map(label),
    has: {
      choice: choiceAxis(graph, graph.total, new Map()) !== undefined,
      time: plan.horizon !== undefined,
      levers: plan.axes.some((axis) => axis.kind === 'lever'),
      revenue: graph.revenue !== undefined,
      uncertain: graph.nodes.some(({ op }) => op.kind === 'draw'),
      limits: plan.limits.length + plan.budgets.length > 0,
    },
  };
}
