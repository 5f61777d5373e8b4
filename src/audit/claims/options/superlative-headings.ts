// Superlatives in headings: `### Nimbus (cheapest)` against the sections beside it that say the same amounts, and `### Most expensive
// part` above the one thing that it speaks of, against the rows of the tables.

import type { Claim, Heading } from '../../types.ts';
import type { Breakdown } from '../content/breakdowns.ts';
import type { Option } from '../content/comparisons.ts';
import type { NamesOf } from '../content/names.ts';
import type { PartComparison } from '../content/section-options.ts';
import type { Spoken } from '../content/spoken.ts';
import { withoutNumber } from '../content/titles.ts';
import { superlativeClaim } from './superlative.ts';
import { againstRows, cheapest, dearest, hedges } from './superlative-rows.ts';

/** Fewer options are no field to be first in. */
const leastOptions = 3;
/** `Input`, `Output`: an amount that two sections share may be beside the point. */
const leastParts = 2;
const longest = 100;

export function superlativeHeadingsIn(
  spoken: readonly Spoken[],
  inSections: readonly PartComparison[],
  breakdowns: readonly Breakdown[],
  names: NamesOf,
): readonly Claim[] {
  const bySection = new Map<Heading['passage'], Spoken[]>();
  for (const place of spoken) {
    if (place.kind === 'heading' || place.under === undefined || !/\d/.test(place.passage.text)) continue;
    const own = bySection.get(place.under.passage);
    if (own === undefined) bySection.set(place.under.passage, [place]);
    else if (own.length < 2) own.push(place);
  }
  return spoken.flatMap(({ kind, passage, under }): readonly Claim[] => {
    const { text } = passage;
    if (kind !== 'heading' || text.length > longest) return [];
    const low = cheapest.exec(text);
    const match = low ?? dearest.exec(text);
    if (match === null || hedges.test(text)) return [];
    const isLow = low !== null;
    const heading: Heading = { level: 0, passage, above: under };
    const behind = text.slice(match.index + match[0].length);
    if (!ofAnything.test(`${text.slice(0, match.index)} ${behind}`))
      // `(cheapest with support)`: of some
      return /\p{L}/u.test(behind.replace(/(?<!\p{L})(?:options?|choice|overall)(?!\p{L})/giu, ''))
        ? []
        : amongSections(heading, isLow, inSections, names);
    const [only, ...more] = bySection.get(passage) ?? [];
    return only === undefined || more.length > 0 ? [] : ofOne(only, isLow, breakdowns, names);
  });
}

/** What is left of `Most expensive part`: no name. */
const ofAnything =
  /^[^\p{L}]*(?:the|our|der|die|das|le|la|el|lo|o|a)?\s*(?:parts?|components?|services?|items?|costs?|drivers?|resources?|posten|komponenten?|kosten|dienste?|postes?|composants?|componentes?|servicios?|serviços?|costos?|custos?|itens|kalem\p{L}*|bileşen\p{L}*)?[^\p{L}]*$/iu;

function amongSections(
  heading: Heading,
  isLow: boolean,
  inSections: readonly PartComparison[],
  names: NamesOf,
): readonly Claim[] {
  const words = names(withoutNumber(heading)).join(' ');
  const judged = inSections.flatMap(({ part, comparison: { options, under } }) => {
    const own = options.find((o) => o.words.join(' ') === words);
    if (own === undefined || under?.passage !== heading.above?.passage || options.length < leastOptions)
      return [];
    const [{ figure }] = [own];
    const isAlike = options.every(
      (o) => o.figure.perCount === figure.perCount && o.figure.unit.key === figure.unit.key,
    );
    const ahead = options.filter((o) => (isLow ? o.figure.high < figure.low : o.figure.low > figure.high));
    return isAlike ? [{ own, ahead, isWhole: part.length === 0 }] : [];
  });
  const [first] = judged;
  if (first === undefined || (judged.length < leastParts && !judged.some((j) => j.isWhole))) return [];
  const rivals = first.ahead.filter((o) =>
    judged.every((j) => j.ahead.some((other) => other.label === o.label)),
  );
  const rival = rivals.reduce<Option | undefined>(
    (a, b) => (a === undefined || b.figure.high < a.figure.high === isLow ? b : a),
    undefined,
  );
  const verdict = {
    holds: rival === undefined,
    rivalIs: isLow ? ('lower' as const) : ('higher' as const),
    confidence: 0.74,
  };
  return [superlativeClaim(heading.passage, first.own.figure, rival ?? first.own, verdict)];
}

/** `- Narration: $0.10`, alone under `Most expensive part`. */
function ofOne(
  { passage }: Spoken,
  isLow: boolean,
  breakdowns: readonly Breakdown[],
  names: NamesOf,
): readonly Claim[] {
  const [, label = ''] = /^([^:：(]{2,40})[:：(]/u.exec(passage.text) ?? [];
  const words = names(label);
  const compared = breakdowns.filter((b) => b.parts.length >= leastOptions);
  return words.length === 0 ? [] : againstRows(words, isLow, compared, passage);
}
