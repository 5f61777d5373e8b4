// One option that is said to be cheaper than another, `Cirrus is cheaper than Nimbus`, or not to be, without an amount: against the tables
// that have both of them.

import type { Claim } from '../../types.ts';
import { type Comparison, namedIn, optionNamed } from '../content/comparisons.ts';
import type { NamesOf } from '../content/names.ts';
import type { Spoken } from '../content/spoken.ts';
import { superlativeClaim } from './superlative.ts';

const longest = 140;

const compared =
  /^([^.:;!?]{2,50}?)\s(?:is|are|costs?|comes? out|works? out|ist|sind|kostet|est|sont|coûte|es|son|cuesta|é|são|custa)\s((?:[\p{L}*_]+\s){0,2}?)[*_]*(cheaper|less expensive|less|more expensive|more|günstiger|billiger|weniger|teurer|mehr|moins chère?s?|moins|plus chère?s?|más barat[oa]s?|menos|más car[oa]s?|más|mais barat[oa]s?|mais car[oa]s?|mais)[*_]*\s(?:than|als|que|do que)\s([^.:;!?,()]{2,50})/iu;
const dearer = /^(?:more|teurer|mehr|plus|más car|más$|mais car|mais$)/iu;
const denied = /(?<!\p{L})(?:not|nicht|pas|no|não)(?!\p{L})/iu;
/** What makes it another case, or another thing that is compared. */
const otherwise =
  /(?<!\p{L})(?:if|when|unless|until|once|at|above|below|beyond|over|under|for|with|without|after|before|would|could|may|might|can|often|usually|per|wenn|falls|ab|bei|unter|über|für|mit|ohne|nach|könnte|je|pro|si|quand|pour|avec|sans|après|par|cuando|para|con|sin|por|a partir|se|quando|com|sem)(?!\p{L})/iu;

export function cheaperThanIn(
  spoken: readonly Spoken[],
  comparisons: readonly Comparison[],
  names: NamesOf,
): readonly Claim[] {
  const cost = comparisons.filter((c) => c.isOnlyCost);
  if (cost.length === 0) return [];
  return spoken.flatMap(({ passage, kind }): readonly Claim[] => {
    const { text } = passage;
    if (kind === 'code' || text.length > longest || /\d/.test(text)) return [];
    const match = compared.exec(text.replace(/^[^\p{L}]+/u, ''));
    if (match === null || otherwise.test(text)) return [];
    const [, subject = '', between = '', word = '', object = ''] = match;
    const [a, b] = [subject, object].map((t) => namedIn(t, cost, names));
    if (a === undefined || b === undefined || a.length === 0 || b.length === 0) return [];
    const isNot = denied.test(between);
    const isLow = !dearer.test(word);
    const pairs = cost.flatMap((c) => {
      const [own, other] = [optionNamed(c, a), optionNamed(c, b)];
      return own === undefined || other === undefined || own === other ? [] : [{ own, other }];
    });
    const [first] = pairs;
    if (first === undefined) return [];
    const isBefore = ({ own, other }: (typeof pairs)[number]): boolean =>
      isLow ? own.figure.low < other.figure.high : own.figure.high > other.figure.low;
    const isClearly = ({ own, other }: (typeof pairs)[number]): boolean =>
      isLow ? own.figure.high < other.figure.low : own.figure.low > other.figure.high;
    const holds = isNot ? !pairs.every(isClearly) : pairs.some(isBefore);
    const rivalIs = isLow === isNot ? ('higher' as const) : ('lower' as const);
    const verdict = { holds, rivalIs, confidence: 0.74 };
    return [superlativeClaim(passage, first.own.figure, first.other, verdict)];
  });
}
