// Edits of a plan that leave everything else as it is, byte for byte. Each is tried on the text, read again, and taken only
// where the text then says what was wanted and nothing else.

import { type Diagnostic, Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { readPlan } from '../plan/read-plan.ts';
import type { PlanFiles } from '../plan/types.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { type Content, outlineOf, type Path, sameOutline } from './content.ts';
import { layoutOf } from './layout.ts';
import { prepareRename, type Renamed } from './rename.ts';
import { type Prepared, prepareAdd, prepareRemove, prepareSet, refused, type Tree } from './set-value.ts';
import { applyChanges, ChangeLog, type TextChange, tidied } from './text-change.ts';

/** What is to change. A way is `['inputs', 'users']`, `['axes', 'tier', 'b', 'users']`, `['expect', 0, 'is']`. */
export type Edit =
  /** Another value, as a person writes it; for a long form its value alone. Keys of the language are added where missing. */
  | { readonly kind: 'set'; readonly path: Path; readonly to: Content }
  /** A new name in a block of names, or a further element of a list, such as `['expect']`. */
  | { readonly kind: 'add'; readonly path: Path; readonly to: Content }
  | { readonly kind: 'remove'; readonly path: Path }
  /** Another name, also wherever the name is mentioned. */
  | { readonly kind: 'rename'; readonly path: Path; readonly to: string };

/** A file beside the plan that mentions what was renamed. */
export interface EditedFile {
  readonly file: string;
  readonly text: string;
  readonly changes: readonly TextChange[];
}

export type Edited =
  | {
      readonly ok: true;
      readonly text: string;
      /** Of the text that was given, in order. */
      readonly changes: readonly TextChange[];
      readonly beside: readonly EditedFile[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const noFiles: PlanFiles = { read: () => undefined };

/** Deeper than any block of a plan. */
const deepest = 30;

/** All of the edits, one after the other, or none of them and why. A plan that has errors can be edited as long as it is YAML. */
export function applyEdits(source: Source, edits: readonly Edit[], files: PlanFiles = noFiles): Edited {
  const log = new ChangeLog(source.text);
  const beside = new Map<string, ChangeLog>();
  const now: PlanFiles = {
    read: (path) => {
      const text = beside.get(path)?.text;
      return text === undefined ? files.read(path) : { file: path, text };
    },
  };
  let tree = treeOf(source);
  if (!tree.ok) return tree;
  for (const edit of edits) {
    const prepared = prepare(tree.tree, edit, now);
    if (!prepared.ok) return { ok: false, diagnostics: [prepared.diagnostic] };
    const next = take(source.file, tree.tree, prepared);
    if (next === undefined) return unsafe(edit);
    log.add(next.changes);
    for (const file of 'beside' in prepared ? prepared.beside : []) {
      const own = beside.get(file.source.file) ?? new ChangeLog(file.source.text);
      own.add(file.changes);
      beside.set(file.source.file, own);
    }
    tree = { ok: true, tree: next.tree };
  }
  const text = log.text;
  const wrong = newErrors(source, { file: source.file, text }, files, now);
  if (wrong.length > 0) return { ok: false, diagnostics: wrong };
  const others = [...beside].map(([file, own]) => ({ file, text: own.text, changes: own.changes }));
  return { ok: true, text, changes: log.changes, beside: others };
}

type Read = { readonly ok: true; readonly tree: Tree } | Extract<Edited, { readonly ok: false }>;

function treeOf(source: Source): Read {
  const out = new Diagnostics();
  const root = readYaml(source, out);
  if (root === undefined || out.failed) return { ok: false, diagnostics: out.all };
  return { ok: true, tree: { root, layout: layoutOf(source.text, root) } };
}

function prepare(tree: Tree, edit: Edit, files: PlanFiles): Renamed | ReturnType<typeof prepareSet> {
  if (edit.path.length === 0) return refused('E704', 'an edit needs a way to what it changes', undefined);
  if ((edit.kind === 'set' || edit.kind === 'add') && !isContent(edit.to, deepest)) {
    const help = `a value is a text, as it would stand in the plan; blocks and lists of them are at most ${deepest} deep`;
    return refused('E704', 'this is no value of a plan', undefined, help);
  }
  switch (edit.kind) {
    case 'set':
      return prepareSet(tree, edit.path, edit.to);
    case 'add':
      return prepareAdd(tree, edit.path, edit.to);
    case 'remove':
      return prepareRemove(tree, edit.path);
    case 'rename':
      return prepareRename(tree, edit.path, edit.to, files);
  }
}

/** Edits come from elsewhere as data: numbers and flags would lose how they are written. */
function isContent(content: Content, depth: number): boolean {
  if (typeof content === 'string') return true;
  if (typeof content !== 'object' || content === null || depth === 0) return false;
  return Object.values<Content>(content as Readonly<Record<string, Content>>).every((child) =>
    isContent(child, depth - 1),
  );
}

/** The first way of writing it that reads as it should. */
function take(file: string, { layout }: Tree, { ways, expected }: Prepared) {
  for (const way of ways) {
    const changes = tidied(layout.text, way);
    const read = treeOf({ file, text: applyChanges(layout.text, changes) });
    if (read.ok && sameOutline(outlineOf(read.tree.root), expected)) return { tree: read.tree, changes };
  }
  return undefined;
}

function unsafe({ kind, path }: Edit): Edited {
  const message = `this ${kind} of \`${path.join('.')}\` cannot be made without changing something else`;
  const { diagnostic } = refused('E704', message, undefined, 'change the text by hand');
  return { ok: false, diagnostics: [diagnostic] };
}

/** What is wrong with the plan after the edits and was not before. */
function newErrors(
  before: Source,
  after: Source,
  files: PlanFiles,
  filesAfter: PlanFiles,
): readonly Diagnostic[] {
  const [old, now] = [new Diagnostics(), new Diagnostics()];
  readPlan(before, files, old);
  readPlan(after, filesAfter, now);
  const known = new Set(old.all.map(keyOf));
  return now.all.filter((d) => d.severity === 'error' && !known.has(keyOf(d)));
}

function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}
