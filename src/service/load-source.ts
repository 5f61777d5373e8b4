// A plan's text -> a model that can be asked, with the catalog of the package.

import type { Pinned } from '../analysis/cases.ts';
import { readPins } from '../analysis/cases.ts';
import { Catalog } from '../catalog/catalog.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { buildGraph, type Model } from '../graph/build.ts';
import { Grid } from '../grid/evaluate.ts';
import { type PlanParts, readPlan } from '../plan/read-plan.ts';
import { withSettings } from '../plan/set-input.ts';
import type { Plan, PlanFiles } from '../plan/types.ts';
import { PackagedVendors } from './vendor-files.ts';

/** What a person may ask of a plan as a whole. */
export interface Wanted {
  /** `users=600` */
  readonly set: readonly string[];
  /** `tier=b` */
  readonly at: readonly string[];
  /** ISO day in place of the plan's own. */
  readonly asOf: string | undefined;
}

export interface LoadedSource {
  readonly plan: Plan;
  readonly model: Model;
  readonly grid: Grid;
  readonly pinned: Pinned;
  readonly vendors: PackagedVendors;
  readonly out: Diagnostics;
}

/** undefined when something is wrong; the reasons are in `out`. */
export function loadSource(
  source: Source,
  files: PlanFiles,
  wanted: Wanted,
  out: Diagnostics,
  parts: PlanParts,
): LoadedSource | undefined {
  const read = readPlan(source, files, out, parts);
  if (read === undefined) return undefined;
  const dated = wanted.asOf === undefined ? read : { ...read, asOf: wanted.asOf };
  const plan = wanted.set.length === 0 ? dated : withSettings(dated, wanted.set, out);
  const vendors = new PackagedVendors();
  const model = buildGraph(plan, Catalog.of(vendors, plan.units, out), out);
  if (model === undefined || out.failed) return undefined;
  const pinned = readPins(model.graph, wanted.at, out);
  if (out.failed) return undefined;
  return { plan, model, grid: new Grid(model.graph), pinned, vendors, out };
}
