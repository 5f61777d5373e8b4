// A plan as an object says the same as the plan in YAML.
import { describe, expect, test } from 'vitest';
import { bookVendorForm, productForm } from '../../src/catalog/forms.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { definePlan, planSource } from '../../src/plan/define-plan.ts';
import type {
  ExpectationDefinition,
  FormulaDefinition,
  IncludeDefinition,
  InputDefinition,
  ItemDefinition,
  ItemFieldsDefinition,
  LeverDefinition,
  LimitDefinition,
  PlanDefinition,
  ProductDefinition,
  RevenueDefinition,
  SweepDefinition,
  VendorDefinition,
} from '../../src/plan/definition.ts';
import { leverForm, sweepForm } from '../../src/plan/forms/axes.ts';
import { budgetForm, expectationForm, includeForm, limitForm } from '../../src/plan/forms/claims.ts';
import { costFields, itemChangeForm, itemForm, revenueForm } from '../../src/plan/forms/items.ts';
import { planForm } from '../../src/plan/forms/plan.ts';
import { formulaForm, inputForm } from '../../src/plan/forms/values.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import type { Plan } from '../../src/plan/types.ts';
import type { Form } from '../../src/yaml/form.ts';
import { everything, everythingDefined } from './examples.ts';
import { filesOf, meaning, read } from './support.ts';

function readDefined(definition: PlanDefinition): {
  readonly plan: Plan | undefined;
  readonly out: Diagnostics;
} {
  const out = new Diagnostics();
  return { plan: readPlan(planSource(definition), filesOf(), out), out };
}

test('everything, both ways', () => {
  const yaml = read(everything);
  const defined = readDefined(everythingDefined);
  expect(renderDiagnostics(yaml.out.all)).toBe('');
  expect(renderDiagnostics(defined.out.all)).toBe('');
  expect(meaning(defined.plan)).toEqual(meaning(yaml.plan));
});

test('definePlan gives back what it gets', () => {
  const definition = { plan: 'a', currency: 'EUR' };
  expect(definePlan(definition)).toBe(definition);
});

test('a diagnostic shows the printed line', () => {
  const { out } = readDefined({ plan: 'a', currency: 'EUR', inputs: { users: { value: '500 usres' } } });
  expect(renderDiagnostics(out.all)).toMatchInlineSnapshot(`
    "error[E302]: \`usres\` is not a unit
      --> <plan>:5:16
     5 |     value: 500 usres
       |                ^^^^^
       = help: did you mean \`users\`?"
  `);
});

describe('values keep their meaning in print', () => {
  const asRead = (value: string | number) => {
    const { plan, out } = readDefined({ plan: 'a', currency: 'EUR', inputs: { x: value } });
    if (out.failed) throw new Error(renderDiagnostics(out.all));
    return plan?.inputs[0]?.value;
  };

  test.each([0, 1, 1.5, 0.1, 1e21, 1.25e25, 2.5e-7, 1e-10, 123456789.125, 9007199254740991])(
    '%d',
    (number) => {
      expect(asRead(number)).toMatchObject({ kind: 'number', value: number });
    },
  );

  test('negative numbers', () => {
    expect(asRead(-2.5e-8)).toMatchObject({ kind: 'unary', operand: { value: 2.5e-8 } });
  });

  test.each([
    '4.50',
    '1_000',
    'true',
    'unknown',
    '5 GB',
    '"text"',
    'price("a/b")',
    '1 +\n  2',
    '- 5',
    '#5'.slice(1),
  ])('%j', (text) => {
    expect(meaningOf(asRead(text))).toEqual(
      meaningOf(read(`plan: a\ncurrency: EUR\ninputs: { x: '${text}' }\n`).plan?.inputs[0]?.value),
    );
  });

  test.each([
    'null',
    '~',
    'yes',
    '# no comment',
    'a: b',
    ' padded ',
    'two\nlines',
    '2026-01-01',
    '*star',
    '- dash',
    "it's",
    '"quoted"',
  ])('a label %j', (label) => {
    const { plan, out } = readDefined({ plan: 'a', currency: 'EUR', inputs: { x: { value: 1, label } } });
    expect(renderDiagnostics(out.all)).toBe('');
    expect(plan?.inputs[0]?.label).toBe(label.trim());
  });

  test('the same object in two places is written twice', () => {
    const item = { price: '5 EUR/month' };
    const { plan, out } = readDefined({ plan: 'a', currency: 'EUR', items: { one: item, two: item } });
    expect(renderDiagnostics(out.all)).toBe('');
    expect(plan?.items).toHaveLength(2);
  });

  test('keys without a value are left out', () => {
    const about: string | undefined = undefined;
    const definition = { plan: 'a', currency: 'EUR', about } as unknown as PlanDefinition;
    expect(planSource(definition).text).toBe('plan: a\ncurrency: EUR\n');
  });

  test('an object that contains itself is refused like any other plan', () => {
    const inputs: Record<string, unknown> = {};
    inputs.a = inputs;
    const { out } = readDefined({ plan: 'a', currency: 'EUR', inputs } as unknown as PlanDefinition);
    expect(out.all[0]?.code).toBe('E102');
  });
});

