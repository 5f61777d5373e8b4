// Any figure down to its inputs and prices, as a tree.

import { type Explanation, explain } from '../../../src/analysis/explain.ts';
import { onBand } from '../../../src/analysis/figures.ts';
import { Diagnostics } from '../../../src/diagnostics/diagnostic.ts';
import { standalone } from '../../../src/formula/formula-text.ts';
import { parseFormula } from '../../../src/formula/parse.ts';
import type { Question } from '../../../src/graph/types.ts';
import { OutlayError } from '../../../src/index.ts';
import { caseText, valueText } from '../../../src/report/amounts.ts';
import { explainedFormula } from '../../../src/report/explained-formula.ts';
import type { Asked } from '../session.ts';

export interface ExplainParams {
  /** A name or any formula. */
  readonly formula: string;
}

export interface ExplainedFigure {
  readonly name: string;
  readonly label: string;
  readonly kind: Explanation['kind'];
  readonly value: string;
  /** On one line; empty where it says no more than the value. */
  readonly formula: string;
  readonly note: string | undefined;
  readonly source: string | undefined;
  readonly url: string | undefined;
  readonly date: string | undefined;
  readonly confidence: string | undefined;
  /** Another place than that of the figure above it. */
  readonly at: string;
  /** In the catalog, of a price that stands there: `hetzner/cx22`. */
  readonly product: string | undefined;
  /** In the plan's own text. */
  readonly line: number | undefined;
  /** In a text beside it: `vendors/hetzner.yaml:12`. */
  readonly elsewhere: string | undefined;
  readonly seenBefore: boolean;
  readonly parts: readonly ExplainedFigure[];
}

export function explainAnswer(asked: Asked, { formula }: ExplainParams): ExplainedFigure {
  const { graph, place } = asked;
  const question = ask(asked, formula);
  const pointsOf = (axis: string): readonly string[] =>
    graph.axes.find((a) => a.name === axis)?.points.map((p) => p.label) ?? [];
  const shown = (e: Explanation): ExplainedFigure => ({
    name: e.name,
    label: e.label,
    kind: e.kind,
    value: valueText(e, pointsOf),
    formula: explainedFormula(e, valueText(e, pointsOf)),
    note: e.note,
    source: e.provenance?.source,
    url: e.provenance?.url,
    date: e.provenance?.date,
    confidence: e.provenance?.confidence,
    at: caseText(e.at),
    product: productOf(e),
    ...placeIn(asked.plan.path, e),
    seenBefore: e.seenBefore,
    parts: e.parts.map(shown),
  });
  return shown(explain(graph, { node: question.node, text: formula }, onBand(graph, place, 1)));
}

/** What a price of the catalog is called says what it is the price of: `price of hetzner/cx22`. */
function productOf({ kind, name, file }: Explanation): string | undefined {
  if (kind !== 'price' || file?.startsWith('vendors/') !== true) return undefined;
  return / of ([\w.-]+\/[\w.-]+)/.exec(name)?.[1];
}

function placeIn(path: string, { file, position }: Explanation): Pick<ExplainedFigure, 'line' | 'elsewhere'> {
  if (file === undefined || position === undefined) return { line: undefined, elsewhere: undefined };
  return file === path
    ? { line: position.line, elsewhere: undefined }
    : { line: undefined, elsewhere: `${file}:${position.line}` };
}

/** Throws OutlayError where the formula does not fit the plan. */
export function ask({ model, graph }: Pick<Asked, 'model' | 'graph'>, formula: string): Question {
  const out = new Diagnostics();
  const parsed = parseFormula(standalone(formula, 'formula'), graph.plan.units, out);
  const question = parsed === undefined ? undefined : model.ask(parsed, out);
  if (question === undefined) throw new OutlayError(out.all);
  return question;
}
