// A product of the catalog as an item of a plan: what has to be said of it, and the plan's text with it.

import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { applyEdits, type Edit } from '../../../src/editing/edit.ts';
import { freshName } from '../../../src/editing/starter.ts';
import { driverOf, isDeclared, literalOf, type Run, runOf } from '../../../src/editing/starter-answers.ts';
import { loadPlan, OutlayError } from '../../../src/index.ts';
import type { PlanFiles } from '../../../src/plan/types.ts';
import { unitText } from '../../../src/quantity/unit.ts';
import type { GivenPlan } from '../protocol.ts';
import { refused } from '../session.ts';
import type { Shelf } from './shelf.ts';

export interface UseWish {
  /** As in the catalog: `vendor/product/plan`. */
  readonly path: string;
  /** Of the plan. */
  readonly currency: string;
  /** Names that the plan has already. */
  readonly taken: readonly string[];
}

export interface UseOffer {
  /** What the item could be called. */
  readonly name: string;
  /** How much of it is used, where it is charged so; `1 GB`. */
  readonly amount: string | undefined;
}

/** Throws OutlayError where the product cannot be used so. */
export function useOffer({ catalog }: Shelf, { path, currency, taken }: UseWish): UseOffer {
  const run = runFor(runOf(path, currency, catalog));
  return {
    name: freshName(run.product.id, new Set(taken)),
    amount: run.kind === 'metered' ? `1 ${unitText(run.meter)}` : undefined,
  };
}

export interface UseParams {
  readonly plan: GivenPlan;
  readonly path: string;
  readonly currency: string;
  readonly name: string;
  /** A number, an amount or a formula; counts only where it is charged by quantity. */
  readonly amount: string;
}

/** The text with the item in it. Throws OutlayError with the reason where the plan would be wrong by it. */
export function usedIn(shelf: Shelf, params: UseParams): string {
  const { plan, path, currency, name, amount } = params;
  const run = runFor(runOf(path, currency, shelf.catalog));
  const metered = run.kind === 'metered' ? run.meter : undefined;
  const quantity = metered === undefined ? amount : (literalOf(amount, metered, driverOf('user')) ?? amount);
  const to =
    run.kind === 'metered'
      ? { use: path, quantity }
      : run.kind === 'bought'
        ? { buy: path, life: '5 years' }
        : { use: path };
  const item: Edit = { kind: 'add', path: ['items', name], to };
  const counted = metered?.factors.map(({ atom }) => atom).filter(isDeclared) ?? [];
  const units = counted.map((atom) => atom.name);
  // what is counted has to be declared, unless the plan does so already; with or without other such units
  const ways: readonly (readonly Edit[])[] = [
    [item],
    [...units.map((unit): Edit => ({ kind: 'add', path: ['units'], to: unit })), item],
    [{ kind: 'set', path: ['units'], to: units }, item],
  ];
  const tried = ways.slice(0, units.length > 0 ? 3 : 1).map((edits) => textWith(shelf, plan, edits));
  const taken = tried.find((one) => typeof one === 'string');
  if (taken !== undefined) return taken;
  const [first] = tried;
  throw typeof first === 'string' || first === undefined ? refused('it could not be written', '') : first;
}

function runFor(run: Run): Extract<Run, { readonly product: unknown }> {
  if (run.kind === 'problem') throw refused(run.problem, '');
  if (run.kind === 'own') throw refused('this is a price, not a product', '');
  return run;
}

function textWith({ vendors }: Shelf, plan: GivenPlan, edits: readonly Edit[]): string | OutlayError {
  const source = { file: plan.path, text: plan.text };
  const files: PlanFiles = {
    read: (path) => {
      const text = Object.hasOwn(plan.files, path) ? plan.files[path] : undefined;
      return typeof text === 'string' ? { file: path, text } : undefined;
    },
  };
  const edited = applyEdits(source, edits, files);
  if (!edited.ok) return new OutlayError(edited.diagnostics);
  const errorsOf = (text: string): readonly Diagnostic[] =>
    loadPlan({ ...source, text }, { vendors, files }).diagnostics.filter((d) => d.severity === 'error');
  const before = new Set(errorsOf(plan.text).map((d) => d.message));
  const fresh = errorsOf(edited.text).filter((d) => !before.has(d.message));
  return fresh.length > 0 ? new OutlayError(fresh) : edited.text;
}
