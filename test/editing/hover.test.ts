// What is said of a place: `|` in a text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hover } from '../../src/editing/hover.ts';
import { mutate, randomFrom } from '../fuzz/mutate.ts';
import { asText, known, plan, shown } from './assist-support.ts';
import { planSources } from './support.ts';

describe('over', () => {
  test.each([
    ['a name in a formula', 'budgets:\n  all: total < 1 EUR/month * us|ers'],
    ['a range', 'budgets:\n  all: sha|re > 1%'],
    ['a formula', 'budgets:\n  all: dev|ices > 1 device'],
    ['what an item has', 'budgets:\n  all: app.c|ost < 1 EUR/month'],
    ['an item', 'levers: { x: { remove: [ap|p] } }'],
    ['a total', 'budgets:\n  all: to|tal < 1 EUR/month'],
    ['a unit', 'budgets:\n  all: 5 Gi|B'],
    ['a unit right behind its number', 'budgets:\n  all: 5G|B'],
    ['a function', 'budgets:\n  all: ce|il(2)'],
    ['a function along an axis', 'budgets:\n  all: s|um(total over tier)'],
    ['an axis', 'budgets:\n  all: total at ti|er=b'],
    ['a point', 'budgets:\n  all: total at tier=|a'],
    ['a product', 'revenue: { pro: { use: acme/sto|re } }'],
    ['a product with plans', 'revenue: { pro: { use: ac|me/mail } }'],
    ['a product in a formula', 'budgets:\n  all: price("acme/la|rge") < 1'],
    ['a key', 'revenue: { pro: { pri|ce: 5 } }'],
    ['a key that is needed', 'expect:\n  - th|at: total'],
    ['a field of an item', '  more: { c: { app.co|unt: 2 } }'],
    ['what an option changes', '  more: { c: { us|ers: 2 } }'],
    ['an error', '# why E30|1?'],
    ['nothing', 'budgets:\n  all: |'],
    ['a number', 'budgets:\n  all: 5|00'],
    ['prose', 'about: us|ers'],
  ])('%s', (_, lines) => {
    expect(shown(lines)).toMatchSnapshot();
  });

  test('a name where it is given', () => {
    const at = (word: string): string | undefined => asText(hover(plan, plan.indexOf(word), known), plan);
    expect([at('users:'), at('app:'), at('few:'), at('tier:'), at('b: {')]).toMatchSnapshot();
  });

  test('in the chosen case', () => {
    const { model } = known;
    if (model === undefined) throw new Error('no model');
    const tier = model.graph.axes.findIndex((axis) => axis.name === 'tier');
    const place = model.graph.axes.map((axis, i) => (i === tier ? 1 : axis.base));
    const text = `${plan}budgets:\n  all: users`;
    expect(hover(text, text.length - 2, { ...known, place })?.lines[0]).toBe('1,000 users');
  });
});

test('any text, any offset', () => {
  const sources = planSources();
  fc.assert(
    fc.property(fc.nat(sources.length - 1), fc.nat(), fc.double({ noNaN: false }), (index, seed, at) => {
      const text = mutate(sources[index]?.text ?? '', randomFrom(seed));
      const found = hover(text, Math.abs(at) <= 1 ? at * text.length : at, known);
      if (found === undefined) return;
      expect(found.start).toBeLessThanOrEqual(found.end);
      expect(found.title).not.toBe('');
    }),
  );
});
