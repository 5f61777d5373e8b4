// Levers as data: `outlay.levers/1`, schema/levers.schema.json.

import type { Ranged } from '../analysis/figures.ts';
import type { LeverName, Levers } from '../analysis/levers.ts';
import { unitText } from '../quantity/unit.ts';
import { amountJson, atJson, headJson, type JsonHead, type JsonObject, jsonText, shareJson } from './json.ts';

export function leversJson(answer: Levers, head: JsonHead): string {
  const { metric, unit, broken } = answer;
  const amount = (r: Ranged): JsonObject => amountJson(r, unit);
  return jsonText({
    ...headJson('outlay.levers/1', head),
    metric,
    unit: unitText(unit),
    at: atJson(answer.at),
    before: amount(answer.before),
    after: amount(answer.after),
    saving: amount(answer.joint),
    share: shareJson(answer.jointShare),
    aloneSum: amount(answer.aloneSum),
    levers: answer.levers.map((l) => ({
      ...nameJson(l),
      step: amount(l.step),
      after: amount(l.after),
      alone: amount(l.alone),
      share: shareJson(l.share),
      last: amount(l.last),
      interaction: amount(l.interaction),
      shapley: l.shapley === undefined ? null : amount(l.shapley),
      shapleyShare: l.shapleyShare === undefined ? null : shareJson(l.shapleyShare),
    })),
    idle: answer.idle.map(nameJson),
    broken: { before: broken.before, after: broken.after },
  });
}

function nameJson({ name, label, note, asserted, source }: LeverName): JsonObject {
  return { name, label, note: note ?? null, asserted, source: source ?? null };
}
