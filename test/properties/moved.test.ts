// Moved is the same as loaded anew with `--set`: random plans, random sequences of moves, each from a model that was made before,
// whole columns, single cases and samples, bit for bit.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interpreter } from '../../src/grid/interpret.ts';
import type { Column } from '../../src/grid/layout.ts';
import { basePlace, placesOver, sampledAt } from '../../src/grid/layout.ts';
import { SampledFigures } from '../../src/grid/sampled-figures.ts';
import { loadPlan, moved, type PlanModel, renderDiagnostics } from '../../src/index.ts';

const inputs = ['users', 'share', 'wait', 'range', 'grown', 'stepped', 'twice'] as const;
type Input = (typeof inputs)[number];

const number = fc.integer({ min: 0, max: 12 });

function formula(names: readonly string[]): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    number.map((n) => `${n}`),
    fc.constantFrom(
      'users',
      'share / 1%',
      'wait / 1 s',
      'range',
      'grown',
      'stepped',
      'twice',
      'noisy',
      'around',
      ...names,
    ),
  );
  const pair = (f: (a: string, b: string) => string): fc.Arbitrary<string> =>
    fc.tuple(leaf, leaf).map(([a, b]) => f(`(${a})`, `(${b})`));
  return fc.oneof(
    pair((a, b) => `${a} + ${b} * 3`),
    pair((a, b) => `${a} / ${b}`),
    pair((a, b) => `ceil(${a} / 5) - floor(${b} / 4)`),
    pair((a, b) => `min(${a}, ${b}, 7)`),
    pair((a, b) => `if ${a} > ${b} then ${a} else ${b} * 2`),
    pair((a, b) => `max(${a} over tier) - (${b} + users) at tier=b`),
    pair((a, b) => `sum(${a} over month) / 1 month + (${b} + users) at month=2`),
    pair((a, b) => `high(${a}) - low(${b})`),
    pair((a, b) => `if argmin(${a} over tier) == argmax(${b} over tier) then ${a} else 1`),
  );
}

/** What is a number for the input, as a setting says it: 7 in its unit, or with another unit of the same kind. */
const move: fc.Arbitrary<{ readonly input: Input; readonly value: number | string }> = fc
  .tuple(fc.constantFrom(...inputs), number, fc.boolean())
  .map(([input, n, written]) => {
    if (input === 'wait') return { input, value: written ? `${n} minutes` : n };
    if (input === 'share') return { input, value: written ? `${n}%` : n };
    return { input, value: written ? `-${n}` : n };
  });

/** Now and then something that no number is: a range, a formula, a field of an item. */
const change: fc.Arbitrary<{ readonly input: string; readonly value: number | string }> = fc.oneof(
  { weight: 12, arbitrary: move },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { input: 'users', value: '3 to 9' },
      { input: 'twice', value: 'users + 1' },
      { input: 'range', value: 'unknown' },
      { input: 'grown', value: 'base + 2' },
      { input: 'app.count', value: '2' },
    ),
  },
);

const plans = fc
  .tuple(fc.array(number, { minLength: 12, maxLength: 12 }), fc.integer({ min: 1, max: 6 }))
  .chain(([n, count]) => {
    const names = Array.from({ length: count }, (_, i) => `f${i}`);
    return fc
      .tuple(...names.map((_, i) => formula(names.slice(0, i))))
      .map((formulas) => planOf(n, names, formulas));
  });

function planOf(n: readonly number[], names: readonly string[], formulas: readonly string[]): string {
  return `plan: random
currency: EUR
horizon: 4 months
inputs:
  users: ${n[0]}
  share: ${n[1]}%
  wait: ${n[2]} s
  range: ${n[3]} to ${Number(n[3]) + Number(n[4])}
  grown: { value: ${n[5]}, growth: 10%/month }
  stepped: ${n[6]}
  twice: users * 2
  noisy: "(3 to 8) * users + grown"
  around: "(twice) to (twice + 4)"
formulas:
${names.map((name, i) => `  ${name}: "${formulas[i]}"`).join('\n')}
items:
  app: { price: 5 EUR/month, count: ceil(abs(users) / 3) }
  drawn: { price: 1 EUR/month, count: "abs(noisy) + abs(around)" }
  bought: { buy: 30 EUR, life: "(1 + abs(stepped)) * 1 month", count: "abs(noisy) / 2" }
  bound: { price: 4 EUR/month, count: "abs(range)", commit: "(1 + abs(share / 1%)) * 1 month" }
  seats: { price: 2 EUR/month, count: abs(twice) + abs(${names.at(-1)}) * 0.5 }
limits: { room: "users <= ${n[7]}", load: "${names[0]} < ${n[8]}" }
axes:
  tier: { a: { twice: ${n[9]} }, b: { users: base + ${n[10]}, at month=3: { stepped: base + 1 } }, c: { range: ${n[11]} } }
levers:
  saving: { grown: base - 1 }
`;
}

