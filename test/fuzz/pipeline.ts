// One text through everything that reads it: plan or formula, catalog, graph, grid, bill, limits, check, explanation.
// Returns what became of it; throws only where the product itself would have crashed.

import { bill } from '../../src/analysis/bill.ts';
import { placeOf } from '../../src/analysis/cases.ts';
import { check } from '../../src/analysis/check.ts';
import { explain } from '../../src/analysis/explain.ts';
import { limits } from '../../src/analysis/limits.ts';
import { margins } from '../../src/analysis/margin.ts';
import { risk } from '../../src/analysis/risk.ts';
import { usualUnit } from '../../src/analysis/unit-economics.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import type { VendorFiles } from '../../src/catalog/types.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { standalone } from '../../src/formula/formula-text.ts';
import { parseFormula } from '../../src/formula/parse.ts';
import { buildGraph, type Model } from '../../src/graph/build.ts';
import { Grid, GridTooLarge } from '../../src/grid/evaluate.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { withSettings } from '../../src/plan/set-input.ts';
import { one } from '../../src/quantity/unit.ts';

export type Outcome = 'accepted' | 'rejected' | 'too large';

export class Unplaced extends Error {}

/** Every rejection must say where, and must be printable. */
function rejected(out: Diagnostics, text: string): Outcome {
  if (out.all.length === 0) throw new Unplaced(`rejected without a word: ${JSON.stringify(text)}`);
  for (const d of out.all) {
    const placed =
      d.marks.length > 0 &&
      d.marks.every(
        (m) => m.span.start >= 0 && m.span.end >= m.span.start && m.span.start <= m.span.source.text.length,
      );
    if (!placed || d.message === '')
      throw new Unplaced(`${d.code} has no place: ${d.message} in ${JSON.stringify(text)}`);
  }
  renderDiagnostics(out.all);
  return 'rejected';
}

export function modelFor(
  text: string,
  files: VendorFiles,
  out: Diagnostics,
  set: readonly string[] = [],
): Model | undefined {
  const read = readPlan({ file: 'fuzz.yaml', text }, { read: () => undefined }, out);
  const plan = read === undefined ? undefined : withSettings(read, set, out);
  if (plan === undefined || out.failed) return undefined;
  return buildGraph(plan, Catalog.of(files, plan.units, out), out);
}

export function tryPlan(text: string, files: VendorFiles): Outcome {
  const out = new Diagnostics();
  const model = modelFor(text, files, out);
  if (model === undefined) return rejected(out, text);
  const { graph } = model;
  const grid = new Grid(graph);
  try {
    const cases = graph.axes.reduce((n, axis) => n * axis.points.length, 1);
    if (cases > 50_000) return 'too large';
    bill(grid, new Map());
    limits(grid, new Map());
    check(grid);
    const per = usualUnit(graph, placeOf(graph, new Map()));
    margins(grid, { per, span: undefined, target: 0.5 }, new Map());
    sampled(grid);
    explain(graph, { node: graph.total, text: 'total' }, placeOf(graph, new Map()));
  } catch (error) {
    if (error instanceof GridTooLarge) return 'too large';
    throw error;
  }
  return 'accepted';
}

/** A few samples of one case. */
function sampled(grid: Grid): void {
  const { graph } = grid;
  const base = new Map(placeOf(graph, new Map()).entries());
  const sampling = { seed: 0, independent: false };
  risk(grid, { node: graph.total, unit: one, by: undefined, samples: 64, sampling, over: undefined }, base);
}

export function tryFormula(text: string, model: Model): Outcome {
  const out = new Diagnostics();
  const e = parseFormula(standalone(text, 'fuzz'), model.graph.plan.units, out);
  if (e === undefined) return rejected(out, text);
  const question = model.ask(e, out);
  if (question === undefined) return rejected(out, text);
  new Grid(model.graph).column(question.node);
  return 'accepted';
}
