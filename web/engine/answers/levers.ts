// What could be done to pay less: each lever by itself and with the others, and what switching it now would do.

import type { Ranged } from '../../../src/analysis/figures.ts';
import { type LeverName, levers, openLevers } from '../../../src/analysis/levers.ts';
import { unitText } from '../../../src/quantity/unit.ts';
import { figureCell, figureText, percentRange } from '../../../src/report/amounts.ts';
import type { Block } from '../../../src/report/blocks.ts';
import { chartBlock } from '../../../src/report/charts/chart-block.ts';
import { leverChart } from '../../../src/report/charts/lever-chart.ts';
import { leverNotes } from '../../../src/report/lever-tables.ts';
import { metricHere, metricOf } from '../metric.ts';
import type { Asked } from '../session.ts';

export interface LeversParams {
  readonly metric: string;
}

export interface LeversFound {
  readonly unit: string;
  /** All off, as they are switched, all on. */
  readonly off: string;
  readonly now: string;
  readonly on: string;
  readonly levers: readonly LeverShown[];
  readonly added: { readonly alone: string; readonly fair: string };
  readonly notes: readonly string[];
  readonly chart: readonly Block[];
}

export interface LeverShown {
  readonly name: string;
  readonly label: string;
  readonly note: string | undefined;
  readonly asserted: boolean;
  readonly source: string | undefined;
  readonly isOn: boolean;
  /** What the figure would be if this one were switched. */
  readonly switched: string;
  /** undefined where it changes nothing here. */
  readonly saving:
    | {
        readonly alone: string;
        readonly share: string;
        readonly last: string;
        readonly interaction: string;
        readonly fair: string;
        readonly fairShare: string;
      }
    | undefined;
}

export function leversAnswer(asked: Asked, { metric: formula }: LeversParams): LeversFound {
  const { graph, grid, pinned, place } = asked;
  const metric = metricOf(asked, formula);
  const all = openLevers(graph.axes, new Map());
  // whichever are switched on, the table is about all of them
  const free = new Map([...pinned].filter(([axis]) => !all.includes(axis)));
  const { node, unit } = metric;
  const found = levers(grid, { metric: formula, node, unit }, free);
  const cell = (r: Ranged): string => figureCell({ ...r, unit });
  const full = (r: Ranged): string => figureText({ ...r, unit });
  const savings = new Map(found.levers.map((lever) => [lever.name, lever]));
  const names = new Map(
    [...found.levers, ...found.idle].map((lever): [string, LeverName] => [lever.name, lever]),
  );
  const shown = all.flatMap((axis): readonly LeverShown[] => {
    const lever = names.get(graph.axes[axis]?.name ?? '');
    if (lever === undefined) return [];
    const { name, label, note, asserted, source } = lever;
    const isOn = place[axis] === 1;
    const other = place.map((p, a) => (a === axis ? 1 - p : p));
    const saving = savings.get(name);
    return [
      {
        name,
        label,
        note,
        asserted,
        source,
        isOn,
        switched: cell(metricHere({ grid, graph, place: other }, metric)),
        saving:
          saving === undefined
            ? undefined
            : {
                alone: cell(saving.alone),
                share: percentRange(saving.share),
                last: cell(saving.last),
                interaction: cell(saving.interaction),
                fair: saving.shapley === undefined ? '' : cell(saving.shapley),
                fairShare: saving.shapleyShare === undefined ? '' : percentRange(saving.shapleyShare),
              },
      },
    ];
  });
  return {
    unit: unitText(unit, true),
    off: full(found.before),
    now: full(metricHere(asked, metric)),
    on: full(found.after),
    levers: shown,
    added: { alone: cell(found.aloneSum), fair: cell(found.joint) },
    notes: leverNotes(found),
    chart: chartBlock(leverChart(found)),
  };
}
