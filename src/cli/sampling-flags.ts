// `--samples 10000 --seed 1 --independent`: how uncertain numbers are drawn.

import { type Diagnostics, at as markAt } from '../diagnostics/diagnostic.ts';
import type { Drawing } from '../grid/sources.ts';
import { wordOf } from './setting-word.ts';

export interface SamplingFlags {
  readonly samples?: string;
  readonly seed?: string;
  readonly independent?: boolean;
}

const usualSamples = 10_000;
const fewestSamples = 100;
export const mostSamples = 1_000_000;
const mostSeed = 4_294_967_295;

/** undefined with the reasons in `out`. */
export function readSampling(
  flags: SamplingFlags,
  out: Diagnostics,
  usual = usualSamples,
): Drawing | undefined {
  const samples = wholeNumber(flags.samples, '--samples', [fewestSamples, mostSamples], out) ?? usual;
  const seed = wholeNumber(flags.seed, '--seed', [0, mostSeed], out) ?? 0;
  return out.failed ? undefined : { samples, sampling: { seed, independent: flags.independent === true } };
}

/** undefined where it is not given, and where it is wrong, which is told. */
export function wholeNumber(
  text: string | undefined,
  flag: string,
  [least, most]: readonly [number, number],
  out: Diagnostics,
): number | undefined {
  if (text === undefined) return undefined;
  const plain = text.replace(/[_,](?=[0-9]{3})/g, '');
  const value = /^\s*[0-9]{1,10}\s*$/.test(plain) ? Number(plain) : Number.NaN;
  if (value >= least && value <= most) return value;
  const help = `a whole number from ${least} to ${most}`;
  out.error('E701', `\`${text}\` is no value for \`${flag}\``, markAt(wordOf(text, flag).span), help);
  return undefined;
}
