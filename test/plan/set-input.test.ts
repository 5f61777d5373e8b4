// `--set`: values and fields laid over a plan for one run.
import { describe, expect, test } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import type { Expression } from '../../src/formula/ast.ts';
import { withSettings } from '../../src/plan/set-input.ts';
import { unitText } from '../../src/quantity/unit.ts';
import { line, planOf } from './support.ts';

const plan = planOf(`inputs:
  users: 500 users
  disk: 5 to 10 GB
  share: 15% to 25%
  mails: { value: unknown, unit: emails/month }
  factor: 2
  load: users * 2
formulas: { devices: users * share }
items: { app: { price: 5 EUR/month }, smtp: { use: post/email } }
axes: { tier: { a: {}, b: { users: 5 users, items: { db: { price: 9 EUR/month } } } } }
`);

function set(...settings: string[]): readonly string[] {
  const out = new Diagnostics();
  const result = withSettings(plan, settings, out);
  if (out.all.length > 0) throw new Error(renderDiagnostics(out.all));
  return result.overrides.slice(plan.overrides.length).map(line);
}

function told(...settings: string[]): string {
  const out = new Diagnostics();
  expect(withSettings(plan, settings, out)).toBe(plan);
  return renderDiagnostics(out.all);
}

function valueSet(setting: string): Expression | undefined {
  const change = withSettings(plan, [setting], new Diagnostics()).overrides.at(-1)?.change;
  return change?.kind === 'value' ? change.value : undefined;
}

test('values and fields come last and hold everywhere', () => {
  expect(
    set(
      'users=600 users',
      'devices = base * 2',
      'app.price=6 EUR/month',
      'smtp.use = post/sms',
      'db.count=2',
    ),
  ).toEqual([
    ': users = 600 users',
    ': devices = base * 2',
    ': app.price = 6 EUR/month',
    ': smtp.use = post/sms',
    ': db.count = 2',
  ]);
});

test('the plan itself stays as it is', () => {
  const before = plan.overrides.length;
  withSettings(plan, ['users=5'], new Diagnostics());
  expect(plan.overrides).toHaveLength(before);
  expect(withSettings(plan, [], new Diagnostics())).toBe(plan);
});

test('a value may have an equals sign', () => {
  expect(set('factor=if users == 5 users then 1 else 2', 'load=users at tier=b')).toEqual([
    ': factor = if users == 5 users then 1 else 2',
    ': load = users at tier=b',
  ]);
});

describe('a number without a unit', () => {
  const unit = (setting: string): string => {
    const value = valueSet(setting);
    const number = value?.kind === 'range' ? value.high : value?.kind === 'unary' ? value.operand : value;
    return number?.kind === 'number' ? unitText(number.unit) : 'formula';
  };

  test.each([
    ['users=600', 'user'],
    ['users=600 requests', 'request'],
    ['users=-5', 'user'],
    ['users=5 to 6', 'user'],
    ['disk=7', 'GB'],
    ['mails=4_000', 'email/month'],
    ['factor=3', ''],
    ['load=3', ''],
    ['devices=3', ''],
    ['users=2 * 300', 'formula'],
    ['share=20%', '%'],
  ])('%s is in %j', (setting, expected) => {
    expect(unit(setting)).toBe(expected);
  });

  test('for a percentage it could be meant in two ways', () => {
    expect(told('share=20')).toMatchInlineSnapshot(`
      "error[E701]: this could be meant in two ways
        --> --set:1:7
       1 | share=20
         |       ^^
         = help: \`share\` is in %; write the sign, for example \`20%\`"
    `);
  });
});

describe('what cannot be set', () => {
  test('no equals sign', () => {
    expect(told('users')).toMatchInlineSnapshot(`
      "error[E701]: this sets nothing
        --> --set:1:1
       1 | users
         | ^^^^^
         = help: write a name and its value: \`--set users=600\`"
    `);
    expect(told('=5')).toContain('error[E701]');
    expect(told('')).toContain('error[E701]');
  });

  test('an unknown name', () => {
    expect(told('user=600')).toMatchInlineSnapshot(`
      "error[E401]: there is no \`user\` to set
        --> --set:1:1
       1 | user=600
         | ^^^^
         = help: did you mean \`users\`?"
    `);
    expect(told('zzzzzz=600')).toMatchInlineSnapshot(`
      "error[E401]: there is no \`zzzzzz\` to set
        --> --set:1:1
       1 | zzzzzz=600
         | ^^^^^^
         = help: inputs, formulas and fields of items can be set: \`users=600\`, \`app.use=contabo/cloud-vps-30\`"
    `);
  });

  test('an unknown field or item', () => {
    expect(told('app.prise=600')).toMatchInlineSnapshot(`
      "error[E401]: there is no \`app.prise\` to set
        --> --set:1:1
       1 | app.prise=600
         | ^^^^^^^^^
         = help: did you mean \`app.price\`?"
    `);
    expect(told('ap.price=600')).toContain('did you mean `app.price`?');
    expect(told('app.group=web')).toContain('error[E401]');
    expect(told('app.choose=x/*')).toContain('error[E401]');
  });

  test('an item as a whole, an axis', () => {
    expect(told('app=contabo/vps')).toMatchInlineSnapshot(`
      "error[E401]: there is no \`app\` to set
        --> --set:1:1
       1 | app=contabo/vps
         | ^^^
         = help: \`app\` is an item; set one of its fields: \`app.use=…\`"
    `);
    expect(told('tier=b')).toMatchInlineSnapshot(`
      "error[E401]: \`tier\` is an axis
        --> --set:1:1
       1 | tier=b
         | ^^^^
         = help: a point of an axis is chosen with \`--at tier=…\`"
    `);
  });

  test('a formula that does not parse is marked in the setting', () => {
    expect(told('users = 5 widgets')).toMatchInlineSnapshot(`
      "error[E302]: \`widgets\` is not a unit
        --> --set:1:11
       1 | users = 5 widgets
         |           ^^^^^^^
         = help: a countable of your own is declared under \`units: [widget]\`"
    `);
    expect(told('users=')).toContain('error[E201]');
    expect(told('app.use= ')).toMatchInlineSnapshot(`
      "error[E701]: \`app.use\` gets no value
        --> --set:1:1
       1 | app.use= 
         | ^^^^^^^
         = help: for example \`--set app.use=…\`"
    `);
  });

  test('what can be set is set all the same', () => {
    const out = new Diagnostics();
    const result = withSettings(plan, ['user=1', 'users=2 users'], out);
    expect(out.all).toHaveLength(1);
    expect(result.overrides.slice(plan.overrides.length).map(line)).toEqual([': users = 2 users']);
  });
});
