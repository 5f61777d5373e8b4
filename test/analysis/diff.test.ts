// What a difference names: which cause, which inputs and formulas behind it, and what changed without moving anything.
import { describe, expect, test } from 'vitest';
import type { DiffCase } from '../../src/analysis/diff.ts';
import type { ItemChange } from '../../src/analysis/diff-item.ts';
import { isMovedText, type Moved } from '../../src/analysis/diff-moved.ts';
import { diffOf } from '../support/diff.ts';

const book = `prices:
  acme:
    name: Acme
    products:
      small:
        name: Small
        price: 4 EUR/month
        provides: { memory: 8 GB }
        regions: { us: { add: 1 EUR/month } }
        terms: { year: { off: 10% } }
      large: { name: Large, price: 9 EUR/month, provides: { memory: 32 GB }, setup: 20 EUR }
      disk: { name: Disk, price: 0.05 EUR/GB/month, free: 10 GB }
      machine: { name: Machine, price: 0.01 EUR/hour }
`;

function plan(body: string): string {
  return `plan: Small\ncurrency: EUR\n${book}${body}`;
}

/** The only case, and the only item that moved in it. */
function only(before: string, after: string): { readonly one: DiffCase; readonly item: ItemChange } {
  const { cases } = diffOf(plan(before), plan(after));
  const [one, another] = cases;
  const [item, other] = one?.items ?? [];
  if (one === undefined || item === undefined || another !== undefined || other !== undefined)
    throw new Error(`${cases.length} cases, items ${one?.items.map((i) => i.name).join()}`);
  return { one, item };
}

function partsOf({ cost }: ItemChange): readonly string[] {
  return cost.parts.map((p) => `${p.cause} ${Number(p.change.mid.toFixed(6))}`);
}

function named(item: ItemChange): readonly string[] {
  return item.cost.parts.flatMap((p) => p.moved.map(text));
}

function text(moved: Moved): string {
  const value = (x: { mid: number } | undefined): string => (x === undefined ? 'none' : String(x.mid));
  return isMovedText(moved)
    ? `${moved.name}: ${moved.before} → ${moved.after}`
    : `${moved.name} ${value(moved.before)} → ${value(moved.after)}`;
}

describe('quantity', () => {
  test('names the input at the bottom, not what follows from it', () => {
    const body = (users: number): string => `inputs: { users: ${users} users, each: 2 GB/user }
formulas: { stored: users * each }
items: { disk: { use: acme/disk, quantity: stored } }
`;
    const { item } = only(body(10), body(30));
    expect(partsOf(item)).toEqual(['quantity 2']);
    expect(named(item)).toEqual(['users 10 → 30']);
  });

  test('names a formula and a field that are written in another way', () => {
    const body = (formula: string, field: string): string => `inputs: { users: 10 users }
formulas: { stored: ${formula} }
items: { disk: { use: acme/disk, quantity: ${field} } }
`;
    const { item } = only(body('users * 2 GB/user', 'stored'), body('users * 3 GB/user', 'stored * 2'));
    expect(named(item)).toEqual([
      'stored: users * 2 GB/user → users * 3 GB/user',
      'disk.quantity: stored → stored * 2',
    ]);
  });

  test('leaves out an input that moved and made no difference', () => {
    const body = (a: number, b: number): string => `inputs: { a: ${a} GB, b: ${b} GB }
items: { disk: { use: acme/disk, quantity: "max(a, b)" } }
`;
    const before = body(100, 1);
    expect(named(only(before, body(200, 2)).item)).toEqual(['a 100 → 200']);
    expect(diffOf(plan(before), plan(body(200, 2))).idle.map(text)).toEqual(['b 1 → 2']);
  });

  test('another unit of the same quantity is no change', () => {
    const body = (q: string): string =>
      `inputs: { s: ${q} }\nitems: { disk: { use: acme/disk, quantity: s } }\n`;
    const { cases, idle } = diffOf(plan(body('2 TB')), plan(body('2_000 GB')));
    expect(cases[0]?.items).toEqual([]);
    expect(idle).toEqual([]);
  });

  test('a count that is new, in words or in things, is quantity', () => {
    const body = (count: string): string => `units: [server]\nitems: { app: { use: acme/small${count} } }\n`;
    expect(partsOf(only(body(''), body(', count: 3')).item)).toEqual(['quantity 8']);
    expect(partsOf(only(body(', count: 3'), body(', count: 2 servers')).item)).toEqual(['quantity -4']);
    expect(named(only(body(', count: 3'), body(', count: 2 servers')).item)).toEqual([
      'app.count: 3 → 2 servers',
    ]);
  });

  test('hours of the month are quantity', () => {
    const body = (h: number): string => `items: { m: { use: acme/machine, hours: ${h} hours/month } }\n`;
    expect(partsOf(only(body(100), body(300)).item)).toEqual(['quantity 2']);
  });

  test('what a price formula counts is quantity, and its money and its shares are price', () => {
    const body = (agents: number, rate: number, off: number): string => `
units: [agent]
inputs: { agents: ${agents} agents, rate: ${rate} EUR/agent/month, off: ${off}% }
items: { help: { price: agents * rate * (1 - off) } }
`;
    const { item } = only(body(10, 5, 0), body(20, 6, 10));
    expect(partsOf(item)).toEqual(['quantity 50', 'price 8']);
    expect(named(item)).toEqual(['agents 10 → 20', 'rate 5 → 6', 'off 0 → 10']);
  });
});

