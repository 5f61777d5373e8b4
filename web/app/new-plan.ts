// New plans in the folder.

import { go } from './location.ts';
import type { NewFile } from './plan-names.ts';
import { server } from './server.ts';
import { refreshWorkspace, workspace } from './workspace.ts';

export function takenPaths(): readonly string[] {
  return workspace.value?.plans.map((plan) => plan.path) ?? [];
}

/** A name that another file has already. */
export class NameTaken extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`there is a file \`${path}\` already`);
    this.path = path;
  }
}

/** Writes the plan (the first file) and what it needs beside it, and opens it. Throws NameTaken or ServerError. */
export async function createPlan(
  files: readonly NewFile[],
  view: 'overview' | 'source' | 'compare',
): Promise<void> {
  for (const { path, text } of files) {
    const saved = await server.save(path, text, null);
    if (!saved.ok && saved.conflict.text !== text) throw new NameTaken(path);
  }
  await refreshWorkspace();
  go({ view, plan: files[0]?.path, at: {}, set: {}, own: {}, currency: undefined });
}
