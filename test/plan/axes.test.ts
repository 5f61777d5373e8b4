// Axes, what their points change, and in which order.
import { describe, expect, test } from 'vitest';
import { unitText } from '../../src/quantity/unit.ts';
import { complaints, head, lines, planOf, read, written } from './support.ts';

const base = `inputs: { users: 500 users, share: 20% }
formulas: { devices: users * share }
items:
  app: { group: compute, use: shop/small }
  smtp: { use: shop/mail }
`;

describe('options', () => {
  const plan = planOf(`${base}axes:
  tier:
    label: Size
    base: b
    a: { users: 100 users, app.use: shop/tiny, label: Small, note: for a start }
    b:
    c: {}
    1.5-x%: { devices: base * 2 }
`);
  const [axis] = plan.axes;

  test('points in the order written', () => {
    expect(axis).toMatchObject({ name: 'tier', label: 'Size', kind: 'options', input: undefined, base: 1 });
    expect(axis?.points.map((p) => [p.name, p.label, p.note])).toEqual([
      ['a', 'Small', 'for a start'],
      ['b', undefined, undefined],
      ['c', undefined, undefined],
      ['1.5-x%', undefined, undefined],
    ]);
    expect(written(axis)).toBe('tier');
    expect(written(axis?.points[0])).toBe('a');
  });

  test('their changes', () => {
    expect(lines(plan)).toEqual([
      'tier=a: users = 100 users',
      'tier=a: app.use = shop/tiny',
      'tier=1.5-x%: devices = base * 2',
    ]);
  });

  test('without a base, the first point counts', () => {
    expect(planOf('axes: { t: { a: {}, b: {} } }\n').axes[0]?.base).toBe(0);
  });

  test('an item changes by dotted keys or in a block', () => {
    const dotted = planOf(`${base}axes:
  t: { a: { app.use: shop/big, app.count: base + 1, app.choose: { from: [shop/*] }, app.unpriced: not yet } }
`);
    const block = planOf(`${base}axes:
  t: { a: { app: { use: shop/big, count: base + 1, choose: { from: [shop/*] }, unpriced: not yet } } }
`);
    const fields = ['use', 'count', 'choose', 'unpriced'];
    expect(
      dotted.overrides.flatMap(({ change }) => (change.kind === 'item' ? Object.keys(change.fields) : [])),
    ).toEqual(fields);
    const [whole] = block.overrides;
    expect(block.overrides).toHaveLength(1);
    expect(whole?.change.kind === 'item' ? Object.keys(whole.change.fields).sort() : []).toEqual(
      [...fields].sort(),
    );
    expect(written(whole?.change.kind === 'item' ? whole.change.fields.count : undefined)).toBe('base + 1');
  });

  test('items go, items come, then the rest', () => {
    const plan = planOf(`${base}axes:
  t:
    a:
      users: 5 users
      items: { db: { price: 9 EUR/month }, cache: { use: shop/cache } }
      remove: [smtp]
    b: { remove: smtp }
`);
    expect(lines(plan)).toEqual([
      't=a: - smtp',
      't=a: + db (9 EUR/month)',
      't=a: + cache (shop/cache)',
      't=a: users = 5 users',
      't=b: - smtp',
    ]);
  });

  test('`at` blocks come after the rest, each with its whole condition', () => {
    const plan = planOf(`${base}axes:
  tier:
    a:
      at stage=beta: { users: 5 users, remove: [smtp] }
      at stage=beta, mail=free: { app.price: 50 to 100 USD/month }
      "at mail = paid": { items: { post: { price: 1 EUR/month } } }
      users: 7 users
    b: {}
  stage: { alpha: {}, beta: { users: 9 users } }
  mail: { free: {}, paid: {} }
`);
    expect(lines(plan)).toEqual([
      'tier=a: users = 7 users',
      'tier=a, stage=beta: - smtp',
      'tier=a, stage=beta: users = 5 users',
      'tier=a, stage=beta, mail=free: app.price = 50 to 100 USD/month',
      'tier=a, mail=paid: + post (1 EUR/month)',
      'stage=beta: users = 9 users',
    ]);
  });

  test('an override covers its key and value', () => {
    const plan = planOf(`${base}axes: { t: { a: { users: 5 users } } }\n`);
    expect(written(plan.overrides[0])).toBe('users: 5 users');
  });
});

describe('`extends`', () => {
  test('the other point’s changes come first, along the whole chain, whatever the order', () => {
    const plan = planOf(`${base}axes:
  t:
    c: { extends: b, app.use: shop/c }
    b: { extends: a, users: 2 users, at s=y: { app.count: 3 } }
    a: { users: 1 users }
  s: { x: {}, y: {} }
`);
    expect(lines(plan)).toEqual([
      't=c: users = 1 users',
      't=c: users = 2 users',
      't=c, s=y: app.count = 3',
      't=c: app.use = shop/c',
      't=b: users = 1 users',
      't=b: users = 2 users',
      't=b, s=y: app.count = 3',
      't=a: users = 1 users',
    ]);
  });

  test('labels and notes are not copied', () => {
    const [axis] = planOf('axes: { t: { a: { label: One, note: n }, b: { extends: a } } }\n').axes;
    expect(axis?.points[1]).toMatchObject({ label: undefined, note: undefined });
  });

  test('an item of its own takes the place of an inherited one, with all that was said about it', () => {
    const plan = planOf(`${base}axes:
  t:
    a: { items: { db: { price: 1 EUR/month } }, db.count: 2, users: 3 users, at s=y: { db.count: 4 } }
    b: { extends: a, items: { db: { price: 5 EUR/month } } }
    c: { extends: b }
    d: { extends: a, remove: [db] }
  s: { x: {}, y: {} }
`);
    expect(lines(plan).filter((line) => !line.startsWith('t=a'))).toEqual([
      't=b: users = 3 users',
      't=b: + db (5 EUR/month)',
      't=c: users = 3 users',
      't=c: + db (5 EUR/month)',
      't=d: + db (1 EUR/month)',
      't=d: db.count = 2',
      't=d: users = 3 users',
      't=d, s=y: db.count = 4',
      't=d: - db',
    ]);
  });

  test('a long chain is written out once for each point, and no further than is sane', () => {
    const chain = (n: number) =>
      `${base}axes:\n  t:\n    p0: { users: 1 users }\n${Array.from({ length: n }, (_, i) => `    p${i + 1}: { extends: p${i}, users: 1 users }\n`).join('')}`;
    expect(planOf(chain(100)).overrides).toHaveLength((101 * 102) / 2);
    expect(complaints(chain(900))).toContain('this axis comes to more than 100000 changes');
  });
});

