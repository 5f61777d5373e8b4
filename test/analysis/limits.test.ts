// At what value of which input a limit is reached.

import { describe, expect, test } from 'vitest';
import { limits } from '../../src/analysis/limits.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { modelOf } from '../support/model.ts';

/** Of the base case: input, what it is, and where the limit is reached. */
function reached(plan: string): readonly (readonly [string, number, number])[] {
  const { graph } = modelOf(plan);
  const [first] = limits(new Grid(graph), new Map());
  return (first?.thresholds ?? []).map((t) => [t.input, t.now, t.value]);
}

describe('where a limit is reached', () => {
  test('is where the input stands, if the limit is used up: not what `<=` forgives beyond that', () => {
    const share =
      'plan: P\ncurrency: EUR\ninputs: { less: 0% }\nlimits: { room: 100 users / (1 - less) <= 100 users }\n';
    expect(reached(share)).toEqual([['less', 0, 0]]);
    const all = 'plan: P\ncurrency: EUR\ninputs: { n: 250 users }\nlimits: { room: n * 2 <= 500 users }\n';
    expect(reached(all)).toEqual([['n', 250, 250]]);
  });

  test('is found far from where the input stands', () => {
    const plan = 'plan: P\ncurrency: EUR\ninputs: { n: 3 users }\nlimits: { room: n * 2 <= 500 users }\n';
    expect(reached(plan)).toEqual([['n', 3, 250]]);
  });
});
