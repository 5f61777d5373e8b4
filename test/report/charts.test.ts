// What charts draw, and that whoever cannot see colours, or anything at all, is told as much.

import { describe, expect, test } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { chartsOf } from '../../src/report/blocks.ts';
import type { Chart, LineChart } from '../../src/report/charts/chart.ts';
import { colours, lineColours, mostParts, partColours } from '../../src/report/charts/colours.ts';
import { priceChart } from '../../src/report/charts/price-chart.ts';
import { isLogarithmic, logDomain, logTicks } from '../../src/report/charts/scales.ts';
import { svgOf } from '../../src/report/charts/svg.ts';
import { vegaSpec } from '../../src/report/charts/vega/spec.ts';
import { modelOf } from '../support/model.ts';
import { fixtureModel, reportFixtures, reportOf } from '../support/reports.ts';

const chartsIn = (name: string): readonly Chart[] => chartsOf(reportOf(fixtureModel(name)));

function chart<K extends Chart['kind']>(name: string, kind: K, title: RegExp): Extract<Chart, { kind: K }> {
  const found = chartsIn(name).find((c) => c.kind === kind && title.test(c.title));
  if (found === undefined)
    throw new Error(`${name} has no such chart: ${chartsIn(name).map((c) => c.title)}`);
  return found as Extract<Chart, { kind: K }>;
}

