// Each way in which two figures can meet, part, leap past each other or not do so at all.

import { describe, expect, test } from 'vitest';
import { type BreakEven, breakEven } from '../../src/analysis/break-even.ts';
import type { Crossing, Side } from '../../src/analysis/contest.ts';
import { numericInputs } from '../../src/analysis/moved-input.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { modelOf, nodeFor } from '../support/model.ts';

const units = 'plan: two\ncurrency: EUR\n';

/** Two formulas of `users` (people) and `used` (gigabytes), over a range of one of them. */
function asked(
  first: string,
  second: string,
  from: number,
  to: number,
  on: 'users' | 'used' = 'used',
  more = '',
): BreakEven {
  const model = modelOf(
    `${units}inputs: { users: 100 users, used: 100 GB, rate: 1 EUR/GB, fee: 1 EUR/user }\nformulas: { u: used / 1 GB, n: users / 1 user }\n${more}`,
  );
  const sides = [first, second].map(
    (text): Side => ({
      name: text,
      label: text,
      node: nodeFor(model, text),
      place: basePlace(model.graph),
    }),
  ) as [Side, Side];
  const { graph } = model;
  const type = graph.nodes[sides[0].node]?.type;
  if (type?.kind !== 'number') throw new Error('no figure');
  const input = numericInputs(graph).find((i) => i.name === on);
  if (input === undefined) throw new Error('no input');
  return breakEven(graph, { sides, unit: type.unit, input, span: { from, to } });
}

function crossings(found: BreakEven): readonly (readonly [number, Crossing['kind'], string])[] {
  return found.middle.crossings.map((c) => [c.value, c.kind, `${c.before} ${c.at} ${c.after}`] as const);
}

describe('where two figures change places', () => {
  test('two lines meet once', () => {
    const found = asked('u * 2', '50 + u', 1, 1000);
    expect(crossings(found)).toEqual([[50, 'meeting', 'first equal second']]);
    expect(found.middle.throughout).toBeUndefined();
    expect(found.middle.proven).toBe(true);
    expect(found.middle.crossings[0]?.above).toEqual({ first: 100, second: 100 });
  });

  test('a root that is no round number is right to twelve digits', () => {
    const [crossing] = asked('u ^ 2', '2', 0.1, 10).middle.crossings;
    expect(Math.abs((crossing?.value ?? 0) / Math.SQRT2 - 1)).toBeLessThan(1e-11);
  });

  test('a curve meets a line as often as it does', () => {
    // (u - 1)(u - 4)(u - 9) = u³ - 14 u² + 49 u - 36
    const found = asked('u ^ 3 + 49 * u', '14 * u ^ 2 + 36', 0.5, 100);
    expect(crossings(found).map(([value]) => value)).toEqual([1, 4, 9]);
  });

  test('what only touches does not cross', () => {
    expect(asked('(u - 5) ^ 2', '0', 1, 100).middle.throughout).toBe('second');
    expect(asked('abs(u - 5)', '0', 1, 100).middle.throughout).toBe('second');
    expect(crossings(asked('(u - 5) ^ 3', '0', 1, 100)).map(([value]) => value)).toEqual([
      expect.closeTo(5, 4),
    ]);
  });

  test('a step leaps past a line, and the value itself belongs to the step before', () => {
    const found = asked('ceil(u / 100) * 10', '15', 1, 1000);
    expect(crossings(found)).toEqual([[100, 'jump', 'first first second']]);
    expect(found.middle.crossings[0]).toMatchObject({
      leaps: ['first'],
      below: { first: 10, second: 15 },
      above: { first: 20, second: 15 },
      firstWhole: undefined,
    });
  });

  test('a step down belongs to the step after', () => {
    const found = asked('10 - floor(u / 100) * 4', '8', 1, 250);
    expect(crossings(found)).toEqual([[100, 'jump', 'second first first']]);
  });

  test('a staircase and a line meet on every step on which they do', () => {
    // steps of 10 up from 10, the line from 12: above on each step's first part only where it still is
    const found = asked('ceil(u / 10) * 10', 'u + 5', 1, 45);
    expect(crossings(found)).toEqual([
      [5, 'meeting', 'second equal first'],
      [10, 'jump', 'first first second'],
      [15, 'meeting', 'second equal first'],
      [20, 'jump', 'first first second'],
      [25, 'meeting', 'second equal first'],
      [30, 'jump', 'first first second'],
      [35, 'meeting', 'second equal first'],
      [40, 'jump', 'first first second'],
    ]);
  });

  test('two steps at one place can leave everything as it was', () => {
    const found = asked('ceil(u / 10) * 10', 'ceil(u / 10) * 20', 1, 1000);
    expect(found.middle.throughout).toBe('first');
  });

  test('a step that is narrower than any grid is found', () => {
    const found = asked('if u > 500 and u < 500.0001 then 0 else 10', '5', 1, 1000);
    expect(crossings(found).map(([, kind, who]) => `${kind}: ${who}`)).toEqual([
      'jump: second second first',
      'jump: first second second',
    ]);
    expect(found.middle.crossings[0]?.value).toBeCloseTo(500, 9);
    expect(found.middle.crossings[1]?.value).toBeCloseTo(500.0001, 9);
  });

  test('figures that are equal for a while part and meet', () => {
    const found = asked('max(5, u)', 'max(5, 2 * u - 10)', 1, 100);
    expect(crossings(found)).toEqual([
      [5, 'meeting', 'equal equal second'],
      [10, 'meeting', 'second equal first'],
    ]);
    expect(found.middle.stretches.map((s) => s.smaller)).toEqual(['equal', 'second', 'first']);
  });

  test('equal throughout, never and always', () => {
    expect(asked('u * 3', 'u * 2 + u', 1, 100).middle.throughout).toBe('equal');
    expect(asked('u + 1', 'u', 1, 100).middle.throughout).toBe('second');
    expect(asked('5', '7', 1, 100)).toMatchObject({
      follows: [false, false],
      middle: { throughout: 'first', crossings: [] },
    });
  });

  test('unknown throughout, and unknown from somewhere on', () => {
    expect(asked('u * unknown', 'u', 1, 100).middle.throughout).toBe('unknown');
    const found = asked('if u <= 40 then u else unknown', '20', 1, 100);
    expect(crossings(found)).toEqual([
      [20, 'meeting', 'first equal second'],
      [40, 'unknown', 'second second unknown'],
    ]);
  });

  test('a range that begins at zero, or below, is searched as well', () => {
    expect(crossings(asked('u', '3', 0, 10)).map(([value]) => value)).toEqual([3]);
    expect(crossings(asked('u', '-3', -10, 10)).map(([value]) => value)).toEqual([-3]);
    expect(crossings(asked('u', '0', -10, 10)).map(([value]) => value)).toEqual([0]);
  });
});

