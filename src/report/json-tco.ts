// Total cost of ownership as data: `outlay.tco/1`, schema/tco.schema.json.

import type { Ranged } from '../analysis/figures.ts';
import type { Tco, TcoFigures } from '../analysis/tco.ts';
import { moneyUnit } from './amounts.ts';
import { amountJson, atJson, headJson, type JsonHead, type JsonObject, jsonText } from './json.ts';

export function tcoJson(answer: Tco, head: JsonHead): string {
  const unit = moneyUnit(answer.currency);
  const amount = (r: Ranged): JsonObject => amountJson(r, unit);
  const figures = (of: TcoFigures): JsonObject => ({
    cashByYear: of.cashByYear.map(amount),
    effectiveByYear: of.effectiveByYear.map(amount),
    cash: amount(of.cash),
    endValue: amount(of.endValue),
    tco: amount(of.tco),
  });
  return jsonText({
    ...headJson('outlay.tco/1', head),
    months: answer.months,
    from: answer.from,
    until: answer.until,
    discount: answer.discount ?? null,
    axes: answer.axes,
    cases: answer.cases.map((one) => ({
      at: atJson(one.at),
      ...figures(one),
      presentValue: amount(one.presentValue),
      firstMonth: amount(one.firstMonth),
      peak: { month: one.peak.month, cash: amount(one.peak.cash) },
      broken: one.broken.map(({ limit, month }) => ({ limit, month })),
      items: one.items.map((item) => ({
        name: item.name,
        label: item.label,
        group: item.group,
        ...figures(item),
      })),
    })),
  });
}
