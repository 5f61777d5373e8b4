// Which inputs, prices and formulas stand behind one part of a change.

import type { NodeId } from '../graph/types.ts';
import { interpreter } from '../grid/interpret.ts';
import {
  type Below,
  belongsTo,
  below,
  type Moved,
  type MovedFigure,
  movedFields,
  movedFigures,
  movedFormulas,
  quantityTexts,
  type Spot,
} from './diff-moved.ts';
import { converted, unitOf } from './diff-quantity.ts';
import type { Cause, Kept, Step } from './diff-steps.ts';

export function movedBy(
  kept: Kept,
  node: 'cost' | 'once',
  cause: Cause,
  steps: readonly Step[],
): readonly Moved[] {
  const { one, was, is } = kept;
  switch (cause) {
    case 'quantity':
      return quantityMoved(kept, node);
    case 're-bought':
      // where the old product has no answer for the new quantity, that quantity may be why there is another
      return steps.some((s) => s.cause === 'quantity') ? [] : quantityMoved(kept, node);
    case 'price':
      return priceMoved(kept, node);
    case 'exchange':
    case 'calendar':
      return movedFigures(
        [
          below(one.before, shownFrom(one.before, was[node])),
          below(one.after, shownFrom(one.after, is[node])),
        ],
        belongsTo[cause],
      );
    case 'added':
    case 'removed':
      return [];
  }
}

/** A figure and the rate by which it is shown. */
function shownFrom({ side }: Spot, node: NodeId): readonly NodeId[] {
  return side.rate === undefined ? [node] : [node, side.rate];
}

function quantityMoved(kept: Kept, node: 'cost' | 'once'): readonly Moved[] {
  const { one, is, bounds } = kept;
  const inner = [
    below(one.before, [...bounds[0].fields.values()]),
    below(one.after, [...bounds[1].fields.values()]),
  ] as const;
  const inputs = [
    ...movedFigures(inner, belongsTo.anyInput),
    ...movedFigures(outside(kept, node), belongsTo.quantity),
  ];
  return [
    ...mattering(one.after, is[node], inputs),
    ...movedFormulas(inner),
    ...movedFields([one.before, one.after], is, quantityTexts),
  ];
}

function priceMoved(kept: Kept, node: 'cost' | 'once'): readonly Moved[] {
  const { one, is } = kept;
  const outer = outside(kept, node);
  const figures = movedFigures(outer, belongsTo.price);
  if (figures.length > 0) return figures;
  const fields = movedFields([one.before, one.after], is, (config) => [
    node === 'cost' ? ['price', config.price] : ['once', config.once],
  ]);
  const texts = [...movedFormulas(outer), ...fields];
  return texts.length > 0 ? texts : tariffMoved(kept);
}

/** What stands below an item beside its quantity. */
function outside({ one, was, is, bounds }: Kept, node: 'cost' | 'once'): readonly [Below, Below] {
  return [below(one.before, [was[node]], bounds[0].nodes), below(one.after, [is[node]], bounds[1].nodes)];
}

/** The tariff in one line, where no single figure of it says what moved. */
function tariffMoved({ bought: { before, after } }: Kept): readonly Moved[] {
  if (before === undefined || after === undefined || before.tariff === after.tariff) return [];
  const name = after.path === '' ? after.label : after.path;
  return [{ kind: 'tariff', name, label: after.label, before: before.tariff, after: after.tariff }];
}

/** Those that move the figure when they alone are taken back, the strongest first; all where none of them does so alone. */
function mattering(
  { side, place, values }: Spot,
  node: NodeId,
  moved: readonly MovedFigure[],
): readonly MovedFigure[] {
  if (moved.length < 2) return moved;
  const now = values.value(node, place);
  const weighed = moved.map((m) => {
    const id = side.graph.names.get(m.name)?.node;
    const was =
      id === undefined || m.before === undefined
        ? undefined
        : converted(m.before.mid, m.before.unit, unitOf(side, id));
    if (id === undefined || was === undefined) return { m, weight: 0 };
    const then = interpreter(side.graph, new Map([[id, was]])).value(node, place);
    const weight = Math.abs(then - now);
    return { m, weight: Number.isNaN(weight) ? Number.POSITIVE_INFINITY : weight };
  });
  const heavy = weighed.filter((w) => w.weight > 0);
  return (heavy.length > 0 ? heavy : weighed).sort((a, b) => b.weight - a.weight).map((w) => w.m);
}
