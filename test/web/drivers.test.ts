// The drivers of a plan, how they are slid along, and what they move.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drivers } from '../../web/engine/answers/drivers.ts';
import { effects } from '../../web/engine/answers/effects.ts';
import { moves } from '../../web/engine/answers/moves.ts';
import { outlineOf } from '../../web/engine/outline.ts';
import { figureNames } from '../../web/ui/figure-names.ts';
import { asWritten, byEffect, found } from '../../web/views/drivers/chosen.ts';
import {
  endsWritten,
  positionOf,
  positions,
  valueAt,
  writtenAs,
} from '../../web/views/drivers/slider-scale.ts';
import { examples, openExample, openText } from './plan.ts';

const shop = `plan: A shop
as_of: 2026-03-27
currency: EUR
horizon: 24 months
exchange: { EUR: { rate: 1.25 USD, source: a note, date: 2026-03-27 } }
inputs:
  # --- how large ---
  users: { value: 500 users, label: people, source: a guess, confidence: assumed, growth: 2% per month }
  share: { value: 15% to 25%, date: 2026-01-02 }
  # a remark, and no heading
  # === money
  fee: { value: 0.02 EUR/user/month, note: agreed }
  seats: 1 seat
  busy: true
  odd: { value: "normal(10 GB, 1 GB)" }
  nobody: { value: unknown, unit: users }
units: [seat]
items:
  mail: { group: mail, price: 0.02 EUR/user/month, quantity: users }
  server: { group: compute, price: 5 EUR/month }
axes:
  tier:
    small: {}
    large: { users: 5_000 users }
`;

describe('drivers', () => {
  const ask = openText(shop);
  const all = drivers(ask());
  const named = (name: string, list = all) => list.find((one) => one.name === name);

  test('stand in the order of the plan, under its own headings', () => {
    expect(asWritten(all).map(({ title, drivers: own }) => [title, own.map(({ name }) => name)])).toEqual([
      ['how large', ['users', 'share']],
      ['money', ['fee', 'seats', 'busy', 'odd', 'nobody']],
    ]);
  });

  test('say what they are, where that is from, and what else they are elsewhere', () => {
    expect(named('users')).toMatchObject({
      label: 'people',
      written: '500 users',
      now: '500 users',
      shape: 'number',
      suffix: ' users',
      source: 'a guess',
      confidence: 'assumed',
      elsewhere: [{ where: 'at tier=large', value: '5_000 users', holds: false }],
      overTime: ['grows by 2% per month'],
      line: 8,
      span: { log: true, whole: true },
    });
    expect(named('share')).toMatchObject({ shape: 'range', span: { from: 0, to: 100, log: false } });
    expect(named('seats')).toMatchObject({ suffix: ' seats', suffixOfOne: ' seat' });
    expect(named('busy')).toMatchObject({ now: 'true', choices: ['true', 'false'], span: undefined });
    expect(named('odd')).toMatchObject({ shape: 'spread', written: 'normal(10 GB, 1 GB)' });
    expect(named('nobody')).toMatchObject({ now: 'unknown', span: undefined });
  });

  test('are those of the case that is looked at', () => {
    const large = drivers(ask({ at: { tier: 'large' } }));
    expect(named('users', large)).toMatchObject({
      now: '5,000 users',
      written: '5_000 users',
      elsewhere: [{ holds: true }],
    });
    // a slider replaces what growth starts from, and not what it has become
    expect(named('users', drivers(ask({ at: { month: '13' } })))?.now).toBe('500 users');
  });

  test.each([
    ['normal(10 GB, 1 GB)', 10],
    ['normal(0 GB, 1 GB)', 0],
    ['lognormal(10 GB, 0.5)', 10],
    ['uniform(2 GB, 8 GB)', 5],
    ['triangular(2 GB, 4 GB, 12 GB)', 4],
    ['pert(2 GB, 4 GB, 12 GB)', 4],
    ['beta(2, 6) * 1 GB', 0.25],
    ['choices(1 GB, 50%, 3 GB, 50%)', 2],
    ['truncated(normal(3 GB, 1 GB), 1 GB, 9 GB)', undefined],
  ])('spread by %s are slid along as one number around its spread', (formula, middle) => {
    const ask = openText(`plan: Spread
currency: EUR
inputs: { kept: { value: "${formula}" }, share: { value: "beta(2, 6)" } }
items: { disk: { price: 1 EUR/GB/month, quantity: kept } }
`);
    const [kept, share] = drivers(ask());
    if (kept?.span === undefined) throw new Error('nothing to slide along');
    const { shape, span, value } = kept;
    expect(shape).toBe('spread');
    if (middle !== undefined) expect(value.mid).toBeCloseTo(middle);
    expect(span.from).toBeLessThan(value.mid);
    expect(span.from).toBeLessThanOrEqual(value.low);
    expect(span.to).toBeGreaterThan(value.high);
    expect(span.from < 0).toBe(value.low < 0);
    expect(share?.span).toMatchObject({ from: 0, to: 1 });
    // what the slider writes counts in the place of the spread
    const text = writtenAs(valueAt(600, span), valueAt(600, span), kept);
    const tried = moves(ask({ set: { kept: text } }), { metrics: ['kept'] })[0]?.now ?? '';
    expect(Number.parseFloat(tried)).toBeCloseTo(valueAt(600, span), 1);
    expect(tried).not.toContain('–');
  });

  test('are found by any word that is said of them', () => {
    expect(found(all, 'agreed').map(({ name }) => name)).toEqual(['fee']);
    expect(found(all, 'GUESS people').map(({ name }) => name)).toEqual(['users']);
    expect(found(all, 'guess agreed')).toEqual([]);
    expect(found(all, ' ')).toEqual(all);
  });

  test('move figures, by themselves and as they are tried out', () => {
    const { rows } = effects(ask(), { metric: 'total' });
    expect(rows.map(({ name, text, elasticity }) => [name, text, elasticity])).toEqual([
      ['users', '-6.7% to +6.7%', '+0.67%'],
    ]);
    expect(byEffect(all, rows).flatMap((group) => group.drivers.map(({ name }) => name))).toEqual(['users']);
    const tried = ask({ set: { users: '600 users' } });
    expect(moves(tried, { metrics: ['total', 'total / users'] })).toEqual([
      {
        formula: 'total',
        now: '17.00 EUR/month',
        written: '15.00 EUR/month',
        change: '+13.3%',
        direction: 1,
      },
      expect.objectContaining({ formula: 'total / users', direction: -1 }),
    ]);
    expect(moves(ask(), { metrics: ['total'] })[0]).toMatchObject({ change: '', direction: 0 });
    const dollars = { set: { users: '600 users' }, currency: 'USD' };
    expect(moves(ask(dollars), { metrics: ['total'] })[0]).toMatchObject({
      now: '21.25 USD/month',
      written: '18.75 USD/month',
    });
    expect(() => moves(ask(), { metrics: ['busy'] })).toThrow('no figure');
    expect(() => moves(ask(), { metrics: ['nothing_of_the_kind'] })).toThrow();
  });

  test('figures to look at have names', () => {
    const names = figureNames(outlineOf(ask().model)).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['total', 'mail.cost', 'users']));
    expect(names).not.toContain('busy');
    for (const name of names) expect(() => moves(ask(), { metrics: [name] })).not.toThrow();
  });

  test.each(examples)(
    'of %s: what a slider or a field would write is read as the value that it stands for',
    (name) => {
      const open = openExample(name);
      const list = drivers(open());
      expect(list.length).toBeGreaterThan(10);
      for (const driver of list.filter(({ span }) => span !== undefined)) {
        const { span, shape } = driver;
        if (span === undefined) continue;
        const [low, high] = [valueAt(300, span), valueAt(700, span)];
        const text = shape === 'range' ? writtenAs(low, high, driver) : writtenAs(high, high, driver);
        const [again] = drivers({ ...open(), ...modelOf(open({ set: { [driver.name]: text } })) }).filter(
          (one) => one.name === driver.name,
        );
        const expected = shape === 'range' ? [low, high] : [high, high];
        expect([driver.name, again?.value.low, again?.value.high]).toEqual([
          driver.name,
          expect.closeTo(expected[0] ?? 0, 9),
          expect.closeTo(expected[1] ?? 0, 9),
        ]);
      }
    },
  );
});

