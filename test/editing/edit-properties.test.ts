// Edits of real plans at random places: another reader of YAML finds just the change that was wanted, lines elsewhere are the
// same, and the way back leads to the same bytes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderDiagnostics } from '../../src/diagnostics/code-frame.ts';
import type { Source } from '../../src/diagnostics/source.ts';
import type { Content, Path } from '../../src/editing/content.ts';
import { applyEdits, type Edit, type Edited } from '../../src/editing/edit.ts';
import { applyChanges } from '../../src/editing/text-change.ts';
import { mutate, randomFrom } from '../fuzz/mutate.ts';
import { planFiles, planSources, type Spot, spotsIn } from './support.ts';

const sources = planSources();
const spots = new Map(sources.map((source) => [source, spotsIn(source)]));

type Place = readonly [Source, Spot];

/** Named by file and way, so that a failure can be read. */
function place(wanted: (spot: Spot) => boolean): fc.Arbitrary<string> {
  const open = sources.filter((source) => spots.get(source)?.some(wanted));
  return fc.constantFrom(...open.map(({ file }) => file)).chain((file) => {
    const here = [...spots].flatMap(([source, all]) => (source.file === file ? all.filter(wanted) : []));
    return fc.constantFrom(...here.map(({ path }) => JSON.stringify([file, path])));
  });
}

function placeOf(name: string): Place {
  const [file, path] = JSON.parse(name);
  const source = sources.find((known) => known.file === file) as Source;
  const wanted = JSON.stringify(path);
  return [source, spots.get(source)?.find((spot) => JSON.stringify(spot.path) === wanted) as Spot];
}

function edited(source: Source, ...edits: readonly Edit[]): Extract<Edited, { ok: true }> {
  const result = applyEdits(source, edits, planFiles);
  if (!result.ok) throw new Error(renderDiagnostics(result.diagnostics));
  expect(applyChanges(source.text, result.changes)).toBe(result.text);
  return result;
}

const meanings = new Map<string, Content>();

/** As a reader that is not ours has it; every scalar is its text. */
function meaning(text: string): Content {
  const known = meanings.get(text) ?? (parse(text, { schema: 'failsafe' }) as Content);
  if (sources.some((source) => source.text === text)) meanings.set(text, known);
  return known;
}

function withValue(content: Content, path: Path, to: Content): Content {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  const copy = structuredClone(content) as Record<string | number, Content>;
  copy[step] = withValue(copy[step] as Content, rest, to);
  return copy as Content;
}

/** What the reader folds and trims is not told apart. */
function trimmed(content: Content): unknown {
  if (typeof content === 'string') return content.trim();
  if (content === null || content === undefined) return '';
  return Array.isArray(content)
    ? content.map(trimmed)
    : Object.fromEntries(Object.entries(content).map(([key, child]) => [key, trimmed(child)]));
}

/** How many lines at the start and at the end are the same. */
function common(a: readonly string[], b: readonly string[]): readonly [number, number] {
  const front = a.findIndex((line, i) => line !== b[i]);
  const back = a.toReversed().findIndex((line, i) => line !== b.toReversed()[i]);
  return [front < 0 ? a.length : front, back < 0 ? a.length : back];
}

const isScalar = ({ node }: Spot): boolean => node.kind === 'scalar' && !node.empty;
const isNumber = (spot: Spot): boolean =>
  spot.node.kind === 'scalar' && /^[\d._]+( \w+)?$/.test(spot.node.text.text) && spot.path[0] !== 'horizon';
const isProse = ({ path }: Spot): boolean =>
  ['note', 'label', 'source', 'because', 'then', 'about', 'plan'].includes(String(path.at(-1)));

/** A real plan takes a while to read, and each case reads it several times; `npm run fuzz` tries more. */
const numRuns = Number(process.env.OUTLAY_FUZZ_RUNS ?? 60) / 3;

