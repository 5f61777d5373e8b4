// Overview, bill, compare and margin, as the page asks for them.

import { describe, expect, test } from 'vitest';
import { unitText } from '../../src/quantity/unit.ts';
import { plainText, type ReportTable } from '../../src/report/blocks.ts';
import { reportTableCsv } from '../../src/report/table-csv.ts';
import { advice, adviceEverywhere } from '../../web/engine/answers/advice.ts';
import { billAnswer } from '../../web/engine/answers/bill.ts';
import { type BillParams, bases } from '../../web/engine/answers/bill-columns.ts';
import { billPicture } from '../../web/engine/answers/bill-picture.ts';
import { breakEvenAnswer } from '../../web/engine/answers/break-even.ts';
import { type CompareParams, compareAnswer } from '../../web/engine/answers/compare.ts';
import { doubts } from '../../web/engine/answers/doubts.ts';
import { explainAnswer } from '../../web/engine/answers/explain.ts';
import type { ExplainedCells } from '../../web/engine/answers/explained.ts';
import { figures } from '../../web/engine/answers/figures.ts';
import { interval } from '../../web/engine/answers/interval.ts';
import { marginAnswer } from '../../web/engine/answers/margin.ts';
import { outlook } from '../../web/engine/answers/outlook.ts';
import { overview } from '../../web/engine/answers/overview.ts';
import { metricHere, metricOf } from '../../web/engine/metric.ts';
import type { Asked } from '../../web/engine/session.ts';
import { examples, openExample, openText } from './plan.ts';

const shop = `plan: Shop
as_of: 2026-03-27
currency: EUR
exchange: { EUR: { rate: 2 USD, source: bank, date: 2026-03-20 } }
horizon: 24 months
inputs:
  users: { value: 100 users, label: people, source: survey, date: 2026-03-01 }
  spread: { value: 10 to 30 GB, label: what is kept, confidence: assumed }
  unknowable: { value: unknown, unit: GB, label: what nobody knows }
items:
  server: { group: compute, label: Server, price: 20 EUR/month, count: ceil(users / 200 users), once: 50 EUR }
  disk: { group: storage, label: Disk, price: 1 EUR/GB/month, quantity: spread }
  extra: { group: storage, label: Extra, optional: true, price: 7 EUR/month }
limits:
  crowd: { that: users <= 400 users, then: open another shop }
  room: { that: unknowable <= 5 GB }
budgets:
  money: { that: total <= 90 EUR/month }
axes:
  platform:
    label: platform
    rented: { label: Rented }
    owned: { label: Owned, server.price: 5 EUR/month, server.once: 300 EUR }
    tiny: { label: Tiny, server.price: 1 EUR/month }
  size: { label: people, sweep: users, values: [100, 300, 1_000] }
revenue:
  pro: { label: Pro, price: 1 EUR/user/month, quantity: users }
`;

const rowsOf = ({ rows }: ReportTable): readonly string[] =>
  rows.map((row) => row.cells.map((cell) => plainText(cell.text)).join(' | '));

/** What a cell shows is what the explanation behind it comes to. Gives back how many can be explained. */
function expectExplained(
  ask: (at: Readonly<Record<string, string>>) => Asked,
  table: ReportTable,
  explained: ExplainedCells,
): number {
  const pairs = table.rows.flatMap(({ cells }, r) =>
    cells.flatMap(({ value }, c) => {
      const why = explained[r]?.[c];
      return why === undefined || value === undefined ? [] : [{ value, why }];
    }),
  );
  for (const { value, why } of pairs) {
    const asked = ask(why.at);
    const { mid, low, high, unit } = metricHere(asked, metricOf(asked, why.formula));
    // shares stand in cells as shares
    const factor = unitText(unit) === '%' ? 0.01 : 1;
    const ends = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)];
    const [found, shown] = [ends(low * factor, high * factor), ends(value.low, value.high)];
    expect.soft(mid * factor, why.formula).toBeCloseTo(value.mid, 6);
    for (const [i, end] of found.entries())
      expect.soft(end, why.formula).toBeCloseTo(shown[i] ?? Number.NaN, 6);
    expect.soft(explainAnswer(asked, { formula: why.formula }).value, why.formula).not.toBe('');
  }
  return pairs.length;
}

