// A break-even as data: `outlay.break-even/1`, schema/break-even.schema.json; and as rows, one a stretch.

import type { BreakEven } from '../analysis/break-even.ts';
import type { Contest, Crossing, Pair, Side, Standing } from '../analysis/contest.ts';
import type { Unit } from '../quantity/unit.ts';
import { unitText } from '../quantity/unit.ts';
import type { BreakEvenAnswer } from './break-even-words.ts';
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

export function breakEvenJson(answer: BreakEvenAnswer, head: JsonHead): string {
  const { breakEven, metric, at } = answer;
  const { sides, unit, input, span, whole, now, today, middle, ends } = breakEven;
  const there = (x: number): JsonObject => valueJson(x, input.unit);
  return jsonText({
    ...headJson('outlay.break-even/1', head),
    metric: metric ?? null,
    unit: unitText(unit),
    at: atJson(at),
    sides: sides.map((side, i) => sideJson(side, i, breakEven)),
    input: {
      name: input.name,
      label: input.label,
      now: now.map((n) => amountJson(n, input.unit)),
      whole,
      from: there(span.from),
      to: there(span.to),
    },
    today: today === undefined ? null : standingJson(today, breakEven),
    ...contestJson(middle, breakEven),
    ends:
      ends === undefined
        ? null
        : { low: contestJson(ends.low, breakEven), high: contestJson(ends.high, breakEven) },
    summary: { crossings: middle.crossings.length, nearest: nearestJson(breakEven) },
  });
}

function sideJson(
  { name, label }: Side,
  i: number,
  { follows, unknown, limits, input }: BreakEven,
): JsonObject {
  return {
    name,
    label,
    follows: follows[i] ?? false,
    unknown: unknown[i] ?? [],
    limits: (limits[i] ?? []).map((limit) => ({
      name: limit.name,
      label: limit.label,
      stretches: limit.stretches.map((s) => ({
        from: valueJson(s.from, input.unit),
        to: valueJson(s.to, input.unit),
        state: s.state,
      })),
    })),
  };
}

function contestJson(contest: Contest, breakEven: BreakEven): JsonObject {
  const { unit, input } = breakEven;
  return {
    throughout: contest.throughout ?? null,
    stretches: contest.stretches.map((s) => ({
      from: valueJson(s.from, input.unit),
      to: valueJson(s.to, input.unit),
      lower: s.smaller,
      differences: s.differences.map((x) => valueJson(x, unit)),
    })),
    crossings: contest.crossings.map((c) => crossingJson(c, breakEven)),
    proven: contest.proven,
    until: valueJson(contest.until, input.unit),
  };
}

function crossingJson(c: Crossing, breakEven: BreakEven): JsonObject {
  const { unit, input } = breakEven;
  return {
    value: valueJson(c.value, input.unit),
    firstWhole: c.firstWhole === undefined ? null : valueJson(c.firstWhole, input.unit),
    kind: c.kind,
    before: c.before,
    at: c.at,
    after: c.after,
    leaps: c.leaps,
    below: pairJson(c.below, unit),
    above: pairJson(c.above, unit),
    around: c.around.map((row) => standingJson(row, breakEven)),
  };
}

function pairJson({ first, second }: Pair, unit: Unit): JsonObject {
  return { first: valueJson(first, unit), second: valueJson(second, unit) };
}

function standingJson(row: Standing, { unit, input }: BreakEven): JsonObject {
  return {
    value: valueJson(row.value, input.unit),
    side: row.side ?? null,
    ...pairJson(row, unit),
    difference: valueJson(row.difference, unit),
    lower: row.smaller,
    broken: { first: row.broken[0], second: row.broken[1] },
  };
}

/** The crossing that is the fewest times away from today's value. */
function nearestJson({ middle, now, input }: BreakEven): Json {
  const [only, another] = now;
  if (only === undefined || another !== undefined || !(only.mid > 0)) return null;
  const distance = (x: number): number =>
    x > 0 ? Math.abs(Math.log(x / only.mid)) : Number.POSITIVE_INFINITY;
  const sorted = middle.crossings.map((c) => c.value).sort((a, b) => distance(a) - distance(b));
  return sorted[0] === undefined ? null : valueJson(sorted[0], input.unit);
}

/** One row a stretch, and those at the ends of ranges too. */
export function breakEvenCsv({ breakEven }: BreakEvenAnswer): string {
  const { middle, ends, input, unit, sides } = breakEven;
  const heads = [
    ...['band', 'input', 'from', 'first_whole', 'to', 'input_unit', 'begins_with', 'lower', 'case'],
    ...['difference_from', 'difference_to', 'unit'],
  ];
  const named: readonly (readonly [string, Contest | undefined])[] = [
    ['mid', middle],
    ['low', ends?.low],
    ['high', ends?.high],
  ];
  const text = (x: number | undefined, of: Unit): string => (x === undefined ? '' : (decimal(x, of) ?? ''));
  const names: Readonly<Record<string, string>> = { first: sides[0].name, second: sides[1].name };
  const rows = named.flatMap(([band, contest]) =>
    (contest?.stretches ?? []).map(({ from, to, smaller, differences }, i) => {
      const crossing = contest?.crossings[i - 1];
      return [
        ...[band, input.name, text(from, input.unit), text(crossing?.firstWhole, input.unit)],
        ...[text(to, input.unit), unitText(input.unit), crossing?.kind ?? '', smaller, names[smaller] ?? ''],
        ...[text(differences[0], unit), text(differences[1], unit), unitText(unit)],
      ];
    }),
  );
  return csvText([heads, ...rows]);
}
