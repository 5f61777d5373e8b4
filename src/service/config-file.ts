// outlay.config.yaml: settings for every command and for the page's reports, beside the plan or in the current folder.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import type { Word } from '../plan/types.ts';
import { type Field, type Form, fill, flagOf, listOf, scalarOf } from '../yaml/form.ts';
import type { Node } from '../yaml/node.ts';
import { readYaml } from '../yaml/read-yaml.ts';

export const configName = 'outlay.config.yaml';

/** Settings that are one word. */
export type WordKey = 'format' | 'currency' | 'top' | 'fail_on' | 'as_of';

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

/** The first of the places that has one decides; files are not merged. `at` is undefined where a place has none. */
export function readConfig<T>(
  places: readonly T[],
  at: (place: T) => Source | undefined,
  out: Diagnostics,
): Configuration {
  for (const place of places) {
    const source = at(place);
    if (source !== undefined) return read(source, out);
  }
  return { words: new Map(), at: [], color: undefined };
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
