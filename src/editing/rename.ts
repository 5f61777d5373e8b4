// Another name for an input, item, limit, axis or point, and for every mention of it, also in the files of expectations.

import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { spanIn } from '../formula/formula-text.ts';
import { planForm } from '../plan/forms/plan.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { PlanFiles } from '../plan/types.ts';
import { type Entry, entryOf, type Node, type ScalarNode } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { type Outline, outlineOf, type Path } from './content.ts';
import { type Found, findPlace } from './find-place.ts';
import { type Mentions, mentionsOf, type Stretch, type Target } from './mentions.ts';
import { keyText } from './scalar-text.ts';
import { type Prepared, type Refused, refused, type Tree } from './set-value.ts';
import { alternatives, behindKey, keysOf } from './shapes.ts';
import type { TextChange } from './text-change.ts';

export interface Renamed extends Prepared {
  readonly beside: readonly { readonly source: Source; readonly changes: readonly TextChange[] }[];
}

const planShapes = [{ is: 'block', form: planForm } as const];

export function prepareRename(tree: Tree, path: Path, to: string, files: PlanFiles): Renamed | Refused {
  const found = findPlace(tree.root, path);
  const { holder } = found;
  const name = path.at(-1);
  const target = holder?.kind === 'entry' && found.rest.length === 0 ? targetOf(tree.root, found) : undefined;
  if (holder?.kind !== 'entry' || target === undefined || typeof name !== 'string') {
    const help = 'inputs, formulas, items, limits, budgets, axes and their points have names';
    return refused('E704', `\`${path.join('.')}\` has no name that could be another`, undefined, help);
  }
  const out = new Diagnostics();
  const plan = readPlan({ file: holder.entry.keySpan.source.file, text: tree.layout.text }, files, out);
  const [first] = out.all.filter((d) => d.severity === 'error');
  if (plan === undefined || first !== undefined) {
    const help = 'mend the plan first: a mention in what cannot be read would be missed';
    return refused('E704', 'the plan has errors', first?.marks[0]?.span, help);
  }
  const find = (root: Node, shapes: Parameters<typeof mentionsOf>[1], of: Target): Mentions =>
    mentionsOf(root, shapes, of, plan.units);
  const others = expectationFiles(tree.root, files);
  const roots = [{ root: tree.root, shapes: planShapes, source: undefined }, ...others];
  const taken = roots.some(({ root, shapes }) => isTaken(find(root, shapes, called(target, to))));
  if (taken) {
    return refused(
      'E407',
      `\`${to}\` means something in this plan already`,
      holder.entry.keySpan,
      'choose another name',
    );
  }
  const ways: TextChange[] = [];
  const beside: { source: Source; changes: readonly TextChange[] }[] = [];
  let expected: Outline = outlineOf(tree.root);
  for (const { root, shapes, source } of roots) {
    const mentions = find(root, shapes, target);
    const changes = changesOf(mentions, name, to);
    if (changes === undefined) {
      return refused(
        'E704',
        `a mention of \`${name}\` is written with escapes`,
        holder.entry.keySpan,
        'write it plainly',
      );
    }
    if (source !== undefined) {
      if (changes.length > 0) beside.push({ source, changes });
      continue;
    }
    ways.push(...changes);
    expected = renamed(root, mentions, to);
  }
  return { ok: true, ways: [ways], expected, beside };
}

function isTaken({ scalars, keys }: Mentions): boolean {
  return scalars.size + keys.size > 0;
}

/** What stands at the place: undefined for what has no name that a person chose. */
function targetOf(root: Node, { path }: Found): Target | undefined {
  const [section, name, point] = path;
  const last = path.at(-1);
  const above = path.at(-2);
  if (typeof last !== 'string') return undefined;
  const holder = findPlace(root, path.slice(0, -1));
  if (behindKey(holder.shapes, last, keysOf(holder.node))?.kind !== 'name') return undefined;
  const value = { value: last, section: undefined, axis: undefined, point: undefined };
  if (section === 'axes' && path.length === 2) return { ...value, value: undefined, axis: last };
  if (section === 'axes' && path.length === 3 && typeof point === 'string')
    return { ...value, value: undefined, axis: String(name), point };
  if (path.length === 2 && (section === 'limits' || section === 'budgets')) return { ...value, section };
  if (path.length === 2 && section === 'levers') return { ...value, axis: last };
  const named = path.length === 2 ? ['inputs', 'formulas', 'items', 'revenue'] : ['items', 'revenue'];
  return section !== 'prices' && named.some((known) => known === above) ? value : undefined;
}