describe('another value', () => {
  test('stands there, and nothing else changed', () => {
    fc.assert(
      fc.property(place(isNumber), fc.integer({ min: 1, max: 9999 }), (name, n) => {
        const [source, { path, node }] = placeOf(name);
        if (node.kind !== 'scalar') return;
        const to = node.text.text.replace(/^[\d._]+/, String(n));
        const result = applyEdits(source, [{ kind: 'set', path, to }], planFiles);
        // some places take no other number: a date, a point of an axis that is mentioned elsewhere
        if (!result.ok) return;
        expect(trimmed(meaning(result.text))).toEqual(trimmed(withValue(meaning(source.text), path, to)));
        expect(result.changes.length).toBeLessThanOrEqual(1);
        const [front, back] = common(source.text.split('\n'), result.text.split('\n'));
        expect(front + back).toBeGreaterThanOrEqual(source.text.split('\n').length - 1);
        const back2 = edited({ ...source, text: result.text }, { kind: 'set', path, to: node.text.text });
        expect(back2.text).toBe(source.text);
      }),
      { numRuns },
    );
  });

  test('prose of any characters', () => {
    const words = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
      fc.string({
        minLength: 1,
        maxLength: 120,
        unit: fc.constantFrom(...' ab:#,-[]{}&*!|>%@`"\'?\\\n\t~0'),
      }),
    );
    fc.assert(
      fc.property(
        place((spot) => isScalar(spot) && isProse(spot)),
        words,
        (name, to) => {
          const [source, { path }] = placeOf(name);
          fc.pre(to.trim() !== '');
          const result = applyEdits(source, [{ kind: 'set', path, to }], planFiles);
          if (!result.ok) expect(renderDiagnostics(result.diagnostics)).not.toContain('E704');
          else
            expect(trimmed(meaning(result.text))).toEqual(trimmed(withValue(meaning(source.text), path, to)));
        },
      ),
      { numRuns },
    );
  });

  test('the same value changes nothing', () => {
    fc.assert(
      fc.property(place(isScalar), (name) => {
        const [source, { path, node }] = placeOf(name);
        if (node.kind !== 'scalar') return;
        const result = edited(source, { kind: 'set', path, to: node.text.text });
        expect(trimmed(meaning(result.text))).toEqual(trimmed(meaning(source.text)));
      }),
      { numRuns },
    );
  });
});

