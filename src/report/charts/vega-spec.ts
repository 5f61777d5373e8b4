// A chart as a Vega-Lite specification. What a person wrote stands in the data and in titles only, never in an expression, and
// no field is called by a person's word.

import type { TopLevelSpec } from 'vega-lite';
import type {
  Chart,
  DotChart,
  LadderChart,
  LineChart,
  Measure,
  SpanChart,
  SpanRole,
  StackChart,
} from './chart.ts';
import { colours, lineColours, lineDashes, partColours } from './colours.ts';
import { isLogarithmic, logDomain, logTicks } from './scales.ts';

type Spec = Extract<TopLevelSpec, { layer: unknown }>;
type Layer = Spec['layer'][number];

const width = 560;
const rowHeight = 26;
const labelLimit = 230;

export const chartFont = 'Source Sans 3';

const { ink, muted, grid, paper } = colours;

const config: NonNullable<Spec['config']> = {
  background: null as unknown as string,
  font: `${chartFont}, system-ui, sans-serif`,
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
};

/** `1,500`, `2M`, `3.5bn`: a tick has little room. */
const tickText =
  "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',.3~f') + 'bn' : abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',.3~f') + 'M' : format(datum.value, ',.4~f')";

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
  }
}

function titleOf({ name, unit }: Measure): string {
  return unit === '' || unit === name.toLowerCase() ? name : `${name} (${unit})`;
}

