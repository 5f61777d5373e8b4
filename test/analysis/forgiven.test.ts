// A ceiling forgives a little more than a whole number. What is the case only there is no flip, no crossing and no stretch, in no
// search; what holds beyond it counts, with the figures from beyond it.

import { describe, expect, test } from 'vitest';
import { type BreakEven, breakEven } from '../../src/analysis/break-even.ts';
import type { Side } from '../../src/analysis/contest.ts';
import { recommendation } from '../../src/analysis/flips.ts';
import { numericInputs } from '../../src/analysis/moved-input.ts';
import { interpreter } from '../../src/grid/interpret.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { modelOf, nodeFor } from '../support/model.ts';

function asked(
  first: string,
  second: string,
  from: number,
  to: number,
  on: 'users' | 'used' = 'used',
  limit = '',
): BreakEven {
  const limits = limit === '' ? '' : `limits: { one: ${limit} }\n`;
  const model = modelOf(
    `plan: two\ncurrency: EUR\ninputs: { users: 100 users, used: 100 GB }\nformulas: { u: used / 1 GB, n: users / 1 user }\n${limits}`,
  );
  const { graph } = model;
  const sides = [first, second].map(
    (text): Side => ({ name: text, label: text, node: nodeFor(model, text), place: basePlace(graph) }),
  ) as [Side, Side];
  const type = graph.nodes[sides[0].node]?.type;
  const input = numericInputs(graph).find((i) => i.name === on);
  if (type?.kind !== 'number' || input === undefined) throw new Error('no figure');
  return breakEven(graph, { sides, unit: type.unit, input, span: { from, to } });
}

const crossings = ({ middle }: BreakEven): readonly (readonly [number, string])[] =>
  middle.crossings.map((c) => [c.value, `${c.before} ${c.at} ${c.after}`] as const);

// at 356, which is four blocks of 89, the one takes its step and the other is still forgiven it
const blocks = 'ceil(u / 89) * 89 * 0.45';

describe('a crossing', () => {
  test('is none where it holds only as long as a step is forgiven', () => {
    const found = asked(blocks, 'if u <= 356 then 0 else u * 0.5', 30, 420);
    expect(crossings(found)).toEqual([[400.5, 'second equal first']]);
  });

  test('nor where the range begins or ends just there', () => {
    expect(asked(blocks, 'if u <= 356 then 0 else u * 0.5', 356, 400).middle.throughout).toBe('second');
    expect(asked(blocks, 'if u <= 356 then 0 else u * 0.5', 30, 356).middle.throughout).toBe('second');
  });

  test('is told with the figures from beyond, and all that leaps', () => {
    const [crossing, another] = asked(blocks, 'if u <= 356 then 300 else 170', 30, 400).middle.crossings;
    expect(another).toBeUndefined();
    expect(crossing).toMatchObject({ value: 356, kind: 'jump', leaps: ['first', 'second'] });
    expect(crossing?.below).toEqual({ first: expect.closeTo(160.2, 9), second: 300 });
    expect(crossing?.above).toEqual({ first: expect.closeTo(200.25, 9), second: 170 });
  });

  test('lies on the value that a step is for, also where far more is forgiven than a share of it', () => {
    expect(crossings(asked('ceil((u + 1000) / 100) * 10', '115', 1, 1000))).toEqual([
      [100, 'first first second'],
    ]);
    expect(crossings(asked('0 - floor((u + 1000) / 100) * 10', '-115', 1, 1000))).toEqual([
      [200, 'second first first'],
    ]);
    expect(crossings(asked('ceil(u / 100) * 10', '5', 0, 1000))).toEqual([[0, 'first first second']]);
  });

  test('at a single value is one only where whole numbers count', () => {
    const second = (of: string): string => `120 - 30 * floor(${of} / 356) + 200 * (ceil(${of} / 356) - 1)`;
    expect(asked('ceil(u / 356) * 100', second('u'), 30, 700).middle.throughout).toBe('first');
    const whole = asked('ceil(n / 356) * 100', second('n'), 30, 700, 'users').middle;
    expect(whole.crossings.map((c) => [c.firstWhole, c.after])).toEqual([
      [356, 'second'],
      [357, 'first'],
    ]);
  });

  test('that is real is none the less found next to a whole number', () => {
    const found = asked(blocks, 'if u > 356.00001 and u < 356.00002 then 500 else 1', 300, 400);
    expect(crossings(found).map(([value]) => value)).toEqual([356.00001, 356.00002]);
  });
});

