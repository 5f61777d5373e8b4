// Edits of single places: what the text is afterwards, to the byte.
import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { applyEdits, type Edit } from '../../src/editing/edit.ts';
import { applyChanges } from '../../src/editing/text-change.ts';
import { filesOf } from '../plan/support.ts';

const head = 'plan: Club relay\ncurrency: EUR\n';

/** The body after the edits; what is wrong where they are refused. */
function bodyAfter(body: string, ...edits: readonly Edit[]): string {
  const text = head + body;
  const edited = applyEdits({ file: 'plan.yaml', text }, edits);
  if (!edited.ok) return renderDiagnostics(edited.diagnostics);
  expect(applyChanges(text, edited.changes)).toBe(edited.text);
  return edited.text.startsWith(head) ? edited.text.slice(head.length) : edited.text;
}

const set = (way: string, to: Edit extends { to: infer T } ? T : unknown): Edit =>
  ({ kind: 'set', path: pathOf(way), to }) as Edit;
const add = (way: string, to: unknown): Edit => ({ kind: 'add', path: pathOf(way), to }) as Edit;
const remove = (way: string): Edit => ({ kind: 'remove', path: pathOf(way) });
const rename = (way: string, to: string): Edit => ({ kind: 'rename', path: pathOf(way), to });

function pathOf(way: string): readonly (string | number)[] {
  return way.split('/').map((step) => (/^\d+$/.test(step) && way.startsWith('expect') ? Number(step) : step));
}

describe('another value', () => {
  test.each([
    ['short', 'inputs:\n  users: 500 users  # guess\n', 'inputs:\n  users: 600 users  # guess\n'],
    ['quoted', "inputs:\n  users: '500 users'\n", "inputs:\n  users: '600 users'\n"],
    ['double', 'inputs:\n  users: "500 users" # x\n', 'inputs:\n  users: "600 users" # x\n'],
    [
      'a long form in a line',
      'inputs: { users: { value: 500 users, source: x } }\n',
      'inputs: { users: { value: 600 users, source: x } }\n',
    ],
    [
      'a long form in a block',
      'inputs:\n  users:\n    source: x\n    # why\n    value: 500 users\n',
      'inputs:\n  users:\n    source: x\n    # why\n    value: 600 users\n',
    ],
    ['Windows line ends', 'inputs:\r\n  users: 500 users\r\n', 'inputs:\r\n  users: 600 users\r\n'],
    ['an anchor', 'inputs:\n  users: &a 500 users\n', 'inputs:\n  users: &a 600 users\n'],
    ['nothing before', 'inputs:\n  users:\n', 'inputs:\n  users: 600 users\n'],
    ['no line end', 'inputs:\n  users: 500 users', 'inputs:\n  users: 600 users'],
  ])('%s', (_, before, wanted) => {
    expect(bodyAfter(before, set('inputs/users', '600 users'))).toBe(wanted);
  });

  test('what YAML would misread is quoted', () => {
    const body = 'inputs: { users: 5 users }\n';
    expect(bodyAfter(body, set('inputs/users', 'max(1 user, 2 users)'))).toBe(
      "inputs: { users: 'max(1 user, 2 users)' }\n",
    );
    expect(bodyAfter('inputs:\n  a: { value: 1, note: x }\n', set('inputs/a/note', "it's: so"))).toBe(
      'inputs:\n  a: { value: 1, note: "it\'s: so" }\n',
    );
    expect(bodyAfter('inputs:\n  a: 1\n', set('inputs/a', 'unknown'))).toBe('inputs:\n  a: unknown\n');
  });

  test('prose in a block of text', () => {
    const body = 'about: >-\n  Old words\n  and more.\n\ninputs: {}\n';
    const long =
      'New words that say more than the old ones did, and so many of them that they really need a second line.';
    expect(bodyAfter(body, set('about', long))).toBe(
      'about: >-\n  New words that say more than the old ones did, and so many of them that they really need a second\n  line.\n\ninputs: {}\n',
    );
  });

  test('top level', () => {
    expect(bodyAfter('as_of: 2026-01-01 # day\n', set('as_of', '2026-02-02'))).toBe(
      'as_of: 2026-02-02 # day\n',
    );
    expect(bodyAfter('inputs: {}\n', set('currency', 'USD'))).toBe(
      'plan: Club relay\ncurrency: USD\ninputs: {}\n',
    );
    expect(bodyAfter('\ninputs:\n  a: 1\n', set('as_of', '2026-02-02'))).toContain(
      'plan: Club relay\nas_of: 2026-02-02\ncurrency: EUR\n\ninputs',
    );
  });
});