/** The scale and the axis of figures; logarithmic where they span decades. */
function figures(measure: Measure, values: readonly number[], zero: boolean) {
  const known = values.filter(Number.isFinite);
  const log = isLogarithmic(known);
  const axis = { title: titleOf(measure), labelExpr: tickText, tickCount: 6, labelFlush: false };
  return log
    ? {
        scale: { type: 'log' as const, nice: false, domain: logDomain(known) },
        axis: { ...axis, values: [...logTicks(logDomain(known))] },
      }
    : { scale: { zero }, axis };
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Two things of the same name are two things. */
function apart(names: readonly string[]): readonly string[] {
  return names.map((name, i) => {
    const before = names.slice(0, i).filter((other) => other === name).length;
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** Bars beside one another, in the order of the data. */
function rows(names: readonly string[]) {
  return {
    field: 'name',
    type: 'nominal' as const,
    scale: { domain: [...names] },
    sort: null,
    axis: { title: null, ticks: false, domain: false },
  };
}

/** Colour and dash together tell lines apart. */
function ofLines(field: string, names: readonly string[]) {
  const nth = <T>(list: readonly T[]): T[] => names.map((_, i) => list[i % list.length] as T);
  const legend = { legend: names.length < 2 ? null : { symbolType: 'stroke', symbolSize: 400 } };
  const scale = { domain: [...names] };
  return {
    color: { field, type: 'nominal' as const, scale: { ...scale, range: nth(lineColours) }, ...legend },
    strokeDash: {
      field,
      type: 'nominal' as const,
      scale: { ...scale, range: nth(lineDashes).map((dash) => [...dash]) },
      ...legend,
    },
  };
}

function lines({ x, y, lines: drawn, marks }: LineChart): Spec {
  const names = apart(drawn.map((line) => line.name));
  const points = drawn.flatMap((line, i) =>
    line.points.map((p, order) => ({ name: names[i], x: p.x, y: known(p.y), order })),
  );
  const few = drawn.every((line) => line.points.length <= 12);
  const across = figures(x, [...points.map((p) => p.x), ...marks.map((m) => m.x)], false);
  const up = figures(
    y,
    points.flatMap((p) => p.y ?? []),
    true,
  );
  const place = {
    x: { field: 'x', type: 'quantitative' as const, ...across },
    y: { field: 'y', type: 'quantitative' as const, ...up },
  };
  const marked: readonly Layer[] =
    marks.length === 0
      ? []
      : [
          {
            data: { values: [...marks] },
            mark: { type: 'rule', color: muted.light, strokeDash: [3, 3] },
            encoding: { x: { field: 'x', type: 'quantitative' } },
          },
          {
            data: { values: [...marks] },
            mark: { type: 'text', align: 'left', baseline: 'top', dx: 4, color: muted.light },
            encoding: {
              x: { field: 'x', type: 'quantitative' },
              y: { value: 0 },
              text: { field: 'label' },
            },
          },
        ];
  return {
    width,
    height: 280,
    data: { values: points },
    layer: [
      ...marked,
      {
        mark: { type: 'line', strokeWidth: 2, point: few ? { size: 40 } : false },
        encoding: { ...place, order: { field: 'order' }, ...ofLines('name', names) },
      },
    ],
  };
}

const dotShapes = ['circle', 'square', 'triangle-up', 'diamond', 'triangle-down', 'cross'];

function dots({ cases, y, rows: all }: DotChart): Spec {
  const options = [...new Set(all.map((row) => row.option))];
  const shown = all.filter((row) => Number.isFinite(row.value));
  const scale = { domain: options };
  const nth = <T>(list: readonly T[]): T[] => options.map((_, i) => list[i % list.length] as T);
  const legend = options.length < 2 ? { legend: null } : {};
  return {
    width,
    height: 280,
    data: { values: shown },
    layer: [
      {
        mark: { type: 'point', filled: true, size: 90, strokeWidth: 2, opacity: 1 },
        encoding: {
          x: {
            field: 'case',
            type: 'nominal',
            sort: null,
            scale: { domain: [...new Set(all.map((row) => row.case))] },
            axis: { title: titleOf(cases), grid: true, labelAngle: 0, labelOverlap: true, labelLimit: 110 },
          },
          y: {
            field: 'value',
            type: 'quantitative',
            ...figures(
              y,
              shown.map((row) => row.value),
              true,
            ),
          },
          xOffset: { field: 'option', scale: { domain: options } },
          color: {
            field: 'option',
            type: 'nominal',
            scale: { ...scale, range: nth(lineColours) },
            ...legend,
          },
          shape: { field: 'option', type: 'nominal', scale: { ...scale, range: nth(dotShapes) }, ...legend },
          stroke: {
            field: 'option',
            type: 'nominal',
            scale: { ...scale, range: nth(lineColours) },
            ...legend,
          },
          // what breaks a limit is hollow
          fillOpacity: { condition: { test: 'datum.out', value: 0 }, value: 1 },
        },
      },
    ],
  };
}

function stack({ value, bars }: StackChart): Spec {
  const names = apart(bars.map((bar) => bar.name));
  const parts = [...new Set(bars.flatMap((bar) => bar.parts.map((part) => part.name)))];
  const values = bars.flatMap((bar, i) =>
    bar.parts.map((part) => ({
      name: names[i],
      part: part.name,
      value: known(part.value),
      rank: parts.indexOf(part.name),
    })),
  );
  const ends = bars.map((bar, i) => ({
    name: names[i],
    end: bar.parts.reduce((sum, part) => sum + Math.max(0, part.value || 0), 0),
    text: bar.text,
  }));
  const axis = { title: titleOf(value), labelExpr: tickText, tickCount: 6 };
  return {
    width,
    height: bars.length * rowHeight,
    data: { values },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.68 }, stroke: paper.light, strokeWidth: 1 },
        encoding: {
          y: rows(names),
          x: { field: 'value', type: 'quantitative', stack: 'zero', axis },
          order: { field: 'rank' },
          color: {
            field: 'part',
            type: 'nominal',
            scale: { domain: parts, range: [...partColours(parts.length)] },
            legend: parts.length < 2 ? null : { symbolType: 'square', symbolStrokeWidth: 0 },
          },
        },
      },
      {
        data: { values: ends },
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5 },
        encoding: {
          y: rows(names),
          x: { field: 'end', type: 'quantitative' },
          text: { field: 'text' },
        },
      },
    ],
  };
}

const roleColours: Readonly<Record<SpanRole, string>> = {
  whole: colours.whole.light,
  saves: colours.saves.light,
  adds: colours.adds.light,
  'input low': colours.low.light,
  'input high': colours.high.light,
};

