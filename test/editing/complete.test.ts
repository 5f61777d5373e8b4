// What is offered at a cursor: `|` in a text that is being written.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complete, mostSuggestions } from '../../src/editing/complete.ts';
import { mutate, randomFrom } from '../fuzz/mutate.ts';
import { known, offered, plan, taken } from './assist-support.ts';
import { planSources } from './support.ts';

describe('keys', () => {
  test.each([
    ['of a plan', 'hor|', ['horizon']],
    ['of a plan, but not twice', 'axe|', []],
    ['of an item', 'revenue:\n  pro:\n    pri|', ['price']],
    ['of an item in braces', 'revenue: { pro: { quan|', ['quantity']],
    ['after others', 'revenue: { pro: { price: 5 EUR/month, pri|', ['unpriced']],
    ['of an expectation', 'expect:\n  - th|', ['that']],
    ['of an expectation, further', 'expect:\n  - that: total\n    w|', ['within']],
    ['of a long form', 'budgets:\n  all:\n    bec|', ['because']],
    ['of the wanted attributes', 'revenue: { pro: { choose: { needs: { mem|', ['memory']],
    ['of exchange rates', 'exchange:\n  IN|', ['INR']],
    ['nowhere: names are free', 'budgets:\n  a|', []],
    ['nowhere: in a comment', 'budgets: # pri|', []],
  ])('%s', (_, lines, wanted) => {
    expect(offered(lines).slice(0, 1)).toEqual(wanted);
  });

  test('of an axis: those of both sorts', () => {
    expect(offered('levers:\n  x:\n    |')).toEqual(
      expect.arrayContaining(['label', 'saves', 'users', 'app']),
    );
    const sweep = `${plan}  load:\n    `;
    expect(offered('|', sweep)).toEqual(expect.arrayContaining(['sweep', 'values', 'held', 'base']));
    expect(offered('sweep: users\n    |', sweep)).not.toContain('sweep');
  });

  test('are taken with what comes next', () => {
    expect(taken('hor|', 'horizon')).toBe('horizon: ');
    expect(taken('bud|', 'budgets')).toBe('budgets:\n  ');
    expect(taken('expe|', 'expect')).toBe('expect: ');
    expect(taken('revenue: { pro: { lab|', 'label')).toBe('revenue: { pro: { label: ');
  });
});

describe('what an option changes', () => {
  const point = `${plan}  more:\n    c:\n      `;
  test('inputs, formulas, items', () => {
    expect(offered('|', point)).toEqual(expect.arrayContaining(['users', 'devices', 'app', 'label', 'at']));
    expect(offered('app.|', point)).toEqual(expect.arrayContaining(['app.use', 'app.count']));
    expect(taken('us|', 'users', point)).toBe('users: ');
    expect(taken('app.c|', 'app.count', point)).toBe('app.count: ');
  });
  test('where other axes stand so', () => {
    expect(offered('at st|', point)).toEqual(['stage']);
    expect(taken('at stage=al|', 'alpha', point)).toBe('at stage=alpha');
  });
  test('from what it replaces', () => {
    expect(offered('users: ba|', point)).toContain('base');
    expect(offered('formulas: { x: ba|', 'plan: x\n')).not.toContain('base');
  });
});

describe('values', () => {
  test.each([
    [
      'a vendor',
      'revenue: { pro: { use: ac|',
      ['acme', 'acme/large', 'acme/mail', 'acme/out', 'acme/small', 'acme/store'],
    ],
    [
      'its products',
      'revenue: { pro: { use: acme/|',
      ['acme/small', 'acme/large', 'acme/store', 'acme/out', 'acme/mail'],
    ],
    ['its plans', 'revenue: { pro: { use: acme/mail/|', ['acme/mail/free', 'acme/mail/paid']],
    ['candidates', 'revenue: { pro: { choose: { from: [acme/*|', ['acme/*']],
    [
      'a list below',
      'revenue:\n  pro:\n    choose:\n      from:\n        - acme/s|',
      ['acme/small', 'acme/store'],
    ],
    ['a plan of the product', 'revenue: { pro: { use: acme/mail, plan: |', ['free', 'paid']],
    ['a term', 'revenue: { pro: { use: acme/large, term: |', ['year']],
    ['a region', 'revenue: { pro: { use: acme/large, region: |', ['far']],
    ['how sure', 'revenue: { pro: { confidence: |', ['measured', 'quoted', 'derived', 'assumed']],
    ['yes or no', 'revenue: { pro: { optional: |', ['yes', 'no']],
    ['a day', 'revenue: { pro: { date: |', ['2026-05-01', '2026-04-01', 'unknown']],
    ['numbers that correlate', 'correlations: [{ between: [us|', ['users']],
    ['sections of the report', 'report: { sections: [summ|', ['summary']],
    ['what is not there', 'levers: { x: { remove: [|', ['app', 'mail']],
  ])('%s', (_, lines, wanted) => {
    expect(offered(lines)).toEqual(wanted);
  });
  test('a currency, a unit, a group, the point at the base', () => {
    expect(offered('currency: US|', 'plan: x\n')[0]).toBe('USD');
    expect(offered('formulas: { x: { unit: dev|')).toEqual(['devices', 'device']);
    expect(offered('revenue: { a: { group: comp|')).toEqual([]);
    expect(offered('  more:\n    base: |\n    c: {}\n    d: {}\n')).toEqual(['c', 'd']);
    expect(offered('  more: { sweep: |')).toEqual(['users', 'share']);
    expect(offered('extra: 1\n    b2: { extends: |')).toEqual([]);
  });
});

