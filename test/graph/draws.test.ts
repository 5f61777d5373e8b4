// Uncertain numbers: whose they are, what they are along the band, and what they refuse.

import { describe, expect, test } from 'vitest';
import type { Model } from '../../src/graph/build.ts';
import { answer, modelOf, tryModel } from '../support/model.ts';

function drawsOf({ graph }: Model): readonly string[] {
  return graph.nodes.flatMap(({ op }) => (op.kind === 'draw' ? [`${op.name}: ${op.distribution}`] : []));
}

const head = 'plan: t\ncurrency: EUR\n';

describe('each is one’s own', () => {
  test('two inputs that are written alike are two numbers', () => {
    const model = modelOf(`${head}inputs: { a: 5 to 10 users, b: 5 to 10 users }\n`);
    expect(drawsOf(model)).toEqual(['a: interval', 'b: interval']);
  });

  test('another value in an option is the same number there; a change on top of it is another', () => {
    const model = modelOf(`${head}inputs: { a: 5 to 10 users }
axes: { size: { s: {}, m: { a: 20 to 30 users }, l: { a: base * (1.1 to 1.3) } } }
`);
    expect(drawsOf(model)).toEqual(['a: interval', 'a: interval', 'a change: interval']);
  });

  test('several in one formula are numbered, and what stands above in the file changes no name', () => {
    const body = 'formulas:\n  x: (1 to 2) + uniform(3, 4)\n';
    expect(drawsOf(modelOf(head + body))).toEqual(['x: interval', 'x (2): uniform']);
    const more = drawsOf(modelOf(`${head}inputs: { first: 1 to 9 }\n${body}`));
    expect(more).toEqual(['first: interval', 'x: interval', 'x (2): uniform']);
  });

  test('prices and fields of items have their own', () => {
    const model = modelOf(`${head}items:
  web: { price: 5 to 10 EUR/month, count: 1 to 3 }
  mail: { price: 5 to 10 EUR/month }
`);
    expect([...drawsOf(model)].sort()).toEqual([
      'mail.price: interval',
      'web.count: interval',
      'web.price: interval',
    ]);
  });

  test('what is cut keeps the name of the whole', () => {
    const cut = 'truncated(normal(5 users, 3 users), 1 user, 9 users)';
    expect(drawsOf(modelOf(`${head}formulas: { x: "${cut} + (1 to 2 users)" }\n`))).toEqual([
      'x: normal',
      'x: truncated',
      'x (2): interval',
    ]);
  });

  test('between two equal ends nothing is uncertain', () => {
    expect(drawsOf(modelOf(`${head}inputs: { a: 5 to 5 users }\n`))).toEqual([]);
  });
});

test('the ends along the band', () => {
  const model = modelOf(`${head}inputs:
  n: normal(100 users, 10 users)
  l: lognormal(100 GB, 40%)
  p: pert(1 day, 2 days, 1 week)
  c: choices(1 EUR, 1, 4 EUR, 3)
  t: truncated(normal(100 users, 60 users), 50 users, 120 users)
`);
  const ends = (name: string): readonly number[] =>
    ['low', 'mid', 'high'].map((end) => answer(model, `${end}(${name})`));
  const five = 1.6448536269514722;
  expect(ends('n')).toEqual([100 - 10 * five, 100, 100 + 10 * five]);
  expect(ends('l')[2]).toBeCloseTo(100 * Math.exp(0.4 * five), 9);
  expect(ends('p')).toEqual([1, 2, 7]);
  expect(ends('c')).toEqual([1, 3.25, 4]);
  expect(ends('t')).toEqual([50, 100, 120]);
});

describe('what is refused', () => {
  const cases: Readonly<Record<string, readonly [formula: string, code: string]>> = {
    'other units': ['normal(100 users, 5 GB)', 'E301'],
    'a spread with a unit': ['lognormal(100 users, 5 users)', 'E301'],
    'too few': ['pert(1, 2)', 'E205'],
    'a weight too many': ['choices(1, 2, 3)', 'E205'],
    'a certain number cut': ['truncated(5, 1, 9)', 'E205'],
  };
  for (const [name, [formula, code]] of Object.entries(cases)) {
    test(name, () => {
      expect(tryModel(`${head}formulas: { x: "${formula}" }\n`).text).toContain(`error[${code}]`);
    });
  }
});
