// An explanation as data: `outlay.explain/1`, schema/explain.schema.json.

import type { Explanation } from '../analysis/explain.ts';
import {
  amountJson,
  headJson,
  type Json,
  type JsonHead,
  type JsonObject,
  jsonText,
  present,
  provenanceJson,
} from './json.ts';

export interface ExplainAnswer {
  readonly question: string;
  readonly tree: Explanation;
  readonly at: JsonObject;
  /** Which sample it is of; undefined for the middle of every range. */
  readonly sample: number | undefined;
  readonly depth: number | undefined;
  readonly points: (axis: string) => readonly string[];
}

export function explainJson(answer: ExplainAnswer, head: JsonHead): string {
  return jsonText({
    ...headJson('outlay.explain/1', head),
    question: answer.question,
    at: answer.at,
    ...(answer.sample === undefined ? {} : { sample: answer.sample }),
    tree: treeJson(answer.tree, 0, answer),
  });
}

function treeJson(e: Explanation, level: number, answer: ExplainAnswer): JsonObject {
  const cut = answer.depth !== undefined && level >= answer.depth;
  return present({
    name: e.name,
    label: e.label,
    kind: e.kind,
    value: valueJsonOf(e, answer.points),
    formula: e.formula ?? null,
    note: e.note,
    ...provenanceJson(e.provenance),
    file: e.file ?? null,
    line: e.position?.line ?? null,
    seenBefore: e.seenBefore,
    parts: cut ? [] : e.parts.map((part) => treeJson(part, level + 1, answer)),
  });
}

/** A quantity; true or false; the name of a point; null for unknown. */
function valueJsonOf(e: Explanation, points: (axis: string) => readonly string[]): Json {
  switch (e.type.kind) {
    case 'number':
      return amountJson({ low: e.low, mid: e.value, high: e.high }, e.type.unit);
    case 'condition':
      return Number.isNaN(e.value) ? null : e.value === 1;
    case 'point':
      return points(e.type.axis)[e.value] ?? null;
    default:
      return null;
  }
}
