// What is earned, what is left of it, and each way in which a price can and cannot be found.

import { describe, expect, test } from 'vitest';
import { readPins } from '../../src/analysis/cases.ts';
import { type MarginCase, type Margins, margins } from '../../src/analysis/margin.ts';
import { numericInputs } from '../../src/analysis/moved-input.ts';
import { usualUnit } from '../../src/analysis/unit-economics.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { answer, modelOf, tryModel } from '../support/model.ts';

interface Asked {
  readonly per?: string;
  readonly target?: number;
  readonly from?: number;
  readonly to?: number;
  readonly at?: readonly string[];
}

function ask(plan: string, { per = 'users', target, from, to, at = [] }: Asked = {}): Margins {
  const { graph } = modelOf(`plan: a business\ncurrency: EUR\n${plan}`);
  const input = numericInputs(graph).find((i) => i.name === per);
  const span = from === undefined || to === undefined ? undefined : { from, to };
  const found = margins(
    new Grid(graph),
    { per: input, span, target },
    readPins(graph, at, new Diagnostics()),
  );
  if (found === undefined) throw new Error('it sells nothing');
  return found;
}

function one(plan: string, asked?: Asked): MarginCase {
  const { cases } = ask(plan, asked);
  const [only, another] = cases;
  if (only === undefined || another !== undefined) throw new Error(`${cases.length} cases`);
  return only;
}

const users = 'inputs: { users: 100 users }\n';
const shop = `${users}items: { rent: { price: 290 EUR/month } }\nrevenue: { pro: { price: 29 EUR/user/month, quantity: users } }\n`;

describe('what is left', () => {
  test('in a plan that sells nothing there is no margin', () => {
    const { graph } = modelOf('plan: a\ncurrency: EUR\nitems: { rent: { price: 290 EUR/month } }\n');
    expect(
      margins(new Grid(graph), { per: undefined, span: undefined, target: undefined }, new Map()),
    ).toBeUndefined();
  });

  test('revenue by line, total, margin and gross margin', () => {
    const found = one(shop);
    expect(found.lines.map(({ name, revenue, share }) => [name, revenue.mid, share])).toEqual([
      ['pro', 2900, 1],
    ]);
    expect([found.revenue.mid, found.total.mid, found.margin.mid, found.grossMargin.mid]).toEqual([
      2900, 290, 2610, 0.9,
    ]);
  });

  test('ranges stay ranges, and move together', () => {
    const found = one(
      'inputs: { users: 100 to 200 users }\nitems: { api: { price: 1 EUR/user/month, quantity: users } }\nrevenue: { pro: { price: 10 EUR/user/month, quantity: users } }\n',
    );
    expect(found.margin).toEqual({ low: 900, mid: 1350, high: 1800 });
    expect(found.grossMargin).toEqual({ low: 0.9, mid: 0.9, high: 0.9 });
    expect(found.units?.cost).toEqual({ low: 1, mid: 1, high: 1 });
  });

  test('an optional line is shown and in no sum, what is earned once is in none per month', () => {
    const found = one(
      `${users}revenue:\n  pro: { price: 1 EUR/user/month, quantity: users, once: 500 EUR }\n  maybe: { price: 7 EUR/month, optional: true }\n`,
    );
    expect(found.revenue.mid).toBe(100);
    expect(found.once.mid).toBe(500);
    expect(found.lines.map((l) => [l.name, l.optional, l.price === undefined])).toEqual([
      ['pro', false, false],
      ['maybe', true, true],
    ]);
  });

  test('what nobody knows is never nothing', () => {
    const found = one(
      `${users}items: { rent: { price: 5 EUR/month } }\nrevenue:\n  pro: { price: 1 EUR/user/month, quantity: users }\n  ads: { unpriced: no contract yet }\n`,
      { target: 0.5 },
    );
    for (const figure of [found.revenue, found.margin, found.grossMargin]) expect(figure.mid).toBeNaN();
    expect(found.unknown).toEqual(['ads (no contract yet)']);
    expect(found.units?.breakEven?.middle.throughout).toBe('unknown');
    expect(found.lines[0]?.price?.target?.mid).toBeNaN();
  });

  test('no revenue has no gross margin', () => {
    expect(one(`${users}revenue: { free: { price: 0 EUR/month } }\n`).grossMargin.mid).toBeNaN();
  });

  test('options change, add and take away lines', () => {
    const { cases } = ask(
      `${shop}axes:\n  tier:\n    a: {}\n    b: { pro.price: base * 2 }\n    c: { remove: [pro], revenue: { flat: { price: 50 EUR/month } } }\n`,
    );
    expect(cases.map((c) => [c.revenue.mid, c.lines.map((l) => l.name)])).toEqual([
      [2900, ['pro']],
      [5800, ['pro']],
      [50, ['flat']],
    ]);
  });
});

