// A figure that the page asks for by its formula, in the currency that is shown.

import { bandIndex, type Figure, figureAt } from '../../src/analysis/figures.ts';
import type { NodeId } from '../../src/graph/types.ts';
import { isMoney, type Unit, unitText } from '../../src/quantity/unit.ts';
import { ask } from './answers/explain.ts';
import { type Asked, refused } from './session.ts';

export interface Metric {
  readonly formula: string;
  /** The same in the currency that is shown. */
  readonly shown: string;
  readonly node: NodeId;
  readonly unit: Unit;
}

/** Throws OutlayError where the formula does not fit the plan or is no figure. */
export function metricOf(asked: Pick<Asked, 'model' | 'graph' | 'currency'>, formula: string): Metric {
  const { node, type } = ask(asked, formula);
  if (type.kind !== 'number')
    throw refused(`\`${formula}\` is no figure`, 'for example `total`, or what an item costs: `app.cost`');
  const wished = asked.currency?.currency;
  const [money] = type.unit.factors;
  if (wished === undefined || !isMoney(type.unit) || money === undefined || money.atom.name === wished)
    return { formula, shown: formula, node, unit: type.unit };
  const per = unitText(type.unit).slice(money.atom.name.length);
  const converted = `(${formula}) in ${wished}${per}`;
  const there = ask(asked, converted);
  return there.type.kind === 'number'
    ? { formula, shown: converted, node: there.node, unit: there.type.unit }
    : { formula, shown: formula, node, unit: type.unit };
}

/** The figure in the one case that is looked at: nothing else is computed. */
export function metricHere(
  { grid, graph, place }: Pick<Asked, 'grid' | 'graph' | 'place'>,
  { node }: Metric,
): Figure {
  const band = bandIndex(graph);
  const pins = place.map((point, axis) => [axis, point] as const).filter(([axis]) => axis !== band);
  return figureAt(grid.pinnedTo(new Map(pins)), node, place);
}