describe('the overview', () => {
  const ask = openText(shop);

  test('says what it costs, where the money goes and what binds', () => {
    const found = overview(ask());
    expect(found.where).toBe('Rented / size=100');
    expect(found.costs.map(({ label, text }) => `${label}: ${text}`)).toEqual([
      'a month: 30.00–50.00 EUR/month',
      'a year: 360–600 EUR',
      'paid once: 50.00 EUR',
      'in the first month: 80.00–100 EUR',
    ]);
    expect(found.parts.map(({ name, share }) => [name, share])).toEqual([
      ['compute', 0.5],
      ['storage', 0.5],
    ]);
    expect(found.limits).toMatchObject({ holding: 1, undecided: ['room'], all: 2, broken: [] });
    expect(found.limits?.first).toMatchObject({ label: 'crowd', state: 'holds' });
    expect(found.budgets).toMatchObject([{ label: 'money', state: 'holds' }]);
  });

  test('names what is broken, and what to do then', () => {
    const { limits } = overview(ask({ at: { size: '1_000' } }));
    expect(limits).toMatchObject({ holding: 0, first: { label: 'crowd', state: 'broken' }, broken: [] });
    expect(limits?.first?.remedy).toBe('open another shop.');
  });

  test('has the same figures as the head of the page, in any currency', () => {
    for (const currency of [undefined, 'USD'])
      for (const size of ['100', '300', '1_000']) {
        const asked = ask({ at: { size, platform: 'owned' }, currency });
        const [month, year] = overview(asked).costs;
        const head = figures(asked).figures;
        expect(head[0]?.text).toBe(month?.text);
        expect(head[1]?.text).toBe(`${year?.text}/year`);
        expect(figures(asked).feasible).toBe(size !== '1_000');
      }
  });

  test('recommends in the case that is looked at, and says of what it would depend', () => {
    const found = advice(ask({ at: { size: '300' } }));
    expect(found).toMatchObject({ choice: 'platform', where: '' });
    expect(advice(ask())?.where).toBe('size=100');
    const [sentences, table] = found?.blocks ?? [];
    expect(sentences?.kind === 'list' && plainText(sentences.items[0] ?? '')).toMatch(
      /^Tiny is the cheapest/,
    );
    expect(table?.kind === 'table' && rowsOf(table.table)).toHaveLength(3);
    expect(advice(ask({ at: { platform: 'owned' } }))).toBeUndefined();
    expect(adviceEverywhere(ask()).some(({ kind }) => kind === 'table')).toBe(true);
  });

  test('of a plan that has nothing says so', () => {
    const nothing = openText('plan: Nothing\ncurrency: EUR\n')();
    expect(overview(nothing)).toMatchObject({ parts: [], limits: undefined, budgets: [], unknown: [] });
    expect(doubts(nothing)).toMatchObject({ doubts: [], checks: undefined, over: undefined });
    expect(outlook(nothing)).toEqual({ chart: undefined, horizon: undefined });
    expect(interval(nothing)).toBeUndefined();
    expect(advice(nothing)).toBeUndefined();
    expect(marginAnswer(nothing, { per: '', target: '' })).toBeUndefined();
  });
});

