// The nearest change of a recommendation as two curves that cross: what the cheapest option costs along the input that turns
// it over, and the one that is cheaper beyond.

import { curves } from '../../analysis/curve.ts';
import { onBand } from '../../analysis/figures.ts';
import type { Flip } from '../../analysis/flips.ts';
import type { Advice, Scale } from '../../analysis/recommend.ts';
import { interpreter } from '../../grid/interpret.ts';
import { printQuantity } from '../../quantity/print-quantity.ts';
import { unitText } from '../../quantity/unit.ts';
import { moneyText } from '../amounts.ts';
import { perMonth, type ReportContext } from '../report-context.ts';
import type { LineChart } from './chart.ts';
import { isLogarithmic } from './scales.ts';

/** `by`: the axis of the options. `where`: the case; empty for the only one. */
export function flipChart(
  ctx: ReportContext,
  advice: Advice,
  scale: Scale,
  by: number,
  where: string,
): LineChart | undefined {
  const { graph, currency } = ctx;
  const [old] = scale.cheapest;
  const flip = scale.flips.find(
    (f) => f.because === 'cheaper' && f.value !== undefined && f.to !== undefined,
  );
  if (old === undefined || flip?.value === undefined || flip.to === undefined) return undefined;
  const { input, now, value } = flip;
  const places = [old, flip.to].map((point) => scale.place.map((p, axis) => (axis === by ? point : p)));
  const span = spanAround(flip, value);
  const found = curves(graph, interpreter(graph), {
    input: input.node,
    span,
    logarithmic: span.from > 0 && isLogarithmic([span.from, span.to]),
    figures: places.map((place) => ({ node: graph.total, place: onBand(graph, place, 1) })),
  });
  const names = [old, flip.to].map((point) => advice.by.points[point]?.label ?? '');
  const lines = found.map((curve, i) => {
    const rate = currency.rate(places[i] ?? scale.place);
    return { name: names[i] ?? '', points: curve.map(({ x, y }) => ({ x, y: y * rate })) };
  });
  const at = (x: number): string => printQuantity(Number(x.toPrecision(4)), input.unit);
  const unit = perMonth(ctx);
  const cost = (i: number, end: 0 | -1): string => {
    const y = lines[i]?.points.at(end)?.y ?? Number.NaN;
    return moneyText({ low: y, mid: y, high: y }, unit, 'summary');
  };
  const crossing = flip.whole ?? value;
  return {
    kind: 'lines',
    title: `Where ${names[1] ?? ''} becomes cheaper than ${names[0] ?? ''}${where === '' ? '' : `, at ${where}`}`,
    alt: `As ${input.label} goes from ${at(span.from)} to ${at(span.to)}, ${names[0] ?? ''} goes from ${cost(0, 0)} to ${cost(0, -1)} and ${names[1] ?? ''} from ${cost(1, 0)} to ${cost(1, -1)}; they change places at ${printQuantity(crossing, input.unit)}.`,
    x: { name: input.label, unit: unitText(input.unit, true) },
    y: { name: 'total', unit: unitText(unit) },
    lines,
    marks: [
      { x: now, label: `today ${at(now)}` },
      { x: value, label: at(crossing) },
    ],
  };
}

/** Today and the change, with as much room on either side as there is between them. */
function spanAround({ now }: Flip, value: number): { readonly from: number; readonly to: number } {
  const [low, high] = [Math.min(now, value), Math.max(now, value)];
  const room = Math.max(high - low, Math.abs(high) * 0.1);
  const from = low > 0 ? Math.max(low / 2, low - room) : low - room;
  return { from, to: high + room };
}
