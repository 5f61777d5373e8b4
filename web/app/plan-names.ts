// What new plans are called, and templates under a name of the person's own.

export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** What is needed of a template: the plan `ID.yaml` first, then what it needs beside it. */
export interface TemplateFiles {
  readonly id: string;
  readonly files: readonly NewFile[];
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

/** The template's files as those of a plan at `path`: `kec18.expect.yaml` becomes `my-plan.expect.yaml`, also where it is named. */
export function templateAt({ id, files }: TemplateFiles, path: string): readonly NewFile[] {
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
      text = text.replaceAll(
        new RegExp(`(?<![\\w./-])${from.replaceAll('.', '\\.')}(?![\\w/-]|\\.\\w)`, 'g'),
        to,
      );
    return { path: folder + (renamed.get(file.path) ?? file.path), text };
  });
}
