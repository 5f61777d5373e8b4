// What is earned, what is left of it, from how many on it pays, and what would have to be charged.

import { axesUnder } from '../../../src/analysis/cases.ts';
import { margins } from '../../../src/analysis/margin.ts';
import { numericInputs } from '../../../src/analysis/moved-input.ts';
import { isServed, servedInputs, usualUnit } from '../../../src/analysis/unit-economics.ts';
import type { ReportTable, RichText } from '../../../src/report/blocks.ts';
import type { Chart } from '../../../src/report/charts/chart.ts';
import { baseMarginChart } from '../../../src/report/charts/margin-chart.ts';
import type { MarginRow } from '../../../src/report/margin-row.ts';
import { type MarginSheet, marginSheets } from '../../../src/report/margin-tables.ts';
import { marginNotes } from '../../../src/report/margin-words.ts';
import { perMonth } from '../../../src/report/report-context.ts';
import { shownCases } from '../../../src/report/shown-cases.ts';
import { sentence } from '../../../src/report/words.ts';
import { type Asked, refused } from '../session.ts';
import type { ExplainedCells } from './explained.ts';
import { contextOf } from './report-context.ts';

export interface MarginParams {
  /** Of what there are units: an input; empty for the usual. */
  readonly per: string;
  /** A gross margin to aim at, as somebody types it: `70%`; empty for none. */
  readonly target: string;
}

export interface MarginAnswer {
  /** Inputs of which there can be units. */
  readonly served: readonly { readonly name: string; readonly label: string }[];
  readonly per: string | undefined;
  readonly sheets: readonly {
    readonly title: string;
    readonly tables: readonly { readonly table: ReportTable; readonly explained: ExplainedCells }[];
  }[];
  readonly notes: readonly RichText[];
  readonly chart: Chart | undefined;
}

/** undefined where the plan sells nothing. Throws OutlayError where the target is none. */
export function marginAnswer(asked: Asked, params: MarginParams): MarginAnswer | undefined {
  const { graph, grid, place, pinned } = asked;
  const { revenue } = graph;
  if (revenue === undefined) return undefined;
  const ctx = contextOf(asked);
  const served = servedInputs(graph, place);
  const named = numericInputs(graph).find((input) => input.name === params.per && isServed(input));
  const per = named ?? usualUnit(graph, place) ?? served[0];
  const differing = axesUnder(grid, [revenue.margin, revenue.earned], pinned);
  const shown = shownCases(graph, differing, pinned);
  const question = { per, span: undefined, target: targetOf(params.target) };
  const answer = margins(grid, question, shown.pinned);
  if (answer === undefined) return undefined;
  const money = {
    unit: perMonth(ctx),
    rate: ({ place: at }: { place: typeof place }) => ctx.currency.rate(at),
  };
  return {
    served: served.map(({ name, label }) => ({ name, label })),
    per: per?.name,
    sheets: marginSheets(graph, answer, money).map(sheetOf),
    notes: marginNotes(answer).map(({ where, text }) =>
      sentence(where === '' ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : `${where}: ${text}`),
    ),
    chart: baseMarginChart(graph, answer, place, money),
  };
}

function sheetOf({ title, cases, tables }: MarginSheet): MarginAnswer['sheets'][number] {
  const explainedIn = ({ formula, cells }: MarginRow): ExplainedCells[number] => [
    undefined,
    ...cases.map(({ at }, column) =>
      formula === undefined || cells[column + 1]?.value === undefined
        ? undefined
        : { formula, at: Object.fromEntries(at.map(({ axis, point }) => [axis, point])) },
    ),
  ];
  return { title, tables: tables.map((table) => ({ table, explained: table.rows.map(explainedIn) })) };
}

/** Of what is earned, so less than all of it. */
function targetOf(text: string): number | undefined {
  if (text.trim() === '') return undefined;
  const percent = /^\s*([0-9]{1,2}(?:\.[0-9]{1,6})?)\s*%?\s*$/.exec(text)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  throw refused(
    `\`${text}\` is no gross margin to aim at`,
    'a gross margin is a share of the revenue, below 100%: 70%',
  );
}
