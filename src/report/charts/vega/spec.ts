// A chart as a Vega-Lite specification. What a person wrote stands in the data and in titles only, never in an expression, and
// no field is called by a person's word.

import type { Chart } from '../chart.ts';
import { colours } from '../colours.ts';
import { areas } from './areas.ts';
import { dots } from './dots.ts';
import { fan } from './fan.ts';
import { histogram } from './histogram.ts';
import { ladder } from './ladder.ts';
import { lines } from './lines.ts';
import type { Spec } from './shared.ts';
import { spans } from './spans.ts';
import { spread } from './spread.ts';
import { stack } from './stack.ts';

const labelLimit = 230;
const font = 'Source Sans 3, system-ui, sans-serif';

const { ink, muted, grid } = colours;

const config: NonNullable<Spec['config']> = {
  background: null as unknown as string,
  font,
  view: { stroke: null },
  axis: {
    labelColor: ink.light,
    titleColor: ink.light,
    gridColor: grid.light,
    domainColor: muted.light,
    tickColor: muted.light,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    labelLimit,
    labelPadding: 5,
  },
  legend: {
    labelColor: ink.light,
    labelFontSize: 12,
    labelLimit,
    orient: 'top',
    direction: 'horizontal',
    columns: 4,
    title: null,
    symbolStrokeWidth: 2,
    symbolSize: 140,
  },
  text: { color: ink.light, fontSize: 12 },
  // the sign that tables have, and that a spreadsheet reads
  locale: { number: { decimal: '.', thousands: ',', grouping: [3], currency: ['', ''], minus: '-' } },
};

export function vegaSpec(chart: Chart): Spec {
  const drawn = specOf(chart);
  return { ...drawn, padding: 4, autosize: { type: 'pad' }, config };
}

function specOf(chart: Chart): Spec {
  switch (chart.kind) {
    case 'lines':
      return lines(chart);
    case 'dots':
      return dots(chart);
    case 'stack':
      return stack(chart);
    case 'spans':
      return spans(chart);
    case 'ladder':
      return ladder(chart);
    case 'areas':
      return areas(chart);
    case 'histogram':
      return histogram(chart);
    case 'spread':
      return spread(chart);
    case 'fan':
      return fan(chart);
  }
}
