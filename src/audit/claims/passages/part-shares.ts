// A part of a whole, with the share that it is in parentheses, or the other way round: `36 of 383 (9.4%)`, `margin 86% ($5.15 of $5.99)`.

import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isShare } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { isBetween } from './left-shares.ts';

const ofWhole =
  /^[\s*_`]*(?:of|out of|de|von|sur|di|van|из)[\s*_`]*(?:the |a total of |total de |los |las |les )?[\s*_`~]*$/iu;
const slash = /^\s*\/\s*$/;
const opens = /^[\s*_`]*[(（][\s*_`~≈]*$/;
const closes = /^[\s*_`]*[)）]/;
/** In percentage points: what is further off is a share of something else. */
const mostOff = 12;

export function partSharesIn(text: string, figures: readonly Figure[]): readonly Claim[] {
  return figures.flatMap((first, i): readonly Claim[] => {
    const [second, third] = [figures[i + 1], figures[i + 2]];
    if (second === undefined || third === undefined || !closes.test(text.slice(third.end, third.end + 4)))
      return [];
    if (isShare(third) && isBetween(text, second, third, opens) && isPart(first, second, text))
      return shareOf(third, first, second);
    if (isShare(first) && isBetween(text, first, second, opens) && isPart(second, third, text))
      return shareOf(first, second, third);
    return [];
  });
}

/** Prices with a slash between them are two prices. */
function isPart(part: Figure, whole: Figure, text: string): boolean {
  // right behind a number, it is read as what is counted
  const number = withoutOf(part);
  const isOf =
    isBetween(text, number, whole, ofWhole) ||
    (currencyOf(whole) === '' && isBetween(text, part, whole, slash));
  if (!isOf || currencyOf(part) !== currencyOf(whole) || part.high > whole.high) return false;
  const isCount = ({ unit }: Figure): boolean =>
    unit.factors.every((f) => f.power === 1 && (f.atom.kind === 'count' || f.atom.kind === 'currency'));
  return [part, whole].every(
    (f) => isCount(f) && f.low === f.high && f.bound === 'none' && !f.about && !f.times,
  );
}

/** The number alone, where the word behind it was read as what is counted. */
function withoutOf(part: Figure): Figure {
  const { passage, start, end, noun } = part;
  const text = passage.text.slice(start, end);
  if (!ofWhole.test(noun) || !text.toLowerCase().endsWith(noun)) return part;
  return { ...part, end: start + text.slice(0, -noun.length).trimEnd().length };
}

function shareOf(stated: Figure, part: Figure, whole: Figure): readonly Claim[] {
  if (stated.low < stated.high || stated.bound !== 'none' || whole.high <= 0) return [];
  const value = (part.high / whole.high) * 100;
  const room = (((part.whole ? 0 : part.step) + (whole.whole ? 0 : whole.step)) / whole.high) * 50;
  const fits = fitOf(stated, 'high', value, { low: value - room, high: value + room }).fits;
  if (!fits && (stated.about || Math.abs(stated.high - value) > mostOff)) return [];
  return [
    recomputedClaim({
      kind: 'share',
      stated,
      operands: [part, whole],
      fits,
      recomputed: { low: value, high: value },
      working: `${said(withoutOf(part))} / ${said(whole)}`,
      confidence: 0.76,
    }),
  ];
}
