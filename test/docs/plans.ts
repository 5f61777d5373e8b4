// A plan from a page -> what is reported of it and, where nothing is wrong, a model that answers.

import { placeOf, readPins } from '../../src/analysis/cases.ts';
import { check } from '../../src/analysis/check.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { type Diagnostic, Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { standalone } from '../../src/formula/formula-text.ts';
import { parseFormula } from '../../src/formula/parse.ts';
import type { Type } from '../../src/formula/typed.ts';
import { buildGraph, type Model } from '../../src/graph/build.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { PackagedVendors } from '../../src/service/vendor-files.ts';

export interface Tried {
  readonly model: Model | undefined;
  readonly reported: readonly Diagnostic[];
  /** What was reported, as a person reads it. */
  readonly text: string;
}

const vendors = new PackagedVendors();

/** As the command line does it: with the catalog of the package, and with the files that stand beside the plan. */
export function tryPlan(text: string, beside: ReadonlyMap<string, string> = new Map()): Tried {
  const out = new Diagnostics();
  const read = (path: string): { file: string; text: string } | undefined => {
    const found = beside.get(path);
    return found === undefined ? undefined : { file: path, text: found };
  };
  const plan = readPlan({ file: 'plan.yaml', text }, { read }, out);
  const model = plan === undefined ? undefined : buildGraph(plan, Catalog.of(vendors, plan.units, out), out);
  return { model: out.failed ? undefined : model, reported: out.all, text: renderDiagnostics(out.all) };
}

/** What the plan claims about itself and does not keep. */
export function brokenPromises(model: Model | undefined): readonly string[] {
  if (model === undefined) return [];
  const { results } = check(new Grid(model.graph));
  return results.filter((r) => r.status !== 'holds' && r.status !== 'disputed').map((r) => r.that);
}

export interface Asked {
  readonly type: Type;
  readonly value: number;
}

/** The value of a formula; throws with the rendered diagnostics where it does not fit. */
export function ask(model: Model, formula: string): Asked {
  const out = new Diagnostics();
  const e = parseFormula(standalone(formula, 'formula'), model.graph.plan.units, out);
  const question = e === undefined ? undefined : model.ask(e, out);
  if (question === undefined) throw new Error(renderDiagnostics(out.all));
  const place = placeOf(model.graph, readPins(model.graph, [], out));
  return { type: question.type, value: new Grid(model.graph).value(question.node, place) };
}
