// What is tried out, written into the text of the plan.

import { describe, expect, test } from 'vitest';
import { drivers } from '../../web/engine/answers/drivers.ts';
import { edited, kept } from '../../web/engine/answers/kept.ts';
import { valueAt, writtenAs } from '../../web/views/drivers/slider-scale.ts';
import { examples, openExample, openText } from './plan.ts';

const shop = `plan: A shop
currency: EUR
horizon: 24 months
inputs:
  users: 500 users  # a guess
  share: { value: 15% to 25%, source: a survey }
  fee: 0.02 EUR/user/month
  swept: 3 users
items:
  mail: { price: fee, quantity: users }
axes:
  tier:
    base: small
    small: {}
    large:
      users: 5_000 users   # by contract
      at place=abroad:
        users: 6_000 users
    larger: { extends: large, share: 30% }
  place:
    home: {}
    abroad: {}
  by: { sweep: swept, values: [3, 4] }
levers:
  fewer: { users: base * 0.9 }
`;

describe('keeping what is tried out', () => {
  const open = openText(shop);
  const keep = (
    values: Readonly<Record<string, string>>,
    { at = {}, everywhere = false }: { at?: Readonly<Record<string, string>>; everywhere?: boolean } = {},
  ) => kept(open({ at, set: values }), { values, everywhere });
  /** Lines that are not as before. */
  const changed = (after: string): readonly string[] =>
    after.split('\n').filter((line) => !shop.split('\n').includes(line));

  test('writes the value that counts in the case, and nothing else', () => {
    const found = keep({ users: '600 users' });
    expect(changed(found.after)).toEqual(['  users: 600 users  # a guess']);
    expect(found).toMatchObject({
      before: shop,
      written: [{ name: 'users', path: 'inputs.users', was: '500 users', to: '600 users' }],
      differs: true,
    });
    expect(found.left).toContainEqual({ name: 'users', where: 'at tier=large', value: '5_000 users' });
    const large = keep({ users: '5500 users' }, { at: { tier: 'large' } });
    expect(changed(large.after)).toEqual(['      users: 5500 users   # by contract']);
    const abroad = keep({ users: '7000 users' }, { at: { tier: 'large', place: 'abroad' } });
    expect(changed(abroad.after)).toEqual(['        users: 7000 users']);
  });

  test('gives an option a value of its own where it took that of another', () => {
    const { after, written } = keep({ users: '800 users' }, { at: { tier: 'larger' } });
    expect(written).toEqual([
      { name: 'users', path: 'axes.tier.larger.users', was: '5_000 users', to: '800 users' },
    ]);
    expect(changed(after)).toEqual(['    larger: { extends: large, share: 30%, users: 800 users }']);
  });

  test('writes all values where every case is to have it, each once', () => {
    const { after, left } = keep({ users: '600 users' }, { everywhere: true });
    expect(changed(after)).toEqual([
      '  users: 600 users  # a guess',
      '      users: 600 users   # by contract',
      '        users: 600 users',
    ]);
    // levers and months change what is tried out, and what is kept
    expect(left).toEqual([]);
  });

  test('writes several at once, in their own ways of writing', () => {
    const { after } = keep({ share: '10% to 20%', users: '600', fee: '0.03' });
    expect(changed(after)).toEqual([
      '  users: 600 users  # a guess',
      '  share: { value: 10% to 20%, source: a survey }',
      '  fee: 0.03 EUR/user/month',
    ]);
  });

  test('with a lever on, keeps what lies below the lever', () => {
    const { after } = keep({ users: '600 users' }, { at: { fewer: 'on', month: '12' } });
    expect(changed(after)).toEqual(['  users: 600 users  # a guess']);
  });

  test('refuses what the text cannot say', () => {
    expect(() => keep({ swept: '5 users' })).toThrow('no value of its own');
    expect(() => keep({ 'mail.price': '1 EUR/user/month' })).toThrow('no input');
  });

  test.each(examples)('of %s: what a slider wrote is kept in every case', (name) => {
    const ask = openExample(name);
    const list = drivers(ask()).filter(({ span }) => span !== undefined);
    const some = list.filter((_, i) => i % Math.ceil(list.length / 5) === 0);
    expect(some.length).toBeGreaterThan(3);
    for (const driver of some) {
      if (driver.span === undefined) continue;
      const [low, high] = [valueAt(350, driver.span), valueAt(650, driver.span)];
      const text = driver.shape === 'range' ? writtenAs(low, high, driver) : writtenAs(high, high, driver);
      const values = { [driver.name]: text };
      for (const everywhere of [false, true]) {
        // it is refused where the value would not be the one that was tried out
        const { before, after } = kept(ask({ set: values }), { values, everywhere });
        expect(after).not.toBe(before);
        expect(after.split('\n').length).toBe(before.split('\n').length);
      }
    }
  });
});

describe('an edit', () => {
  test('of where an input comes from makes a long form of a short one', () => {
    const ask = openText(shop);
    const { after } = edited(ask(), {
      edits: [{ kind: 'set', path: ['inputs', 'users', 'source'], to: 'the contract' }],
    });
    expect(after).toContain('500 users');
    expect(drivers(openText(after)()).find(({ name }) => name === 'users')).toMatchObject({
      written: '500 users',
      source: 'the contract',
      confidence: 'quoted',
    });
    expect(() =>
      edited(ask(), { edits: [{ kind: 'set', path: ['inputs', 'users', 'date'], to: 'soon' }] }),
    ).toThrow();
  });
});
