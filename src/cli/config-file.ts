// outlay.config.yaml: settings for every command, beside the plan or in the current folder.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { type Field, type Form, fill, flagOf, listOf, scalarOf } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import type { Word, WordKey } from './setting-word.ts';

export const configName = 'outlay.config.yaml';

export interface Configuration {
  readonly words: ReadonlyMap<WordKey, Word>;
  readonly at: readonly string[];
  readonly color: boolean | undefined;
}

const word = (about: string): Field => ({ shape: { is: 'word' }, about });

const configForm: Form = {
  name: 'the configuration',
  fields: {
    format: word('how answers are written: `table`, `json`, `markdown`, `csv`'),
    currency: word('the currency in which money is shown: `EUR`'),
    top: word('how many items a bill lists, the largest first'),
    fail_on: { shape: { is: 'list', of: { is: 'word' } }, about: 'which findings end with exit code 3' },
    as_of: word('the day whose prices hold, in place of that of the plan'),
    at: { shape: { is: 'list', of: { is: 'word' } }, about: 'points of axes: `[tier=b]`' },
    color: { shape: { is: 'flag' }, about: '`no` for plain text even on a terminal' },
  },
};

/** The first of the folders that has one decides; files are not merged. */
export function readConfig(folders: readonly string[], cwd: string, out: Diagnostics): Configuration {
  for (const folder of new Set(folders)) {
    const path = join(folder, configName);
    const text = textOf(path);
    if (text !== undefined) return read({ file: relative(cwd, path) || path, text }, out);
  }
  return { words: new Map(), at: [], color: undefined };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function read(source: Source, out: Diagnostics): Configuration {
  const root = readYaml(source, out);
  const filled = root === undefined ? undefined : fill(root, configForm, out);
  const words = new Map<WordKey, Word>();
  if (filled === undefined) return { words, at: [], color: undefined };
  const one = (node: Node | undefined, what: string): Word[] => {
    const scalar = scalarOf(node, what, out);
    return scalar === undefined || scalar.empty ? [] : [{ text: scalar.text.text.trim(), span: scalar.span }];
  };
  for (const key of ['format', 'currency', 'top', 'as_of'] as const) {
    const [found] = one(filled.fields.get(key)?.value, `\`${key}\``);
    if (found !== undefined) words.set(key, found);
  }
  const failOn = filled.fields.get('fail_on')?.value;
  const kinds = listOf(failOn).flatMap((node) => one(node, '`fail_on`'));
  if (failOn !== undefined) {
    words.set('fail_on', { text: kinds.map((k) => k.text).join(','), span: kinds[0]?.span ?? failOn.span });
  }
  const at = listOf(filled.fields.get('at')?.value).flatMap((node) => one(node, '`at`'));
  return { words, at: at.map((w) => w.text), color: flagOf(filled, 'color', out) };
}
