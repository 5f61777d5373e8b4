// The total over time where the plan has a horizon, over scale where it has a sweep, and over its cases otherwise; and what the
// horizon comes to.

import { tco } from '../../../src/analysis/tco.ts';
import { moneyText, moneyUnit } from '../../../src/report/amounts.ts';
import { billSheets } from '../../../src/report/bill-table.ts';
import { billChart } from '../../../src/report/charts/bill-chart.ts';
import type { Chart } from '../../../src/report/charts/chart.ts';
import { comparisonChart } from '../../../src/report/charts/comparison-chart.ts';
import { groupsByMonth } from '../../../src/report/charts/group-chart.ts';
import { comparisons } from '../../../src/report/comparison-data.ts';
import type { Asked } from '../session.ts';
import { pinnedThroughout } from './one-case.ts';
import { orderOfParts } from './overview.ts';
import { contextOf } from './report-context.ts';

export interface Outlook {
  readonly chart: Chart | undefined;
  /** Over the horizon; undefined without one. */
  readonly horizon:
    | {
        readonly months: number;
        readonly tco: string;
        readonly cash: string;
        readonly presentValue: string | undefined;
      }
    | undefined;
}

export function outlook(asked: Asked): Outlook {
  const { grid, graph, place, currency } = asked;
  const ctx = contextOf(asked);
  const answer = tco(grid, pinnedThroughout(graph, place), currency);
  const [one] = answer?.cases ?? [];
  const unit = moneyUnit(ctx.currency.currency);
  const horizon =
    answer === undefined || one === undefined
      ? undefined
      : {
          months: answer.months,
          tco: moneyText(one.tco, unit, 'summary'),
          cash: moneyText(one.cash, unit, 'summary'),
          presentValue:
            answer.discount === undefined ? undefined : moneyText(one.presentValue, unit, 'summary'),
        };
  return { chart: groupsByMonth(ctx, 'effective') ?? overCases(asked, ctx), horizon };
}

function overCases(asked: Asked, ctx: ReturnType<typeof contextOf>): Chart | undefined {
  const [first] = comparisons(ctx);
  const chart = first === undefined ? undefined : comparisonChart(ctx, first);
  return chart ?? withPartsIn(orderOfParts(asked), billChart(ctx, billSheets(ctx)));
}

/** The largest first, as where the money goes is told beside it, so that both have the same colours. */
function withPartsIn(order: readonly string[], chart: Chart | undefined): Chart | undefined {
  if (chart?.kind !== 'stack') return chart;
  const rank = ({ name }: { readonly name: string }): number => {
    const at = order.indexOf(name);
    return at < 0 ? order.length : at;
  };
  return {
    ...chart,
    bars: chart.bars.map((bar) => ({ ...bar, parts: [...bar.parts].sort((a, b) => rank(a) - rank(b)) })),
  };
}
