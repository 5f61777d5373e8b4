// A plan as text -> a model that can be asked, for tests. Vendors are texts too, so that a test shows its own prices.

import { placeOf, readPins } from '../../src/analysis/cases.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { standalone } from '../../src/formula/formula-text.ts';
import { parseFormula } from '../../src/formula/parse.ts';
import { buildGraph, type Model } from '../../src/graph/build.ts';
import type { NodeId } from '../../src/graph/types.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { readPlan } from '../../src/plan/read-plan.ts';

export interface Tried {
  readonly model: Model | undefined;
  readonly out: Diagnostics;
  /** Everything that was reported, as a person reads it. */
  readonly text: string;
}

export function tryModel(
  plan: string,
  vendors: Readonly<Record<string, string>> = {},
  file = 'plan.yaml',
): Tried {
  const out = new Diagnostics();
  const files = {
    vendor: (id: string) =>
      Object.hasOwn(vendors, id) ? { file: `vendors/${id}.yaml`, text: vendors[id] ?? '' } : undefined,
    ids: () => Object.keys(vendors).sort(),
  };
  const read = readPlan({ file, text: plan }, { read: () => undefined }, out);
  const model =
    read === undefined || out.failed ? undefined : buildGraph(read, Catalog.of(files, read.units, out), out);
  return { model, out, text: renderDiagnostics(out.all) };
}

/** Fails the test with the rendered diagnostics where the plan is not right. */
export function modelOf(plan: string, vendors: Readonly<Record<string, string>> = {}): Model {
  const { model, text } = tryModel(plan, vendors);
  if (model === undefined) throw new Error(text);
  return model;
}

export function nodeFor(model: Model, formula: string): NodeId {
  const out = new Diagnostics();
  const e = parseFormula(standalone(formula, 'question'), model.graph.plan.units, out);
  const question = e === undefined ? undefined : model.ask(e, out);
  if (question === undefined) throw new Error(renderDiagnostics(out.all));
  return question.node;
}

/** The value of a formula, at `axis=point` places if given. */
export function answer(model: Model, formula: string, ...at: readonly string[]): number {
  const node = nodeFor(model, formula);
  const out = new Diagnostics();
  const place = placeOf(model.graph, readPins(model.graph, at, out));
  if (out.failed) throw new Error(renderDiagnostics(out.all));
  return new Grid(model.graph).value(node, place);
}