describe('short and long forms', () => {
  test('a source makes a short form long, on its line', () => {
    const body = 'inputs:\n  users: 500 users   # guess\n  b: 1\n';
    expect(bodyAfter(body, set('inputs/users/source', 'survey'))).toBe(
      'inputs:\n  users: { value: 500 users, source: survey }   # guess\n  b: 1\n',
    );
  });

  test('or below it, where that is too long', () => {
    const source = 'a survey of all clubs in the country that took most of the spring and half of the summer';
    expect(
      bodyAfter('inputs:\n  users: 500 users # guess\n  b: 1\n', set('inputs/users/source', source)),
    ).toBe(`inputs:\n  users:\n    value: 500 users # guess\n    source: ${source}\n  b: 1\n`);
  });

  test('further keys stand in the order of the language', () => {
    const body = 'inputs:\n  users:\n    value: 500 users\n    date: 2026-01-01\n';
    expect(bodyAfter(body, set('inputs/users/source', 'survey'))).toBe(
      'inputs:\n  users:\n    value: 500 users\n    source: survey\n    date: 2026-01-01\n',
    );
  });

  test('of an expectation, beside its other keys', () => {
    const list = 'expect:\n- that: total > 0\n- { that: total > 1, id: x }\n';
    expect(bodyAfter(list, set('expect/0/note', 'why'), set('expect/1/note', 'how'))).toBe(
      'expect:\n- that: total > 0\n  note: why\n- { that: total > 1, id: x, note: how }\n',
    );
  });

  test('the value of a short form is its value', () => {
    expect(bodyAfter('inputs:\n  a: 1\n', set('inputs/a/value', '2'))).toBe('inputs:\n  a: 2\n');
    expect(bodyAfter('limits:\n  a: 1 < 2\n', set('limits/a/because', 'yes'))).toBe(
      'limits:\n  a: { that: 1 < 2, because: yes }\n',
    );
  });
});

describe('points and items', () => {
  const body = `inputs: { users: 5 users }
items:
  app:
    price: 5 EUR/month
    # how many
    count: 2
axes:
  tier:
    a: { users: 1 user, app.count: 3 }
    b: {}
    c:
      app: { count: 4 }
`;
  test.each([
    ['axes/tier/a/users', '2 users', 'a: { users: 2 users, app.count: 3 }'],
    ['axes/tier/a/app/count', '9', 'a: { users: 1 user, app.count: 9 }'],
    ['axes/tier/c/app.count', '9', 'app: { count: 9 }'],
    ['axes/tier/b/users', '7 users', 'b: { users: 7 users }'],
    ['axes/tier/b/app/count', '7', 'b: { app.count: 7 }'],
    ['axes/tier/c/users', '7 users', 'app: { count: 4 }\n      users: 7 users\n'],
    ['items/app/count', 'users / 1 user', '# how many\n    count: users / 1 user\n'],
    ['items/app/quantity', '1', 'price: 5 EUR/month\n    quantity: 1\n    # how many'],
  ])('%s', (way, to, wanted) => {
    const text = bodyAfter(body, set(way, to));
    expect(text).toContain(wanted);
    expect(text.split('\n').length - body.split('\n').length).toBeLessThanOrEqual(1);
  });
});

