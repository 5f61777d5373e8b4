// Limits as data: `outlay.limits/1`, schema/limits.schema.json.

import type { LimitsCase, LimitUse } from '../analysis/limits.ts';
import {
  amountJson,
  atJson,
  chanceJson,
  headJson,
  type Json,
  type JsonHead,
  type JsonObject,
  jsonText,
  shareJson,
  valueJson,
} from './json.ts';

export function limitUseJson(limit: LimitUse): JsonObject {
  const { used, allowed, utilisation } = limit;
  return {
    name: limit.name,
    label: limit.label,
    state: limit.state,
    formula: limit.formula,
    used: used === undefined ? null : amountJson(used, used.unit),
    allowed: allowed === undefined ? null : amountJson(allowed, allowed.unit),
    utilisation: utilisation === undefined ? null : shareJson(utilisation),
    ...(limit.chance === undefined ? {} : { chance: chanceJson(limit.chance) }),
    ...(limit.breaks === undefined ? {} : { breaks_in: limit.breaks.point }),
    because: limit.because ?? null,
    remedy: limit.remedy ?? null,
    source: limit.source ?? null,
  };
}

/** `budgets` of each case, in the same order. */
export interface LimitsAnswer {
  readonly cases: readonly LimitsCase[];
  readonly budgets: readonly (readonly LimitUse[])[];
}

export function limitsJson({ cases, budgets }: LimitsAnswer, head: JsonHead): string {
  const broken = (uses: readonly LimitUse[]): Json[] =>
    uses.filter((l) => l.state === 'broken').map((l) => l.name);
  return jsonText({
    ...headJson('outlay.limits/1', head),
    cases: cases.map((one, i) => ({
      at: atJson(one.at),
      binding: one.binding ?? null,
      limits: one.limits.map(limitUseJson),
      budgets: (budgets[i] ?? []).map(limitUseJson),
      thresholds: one.thresholds.map((t) => ({
        limit: t.limit,
        input: t.input,
        label: t.inputLabel,
        now: valueJson(t.now, t.unit),
        reachedAt: valueJson(t.value, t.unit),
      })),
    })),
    summary: {
      cases: cases.length,
      broken: cases.flatMap((one, i): Json[] => {
        const names = [...broken(one.limits), ...broken(budgets[i] ?? [])];
        return names.length === 0 ? [] : [{ at: atJson(one.at), limits: names }];
      }),
    },
  });
}