/** A value for each key, so that the compiler sees to it that none is missing and none too many. */
type Keys<T> = { readonly [K in keyof Required<T>]: true };

describe('the types have the keys of the forms', () => {
  const provenance = { source: true, url: true, date: true, confidence: true } as const;
  const fields: Keys<ItemFieldsDefinition> = {
    use: true,
    choose: true,
    plan: true,
    region: true,
    term: true,
    price: true,
    quantity: true,
    count: true,
    hours: true,
    once: true,
    buy: true,
    life: true,
    residual: true,
    commit: true,
    upfront: true,
    when: true,
    demand: true,
    serves: true,
    headroom: true,
    quality: true,
    spare: true,
    min: true,
    paid: true,
    unpriced: true,
  };
  const limit: Keys<LimitDefinition> = {
    that: true,
    probability: true,
    because: true,
    // biome-ignore lint/suspicious/noThenProperty: a word of the plan language, and no function
    then: true,
    source: true,
    label: true,
  };
  const formula: Keys<FormulaDefinition> = {
    value: true,
    unit: true,
    label: true,
    note: true,
    growth: true,
    years: true,
  };
  const input: Keys<InputDefinition> = { ...formula, ...provenance };
  const item: Keys<ItemDefinition> = {
    ...fields,
    ...provenance,
    group: true,
    label: true,
    note: true,
    provider: true,
    optional: true,
  };
  const { buy, life, residual, commit, upfront, ...sold } = fields;
  expect([buy, life, residual, commit, upfront]).toHaveLength(costFields.length);
  const revenue: Keys<RevenueDefinition> = {
    ...sold,
    ...provenance,
    label: true,
    note: true,
    optional: true,
  };
  const sweep: Keys<SweepDefinition> = { sweep: true, values: true, base: true, held: true, label: true };
  const lever: Keys<LeverDefinition> = {
    ...provenance,
    label: true,
    note: true,
    saves: true,
    items: true,
    revenue: true,
    remove: true,
  };
  const expectation: Keys<ExpectationDefinition> = {
    that: true,
    is: true,
    within: true,
    probability: true,
    id: true,
    source: true,
    note: true,
    disputed: true,
  };
  const include: Keys<IncludeDefinition> = { from: true };
  const plan: Keys<PlanDefinition> = {
    plan: true,
    about: true,
    as_of: true,
    currency: true,
    exchange: true,
    calendar: true,
    horizon: true,
    timeline: true,
    units: true,
    inputs: true,
    formulas: true,
    items: true,
    revenue: true,
    limits: true,
    budgets: true,
    axes: true,
    levers: true,
    expect: true,
    correlations: true,
    open: true,
    prices: true,
    discounts: true,
    report: true,
  };
  const vendor: Keys<VendorDefinition> = {
    ...provenance,
    name: true,
    home: true,
    note: true,
    units: true,
    products: true,
  };
  const product: Keys<ProductDefinition> = {
    ...provenance,
    price: true,
    fee: true,
    tiers: true,
    mode: true,
    free: true,
    covers: true,
    credit: true,
    block: true,
    at_least: true,
    minimum: true,
    setup: true,
    qualifier: true,
    unknown: true,
    from: true,
    until: true,
    name: true,
    note: true,
    provides: true,
    prices: true,
    regions: true,
    terms: true,
    not_chosen: true,
    kind: true,
    plans: true,
  };

  test.each<readonly [Form, object]>([
    [planForm, plan],
    [inputForm, input],
    [formulaForm, formula],
    [limitForm, limit],
    [budgetForm, limit],
    [itemForm, item],
    [revenueForm, revenue],
    [itemChangeForm, fields],
    [sweepForm, sweep],
    [leverForm, lever],
    [expectationForm, expectation],
    [includeForm, include],
    [bookVendorForm, vendor],
    [productForm, product],
  ])('$0.name', (form, keys) => {
    expect(Object.keys(keys).sort()).toEqual(Object.keys(form.fields).sort());
  });
});

function meaningOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null, (key, child) => (/span$/i.test(key) ? undefined : child)));
}