describe('sizing', () => {
  const body = (product: string, memory: number, more = ''): string =>
    `items: { app: { use: acme/${product}, demand: { memory: ${memory} GB }${more} } }\n`;

  test('more demand of the same product is quantity', () => {
    const { item } = only(body('small', 8), body('small', 30));
    expect(partsOf(item)).toEqual(['quantity 12']);
    expect(named(item)).toEqual(['app.demand.memory: 8 GB → 30 GB']);
    expect([item.count.before?.mid, item.count.after?.mid]).toEqual([1, 4]);
  });

  test('headroom and spare are quantity, also where they are new', () => {
    expect(partsOf(only(body('small', 8), body('small', 8, ', spare: 1')).item)).toEqual(['quantity 4']);
    expect(partsOf(only(body('small', 8), body('small', 8, ', headroom: 30%')).item)).toEqual(['quantity 4']);
  });

  test('another product is re-bought after as many of the old one as the demand would need', () => {
    const { item } = only(body('small', 8), body('large', 30));
    expect(partsOf(item)).toEqual(['quantity 12', 're-bought -7']);
    expect(item.rebought).toBe('product');
    expect(item.once?.change.mid).toBe(20);
  });
});

describe('price', () => {
  test('a rate card with other parts is told as a whole', () => {
    const after = plan('items: { d: { use: acme/disk, quantity: 100 GB } }\n');
    const { cases } = diffOf(after, after.replace('free: 10 GB', 'free: 50 GB'));
    const [item] = cases[0]?.items ?? [];
    expect(item === undefined ? [] : named(item)).toEqual([
      'acme/disk: 0.05 EUR/GB/month after the first 10 GB → 0.05 EUR/GB/month after the first 50 GB',
    ]);
  });

  test('a quantity in another kind of unit is one piece with the price that takes it', () => {
    const item = (price: string, quantity: string): string =>
      `items: { a: { price: ${price}, quantity: ${quantity} } }\n`;
    const { item: found } = only(item('2 EUR/GB/month', '3 GB'), item('1 EUR/user/month', '8 users'));
    expect(partsOf(found)).toEqual(['price 2']);
  });

  test('another region and another term are other terms, not another price', () => {
    const body = (more: string): string => `items: { app: { use: acme/small${more} } }\n`;
    for (const more of [', region: us', ', term: year']) {
      const { item } = only(body(''), body(more));
      expect(item.rebought).toBe('terms');
      expect(item.cost.parts.map((p) => p.cause)).toEqual(['re-bought']);
    }
  });

  test('another product at the same price is told, and moves nothing', () => {
    const price = (name: string): string => `items: { a: { price: 3 EUR/month, provider: ${name} } }\n`;
    const { one, item } = only(price('Acme'), price('Umbra'));
    expect(item.rebought).toBe('product');
    expect([one.total.change.mid, item.cost.parts]).toEqual([0, []]);
  });
});

describe('presence', () => {
  test('items that came and went bear their whole cost, optional ones outside the total', () => {
    const { cases } = diffOf(
      plan('items: { old: { price: 3 EUR/month }, stays: { price: 1 EUR/month } }\n'),
      plan('items: { stays: { price: 1 EUR/month }, extra: { price: 9 EUR/month, optional: true } }\n'),
    );
    const [one] = cases;
    expect(one?.items.map((i) => [i.name, i.kind, i.optional, i.cost.change.mid])).toEqual([
      ['extra', 'added', true, 9],
      ['old', 'removed', false, -3],
    ]);
    expect([one?.total.change.mid, one?.unchanged]).toEqual([-3, 1]);
    expect(one?.causes.map((c) => [c.cause, c.change.mid])).toEqual([['removed', -3]]);
  });

  test('a condition that turns removes', () => {
    const body = (n: number): string =>
      `inputs: { n: ${n} }\nitems: { a: { price: 3 EUR/month, when: n > 2 } }\n`;
    expect(only(body(3), body(1)).item.kind).toBe('removed');
  });

  test('a cost that becomes known has no parts, and the known change leaves it out', () => {
    const body = (a: string, b: number): string => `items: { a: { ${a} }, b: { price: ${b} EUR/month } }\n`;
    const { cases } = diffOf(plan(body('unpriced: not quoted', 2)), plan(body('price: 7 EUR/month', 3)));
    const [one] = cases;
    expect(one?.items.map((i) => [i.name, i.cost.parts.length, i.unpriced.before])).toEqual([
      ['a', 0, 'not quoted'],
      ['b', 1, undefined],
    ]);
    expect(one?.total.change.mid).toBeNaN();
    expect(one?.known.change.mid).toBe(1);
  });
});

