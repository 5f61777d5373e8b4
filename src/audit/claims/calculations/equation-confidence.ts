// How sure it is that a calculation means what was read of it.

import { hasCurrency } from '../../../quantity/unit.ts';
import type { Figure } from '../../types.ts';
import type { Side } from './expression.ts';
import { countedIn } from './same-kind.ts';
import { isNet } from './unsaid-factors.ts';
import { unitOf } from './value.ts';

const redundant = /raid|mirror|usable|redundan|effective|replica|spiegel|nutzbar|utile|efectiv|冗余|可用/iu;

const freePart =
  /(?<!\p{L})(?:first|free tier|free|included?|ersten|inklusive|frei|gratuits?|premiers?|inclus|primer[oa]s|incluid[oa]s?|primeir[oa]s|gratis|grátis|ücretsiz|ilk)(?!\p{L}|\s+(?:year|month|jahr|monat|ann[ée]e|mois|año|mes|ano|mês|yıl|ay)\p{L}{0,2}(?!\p{L}))|免费|無料|最初|бесплатн|перв\p{L}*(?!\p{L}|\s+(?:год|месяц))/iu;

export function confidenceOf(left: Side, stated: Figure, explained: boolean, off: number): number {
  let confidence = left.operators === 0 ? 0.85 : 0.95;
  // two disks that mirror each other are one
  if (hasData(stated) && redundant.test(stated.passage.text)) confidence -= 0.5;
  // part of the use costs nothing
  if (freePart.test(stated.passage.text.replace(/audit-ok:.*/u, ''))) confidence -= 0.3;
  const loose = stated.about || left.figures.some((f) => f.about);
  if (loose && off < 0.1) confidence -= 0.4;
  if (isNet(left, stated)) confidence -= 0.4;
  return Math.max(0.1, confidence - doubtOf(left, stated, explained, off) * (off < nearby ? mostlyMeant : 1));
}

/** What comes this near was hardly reckoned from anything else, whatever its units say. */
const nearby = 0.05;
const mostlyMeant = 0.4;
const mostUneven = 0.5;

/** How likely it is that something else than these figures was reckoned with. */
function doubtOf(left: Side, stated: Figure, explained: boolean, off: number): number {
  let doubt = 0;
  if (left.words > 3) doubt += 0.15;
  const ranges = left.figures.filter((f) => f.low < f.high).length;
  if (stated.low < stated.high !== ranges > 0) doubt += 0.35;
  // money over money is a share
  const moneyIn = unitOf(left.expression)?.factors.some((u) => u.atom.kind === 'currency') === true;
  const moneyOut = hasCurrency(stated.unit);
  // what is multiplied has no price and the result has, or the reverse: something was left out
  const bare = moneyIn
    ? stated.unit.factors.length === 0
    : left.figures.every((f) => f.unit.factors.length === 0);
  // so many by the day are not the same every day
  if (left.operators === 0 && countedIn(stated) !== undefined && off > mostUneven) doubt += 0.5;
  if (moneyIn !== moneyOut) return doubt + (bare && left.operators > 0 ? 0.25 : 0.5);
  return explained ? doubt : doubt + 0.1;
}

export function hasData(figure: Figure): boolean {
  return figure.unit.factors.some((u) => u.atom.kind === 'data');
}
