// A plan on the command line -> a model that can be asked, with everything that is wrong in `out`.

import type { Pinned } from '../analysis/cases.ts';
import { readPins } from '../analysis/cases.ts';
import { Catalog } from '../catalog/catalog.ts';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { buildGraph, type Model } from '../graph/build.ts';
import { Grid } from '../grid/evaluate.ts';
import { type PlanParts, readPlan } from '../plan/read-plan.ts';
import { withSettings } from '../plan/set-input.ts';
import type { Plan } from '../plan/types.ts';
import type { Io } from './io.ts';
import { filesBeside, readPlanText } from './plan-files.ts';
import { readySampler } from './sampler.ts';
import type { Format, Settings, TextFormat } from './settings.ts';
import { PackagedVendors } from './vendor-files.ts';

export interface Loaded<F extends Format = TextFormat> {
  readonly plan: Plan;
  readonly model: Model;
  readonly grid: Grid;
  readonly pinned: Pinned;
  readonly vendors: PackagedVendors;
  readonly settings: Settings<F>;
  readonly io: Io;
  readonly out: Diagnostics;
}

/** undefined when something is wrong; the reasons are in `out`. */
export async function loadPlan<F extends Format>(
  path: string,
  io: Io,
  settings: Settings<F>,
  out: Diagnostics,
  parts: PlanParts,
): Promise<Loaded<F> | undefined> {
  const source = await readPlanText(path, io, out);
  if (source === undefined) return undefined;
  const read = readPlan(source, filesBeside(path, io), out, parts);
  if (read === undefined) return undefined;
  const dated = settings.asOf === undefined ? read : { ...read, asOf: settings.asOf };
  const plan = settings.set.length === 0 ? dated : withSettings(dated, settings.set, out);
  const vendors = new PackagedVendors();
  const model = buildGraph(plan, Catalog.of(vendors, plan.units, out), out);
  if (model === undefined || out.failed) return undefined;
  const pinned = readPins(model.graph, settings.at, out);
  if (out.failed) return undefined;
  await readySampler([model.graph]);
  return { plan, model, grid: new Grid(model.graph), pinned, vendors, settings, io, out };
}