describe('the charts of a report', () => {
  test('draw the bill of each case, as the tables have it', () => {
    const { bars, value } = chart('shop', 'stack', /Cost by case/);
    expect(value).toEqual({ name: 'cost', unit: 'USD/month' });
    // without the two whose total nobody knows
    expect(bars.map((bar) => bar.name)).toHaveLength(7);
    expect(bars.map((bar) => bar.text)).toContain('190.90–280.90');
    for (const { parts, text } of bars) {
      const sum = parts.reduce((all, part) => all + part.value, 0);
      if (!text.includes('–')) expect(sum).toBeCloseTo(Number(text.replaceAll(',', '')), 1);
    }
  });

  test('draw a sweep as curves with their steps, on logarithmic scales where it spans decades', () => {
    const { lines, x, y } = chart('sweep', 'lines', /Total by agents/);
    expect(x).toEqual({ name: 'agents', unit: 'agents' });
    expect(y).toEqual({ name: 'total', unit: 'USD/month' });
    expect(lines.map((line) => line.name)).toEqual(['Own machines', 'Mixed', 'Rented']);
    expect(lines[0]?.points.map((p) => p.y)).toEqual([2000, 2000]);
    const rented = lines[2]?.points ?? [];
    for (const p of rented) expect(p.y).toBeCloseTo(p.x * 160 * 0.125, 6);
    const spec = JSON.stringify(vegaSpec(chart('sweep', 'lines', /Total by agents/)));
    expect(spec).toContain('USD/month');
  });

  test('draw cases that are no numbers as dots, hollow where a limit breaks', () => {
    const { rows } = chart('shop', 'dots', /Total of each platform by stage/);
    expect(rows.filter((row) => row.out).map((row) => row.case)).toEqual(['scale', 'scale', 'scale']);
    expect(rows.find((row) => row.option === 'Euro Host' && row.case === 'beta')?.value).toBeCloseTo(
      12.0925,
      3,
    );
  });

  test('draw levers as a waterfall from the figure before to the figure after', () => {
    const { rows } = chart('shop', 'spans', /Lever by lever/);
    const bars = rows.map((row) => row.bars[0]);
    expect(rows.map((row) => row.name)).toEqual([
      'all levers off',
      'Smaller photos',
      'Yearly contract (asserted)',
      'all levers on',
    ]);
    // each step begins where the one before ended
    expect(bars[1]?.from).toBe(bars[0]?.to);
    expect(bars[2]?.from).toBe(bars[1]?.to);
    expect(bars[3]?.to).toBe(bars[2]?.to);
    expect(bars.map((bar) => bar?.text)).toEqual(['6.30', '-0.20', '-1.00', '5.10']);
  });

  test('draw what moves the total, the widest swing on top', () => {
    const { rows, around } = chart('single', 'spans', /moves total/);
    const swings = rows.map(({ bars }) => Math.abs((bars[0]?.to ?? 0) - (bars[1]?.to ?? 0)));
    expect(rows.map((row) => row.name)).toEqual(['letters', 'readers']);
    expect([...swings].sort((a, b) => b - a)).toEqual(swings);
    expect(around?.value).toBeCloseTo(21.647, 2);
  });

  test('draw how much of each limit is used, the tightest on top', () => {
    const { rows } = chart('shop', 'ladder', /limit is used/);
    expect(rows.map((row) => `${row.name} ${row.text}`)).toEqual(['Open connections 2.5–5.0%', 'room 2.0%']);
  });

  test('draw the months: cash that jumps, effective cost that does not, and what was spent', () => {
    const flows = chart('horizon', 'lines', /Cash and effective/);
    const [cash, effective] = flows.lines;
    expect(cash?.points).toHaveLength(24);
    expect(cash?.points[0]?.y).toBeGreaterThan(1800);
    expect(effective?.points[0]?.y).toBeLessThan(200);
    const spent = chart('horizon', 'lines', /Cash spent/);
    const own = spent.lines[0]?.points ?? [];
    const sum = cash?.points.reduce((all, p) => all + p.y, 0) ?? 0;
    expect(own.at(-1)?.y).toBeCloseTo(sum, 6);
  });

  test('draw the nearest change of a recommendation where the two curves cross', () => {
    const { lines, marks } = chart('horizon', 'lines', /becomes cheaper/);
    expect(lines).toHaveLength(2);
    const [today, there] = marks;
    expect(today?.label).toMatch(/^today /);
    const at = (i: number, x: number): number => {
      const points = lines[i]?.points ?? [];
      const next = points.findIndex((p) => p.x >= x);
      const [a, b] = [points[Math.max(0, next - 1)], points[next]];
      if (a === undefined || b === undefined || a === b) return b?.y ?? Number.NaN;
      return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
    };
    const x = there?.x ?? Number.NaN;
    expect(at(0, x)).toBeCloseTo(at(1, x), 0);
    expect(Math.sign(at(0, today?.x ?? 0) - at(1, today?.x ?? 0))).toBe(-1);
  });

  test('draw where the total lies in each case, around its median', () => {
    const { rows, value } = chart('risk', 'spread', /80% and in 90%/);
    expect(value).toEqual({ name: 'total', unit: 'EUR/month' });
    expect(rows.map((row) => row.name)).toEqual(['region=north', 'region=south']);
    for (const { wide, narrow, median } of rows) {
      const ends = [wide[0], narrow[0], median, narrow[1], wide[1]];
      expect([...ends].sort((a, b) => a - b)).toEqual(ends);
    }
    // the first month's median is near 100 users at the middle of 2 to 5
    expect(rows[0]?.median).toBeGreaterThan(250);
    expect(rows[0]?.median).toBeLessThan(400);
  });

  test('draw how often the base case comes to how much', () => {
    const { low, high, shares, marks } = chart('risk', 'histogram', /at region=north spreads/);
    // but for the tails
    const shown = shares.reduce((sum, share) => sum + share, 0);
    expect(shown).toBeGreaterThan(0.985);
    expect(shown).toBeLessThanOrEqual(1);
    // the marks cut off as many samples as they say
    const below = (x: number): number => {
      const columns = ((x - low) / (high - low)) * shares.length;
      return shares.reduce((sum, share, i) => sum + share * Math.min(1, Math.max(0, columns - i)), 0);
    };
    for (const [i, wanted] of [0.1, 0.5, 0.9].entries())
      expect(below(marks[i]?.x ?? 0)).toBeCloseTo(wanted, 1);
  });

  test('draw how the total widens over time, in the currency of the report', () => {
    const { points, x } = chart('risk', 'fan', /over time/);
    expect(x.name).toBe('month');
    expect(points).toHaveLength(30);
    const [first, last] = [points[0], points.at(-1)];
    // 29 months of 20 % a year, on all but the domain
    const growth = 1.2 ** (29 / 12);
    expect(((last?.middle ?? 0) - 1) / ((first?.middle ?? 0) - 1)).toBeCloseTo(growth, 6);
    expect((last?.high ?? 0) - (last?.low ?? 0)).toBeGreaterThan((first?.high ?? 0) - (first?.low ?? 0));
    const model = fixtureModel('risk');
    const twice = { currency: 'USD', rate: () => 2 };
    const there = chartsOf(reportOf(model, { sections: ['risk'], currency: twice }));
    const fan = there.find((one) => one.kind === 'fan');
    expect(fan?.points[0]?.middle).toBeCloseTo(2 * (first?.middle ?? 0), 9);
    expect(fan?.y.unit).toBe('USD/month');
  });

  test('are not there where there is nothing to compare', () => {
    expect(
      chartsOf(reportOf(modelOf('plan: p\ncurrency: EUR\nitems: { a: { price: 3 EUR/month } }\n'))),
    ).toEqual([]);
  });

  test.each(reportFixtures)('of %s all say in words what they show, with a unit', (name) => {
    const all = chartsIn(name);
    expect(all.length).toBeGreaterThan(1);
    for (const { alt, title, kind } of all) {
      expect(title).not.toBe('');
      expect(alt).toMatch(/\.$/);
      expect(alt).toMatch(kind === 'ladder' ? /%/ : /USD|EUR/);
      expect(alt).not.toMatch(/NaN|undefined|Infinity/);
    }
  });
});