describe('the bill', () => {
  const ask = openText(shop);
  const usual: BillParams = { basis: 'month', across: '', by: 'group', sort: 'plan', details: true };

  test('adds up, group by group', () => {
    expect(rowsOf(billAnswer(ask(), usual).table)).toMatchInlineSnapshot(`
      [
        "compute |  |  |  | 20.00 | 50.0%",
        "Server | 20 EUR/month |  | 1 | 20.00 | 50.0%",
        "storage |  |  |  | 10.00–30.00 | 50.0%",
        "Disk | 1 EUR/GB/month | 10–30 GB |  | 10.00–30.00 | 50.0%",
        "total |  |  |  | 30.00–50.00 | 100%",
        "optional, in no total",
        "Extra | 7 EUR/month |  |  | 7.00 | ",
      ]
    `);
  });

  test('stands side by side, marked where a limit breaks', () => {
    const { table, columns } = billAnswer(ask(), { ...usual, across: 'size' });
    expect(columns).toBe(3);
    expect(rowsOf(table)).toMatchInlineSnapshot(`
      [
        "compute | 20.00 | 40.00 | 100.00",
        "Server | 20.00 | 40.00 | 100.00",
        "storage | 10.00–30.00 | 10.00–30.00 | 10.00–30.00",
        "Disk | 10.00–30.00 | 10.00–30.00 | 10.00–30.00",
        "total | 30.00–50.00 | 50.00–70.00 | 110.00–130.00",
        "optional, in no total",
        "Extra | 7.00 | 7.00 | 7.00",
        "limits |  |  | ✗",
      ]
    `);
    expect(table.notes.map(plainText)).toEqual(['It breaks crowd.']);
  });

  test('is sorted by cost, and grouped by who is paid', () => {
    const sorted = billAnswer(ask({ at: { size: '1_000' } }), {
      ...usual,
      by: 'nothing',
      sort: 'cost',
      details: false,
    });
    expect(rowsOf(sorted.table).map((row) => row.split(' | ')[0])).toEqual([
      'Server',
      'Disk',
      'total',
      'optional, in no total',
      'Extra',
    ]);
    expect(rowsOf(billAnswer(ask(), { ...usual, by: 'provider' }).table).length).toBeGreaterThan(3);
  });

  test('is a spreadsheet with units, ends of ranges and no figure lost', () => {
    const csv = reportTableCsv(billAnswer(ask(), { ...usual, details: false }).table);
    expect(csv).toMatchInlineSnapshot(`
      "item,cost (EUR/month),cost (EUR/month) low,cost (EUR/month) high,share
      compute,20,20,20,50.0%
      Server,20,20,20,50.0%
      storage,20,10,30,50.0%
      Disk,20,10,30,50.0%
      total,40,30,50,100%
      "optional, in no total",,,,
      Extra,7,7,7,
      "
    `);
  });

  test.each(bases)('on the basis %s is what its explanations say', (basis) => {
    for (const across of ['', 'platform']) {
      const { table, explained } = billAnswer(ask(), { ...usual, basis, across });
      const count = expectExplained((at) => ask({ at }), table, explained);
      expect(count).toBeGreaterThan(basis === 'first' ? -1 : 2);
    }
  });

  test('by year adds up to the horizon', () => {
    const years = billAnswer(ask(), { ...usual, basis: 'cash', across: 'year' });
    expect(years.columns).toBe(2);
    const sums = years.table.rows.map(({ cells }) =>
      cells.slice(1).reduce((sum, cell) => sum + (cell.value?.mid ?? 0), 0),
    );
    const whole = billAnswer(ask(), { ...usual, basis: 'cash', details: false });
    const of = whole.table.rows.map(({ cells }) => cells[1]?.value?.mid ?? 0);
    for (const [i, sum] of sums.entries()) expect(sum).toBeCloseTo(of[i] ?? Number.NaN, 6);
  });

  test('is drawn over time, along a sweep, and case beside case', () => {
    const picture = (chart: string, across = '') => billPicture(ask(), { basis: 'cash', across, chart });
    expect(picture('time')).toMatchObject({ kind: 'areas', title: 'Cash by month' });
    const along = picture('size');
    expect(along).toMatchObject({ kind: 'areas', title: 'Cost by people' });
    expect(picture('cases', 'size')).toMatchObject({
      kind: 'stack',
      title: expect.stringMatching(/^Cost by case/),
    });
    expect(picture('cases')).toMatchObject({ kind: 'stack', title: expect.stringMatching(/^Cost by item/) });
  });
});

