// The later plan as it would be with the exchange rates and the calendar of the earlier one: what is left then is quantity and
// price, and what the difference makes is the rates' and the calendar's own.

import type { Graph, Named, NodeId } from '../graph/types.ts';
import { withNumbers } from '../graph/with-numbers.ts';
import { Grid } from '../grid/evaluate.ts';
import type { Place } from '../grid/layout.ts';
import type { CalendarFactor } from '../quantity/convert.ts';
import { billNodes } from './diff-cases.ts';
import type { DiffSide } from './diff-side.ts';

/** The later plan with the calendar of the earlier one, and with its rates as well. Where nothing changed: the plan itself. */
export interface Earlier {
  readonly calendar: Grid;
  readonly rates: Grid;
}

export type EarlierAt = (before: Place, after: Place) => Earlier;

/** Rates may differ from case to case; each set of values is one grid, made when it is first needed. */
export function earlierGrids(before: DiffSide, after: DiffSide): EarlierAt {
  const of = (kind: Named['kind']): readonly Named[] =>
    [...after.graph.names.values()].filter((n) => n.kind === kind);
  const [rates, calendar] = [of('rate'), of('calendar')];
  const known = new Map<string, Grid>();
  const gridWith = (values: ReadonlyMap<NodeId, number>): Grid => {
    if (values.size === 0) return after.grid;
    const key = [...values].join(';');
    const made = known.get(key);
    if (made !== undefined) return made;
    const grid = new Grid(withNumbers(after.graph, values)).pinnedTo(after.pinned ?? new Map());
    grid.evaluate([...new Set(billNodes(after.graph))]);
    known.set(key, grid);
    return grid;
  };
  return (placeBefore, placeAfter) => {
    const changed = (named: Named, value: number | undefined): readonly (readonly [NodeId, number])[] =>
      value === undefined || Number.isNaN(value) || Object.is(value, after.grid.value(named.node, placeAfter))
        ? []
        : [[named.node, value]];
    const months = calendar.flatMap((n) => changed(n, calendarOf(before.graph, n.name)));
    const money = rates.flatMap((n) => changed(n, rateOf(before, n.name, placeBefore)));
    return { calendar: gridWith(new Map(months)), rates: gridWith(new Map([...months, ...money])) };
  };
}

function calendarOf({ plan }: Graph, name: string): number | undefined {
  return plan.calendar[name.slice('calendar.'.length) as CalendarFactor]?.value;
}

/** `exchange.EUR.USD`, also where the other plan states it the other way round. */
function rateOf({ graph, grid }: DiffSide, name: string, place: Place): number | undefined {
  const known = graph.names.get(name);
  if (known !== undefined) return grid.value(known.node, place);
  const [kind, from, to] = name.split('.');
  const inverse = graph.names.get(`${kind}.${to}.${from}`);
  return inverse === undefined ? undefined : 1 / grid.value(inverse.node, place);
}
