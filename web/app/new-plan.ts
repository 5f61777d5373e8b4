// New plans in the folder: names that are free, and templates under a name of the person's own.

import { go } from './location.ts';
import { server, type Template } from './server.ts';
import { refreshWorkspace, workspace } from './workspace.ts';

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** `My plan` -> `my-plan.yaml`; a name with an ending keeps it. Empty where nothing is left. */
export function planPath(words: string): string {
  const bare = words
    .trim()
    .replace(/\.ya?ml$/i, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}/._-]+/gu, '-')
    .replace(/(^|\/)[-.]+|[-.]+(?=\/|$)/g, '$1')
    .replace(/\/+/g, '/')
    .replace(/^\/|\/$/g, '');
  return bare === '' ? '' : `${bare.toLowerCase()}.yaml`;
}

/** The path itself where it is free, and otherwise with the first number that is: `plan-2.yaml`. */
export function freePath(path: string, taken: readonly string[]): string {
  const bare = path.replace(/\.yaml$/, '');
  for (let n = 1; ; n++) {
    const tried = n === 1 ? path : `${bare}-${n}.yaml`;
    if (!taken.includes(tried)) return tried;
  }
}

export function takenPaths(): readonly string[] {
  return workspace.value?.plans.map((plan) => plan.path) ?? [];
}

/** The template's files as those of a plan at `path`: `kec18.expect.yaml` becomes `my-plan.expect.yaml`, also where it is named. */
export function templateAt({ id, files }: Template, path: string): readonly NewFile[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
  const name = path.slice(folder.length).replace(/\.yaml$/, '');
  const renamed = new Map(
    files.map((file) => [
      file.path,
      file.path.startsWith(`${id}.`) ? `${name}${file.path.slice(id.length)}` : file.path,
    ]),
  );
  return files.map((file) => {
    let { text } = file;
    for (const [from, to] of renamed)
      text = text.replaceAll(new RegExp(`(?<![\\w./-])${from.replaceAll('.', '\\.')}(?![\\w./-])`, 'g'), to);
    return { path: folder + (renamed.get(file.path) ?? file.path), text };
  });
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
