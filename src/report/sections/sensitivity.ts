// Which inputs move the total of the base case, and how far.

import { caseAxes, coordinates, mapRanged } from '../../analysis/figures.ts';
import { type Sensitivity, sensitivity } from '../../analysis/sensitivity.ts';
import { caseText } from '../amounts.ts';
import { type Block, list, paragraph, table } from '../blocks.ts';
import { chartBlock } from '../charts/chart-block.ts';
import { sensitivityChart } from '../charts/sensitivity-chart.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import { figureLine, sensitivityRemarks, tornadoTable } from '../table-sensitivity.ts';

/** How far an input without a range of its own is moved. */
const by = 0.1;
/** Those that move it least are left to the command line. */
const mostRows = 25;

export function sensitivitySection(ctx: ReportContext): readonly Block[] {
  const { graph, base, pinned, currency } = ctx;
  if (graph.items.length === 0 || graph.plan.inputs.length === 0) return [];
  const question = { node: graph.total, unit: perMonth(ctx), place: base, by, axis: undefined };
  const found = scaled(sensitivity(graph, question), currency.rate(base));
  if (found.rows.length === 0) return [];
  const axes = caseAxes(graph).filter((a) => graph.nodes[graph.total]?.axes.includes(a) || pinned.has(a));
  const answer = { sensitivity: found, metric: 'total', at: coordinates(graph, axes, base), axis: undefined };
  const { columns, rows } = tornadoTable(answer, 0);
  const at = caseText(answer.at);
  const shown = rows.slice(0, mostRows).map((r) => ({
    kind: r.kind,
    cells: r.cells.map((text) => ({ text })),
  }));
  const rest = rows.length - shown.length;
  return [
    paragraph(`${figureLine(answer)}${at === '' ? '' : ` at ${at}`}.`),
    ...chartBlock(sensitivityChart(answer)),
    ...table(columns, shown),
    ...list([
      ...(rest > 0 ? [`${rest} more inputs move it less than these`] : []),
      ...sensitivityRemarks(answer),
    ]),
  ];
}

/** In another currency. */
function scaled(found: Sensitivity, rate: number): Sensitivity {
  if (rate === 1) return found;
  const times = (x: number): number => x * rate;
  return {
    ...found,
    figure: mapRanged(found.figure, times),
    otherRanges: found.otherRanges && mapRanged(found.otherRanges, times),
    rows: found.rows.map((row) => ({
      ...row,
      low: { ...row.low, figure: times(row.low.figure) },
      high: { ...row.high, figure: times(row.high.figure) },
      swing: times(row.swing),
    })),
  };
}
