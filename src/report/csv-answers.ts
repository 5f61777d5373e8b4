// Answers as rows for a spreadsheet: one row an item, a cell, a limit. Figures are plain decimals, their units beside them.

import type { Bill } from '../analysis/bill.ts';
import type { Comparison } from '../analysis/compare.ts';
import type { Coordinate, Ranged } from '../analysis/figures.ts';
import type { LimitUse } from '../analysis/limits.ts';
import { type Unit, unitText } from '../quantity/unit.ts';
import { moneyUnit } from './amounts.ts';
import { csvText } from './csv.ts';
import { decimal } from './json.ts';
import type { LimitsAnswer } from './json-limits.ts';

export function billCsv(bill: Bill): string {
  const { axes, currency } = bill;
  const [month, once] = [moneyUnit(currency, 'month'), moneyUnit(currency)];
  const heads = [
    ...axes,
    ...['item', 'label', 'group', 'provider', 'product', 'tariff', 'basis', 'optional'],
    ...['cost', 'cost_low', 'cost_high', 'cost_unit', 'once', 'once_unit'],
    ...[
      'quantity',
      'quantity_unit',
      'count',
      'sized_by',
      'billing',
      'unpriced',
      'source',
      'date',
      'confidence',
    ],
  ];
  const rows = bill.cases.flatMap((one) =>
    one.items.map((item) => [
      ...pointsOf(axes, one.at),
      ...[item.name, item.label, item.group, item.choice?.provider ?? '', item.choice?.path ?? ''],
      ...[item.choice?.tariff ?? '', item.basis, item.optional ? 'yes' : 'no'],
      ...[...endsOf(item.cost, month), unitText(month), text(item.once.mid, once), unitText(once)],
      ...(item.quantity === undefined ? ['', ''] : [text(item.quantity.mid), unitText(item.quantity.unit)]),
      ...[
        item.count === undefined ? '' : text(item.count.mid),
        item.binding ?? '',
        item.choice?.billing ?? '',
        item.unpriced ?? '',
      ],
      ...[item.choice?.provenance?.source ?? '', item.choice?.provenance?.date ?? ''],
      item.choice?.provenance?.confidence ?? '',
    ]),
  );
  return csvText([heads, ...rows]);
}

export function compareCsv({ by, over, rows, unit }: Comparison): string {
  const heads = [by.name, ...(over === undefined ? [] : [over.name]), 'value', 'low', 'high', 'unit'];
  const more = ['feasible', 'cheapest', 'broken', 'unknown'];
  const lines = rows.flatMap((row) =>
    row.cells.map((cell, i) => [
      row.point,
      ...(over === undefined ? [] : [over.points[i]?.name ?? '']),
      ...[
        ...endsOf(cell.value, unit),
        unitText(unit),
        cell.feasible ? 'yes' : 'no',
        cell.cheapest ? 'yes' : 'no',
      ],
      ...[cell.broken.join('; '), cell.unknown.join('; ')],
    ]),
  );
  return csvText([[...heads, ...more], ...lines]);
}

export function limitsCsv({ cases, budgets }: LimitsAnswer): string {
  const axes = cases[0]?.at.map((c) => c.axis) ?? [];
  const heads = [
    'kind',
    'name',
    'state',
    'used',
    'used_unit',
    'allowed',
    'allowed_unit',
    'utilisation',
    'formula',
  ];
  const rowOf = (at: readonly Coordinate[], kind: string, l: LimitUse): readonly string[] => [
    ...pointsOf(axes, at),
    ...[kind, l.name, l.state],
    ...(l.used === undefined ? ['', ''] : [text(l.used.mid), unitText(l.used.unit)]),
    ...(l.allowed === undefined ? ['', ''] : [text(l.allowed.mid), unitText(l.allowed.unit)]),
    ...[l.utilisation === undefined ? '' : text(l.utilisation.mid), l.formula],
  ];
  const rows = cases.flatMap((one, i) => [
    ...one.limits.map((l) => rowOf(one.at, 'limit', l)),
    ...(budgets[i] ?? []).map((b) => rowOf(one.at, 'budget', b)),
  ]);
  return csvText([[...axes, ...heads], ...rows]);
}

function pointsOf(axes: readonly string[], at: readonly Coordinate[]): readonly string[] {
  return axes.map((axis) => at.find((c) => c.axis === axis)?.point ?? '');
}

/** Middle, low and high; nothing where it is unknown. */
function endsOf(r: Ranged, unit: Unit): readonly string[] {
  return [text(r.mid, unit), text(r.low, unit), text(r.high, unit)];
}

function text(value: number, unit?: Unit): string {
  return decimal(value, unit) ?? '';
}
