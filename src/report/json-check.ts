// What `check` found, as data: `outlay.check/1`, schema/check.schema.json.

import type { CheckResult } from '../analysis/check.ts';
import type { Explanation } from '../analysis/explain.ts';
import { positionOf } from '../diagnostics/source.ts';
import { unitText } from '../quantity/unit.ts';
import { type CheckAnswer, checkFindings, type Unmet } from './check-answer.ts';
import {
  atJson,
  chanceJson,
  decimal,
  headJson,
  type Json,
  type JsonObject,
  jsonText,
  present,
  valueJson,
} from './json.ts';
import { limitUseJson } from './json-limits.ts';
import { sourceName } from './price-sources.ts';

export interface CheckedPlan {
  readonly answer: CheckAnswer;
  readonly catalog: string;
}

/** `unreadable`: plans that have errors; those are reported as diagnostics. */
export function checkJson(plans: readonly CheckedPlan[], unreadable: readonly string[]): string {
  const sum = (of: (a: CheckAnswer) => number): number => plans.reduce((all, p) => all + of(p.answer), 0);
  return jsonText({
    schema: 'outlay.check/1',
    plans: plans.map(planJson),
    unreadable,
    summary: {
      plans: plans.length,
      held: sum((a) => a.summary.held),
      disputed: sum((a) => a.summary.disputed),
      failed: sum((a) => a.summary.failed),
      limits: sum((a) => checkFindings(a).limit),
      budgets: sum((a) => checkFindings(a).budget),
      stale: sum((a) => checkFindings(a).stale),
    },
  });
}

function planJson({ answer, catalog }: CheckedPlan): JsonObject {
  const { plan, summary, moved } = answer;
  const { schema: _, ...head } = headJson('', { plan, currency: plan.currency, catalog });
  return {
    file: plan.source.file,
    ...head,
    held: summary.held,
    disputed: summary.disputed,
    failed: summary.failed,
    expectations: summary.results.map((result) => {
      const below = moved.find((m) => m.result === result)?.below;
      return resultJson(result, below);
    }),
    limits: answer.unmet.filter((u) => u.kind === 'limit').map(unmetJson),
    budgets: answer.unmet.filter((u) => u.kind === 'budget').map(unmetJson),
    stale: answer.stale.map(({ source, stale }) => {
      const why = stale.kind === 'newer' ? { newerSince: stale.since } : { seen: stale.seen };
      return { price: sourceName(source), items: source.items, ...why };
    }),
  };
}

function resultJson(r: CheckResult, below: readonly Explanation[] | undefined): JsonObject {
  const { line } = positionOf(r.span.source, r.span.start);
  return present({
    id: r.id,
    that: r.that.replace(/\s+/g, ' ').trim(),
    at: atJson(r.at),
    status: r.status,
    kind: r.kind,
    unit: r.kind === 'number' ? unitText(r.unit) : undefined,
    value: endsJson(r, r.value),
    expected: endsJson(r, r.expected),
    tolerance: r.kind === 'number' ? decimal(Math.max(...r.tolerance)) : undefined,
    stated: r.stated === undefined ? undefined : endsJson(r, r.stated),
    chance: r.chance === undefined ? undefined : chanceJson(r.chance),
    because: r.because,
    source: r.source ?? null,
    note: r.note,
    file: r.span.source.file,
    line,
    below: below?.map(leafJson),
  });
}

/** A decimal; `{low, high}` for a range; true or false; the name of a point; null for unknown. */
function endsJson(r: CheckResult, [low, high]: readonly [number, number]): Json {
  if (Number.isNaN(low)) return null;
  if (r.kind === 'condition') return low === 1;
  if (r.kind === 'point') return r.axis[low] ?? null;
  return low === high ? decimal(low, r.unit) : { low: decimal(low, r.unit), high: decimal(high, r.unit) };
}

function leafJson(leaf: Explanation): JsonObject {
  const value = leaf.type.kind === 'number' ? valueJson(leaf.value, leaf.type.unit) : null;
  return {
    name: leaf.name,
    kind: leaf.kind,
    value,
    file: leaf.file ?? null,
    line: leaf.position?.line ?? null,
  };
}

function unmetJson({ cases }: Unmet): JsonObject {
  const [first] = cases;
  return {
    name: first?.use.name ?? '',
    cases: cases.map(({ at, use }) => ({ at: atJson(at), ...limitUseJson(use) })),
  };
}
