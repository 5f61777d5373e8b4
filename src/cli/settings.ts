// What a run was asked for: flags over OUTLAY_… variables over outlay.config.yaml over defaults.

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Diagnostics, at as markAt } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Source, Span } from '../diagnostics/source.ts';
import { type Configuration, configName, readConfig, type WordKey } from '../service/config-file.ts';
import { readCurrency, readDay } from '../service/setting-values.ts';
import type { Io } from './io.ts';
import { type Word, wordOf } from './setting-word.ts';

const textFormats = ['table', 'json', 'markdown', 'csv'] as const;
const formats = [...textFormats, 'html', 'pdf', 'sarif', 'xlsx'] as const;
/** What most answers are written in. */
export type TextFormat = (typeof textFormats)[number];
export type Format = (typeof formats)[number];

/** What `--fail-on` can turn into exit code 3. */
export const findingKinds = ['expect', 'limit', 'budget', 'stale', 'audit'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Flags as they were typed; a flag that was not given is not there. */
export interface Flags {
  readonly format?: string;
  readonly output?: string;
  readonly set?: readonly string[];
  readonly at?: readonly string[];
  readonly currency?: string;
  readonly top?: string;
  readonly color?: boolean;
  readonly failOn?: string;
  readonly asOf?: string;
}

/** What a command can do, and does where nobody says otherwise. */
export interface Abilities<F extends Format = TextFormat> {
  /** The first is the default. */
  readonly formats: readonly [F, ...F[]];
  readonly failOn: readonly FindingKind[];
  /** What the plan claims about itself is part of the answer, and so must be read. */
  readonly claims?: true;
}

export interface Settings<F extends Format = TextFormat> {
  readonly format: F;
  /** A file; undefined for standard output. */
  readonly output: string | undefined;
  readonly set: readonly string[];
  readonly at: readonly string[];
  /** ISO code in which money is shown; undefined for the plan's own. */
  readonly currency: string | undefined;
  readonly top: number | undefined;
  /** undefined where nobody says: the stream decides. */
  readonly color: boolean | undefined;
  readonly failOn: ReadonlySet<FindingKind>;
  /** ISO day in place of the plan's own. */
  readonly asOf: string | undefined;
}

/** Everything wrong is reported to `out`; what cannot be read falls back to its default. */
export function resolveSettings<F extends Format>(
  flags: Flags,
  abilities: Abilities<F>,
  place: { readonly io: Io; readonly folder: string },
  out: Diagnostics,
): Settings<F> {
  const { io, folder } = place;
  const config = readConfig([...new Set([folder, io.cwd])], (where) => configIn(where, io.cwd), out);
  const find = (key: WordKey, flag: string | undefined): Word | undefined => {
    const name = key.replace('_', '-');
    if (flag !== undefined) return wordOf(flag, `--${name}`);
    const variable = `OUTLAY_${key.toUpperCase()}`;
    const value = io.env[variable];
    return value === undefined || value === '' ? config.words.get(key) : wordOf(value, variable);
  };
  return {
    format: readFormat(find('format', flags.format), flags.format !== undefined, abilities, out),
    output: flags.output,
    set: flags.set ?? listed(io.env.OUTLAY_SET),
    at: flags.at ?? (io.env.OUTLAY_AT === undefined ? config.at : listed(io.env.OUTLAY_AT)),
    currency: readCurrency(find('currency', flags.currency), out),
    top: readCount(find('top', flags.top), out),
    color: readColor(flags, io, config),
    failOn: readFailOn(find('fail_on', flags.failOn), abilities.failOn, out),
    asOf: readDay(find('as_of', flags.asOf), out),
  };
}

function configIn(folder: string, cwd: string): Source | undefined {
  const path = join(folder, configName);
  try {
    return { file: relative(cwd, path) || path, text: readFileSync(path, 'utf8') };
  } catch {
    return undefined;
  }
}

function listed(value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [value];
}

/** A format that only this command lacks is refused as a flag, and passed over where it was said for all commands. */
function readFormat<F extends Format>(
  word: Word | undefined,
  isFlag: boolean,
  abilities: Abilities<F>,
  out: Diagnostics,
): F {
  const [usual] = abilities.formats;
  if (word === undefined) return usual;
  const able = abilities.formats.find((format) => format === word.text);
  if (able !== undefined) return able;
  const known = formats.some((format) => format === word.text);
  if (known && !isFlag) return usual;
  const message = known
    ? `this command does not write \`${word.text}\``
    : `there is no format \`${word.text}\``;
  const help = known ? '' : didYouMean(word.text, abilities.formats);
  out.error('E701', message, markAt(word.span), help || `it writes ${abilities.formats.join(', ')}`);
  return usual;
}

function readCount(word: Word | undefined, out: Diagnostics): number | undefined {
  if (word === undefined) return undefined;
  if (/^[1-9][0-9]{0,5}$/.test(word.text)) return Number(word.text);
  out.error('E701', `\`${word.text}\` is not a number of items`, markAt(word.span), 'for example `--top 5`');
  return undefined;
}

function readColor(flags: Flags, io: Io, config: Configuration): boolean | undefined {
  if (flags.color === false) return false;
  const variable = io.env.OUTLAY_NO_COLOR;
  if (variable !== undefined && variable !== '') return false;
  const noColor = io.env.NO_COLOR;
  return noColor !== undefined && noColor !== '' ? false : config.color;
}

function readFailOn(
  word: Word | undefined,
  usual: readonly FindingKind[],
  out: Diagnostics,
): ReadonlySet<FindingKind> {
  if (word === undefined) return new Set(usual);
  const found = new Set<FindingKind>();
  for (const part of word.text.split(/[,\s]+/).filter((p) => p !== '' && p !== 'none')) {
    const kind = findingKinds.find((known) => known === part);
    if (kind !== undefined) {
      found.add(kind);
      continue;
    }
    const span = partSpan(word, part);
    const known = [...findingKinds, 'none'];
    const help = didYouMean(part, known) || `findings are ${findingKinds.join(', ')}, or none`;
    out.error('E701', `\`${part}\` is no kind of finding`, markAt(span), help);
  }
  return found;
}

/** Where a part of the word stands, if the word stands in its source as it is. */
function partSpan({ text, span }: Word, part: string): Span {
  const { source } = span;
  if (source.text.slice(span.start, span.start + text.length) !== text) return span;
  const start = span.start + text.indexOf(part);
  return { source, start, end: start + part.length };
}
