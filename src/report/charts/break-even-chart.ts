// Two figures along one input, with a mark at every value at which they change places; or two cases along the months.

import { curves } from '../../analysis/curve.ts';
import { onBand } from '../../analysis/figures.ts';
import type { Graph } from '../../graph/types.ts';
import { interpreter } from '../../grid/interpret.ts';
import { printQuantity } from '../../quantity/print-quantity.ts';
import { unitText } from '../../quantity/unit.ts';
import { moneyUnit } from '../amounts.ts';
import { type BreakEvenAnswer, contestText, inputText } from '../break-even-words.ts';
import type { OvertakingAnswer } from '../overtaking-answers.ts';
import { overtakingSentences } from '../overtaking-answers.ts';
import type { LineChart } from './chart.ts';
import { isLogarithmic } from './scales.ts';

/** More marks than these are a grey area. */
const mostMarks = 12;

export function breakEvenChart(graph: Graph, answer: BreakEvenAnswer): LineChart | undefined {
  const { sides, input, span, unit, middle, today } = answer.breakEven;
  const found = curves(graph, interpreter(graph), {
    input: input.node,
    span,
    logarithmic: span.from > 0 && isLogarithmic([span.from, span.to]),
    figures: sides.map(({ node, place }) => ({ node, place: onBand(graph, place, 1) })),
  });
  const lines = found.map((points, i) => ({ name: sides[i]?.label ?? '', points }));
  if (!lines.some(({ points }) => points.some(({ y }) => Number.isFinite(y)))) return undefined;
  const crossings = middle.crossings.slice(0, mostMarks).map(({ value, firstWhole }) => ({
    x: value,
    label: printQuantity(firstWhole ?? Number(value.toPrecision(4)), input.unit),
  }));
  return {
    kind: 'lines',
    title: `${sides[0].label} and ${sides[1].label} by ${input.label}`,
    alt: `${contestText(middle, answer)}.`,
    x: { name: input.label, unit: unitText(input.unit, true) },
    y: { name: answer.metric ?? '', unit: unitText(unit) },
    lines,
    marks: [
      ...(today === undefined
        ? []
        : [{ x: today.value, label: `now ${inputText(today.value, answer.breakEven)}` }]),
      ...crossings,
    ],
  };
}

/** All cash so far, in the plan's currency. */
export function overtakingChart(answer: OvertakingAnswer, currency: string): LineChart {
  const { months, stretches } = answer.overtaking;
  return {
    kind: 'lines',
    title: 'All cash until the end of each month',
    alt: overtakingSentences(answer).join(' '),
    x: { name: 'month', unit: '' },
    y: { name: 'spent', unit: unitText(moneyUnit(currency)) },
    lines: answer.names.map((name, side) => ({
      name,
      points: months.map(({ spent }, m) => ({ x: m + 1, y: spent[side]?.mid ?? Number.NaN })),
    })),
    marks: stretches.slice(1, mostMarks + 1).map(({ from }) => ({
      x: from + 1,
      label: months[from]?.month ?? '',
    })),
  };
}
