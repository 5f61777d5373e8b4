// A diagnostic points at the person's own characters, however YAML moved them.
import { describe, expect, test } from 'vitest';
import { namesIn } from '../../src/formula/ast.ts';
import { complaints, planOf, read, written } from './support.ts';

/** What the carets of the first error stand under. */
function marked(text: string): string | undefined {
  const [first] = read(text).out.all;
  return written(first?.marks[0]);
}

const before = 'plan: a\ncurrency: EUR\nformulas:\n';

describe('an unknown unit is marked, exactly', () => {
  test.each([
    ['plain', '  x: 1 + 5 widgets'],
    ['in single quotes', "  x: '1 + 5 widgets'"],
    ['in double quotes', '  x: "1 + 5 widgets"'],
    ['after an escape', '  x: "1\\x20+\\t5\\u0020widgets"'],
    ['after an escaped quote', '  x: "price(\\"a/b\\") + 5 widgets"'],
    ['after a doubled quote', "  x: 'known(\"it''s\") + 5 widgets'"],
    ['after a long escape', '  x: "known(\\"\\U0001F600\\") + 5 widgets"'],
    ['after an emoji', '  x: "known(\\"\u{1f600}\\") + 5 widgets"'],
    ['on the second line of a plain formula', '  x: 1 +\n    5 widgets'],
    ['on the third line', '  x: 1 +\n     2\n     + 5 widgets'],
    ['in a folded block', '  x: >\n    1 +\n    5 widgets\n'],
    ['in a stripped folded block', '  x: >- # said in two lines\n    1 +\n\n    5 widgets'],
    ['in a literal block', '  x: |\n    1 +\n      5 widgets\n'],
    ['in a literal block whose header could be its text', '  x: |-\n    - 5 widgets'],
    ['in a quoted text over two lines', '  x: "1 +\n    5 widgets"'],
    ['after a hidden line end', '  x: "1 + \\\n    5 widgets"'],
    ['with Windows line ends', '  x: 1 +\r\n    5 widgets\r\n'],
    ['in a block with Windows line ends', '  x: >\r\n    1 +\r\n    5 widgets\r\n'],
    ['in flow style', '  { x: 1 + 5 widgets, y: 2 }'],
  ])('%s', (_, body) => {
    expect(marked(before + body)).toBe('widgets');
  });

  test('in JSON', () => {
    expect(marked('{"plan": "a", "currency": "EUR", "inputs": {"x": "5 widgets"}}')).toBe('widgets');
  });

  test('behind a byte order mark', () => {
    expect(marked(`\uFEFF${before}  x: 5 widgets`)).toBe('widgets');
  });
});

test('the frame shows the line of the file, not of the formula', () => {
  expect(
    complaints('formulas:\n  devices: >\n    users *\n    share * 1 gadget/user\n'),
  ).toMatchInlineSnapshot(`
    "error[E302]: \`gadget\` is not a unit
      --> plan.yaml:6:15
     6 |     share * 1 gadget/user
       |               ^^^^^^
       = help: a countable of your own is declared under \`units: [gadget]\`"
  `);
});

test('every name of a folded formula stands where it says', () => {
  const plan = planOf(
    'inputs: { users: 5, share: 2, rest: 1 }\nformulas:\n  all: >-\n    (users\n    + share)\n\n    * "rest"\n',
  );
  const seen: (string | undefined)[] = [];
  const formula = plan.formulas[0]?.value;
  const walk = (e: typeof formula): void => {
    if (e === undefined) return;
    if (e.kind === 'name' || e.kind === 'text') seen.push(written(e));
    if (e.kind === 'binary') for (const side of [e.left, e.right]) walk(side);
  };
  walk(formula);
  expect(seen).toEqual(['users', 'share', '"rest"']);
  expect(formula === undefined ? [] : namesIn(formula)).toEqual(['users', 'share']);
});

test('words and units too', () => {
  const plan = planOf('items: { app: { use: "shop/box" } }\n');
  expect(written(plan.items[0]?.use)).toBe('"shop/box"');
  expect(marked(`${before.replace('formulas', 'inputs')}  x: { value: 5, unit: "USD per widget" }`)).toBe(
    'widget',
  );
});

test('conditions of a quoted key', () => {
  const text = 'plan: a\ncurrency: EUR\naxes:\n  t: { a: { "at stage = z": {} } }\n  stage: { x: {} }\n';
  expect(marked(text)).toBe('z');
});
