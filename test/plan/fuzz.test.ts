// Whatever a person may type: the reader answers, and says where.

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { planSource } from '../../src/plan/define-plan.ts';
import type { PlanDefinition } from '../../src/plan/definition.ts';
import { planSchema } from '../../src/plan/json-schema.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { withSettings } from '../../src/plan/set-input.ts';
import { everything, small } from './examples.ts';
import { filesOf, meaning, read } from './support.ts';

/** Every complaint has a place in a text, a message, and can be shown. */
function wellPlaced(out: Diagnostics): void {
  for (const { marks, message, code } of out.all) {
    expect(message).not.toBe('');
    expect(marks.length, `${code}: ${message}`).toBeGreaterThan(0);
    for (const { span } of marks) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThanOrEqual(span.start);
      expect(span.start).toBeLessThanOrEqual(span.source.text.length);
    }
  }
  renderDiagnostics(out.all.slice(0, 50));
}

function tried(text: string): void {
  const { plan, out } = read(text, { 'more/letter.expect.yaml': text });
  if (plan === undefined) expect(out.failed).toBe(true);
  wellPlaced(out);
}

const pieces = fc.constantFrom(
  ...everything.split(/(?<=[\s:,{}[\]"])/).filter((piece) => piece.trim() !== ''),
  ...[
    '\n',
    '  ',
    '    ',
    ': ',
    '- ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|',
    '>',
    '#',
    '&a ',
    '*a',
    '!!str ',
    '%',
    '---\n',
    '\t',
    '\r\n',
    '\u{1f600}',
    '\0',
  ],
  ...[
    'extends: ',
    'base',
    'at x=y: ',
    'at ',
    'unknown',
    '5 GB',
    '15% to 25%',
    'total at tier=a',
    'remove: ',
    'from: a',
    '__proto__: ',
    'constructor: ',
  ],
);

test('random texts', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), tried));
});

test('random pieces of plans', () => {
  fc.assert(fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => tried(parts.join(''))));
});

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 12 }),
  put: fc.oneof(pieces, fc.string({ maxLength: 3 }), fc.constant('')),
});

test('plans with a few characters cut out and put in', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(everything, small),
      fc.array(edit, { minLength: 1, maxLength: 4 }),
      (plan, edits) => {
        let text = plan;
        for (const { at, cut, put } of edits) {
          const start = Math.floor(at * text.length);
          text = text.slice(0, start) + put + text.slice(start + cut);
        }
        tried(text);
      },
    ),
  );
});

test('plans with their lines shuffled, doubled and dropped', () => {
  const lines = everything.split('\n');
  const order = fc.array(fc.integer({ min: 0, max: lines.length - 1 }), { maxLength: 2 * lines.length });
  fc.assert(fc.property(order, (picked) => tried(picked.map((i) => lines[i]).join('\n'))));
});

// --- plans that are right

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/).map((text) => `n_${text}`);
const point = fc.stringMatching(/^[a-z0-9][a-z0-9.%_-]{0,4}$/).map((text) => `p${text}`);
const prose = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((text) => text.trim() !== '' && !/\p{Cc}/u.test(text));
const number = fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.double({ min: 0, max: 1e9, noNaN: true }));
const quantity = fc.constantFrom(
  '500 users',
  '15% to 25%',
  '3 GB',
  'unknown',
  '1 + 2 * 3',
  'max(1, 2)',
  '5 EUR/month',
);
const value = fc.oneof(number, quantity);
const provenance = {
  source: prose,
  url: fc.constant('https://club.example/a'),
  date: fc.constant('2026-02-28'),
  confidence: fc.constantFrom('measured', 'quoted', 'derived', 'assumed'),
} as const;
const some = <T extends Record<string, fc.Arbitrary<unknown>>>(model: T) =>
  fc.record(model, { requiredKeys: [] });
const dict = <T>(keys: fc.Arbitrary<string>, of: fc.Arbitrary<T>) =>
  fc.dictionary(keys, of, { maxKeys: 4, noNullPrototype: true });

const itemFields = {
  use: fc.constantFrom('shop/box', 'shop/box/large'),
  region: fc.constant('eu'),
  term: fc.constant('1-year'),
  quantity: value,
  count: value,
  hours: value,
  when: fc.constant('1 < 2'),
};
const item = fc
  .tuple(
    some({
      ...itemFields,
      ...provenance,
      group: name,
      label: prose,
      note: prose,
      provider: prose,
      optional: fc.boolean(),
    }),
    value,
  )
  .map(([fields, price]) => ({ ...fields, price }));
