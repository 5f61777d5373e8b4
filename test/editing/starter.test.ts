// A first plan from answers: always a plan without a complaint, or words about the answer that is wrong.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/analysis/check.ts';
import { Catalog } from '../../src/catalog/catalog.ts';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import { Diagnostics } from '../../src/diagnostics/diagnostic.ts';
import { starterPlan } from '../../src/editing/starter.ts';
import { runOf } from '../../src/editing/starter-answers.ts';
import { type Answers, starterQuestions } from '../../src/editing/starter-questions.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { Grid } from '../../src/grid/evaluate.ts';
import { readPlan } from '../../src/plan/read-plan.ts';
import { UnitTable } from '../../src/quantity/unit-table.ts';
import { PackagedVendors } from '../../src/service/vendor-files.ts';
import { filesOf } from '../plan/support.ts';

const catalog = Catalog.of(new PackagedVendors(), UnitTable.builtin, new Diagnostics());
const products = catalog
  .vendors()
  .flatMap((v) =>
    [...v.products.values()].flatMap((p) => [
      `${v.id}/${p.id}`,
      ...p.plans.map((plan) => `${v.id}/${p.id}/${plan.id}`),
    ]),
  )
  .filter((path) => runOf(path, 'EUR', catalog).kind !== 'problem');

function planFrom(answers: Answers): string {
  const started = starterPlan(answers, catalog, '2026-11-01');
  if (!started.ok) throw new Error(JSON.stringify(started.problems) + renderDiagnostics(started.diagnostics));
  return started.text;
}

/** What is wrong with a plan, its own promises included. */
function complaints(text: string): string {
  const out = new Diagnostics();
  const plan = readPlan({ file: 'plan.yaml', text }, filesOf(), out);
  const model =
    plan === undefined
      ? undefined
      : buildGraph(plan, Catalog.of(new PackagedVendors(), plan.units, out), out);
  if (model === undefined || out.all.length > 0) return renderDiagnostics(out.all);
  return check(new Grid(model.graph))
    .results.filter((result) => result.status !== 'holds')
    .map((result) => result.that)
    .join();
}

describe('a plan from', () => {
  test.each<[string, Answers]>([
    ['as little as can be said', { 'run.1': '14 EUR/month' }],
    [
      'all that is asked',
      {
        title: 'Photo service: the beta',
        currency: 'EUR',
        driver: 'photographers',
        now: '300',
        later: '12k',
        'run.1': 'contabo/cloud-vps-20',
        'run.1.each': '2000',
        'run.2': 'backblaze/b2',
        'run.2.each': '40 GB',
        'run.3': 'mailersend',
        'run.3.each': '20 emails/month',
        'run.4': '12 EUR/year',
        'rate.USD': '0.87',
        budget: '400',
        charge: '9 EUR/month',
      },
    ],
  ])('%s', (_, answers) => {
    const text = planFrom(answers);
    expect(text).toMatchSnapshot();
    expect(complaints(text)).toBe('');
  });
});

describe('questions', () => {
  const asked = (answers: Answers): readonly string[] =>
    starterQuestions(answers, catalog).map(({ id }) => id);
  test('follow from answers', () => {
    expect(asked({})).toEqual(['title', 'currency', 'driver', 'now', 'later', 'run.1', 'budget', 'charge']);
    expect(asked({ 'run.1': 'backblaze/b2' })).toEqual(
      expect.arrayContaining(['run.1.each', 'run.2', 'rate.USD']),
    );
    expect(asked({ 'run.1': 'backblaze/b2', currency: 'USD' })).not.toContain('rate.USD');
  });
  test('of what is counted are about its unit', () => {
    const each = (path: string): string | undefined =>
      starterQuestions({ 'run.1': path }, catalog).find(({ id }) => id === 'run.1.each')?.words;
    expect(each('backblaze/b2')).toBe('How much of backblaze/b2 does each user need, in GB?');
    expect(each('contabo/cloud-vps-20')).toBe('How many users does one of contabo/cloud-vps-20 serve?');
  });
});

test.each<[string, Answers]>([
  ['a currency', { currency: 'EURO' }],
  ['a word', { driver: 'GB' }],
  ['another word', { driver: 'item' }],
  ['no word', { driver: 'a b' }],
  ['a number', { now: 'many' }],
  ['less than nothing', { later: '-5' }],
  ['another unit', { now: '5 GB' }],
  ['a product', { 'run.1': 'contabo/cloud-vps-2O' }],
  ['a price', { 'run.1': '14 USD/month' }],
  ['nothing to run on', {}],
  ['no rate', { 'run.1': 'backblaze/b2' }],
  ['another amount', { 'run.1': 'backblaze/b2', 'rate.USD': '0.87', 'run.1.each': '5 users' }],
  ['a budget', { budget: 'little' }],
])('what is wrong: %s', (_, answers) => {
  const started = starterPlan({ 'run.1': answers.budget === 'little' ? '1' : '', ...answers }, catalog);
  expect(started.ok || started.problems).toMatchSnapshot();
});

test('random answers give a plan without a complaint', () => {
  const number = fc.oneof(
    fc.integer({ min: 1, max: 1e6 }).map(String),
    fc.constantFrom('15k', '1_000', '2.5M', '0.5'),
  );
  const run = fc.oneof(fc.constantFrom(...products), fc.constantFrom('14', '9.99', '120 EUR/year'));
  const word = fc.constantFrom(
    'user',
    'agents',
    'photo',
    'Gizmo',
    'class',
    'sheep',
    'seat',
    'x_y',
    'company',
    'day_pass',
  );
  const answers = fc.record({
    title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((t) => t.trim() !== ''),
    driver: word,
    now: number,
    later: fc.oneof(number, fc.constant('')),
    runs: fc.array(fc.tuple(run, number), { minLength: 1, maxLength: 4 }),
    budget: fc.constantFrom('', '100', '40 EUR/month'),
    charge: fc.constantFrom('', '5', '60 EUR/year'),
  });
  fc.assert(
    fc.property(answers, ({ runs, ...rest }) => {
      const typed: Record<string, string> = { ...rest, currency: 'EUR' };
      for (const [i, [what, each]] of runs.entries()) {
        typed[`run.${i + 1}`] = what;
        typed[`run.${i + 1}.each`] = each;
      }
      for (const { id } of starterQuestions(typed, catalog)) if (id.startsWith('rate.')) typed[id] = '0.9';
      expect(complaints(planFrom(typed))).toBe('');
    }),
  );
});

test('any answers give such a plan or words', () => {
  const ids = [
    'title',
    'currency',
    'driver',
    'now',
    'later',
    'run.1',
    'run.1.each',
    'run.2',
    'rate.USD',
    'budget',
    'charge',
  ];
  const anything = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom('USD', 'user', '5', '1e400', 'backblaze/b2', 'k', '5 EUR', '-1', 'base', 'month'),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...ids), anything), (answers) => {
      const started = starterPlan(answers, catalog);
      if (started.ok) expect(complaints(started.text)).toBe('');
      else expect(started.problems.length + started.diagnostics.length).toBeGreaterThan(0);
    }),
  );
});