describe('keys and names', () => {
  const named = ({ path, node }: Spot): boolean =>
    path.length === 2 &&
    ['inputs', 'items', 'limits', 'formulas'].includes(String(path[0])) &&
    node.kind !== 'list';

  test('a note is added and taken away', () => {
    const lacks = (spot: Spot): boolean =>
      named(spot) &&
      spot.path[0] !== 'limits' &&
      spot.node.kind === 'map' &&
      !spot.node.entries.some((e) => e.key === 'note');
    fc.assert(
      fc.property(place(lacks), (name) => {
        const [source, { path }] = placeOf(name);
        const to = 'a remark, with a comma';
        const way = [...path, 'note'];
        const more = edited(source, { kind: 'set', path: way, to });
        expect(trimmed(meaning(more.text))).toEqual(trimmed(withValue(meaning(source.text), way, to)));
        expect(edited({ ...source, text: more.text }, { kind: 'remove', path: way }).text).toBe(source.text);
      }),
      { numRuns },
    );
  });

  test('a short form gets a source', () => {
    const short = (spot: Spot): boolean =>
      spot.path[0] === 'inputs' && spot.path.length === 2 && isScalar(spot);
    fc.assert(
      fc.property(place(short), (name) => {
        const [source, { path, node }] = placeOf(name);
        if (node.kind !== 'scalar') return;
        const result = edited(source, { kind: 'set', path: [...path, 'source'], to: 'survey' });
        const long = { value: node.text.text, source: 'survey' };
        expect(trimmed(meaning(result.text))).toEqual(trimmed(withValue(meaning(source.text), path, long)));
      }),
      { numRuns },
    );
  });

  test('an input is added at the end and taken away again', () => {
    const contents = fc.constantFrom<Content>('5 users', {
      value: '5 to 6 GB',
      source: 'x: y',
      date: '2026-01-01',
    });
    fc.assert(
      fc.property(fc.constantFrom(...sources.keys()), contents, (index, to) => {
        const source = sources[index] as Source;
        const path = ['inputs', 'a_new_one'];
        const more = edited(source, { kind: 'add', path, to });
        expect(trimmed(meaning(more.text))).toEqual(trimmed(withValue(meaning(source.text), path, to)));
        const less = edited({ ...source, text: more.text }, { kind: 'remove', path });
        expect(less.text.replace(/\n{2,}/g, '\n')).toBe(source.text.replace(/\n{2,}/g, '\n'));
      }),
      { numRuns },
    );
  });

  test('something is removed', () => {
    const removable = ({ path }: Spot): boolean => path.length > 1;
    fc.assert(
      fc.property(place(removable), (name) => {
        const [source, { path }] = placeOf(name);
        const result = applyEdits(source, [{ kind: 'remove', path }], planFiles);
        // what others need cannot go without them
        if (!result.ok) {
          expect(renderDiagnostics(result.diagnostics)).not.toContain('E704');
          return;
        }
        const wanted = spotsIn(source).filter((spot) => !path.every((step, i) => spot.path[i] === step));
        expect(spotsIn({ ...source, text: result.text }).length).toBe(wanted.length);
        const comments = (text: string): readonly string[] =>
          text.split('\n').filter((line) => /^\s*#/.test(line));
        expect(comments(result.text)).toEqual(comments(source.text));
      }),
      { numRuns },
    );
  });

  test('another name and the old one again', () => {
    fc.assert(
      fc.property(place(named), (name) => {
        const [source, { path }] = placeOf(name);
        const there = edited(source, { kind: 'rename', path, to: 'quite_another_name' });
        const back = {
          read: (file: string) => there.beside.find((b) => b.file === file) ?? planFiles.read(file),
        };
        const edit: Edit = {
          kind: 'rename',
          path: [String(path[0]), 'quite_another_name'],
          to: String(path[1]),
        };
        const again = applyEdits({ ...source, text: there.text }, [edit], back);
        expect(again.ok && again.text).toBe(source.text);
        for (const { file, text } of again.ok ? again.beside : [])
          expect(text).toBe(planFiles.read(file)?.text);
      }),
      { numRuns },
    );
  });
});

test('any edit of any text: done whole or refused with words', () => {
  const step = fc.oneof(
    fc.constantFrom<string | number>(
      'inputs',
      'users',
      'items',
      'app',
      'axes',
      'tier',
      'a',
      'b',
      'expect',
      'is',
      'value',
    ),
    fc.constantFrom<string | number>('__proto__', '', 'constructor', 'at plan=old', 'app.use', 0, 1, -1, 2.5),
    fc.string({ maxLength: 5 }),
  );
  const path = fc.array(step, { maxLength: 5 });
  const content: fc.Arbitrary<Content> = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom<Content>('5 users', {}, [], ['a', { that: 'total' }], { value: '1', '': 'x' }),
  );
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ kind: fc.constantFrom('set' as const, 'add' as const), path, to: content }),
    fc.record({ kind: fc.constant('remove' as const), path }),
    fc.record({ kind: fc.constant('rename' as const), path, to: fc.string({ maxLength: 6 }) }),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.nat(),
      fc.array(edit, { maxLength: 3 }),
      (source, seed, edits) => {
        const text = seed % 2 === 0 ? source.text : mutate(source.text, randomFrom(seed));
        const result = applyEdits({ file: 'plan.yaml', text }, edits, planFiles);
        if (result.ok) expect(applyChanges(text, result.changes)).toBe(result.text);
        else expect(result.diagnostics.length).toBeGreaterThan(0);
      },
    ),
  );
});