describe('exchange and calendar', () => {
  const body = (rate: string, month: number): string => `inputs: { per_euro: ${rate} USD/EUR }
calendar: { month: ${month} hours }
exchange: { EUR: { rate: per_euro } }
items:
  a: { price: 11 USD/month }
  m: { price: 0.011 USD/hour }
`;

  test('each moves its own part of one item', () => {
    const { cases, idle } = diffOf(plan(body('1.1', 720)), plan(body('1.25', 730)));
    const machine = cases[0]?.items.find((i) => i.name === 'm');
    expect(machine?.cost.parts.map((p) => p.cause)).toEqual(['exchange', 'calendar']);
    expect(machine === undefined ? [] : named(machine)).toEqual([
      'exchange.EUR.USD 1.1 → 1.25',
      'calendar.hours 720 → 730',
    ]);
    // the input is the rate
    expect(idle).toEqual([]);
  });

  test('a rate that is stated the other way round is the same rate', () => {
    const there = 'exchange: { EUR: 1.25 USD }\nitems: { a: { price: 5 USD/month } }\n';
    const back = 'exchange: { USD: 0.8 EUR }\nitems: { a: { price: 5 USD/month } }\n';
    expect(diffOf(plan(there), plan(back)).cases[0]?.items).toEqual([]);
    const dearer = 'exchange: { USD: 1 EUR }\nitems: { a: { price: 5 USD/month } }\n';
    expect(partsOf(only(there, dearer).item)).toEqual(['exchange 1']);
  });
});

describe('beside the bill', () => {
  test('limits and budgets that turned, and expectations that fail or hold now', () => {
    const body = (users: number): string => `inputs: { users: ${users} users }
items: { a: { price: 1 EUR/user/month, quantity: users } }
limits: { load: users <= 20 users, far: users <= 1_000 users }
budgets: { month: total <= 25 EUR/month }
expect:
  - { that: total, is: 10 EUR/month }
  - { that: users, is: 30 users }
`;
    const { cases, expectations } = diffOf(plan(body(10)), plan(body(30)));
    const [one] = cases;
    expect(one?.limits.map((l) => [l.name, l.before?.state, l.after?.state])).toEqual([
      ['load', 'holds', 'broken'],
    ]);
    expect(one?.budgets.map((l) => l.name)).toEqual(['month']);
    expect(one?.feasible).toEqual({ before: true, after: false });
    expect(expectations.map((e) => [e.kind, e.result.that])).toEqual([
      ['fails now', 'total'],
      ['holds now', 'users'],
    ]);
  });

  test('a price that changed within the free allowance moves nothing, and is told', () => {
    const text_ = plan('items: { d: { use: acme/disk, quantity: 5 GB } }\n');
    const { cases, idle } = diffOf(text_, text_.replace('0.05 EUR', '0.07 EUR'));
    expect(cases[0]?.items).toEqual([]);
    expect(idle.map(text)).toEqual(['price of acme/disk 0.05 → 0.07']);
  });
});

describe('cases', () => {
  const axes = (points: string): string => `inputs: { n: 1 }
items: { a: { price: n * 2 EUR/month } }
axes: { ${points} }
`;

  test('are matched by the names of axes and points, in any order', () => {
    const { cases, lone } = diffOf(
      plan(axes('size: { s: {}, m: { n: 2 }, l: { n: 3 } }')),
      plan(axes('size: { xl: { n: 9 }, l: { n: 4 }, s: {} }')),
    );
    expect(cases.map((c) => [c.at[0]?.point, c.total.change.mid])).toEqual([
      ['l', 2],
      ['s', 0],
    ]);
    expect(lone.map((l) => [l.side, l.at[0]?.point, l.total.mid])).toEqual([
      ['after', 'xl', 18],
      ['before', 'm', 4],
    ]);
  });

  test('an axis that is gone is held where it counted', () => {
    const { cases, lone, loneAxes } = diffOf(
      plan(axes('size: { s: {}, l: { n: 3 } }, region: { base: eu, us: { a.price: base * 2 }, eu: {} }')),
      plan(axes('size: { s: {}, l: { n: 5 } }')),
    );
    expect(cases.map((c) => [c.at.map((p) => p.point).join(), c.total.change.mid])).toEqual([
      ['s,eu', 0],
      ['l,eu', 4],
    ]);
    expect(loneAxes).toEqual([{ side: 'before', axis: 'region', point: 'eu' }]);
    expect(lone).toHaveLength(2);
  });

  test('a pinned axis pins both', () => {
    const { cases } = diffOf(
      plan(axes('size: { s: {}, l: { n: 3 } }')),
      plan(axes('size: { l: { n: 5 }, s: {} }')),
      'size=l',
    );
    expect(cases.map((c) => c.total.change.mid)).toEqual([4]);
  });
});
