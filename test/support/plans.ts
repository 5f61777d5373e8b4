// The plans of plans/, run through the same steps as on the command line, with edits that a test makes to their texts.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type CheckSummary, check } from '../../src/analysis/check.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Source } from '../../src/diagnostics/source.ts';
import { buildGraph, type Model } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/types.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { withSettings } from '../../src/plan/set-input.ts';

const root = resolve(import.meta.dirname, '../..');

/** One figure of a file changed: `file` is `plans/kec18.yaml` or `vendors/contabo.yaml`. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface CheckedPlan {
  readonly graph: Graph;
  readonly summary: CheckSummary;
}

/** Names of the plans, without the files of expectations beside them. */
export function planNames(): readonly string[] {
  const names = readdirSync(join(root, 'plans')).filter((file) => /^[^.]+\.yaml$/.test(file));
  return names.map((file) => file.slice(0, -'.yaml'.length)).sort();
}

export function checkPlan(name: string, edits: readonly Edit[] = []): CheckedPlan {
  const { graph } = planModel(name, edits);
  return { graph, summary: check(new Grid(graph)) };
}

/** Fails with the rendered diagnostics where the plan is not right; `set` is as `--set` on the command line. */
export function planModel(name: string, edits: readonly Edit[] = [], set: readonly string[] = []): Model {
  const out = new Diagnostics();
  const read = (file: string): Source | undefined => edited(file, edits);
  const vendors = {
    vendor: (id: string) => read(`vendors/${id}.yaml`),
    ids: () =>
      readdirSync(join(root, 'vendors'))
        .map((file) => file.replace(/\.yaml$/, ''))
        .sort(),
  };
  const source = read(`plans/${name}.yaml`);
  if (source === undefined) throw new Error(`there is no plans/${name}.yaml`);
  const written = readPlan(source, { read: (file) => read(`plans/${file}`) }, out);
  const plan = written === undefined ? undefined : withSettings(written, set, out);
  const model =
    plan === undefined || out.failed
      ? undefined
      : buildGraph(plan, Catalog.of(vendors, plan.units, out), out);
  if (model === undefined) throw new Error(renderDiagnostics(out.all));
  return model;
}

function edited(file: string, edits: readonly Edit[]): Source | undefined {
  const path = join(root, file);
  if (!existsSync(path)) return undefined;
  let text = readFileSync(path, 'utf8');
  for (const { from, to } of edits.filter((edit) => edit.file === file)) {
    if (!text.includes(from)) throw new Error(`${file} has no \`${from}\` to change`);
    text = text.replace(from, () => to);
  }
  return { file, text };
}

/** How many expectations stand in the plan's files, counted without our reader. */
export function writtenExpectations(name: string): number {
  const inFile = (file: string): unknown => parse(readFileSync(join(root, 'plans', file), 'utf8'));
  const count = (part: unknown): number => {
    if (typeof part === 'string') return count(inFile(part));
    if (Array.isArray(part)) return part.reduce((sum: number, element) => sum + count(element), 0);
    if (typeof part !== 'object' || part === null) return 0;
    return 'from' in part ? count(part.from) : 1;
  };
  return count((inFile(`${name}.yaml`) as { expect?: unknown }).expect);
}
