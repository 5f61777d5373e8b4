// A plan that is not open, in a line: what it comes to, or why that cannot be said.

import { placeOf } from '../../../src/analysis/cases.ts';
import { caseAxes, coordinates, rangedAt } from '../../../src/analysis/figures.ts';
import { loadPlan } from '../../../src/index.ts';
import { moneyText, moneyUnit } from '../../../src/report/amounts.ts';
import type { GivenPlan } from '../protocol.ts';
import type { Shelf } from './shelf.ts';

export type GlanceParams = GivenPlan;

export type Glance =
  | {
      readonly kind: 'total';
      readonly total: string;
      /** The labels of the points of the base case, and how many cases there are. */
      readonly base: string;
      readonly cases: number;
    }
  | { readonly kind: 'broken'; readonly message: string }
  /** Files beside the plan that have to be given first. */
  | { readonly kind: 'wanting'; readonly files: readonly string[] };

export function glance({ vendors }: Shelf, { path, text, files }: GlanceParams): Glance {
  const wanted = new Set<string>();
  const beside = {
    read(relative: string) {
      const found = Object.hasOwn(files, relative) ? files[relative] : undefined;
      if (found === undefined) wanted.add(relative);
      return typeof found === 'string' ? { file: relative, text: found } : undefined;
    },
  };
  const { model, diagnostics } = loadPlan({ text, file: path }, { vendors, files: beside });
  if (wanted.size > 0) return { kind: 'wanting', files: [...wanted] };
  const [wrong] = diagnostics.filter((d) => d.severity === 'error');
  if (model === undefined) return { kind: 'broken', message: wrong?.message ?? 'it cannot be read' };
  const { graph, grid } = model;
  const place = placeOf(graph, new Map());
  grid.evaluate([graph.total]);
  const axes = caseAxes(graph);
  return {
    kind: 'total',
    total: moneyText(rangedAt(grid, graph.total, place), moneyUnit(graph.plan.currency, 'month'), 'summary'),
    base: coordinates(graph, axes, place)
      .map(({ label }) => label)
      .join(' / '),
    cases: axes.reduce((n, axis) => n * (graph.axes[axis]?.points.length ?? 1), 1),
  };
}
