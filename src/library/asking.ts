// How a question is put to a plan: where, of which figure; and what is thrown where it cannot be answered.

import { type Pinned, readPins } from '../analysis/cases.ts';
import { renderDiagnostics } from '../diagnostics/code-frame.ts';
import { type Diagnostic, Diagnostics } from '../diagnostics/diagnostic.ts';
import { standalone } from '../formula/formula-text.ts';
import { parseFormula } from '../formula/parse.ts';
import type { Model } from '../graph/build.ts';
import type { NodeId, Question } from '../graph/types.ts';
import type { Unit } from '../quantity/unit.ts';

/** Where a question is asked: `{ tier: 'b' }`. Axes that are not named vary, or stand at their base. */
export type At = Readonly<Record<string, string>>;

/** A question that the plan cannot answer: an unknown axis, a formula that does not fit. */
export class OutlayError extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super(renderDiagnostics(diagnostics));
    this.name = 'OutlayError';
    this.diagnostics = diagnostics;
  }
}

export function ask(model: Model, formula: string): Question {
  const out = new Diagnostics();
  const parsed = parseFormula(standalone(formula, 'formula'), model.graph.plan.units, out);
  const question = parsed === undefined ? undefined : model.ask(parsed, out);
  if (question === undefined) throw new OutlayError(out.all);
  return question;
}

export function askFigure(model: Model, formula: string): { readonly node: NodeId; readonly unit: Unit } {
  const { node, type } = ask(model, formula);
  if (type.kind !== 'number') throw wrong('E303', `\`${formula}\` is no figure`);
  return { node, unit: type.unit };
}

export function pinTexts(at: At): readonly string[] {
  return Object.entries(at).map(([axis, point]) => `${axis}=${point}`);
}

export function pinsOf({ graph }: Model, at: At): Pinned {
  const out = new Diagnostics();
  const pinned = readPins(graph, pinTexts(at), out);
  if (out.failed) throw new OutlayError(out.all);
  return pinned;
}

export function axisOf({ graph }: Model, name: string): number {
  const index = graph.axes.findIndex((axis) => axis.name === name && axis.kind !== 'band');
  if (index < 0) throw wrong('E403', `there is no axis called \`${name}\``);
  return index;
}

export function wrong(code: Diagnostic['code'], message: string): OutlayError {
  return new OutlayError([{ code, severity: 'error', message, marks: [], help: '' }]);
}