const long = fc
  .tuple(some({ label: prose, note: prose, ...provenance }), value)
  .map(([fields, v]) => ({ ...fields, value: v }));

const definition = fc
  .record({
    title: prose,
    inputs: dict(
      name.map((n) => `i${n}`),
      fc.oneof(value, long),
    ),
    formulas: dict(
      name.map((n) => `f${n}`),
      value,
    ),
    items: dict(
      name.map((n) => `t${n}`),
      item,
    ),
    points: dict(point, some({ label: prose, note: prose })),
    limits: dict(
      name,
      fc.oneof(fc.constant('1 < 2'), fc.record({ that: fc.constant('1 < 2'), because: prose })),
    ),
    changed: fc.array(fc.nat(), { maxLength: 6 }),
    value,
    expect: fc.array(fc.record({ that: quantity, is: value }), { maxLength: 3 }),
  })
  .map((made): PlanDefinition => {
    const names = [...Object.keys(made.inputs), ...Object.keys(made.formulas)];
    const points = Object.entries(made.points).map(([key, body], i) => {
      const changes =
        names.length === 0 ? [] : made.changed.map((n) => [names[n % names.length] ?? '', made.value]);
      const before = i === 0 ? {} : { extends: Object.keys(made.points)[i - 1] ?? '' };
      return [key, { ...body, ...before, ...Object.fromEntries(changes) }];
    });
    const { inputs, formulas, items, limits } = made;
    const axes = points.length === 0 ? {} : { axes: { size: Object.fromEntries(points) } };
    return {
      plan: made.title,
      currency: 'EUR',
      inputs,
      formulas,
      items,
      limits,
      expect: made.expect,
      ...axes,
    } as PlanDefinition;
  });

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(planSchema() as object);

describe('plans that are right', () => {
  test('are taken by the reader and by the schema', () => {
    fc.assert(
      fc.property(definition, (made) => {
        const source = planSource(made);
        const out = new Diagnostics();
        const plan = readPlan(source, filesOf(), out);
        expect(renderDiagnostics(out.all)).toBe('');
        expect(plan?.inputs).toHaveLength(Object.keys(made.inputs ?? {}).length);
        expect(plan?.items).toHaveLength(Object.keys(made.items ?? {}).length);
        expect(validate(parse(source.text)), JSON.stringify(validate.errors)).toBe(true);
      }),
    );
  });

  test('say the same in JSON', () => {
    fc.assert(
      fc.property(definition, (made) => {
        const yaml = readPlan(planSource(made), filesOf(), new Diagnostics());
        const json = read(JSON.stringify(made)).plan;
        expect(meaning(json)).toEqual(meaning(yaml));
      }),
    );
  });

  test('stay as they are where nothing is set', () => {
    fc.assert(
      fc.property(definition, fc.array(fc.string({ maxLength: 30 }), { maxLength: 4 }), (made, settings) => {
        const plan = readPlan(planSource(made), filesOf(), new Diagnostics());
        if (plan === undefined) throw new Error('no plan');
        const out = new Diagnostics();
        const set = withSettings(plan, settings, out);
        expect(set.overrides.length + out.all.length).toBeGreaterThanOrEqual(plan.overrides.length);
        wellPlaced(out);
      }),
    );
  });
});

test('settings of any text', () => {
  const { plan } = read(everything);
  if (plan === undefined) throw new Error('no plan');
  const target = fc.constantFrom(
    'users',
    'share',
    'mails',
    'devices',
    'app.price',
    'app.use',
    'app.choose',
    'tier',
    'x.y.z',
    '',
  );
  const setting = fc
    .tuple(target, fc.oneof(fc.string({ unit: 'binary', maxLength: 20 }), pieces))
    .map(([a, b]) => `${a}=${b}`);
  fc.assert(
    fc.property(fc.array(fc.oneof(setting, fc.string({ maxLength: 20 })), { maxLength: 5 }), (settings) => {
      const out = new Diagnostics();
      withSettings(plan, settings, out);
      wellPlaced(out);
    }),
  );
});
