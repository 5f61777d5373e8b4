// Risk, levers and limits, as the page asks for them.

import { describe, expect, test } from 'vitest';
import { leversAnswer } from '../../web/engine/answers/levers.ts';
import { demandAnswer, ladderAnswer, limitsAnswer } from '../../web/engine/answers/limits.ts';
import { fanAnswer, riskAnswer, spreadAnswer, tornadoAnswer } from '../../web/engine/answers/risk.ts';
import { examples, openExample, openText } from './plan.ts';

const shop = `plan: A shop
as_of: 2026-03-27
currency: EUR
horizon: 12 months
exchange: { EUR: { rate: 2 USD, source: a note, date: 2026-03-27 } }
inputs:
  users: { value: 400 to 600 users, growth: 20% per month }
  per_user: 2 requests/second/user
  capacity: 2_000 requests/second
formulas:
  load: users * per_user
items:
  mail: { group: mail, price: 0.02 EUR/user/month, quantity: users }
  server: { group: compute, price: 50 EUR/month }
limits:
  load: { that: load <= capacity, because: it queues, then: buy another }
  small: users <= 10_000 users
budgets:
  money: total <= 62 EUR/month
levers:
  cheaper: { label: a smaller server, server.price: base - 20 EUR/month }
  free: { label: mail for nothing, mail.price: 0 EUR/user/month }
  same: { server.price: base }
`;

