// The plan that is open: its last text that could be read, as a model, and the same with what is tried out on top.

import type { BillCurrency } from '../../src/analysis/bill.ts';
import { type Pinned, placeOf } from '../../src/analysis/cases.ts';
import { rateInto } from '../../src/analysis/diff-side.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import type { VendorFiles } from '../../src/catalog/types.ts';
import { type Diagnostic, Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Source } from '../../src/diagnostics/source.ts';
import type { Known } from '../../src/editing/writing.ts';
import { indexOfPoint } from '../../src/formula/point-index.ts';
import type { Graph } from '../../src/graph/types.ts';
import type { Grid } from '../../src/grid/evaluate.ts';
import type { Place } from '../../src/grid/layout.ts';
import { loadPlan, moved, OutlayError, type PlanModel } from '../../src/index.ts';
import type { PlanFiles } from '../../src/plan/types.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import type { CatalogAnswer } from '../../src/service/contract.ts';
import type { Shelf } from './inquiries/shelf.ts';
import { outlineOf } from './outline.ts';
import { problemsOf } from './problems.ts';
import type { AskedCase, GivenPlan, Opened } from './protocol.ts';
import { SentCatalog } from './vendors.ts';

/** A model in one case: what every answer is computed from. */
export interface Asked {
  readonly model: PlanModel;
  readonly grid: Grid;
  readonly graph: Graph;
  /** The plan as it is written, without what is tried out. */
  readonly written: PlanModel;
  /** The points that the person chose. */
  readonly pinned: Pinned;
  /** The chosen points, and the base of every other axis. */
  readonly place: Place;
  /** undefined for the plan's own. */
  readonly currency: BillCurrency | undefined;
  readonly vendors: VendorFiles;
  readonly plan: GivenPlan;
}

interface Good {
  readonly plan: GivenPlan;
  readonly model: PlanModel;
  /** By what is set; the last few, so that a slider moved back costs nothing. */
  readonly tried: Map<string, PlanModel>;
  /** What was tried when the last question was asked. */
  last: AskedCase['set'];
}

const mostTried = 8;

export class Session {
  #vendors: VendorFiles = new SentCatalog({});
  #shelf: Shelf | undefined;
  #good: Good | undefined;
  #revision = 0;

  catalog(vendors: CatalogAnswer): void {
    this.#vendors = new SentCatalog(vendors);
    this.#shelf = undefined;
  }

  /** What questions beside the open plan are answered from. */
  shelf(): Shelf {
    // what is wrong with a vendor's file is told where it is used
    this.#shelf ??= {
      vendors: this.#vendors,
      catalog: Catalog.of(this.#vendors, UnitTable.builtin, new Diagnostics()),
    };
    return this.#shelf;
  }

  open(plan: GivenPlan): Opened {
    const wanted = new Set<string>();
    const { model, diagnostics } = loadPlan(
      { text: plan.text, file: plan.path },
      { vendors: this.#vendors, files: filesOf(plan, (path) => wanted.add(path)) },
    );
    if (model !== undefined && wanted.size === 0) {
      this.#good = { plan, model, tried: new Map([['', model]]), last: {} };
      this.#revision += 1;
    }
    const before = this.#good?.plan.path === plan.path ? this.#good : undefined;
    return {
      revision: this.#revision,
      ok: model !== undefined,
      problems: problemsOf(diagnostics, plan),
      outline: before === undefined ? undefined : outlineOf(before.model),
      wanted: [...wanted],
    };
  }

  /** Throws OutlayError where the case does not fit the plan. */
  asked({ at, set, currency }: AskedCase): Asked {
    const good = this.#good;
    if (good === undefined) throw refused('no plan is open', '');
    const model = this.#tried(good, set);
    good.last = set;
    const { graph, grid } = model;
    const pinned = pinsOf(graph, at);
    return {
      model,
      grid,
      graph,
      written: good.model,
      pinned,
      place: placeOf(graph, pinned),
      currency: currencyOf(model, currency),
      vendors: this.#vendors,
      plan: good.plan,
    };
  }

  /** What helps to write: the last text that could be read, in this case; where that does not fit, as it is written. */
  known(asked: AskedCase): Known {
    const good = this.#good;
    if (good === undefined) return { catalog: this.shelf().catalog };
    try {
      const { model, place } = this.asked(asked);
      return { model, place, catalog: model.catalog };
    } catch (error) {
      if (!(error instanceof OutlayError)) throw error;
      return { model: good.model, catalog: good.model.catalog };
    }
  }

  /** What moved last is moved on top of the rest, which stays as it was computed. Throws OutlayError where something does not fit. */
  #tried(good: Good, set: AskedCase['set']): PlanModel {
    const key = keyOf(set);
    const known = good.tried.get(key);
    if (known !== undefined) return known;
    const last = Object.entries(set).filter(([name, value]) => good.last[name] !== value);
    const rest = Object.entries(set).filter(([name, value]) => good.last[name] === value);
    const apart = last.length > 0 && rest.length > 0;
    const model = apart
      ? moved(this.#tried(good, Object.fromEntries(rest)), Object.fromEntries(last))
      : moved(good.model, set);
    const oldest = [...good.tried.keys()].find((other) => other !== '');
    if (good.tried.size > mostTried && oldest !== undefined) good.tried.delete(oldest);
    good.tried.set(key, model);
    return model;
  }
}

/** `wanting` hears of those that nobody has given yet. */
export function filesOf({ files }: GivenPlan, wanting?: (path: string) => void): PlanFiles {
  return {
    read(relative): Source | undefined {
      const found = Object.hasOwn(files, relative) ? files[relative] : undefined;
      if (found === undefined) wanting?.(relative);
      return typeof found === 'string' ? { file: relative, text: found } : undefined;
    },
  };
}

function keyOf(set: AskedCase['set']): string {
  return Object.entries(set)
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n');
}

/** Axes and points that the plan no longer has are left out: a link may be older than the plan. */
function pinsOf(graph: Graph, at: AskedCase['at']): Pinned {
  const pinned = new Map<number, number>();
  for (const [name, point] of Object.entries(at)) {
    const axis = graph.axes.findIndex((a) => a.name === name && a.kind !== 'band');
    const index = indexOfPoint(graph.axes[axis]?.points.map((p) => p.name) ?? [], point);
    if (index >= 0) pinned.set(axis, index);
  }
  return pinned;
}

function currencyOf(model: PlanModel, currency: string | undefined): BillCurrency | undefined {
  if (currency === undefined || currency === model.graph.plan.currency) return undefined;
  const node = rateInto(model, currency, 'currency', new Diagnostics());
  return node === undefined ? undefined : { currency, rate: (place) => model.grid.value(node, place) };
}

export function refused(message: string, help: string): OutlayError {
  const diagnostic: Diagnostic = { code: 'E701', severity: 'error', message, marks: [], help };
  return new OutlayError([diagnostic]);
}
