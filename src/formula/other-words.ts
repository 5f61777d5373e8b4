// Words of other tools, for people who bring them along.

import { didYouMean } from '../diagnostics/nearest.ts';

/** Words of other tools for what is called otherwise here. */
const otherWords: Readonly<Record<string, string>> = {
  average: 'mean',
  avg: 'mean',
  ceiling: 'ceil',
  roundup: 'ceil',
  rounddown: 'floor',
  int: 'floor',
  trunc: 'floor',
  log: 'ln',
  pow: '^',
  power: '^',
  total: 'sum',
  maximum: 'max',
  minimum: 'min',
};

/** What somebody who wrote a function that there is not may have meant. */
export function meantFunction(word: string, known: readonly string[]): string {
  const other = Object.hasOwn(otherWords, word.toLowerCase()) ? otherWords[word.toLowerCase()] : undefined;
  if (other !== undefined) return `here it is \`${other}\``;
  return didYouMean(word, known) || `the functions are ${known.join(', ')}`;
}