function called(target: Target, to: string): Target {
  if (target.point !== undefined) return { ...target, point: to };
  const { value, axis } = target;
  return {
    ...target,
    value: value === undefined ? undefined : to,
    axis: axis === undefined ? undefined : to,
  };
}

/** Files that `expect` names, as far as they can be read. */
function expectationFiles(root: Node, files: PlanFiles) {
  const expect = root.kind === 'map' ? entryOf(root, 'expect')?.value : undefined;
  const words =
    expect === undefined ? [] : expect.kind === 'scalar' ? [expect] : elements(expect).flatMap(fromOf);
  const list = alternatives(planForm.fields.expect?.shape ?? { is: 'text' });
  return words.flatMap((word) => {
    const source = files.read(word.text.text.trim());
    const read = source === undefined ? undefined : readYaml(source, new Diagnostics());
    return source === undefined || read === undefined ? [] : [{ root: read, shapes: list, source }];
  });
}

function elements(node: Node): readonly Node[] {
  return node.kind === 'list' ? node.items : [node];
}

function fromOf(node: Node): readonly ScalarNode[] {
  const from = node.kind === 'map' ? entryOf(node, 'from')?.value : undefined;
  return from?.kind === 'scalar' ? [from] : [];
}

/** undefined where a mention does not stand in the text as it is read. */
function changesOf({ scalars, keys }: Mentions, name: string, to: string): readonly TextChange[] | undefined {
  const changes: (TextChange | undefined)[] = [];
  for (const [{ text }, stretches] of scalars) {
    for (const [start, end] of stretches) {
      const span = spanIn(text, start, end);
      const plain = text.source.text.slice(span.start, span.end) === name;
      changes.push(plain ? { start: span.start, end: span.end, text: to } : undefined);
    }
  }
  for (const [entry, stretches] of keys) {
    for (const stretch of stretches) changes.push(keyChange(entry, stretch, name, to));
  }
  return changes.some((change) => change === undefined) ? undefined : changes.filter((c) => c !== undefined);
}

function keyChange(
  { key, keySpan }: Entry,
  [start, end]: Stretch,
  name: string,
  to: string,
): TextChange | undefined {
  const { source } = keySpan;
  const raw = source.text.slice(keySpan.start, keySpan.end);
  if (raw === key && start === 0 && end === key.length)
    return { start: keySpan.start, end: keySpan.end, text: keyText(to, true) };
  const moved = raw === key ? 0 : 1;
  const from = keySpan.start + moved + start;
  const plain = source.text.slice(from, from + name.length) === name;
  return plain ? { start: from, end: from + name.length, text: to } : undefined;
}

function renamed(node: Node, mentions: Mentions, to: string): Outline {
  if (node.kind === 'list')
    return { kind: 'list', items: node.items.map((item) => renamed(item, mentions, to)) };
  if (node.kind === 'scalar') {
    const outline = outlineOf(node);
    const stretches = mentions.scalars.get(node);
    if (outline.kind !== 'scalar' || stretches === undefined) return outline;
    return { ...outline, text: replaced(node.text.text, stretches, to).trim() };
  }
  const entries = node.entries.map((entry) => {
    const key = replaced(entry.key, mentions.keys.get(entry) ?? [], to);
    return [key, renamed(entry.value, mentions, to)] as const;
  });
  return { kind: 'map', entries: new Map(entries) };
}

function replaced(text: string, stretches: readonly Stretch[], to: string): string {
  let result = '';
  let done = 0;
  for (const [start, end] of stretches) {
    result += text.slice(done, start) + to;
    done = end;
  }
  return result + text.slice(done);
}
