import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, type Location, parseAddress, viewNames } from '../../web/app/address.ts';

const back = (address: string): Location => {
  const [path = '', query = ''] = address.split('?');
  return parseAddress(path, query);
};

const key = fc.stringMatching(/^[a-z_][a-z0-9_.]{0,12}$/).filter((k) => k !== '__proto__');
const record = fc.dictionary(key, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), {
  maxKeys: 4,
});
const reserved = ['plan', 'at', 'set', 'currency', 'explain', 'explain-at', 'token'];

describe('an address', () => {
  test('reads aloud', () => {
    const place: Location = {
      view: 'bill',
      plan: 'plans/kec18.yaml',
      at: { tier: 'b' },
      set: { users: '600' },
      currency: 'USD',
      explain: undefined,
      own: { by: 'tier' },
    };
    const address = '/bill?plan=plans/kec18.yaml&at=tier=b&set=users=600&currency=USD&by=tier';
    expect(addressOf(place)).toBe(address);
    expect(addressOf({ ...place, explain: { formula: 'mail.cost', at: { tier: 'c' } } })).toBe(
      `${address}&explain=mail.cost&explain-at=tier=c`,
    );
  });

  test('of nothing is the first screen; of a plan alone its overview', () => {
    expect(back('/')).toMatchObject({ view: 'start', plan: undefined });
    expect(back('/?plan=a.yaml')).toMatchObject({ view: 'overview', plan: 'a.yaml' });
    expect(back('/nowhere?plan=a.yaml').view).toBe('overview');
  });

  test('keeps every place whole, whatever names and values are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...viewNames.filter((name) => name !== 'start')),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        record,
        record,
        fc.option(fc.constantFrom('EUR', 'USD'), { nil: undefined }),
        record.map((own) =>
          Object.fromEntries(Object.entries(own).filter(([name]) => !reserved.includes(name))),
        ),
        fc.option(
          fc.record({
            formula: fc.string({ unit: 'grapheme', minLength: 1 }),
            at: record.map((at) => ({ ...at })),
          }),
          { nil: undefined },
        ),
        (view, plan, at, set, currency, own, explain) => {
          const place: Location = { view, plan, at: { ...at }, set: { ...set }, currency, explain, own };
          expect(back(addressOf(place))).toEqual(place);
        },
      ),
    );
  });
});
