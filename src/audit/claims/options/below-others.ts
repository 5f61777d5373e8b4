// A price that is said to lie below or above another one: `Team ($349/month)` and under it `Below Mailer ($345)`; `at $349 it is cheaper
// than Mailer ($345)`.

import { periodOf } from '../../judge/calendar.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { FiguresOf } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { comparedClaim } from '../content/recomputed.ts';
import type { Spoken } from '../content/spoken.ts';
import { resultOf } from '../lists/roles.ts';

const below =
  /(?<!\p{L})(?:below|under|cheaper than|less than|lower than|less expensive than|günstiger als|billiger als|weniger als|moins chère? que|más barat[oa] que|menos que|mais barat[oa]s? (?:do )?que|menos (?:do )?que)(?!\p{L})|дешевле/iu;
const above =
  /(?<!\p{L})(?:above|more expensive than|more than|higher than|pricier than|dearer than|teurer als|mehr als|plus chère? que|más car[oa] que|más que|mais car[oa]s? (?:do )?que|mais (?:do )?que)(?!\p{L})|дороже/iu;
/** In front of the word, where the line begins with it. */
const begins =
  /^[^\p{L}\d]*(?:(?:still|far|well|much|just|slightly|priced|noch|deutlich|weit|bien|mucho|muito)\s+)*$/iu;
const hedged =
  /(?<!\p{L})(?:not|no|never|if|when|would|could|until|unless|nicht|kein\p{L}*|wenn|pas|si|no|não|se|не|если)(?!\p{L})/iu;
const longest = 300;
/** Of the sentence. */
const longestSentence = 160;
/** Between the price and the word. */
const nearest = 24;
/** Further apart, it is another thing that is compared. */
const mostTimes = 3;

export function belowOthersIn(spoken: readonly Spoken[], figuresOf: FiguresOf): readonly Claim[] {
  return spoken.flatMap(({ passage, kind, lead, under }): readonly Claim[] => {
    const { text } = passage;
    if (kind === 'heading' || kind === 'code' || text.length > longest || !/\d/.test(text)) return [];
    const isBelow = below.test(text);
    const match = (isBelow ? below : above).exec(text);
    if (match === null) return [];
    const end = match.index + match[0].length;
    const [from, to] = sentenceAt(text, match.index);
    const sentence = text.slice(from, to);
    if (sentence.length > longestSentence || hedged.test(sentence)) return [];
    if (isBelow && above.test(sentence)) return [];
    const figures = figuresOf(passage).filter((f) => !f.name && f.start >= from && f.end <= to);
    const own = figures.filter((f) => f.end <= match.index && currencyOf(f) !== '');
    const behind = figures.filter((f) => f.start >= end);
    const headed = lead ?? under?.passage;
    const subject =
      own.length > 0
        ? own.find((f) => own.length === 1 && match.index - f.end <= nearest)
        : begins.test(text.slice(0, match.index)) && from === 0 && headed !== undefined
          ? onlyPrice(figuresOf(headed))
          : undefined;
    if (subject === undefined || !isPrice(subject)) return [];
    const result = resultOf(text, behind);
    const others = (result === undefined ? behind : [result]).filter((f) => isLike(f, subject));
    const [other] = others;
    // `20% below $500`; a name stands in front of its price
    if (other === undefined || others.length > 1 || !/\p{L}/u.test(text.slice(end, other.start))) return [];
    const ratio = Math.max(subject.high / other.high, other.high / subject.high);
    if (ratio > mostTimes) return [];
    const holds = isBelow ? subject.low < other.high : subject.high > other.low;
    const words = match[0].toLowerCase();
    return [
      {
        ...comparedClaim({
          kind: 'superlative',
          stated: other,
          other: subject,
          fits: holds,
          message: `${said(subject)} is not ${words} ${said(other)}`,
          confidence: own.length > 0 ? 0.76 : 0.74,
        }),
        flips: !holds,
      },
    ];
  });
}

function sentenceAt(text: string, at: number): readonly [number, number] {
  const ends = [...text.matchAll(/[.!?;](?=\s|$)/g)].map((m) => m.index + 1);
  return [ends.filter((e) => e <= at).at(-1) ?? 0, ends.find((e) => e > at) ?? text.length];
}

function onlyPrice(figures: readonly Figure[]): Figure | undefined {
  const prices = figures.filter((f) => !f.name && currencyOf(f) !== '');
  return prices.length === 1 ? prices[0] : undefined;
}

function isPrice({ low, high, bound, about }: Figure): boolean {
  return low === high && bound === 'none' && !about && high > 0;
}

/** For the same time and the same number, or where one of them does not say. */
function isLike(a: Figure, b: Figure): boolean {
  if (!isPrice(a) || currencyOf(a) !== currencyOf(b) || a.perCount !== b.perCount) return false;
  const counts = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind !== 'currency' && u.atom.kind !== 'calendar' && u.atom.kind !== 'time')
      .map((u) => u.atom.name)
      .join(' ');
  const [pa, pb] = [periodOf(a.unit), periodOf(b.unit)];
  return counts(a) === counts(b) && (pa === pb || pa === '' || pb === '');
}