function load(text: string, set: readonly string[] = []): PlanModel {
  const { model, diagnostics } = loadPlan({ text, file: 'plan.yaml' }, { set });
  if (model === undefined) throw new Error(renderDiagnostics(diagnostics));
  return model;
}

function columns(model: PlanModel, names: readonly string[]): readonly (readonly [string, Column])[] {
  const ids = names.map((name) => model.graph.names.get(name)?.node ?? -1);
  model.grid.evaluate(ids);
  return names.map((name, i) => [name, model.grid.column(ids[i] as number)]);
}

/** In every case, month and end of the ranges, by the interpreter. */
function cases(model: PlanModel, names: readonly string[]): readonly number[] {
  const { graph } = model;
  const alone = interpreter(graph);
  const all = placesOver(
    graph,
    graph.axes.map((_, i) => i),
    basePlace(graph),
  );
  return names.flatMap((name) => all.map((place) => alone.value(graph.names.get(name)?.node ?? -1, place)));
}

test('moved is the same as loaded with what is set', () => {
  fc.assert(
    fc.property(
      plans,
      fc.array(fc.tuple(change, fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }),
      (text, changes) => {
        const base = load(text);
        const all = [...base.graph.names.keys()];
        const made = [{ model: base, set: [] as readonly string[] }];
        for (const [{ input, value }, from, looks] of changes) {
          const before = made[from % made.length] as (typeof made)[number];
          // what stands already is known to some nodes and not to others
          columns(before.model, [all[looks % all.length] as string]);
          const model = moved(before.model, { [input]: value });
          const unit = input === 'share' ? '%' : input === 'wait' ? ' s' : '';
          const set = [...before.set, `${input}=${value}${typeof value === 'number' ? unit : ''}`];
          made.push({ model, set });
          const anew = load(text, set);
          const some = all.filter((_, i) => (looks >> (i % 20)) % 2 === 0);
          expect(columns(model, some), `${text}\n${set.join('\n')}`).toEqual(columns(anew, some));
          expect(cases(model, some), `${text}\n${set.join('\n')}`).toEqual(cases(anew, some));
        }
        // those that were left behind are what they were
        for (const { model, set } of made) expect(columns(model, all)).toEqual(columns(load(text, set), all));
      },
    ),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 60) },
  );
});

/** Every figure at every place, over the samples. */
function samples(model: PlanModel, names: readonly string[], count: number): readonly (readonly number[])[] {
  const { graph, grid } = model;
  const figures = new SampledFigures(grid, { seed: 3, independent: false }, count);
  const places = placesOver(
    graph,
    graph.axes.flatMap(({ kind }, axis) => (kind === 'options' || kind === 'time' ? [axis] : [])),
    basePlace(graph),
  );
  const slots = names.flatMap((name) =>
    places.flatMap((place) => figures.slots(graph.names.get(name)?.node ?? -1, sampledAt(graph, place))),
  );
  const sums = figures.summaries(slots, 'sum', (column) => column.reduce((sum, x) => sum + x, 0));
  return figures.columns(slots).map((column, i) => [...column, sums[i] as number]);
}

test('so are its samples', () => {
  fc.assert(
    fc.property(
      plans,
      fc.array(fc.tuple(change, fc.array(number, { maxLength: 4 }), fc.nat(), fc.nat()), {
        minLength: 1,
        maxLength: 3,
      }),
      (text, changes) => {
        const base = load(text);
        const all = [...base.graph.names.keys()];
        const made = [{ model: base, set: [] as readonly string[] }];
        for (const [{ input, value }, further, from, looks] of changes) {
          let before = made[from % made.length] as (typeof made)[number];
          const some = all.filter((_, i) => (looks >> (i % 20)) % 3 === 0);
          const count = looks % 8 === 0 ? 1100 : 40;
          // a slider that is pulled on
          for (const x of [value, ...(input === 'app.count' ? [] : further)]) {
            const unit = input === 'share' ? '%' : input === 'wait' ? ' s' : '';
            const set = [...before.set, `${input}=${x}${typeof x === 'number' ? unit : ''}`];
            before = { model: moved(before.model, { [input]: x }), set };
            made.push(before);
            const tell = `${text}\n${set.join('\n')}`;
            expect(samples(before.model, some, count), tell).toEqual(samples(load(text, set), some, count));
          }
        }
        for (const { model, set } of made.slice(0, 3))
          expect(samples(model, all, 40)).toEqual(samples(load(text, set), all, 40));
      },
    ),
    { numRuns: Number(process.env.OUTLAY_FUZZ_RUNS ?? 30) },
  );
});
