// Two plans as texts -> what moved between them, through the same steps as on the command line.

import { type Diff, diff } from '../../src/analysis/diff.ts';
import { pinsOfBoth } from '../../src/analysis/diff-cases.ts';
import { diffModel, diffSide } from '../../src/analysis/diff-side.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Model } from '../../src/graph/build.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import type { Plan } from '../../src/plan/types.ts';

/** A side: its text, and another day or other settings. */
export interface PlanText {
  readonly text: string;
  readonly asOf?: string;
}

export function diffOf(before: string | PlanText, after: string | PlanText, ...at: readonly string[]): Diff {
  const [old, now] = [before, after].map(modelFor);
  const out = new Diagnostics();
  if (old === undefined || now === undefined) throw new Error('two plans');
  const pins = pinsOfBoth([old.graph, now.graph], at, out);
  if (out.failed) throw new Error(renderDiagnostics(out.all));
  const { currency } = now.graph.plan;
  return diff({
    before: diffSide(old, pins[0], undefined),
    after: diffSide(now, pins[1], undefined),
    currency,
  });
}

function modelFor(side: string | PlanText): Model {
  const { text, asOf } = typeof side === 'string' ? { text: side, asOf: undefined } : side;
  const out = new Diagnostics();
  const read = readPlan({ file: 'plan.yaml', text }, { read: () => undefined }, out);
  const plan: Plan | undefined = read === undefined || asOf === undefined ? read : { ...read, asOf };
  const files = { vendor: () => undefined, ids: () => [] };
  const model =
    plan === undefined || out.failed ? undefined : diffModel(plan, Catalog.of(files, plan.units, out), out);
  if (model === undefined) throw new Error(`${text}\n${renderDiagnostics(out.all)}`);
  return model;
}
