// Claims that must hold with a probability: counted over samples, and told with how exact that is.

import { describe, expect, test } from 'vitest';
import { check } from '../../src/analysis/check.ts';
import { limitUses } from '../../src/analysis/limits.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { basePlace } from '../../src/grid/layout.ts';
import { modelOf, tryModel } from '../support/model.ts';

const head = 'plan: t\ncurrency: EUR\ninputs: { n: "uniform(0, 100) * 1 user" }\n';
const items = 'items: { a: { price: 1 EUR/user/month, quantity: n } }\n';

function expectation(text: string): ReturnType<typeof check>['results'][number] {
  const [result] = check(new Grid(modelOf(`${head}${items}expect:\n  - ${text}\n`).graph)).results;
  if (result === undefined) throw new Error('nothing was expected');
  return result;
}

describe('an expectation', () => {
  test('holds where the condition is true in so many samples', () => {
    const held = expectation('{ that: n <= 80 users, probability: 79% }');
    expect(held.status).toBe('holds');
    expect(held.chance?.holds.value).toBeCloseTo(0.8, 3);
    expect(held.chance?.holds.error).toBeLessThan(0.002);
    expect(expectation('{ that: n <= 80 users, probability: 81% }').status).toBe('fails');
    // at its middle the condition holds
    expect(expectation('{ that: n <= 80 users }').status).toBe('holds');
  });

  test('an unknown condition does not hold', () => {
    const claim = '{ that: "n * (if n > 50 users then unknown else 1) >= 0 users", probability: 1% }';
    expect(expectation(claim).status).toBe('fails');
  });
});

describe('a budget', () => {
  const budget = (probability: string, more = ''): ReturnType<typeof limitUses>[number] => {
    const { graph } = modelOf(
      `${head}${items}${more}budgets: { b: { that: total <= 60 EUR/month, probability: ${probability} } }\n`,
    );
    const [use] = limitUses(new Grid(graph), graph.budgets, basePlace(graph));
    if (use === undefined) throw new Error('there is a budget');
    return use;
  };

  test('is kept or exceeded by its chance and not by the ends of the range', () => {
    expect(budget('59%').state).toBe('holds');
    expect(budget('61%').state).toBe('broken');
    expect(budget('61%').chance?.needed).toBe(0.61);
  });

  test('breaks in the first month in which it is not likely enough', () => {
    const growing = 'horizon: 12 months\nformulas: { m: n * 1.1 ^ (elapsed / 1 month) }\n';
    const { graph } = modelOf(`${head}${growing}limits: { b: { that: m <= 60 users, probability: 50% } }\n`);
    // half of them are below 50 users at the start, and 1.1 ^ 2 is the first power above 60 / 50
    const [use] = limitUses(new Grid(graph), graph.limits, basePlace(graph));
    expect(use?.state).toBe('holds');
    expect(use?.breaks?.label).toBe('3');
  });
});

describe('what is refused', () => {
  const cases: Readonly<Record<string, readonly [claim: string, code: string]>> = {
    'a figure': ['{ that: n, is: 50 users, probability: 90% }', 'E303'],
    'a value beside it': ['{ that: n < 5 users, is: false, probability: 90% }', 'E303'],
    'more than all': ['{ that: n < 5 users, probability: 120% }', 'E301'],
    'a unit': ['{ that: n < 5 users, probability: 3 users }', 'E301'],
  };
  for (const [name, [claim, code]] of Object.entries(cases)) {
    test(name, () => {
      expect(tryModel(`${head}${items}expect:\n  - ${claim}\n`).text).toContain(`error[${code}]`);
    });
  }
});