describe('adding', () => {
  test('an input, an item, an option, a limit', () => {
    const body = 'inputs:\n  a: 1 # one\n\nitems: {}\n';
    expect(bodyAfter(body, add('inputs/b', '2 users'))).toBe(
      'inputs:\n  a: 1 # one\n  b: 2 users\n\nitems: {}\n',
    );
    expect(bodyAfter(body, add('inputs/b', { value: '2', source: 'x' }))).toBe(
      'inputs:\n  a: 1 # one\n  b:\n    value: 2\n    source: x\n\nitems: {}\n',
    );
    expect(bodyAfter(body, add('items/app', { price: '5 EUR/month' }))).toBe(
      'inputs:\n  a: 1 # one\n\nitems: { app: { price: 5 EUR/month } }\n',
    );
    expect(bodyAfter(body, add('limits/few', 'a < 5'))).toBe(
      'inputs:\n  a: 1 # one\n\nitems: {}\n\nlimits:\n  few: a < 5\n',
    );
  });

  test('an expectation', () => {
    const more = add('expect', { that: 'total', is: '5 EUR/month' });
    expect(bodyAfter('expect:\n  - that: total > 0\n', more)).toBe(
      'expect:\n  - that: total > 0\n  - that: total\n    is: 5 EUR/month\n',
    );
    expect(bodyAfter('inputs: {}\n', more)).toBe(
      'inputs: {}\nexpect:\n  - that: total\n    is: 5 EUR/month\n',
    );
    expect(bodyAfter('expect: x.yaml\n', more)).toContain('expect:\n  - from: x.yaml\n  - that: total\n');
    expect(bodyAfter('expect:\n  - that: a\n\n  - that: b\n\n# end\n', more)).toBe(
      'expect:\n  - that: a\n\n  - that: b\n\n  - that: total\n    is: 5 EUR/month\n\n# end\n',
    );
  });
});

describe('removing', () => {
  const body =
    'inputs:\n  # --- first\n  a: 1 # one\n  b:\n    value: 2\n    note: >-\n      x\n      y\n\n  c: 3\nitems: {}\n';
  test.each([
    ['inputs/a', 'inputs:\n  # --- first\n  b:\n'],
    ['inputs/b', '  a: 1 # one\n\n  c: 3\n'],
    ['inputs/c', '      y\n\nitems: {}\n'],
    ['inputs/b/note', '    value: 2\n\n  c: 3\n'],
    ['items', '  c: 3\n'],
  ])('%s', (way, wanted) => {
    expect(bodyAfter(body, remove(way))).toContain(wanted);
  });

  test('the last of a block', () => {
    expect(bodyAfter('inputs:\n  a: 1\nitems: {}\n', remove('inputs/a'))).toBe('inputs: {}\nitems: {}\n');
    expect(bodyAfter('inputs: { a: 1 }\n', remove('inputs/a'))).toBe('inputs: {}\n');
    expect(bodyAfter('inputs: { a: 1, b: 2 }\n', remove('inputs/b'))).toBe('inputs: { a: 1 }\n');
    expect(bodyAfter('inputs: { a: 1, b: 2 }\n', remove('inputs/a'))).toBe('inputs: { b: 2 }\n');
    expect(bodyAfter('inputs:\n  a: 1\n  b: 2', remove('inputs/b'))).toBe('inputs:\n  a: 1');
  });

  test('of an expectation', () => {
    const list = 'expect:\n  - id: x # why\n    that: total > 0\n  - that: total > 1\n';
    expect(bodyAfter(list, remove('expect/0/id'))).toBe(
      'expect:\n  - that: total > 0\n  - that: total > 1\n',
    );
    expect(bodyAfter(list, remove('expect/0'))).toBe('expect:\n  - that: total > 1\n');
    expect(bodyAfter(list, remove('expect/1'))).toBe('expect:\n  - id: x # why\n    that: total > 0\n');
    expect(bodyAfter(list, remove('expect/1'), remove('expect/0'))).toBe('expect: []\n');
  });
});

