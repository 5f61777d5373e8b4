// The sketch of a text against the reader: the same keys at the same places, and of the beginning of a text the same way.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sketchOf } from '../../src/editing/sketch.ts';
import { mutate, randomFrom } from '../fuzz/mutate.ts';
import { planSources, spotsIn } from './support.ts';

const sources = planSources();

describe.each(sources.map((source) => [source.file, source] as const))('%s', (_, source) => {
  const { entries } = sketchOf(source.text);

  test('has the keys that the reader finds', () => {
    const keys = spotsIn(source).flatMap(({ path, node }) =>
      node.kind === 'map'
        ? node.entries.map((e) => `${[...path, e.key].join('/')} ${e.keySpan.start} ${e.keySpan.end}`)
        : [],
    );
    const found = entries.filter((e) => typeof e.path.at(-1) === 'string');
    expect(found.map((e) => `${e.path.join('/')} ${e.keyStart} ${e.keyEnd}`).sort()).toEqual(keys.sort());
  });

  test('and the values', () => {
    const values = spotsIn(source).flatMap(({ path, node }) => {
      if (node.kind !== 'scalar' || node.empty || path.length === 0) return [];
      const text = source.text.slice(node.span.start, node.span.end).trimEnd();
      return [`${path.join('/')} ${node.span.start} ${text}`];
    });
    const found = entries.filter(
      (e) => e.valueEnd > e.valueStart && !'[{'.includes(source.text[e.valueStart] ?? ''),
    );
    expect(
      found
        .map((e) => `${e.path.join('/')} ${e.valueStart} ${source.text.slice(e.valueStart, e.valueEnd)}`)
        .sort(),
    ).toEqual(values.sort());
  });

  test('knows at the end of each value whose it is', () => {
    for (const { path, valueStart, valueEnd } of entries) {
      const last = source.text[valueEnd - 1] ?? '';
      if (valueEnd === valueStart || '}]\'"'.includes(last) || '[{'.includes(source.text[valueStart] ?? ''))
        continue;
      const { cursor } = sketchOf(source.text.slice(0, valueEnd));
      const way = cursor.at === 'element' ? path.slice(0, -1) : path;
      expect([cursor.path.join('/'), cursor.start]).toEqual([way.join('/'), valueStart]);
    }
  });
});

test.each([
  ['in one line', `inputs: {${' a: 1,'.repeat(60_000)}`],
  ['nested', '{ a: '.repeat(100_000)],
  ['never closed', `a: '${'x\n'.repeat(200_000)}`],
  ['of dashes', '- '.repeat(100_000)],
  ['of colons', ':'.repeat(200_000)],
  ['of quotes', '"\'\n'.repeat(100_000)],
  ['of blank lines', '\n'.repeat(400_000)],
])('of a very long text %s', (_, text) => {
  expect(sketchOf(text).entries.length).toBeLessThan(text.length);
});

test('of any text, at any place', () => {
  fc.assert(
    fc.property(fc.nat(sources.length - 1), fc.nat(), fc.nat(), (index, seed, cut) => {
      const text = mutate(sources[index]?.text ?? '', randomFrom(seed));
      const { cursor, entries } = sketchOf(text.slice(0, cut % (text.length + 1)));
      expect(cursor.start).toBeLessThanOrEqual(cut % (text.length + 1));
      for (const e of entries) expect(e.valueEnd).toBeGreaterThanOrEqual(e.valueStart);
    }),
  );
});