const modelOf = ({ model, graph, grid }: ReturnType<ReturnType<typeof openText>>) => ({ model, graph, grid });

describe('a slider', () => {
  const units = fc.constantFrom(
    { suffix: ' users', suffixOfOne: ' user' },
    { suffix: '%', suffixOfOne: '%' },
    { suffix: '', suffixOfOne: '' },
  );
  const span = fc
    .tuple(
      fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      fc.double({ min: 1.5, max: 1e4, noNaN: true }),
      fc.boolean(),
    )
    .map(([from, factor, log]) => ({ from, to: from * factor, log, whole: false }));

  test('goes from one end to the other, and never back', () => {
    fc.assert(
      fc.property(span, (s) => {
        const values = Array.from({ length: positions + 1 }, (_, i) => valueAt(i, s));
        expect(values[0]).toBe(s.from);
        expect(values.at(-1)).toBe(s.to);
        for (const [i, value] of values.slice(1, -1).entries())
          expect(value).toBeGreaterThanOrEqual((values[i] ?? 0) * (1 - 0.006));
      }),
    );
  });

  test('stands where its value is', () => {
    fc.assert(
      fc.property(span, fc.integer({ min: 0, max: positions }), (s, position) => {
        const value = valueAt(position, s);
        const again = valueAt(positionOf(value, s), s);
        // three digits of a value are coarser than a position
        expect(Math.abs(again - value)).toBeLessThanOrEqual(
          0.012 * Math.abs(value) + (s.to - s.from) / positions,
        );
      }),
    );
  });

  test('writes what it reads again', () => {
    // no slider stands at minus nothing
    const value = fc.double({ min: -1e12, max: 1e12, noNaN: true }).map((x) => x + 0);
    fc.assert(
      fc.property(value, value, units, (a, b, unit) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(endsWritten(writtenAs(low, high, unit), unit)).toEqual({ low, high });
      }),
    );
  });

  test('leaves what is written in another way to the engine', () => {
    const users = { suffix: ' users', suffixOfOne: ' user' };
    expect(endsWritten('1_000', users)).toEqual({ low: 1000, high: 1000 });
    for (const text of ['unknown', '2 GB', '10 to 20 to 30', 'normal(1 user, 2 users)', '', '1 + 2 users'])
      expect(endsWritten(text, users)).toBeUndefined();
  });
});
