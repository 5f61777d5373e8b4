// Which files of a workspace are plans, by their first lines alone.

import { open } from 'node:fs/promises';
import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import { scalarOf } from '../../yaml/form.ts';
import { readYaml } from '../../yaml/read-yaml.ts';
import type { PlanEntry } from '../contract.ts';
import { Problem } from '../problem.ts';
import { placeOf, toRead } from './paths.ts';
import type { Walk } from './walk.ts';

const mostFiles = 2_000;
/** A plan says early that it is one, behind a comment perhaps. */
const looksAt = 64 << 10;

export interface Plans {
  readonly plans: readonly PlanEntry[];
  readonly complete: boolean;
}

/** In the order of their paths. */
export async function plansOf(root: string, { files, complete }: Walk): Promise<Plans> {
  const candidates = files.filter((path) => /\.ya?ml$/i.test(path));
  const plans: PlanEntry[] = [];
  for (const path of candidates.slice(0, mostFiles)) {
    const entry = await entryOf(root, path);
    if (entry !== undefined) plans.push(entry);
  }
  plans.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { plans, complete: complete && candidates.length <= mostFiles };
}

/** undefined for what is no plan, or cannot be read. */
async function entryOf(root: string, path: string): Promise<PlanEntry | undefined> {
  try {
    const file = await open(placeOf(root, path).full, toRead);
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return undefined;
      const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(looksAt, stat.size)));
      const title = titleOf(buffer.subarray(0, bytesRead).toString('utf8'));
      if (title === undefined) return undefined;
      const modified = stat.mtime.toISOString();
      return { path, title: title === '' ? path : title, bytes: stat.size, modified };
    } finally {
      await file.close();
    }
  } catch (error) {
    // somebody may take a file away while its neighbours are read
    if (error instanceof Problem || (error as NodeJS.ErrnoException).code !== undefined) return undefined;
    throw error;
  }
}

/** What stands behind a `plan:` at the beginning of a line: empty where that is no plain text, undefined without one. */
export function titleOf(text: string): string | undefined {
  const line = /^\uFEFF?((?:plan|'plan'|"plan")[ \t]*:(?:[ \t].*)?)$/m.exec(text)?.[1];
  if (line === undefined) return undefined;
  const out = new Diagnostics();
  const node = readYaml({ file: 'plan', text: line }, out);
  const value = node?.kind === 'map' ? node.entries[0]?.value : undefined;
  return scalarOf(value, '`plan`', out)?.text.text.trim() ?? '';
}