describe('compare', () => {
  const ask = openText(shop);
  const usual: CompareParams = { by: '', over: '', metric: 'total', as: 'value' };

  test('puts the choice down and the circumstance across, marks the cheapest, strikes what breaks a limit', () => {
    const found = compareAnswer(ask(), usual);
    expect(found).toMatchObject({
      by: { name: 'platform' },
      over: { name: 'size' },
      choice: true,
      base: 'rented',
      unit: 'EUR/month',
    });
    expect(rowsOf(found.table)).toMatchInlineSnapshot(`
      [
        "Rented | 30.00–50.00 | 50.00–70.00 | 110.00–130.00",
        "Owned | 15.00–35.00 | 20.00–40.00 | 35.00–55.00",
        "Tiny | 11.00–31.00 | 12.00–32.00 | 15.00–35.00",
      ]
    `);
    const marks = found.table.rows.map(({ cells }) =>
      cells.map((c) => (c.best === true ? 'best' : c.out === true ? 'out' : '')).join(),
    );
    expect(marks).toEqual([',,,out', ',,,out', ',best,best,out']);
    expect(found.chart).toMatchObject({ kind: 'lines' });
    expect(found.inputs.map(({ name, of }) => [name, of.length])).toEqual([
      ['users', 3],
      ['spread', 3],
    ]);
  });

  test('differences and shares are those of the middles', () => {
    const cells = (as: CompareParams['as']) =>
      rowsOf(compareAnswer(ask(), { ...usual, over: '-', as }).table);
    expect(cells('difference')).toEqual(['Rented | base, 30.00–50.00', 'Owned | -15.00', 'Tiny | -19.00']);
    expect(cells('percent')).toEqual(['Rented | base, 30.00–50.00', 'Owned | -37.5%', 'Tiny | -47.5%']);
  });

  test('over nothing is bars, over months a line', () => {
    expect(compareAnswer(ask(), { ...usual, over: '-' }).chart).toMatchObject({
      kind: 'stack',
      bars: [{ name: 'Rented' }, { name: 'Owned' }, { name: 'Tiny' }],
    });
    const months = compareAnswer(ask(), { ...usual, metric: 'spent', by: 'month', over: '-' });
    expect(months.chart).toMatchObject({ kind: 'lines', lines: [{ name: 'spent' }] });
  });

  test('any formula, in any currency, as its explanations say', () => {
    for (const metric of ['total', 'total / users', 'server.cost + disk.cost'])
      for (const currency of [undefined, 'USD']) {
        const asked = ask({ currency });
        const { table, explained } = compareAnswer(asked, { ...usual, metric });
        expect(expectExplained((at) => ask({ at, currency }), table, explained)).toBe(9);
      }
  });

  test('refuses in words', () => {
    expect(() => compareAnswer(ask(), { ...usual, metric: 'total +' })).toThrow();
    expect(() => compareAnswer(ask(), { ...usual, metric: 'total > 5 EUR/month' })).toThrow(/is no figure/);
    expect(() => compareAnswer(ask(), { ...usual, metric: '3 EUR' })).toThrow(/the same in every case/);
  });

  const even = {
    by: 'platform',
    first: 'rented',
    second: 'owned',
    metric: 'total',
    on: 'users',
    from: '',
    to: '',
  };

  test('says where two change places, along an input and along the months', () => {
    const owning = openText(
      shop.replace('server.once: 300 EUR', 'server.once: 300 EUR, server.count: 4 + ceil(users / 400 users)'),
    );
    const found = breakEvenAnswer(owning(), even);
    expect([found.answer, ...found.crossings]).toMatchInlineSnapshot(`
      [
        "Cheaper: Rented up to 200 users, then Owned.",
        "At 200 users Rented jumps from 40.00 EUR/month to 60.00 EUR/month while Owned is at 45.00 EUR/month; from 201 users on Owned is cheaper.",
      ]
    `);
    expect(found.chart).toMatchObject({ kind: 'lines', marks: [{ x: 100 }, { x: 200 }] });
    const months = breakEvenAnswer(ask(), { ...even, on: 'month' });
    expect(months.answer).toMatchInlineSnapshot(
      `"At first Rented has cost less, then Owned from month 17 on."`,
    );
    expect(months.table?.rows.length).toBeGreaterThan(0);
  });

  test('looks where it is told to look, in the unit of the input', () => {
    const span = (from: string, to: string) => breakEvenAnswer(ask(), { ...even, from, to }).span;
    expect(span('', '')).toEqual({ from: '10 users', to: '1,000 users' });
    expect(span('5', '2_000 users')).toEqual({ from: '5 users', to: '2,000 users' });
    for (const [from, to] of [
      ['7', '7'],
      ['9', '3'],
      ['1 GB', '2 GB'],
      ['nonsense', '5'],
      ['', '1/0'],
    ] as const)
      expect(() => span(from, to), `${from} to ${to}`).toThrow();
    expect(() => breakEvenAnswer(ask(), { ...even, second: 'gone' })).toThrow(/has no point/);
    expect(() => breakEvenAnswer(ask(), { ...even, on: 'gone' })).toThrow(/no input/);
  });
});