describe('a picture', () => {
  test('is the same each time, with every name in it as words', async () => {
    const stack: Chart = {
      kind: 'stack',
      title: 't',
      alt: 'a',
      value: { name: 'cost', unit: 'EUR/month' },
      bars: ['same', 'same', '<b>&"'].map((name, i) => ({
        name,
        parts: [
          { name: "datum.x' + alert(1)", value: 1 + i },
          { name: 'two\\', value: 2 },
        ],
        text: `${3 + i}.00`,
      })),
    };
    const svg = await svgOf(stack);
    expect(await svgOf(stack)).toBe(svg);
    expect(svg.match(/>same</g)).toHaveLength(1);
    expect(svg).toContain('>same (2)<');
    expect(svg).toMatch(/>&lt;b(>|&gt;)&amp;"</);
    expect(svg).toContain("datum.x' + alert(1)");
    expect(svg).toContain('>cost (EUR/month)<');
    expect(svg).toContain('>5.00<');
  });

  test('of what is unknown, unlimited or nothing is still one', async () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, 0, -5, 1e-9, 1e15];
    for (const y of odd) {
      const lines: Chart = {
        kind: 'lines',
        title: 't',
        alt: 'a',
        x: { name: 'x', unit: '' },
        y: { name: 'y', unit: 'EUR' },
        lines: [
          {
            name: 'a',
            points: [
              { x: 1, y },
              { x: 2, y: 3 },
            ],
          },
        ],
        marks: [],
      };
      const svg = await svgOf(lines);
      expect(svg).toMatch(/^<svg/);
      expect(svg).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe('a scale', () => {
  test.each([
    [[1, 99], false],
    [[1, 100], true],
    [[0, 1000], false],
    [[-1, 1000], false],
    [[], false],
  ])('over %j is logarithmic: %s', (values, wanted) => {
    expect(isLogarithmic(values)).toBe(wanted);
  });

  test.each([
    [
      [8, 1200],
      [10, 20, 50, 100, 200, 500, 1000],
    ],
    [
      [5, 2e6],
      [10, 100, 1000, 10_000, 100_000, 1_000_000],
    ],
    [
      [0.002, 0.3],
      [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2],
    ],
  ] as const)('from %j has ticks at %j', ([low, high], ticks) => {
    expect(logTicks(logDomain([low, high]))).toEqual(ticks);
  });
});

/** Relative luminance, as WCAG has it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe('colours', () => {
  test('each light one is used once, so that a page can tell them apart', () => {
    const all = Object.values(colours).map((c) => c.light);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each(['light', 'dark'] as const)('lines, bars and letters stand out on %s paper', (shade) => {
    const paper = colours.paper[shade];
    for (const [name, colour] of Object.entries(colours)) {
      if (/^line|^(whole|saves|adds|high|broken)$/.test(name))
        expect(contrast(colour[shade], paper), name).toBeGreaterThanOrEqual(3);
      if (/^(ink|muted)$/.test(name))
        expect(contrast(colour[shade], paper), name).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('parts of a bar get lighter one by one, so that a grey print tells them apart', () => {
    for (let count = 2; count <= mostParts; count++) {
      const shades = partColours(count).map(luminance);
      expect(new Set(partColours(count)).size).toBe(count);
      for (const [i, shade] of shades.entries())
        if (i > 0) expect(shade).toBeGreaterThan((shades[i - 1] ?? 0) * 1.3);
    }
  });

  test('lines differ in their dashes, whatever their colours', () => {
    const chart: Chart = {
      kind: 'lines',
      title: '',
      alt: '',
      x: { name: '', unit: '' },
      y: { name: '', unit: '' },
      lines: lineColours.map((name) => ({ name, points: [] })),
      marks: [],
    };
    const dashes = [...JSON.stringify(vegaSpec(chart)).matchAll(/\[(?:\d+,)+\d+\]/g)].map((m) => m[0]);
    expect(new Set(dashes).size).toBeGreaterThanOrEqual(lineColours.length);
  });
});

describe('the price of a product', () => {
  const vendor = (prices: string) => `vendor: v
name: V
products:
  p:
    name: P
    prices:
${prices}`;
  const chartOf = (prices: string): LineChart | undefined => {
    const text = vendor(prices);
    const files = { ids: () => ['v'], vendor: () => ({ file: 'v.yaml', text }) };
    const out = new Diagnostics();
    const plan = Catalog.of(files, UnitTable.builtin, out).vendors()[0]?.products.get('p')?.plans[0];
    expect(out.all).toEqual([]);
    return plan === undefined ? undefined : priceChart('v/p', plan, '2026-03-01');
  };

  test('is drawn as steps along dates, in the unit of the newest', async () => {
    const chart = chartOf(
      '      - { price: 0.005 USD/GB/month, from: 2026-01-01 }\n      - { price: 6 USD/TB/month, from: 2026-02-01 }\n',
    );
    const [a, b, c] = [20_454, 20_485, 20_513];
    expect(chart?.y.unit).toBe('USD/TB/month');
    expect(chart?.lines[0]?.points).toEqual([
      { x: a, y: 5 },
      { x: b, y: 5 },
      { x: b, y: 6 },
      { x: c, y: 6 },
    ]);
    expect(chart?.alt).toBe('from 2026-01-01 0.005 USD/GB/month; from 2026-02-01 6 USD/TB/month.');
    if (chart !== undefined) expect(await svgOf(chart)).toContain('2026-02');
  });

  test.each([
    ['never changed', '      - { price: 5 EUR/month, from: 2026-01-01 }\n'],
    [
      'is another currency',
      '      - { price: 5 EUR/month, from: 2026-01-01 }\n      - { price: 6 USD/month, from: 2026-02-01 }\n',
    ],
    [
      'begins later',
      '      - { price: 5 EUR/month, from: 2026-01-01 }\n      - { price: 6 EUR/month, from: 2026-04-01 }\n',
    ],
  ])('is no picture where it %s', (_, prices) => {
    expect(chartOf(prices)).toBe(undefined);
  });
});