function spans({ value, rows: all, around }: SpanChart): Spec {
  const names = apart(all.map((row) => row.name));
  const bars = all.flatMap((row, i) =>
    row.bars
      .filter((bar) => Number.isFinite(bar.from) && Number.isFinite(bar.to))
      .map((bar) => ({
        name: names[i],
        from: bar.from,
        to: bar.to,
        // beside a tornado's bar, on its outer side; behind a waterfall's
        at: around === undefined ? Math.max(bar.from, bar.to) : bar.to,
        left: around !== undefined && bar.to < bar.from,
        role: bar.role,
        text: bar.text,
      })),
  );
  const roles = [...new Set(bars.map((bar) => bar.role))];
  const rule: readonly Layer[] =
    around === undefined
      ? []
      : [
          {
            data: { values: [{ value: around.value }] },
            mark: { type: 'rule', color: ink.light },
            encoding: { x: { field: 'value', type: 'quantitative' } },
          },
        ];
  const texts = (left: boolean): Layer => ({
    transform: [{ filter: left ? 'datum.left' : '!datum.left' }],
    mark: { type: 'text', align: left ? 'right' : 'left', baseline: 'middle', dx: left ? -5 : 5 },
    encoding: {
      y: rows(names),
      x: { field: 'at', type: 'quantitative' },
      text: { field: 'text' },
    },
  });
  return {
    width,
    height: all.length * rowHeight,
    data: { values: bars },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.62 } },
        encoding: {
          y: rows(names),
          x: {
            field: 'from',
            type: 'quantitative',
            scale: { zero: around === undefined, padding: around === undefined ? 0 : 60 },
            axis: { title: titleOf(value), labelExpr: tickText, tickCount: 6 },
          },
          x2: { field: 'to' },
          color: {
            field: 'role',
            type: 'nominal',
            scale: { domain: roles, range: roles.map((role) => roleColours[role]) },
            legend: { symbolType: 'square', symbolStrokeWidth: 0 },
          },
        },
      },
      ...rule,
      texts(false),
      texts(true),
    ],
  };
}

/** A bar that goes on and on would leave no room for the others. */
const mostShare = 1.5;

const stateColours = {
  holds: colours.high.light,
  partly: colours.partly.light,
  broken: colours.broken.light,
} as const;

function ladder({ rows: all }: LadderChart): Spec {
  const names = apart(all.map((row) => row.name));
  const most = Math.min(mostShare, Math.max(1, ...all.map((row) => row.high)));
  const bars = all.map((row, i) => ({
    ...row,
    name: names[i],
    low: Math.min(row.low, most),
    high: Math.min(row.high, most),
    text: row.high > most ? `› ${row.text}` : row.text,
  }));
  const states = (['holds', 'partly', 'broken'] as const).filter((s) => all.some((row) => row.state === s));
  const scale = { domain: [0, most] };
  const axis = { title: 'used, of what is allowed', format: '.0%', tickCount: 6 };
  return {
    width,
    height: all.length * rowHeight,
    data: { values: bars },
    layer: [
      {
        mark: { type: 'bar', height: { band: 0.62 } },
        encoding: {
          y: rows(names),
          x: { field: 'low', type: 'quantitative', stack: null, scale, axis },
          color: {
            field: 'state',
            type: 'nominal',
            scale: { domain: [...states], range: states.map((state) => stateColours[state]) },
            legend: { symbolType: 'square', symbolStrokeWidth: 0 },
          },
        },
      },
      {
        // what it may come to
        mark: { type: 'bar', height: { band: 0.2 } },
        encoding: {
          y: rows(names),
          x: { field: 'low', type: 'quantitative' },
          x2: { field: 'high' },
          color: { field: 'state' },
        },
      },
      {
        data: { values: [{ value: 1 }] },
        mark: { type: 'rule', color: ink.light, strokeWidth: 1.5 },
        encoding: { x: { field: 'value', type: 'quantitative' } },
      },
      {
        mark: { type: 'text', align: 'left', baseline: 'middle', dx: 5 },
        encoding: {
          y: rows(names),
          x: { field: 'high', type: 'quantitative' },
          text: { field: 'text' },
        },
      },
    ],
  };
}