describe('the margin', () => {
  const ask = openText(shop);

  test('says what is earned, what is left, and from how many on', () => {
    const found = marginAnswer(ask({ at: { platform: 'owned', size: '300' } }), { per: '', target: '70%' });
    expect(found?.per).toBe('users');
    expect(
      found?.sheets.flatMap(({ tables }) => tables.flatMap(({ table }) => rowsOf(table))),
    ).toMatchInlineSnapshot(`
      [
        "Pro | 300.00",
        "revenue | 300.00",
        "cost | 20.00–40.00",
        "margin | 260.00–280.00",
        "gross margin | 86.7–93.3%",
        "people | 300 users",
        "revenue, on average (EUR/user/month) | 1.00",
        "cost to serve, on average (EUR/user/month) | 0.06667–0.1333",
        "margin, on average (EUR/user/month) | 0.8667–0.9333",
        "one user more brings (EUR/month) | 1.00",
        "one user more costs (EUR/month) | 0.00",
        "one user more contributes (EUR/month) | 1.00",
        "fixed cost (EUR/month) | 10.00–30.00",
        "variable cost (EUR/month) | 10.00",
        "breaks even from | 25 users (15 users to 35 users)",
        "Pro (EUR/user/month) | 1.00",
        "Pro, to lose nothing (EUR/user/month) | 0.06667 to 0.1333",
        "Pro, for 70% (EUR/user/month) | 0.2222 to 0.4444",
      ]
    `);
    expect(found?.chart).toMatchObject({ kind: 'lines', lines: [{ name: 'revenue' }, { name: 'cost' }] });
  });

  test('is what its explanations say', () => {
    const found = marginAnswer(ask(), { per: '', target: '' });
    const counts = (found?.sheets ?? []).flatMap(({ tables }) =>
      tables.map(({ table, explained }) => expectExplained((at) => ask({ at }), table, explained)),
    );
    expect(Math.max(...counts)).toBeGreaterThan(6);
  });

  test.each(['101%', 'a lot', '-5%', '0x10'])('a target of %s is refused in words', (target) => {
    expect(() => marginAnswer(ask(), { per: '', target })).toThrow(/gross margin/);
  });
});

describe.each(examples)('of %s', (name) => {
  const ask = openExample(name);

  test('every question has an answer, and the head is the overview', () => {
    const asked = ask();
    expect(figures(asked).figures[0]?.text).toBe(overview(asked).costs[0]?.text);
    doubts(asked);
    outlook(asked);
    advice(asked);
    const axes = asked.graph.plan.axes.map((axis) => axis.name);
    const usual = { by: 'group', sort: 'plan', details: true } as const;
    for (const across of ['', ...axes.slice(0, 2)])
      for (const basis of bases) {
        if (!asked.graph.plan.horizon && (basis === 'cash' || basis === 'effective')) continue;
        const { table, explained } = billAnswer(asked, { ...usual, across, basis });
        expect(explained).toHaveLength(table.rows.length);
        billPicture(asked, { basis, across, chart: 'cases' });
      }
    const compared = compareAnswer(asked, { by: '', over: '', metric: 'total', as: 'value' });
    expect(compared.table.rows.length).toBeGreaterThan(1);
    const [first, second] = compared.points;
    const [input] = compared.inputs;
    if (input !== undefined && second !== undefined && first !== undefined)
      breakEvenAnswer(asked, {
        by: compared.by.name,
        first: first.name,
        second: second.name,
        metric: 'total',
        on: input.name,
        from: '',
        to: '',
      });
  });
});
