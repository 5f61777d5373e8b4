// A comparison as data: `outlay.compare/1`, schema/compare.schema.json.

import type { AxisHead, CompareCell, Comparison } from '../analysis/compare.ts';
import type { Odds } from '../analysis/odds.ts';
import { unitText } from '../quantity/unit.ts';
import {
  amountJson,
  headJson,
  type Json,
  type JsonHead,
  type JsonObject,
  jsonText,
  present,
} from './json.ts';
import { oddsJson } from './table-odds.ts';

export function compareJson(
  comparison: Comparison,
  pinned: JsonObject,
  head: JsonHead,
  drawn?: Odds,
): string {
  const { by, over, rows, unit } = comparison;
  const atOf = (row: number, column: number): JsonObject => ({
    ...pinned,
    [by.name]: by.points[row]?.name ?? '',
    ...(over === undefined ? {} : { [over.name]: over.points[column]?.name ?? '' }),
  });
  const columns = over?.points.length ?? 1;
  return jsonText({
    ...headJson('outlay.compare/1', head),
    metric: comparison.metric,
    unit: unitText(unit),
    by: axisJson(by),
    over: over === undefined ? null : axisJson(over),
    rows: rows.map((row, i) => ({
      point: row.point,
      label: row.label,
      cells: row.cells.map((cell, k) => cellJson(comparison, cell, atOf(i, k))),
    })),
    summary: {
      cheapest: Array.from({ length: columns }, (_, k): Json => {
        const best = rows.findIndex((row) => row.cells[k]?.cheapest === true);
        const cell = rows[best]?.cells[k];
        return cell === undefined ? null : { at: atOf(best, k), value: amountJson(cell.value, unit) };
      }),
    },
    ...(drawn === undefined ? {} : { odds: oddsJson(drawn) }),
  });
}

function axisJson({ name, label, points }: AxisHead): JsonObject {
  return { axis: name, label, points: points.map((p) => ({ name: p.name, label: p.label })) };
}

function cellJson({ unit }: Comparison, cell: CompareCell, at: JsonObject): JsonObject {
  return present({
    at,
    value: amountJson(cell.value, unit),
    feasible: cell.feasible,
    broken: cell.broken,
    cheapest: cell.cheapest,
    cheapestLow: cell.cheapestLow,
    cheapestHigh: cell.cheapestHigh,
    unknown: cell.unknown,
    note: cell.note,
    disputes: cell.disputes.map((d) => ({ stated: d.stated, because: d.because })),
  });
}
