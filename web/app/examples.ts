// The package's own plans, looked at without a file of one's own: a plan path such as `example:kec18`.

import { signal } from '@preact/signals';
import type { FileAnswer, Template } from '../../src/service/contract.ts';
import { ServerError, server } from './server.ts';

/** undefined until somebody asked for them. */
export const templates = signal<readonly Template[] | undefined>(undefined);

let asked: Promise<readonly Template[]> | undefined;

export async function readTemplates(): Promise<readonly Template[]> {
  asked ??= server.templates();
  try {
    templates.value = await asked;
    return templates.value;
  } catch (error) {
    asked = undefined;
    throw error;
  }
}

const scheme = 'example:';

export function examplePath(id: string): string {
  return `${scheme}${id}`;
}

/** undefined for a plan in the folder. */
export function exampleId(path: string | undefined): string | undefined {
  return path?.startsWith(scheme) === true ? path.slice(scheme.length) : undefined;
}

/** The plan of an example, or a file beside it. Throws ServerError where there is none. */
export async function exampleFile(id: string, name?: string): Promise<FileAnswer> {
  const found = (await readTemplates()).find((template) => template.id === id);
  const file = name === undefined ? found?.files[0] : found?.files.find((one) => one.path === name);
  if (file === undefined)
    throw new ServerError(404, `there is no example \`${id}\``, 'the first page lists them');
  return { path: file.path, text: file.text, version: '' };
}