describe('one more, and how many', () => {
  const steps = `${users}items:\n  server: { price: 100 EUR/month, count: ceil(users / 50 users) }\nrevenue:\n  pro: { price: 3 EUR/user/month, quantity: users }\n`;

  test('the next one may be the one that takes a step', () => {
    const { units } = one(steps);
    expect(units?.next).toEqual({
      revenue: { low: 3, mid: 3, high: 3 },
      cost: { low: 100, mid: 100, high: 100 },
      contribution: { low: -97, mid: -97, high: -97 },
      steps: ['cost'],
    });
    expect([units?.fixed.mid, units?.variable.mid]).toEqual([0, 200]);
    expect(one(steps.replace('100 users', '101 users')).units?.next.steps).toEqual([]);
  });

  test('every crossing of a saw, the smallest number, and the one from which on it is for good', () => {
    const even = one(steps, { from: 1, to: 400 }).units?.breakEven?.middle;
    // 3 n against 100 for each 50 begun: covered at 34 to 50, 67 to 100, 100 and on
    expect(even?.runs).toEqual([
      { from: 1, to: 33, state: 'short' },
      { from: 34, to: 50, state: 'covered' },
      { from: 51, to: 66, state: 'short' },
      { from: 67, to: 400, state: 'covered' },
    ]);
    expect([even?.first, even?.lasting]).toEqual([34, 67]);
    expect(even?.crossings.map((c) => [c.at, c.margins, c.steps])).toEqual([
      [34, [-1, 2], []],
      [51, [50, -47], ['cost']],
      [67, [-2, 1], []],
    ]);
  });

  test('a single number at which it comes out even counts', () => {
    const touch = `${users}items:\n  server: { price: 100 EUR/month, count: ceil(users / 50 users) }\nrevenue:\n  pro: { price: 2 EUR/user/month, quantity: users }\n`;
    const even = one(touch, { from: 1, to: 120 }).units?.breakEven?.middle;
    expect(even?.runs.filter((run) => run.state === 'covered').map((run) => [run.from, run.to])).toEqual([
      [50, 50],
      [100, 100],
    ]);
    expect([even?.first, even?.lasting]).toEqual([50, undefined]);
  });

  test('always and never', () => {
    const throughout = (price: number): string | undefined =>
      one(
        `${users}items: { api: { price: 2 EUR/user/month, quantity: users } }\nrevenue: { pro: { price: ${price} EUR/user/month, quantity: users } }\n`,
      ).units?.breakEven?.middle.throughout;
    expect(throughout(3)).toBe('always');
    expect(throughout(2)).toBe('always');
    expect(throughout(1.99)).toBe('never');
  });

  test('ranges have a break-even at each end, and limits that break there are named', () => {
    const { units } = one(
      `${users}limits: { room: users <= 20 users }\nitems: { rent: { price: 100 to 300 EUR/month } }\nrevenue: { pro: { price: 10 EUR/user/month, quantity: users } }\n`,
    );
    const { middle, ends } = units?.breakEven ?? {};
    expect([ends?.low.first, middle?.first, ends?.high.first]).toEqual([10, 20, 30]);
    expect([ends?.low.broken, middle?.broken, ends?.high.broken]).toEqual([[], [], ['room']]);
  });

  test('a step at one end of a range is a step', () => {
    const { units } = one(
      'inputs: { users: 99 to 101 users }\nitems: { server: { price: 100 EUR/month, count: ceil(users / 101 users) } }\nrevenue: { pro: { price: 3 EUR/user/month, quantity: users } }\n',
    );
    expect(units?.next.steps).toEqual(['cost']);
    expect(units?.next.cost).toEqual({ low: 0, mid: 0, high: 100 });
  });

  test('beyond what a plan covers it is unknown, and not short', () => {
    const even = one(
      `${users}items: { mail: { use: own/mail, quantity: users } }\nrevenue: { pro: { price: 1 EUR/user/month, quantity: users } }\nprices: { own: { name: Own, products: { mail: { fee: 5 EUR/month, covers: 40 users, source: t, date: 2026-01-01 } } } }\n`,
    ).units?.breakEven?.middle;
    expect(even?.runs.map((run) => [run.from, run.to, run.state])).toEqual([
      [1, 4, 'short'],
      [5, 40, 'covered'],
      [41, 10_000, 'unknown'],
    ]);
    expect([even?.first, even?.lasting]).toEqual([5, undefined]);
  });

  test('a saw with more teeth than anybody reads ends the search, and says where', () => {
    const even = one(
      `${users}items: { pair: { price: 4 EUR/month, count: ceil(users / 2 users) } }\nrevenue: { pro: { price: 2 EUR/user/month, quantity: users } }\n`,
      { from: 1, to: 5_000 },
    ).units?.breakEven?.middle;
    expect([even?.until, even?.runs.length, even?.first, even?.lasting]).toEqual([400, 400, 2, undefined]);
  });

  test('an input that nothing follows is said to be one', () => {
    const { units } = one(`inputs: { users: 10 users, staff: 2 users }\n${shop.slice(users.length)}`, {
      per: 'staff',
    });
    expect(units?.follows).toEqual({ revenue: false, cost: false });
    expect(units?.next.contribution.mid).toBe(0);
  });

  test('a seat that must be paid for is a step of the revenue', () => {
    const { units } = one(
      'inputs: { users: 2 users }\nrevenue: { team: { use: own/team, quantity: users * 1 seat/user } }\nprices: { own: { name: Own, products: { team: { price: 19 EUR/seat/month, at_least: 3 seats, source: t, date: 2026-01-01 } } } }\n',
    );
    expect(units?.next.revenue.mid).toBe(0);
    expect(units?.revenue.mid).toBe(28.5);
  });

  test('which input is meant where nobody says', () => {
    const usual = (plan: string): string | undefined => {
      const { graph } = modelOf(`plan: a\ncurrency: EUR\n${plan}`);
      return usualUnit(graph, basePlace(graph))?.name;
    };
    expect(usual(shop)).toBe('users');
    expect(usual(shop.replace('inputs: {', 'inputs: { staff: 3 users,'))).toBe('users');
    expect(
      usual(
        shop
          .replace('quantity: users', 'quantity: users + more')
          .replace('inputs: {', 'inputs: { more: 3 users,'),
      ),
    ).toBeUndefined();
    expect(usual(`${shop}axes: { size: { sweep: users, values: [10, 20] } }\n`)).toBe('users');
  });
});

