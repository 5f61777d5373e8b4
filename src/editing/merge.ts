// Two people changed the same plan: what both did, line by line, and a conflict where they changed the same lines.

import { diff3Merge } from 'node-diff3';
import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { readYaml } from '../yaml/read-yaml.ts';

/** Lines that both sides changed, each in its own way. */
export interface Conflict {
  /** The line of the merged text at which it stands, from 1, with every conflict before it resolved as mine. */
  readonly line: number;
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

export type Side = 'mine' | 'theirs';

export type Merged =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly conflicts: readonly Conflict[];
      /** Lines that are settled, and conflicts, in turn. */
      readonly parts: readonly (readonly string[] | Conflict)[];
      readonly lineEnd: string;
    };

/** Where so many lines meet so many others, comparing them takes too long; then they are one conflict. */
const mostPairs = 100_000_000;

/** And where so many of them are equal. */
const mostEqual = 4_000_000;

/**
 * What `mine` and `theirs` made of `base`, together. Where only one of them changed the line ends or the end of the last line, that
 * is taken as well. Two texts that are YAML and come together as none are one conflict.
 */
export function merge(base: string, mine: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return { ok: true, text: mine };
  if (mine === base) return { ok: true, text: theirs };
  const ends = { base: lineEndOf(base), mine: lineEndOf(mine), theirs: lineEndOf(theirs) };
  const lineEnd = ends.mine === ends.base ? ends.theirs : ends.mine;
  const lines = {
    base: base.split(ends.base),
    mine: mine.split(ends.mine),
    theirs: theirs.split(ends.theirs),
  };
  const parts = partsOf(lines.base, lines.mine, lines.theirs);
  const conflicts = parts.filter(isConflict);
  if (conflicts.length > 0) return { ok: false, conflicts, parts, lineEnd };
  const text = parts.flatMap((part) => (isConflict(part) ? [] : part)).join(lineEnd);
  if (isYaml(text) || !isYaml(mine) || !isYaml(theirs)) return { ok: true, text };
  const whole: Conflict = { line: 1, ...lines };
  return { ok: false, conflicts: [whole], parts: [whole], lineEnd };
}

/** The text with each conflict decided, in order; those that no choice is given for stay as mine. */
export function resolve(merged: Merged, choices: readonly Side[]): string {
  if (merged.ok) return merged.text;
  let next = 0;
  const lines = merged.parts.flatMap((part) => (isConflict(part) ? part[choices[next++] ?? 'mine'] : part));
  return lines.join(merged.lineEnd);
}

type Part = readonly string[] | Conflict;

/** What all three begin and end with is none of the question. */
function partsOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): readonly Part[] {
  const all = [base, mine, theirs];
  const shortest = Math.min(...all.map((lines) => lines.length));
  let front = 0;
  while (front < shortest && all.every((lines) => lines[front] === base[front])) front += 1;
  let back = 0;
  while (back < shortest - front && all.every((lines) => lines.at(-1 - back) === base.at(-1 - back)))
    back += 1;
  const [o = [], a = [], b = []] = all.map((lines) => lines.slice(front, lines.length - back));
  const parts = [base.slice(0, front), ...regionsOf(o, a, b, front + 1), base.slice(base.length - back)];
  return parts.filter((part) => isConflict(part) || part.length > 0);
}

function regionsOf(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  from: number,
): readonly Part[] {
  const tooMany = base.length * Math.max(mine.length, theirs.length) > mostPairs;
  if (tooMany || equalPairs(base, mine) + equalPairs(base, theirs) > mostEqual)
    return [{ line: from, base, mine, theirs }];
  let line = from;
  const regions = diff3Merge([...mine], [...base], [...theirs], { excludeFalseConflicts: true });
  return regions.map(({ ok = [], conflict }): Part => {
    const at = line;
    line += conflict?.a.length ?? ok.length;
    return conflict === undefined ? ok : { line: at, base: conflict.o, mine: conflict.a, theirs: conflict.b };
  });
}

/** How many lines of one equal a line of the other. */
function equalPairs(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of a) counts.set(line, (counts.get(line) ?? 0) + 1);
  return b.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
}

function isConflict(part: Part): part is Conflict {
  return 'mine' in part;
}

/** `\r\n` where every line ends so. */
function lineEndOf(text: string): string {
  const all = text.split('\n').length - 1;
  return all > 0 && text.split('\r\n').length - 1 === all ? '\r\n' : '\n';
}

function isYaml(text: string): boolean {
  const out = new Diagnostics();
  return readYaml({ file: '', text }, out) !== undefined && !out.failed;
}
