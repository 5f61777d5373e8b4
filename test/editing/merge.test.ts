// Two changes of one text: both are in the result, or the lines that both changed are a conflict.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/editing/edit.ts';
import { merge, resolve } from '../../src/editing/merge.ts';
import { planSources } from './support.ts';

const base = 'plan: Club\ncurrency: EUR\n\ninputs:\n  a: 1\n  # why\n  b: 2\n  c: 3\n';

describe('together', () => {
  test.each([
    [
      'both changed',
      base.replace('a: 1', 'a: 5'),
      base.replace('c: 3', 'c: 9'),
      base.replace('a: 1', 'a: 5').replace('c: 3', 'c: 9'),
    ],
    ['only mine', base.replace('a: 1', 'a: 5'), base, base.replace('a: 1', 'a: 5')],
    ['only theirs', base, base.replace('a: 1', 'a: 5'), base.replace('a: 1', 'a: 5')],
    ['the same', base.replace('a: 1', 'a: 5'), base.replace('a: 1', 'a: 5'), base.replace('a: 1', 'a: 5')],
    [
      'line ends of one',
      base.replaceAll('\n', '\r\n'),
      base.replace('c: 3', 'c: 9'),
      base.replace('c: 3', 'c: 9').replaceAll('\n', '\r\n'),
    ],
    [
      'line ends of the other',
      base.replace('a: 1', 'a: 5'),
      base.replaceAll('\n', '\r\n'),
      base.replace('a: 1', 'a: 5').replaceAll('\n', '\r\n'),
    ],
    [
      'the last line end',
      base.replace('a: 1', 'a: 5'),
      base.trimEnd(),
      base.replace('a: 1', 'a: 5').trimEnd(),
    ],
  ])('%s', (_, mine, theirs, wanted) => {
    expect(merge(base, mine, theirs)).toEqual({ ok: true, text: wanted });
  });
});

describe('in conflict', () => {
  const mine = base.replace('b: 2', 'b: 7').replace('plan: Club', 'plan: Relay');
  const theirs = base.replace('b: 2', 'b: 8').replace('plan: Club', 'plan: Circle');

  test('with the lines of both', () => {
    const merged = merge(base, mine, theirs);
    expect(merged.ok || merged.conflicts).toEqual([
      { line: 1, base: ['plan: Club'], mine: ['plan: Relay'], theirs: ['plan: Circle'] },
      { line: 7, base: ['  b: 2'], mine: ['  b: 7'], theirs: ['  b: 8'] },
    ]);
  });

  test('decided one by one', () => {
    const merged = merge(base, mine, theirs);
    expect(resolve(merged, ['mine', 'mine'])).toBe(mine);
    expect(resolve(merged, ['theirs', 'theirs'])).toBe(theirs);
    expect(resolve(merged, ['mine', 'theirs'])).toBe(mine.replace('b: 7', 'b: 8'));
    expect(resolve(merged, [])).toBe(mine);
  });

  test('where lines fit and the plan does not', () => {
    const merged = merge(base, base.replace('  a: 1', '  d: 4\n  a: 1'), `${base}  d: 5\n`);
    expect(merged.ok || merged.conflicts).toHaveLength(1);
    expect(resolve(merged, ['theirs'])).toBe(`${base}  d: 5\n`);
  });

  test('in texts too much alike to compare', () => {
    const many = '\n'.repeat(20_000);
    const merged = merge(many, `${many}a: 1\n`, `b: 1\n${many}`);
    expect(merged.ok).toBe(false);
    expect(resolve(merged, ['theirs'])).toBe(`b: 1\n${many}`);
  });
});

describe('always', () => {
  const lines = fc.array(fc.constantFrom('a: 1', 'b: 2', '# c', '', '  d: x'), { maxLength: 12 });
  const text = fc
    .tuple(lines, fc.constantFrom('\n', '\r\n'), fc.boolean())
    .map(([all, end, last]) => all.join(end) + (last ? end : ''));

  test('one side alone is taken as it is; choosing a side everywhere keeps what the other did not touch', () => {
    fc.assert(
      fc.property(text, text, text, (o, a, b) => {
        expect(merge(o, a, o)).toEqual({ ok: true, text: a });
        expect(merge(o, o, b)).toEqual({ ok: true, text: b });
        const there = merge(o, a, b);
        const back = merge(o, b, a);
        expect(there.ok).toBe(back.ok);
        if (!there.ok) expect(there.conflicts.length).toBe(back.ok || back.conflicts.length);
      }),
    );
  });

  test('edits of two places of a plan come together as if made one after the other', () => {
    const sources = planSources().filter(({ file }) => !file.startsWith('example'));
    fc.assert(
      fc.property(
        fc.nat(sources.length - 1),
        fc.string({ unit: fc.constantFrom('a', ' b'), minLength: 1 }),
        (index, words) => {
          const source = sources[index];
          if (source === undefined) return;
          const title = { kind: 'set', path: ['plan'], to: `New ${words}` } as const;
          const more = { kind: 'add', path: ['inputs', 'a_new_one'], to: '5 users' } as const;
          const texts = [[title], [more], [title, more]].map((edits) => applyEdits(source, edits));
          const [mine, theirs, both] = texts.map((edited) => (edited.ok ? edited.text : ''));
          expect(merge(source.text, mine ?? '', theirs ?? '')).toEqual({ ok: true, text: both });
        },
      ),
      { numRuns: 12 },
    );
  });
});