describe('renaming', () => {
  const body = `inputs:
  users: 5 users # users
  share: 5%
formulas:
  busy: users * share
items:
  app: { price: 5 EUR/month, count: ceil(busy / 1 user), note: users of app }
limits: { few: users < 9 users }
axes:
  tier:
    base: a
    a: { users: 1 user }
    b: { extends: a, app.count: base * 2, at size=1: { users: 2 users } }
  size: { sweep: users, values: [1, 2] }
expect:
  - that: app.cost at tier=a, size=1
    is: 5 EUR/month
  - { that: cheapest(tier), is: "a" }
  - that: cheapest(tier) == "a" and limits.few
report: { introduction: 'users: {{ users }}, {{ app.cost at tier=a }}' }
`;
  test('an input, wherever it is mentioned', () => {
    expect(bodyAfter(body, rename('inputs/users', 'people'))).toBe(
      body
        .replace('  users: 5 users # users', '  people: 5 users # users')
        .replace('busy: users *', 'busy: people *')
        .replace('few: users <', 'few: people <')
        .replace('a: { users:', 'a: { people:')
        .replace('{ users: 2', '{ people: 2')
        .replace('sweep: users', 'sweep: people')
        .replace('{{ users }}', '{{ people }}'),
    );
  });
  test('an item, a limit, an axis, a point', () => {
    expect(bodyAfter(body, rename('items/app', 'server'))).toBe(
      body
        .replace('  app: {', '  server: {')
        .replace('app.count', 'server.count')
        .replaceAll('app.cost', 'server.cost'),
    );
    expect(bodyAfter(body, rename('limits/few', 'some'))).toBe(
      body.replace('{ few:', '{ some:').replace('limits.few', 'limits.some'),
    );
    expect(bodyAfter(body, rename('axes/tier', 'level'))).toBe(
      body.replace('  tier:', '  level:').replaceAll('tier=', 'level=').replaceAll('(tier)', '(level)'),
    );
    expect(bodyAfter(body, rename('axes/tier/a', 'x1'))).toBe(
      body
        .replace('base: a', 'base: x1')
        .replace(' a: {', ' x1: {')
        .replace('extends: a', 'extends: x1')
        .replaceAll('tier=a', 'tier=x1')
        .replaceAll('"a"', '"x1"'),
    );
  });
  test('also in the files beside', () => {
    const text = `${head}inputs: { users: 5 users }\nexpect: club.expect.yaml\n`;
    const files = filesOf({ 'club.expect.yaml': '- that: users # users\n  is: 5 users\n' });
    const edited = applyEdits({ file: 'plan.yaml', text }, [rename('inputs/users', 'people')], files);
    expect(edited).toMatchObject({
      ok: true,
      beside: [{ file: 'club.expect.yaml', text: '- that: people # users\n  is: 5 users\n' }],
    });
  });
});

describe('refused, with the reason', () => {
  const body = 'inputs:\n  users: 5 users\n  day_share: 10 users / day * 1 day\n';
  test.each<[string, Edit]>([
    ['a name that is not there', set('inputs/usres', '5 users')],
    ['a name that is there', add('inputs/users', '5 users')],
    ['an unknown key', set('inputs/users/sauce', 'x')],
    ['an unknown block', set('inptus/users', 'x')],
    ['no formula', set('inputs/users', '5 +')],
    ['no date', set('as_of', 'tomorrow')],
    ['a name of two things', rename('inputs/users', 'day_share')],
    ['a name that was a unit', rename('inputs/users', 'day')],
    ['a name that cannot be one', rename('inputs/users', 'total')],
    ['nothing to remove', remove('items/app')],
    ['a name that has none', rename('plan', 'x')],
    ['a number', { kind: 'set', path: ['inputs', 'users'], to: 5 as unknown as string }],
    ['nowhere', { kind: 'set', path: [], to: 'x' }],
  ])('%s', (_, edit) => {
    expect(bodyAfter(body, edit)).toMatchSnapshot();
  });

  test('a plan that is no YAML', () => {
    expect(bodyAfter('inputs: { users: *a }\n', set('inputs/users', '5'))).toContain('error[E102]');
    expect(bodyAfter('inputs: {\n', set('inputs/users', '5'))).toContain('error[E101]');
  });
});
