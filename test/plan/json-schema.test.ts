// The published schema: up to date, and of one mind with the reader.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { planSchema, planSchemaText } from '../../src/plan/json-schema.ts';
import { everything, everythingDefined, small } from './examples.ts';
import { head, read } from './support.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: false }).compile(
  planSchema() as object,
);

/** As an editor does it: YAML 1.2 with its own types, then the schema. */
function accepts(text: string): boolean {
  return validate(parse(text));
}

test('schema/plan.schema.json is what the forms say today', () => {
  const file = join(import.meta.dirname, '../../schema/plan.schema.json');
  expect(readFileSync(file, 'utf8')).toBe(planSchemaText());
});

describe('plans that the reader takes', () => {
  test.each([
    ['everything', everything],
    ['a small one', small],
    ['only the head', head],
    [
      'sections left empty',
      `${head}inputs:\nitems:\naxes: { t: { a: , b: {} } }\nunits: { device: }\nreport:\n`,
    ],
    [
      'bare numbers and flags',
      `${head}inputs: { n: 5, x: 1.5 }\nlimits: { on: true }\nitems: { a: { once: 5, optional: yes } }\n`,
    ],
    ['a file of expectations', `${head}expect: { from: a.yaml }\n`],
    ['files among expectations', `${head}expect: [{ that: total }, { from: a.yaml }]\n`],
    ['one expectation', `${head}expect: { that: total }\n`],
    ['one point removed', `${head}items: { a: { once: 5 } }\naxes: { t: { x: { remove: a } } }\n`],
  ])('%s', (_, text) => {
    expect(accepts(text), JSON.stringify(validate.errors)).toBe(true);
    expect(read(text, { 'a.yaml': '[]', 'more/letter.expect.yaml': '[]' }).out.all).toEqual([]);
  });

  test('as an object', () => {
    expect(validate(everythingDefined)).toBe(true);
  });
});

describe('the worked examples', () => {
  const folder = join(import.meta.dirname, '../../plans');
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml') && !file.includes('.expect.'));
  test.each(files)('%s', (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    expect(accepts(text), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('what the reader refuses for its keys or shape, the schema refuses', () => {
  test.each([
    ['an unknown key', 'input: {}\n'],
    ['an unknown key of an input', 'inputs: { a: { value: 5, vlaue: 6 } }\n'],
    ['an unknown key of an item', 'items: { a: { prize: 5 } }\n'],
    ['an unknown key of an item that an option adds', 'axes: { t: { a: { items: { b: { prize: 5 } } } } }\n'],
    ['an unknown field of an item', 'axes: { t: { a: { app.prize: 5 } } }\n'],
    ['an unknown field in a block', 'axes: { t: { a: { app: { prize: 5 } } } }\n'],
    [
      'an unknown field under a condition',
      'axes: { s: { x: {} }, t: { a: { at s=x: { app.prize: 5 } } } }\n',
    ],
    ['`at` within `at`', 'axes: { s: { x: {} }, t: { a: { at s=x: { at s=x: {} } } } }\n'],
    ['an unknown key of a sweep', 'inputs: { n: 5 }\naxes: { t: { sweep: n, values: [1], step: 2 } }\n'],
    ['an unknown key of an expectation', 'expect: [{ that: total, equals: 5 }]\n'],
    [
      'an unknown key of a dispute',
      'expect: [{ that: total, disputed: { stated: 5, because: no, why: no } }]\n',
    ],
    ['an unknown key of a product', 'prices: { shop: { products: { box: { prize: 5 EUR/month } } } }\n'],
    ['an unknown key of a calendar', 'calendar: { month: 30 days, year: 12 }\n'],
    ['an input without a value', 'inputs: { a: { unit: users } }\n'],
    ['an input left empty', 'inputs: { a: }\n'],
    ['an expectation without `that`', 'expect: [{ is: 5 }]\n'],
    ['a choice without candidates', 'items: { a: { choose: { needs: { vcpu: 2 } } } }\n'],
    ['a list of inputs', 'inputs: [users]\n'],
    ['a point that is a value', 'axes: { t: { a: 5 } }\n'],
    ['a name with a hyphen', 'inputs: { peak-share: 5 }\n'],
    ['a word of the language as a name', 'formulas: { over: 5 }\n'],
    ['a reserved name', 'items: { total: { once: 5 } }\n'],
    ['a point with the name of a key', 'axes: { t: { note: { users: 5 } } }\n'],
    ['a currency in small letters', 'exchange: { eur: 1.1 USD }\n'],
    ['a German date', 'as_of: 27.03.2026\n'],
    ['a confidence that nobody knows', 'inputs: { a: { value: 5, confidence: sure } }\n'],
  ])('%s', (_, body) => {
    expect(accepts(head + body)).toBe(false);
    expect(read(head + body).out.failed).toBe(true);
  });

  test('a plan without a title or a currency', () => {
    expect(accepts('currency: EUR\n')).toBe(false);
    expect(accepts('plan: a\n')).toBe(false);
  });
});

test('every key says what it is for', () => {
  const missing: string[] = [];
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, child] of Object.entries(node)) {
      if (key === 'properties' || key === 'patternProperties') {
        for (const [name, property] of Object.entries(child as Record<string, { description?: string }>)) {
          if ((property.description ?? '').length < 5) missing.push(`${path}.${name}`);
        }
      }
      walk(child, `${path}.${key}`);
    }
  };
  walk(planSchema(), '');
  expect(missing).toEqual([]);
});
