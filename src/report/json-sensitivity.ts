// Sensitivity as data: `outlay.sensitivity/1`, schema/sensitivity.schema.json; and as rows, one an input.

import type { Flip, Recommendation } from '../analysis/flips.ts';
import type { MovedInput } from '../analysis/moved-input.ts';
import type { Elasticity, Moved } from '../analysis/sensitivity.ts';
import type { GraphAxis } from '../graph/types.ts';
import { type Unit, unitText } from '../quantity/unit.ts';
import { csvText } from './csv.ts';
import {
  amountJson,
  atJson,
  decimal,
  headJson,
  type Json,
  type JsonHead,
  type JsonObject,
  jsonText,
  valueJson,
} from './json.ts';
import type { SensitivityAnswer } from './table-sensitivity.ts';

export function sensitivityJson(answer: SensitivityAnswer, head: JsonHead): string {
  const { sensitivity, metric, at, axis } = answer;
  const { unit, by, figure, rows, otherRanges, still, unused, unmoved } = sensitivity;
  const found = sensitivity.recommendation;
  return jsonText({
    ...headJson('outlay.sensitivity/1', head),
    metric,
    at: atJson(at),
    figure: amountJson(figure, unit),
    unknown: sensitivity.unknown,
    by: decimal(by),
    rows: rows.map((row) => ({
      ...inputJson(row.input),
      now: amountJson(row.now, row.input.unit),
      ownRange: row.ownRange,
      low: movedJson(row.low, row.input, unit),
      high: movedJson(row.high, row.input, unit),
      swing: valueJson(row.swing, unit),
      elasticity: elasticityJson(row.elasticity),
    })),
    otherRanges: otherRanges === undefined ? null : amountJson(otherRanges, unit),
    still: still.map((input) => input.name),
    unmoved: unmoved.map((u) => ({ input: u.input.name, because: u.because })),
    unused: unused.map((input) => input.name),
    recommendation: found === undefined || axis === undefined ? null : recommendationJson(found, axis),
  });
}

function inputJson({ name, label }: MovedInput): JsonObject {
  return { input: name, label };
}

function movedJson(moved: Moved, { unit: own }: MovedInput, unit: Unit): JsonObject {
  return { input: valueJson(moved.input, own), figure: valueJson(moved.figure, unit) };
}

/** null where the figure steps or bends just there, or is nothing. */
function elasticityJson(elasticity: Elasticity): JsonObject {
  return { kind: elasticity.kind, value: elasticity.kind === 'steady' ? decimal(elasticity.value) : null };
}

function recommendationJson({ point, flips }: Recommendation, axis: GraphAxis): JsonObject {
  const nameOf = (index: number | undefined): Json =>
    index === undefined ? null : (axis.points[index]?.name ?? null);
  return {
    axis: axis.name,
    point: nameOf(point),
    flips: flips.map((flip) => flipJson(flip, nameOf)),
  };
}

export function flipJson(flip: Flip, nameOf: (point: number | undefined) => Json): JsonObject {
  return {
    ...inputJson(flip.input),
    now: valueJson(flip.now, flip.input.unit),
    value: flip.value === undefined ? null : valueJson(flip.value, flip.input.unit),
    firstWhole: flip.whole === undefined ? null : valueJson(flip.whole, flip.input.unit),
    factor: decimal(flip.factor),
    to: nameOf(flip.to),
    because: flip.because,
    limits: flip.limits,
  };
}

export function sensitivityCsv({ sensitivity }: SensitivityAnswer): string {
  const { rows, unit } = sensitivity;
  const heads = [
    ...['input', 'label', 'own_range', 'low', 'high', 'input_unit', 'at_low', 'at_high', 'swing', 'unit'],
    'elasticity',
  ];
  const text = (x: number, of?: Unit): string => decimal(x, of) ?? '';
  return csvText([
    heads,
    ...rows.map(({ input, ownRange, low, high, swing, elasticity }) => [
      ...[input.name, input.label, ownRange ? 'yes' : 'no', text(low.input, input.unit)],
      ...[
        text(high.input, input.unit),
        unitText(input.unit),
        text(low.figure, unit),
        text(high.figure, unit),
      ],
      ...[
        text(swing, unit),
        unitText(unit),
        elasticity.kind === 'steady' ? text(elasticity.value) : elasticity.kind,
      ],
    ]),
  ]);
}