describe('what would have to be charged', () => {
  const price = (plan: string, target?: number): readonly (number | undefined)[] => {
    const found = one(plan, target === undefined ? {} : { target }).lines[0]?.price;
    return [found?.even.mid, found?.target?.mid];
  };

  test('in a straight line it is a division', () => {
    const [even, target] = price(shop, 0.75);
    expect(even).toBeCloseTo(2.9, 12);
    expect(target).toBeCloseTo(11.6, 12);
  });

  test('a cost that follows the revenue is paid for as well', () => {
    const fees = shop.replace(
      '290 EUR/month }',
      '290 EUR/month }, fees: { price: 1, quantity: revenue * 3% }',
    );
    const [even, target] = price(fees, 0.5);
    expect(even).toBeCloseTo(290 / 100 / 0.97, 12);
    expect(target).toBeCloseTo(290 / 100 / (0.5 - 0.03), 12);
    // of which no price leaves more than 97 %
    expect(price(fees, 0.98)[1]).toBe(Number.POSITIVE_INFINITY);
  });

  test('a price of nothing can be raised as well', () => {
    expect(price(shop.replace('29 EUR/user/month', '0 EUR/user/month'))[0]).toBeCloseTo(2.9, 12);
  });

  test('any will do where the others earn enough, none where nobody buys', () => {
    const others = shop
      .replace('revenue: {', 'revenue: { ')
      .replace('quantity: users }', 'quantity: users }, other: { price: 1_000 EUR/month }');
    expect(price(others, 0.5)).toEqual([0, 0]);
    expect(price(shop.replace('100 users', '0 users'))[0]).toBe(Number.POSITIVE_INFINITY);
  });

  test('in another currency, in that currency', () => {
    const found = one(
      `exchange: { EUR: 1.25 USD }\n${shop.replace('29 EUR/user/month', '29 USD/user/month')}`,
    ).lines[0]?.price;
    expect(found?.even.mid).toBeCloseTo(2.9 * 1.25, 12);
    expect(found?.unit.key).toContain('USD');
  });

  test('where buyers stay away as it rises, the smallest that is enough', () => {
    // p (100 - p) is 1,600 at 20 and at 80
    const demand = `inputs: { users: 1 user, p: 10 EUR/user/month }
formulas: { buyers: "max(0 users, 100 users - p * 1 user^2 * 1 month / 1 EUR)" }
items: { rent: { price: 1_600 EUR/month } }
revenue: { pro: { price: p, quantity: buyers } }
`;
    expect(price(demand)[0]).toBeCloseTo(20, 9);
    expect(price(demand.replace('1_600', '2_600'))[0]).toBe(Number.POSITIVE_INFINITY);
  });

  test('where the income takes steps, the step that is enough', () => {
    const stepped = `${users}items:\n  rent: { price: 290 EUR/month }\n  tax: { price: 1, quantity: floor(pro.revenue / 100 EUR/month) * 10 EUR/month }\nrevenue: { pro: { price: 29 EUR/user/month, quantity: users } }\n`;
    // 100 p >= 290 + 10 floor(p): the floor is 3 from p = 3 on
    expect(price(stepped)[0]).toBeCloseTo(3.2, 9);
  });

  test('a price that is a range keeps its ends, and so does what is found', () => {
    const found = one(shop.replace('290 EUR', '200 to 400 EUR'), { target: 0.5 }).lines[0]?.price;
    expect(found?.even).toEqual({ low: 2, mid: 3, high: 4 });
    expect(found?.target).toEqual({ low: 4, mid: 6, high: 8 });
  });
});