test('where whole numbers lie closer together than what is forgiven, a search still ends', () => {
  const found = asked('ceil(u) + floor(u)', '(if u > 3e9 then 5 else 3) * u', 1e9, 2e10);
  expect(crossings(found)).toEqual([]);
  const leaping = asked('ceil(u) + floor(u)', '(if u > 3000000000.3 then 1 else 3) * u', 1e9, 2e10);
  expect(leaping.middle.stretches.map((s) => s.smaller)).toEqual(['first', 'second']);
  expect(leaping.middle.crossings[0]?.value).toBeCloseTo(3e9, -1);
});

test('a limit is not broken where it is only as long as a step is forgiven', () => {
  const found = asked('u', '1', 10, 1000, 'used', 'ceil(u / 89) >= (if u <= 356 then 2 else 5)');
  expect(found.limits[0][0]?.stretches).toMatchObject([
    { state: 'broken', from: 10, to: 89 },
    { state: 'holds', from: 89, to: 1000, open: true },
  ]);
});

describe('a flip', () => {
  /** Of `n` people, or `u` gigabytes: what each option costs, in euros a month. */
  const flips = (input: string, ...costs: readonly string[]): readonly string[] => {
    const { graph } = modelOf(`plan: flips
currency: EUR
inputs: { ${input} }
items: { all: { price: 1 EUR/month, count: 1 } }
axes:
 one:
${costs.map((cost, i) => `  c${i}: { all.count: "${cost}" }`).join('\n')}
`);
    const question = { axis: 0, node: graph.total, place: basePlace(graph) };
    const found = recommendation(graph, interpreter(graph), numericInputs(graph), question);
    return found.flips.map((f) => `${f.up ? 'up' : 'down'} ${f.value} ${f.whole} to ${f.to}: ${f.because}`);
  };
  const stored = blocks.replaceAll('u', 'used / 1 GB');
  const tiers = '(if used <= 356 GB then 0 else used * 0.5 / 1 GB)';

  test('that lasts only as long as a step is forgiven is passed over', () => {
    expect(flips('used: 36 GB', stored, tiers)).toEqual([]);
    expect(flips('used: 50 GB', stored, tiers)).toEqual(['up 400.5 undefined to 0: cheaper']);
  });

  test('is to what is the cheapest beyond', () => {
    // as long as four blocks are enough they are the cheapest, and the fifth makes the flat 170
    expect(flips('used: 50 GB', stored, tiers, '170')).toEqual(['up 356 undefined to 2: cheaper']);
  });

  test('at which several are level is to the one that is the cheapest as soon as they part', () => {
    const most = (cost: string): string => `(if used <= 30 GB then ${cost} else 1000)`;
    const costs = [most('6'), most('used * 0.2 / 1 GB'), '900'];
    expect(flips('used: 31 GB', ...costs)).toEqual(['down 30 undefined to 1: cheaper']);
    expect(flips('used: 31 GB', ...costs, most('6'))).toEqual(['down 30 undefined to 1: cheaper']);
    expect(flips('used: 31 GB', most('6'), '900', most('3 + 3'))).toEqual([
      'down 30 undefined to 0: cheaper',
    ]);
  });

  test('that comes back at the next whole number counts where those do', () => {
    const dip = (of: string): string => `101 - 30 * floor(${of}) + 200 * (ceil(${of}) - 1)`;
    const steps = (of: string): string => `ceil(${of}) * 100`;
    const costs = (of: string): readonly string[] => [steps(of), dip(of)];
    expect(flips('used: 200 GB', ...costs('used / 356 GB'))).toEqual([]);
    expect(flips('users: 200 users', ...costs('users / 356 users'))).toEqual(['up 356 356 to 1: cheaper']);
  });
});
