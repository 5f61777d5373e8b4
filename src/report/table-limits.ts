// Limits and budgets of one case as a table.

import type { LimitState, LimitUse, Threshold } from '../analysis/limits.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { figureText, percentRange } from './amounts.ts';
import { areWhole, shortBound } from './short-text.ts';
import { left, right, type Table, withoutEmptyColumns } from './table.ts';

export const stateTexts: Readonly<Record<LimitState, string>> = {
  holds: 'holds',
  partly: 'at risk',
  broken: 'BROKEN',
  undecided: 'undecided',
};

/** `holds, broken from month 14` */
function stateText({ state, breaks }: LimitUse): string {
  if (breaks === undefined) return stateTexts[state];
  const { axis, point, label } = breaks;
  return `${stateTexts[state]}, broken from ${label === point ? `${axis} ${point}` : label}`;
}

export function limitsTable(
  limits: readonly LimitUse[],
  budgets: readonly LimitUse[],
  thresholds: readonly Threshold[],
): Table {
  const rowOf = (limit: LimitUse, kind: string): readonly string[] => [
    limit.label,
    kind,
    stateText(limit),
    limit.used === undefined ? '' : figureText(limit.used),
    limit.allowed === undefined ? limit.formula : figureText(limit.allowed),
    limit.utilisation === undefined || Number.isNaN(limit.utilisation.mid)
      ? ''
      : percentRange(limit.utilisation),
    thresholds
      .filter((t) => t.limit === limit.name)
      .map((t) => thresholdText(t, limit.state))
      .join('; '),
  ];
  const rows = [...limits.map((l) => rowOf(l, 'limit')), ...budgets.map((b) => rowOf(b, 'budget'))];
  return withoutEmptyColumns({
    columns: [
      left('name'),
      left(''),
      left('state'),
      right('used'),
      right('allowed'),
      right('use'),
      left('reached at'),
    ],
    rows: rows.map((cells) => ({ kind: 'plain', cells })),
  });
}

/** `users 1,000 users (now 500 users)`; of things that are counted, the last whole number at which the limit holds. */
export function thresholdText({ inputLabel, unit, now, value }: Threshold, state: LimitState): string {
  const side = value >= now === (state === 'holds') ? 'most' : 'least';
  const safe = areWhole(value, unit) ? shortBound(value, side, unit) : value;
  return `${inputLabel} ${printQuantity(safe, unit)} (now ${printQuantity(now, unit)})`;
}
