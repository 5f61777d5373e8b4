import { describe, expect, test } from 'vitest';
import { bill } from '../../src/analysis/bill.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { answer, modelOf, tryModel } from '../support/model.ts';

const vendors = {
  acme: `vendor: acme
name: Acme
products:
  small: { price: 5 EUR/month, provides: { memory: 4 GB, vcpu: 2 vCPU }, source: list, date: 2026-01-01 }
  large: { price: 16 EUR/month, provides: { memory: 16 GB, vcpu: 4 vCPU }, source: list, date: 2026-01-01 }
`,
};

describe('a demand decides how many', () => {
  const model = modelOf(
    `plan: sizing
currency: EUR
inputs: { peak: 110 requests/second, kept_load: 20 GB }
items:
  api:
    price: 10 EUR/month
    demand: { requests: peak, memory: kept_load }
    serves: { requests: 10 requests/second, memory: 8 GB }
    spare: 0
  box: { choose: { from: [acme/*] }, demand: { memory: kept_load, vcpu: 7 vCPU } }
  pool: { use: acme/small, demand: { memory: kept_load }, spare: 1, min: 2, headroom: 20%, paid: 50% }
axes:
  load:
    normal: {}
    heavy_memory: { kept_load: 200 GB }
    idle: { peak: 0 requests/second, kept_load: 1 GB }
    careful: { api.headroom: 50%, api.spare: base + 1, pool.spare: base * 2 }
`,
    vendors,
  );

  test.each([
    ['api.count', 11],
    ['api.cost', 110],
    ['api.count at load=heavy_memory', 25],
    ['api.count at load=idle', 1],
    ['pool.count', Math.ceil(20 / 3.2) + 1],
    ['pool.cost', ((Math.ceil(20 / 3.2) + 1) / 2) * 5],
    ['pool.count at load=idle', 3],
    ['pool.count at load=careful', Math.ceil(20 / 3.2) + 2],
    // five small (25) against two large (32) for 20 GB and 7 vCPU
    ['box.cost', 25],
    ['box.count', 5],
    // fifty small (250) against thirteen large (208) for 200 GB
    ['box.cost at load=heavy_memory', 208],
    ['box.count at load=heavy_memory', 13],
  ])('%s', (formula, expected) => {
    if (formula.includes('careful')) return expect(answer(model, formula)).toBe(expected);
    return expect(answer(model, formula)).toBeCloseTo(expected, 9);
  });

  test('the bill says which resource binds', () => {
    const cases = bill(new Grid(model.graph), new Map()).cases;
    const binding = (point: string): string | undefined =>
      cases.find((c) => c.at[0]?.point === point)?.items.find((i) => i.name === 'api')?.binding;
    expect(binding('normal')).toBe('requests');
    expect(binding('heavy_memory')).toBe('memory');
  });

  test('a resource that nothing serves is named, with the nearest', () => {
    const { text } = tryModel(
      'plan: x\ncurrency: EUR\nitems: { a: { use: acme/small, demand: { memroy: 3 GB } } }\n',
      vendors,
    );
    expect(text).toContain('E506');
    expect(text).toContain('did you mean `memory`?');
  });

  test('demand and capacity of different kinds do not divide', () => {
    const { text } = tryModel(
      'plan: x\ncurrency: EUR\nitems: { a: { use: acme/small, demand: { memory: 3 EUR } } }\n',
      vendors,
    );
    expect(text).toContain('E301');
  });
});

describe('square-root staffing', () => {
  const model = modelOf(`plan: queue
currency: EUR
units: [call]
inputs: { load: 100 calls, spread: 1.5 }
items:
  agents: { price: 10 EUR/month, demand: { calls: load }, serves: { calls: 1 call }, quality: spread }
  careful:
    price: 10 EUR/month
    demand: { calls: load }
    serves: { calls: 2 calls }
    quality: 1
    headroom: 20%
    spare: 1
axes:
  case:
    usual: {}
    none: { load: 0 calls }
    step: { load: 101 calls }
    bolder: { agents.quality: base / 3 }
`);

  test.each([
    ['agents.count', 115],
    ['agents.cost', 1150],
    ['agents.count at case=none', 0],
    ['agents.count at case=step', Math.ceil(101 + 1.5 * Math.sqrt(101))],
    ['agents.count at case=bolder', 105],
    // one carries 1.6 calls with what stays free
    ['careful.count', Math.ceil(62.5 + Math.sqrt(62.5)) + 1],
  ])('%s', (formula, expected) => {
    expect(answer(model, formula)).toBeCloseTo(expected, 9);
  });

  test('never falls as the load grows, and rises one server at a time', () => {
    let before = 0;
    for (let load = 0; load <= 60; load += 0.25) {
      const count = answer(model, `staffing(${load}, 2)`);
      expect(count).toBeGreaterThanOrEqual(before);
      expect(count).toBeGreaterThanOrEqual(load);
      if (load > 1) expect(count - before).toBeLessThanOrEqual(1);
      before = count;
    }
  });
});
