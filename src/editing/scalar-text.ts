// A value as YAML: plain where YAML reads it as it is, otherwise in quotes. Whether it does is asked of the reader itself.

import { Diagnostics } from '../diagnostics/diagnostic.ts';
import { readYaml } from '../yaml/read-yaml.ts';

export type Quotes = 'none' | 'single' | 'double';

/** The value as it may stand behind a key; in flow collections more signs need quotes. `like` is tried first. */
export function scalarText(value: string, flow: boolean, like: Quotes = 'none'): string {
  const single = !unprintable.test(value);
  if (like === 'none' && isPlain(value, flow)) return value;
  if (single && (like === 'single' || (like === 'none' && !value.includes("'")))) return singleQuoted(value);
  return doubleQuoted(value);
}

export function keyText(key: string, flow: boolean): string {
  return isPlainKey(key, flow) ? key : scalarText(key, flow, key.includes("'") ? 'double' : 'single');
}

/** How a scalar was quoted, by its first character. */
export function quotesOf(first: string | undefined): Quotes {
  return first === "'" ? 'single' : first === '"' ? 'double' : 'none';
}

function singleQuoted(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    unprintables,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Line ends and what a text file cannot hold. */
const unprintable = /[\p{Cc}\u2028\u2029\ufeff]/u;
const unprintables = /[\p{Cc}\u2028\u2029\ufeff]/gu;

function isPlain(value: string, flow: boolean): boolean {
  if (value === '' || value !== value.trim() || unprintable.test(value)) return false;
  const entry = onlyEntry(flow ? `{ k: ${value}, l: 1 }` : `k: ${value}\nl: 1`);
  if (entry === undefined || entry.key !== 'k' || entry.value.kind !== 'scalar') return false;
  const { quoted, empty, text } = entry.value;
  return !quoted && !empty && text.text === value;
}

function isPlainKey(key: string, flow: boolean): boolean {
  if (key === '' || key !== key.trim() || unprintable.test(key) || '\'"'.includes(key[0] ?? '')) return false;
  return onlyEntry(flow ? `{ ${key}: v, l: 1 }` : `${key}: v\nl: 1`)?.key === key;
}

/** The first of the two entries that a text has, if they are two. */
function onlyEntry(text: string) {
  const out = new Diagnostics();
  const node = readYaml({ file: '', text }, out);
  const two = !out.failed && node?.kind === 'map' && node.entries.length === 2;
  return two ? node.entries[0] : undefined;
}
