// A change that is announced and did not reach the bill: `Use the free tier (not Business)` above a table whose row still costs what
// the row for Business did before, and `Drop the backups` above a table that still has them in a row.

import { offsetIn } from '../../passage.ts';
import { said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import { currencyOf } from '../content/ledger.ts';
import { isPart, type NamesOf } from '../content/names.ts';
import { comparedClaim, recomputedClaim } from '../content/recomputed.ts';
import type { Spoken } from '../content/spoken.ts';
import type { Bill } from '../sections/named-parts.ts';

const instead =
  /^[^\p{L}]*(?:use|switch to|move to|replace|downgrade to|take|nutzen|verwenden|wechsel\p{L}* (?:zu|auf)|utiliser|passer à|usar|cambiar a|utilizar|mudar para|kullan\p{L}*|использовать|перейти на)\s+(.{3,60}?)[\s(,]+(?:not|instead of|rather than|no longer|nicht(?: mehr)?|statt|anstatt|et non|au lieu d[eu]|pas|no|en lugar de|en vez de|não|em vez de|değil|а не|вместо)\s+([^()]{2,40})\)?[\s.]*$/iu;

/** `Drop the backups`, `Self-host mail on our racks` */
const without =
  /^[^\p{L}]*(?:drop|remove|cancel|eliminate|get rid of|stop paying for|self-host|streichen|kündigen|entfernen|abschaffen|supprimer|résilier|auto-héberger|eliminar|quitar|cancelar|autoalojar|remover|auto-hospedar|убрать|отменить|отказаться от)\s+(.{3,40}?)(?:\s+(?:on|onto|from|by|with|in|entirely|completely|auf|aus|ganz|sur|dans|en|em|no|na|на|из)(?:\s.*)?)?[\s.]*$/iu;

interface Row {
  readonly label: string;
  readonly words: readonly string[];
  readonly figure: Figure;
  readonly at: number;
  readonly under: Heading | undefined;
}

export function announcedIn(
  spoken: readonly Spoken[],
  bills: readonly Bill[],
  names: NamesOf,
): readonly Claim[] {
  const rows = bills.flatMap((bill) =>
    bill.rows.flatMap(({ label, words, amounts }) =>
      [...amounts.values()].map(
        (figure): Row => ({ label, words, figure, at: offsetIn(figure.passage, 0), under: bill.under }),
      ),
    ),
  );
  if (rows.length > mostRows) return [];
  return spoken.slice(0, mostLines).flatMap(({ passage, under }): readonly Claim[] => {
    if (passage.text.length > longest) return [];
    const replaced = instead.exec(passage.text);
    const gone = replaced === null ? without.exec(passage.text)?.[1] : undefined;
    if (replaced === null && gone === undefined) return [];
    const at = offsetIn(passage, 0);
    const before = rows.filter((r) => r.at < at);
    const after = rows.filter((r) => r.at > at && r.figure.high > 0 && isIn(r.under, under));
    return gone === undefined
      ? stillPaid(names(replaced?.[1] ?? ''), names(replaced?.[2] ?? ''), before, after)
      : stillThere(names(gone), before, after);
  });
}

/** Rows of what is kept at the price of what it is to replace: `Cirrus Business`. */
function stillPaid(
  kept: readonly string[],
  dropped: readonly string[],
  before: readonly Row[],
  after: readonly Row[],
): readonly Claim[] {
  if (kept.length === 0 || dropped.length === 0 || dropped.length > 2) return [];
  const isKept = ({ words }: Row): boolean => words.some((w) => kept.includes(w));
  // under one name with something that is kept
  const old = before.filter((r) => isPart(dropped, r.words) && isKept(r));
  return after
    .filter((r) => isKept(r) && !r.words.some((w) => dropped.includes(w)))
    .flatMap((row) => {
      const same = old.find((b) => isSameAmount(b, row) && b.words.some((w) => row.words.includes(w)));
      return same === undefined ? [] : [keptClaim(row, same)];
    });
}

/** Rows that cost what they did with it: its own, or one for it and something else (`Mail/backups`). */
function stillThere(
  dropped: readonly string[],
  before: readonly Row[],
  after: readonly Row[],
): readonly Claim[] {
  if (dropped.length === 0 || dropped.length > 2) return [];
  const old = before.filter((b) => isPart(dropped, b.words) && b.figure.high > 0);
  return after
    .filter((r) => isPart(dropped, r.words))
    .flatMap((row) => {
      const rest = row.words.filter((w) => !dropped.includes(w));
      const beside = before.filter((b) => !isPart(dropped, b.words) && b.words.some((w) => rest.includes(w)));
      const same = old.find(
        (b) =>
          isSameAmount(b, row) ||
          (rest.length === 1 &&
            beside.some(
              (c) =>
                c.figure.high + b.figure.high === row.figure.high &&
                currencyOf(c.figure) === currencyOf(row.figure),
            )),
      );
      return same === undefined ? [] : [goneClaim(row, same)];
    });
}

function isSameAmount(a: Row, b: Row): boolean {
  return a.figure.high === b.figure.high && currencyOf(a.figure) === currencyOf(b.figure);
}

function keptClaim({ figure }: Row, before: Row): Claim {
  return comparedClaim({
    kind: 'repeated',
    stated: figure,
    other: before.figure,
    fits: false,
    message: `${said(figure)} is still the amount of “${before.label}”, which is said not to be used`,
    confidence: 0.74,
  });
}

function goneClaim({ figure }: Row, before: Row): Claim {
  const rest = figure.high - before.figure.high;
  const recomputed = { low: rest, high: rest };
  return recomputedClaim({
    kind: 'repeated',
    stated: figure,
    operands: [before.figure],
    fits: false,
    recomputed,
    working: `${said(figure)} − ${said(before.figure)}`,
    message: `${said(figure)} still has the ${said(before.figure)} of “${before.label}” in it, which is said not to be used`,
    confidence: 0.74,
  });
}

const longest = 160;
/** Each announcement is held against every row. */
const mostLines = 5000;
const mostRows = 2000;

function isIn(heading: Heading | undefined, section: Heading | undefined): boolean {
  for (let h = heading; h !== undefined; h = h.above) if (h.passage === section?.passage) return true;
  return false;
}