describe('formulas', () => {
  const f = 'budgets:\n  all: ';
  test.each([
    ['a name', 'us|', ['users']],
    ['a name, quoted', "'us|", ['users']],
    ['inside a function', 'max(0 users, us|', ['users', 'uses'].slice(0, 1)],
    ['what an item has', 'app.co|', ['app.cost', 'app.count']],
    ['what its product provides', 'app.mem|', ['app.memory']],
    ['a limit', 'limits.|', ['limits.few']],
    ['an axis', 'total at ti|', ['tier']],
    ['a point', 'total at tier=|', ['a', 'b']],
    ['a further axis', 'total at tier=b, st|', ['stage']],
    ['the axis of a choice', 'cheapest(st|', ['stage']],
    ['the answer of a choice', 'cheapest(stage) == "|', ['alpha', 'beta']],
    ['a product', 'price("acme/sm|', ['acme/small']],
    ['what it provides', 'spec("acme/small", "di|', ['disk']],
    ['an end of the band', 'total at band=|', ['low', 'mid', 'high']],
    ['nothing in a text', 'users == "x|', []],
  ])('%s', (_, written, wanted) => {
    const found = offered(`${f}${written}`);
    expect(found.slice(0, Math.max(1, wanted.length))).toEqual(wanted);
  });
  test('units behind a number', () => {
    expect(offered(`${f}500 us|`)).toEqual(expect.arrayContaining(['user', 'users', 'us', 'USD']));
    expect(offered(`${f}5 dev|`).slice(0, 2)).toEqual(['devices', 'device']);
    expect(offered(`${f}5 EUR/mon|`)).toContain('month');
    expect(offered(`${f}40 requests per sec|`)).toContain('second');
    expect(offered(`${f}users in dev|`).slice(0, 1)).toEqual(['devices']);
    expect(offered(`${f}5|`)).toContain('EUR');
  });
  test('over an axis or a group, and behind a value', () => {
    expect(offered(`${f}sum(total over |`)).toEqual(
      expect.arrayContaining(['tier', 'stage', 'compute', 'items']),
    );
    expect(offered(`${f}users |`)).toEqual(['then', 'else', 'and', 'or', 'to', 'in', 'at', 'over', 'by']);
    expect(taken(`${f}total at ti|`, 'tier')).toBe(`${f}total at tier=`);
    expect(taken(`${f}cei|`, 'ceil')).toBe(`${f}ceil(`);
  });
  test('in a text of the report', () => {
    expect(offered("report: { introduction: 'It is {{ tot|")).toEqual(['total', 'feasible_total']);
    expect(offered("report: { introduction: 'It is {{ total }} tot|")).toEqual([]);
  });
  test('with what a name comes to', () => {
    const text = `${plan}${f}u`;
    const item = (label: string): string | undefined =>
      complete(text, text.length, known).items.find((i) => i.label === label)?.detail;
    expect(item('users')).toBe('500 users (input)');
    const share = `${plan}${f}sh`;
    expect(complete(share, share.length, known).items[0]?.detail).toBe('15–25% (input)');
  });
});

test('names are those of the text, not of the last plan that was understood', () => {
  expect(offered('  late: 3\nbudgets:\n  all: la|', 'plan: x\ninputs:\n')[0]).toBe('late');
  expect(offered('budgets:\n  all: us|', 'plan: x\n')).not.toContain('users');
});

test('any text, any offset: something or nothing, and bounded', () => {
  const sources = planSources();
  fc.assert(
    fc.property(fc.nat(sources.length - 1), fc.nat(), fc.double({ noNaN: false }), (index, seed, at) => {
      const text = mutate(sources[index]?.text ?? '', randomFrom(seed));
      const offset = Math.abs(at) <= 1 ? at * text.length : at;
      const { from, to, items } = complete(text, offset, known);
      expect(from).toBeLessThanOrEqual(to);
      expect(to).toBeLessThanOrEqual(text.length);
      expect(items.length).toBeLessThanOrEqual(mostSuggestions);
    }),
  );
});