describe('whole numbers', () => {
  test('the first whole number is the first for which it is true', () => {
    const first = (a: string, b: string): number | undefined =>
      asked(a, b, 1, 1000, 'users').middle.crossings[0]?.firstWhole;
    expect(first('n * 2', '51 + n')).toBe(52);
    expect(first('n * 2', '50.5 + n')).toBe(51);
    expect(first('ceil(n / 100) * 10', '15')).toBe(101);
    expect(first('10 - floor(n / 100) * 4', '8')).toBe(100);
  });

  test('none lies on a stretch between two of them', () => {
    const found = asked('if n > 5.2 and n < 5.6 then 0 else 10', '5', 1, 20, 'users');
    expect(found.middle.crossings.map((c) => c.firstWhole)).toEqual([undefined, 6]);
  });

  test('gigabytes are no whole numbers', () => {
    expect(asked('u', '50.5', 1, 100)).toMatchObject({
      whole: false,
      middle: { crossings: [{ firstWhole: undefined }] },
    });
  });
});

describe('around a crossing', () => {
  test('the figures stand before it, at it and after it', () => {
    const [crossing] = asked('u * 2', '50 + u', 1, 1000).middle.crossings;
    expect(crossing?.around.map((r) => [r.value, r.first, r.second, r.difference, r.smaller])).toEqual([
      [40, 80, 90, -10, 'first'],
      [45, 90, 95, -5, 'first'],
      [50, 100, 100, 0, 'equal'],
      [55, 110, 105, 5, 'second'],
      [60, 120, 110, 10, 'second'],
    ]);
  });

  test('where something leaps, on both sides of it', () => {
    const [crossing] = asked('ceil(u / 100) * 10', '15', 1, 1000).middle.crossings;
    expect(crossing?.around.map((r) => [r.value, r.side, r.first])).toEqual([
      [80, undefined, 10],
      [90, undefined, 10],
      [100, undefined, 10],
      [100, 'above', 20],
      [110, undefined, 20],
      [120, undefined, 20],
    ]);
  });

  test('never beyond the next crossing', () => {
    const found = asked('ceil(u / 10) * 10', 'u + 5', 1, 45);
    const { crossings: all } = found.middle;
    for (const [i, { around }] of all.entries()) {
      const [low, high] = [all[i - 1]?.value ?? 1, all[i + 1]?.value ?? 45];
      for (const row of around) {
        expect(row.value).toBeGreaterThanOrEqual(low);
        expect(row.value).toBeLessThanOrEqual(high);
      }
    }
  });
});

describe('a search that gets out of hand', () => {
  test('more crossings than anybody reads end it, and it says where', () => {
    const found = asked('ceil(u) * 2', 'u * 2 + 1', 1, 1e6);
    expect(found.middle.crossings).toHaveLength(400);
    expect(found.middle.until).toBeLessThan(300);
    expect(found.middle.proven).toBe(true);
  });

  test('a million steps that never matter are no work', () => {
    // proven within what a search may cost, and not by samples
    const found = asked('ceil(u) * 2', 'u * 2 + 2.5', 1, 1e6);
    expect(found.middle).toMatchObject({ throughout: 'first', proven: true });
  });

  test('steps without end that all touch are sampled in the end, which is said', () => {
    const found = asked('ceil(u * 1000) + floor(u * 1000)', 'ceil(u * 1000) * 2 - 1', 1, 1e6);
    expect(found.middle.proven && found.middle.until === 1e6).toBe(false);
  });
});

describe('ranges and limits', () => {
  test('each end of the ranges has its own crossings', () => {
    const found = asked('u * (1 to 3)', '60', 1, 1000);
    expect(crossings(found).map(([value]) => value)).toEqual([30]);
    expect(found.ends?.low.crossings.map((c) => c.value)).toEqual([60]);
    expect(found.ends?.high.crossings.map((c) => c.value)).toEqual([20]);
    expect(asked('u', '60', 1, 1000).ends).toBeUndefined();
  });

  test('limits that break on the way are told with where', () => {
    const found = asked(
      'u',
      '60',
      1,
      1000,
      'used',
      'limits: { room: used <= 250 GB, floor: users < 5 users }',
    );
    expect(found.limits[0]).toMatchObject([
      {
        name: 'room',
        stretches: [
          { state: 'holds', to: 250 },
          { state: 'broken', from: 250, open: true },
        ],
      },
      { name: 'floor', stretches: [{ state: 'broken', from: 1, to: 1000 }] },
    ]);
    expect(found.edges[1].broken[0]).toEqual(['room', 'floor']);
  });
});
