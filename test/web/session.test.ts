// The engine of the page, without a page: the answers are those of the library.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPlan } from '../../src/index.ts';
import { explainAnswer } from '../../web/engine/answers/explain.ts';
import { figures } from '../../web/engine/answers/figures.ts';
import { overview } from '../../web/engine/answers/overview.ts';
import type { AskedCase, GivenPlan } from '../../web/engine/protocol.ts';
import { Session } from '../../web/engine/session.ts';

const small = `plan: A small thing
as_of: 2026-03-27
currency: EUR
exchange: { EUR: { rate: 1.25 USD, source: a note, date: 2026-03-27 } }
inputs:
  users: { value: 500 users, source: a guess }
items:
  mail: { group: mail, price: 0.02 EUR/user/month, quantity: users }
  server: { group: compute, price: 5 EUR/month }
axes:
  tier:
    small: {}
    large: { users: 5_000 users }
`;

const given = (text: string, files: GivenPlan['files'] = {}): GivenPlan => ({
  path: 'small.yaml',
  text,
  files,
});
const asked = (change: Partial<AskedCase> = {}): AskedCase => ({
  at: {},
  set: {},
  currency: undefined,
  ...change,
});

function opened(text = small): Session {
  const session = new Session();
  expect(session.open(given(text))).toMatchObject({ ok: true, problems: [], wanted: [] });
  return session;
}

const texts = (session: Session, change: Partial<AskedCase> = {}): readonly string[] =>
  figures(session.asked(asked(change))).figures.map(({ text }) => text);

describe('the open plan', () => {
  test('has its figures in the case, with what is tried out, in the currency that is asked for', () => {
    const session = opened();
    expect(texts(session)).toEqual(['15.00 EUR/month', '180 EUR/year']);
    expect(texts(session, { at: { tier: 'large' } })).toEqual(['105 EUR/month', '1,260 EUR/year']);
    expect(texts(session, { set: { users: '600' } })).toEqual(['17.00 EUR/month', '204 EUR/year']);
    expect(texts(session, { set: { users: '600' }, currency: 'USD' })).toEqual([
      '21.25 USD/month',
      '255 USD/year',
    ]);
    expect(texts(session)).toEqual(['15.00 EUR/month', '180 EUR/year']);
  });

  test('what is tried out lies over every option, as `--set` does', () => {
    const session = opened();
    const plan = loadPlan({ text: small, file: 'small.yaml' }, { set: ['users=700'] }).model;
    expect(plan).toBeDefined();
    expect(texts(session, { set: { users: '700' }, at: { tier: 'large' } })[0]).toBe('19.00 EUR/month');
  });

  test('several things tried out, one after the other and back again, are as if asked at once', () => {
    const session = opened();
    const tries: readonly AskedCase['set'][] = [
      { users: '600' },
      { users: '600', 'server.price': '7 EUR/month' },
      { users: '650', 'server.price': '7 EUR/month' },
      { 'server.price': '7 EUR/month' },
      {},
      { users: '100 to 200 users' },
    ];
    for (const set of tries) {
      const fresh = opened();
      expect(texts(session, { set })).toEqual(texts(fresh, { set }));
    }
  });

  test('a text that cannot be read leaves the figures of the one before', () => {
    const session = opened();
    const broken = session.open(given(small.replace('5 EUR/month', '5 EUR/')));
    expect(broken.ok).toBe(false);
    expect(broken.problems[0]?.severity).toBe('error');
    const mark = broken.problems[0]?.marks[0];
    expect(mark?.from).toBeGreaterThan(0);
    expect(broken.outline?.title).toBe('A small thing');
    expect(texts(session)).toEqual(['15.00 EUR/month', '180 EUR/year']);
  });

  test('asks for the files beside it, and is whole once they are given', () => {
    const text = `${small}expect: { from: more.yaml }\n`;
    const session = new Session();
    expect(session.open(given(text)).wanted).toEqual(['more.yaml']);
    const more = '- { that: total, is: 15 EUR/month }\n';
    expect(session.open(given(text, { 'more.yaml': more }))).toMatchObject({ ok: true, wanted: [] });
    const gone = session.open(given(text, { 'more.yaml': null }));
    expect(gone).toMatchObject({ ok: false, wanted: [] });
  });

  test('points and axes that are gone are left out of a case; a value that does not fit is refused in words', () => {
    const session = opened();
    expect(texts(session, { at: { tier: 'gone', other: 'x' } })[0]).toBe('15.00 EUR/month');
    expect(() => session.asked(asked({ set: { users: '5 EUR' } }))).toThrow(/users/);
    expect(() => session.asked(asked({ set: { nobody: '5' } }))).toThrow(/nobody/);
    expect(texts(session)[0]).toBe('15.00 EUR/month');
  });

  test('before anything is open there is a reason instead of an answer', () => {
    expect(() => new Session().asked(asked())).toThrow(/no plan is open/);
  });

  test('an explanation goes down to the inputs with their source', () => {
    const tree = explainAnswer(opened().asked(asked()), { formula: 'mail.cost' });
    expect(tree.value).toBe('10.00 EUR/month');
    const users = tree.parts.flatMap((p) => [p, ...p.parts]).find((p) => p.name === 'users');
    expect(users).toMatchObject({ value: '500 users', source: 'a guess', kind: 'input' });
  });
});

describe('the worked examples', () => {
  const folder = join(import.meta.dirname, '../../plans');
  const vendors = Object.fromEntries(
    readdirSync(join(folder, '../vendors')).map((name) => [
      name.replace(/\.yaml$/, ''),
      { text: readFileSync(join(folder, '../vendors', name), 'utf8') },
    ]),
  );

  test('open with the catalog that the server sends, and have a bill', () => {
    for (const name of ['kec18', 'loomworks', 'flexiyo']) {
      const text = readFileSync(join(folder, `${name}.yaml`), 'utf8');
      const session = new Session();
      session.catalog(vendors);
      const beside = Object.fromEntries(
        session.open(given(text)).wanted.map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
      );
      const answer = session.open(given(text, beside));
      expect(answer.problems.filter((p) => p.severity === 'error')).toEqual([]);
      expect(overview(session.asked(asked()))).toBeDefined();
      expect(texts(session)[0]).toMatch(/^[0-9]/);
    }
  });
});
