// Everything that was put in: the cases, the inputs, what a month is, and what a currency is worth.

import { caseAxes, coordinates, figureAt } from '../../analysis/figures.ts';

import { figureText } from '../amounts.ts';
import {
  type Block,
  cell,
  cells,
  code,
  heading,
  type Inline,
  paragraph,
  table,
  textCell,
} from '../blocks.ts';
import { valueTables } from '../case-values.ts';
import { provenanceCells } from '../provenance-text.ts';
import type { ReportContext } from '../report-context.ts';
import { left, right } from '../table.ts';
import { andList } from '../words.ts';

export function assumptionsSection(ctx: ReportContext): readonly Block[] {
  return [...inputTables(ctx), ...caseTables(ctx), ...monthLines(ctx), ...rateTable(ctx)];
}

function inputTables(ctx: ReportContext): readonly Block[] {
  const inputs = ctx.plan.inputs.flatMap((input) => ctx.graph.names.get(input.name) ?? []);
  return valueTables(ctx, inputs, {
    columns: [left('source'), left('date'), left('confidence'), left('note')],
    cellsOf: (named) => [...provenanceCells(named.provenance), textCell(named.note)],
  });
}

/** Which case is the base, and what the points of the axes are where they have a label or a note of their own. */
function caseTables(ctx: ReportContext): readonly Block[] {
  const { graph, base } = ctx;
  const all = caseAxes(graph);
  if (all.length === 0) return [];
  const told = all
    .flatMap((i) => graph.axes[i] ?? [])
    .filter((axis) => axis.points.some((p) => p.label !== p.name || p.note !== undefined));
  const rows = told.flatMap((axis) =>
    axis.points.map(({ name, label, note }) =>
      cells(
        'plain',
        cell(code(`${axis.name}=${name}`)),
        textCell(label === name ? '' : label),
        textCell(note),
      ),
    ),
  );
  const names = coordinates(graph, all, base).flatMap((c, i): readonly Inline[] => [
    i === 0 ? '' : ', ',
    code(`${c.axis}=${c.point}`),
  ]);
  return [
    heading('Cases'),
    paragraph('The base case, which counts where nothing else is said, is ', ...names, '.'),
    ...table([left('case'), left('what it is'), left('note')], rows),
  ];
}

/** `A month has 730 hours and 30 days.` and which of them the plan says. */
function monthLines({ plan }: ReportContext): readonly Block[] {
  const { hours, days, workdays } = plan.calendar;
  const all = [
    { what: `${hours.value} hours`, given: hours.given },
    { what: `${days.value} days`, given: days.given },
    ...(workdays === undefined ? [] : [{ what: `${workdays.value} workdays`, given: workdays.given }]),
  ];
  const given = all.filter((a) => a.given).map((a) => a.what);
  const usual = all.filter((a) => !a.given).map((a) => a.what);
  const parts = [
    ...(given.length > 0 ? [`A month has ${andList(given)}, as the plan says.`] : []),
    ...(usual.length > 0
      ? [`A month has ${andList(usual)}: the default, which the plan does not change.`]
      : []),
  ];
  return [heading('Calendar'), paragraph(`${parts.join(' ')} A year has 12 months.`)];
}

function rateTable({ plan, graph, grid, base }: ReportContext): readonly Block[] {
  const rows = plan.exchange.flatMap(({ from, to, provenance }) => {
    const named = graph.names.get(`exchange.${from}.${to}`);
    if (named === undefined) return [];
    const figure = figureAt(grid, named.node, base);
    const { low, mid, high } = figure;
    return [
      cells(
        'plain',
        textCell(`1 ${from} in ${to}`),
        { text: figureText(figure), value: { low, mid, high }, unit: `${to}/${from}` },
        ...provenanceCells(provenance),
      ),
    ];
  });
  const blocks = table(
    [left('rate'), right('value'), left('source'), left('date'), left('confidence')],
    rows,
  );
  return blocks.length === 0 ? [] : [heading('Exchange rates'), ...blocks];
}