describe('risk', () => {
  const ask = openText(shop);
  const params = { metric: 'total', samples: 1024, seed: 0 };

  test('is drawn with the bounds that stand on the figure, in the currency that is shown', () => {
    const { certain, pictures } = spreadAnswer(ask(), params);
    expect(certain).toBe(false);
    const [first] = pictures;
    const chart = first?.kind === 'chart' && first.chart.kind === 'histogram' ? first.chart : undefined;
    expect(chart?.x).toEqual({ name: 'total', unit: 'EUR/month' });
    expect(chart?.marks.map(({ label, bound }) => [label, bound])).toEqual([
      ['p10', false],
      ['median', false],
      ['p90', false],
      ['money', true],
    ]);
    expect(chart?.marks.at(-1)?.x).toBe(62);
    // all but the tails
    expect(chart?.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(0.99, 2);
    const [dollars] = spreadAnswer(ask({ currency: 'USD' }), params).pictures;
    const inDollars =
      dollars?.kind === 'chart' && dollars.chart.kind === 'histogram' ? dollars.chart : undefined;
    expect(inDollars?.x.unit).toBe('USD/month');
    expect(inDollars?.marks.at(-1)?.x).toBe(124);
    expect(inDollars?.low).toBeCloseTo(2 * (chart?.low ?? 0), 9);
  });

  test('widens over time', () => {
    const [block] = fanAnswer(ask(), params);
    const chart = block?.kind === 'chart' && block.chart.kind === 'fan' ? block.chart : undefined;
    expect(chart?.points).toHaveLength(12);
    for (const { low, middle, high } of chart?.points ?? []) {
      expect(low).toBeLessThan(middle);
      expect(middle).toBeLessThan(high);
    }
  });

  test('is none where nothing is uncertain, and the tornado is still there', () => {
    const sure = openText(shop.replace('400 to 600 users', '500 users'));
    expect(spreadAnswer(sure(), params)).toEqual({ certain: true, pictures: [] });
    expect(riskAnswer(sure(), params)).toEqual([]);
    expect(tornadoAnswer(sure(), params)).toHaveLength(1);
    expect(fanAnswer(sure(), params)).toEqual([]);
  });

  test('is refused in words where a number cannot be drawn', () => {
    const wrong = openText(shop.replace('400 to 600 users', '"triangular(5 users, 4 users, 9 users)"'));
    for (const answer of [spreadAnswer, riskAnswer])
      expect(() => answer(wrong(), params)).toThrow(/cannot be drawn/);
  });
});

describe('levers', () => {
  const ask = openText(shop.replace('400 to 600 users', '500 users'));
  const levers = (at: Readonly<Record<string, string>> = {}) =>
    leversAnswer(ask({ at }), { metric: 'total' });

  test('are all there, however they are switched', () => {
    const off = levers();
    expect(off).toMatchObject({ off: '60.00 EUR/month', now: '60.00 EUR/month', on: '30.00 EUR/month' });
    expect(off.levers.map(({ label, isOn, switched }) => [label, isOn, switched])).toEqual([
      ['a smaller server', false, '40.00'],
      ['mail for nothing', false, '50.00'],
      ['same', false, '60.00'],
    ]);
    expect(off.levers[2]?.saving).toBeUndefined();
    const one = levers({ cheaper: 'on' });
    expect(one).toMatchObject({ off: '60.00 EUR/month', now: '40.00 EUR/month', on: '30.00 EUR/month' });
    expect(one.levers.map(({ isOn, switched }) => [isOn, switched])).toEqual([
      [true, '60.00'],
      [false, '30.00'],
      [false, '40.00'],
    ]);
    expect(one.levers.map(({ saving }) => saving)).toEqual(off.levers.map(({ saving }) => saving));
  });
});

describe('limits', () => {
  const ask = openText(shop);

  test('say how full they are, and what to do', () => {
    const { uses } = limitsAnswer(ask());
    expect(uses.map(({ name, kind, state, use }) => [name, kind, state, use])).toEqual([
      ['load', 'limit', 'holds', '40.0–60.0%'],
      ['small', 'limit', 'holds', '4.0–6.0%'],
      ['money', 'budget', 'holds', expect.stringMatching(/%$/)],
    ]);
    expect(uses[0]).toMatchObject({ because: 'it queues', remedy: 'buy another', breaks: '7' });
    const tight = limitsAnswer(ask({ set: { capacity: '1000' } })).uses[0];
    expect(tight).toMatchObject({ name: 'load', state: 'partly' });
  });

  test('break one after the other as an input grows', () => {
    const ladder = ladderAnswer(ask(), { input: 'users' });
    expect(ladder?.rungs.map(({ label, state, breaks }) => [label, state, breaks])).toEqual([
      ['money', 'holds', '600 users'],
      ['load', 'holds', '1,000 users'],
      ['small', 'holds', '10,000 users'],
    ]);
    expect(ladderAnswer(ask(), { input: 'capacity' })).toMatchObject({ still: ['small', 'money'] });
    expect(ladderAnswer(ask(), { input: 'nothing' })).toBeUndefined();
  });

  test('that need to hold with some probability only are said not to be on the ladder', () => {
    const likely = openText(
      shop
        .replace('small: users', 'small: { probability: 90%, that: users')
        .replace('10_000 users\n', '10_000 users }\n'),
    );
    const ladder = ladderAnswer(likely(), { input: 'users' });
    expect(ladder?.rungs.map(({ label }) => label)).toEqual(['money', 'load']);
    expect(ladder?.uncertain).toEqual(['small']);
  });

  test('follow formulas, which have values', () => {
    expect(demandAnswer(ask()).formulas).toMatchObject([
      { name: 'load', value: '800–1,200 requests/second' },
    ]);
  });
});

describe.each(examples)('of %s', (name) => {
  const ask = openExample(name);

  test('every question has an answer', () => {
    const params = { metric: 'total', samples: 1024, seed: 1 };
    spreadAnswer(ask(), params);
    riskAnswer(ask(), params);
    expect(tornadoAnswer(ask(), params).length).toBeLessThanOrEqual(1);
    fanAnswer(ask(), params);
    leversAnswer(ask(), { metric: 'total' });
    demandAnswer(ask());
    const { inputs } = limitsAnswer(ask());
    for (const { name: input } of inputs.slice(0, 5)) {
      for (const { stretches } of ladderAnswer(ask(), { input })?.rungs ?? []) {
        expect(stretches.length).toBeGreaterThan(0);
        for (const [i, { from, to }] of stretches.entries()) {
          expect(from).toBeLessThan(to);
          expect(from).toBe(stretches[i - 1]?.to ?? from);
        }
      }
    }
  });
});
