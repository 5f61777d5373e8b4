import { describe, expect, test } from 'vitest';
import { answer, modelOf, tryModel } from '../support/model.ts';

const vendors = {
  acme: `vendor: acme
name: Acme
products:
  small: { price: 5 EUR/month, provides: { memory: 4 GB, disk: 40 GB }, source: list, date: 2026-01-01 }
  large: { price: 9 EUR/month, provides: { memory: 16 GB }, source: list, date: 2026-01-01 }
  mail:
    plans:
      free: { fee: 0 EUR/month, covers: 500 emails/month, source: list, date: 2026-01-01 }
      paid: { fee: 4 EUR/month, covers: 5_000 emails/month, source: list, date: 2026-01-01 }
`,
};

describe('options', () => {
  const model = modelOf(
    `plan: options
currency: EUR
units: [email]
inputs:
  users: 100 users
  mails: 10 emails/user/month
formulas:
  sent: users * mails
items:
  app: { group: compute, use: acme/small }
  smtp: { group: mail, use: acme/mail, quantity: sent }
axes:
  size:
    base: m
    s: { users: 10 users }
    m: {}
    l: { users: base * 3, app.use: acme/large, items: { db: { group: compute, use: acme/large, count: 2 } } }
    xl: { extends: l, users: base * 10, remove: [smtp] }
    xxl: { extends: m, users: 1_000 users }
  place:
    here: {}
    there: { app.price: 7 EUR/month, at size=l: { app.use: acme/small } }
`,
    vendors,
  );

  test.each([
    ['total at size=s', 5],
    ['total at size=m', 5 + 4],
    ['total at size=l', 9 + 18 + 4],
    ['total at size=xl', 9 + 18],
    ['total at size=m, place=there', 7 + 4],
    ['total at size=l, place=there', 5 + 18 + 4],
    ['total at size=xl, place=there', 7 + 18],
    ['users at size=l', 300],
    ['users at size=xl', 3000],
    ['compute at size=l', 27],
    ['db.cost', 0],
    ['db.count at size=l', 2],
    ['app.memory in GB', 4],
    ['app.memory at size=l', 16],
    ['sum(total over place) at size=m', 9 + 11],
    ['max(users over size)', 3000],
  ])('%s', (formula, expected) => {
    expect(answer(model, formula)).toBeCloseTo(expected, 9);
  });

  test('what no plan covers is unknown, never zero', () => {
    expect(answer(model, 'total at size=xxl')).toBeNaN();
    expect(answer(model, 'smtp.cost at size=xxl')).toBeNaN();
  });

  test('a pinned plan does not sell more than it covers', () => {
    const small = modelOf(
      `plan: pinned
currency: EUR
units: [email]
inputs: { sent: 501 emails/month }
items: { mail: { use: acme/mail/free, quantity: sent } }
formulas: { asked: 'cost("acme/mail/free", sent)' }
axes: { n: { more: {}, less: { sent: 500 emails/month }, unsaid: { sent: unknown } } }
`,
      vendors,
    );
    expect(answer(small, 'total')).toBeNaN();
    expect(answer(small, 'asked')).toBeNaN();
    expect(answer(small, 'total at n=less')).toBe(0);
    expect(answer(small, 'total at n=unsaid')).toBe(0);
  });

  test('an attribute that the chosen product lacks is unknown', () => {
    expect(answer(model, 'app.disk')).toBe(40);
    expect(answer(model, 'app.disk at size=l')).toBeNaN();
  });

  test('a value depends on no more axes than really change it', () => {
    const axesOf = (name: string): readonly string[] => {
      const named = model.graph.names.get(name);
      return (model.graph.nodes[named?.node ?? -1]?.axes ?? []).map((a) => model.graph.axes[a]?.name ?? '');
    };
    expect(axesOf('mails')).toEqual([]);
    expect(axesOf('users')).toEqual(['size']);
    expect(axesOf('app.cost')).toEqual(['size', 'place']);
  });

  test('an override of something that does not exist names the nearest', () => {
    const { text } = tryModel(
      'plan: x\ncurrency: EUR\ninputs: { users: 1 user }\naxes: { a: { p: { usres: 2 users } } }\n',
    );
    expect(text).toContain('E406');
    expect(text).toContain('did you mean `users`?');
  });
});

describe('choosing', () => {
  const model = modelOf(
    `plan: choose
currency: EUR
inputs: { need: 4 GB }
items:
  box: { choose: { from: [acme/*], needs: { memory: need } } }
axes: { size: { s: {}, l: { need: 10 GB }, none: { need: 64 GB } } }
`,
    vendors,
  );
  test('the cheapest that fits', () => {
    expect(answer(model, 'total')).toBe(5);
    expect(answer(model, 'total at size=l')).toBe(9);
    expect(answer(model, 'total at size=none')).toBeNaN();
  });
});