describe('the words', () => {
  const plan = (more: string): string => `plan: a\ncurrency: EUR\n${more}`;

  test('are free in a plan that sells nothing', () => {
    const { text } = tryModel(
      plan(
        'inputs: { revenue: 5 EUR/month, margin: 3 EUR/month, gross_margin: 60% }\naxes: { a: { b: { revenue: 7 EUR/month } } }\n',
      ),
    );
    expect(text).toBe('');
  });

  test('are taken in one that sells something', () => {
    const { text } = tryModel(
      plan('inputs: { margin: 3 EUR/month }\nrevenue: { pro: { price: 1 EUR/month } }\n'),
    );
    expect(text).toContain('`margin` is the name of two things');
    const group = tryModel(
      plan(
        'items: { x: { group: revenue, price: 1 EUR/month } }\nrevenue: { pro: { price: 1 EUR/month } }\n',
      ),
    );
    expect(group.text).toContain('`revenue` is the name of two things');
  });

  test('an item and a line cannot share a name, whoever adds them', () => {
    expect(
      tryModel(plan('items: { pro: { price: 1 EUR/month } }\nrevenue: { pro: { price: 1 EUR/month } }\n'))
        .text,
    ).toContain('two things are called `pro`');
    const added =
      'axes:\n  a: { b: { items: { x: { price: 1 EUR/month } } }, c: { revenue: { x: { price: 1 EUR/month } } } }\n';
    expect(tryModel(plan(added)).text).toContain('two things are called `x`');
  });

  test('revenue is in no total, group or payment at the start', () => {
    const model = modelOf(
      plan('items: { x: { price: 3 EUR/month } }\nrevenue: { pro: { price: 5 EUR/month, once: 9 EUR } }\n'),
    );
    expect(
      ['total', 'upfront', 'other', 'sum(cost over items)', 'revenue', 'margin', 'pro.once'].map((f) =>
        answer(model, f),
      ),
    ).toEqual([3, 0, 3, 3, 5, 2, 9]);
    expect(answer(model, 'gross_margin')).toBeCloseTo(40, 12);
  });

  test('over a horizon revenue is earned month by month, and no cash or cost of ownership counts it', () => {
    const model = modelOf(
      plan(
        'horizon: 24 months\ninputs: { users: { value: 10 users, years: { 2: 40 users } } }\nitems: { box: { buy: 240 EUR, life: 2 years } }\nrevenue: { pro: { price: 12 EUR/user/year, quantity: users } }\n',
      ),
    );
    expect(answer(model, 'revenue at month=1')).toBeCloseTo(10, 12);
    expect(answer(model, 'margin at month=24')).toBeCloseTo(30, 12);
    expect(answer(model, 'sum(revenue over month)')).toBeCloseTo(12 * 10 + 12 * 40, 9);
    expect(answer(model, 'tco')).toBeCloseTo(240, 9);
    const { cases } =
      margins(
        new Grid(model.graph),
        { per: undefined, span: undefined, target: undefined },
        readPins(model.graph, ['month=13'], new Diagnostics()),
      ) ?? {};
    expect(cases?.map((c) => [c.revenue.mid, c.total.mid])).toEqual([[40, 10]]);
  });

  test.each(['buy: 5 EUR', 'life: 1 year', 'residual: 10%', 'commit: 1 year', 'upfront: 50%'])(
    'what is sold is not bought: %s',
    (field) => {
      const own = tryModel(plan(`revenue: { pro: { price: 1 EUR/month, ${field} } }\n`));
      expect(own.text).toContain('E103');
      const option = `revenue: { pro: { price: 1 EUR/month } }\naxes: { a: { b: { pro.${field} } } }\n`;
      expect(tryModel(plan(option)).text).toContain(`a line of revenue has no \`${field.split(':')[0]}\``);
    },
  );

  test('a line without a price is as much of an error as an item', () => {
    expect(tryModel(plan('revenue: { pro: { quantity: 3 users } }\nunits: [x]\n')).text).toContain(
      'nothing says what `pro` brings in',
    );
  });

  test('a cost that needs the margin that needs it is a circle', () => {
    const circle = tryModel(
      plan(
        'items: { tax: { price: 1, quantity: margin * 20% } }\nrevenue: { pro: { price: 5 EUR/month } }\n',
      ),
    );
    expect(circle.text).toContain('E402');
  });
});