describe('a sweep', () => {
  test('points are named by the text of their values', () => {
    const plan = planOf(`inputs: { agents: 100 agents }
axes:
  size: { sweep: agents, values: [47, 100 agents, 1_000, 2.5 agents], base: 100, label: Agents }
`);
    expect(plan.axes[0]).toMatchObject({
      name: 'size',
      kind: 'sweep',
      input: 'agents',
      base: 1,
      label: 'Agents',
    });
    expect(plan.axes[0]?.points.map((p) => p.name)).toEqual(['47', '100', '1000', '2.5']);
    expect(lines(plan)).toEqual([
      'size=47: agents = 47',
      'size=100: agents = 100 agents',
      'size=1000: agents = 1_000',
      'size=2.5: agents = 2.5 agents',
    ]);
  });

  test('a point is found however its number is written', () => {
    const plan = (size: string, there: string) =>
      planOf(`inputs: { agents: 100 agents }
axes:
  size: { sweep: agents, values: [47, ${size}], base: ${there} }
  room: { small: {}, large: { at size=${there}: { desk.price: 20 EUR/agent/month } } }
items:
  desk:
    price: 30 EUR/agent/month
    quantity: agents
formulas:
  more: agents at size=${there}
expect:
  - { that: agents at size=${there}, is: 1_000 agents }
`);
    for (const [size, there] of [
      ['1_000', '1000'],
      ['1000', '1_000'],
      ['1_000', '1_000'],
    ] as const) {
      const read = plan(size, there);
      expect(read.axes[0]?.base).toBe(1);
      const held = read.overrides.map(({ when }) =>
        when
          .map(({ axis, point }) => `${axis}=${point}`)
          .sort()
          .join(),
      );
      expect(held).toContain('room=large,size=1000');
    }
    expect(
      complaints('inputs: { agents: 1 agent }\naxes: { s: { sweep: agents, values: [1_000, 1000] } }\n'),
    ).toContain('two points are called `1000`');
  });

  test('a number without a unit is in the unit of the input', () => {
    const plan = planOf(`inputs:
  agents: 100 agents
  mails: { value: unknown, unit: emails/month }
  factor: 2
axes:
  a: { sweep: agents, values: [47, 1 to 2] }
  b: { sweep: mails, values: [5] }
  c: { sweep: factor, values: [5] }
`);
    const values = plan.overrides.map(({ change }) => (change.kind === 'value' ? change.value : undefined));
    const units = values.map((v) => {
      if (v?.kind === 'range' && v.low.kind === 'number') return unitText(v.low.unit);
      return v?.kind === 'number' ? unitText(v.unit) : undefined;
    });
    expect(units).toEqual(['agent', 'agent', 'email/month', '']);
  });

  test('the first value counts without a base; a base may have its unit', () => {
    const inputs = 'inputs: { agents: 100 agents }\n';
    expect(planOf(`${inputs}axes: { s: { sweep: agents, values: [1, 2] } }\n`).axes[0]?.base).toBe(0);
    expect(
      planOf(`${inputs}axes: { s: { sweep: agents, values: [1, 2], base: 2 agents } }\n`).axes[0]?.base,
    ).toBe(1);
  });

  test('an axis may have the name of its input', () => {
    expect(
      planOf('inputs: { agents: 5 agents }\naxes: { agents: { sweep: agents, values: [1] } }\n').axes,
    ).toHaveLength(1);
  });

  test('its points can stand in conditions', () => {
    const plan = planOf(`${base}axes:
  load: { sweep: users, values: [100, 200] }
  t: { a: { at load=200: { app.count: 2 } } }
`);
    expect(lines(plan)).toContain('t=a, load=200: app.count = 2');
  });
});

test('overrides come in the order of axes, points and blocks', () => {
  const plan = planOf(`${base}axes:
  z: { two: { users: 2 users }, one: { users: 1 users } }
  load: { sweep: users, values: [100, 200] }
  a: { x: { at z=one: { users: 3 users }, users: 4 users } }
`);
  expect(lines(plan)).toEqual([
    'z=two: users = 2 users',
    'z=one: users = 1 users',
    'load=100: users = 100',
    'load=200: users = 200',
    'a=x: users = 4 users',
    'a=x, z=one: users = 3 users',
  ]);
});

test('what can be read is given back beside the errors', () => {
  const { plan, out } = read(
    `${head}${base}axes: { t: { a: { users: 5 +, app.count: 2 }, over-: {} }, s: { x: { users: 9 users } } }\n`,
  );
  expect(out.all.map((d) => d.code)).toEqual(['E201']);
  expect(lines(plan)).toEqual(['t=a: app.count = 2', 's=x: users = 9 users']);
});
