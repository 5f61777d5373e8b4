// Risk as data: `outlay.risk/1`, schema/risk.schema.json; and as rows, one a case.

import type { LimitChance, RiskCase } from '../analysis/risk.ts';
import type { Estimate } from '../analysis/spread.ts';
import { type Unit, unitText } from '../quantity/unit.ts';
import { csvText } from './csv.ts';
import { atJson, decimal, estimateJson, headJson, type JsonHead, type JsonObject, jsonText } from './json.ts';
import type { RiskAnswer } from './table-risk.ts';

export function riskJson({ risk, metric }: RiskAnswer, head: JsonHead): string {
  const { unit, samples, sampling, by, cases, fanUnit } = risk;
  return jsonText({
    ...headJson('outlay.risk/1', head),
    metric,
    unit: unitText(unit),
    samples,
    seed: sampling.seed,
    draws: sampling.independent ? 'independent' : 'even',
    by: by ?? null,
    fanUnit: fanUnit === undefined ? null : unitText(fanUnit),
    cases: cases.map((one) => caseJson(one, unit, fanUnit)),
  });
}

function caseJson(one: RiskCase, unit: Unit, fanUnit: Unit | undefined): JsonObject {
  const { at, spread, choice } = one;
  const { histogram } = spread;
  return {
    at: atJson(at),
    mean: estimateJson(spread.mean, unit),
    deviation: estimateJson(spread.deviation, unit),
    quantiles: spread.quantiles.map((q) => ({
      probability: decimal(q.probability),
      ...estimateJson(q, unit),
    })),
    unknown: decimal(spread.unknown),
    histogram:
      histogram === undefined
        ? null
        : {
            low: decimal(histogram.low, unit),
            high: decimal(histogram.high, unit),
            counts: histogram.counts,
            below: histogram.below,
            above: histogram.above,
          },
    limits: one.limits.map(limitJson),
    budgets: one.budgets.map(limitJson),
    choice:
      choice === undefined
        ? null
        : { cheapest: estimateJson(choice.cheapest), regret: decimal(choice.regret, unit) },
    drivers: one.drivers.map(({ name, rank, worth }) => ({
      name,
      rankCorrelation: decimal(rank),
      worthKnowing: worth === undefined ? null : decimal(worth, unit),
    })),
    fan: one.fan.map(({ point, label, values }) => {
      const [p10, p50, p90] = values.map((x) => decimal(x, fanUnit)) as [string, string, string];
      return { point, label, p10, p50, p90 };
    }),
  };
}

function limitJson({ name, label, holds }: LimitChance): JsonObject {
  return { name, label, holds: estimateJson(holds) };
}

export function riskCsv({ risk }: RiskAnswer): string {
  const { unit, cases } = risk;
  const [first] = cases;
  const axes = first?.at.map(({ axis }) => axis) ?? [];
  const text = (x: number, of?: Unit): string => decimal(x, of) ?? '';
  const pair = ({ value, error }: Estimate, of?: Unit): readonly string[] => [
    text(value, of),
    text(error, of),
  ];
  const named = (name: string): readonly string[] => [name, `${name}_error`];
  const heads = [
    ...axes,
    'unit',
    ...named('mean'),
    ...named('deviation'),
    ...(first?.spread.quantiles ?? []).flatMap((q) => named(`p${text(q.probability * 100)}`)),
    ...['unknown', ...named('cheapest'), 'regret'],
    ...(first?.limits ?? []).flatMap(({ name }) => named(`limits.${name}`)),
    ...(first?.budgets ?? []).flatMap(({ name }) => named(`budgets.${name}`)),
  ];
  const rows = cases.map(({ at, spread, choice, limits, budgets }) => [
    ...axes.map((axis) => at.find((c) => c.axis === axis)?.point ?? ''),
    unitText(unit),
    ...pair(spread.mean, unit),
    ...pair(spread.deviation, unit),
    ...spread.quantiles.flatMap((q) => pair(q, unit)),
    text(spread.unknown),
    ...(choice === undefined ? ['', '', ''] : [...pair(choice.cheapest), text(choice.regret, unit)]),
    ...[...limits, ...budgets].flatMap(({ holds }) => pair(holds)),
  ]);
  return csvText([heads, ...rows]);
}
