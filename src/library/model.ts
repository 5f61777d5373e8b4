// A plan that was understood, and the same with other numbers.

import { Catalog } from '../catalog/catalog.ts';
import type { VendorFiles } from '../catalog/types.ts';
import { type Diagnostic, Diagnostics } from '../diagnostics/diagnostic.ts';
import { buildGraph, type Model } from '../graph/build.ts';
import { movedModel, unitOfInput } from '../graph/moved.ts';
import { Grid } from '../grid/evaluate.ts';
import { planSource } from '../plan/define-plan.ts';
import type { PlanDefinition } from '../plan/definition.ts';
import { readPlan } from '../plan/read-plan.ts';
import { laidOver, numberSetting, readSettings, withSettings } from '../plan/set-input.ts';
import type { PlanFiles } from '../plan/types.ts';
import { OutlayError } from './asking.ts';

/** A plan as YAML; `file` is what diagnostics call it. */
export interface PlanText {
  readonly text: string;
  readonly file: string;
}

export interface LoadOptions {
  /** The catalog: texts of vendor files by vendor id. Without it a plan can use only its own prices. */
  readonly vendors?: VendorFiles;
  /** Files beside the plan, for `expect: { from: … }`. */
  readonly files?: PlanFiles;
  /** `users=600`, `app.use=contabo/cloud-vps-30`: laid over every option. */
  readonly set?: readonly string[];
  /** The day whose prices hold, in place of the plan's own: `2026-03-27`. */
  readonly asOf?: string;
}

/** A plan that was understood. */
export interface PlanModel extends Model {
  readonly grid: Grid;
  /** The prices that it was read with. */
  readonly catalog: Catalog;
}

export interface LoadedPlan {
  /** undefined where the plan has errors. */
  readonly model: PlanModel | undefined;
  /** Everything worth telling, errors and warnings. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads and checks a plan, given as YAML or as an object. Never throws for what the plan says: what is wrong is in
 * `diagnostics`, and `renderDiagnostics` makes text of them.
 */
export function loadPlan(given: PlanText | PlanDefinition, options: LoadOptions = {}): LoadedPlan {
  const out = new Diagnostics();
  const source = isText(given) ? given : planSource(given);
  const read = readPlan(source, options.files ?? noFiles, out);
  if (read === undefined) return { model: undefined, diagnostics: out.all };
  const dated = options.asOf === undefined ? read : { ...read, asOf: options.asOf };
  const plan = withSettings(dated, options.set ?? [], out);
  const catalog = Catalog.of(options.vendors ?? noVendors, plan.units, out);
  const model = buildGraph(plan, catalog, out);
  if (model === undefined || out.failed) return { model: undefined, diagnostics: out.all };
  const grid = new Grid(model.graph);
  return { model: { ...model, grid, catalog }, diagnostics: out.all };
}

/** What is set, as on the command line (`{ users: '600 users', 'app.count': '3' }`); a plain number is in the unit of its input. */
export type Settings = Readonly<Record<string, number | string>>;

/**
 * The model with these settings over those that it has: the same as `loadPlan` with `set`, bit for bit. Where inputs become other
 * numbers nothing is built anew, and answers compute only what can follow from those inputs, stopping where nothing changes; so
 * it is cheapest to move what was moved last. Throws where something cannot be set.
 */
export function moved(model: PlanModel, settings: Settings): PlanModel {
  const out = new Diagnostics();
  const { graph, catalog } = model;
  const overrides = Object.entries(settings).flatMap(([name, value]) => {
    const unit = Number.isFinite(value) ? unitOfInput(graph, name) : undefined;
    if (typeof value === 'number' && unit !== undefined) return [numberSetting(name, value, unit)];
    return readSettings(graph.plan, [`${name}=${settingText(value)}`], out);
  });
  const found = out.failed ? undefined : movedModel(model, overrides);
  if (found !== undefined) {
    const grid = found.moved.length === 0 ? model.grid : model.grid.movedTo(found.model.graph, found.moved);
    return { ...found.model, grid, catalog };
  }
  const built = out.failed ? undefined : buildGraph(laidOver(graph.plan, overrides), catalog, out);
  if (built === undefined || out.failed) throw new OutlayError(out.all);
  return { ...built, grid: new Grid(built.graph), catalog };
}

function settingText(value: number | string): string {
  if (Number.isNaN(value)) return 'unknown';
  if (value === Number.POSITIVE_INFINITY) return 'unlimited';
  return value === Number.NEGATIVE_INFINITY ? '-unlimited' : String(value);
}

const noFiles: PlanFiles = { read: () => undefined };
const noVendors: VendorFiles = { vendor: () => undefined, ids: () => [] };

function isText(given: PlanText | PlanDefinition): given is PlanText {
  return 'text' in given && 'file' in given;
}
