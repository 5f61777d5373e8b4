import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { standalone } from '../../src/formula/formula-text.ts';
import { functions } from '../../src/formula/functions.ts';
import { parseFormula } from '../../src/formula/parse.ts';
import { unitText } from '../../src/quantity/unit.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { answer, modelOf, nodeFor } from '../support/model.ts';

const plan = 'plan: functions\ncurrency: EUR\n';

describe('the examples of the function table are true', () => {
  for (const [name, entry] of Object.entries(functions)) {
    test(`${name}: ${entry.example}`, () => {
      const out = new Diagnostics();
      expect(
        parseFormula(standalone(entry.example, 'example'), UnitTable.builtin, out),
        'parses',
      ).toBeDefined();
      if (entry.gives === undefined) return;
      const model = modelOf(plan);
      const [example, gives] = [nodeFor(model, entry.example), nodeFor(model, entry.gives)];
      const unit = (id: number): string => {
        const type = model.graph.nodes[id]?.type;
        return type?.kind === 'number' ? unitText(type.unit) : '';
      };
      expect(unit(example)).toBe(unit(gives));
      expect(answer(model, entry.example)).toBeCloseTo(answer(model, entry.gives), 12);
    });
  }
});

describe('what a formula means', () => {
  const model = modelOf(`${plan}calendar: { month: [730 hours, 30 days, 21 workdays] }
exchange: { EUR: 1.25 USD }
inputs: { users: 200 users, rate: 4 requests/user/day }
`);
  test.each([
    ['1 + 2 * 3', 7],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['if 2 > 1 then 5 else 7', 5],
    ['if users > 100 users and not (users == 200 users) then 1 else 2', 2],
    ['1 TB in GB', 1000],
    ['1 TiB in GiB', 1024],
    ['1 GB in Mbit', 8000],
    ['users * rate in requests/second', 800 / 86400],
    ['users * rate in requests/month', 800 * 30],
    ['1 request/second in requests/month', 730 * 3600],
    ['2 hours/workday in hours/month', 42],
    ['10 EUR/year in USD/month', 12.5 / 12],
    ['3 USD/hour in EUR/month', (3 * 730) / 1.25],
    ['250 W * 730 hours/month * 0.20 EUR/kWh', 36.5],
    ['users * 15%', 30],
    ['1 - 20%', 0.8],
    ['5 minutes in hours', 5 / 60],
    ['round(14.205, 2)', 14.21],
    ['round(1234, -2)', 1200],
    ['ceil(1000 users / 1000 users)', 1],
    ['ceil(1001 users / 1000 users)', 2],
    ['max(0, 3 GB - 5 GB)', 0],
    ['min(3 GB, 500 MB)', 0.5],
    ['12 / 1 month * 2 months', 24],
  ])('%s', (formula, expected) => {
    expect(answer(model, formula)).toBeCloseTo(expected, 9);
  });

  test('unknown stays unknown, and is never true or false', () => {
    expect(answer(model, 'unknown + 1 GB')).toBeNaN();
    expect(answer(model, 'unknown > 1 GB')).toBeNaN();
    expect(answer(model, 'known(unknown + 1)')).toBe(0);
    expect(answer(model, '1 / 0')).toBeNaN();
    expect(answer(model, 'if unknown > 1 then 1 else 2')).toBeNaN();
    expect(answer(model, 'unknown > 1 or 2 > 1')).toBe(1);
    expect(answer(model, 'unknown > 1 and 1 > 2')).toBe(0);
  });

  test('unlimited is more than anything, and fits every unit', () => {
    expect(answer(model, '5 GB <= unlimited')).toBe(1);
    expect(answer(model, 'unlimited > 5 users')).toBe(1);
    expect(answer(model, 'unlimited == unlimited')).toBe(1);
    expect(answer(model, 'unknown <= unlimited')).toBe(1);
    expect(answer(model, 'unlimited <= 5 GB')).toBe(0);
    expect(answer(model, '5 GB <= -unlimited')).toBe(0);
    expect(answer(model, '5 GB >= -unlimited')).toBe(1);
  });

  test('a condition has three ends too, and may be unknown', () => {
    expect(answer(model, 'low(5 to 10 users <= 7 users)')).toBe(1);
    expect(answer(model, 'mid(5 to 10 users <= 7 users)')).toBe(0);
    expect(answer(model, 'high(5 to 10 users <= 7 users)')).toBe(0);
    expect(answer(model, 'not high(5 to 10 users <= 7 users) and known(1 > 2)')).toBe(1);
    expect(answer(model, 'known(unknown > 1 GB)')).toBe(0);
    const limited = modelOf(`
plan: p
currency: EUR
inputs: { disk: { value: unknown, unit: GB }, peers: 1 to 9 users }
limits: { disk: { that: disk < 5 GB }, peers: { that: peers < 5 users } }
`);
    expect(answer(limited, 'known(limits.disk)')).toBe(0);
    expect(answer(limited, 'low(limits.peers)')).toBe(1);
    expect(answer(limited, 'high(limits.peers)')).toBe(0);
  });

  test('ranges have three ends', () => {
    expect(answer(model, 'low(5 to 10 users) + high(1 to 2 users)')).toBe(7);
    expect(answer(model, '5 to 10 users', 'band=mid')).toBe(7.5);
    expect(answer(model, '900 ms to 1 second in seconds', 'band=low')).toBe(0.9);
  });
});
