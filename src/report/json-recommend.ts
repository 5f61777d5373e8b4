// A recommendation as data: `outlay.recommend/1`, schema/recommend.schema.json.

import type { Advice, AtEnd, Option, Scale } from '../analysis/recommend.ts';
import type { Regret, Regrets } from '../analysis/regret.ts';
import type { Scenario } from '../analysis/situations.ts';
import type { Unit } from '../quantity/unit.ts';
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
import { flipJson } from './json-sensitivity.ts';

export function recommendJson(advice: Advice, head: JsonHead): string {
  const { metric, by, scales } = advice;
  return jsonText({
    ...headJson('outlay.recommend/1', head),
    metric,
    by: { axis: by.name, label: by.label },
    scales: scales.map((scale) => scaleJson(scale, advice)),
    summary: {
      scales: scales.length,
      steady: scales.filter((scale) => scale.cheapest.length > 0 && scale.steady).length,
      impossible: scales.filter((scale) => scale.cheapest.length === 0).length,
      cheapest: by.points.flatMap(({ name }, i) => {
        const count = scales.filter((scale) => scale.cheapest.includes(i)).length;
        return count === 0 ? [] : [{ point: name, scales: count }];
      }),
    },
  });
}

function scaleJson(scale: Scale, { by, unit }: Advice): JsonObject {
  const { at, options, cheapest, next, ends, steady, flips, regrets } = scale;
  const nameOf = (point: number | undefined): Json =>
    point === undefined ? null : (by.points[point]?.name ?? null);
  const names = (points: readonly number[]): readonly Json[] => points.map(nameOf);
  return {
    at: atJson(at),
    cheapest: names(cheapest),
    next:
      next === undefined
        ? null
        : {
            points: names(next.options),
            margin: amountJson(next.margin, unit),
            share: decimal(next.share),
          },
    steady,
    ends: { low: endJson(ends.low, unit, names), high: endJson(ends.high, unit, names) },
    options: options.map((option, i) => ({
      point: nameOf(i),
      label: by.points[i]?.label ?? '',
      ...optionJson(option, unit),
      regret: regrets === undefined ? null : regretJson(regrets.options[i], unit, names),
    })),
    flips: flips.map((flip) => flipJson(flip, nameOf)),
    regret: regrets === undefined ? null : regretsJson(regrets, names),
  };
}

type Names = (points: readonly number[]) => readonly Json[];

function endJson({ cheapest, outcomes }: AtEnd, unit: Unit, names: Names): JsonObject {
  return {
    cheapest: names(cheapest),
    options: outcomes.map(({ value, broken }) => ({ value: valueJson(value, unit), broken })),
  };
}

function optionJson(option: Option, unit: Unit): JsonObject {
  const { value, above, broken, undecided, overBudget, unknown } = option;
  return {
    value: amountJson(value, unit),
    above: valueJson(above, unit),
    broken,
    undecided,
    overBudget,
    unknown,
  };
}

function regretJson(regret: Regret | undefined, unit: Unit, names: Names): Json {
  if (regret === undefined) return null;
  const { most, scenario, best, fails } = regret;
  return {
    most: most === undefined ? null : valueJson(most, unit),
    scenario: scenario === undefined ? null : scenarioJson(scenario),
    best: names(best),
    fails: fails.map((failure) => ({ scenario: scenarioJson(failure.scenario), broken: failure.broken })),
  };
}

function regretsJson({ scenarios, impossible, least }: Regrets, names: Names): JsonObject {
  return {
    scenarios: scenarios.map(scenarioJson),
    impossible: impossible.map(scenarioJson),
    least: names(least),
  };
}

function scenarioJson(scenario: Scenario): JsonObject {
  if (scenario.kind === 'middle') return { kind: scenario.kind };
  if (scenario.kind !== 'input') return { kind: scenario.kind, end: scenario.end };
  const { kind, input, end, value } = scenario;
  return {
    kind,
    end,
    input: input.name,
    value: value === undefined ? null : valueJson(value, input.unit),
  };
}
