// What is uncertain in a figure as tables: its spread, the options, limits and budgets, what drives it, and time.

import type { LimitChance, Risk, RiskCase } from '../analysis/risk.ts';
import { roundHalfAway } from '../quantity/print-number.ts';
import type { Unit } from '../quantity/unit.ts';
import { unitText } from '../quantity/unit.ts';
import { caseText, estimateText, figureCell, percentText } from './amounts.ts';
import { left, right, row, type Table } from './table.ts';

export interface RiskAnswer {
  readonly risk: Risk;
  /** What was asked: `total`. */
  readonly metric: string;
}

export interface RiskTable {
  readonly title: string;
  readonly table: Table;
}

/** Of each case. */
const mostDrivers = 6;

const limitsTitle = 'Limits and budgets';

/** All that have anything to say. */
export function riskTables(answer: RiskAnswer): readonly RiskTable[] {
  const { risk } = answer;
  const all: readonly RiskTable[] = [
    { title: `How ${answer.metric} spreads`, table: spreadTable(risk) },
    { title: 'What is chosen', table: optionTable(risk) },
    { title: limitsTitle, table: chanceTable(risk) },
    { title: 'What it follows', table: driverTable(risk) },
    { title: 'Over time', table: fanTable(risk) },
  ];
  const told = all.filter(({ table }) => table.rows.length > 0);
  // where only limits are uncertain, a figure that is always the same needs no table of its own
  const certain = risk.cases.every(({ drivers }) => drivers.length === 0);
  const limits = told.filter(({ title }) => title === limitsTitle);
  return certain && limits.length > 0 ? limits : told;
}

export function spreadTable({ cases, unit }: Risk): Table {
  const quantiles = cases[0]?.spread.quantiles ?? [];
  return {
    columns: [
      left('case'),
      right('mean', unitText(unit)),
      right('±'),
      right('deviation'),
      ...quantiles.map(({ probability }) => right(`p${roundHalfAway(probability * 100, 0)}`)),
      left('shape'),
    ],
    rows: cases.map(({ at, spread }) =>
      row(
        caseText(at),
        plain(spread.mean.value, unit),
        plain(spread.mean.error, unit),
        plain(spread.deviation.value, unit),
        ...spread.quantiles.map(({ value }) => plain(value, unit)),
        shapeOf(spread.histogram?.counts ?? []),
      ),
    ),
  };
}

const levels = '▁▂▃▄▅▆▇█';

function shapeOf(counts: readonly number[]): string {
  const most = Math.max(...counts, 1);
  return counts.map((n) => (n === 0 ? ' ' : levels[Math.ceil((n / most) * levels.length) - 1])).join('');
}

export function optionTable({ cases, unit }: Risk): Table {
  return {
    columns: [left('case'), right('cheapest in'), right('regret', unitText(unit))],
    rows: cases.flatMap(({ at, choice }) =>
      choice === undefined
        ? []
        : [row(caseText(at), estimateText(choice.cheapest), plain(choice.regret, unit))],
    ),
  };
}

/** Of those that hold in some samples and in others not. */
export function chanceTable({ cases }: Risk): Table {
  const rowsOf = (at: RiskCase['at'], kind: string, all: readonly LimitChance[]): Table['rows'] =>
    all
      .filter(({ holds }) => holds.value > 0 && holds.value < 1)
      .map(({ label, holds }) => row(caseText(at), kind, label, estimateText(holds)));
  return {
    columns: [left('case'), left(''), left('name'), right('holds in')],
    rows: cases.flatMap(({ at, limits, budgets }) => [
      ...rowsOf(at, 'limit', limits),
      ...rowsOf(at, 'budget', budgets),
    ]),
  };
}

export function driverTable({ cases, unit }: Risk): Table {
  return {
    columns: [
      left('case'),
      left('number'),
      right('rank correlation'),
      right('worth knowing', unitText(unit)),
    ],
    rows: cases.flatMap(({ at, drivers }) =>
      drivers
        .slice(0, mostDrivers)
        .map(({ name, rank, worth }) =>
          row(
            caseText(at),
            name,
            Number.isNaN(rank) ? '' : signed(rank),
            worth === undefined ? '' : plain(worth, unit),
          ),
        ),
    ),
  };
}

export function fanTable({ cases, fanUnit }: Risk): Table {
  return {
    columns: [
      left('case'),
      left('when'),
      right('p10', fanUnit === undefined ? '' : unitText(fanUnit)),
      right('p50'),
      right('p90'),
    ],
    rows: cases.flatMap(({ at, fan }) =>
      fan.map(({ label, values }) =>
        row(caseText(at), label, ...values.map((x) => (fanUnit === undefined ? '' : plain(x, fanUnit)))),
      ),
    ),
  };
}

/** What the tables do not say. */
export function riskNotes({ risk, metric }: RiskAnswer): readonly string[] {
  const { samples, sampling, cases } = risk;
  const unknown = cases.filter(({ spread }) => spread.unknown > 0);
  const certain = cases.some(({ limits, budgets }) =>
    [...limits, ...budgets].some(({ holds }) => !(holds.value > 0 && holds.value < 1)),
  );
  const kind = sampling.independent ? 'independent' : 'evenly spread';
  return [
    `${samples.toLocaleString('en')} ${kind} samples, seed ${sampling.seed}; ± is the standard error of the sampling alone`,
    ...(cases.every(({ drivers }) => drivers.length === 0) ? [`nothing in ${metric} is uncertain`] : []),
    ...(certain ? ['limits and budgets that are alike in all samples, or unknown, are left out'] : []),
    ...(cases.some(({ choice }) => choice !== undefined)
      ? ['the cheapest is told by what it costs alone, whether limits hold or not']
      : []),
    ...unknown.map(({ at, spread }) =>
      [caseText(at), `unknown in ${percentText(spread.unknown)} of the samples`]
        .filter((part) => part !== '')
        .join(': '),
    ),
  ];
}

function plain(x: number, unit: Unit): string {
  return figureCell({ low: x, mid: x, high: x, unit });
}

function signed(x: number): string {
  return `${x > 0 ? '+' : ''}${roundHalfAway(x, 2)}`;
}
