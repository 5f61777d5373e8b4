// What is wrong with a lever, in words.

import { expect, test } from 'vitest';
import { tryModel } from '../support/model.ts';

const plan = (levers: string): string => `plan: P
currency: EUR
inputs: { users: 10 users }
items: { app: { group: compute, price: 1 EUR/user/month, quantity: users } }
axes: { tier: { a: {}, b: {} } }
levers:
${levers}
`;

const wrong: Readonly<Record<string, readonly [levers: string, code: string, words: string]>> = {
  'an unknown name': ['  l: { uesrs: base / 2 }', 'E406', 'did you mean `users`?'],
  'an unknown item': ['  l: { ap.price: base / 2 }', 'E406', 'did you mean `app`?'],
  'an unknown field': ['  l: { app.prise: base / 2 }', 'E103', 'did you mean `price`?'],
  'the name of an axis': ['  tier: { users: base / 2 }', 'E407', 'an axis already is'],
  'the name of an input': ['  users: { app.price: base / 2 }', 'E407', 'an input already is'],
  'the name of an item': ['  app: { saves: 1 EUR/month }', 'E407', 'an item already is'],
  'a word of the language': ['  total: { users: base / 2 }', 'E107', '`total` cannot be a name'],
  'no change': ['  l: { label: less }', 'E104', 'say what is different where it is on'],
  'an empty one': ['  l:', 'E104', 'a lever is a block of keys'],
  'a saving and a change': [
    '  l: { saves: 1 EUR/month, users: base / 2 }',
    'E104',
    'leave `saves` out and the saving is derived',
  ],
  'a saving of users': ['  l: { saves: 1 user }', 'E504', 'saves: 1 user'],
  'an unknown axis': ['  l: { at teir=b: { users: base / 2 } }', 'E403', 'did you mean `tier`?'],
  'itself as a condition': ['  l: { at l=on: { users: base / 2 } }', 'E104', 'name each axis once'],
};

for (const [name, [levers, code, words]] of Object.entries(wrong)) {
  test(name, () => {
    const { out, text } = tryModel(plan(levers));
    expect(
      out.all.map((d) => d.code),
      text,
    ).toEqual([code]);
    expect(text).toContain(words);
  });
}

test('an item that an option adds cannot be called as a lever', () => {
  const { text } = tryModel(
    plan('  l: { saves: 1 EUR/month }').replace('b: {}', 'b: { items: { l: { price: 1 EUR/month } } }'),
  );
  expect(text).toMatch(/E407.*`l`/);
});

test('twenty levers on one input are nothing, and on one item they are refused', () => {
  const levers = (key: string): string =>
    plan(Array.from({ length: 20 }, (_, i) => `  l${i}: { ${key}: base * 90% }`).join('\n'));
  expect(tryModel(levers('users')).text).toBe('');
  expect(tryModel(levers('app.price')).text).toContain(
    'error[E601]: this is changed in 1048576 combinations',
  );
});
