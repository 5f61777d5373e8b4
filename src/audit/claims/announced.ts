// A change that is announced and did not reach the bill: `Use the free tier (not Business)` above a table whose row still costs what
// the row for Business did before.

import { offsetIn } from '../passage.ts';
import { said } from '../print.ts';
import type { Claim, Heading } from '../types.ts';
import { currencyOf } from './ledger.ts';
import type { Bill } from './named-parts.ts';
import { isPart, type NamesOf } from './names.ts';
import { comparedClaim } from './recomputed.ts';
import type { Spoken } from './spoken.ts';

const instead =
  /^[^\p{L}]*(?:use|switch to|move to|replace|downgrade to|take|nutzen|verwenden|wechsel\p{L}* (?:zu|auf)|utiliser|passer à|usar|cambiar a|utilizar|mudar para|kullan\p{L}*|использовать|перейти на)\s+(.{3,60}?)[\s(,]+(?:not|instead of|rather than|no longer|nicht(?: mehr)?|statt|anstatt|et non|au lieu d[eu]|pas|no|en lugar de|en vez de|não|em vez de|değil|а не|вместо)\s+([^()]{2,40})\)?[\s.]*$/iu;

export function announcedIn(
  spoken: readonly Spoken[],
  bills: readonly Bill[],
  names: NamesOf,
): readonly Claim[] {
  const rows = bills.flatMap((bill) =>
    bill.rows.flatMap(({ label, words, amounts }) =>
      [...amounts.values()].map((figure) => ({
        label,
        words,
        figure,
        at: offsetIn(figure.passage, 0),
        under: bill.under,
      })),
    ),
  );
  return spoken.slice(0, mostLines).flatMap(({ passage, under }): readonly Claim[] => {
    const match = passage.text.length > longest ? null : instead.exec(passage.text);
    if (match === null) return [];
    const [kept, dropped] = [names(match[1] ?? ''), names(match[2] ?? '')];
    if (kept.length === 0 || dropped.length === 0 || dropped.length > 2) return [];
    const at = offsetIn(passage, 0);
    const isKept = (words: readonly string[]): boolean => words.some((w) => kept.includes(w));
    // what was dropped, under one name with something that is kept: `Cirrus Business`
    const before = rows.filter((r) => r.at < at && isPart(dropped, r.words) && isKept(r.words));
    const after = rows.filter(
      (r) =>
        r.at > at && isIn(r.under, under) && isKept(r.words) && !r.words.some((w) => dropped.includes(w)),
    );
    return after.flatMap(({ figure, words }): readonly Claim[] => {
      const same = before.find(
        (b) =>
          figure.high > 0 &&
          b.figure.high === figure.high &&
          currencyOf(b.figure) === currencyOf(figure) &&
          b.words.some((w) => words.includes(w)),
      );
      return same === undefined
        ? []
        : [
            comparedClaim({
              kind: 'repeated',
              stated: figure,
              other: same.figure,
              fits: false,
              message: `${said(figure)} is still the amount of “${same.label}”, which is said not to be used`,
              confidence: 0.74,
            }),
          ];
    });
  });
}

const longest = 160;
/** Each announcement is held against every row. */
const mostLines = 5000;

function isIn(heading: Heading | undefined, section: Heading | undefined): boolean {
  for (let h = heading; h !== undefined; h = h.above) if (h.passage === section?.passage) return true;
  return false;
}
