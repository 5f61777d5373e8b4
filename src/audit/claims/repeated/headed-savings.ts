// What is said to be saved, in a heading or at the beginning of a document, against what is reckoned below: `### Caching (90% savings)`
// and in its section `Savings: 77%`; `84% cost savings` in the summary, and `Total savings: $10,511 (86%)`.

import { said } from '../../print.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import { type FiguresOf, isShare } from '../content/grid.ts';
import type { Entry } from '../content/ledger.ts';
import { comparedClaim } from '../content/recomputed.ts';
import type { Spoken } from '../content/spoken.ts';
import { roles } from '../lists/roles.ts';
import { isSummary } from './summary.ts';

const longest = 140;
/** In percentage points: what is rounded, and what is estimated. */
const room = 1;
const roomAbout = 5;
/** A summary that is further off is of something else. */
const mostOff = 8;

const saving =
  /(?<!\p{L})(?:sav(?:ings?|es?|ed)|reduction|cheaper|less|lower|ersparnis|einsparung|günstiger|billiger|économies?|réduction|ahorros?|reducción|economia|redução|tasarruf|экономи[яи])(?!\p{L})|节省|节约|削減/iu;
const overall =
  /(?<!\p{L})(?:total|overall|combined|gesamt\p{L}*|globale?|toplam|общ\p{L}*)(?!\p{L})|总|合計/iu;
/** Right behind the percentage of a summary: `84% cost savings`. */
const behind =
  /^[\s*_]*(?:(?:total|overall|cost|kosten)[\s-]*)*(?:savings?|reduction|cheaper|ersparnis|einsparung|günstiger|d['’]économies?|de ahorro|de economia|tasarruf)(?!\p{L})/iu;
const ofPart =
  /(?<!\p{L})(?:up to|on|for|of|per|vs|versus|than|compared|additional|if|when|could|bis zu|bei|auf|für|als|jusqu\p{L}*|sur|pour|hasta|en|para|até|em|por|için|до|на|при)(?!\p{L})/iu;

export interface Said {
  readonly spoken: readonly Spoken[];
  readonly entries: readonly (Entry | undefined)[];
  /** What was reckoned before, and came out. */
  readonly confirmed: Pick<ReadonlySet<Figure>, 'has'>;
}

export function headedSavingsIn(
  { spoken, entries, confirmed }: Said,
  figuresOf: FiguresOf,
): readonly Claim[] {
  const lines = entries.flatMap((e) => (e === undefined ? [] : shareOf(e, confirmed)));
  if (lines.length === 0) return [];
  const bySection = new Map<Passage | undefined, Line[]>();
  for (const line of lines) {
    const own = bySection.get(line.under);
    if (own === undefined) bySection.set(line.under, [line]);
    else own.push(line);
  }
  const totals = lines.filter((l) => overall.test(l.label) && confirmed.has(l.figure));
  const total = isOne(totals) ? totals[0] : undefined;
  const first = spoken.find((s) => s.kind !== 'heading')?.under?.passage;
  return spoken.flatMap(({ passage, kind, under }): readonly Claim[] => {
    const { text } = passage;
    if (text.length > longest || !/\d\s*%|%\s*\d/.test(text) || kind === 'code') return [];
    const [stated, ...more] = figuresOf(passage).filter((f) => !f.name && isShare(f));
    if (stated === undefined || more.length > 0 || stated.bound !== 'none') return [];
    if (kind === 'heading') {
      const own = bySection.get(passage) ?? [];
      const [only] = own;
      return only !== undefined && isOne(own) && isBracketed(text, stated)
        ? [claimOf(stated, only.figure)]
        : [];
    }
    const isShort = under?.passage === first || isSummary(under);
    if (total === undefined || !isShort || stated.low < stated.high || stated.about) return [];
    const rest = text.slice(stated.end);
    if (!behind.test(rest) || ofPart.test(`${text.slice(0, stated.start)} ${rest.slice(0, 40)}`)) return [];
    const off = Math.abs(stated.high - total.figure.high);
    return off > mostOff ? [] : [claimOf(stated, total.figure)];
  });
}

interface Line {
  readonly figure: Figure;
  readonly label: string;
  readonly under: Passage | undefined;
}

/** `Savings: 77% (from $352 to $81)`, `Savings: $40 (40%)`. */
function shareOf(
  { label, figures, under, passage }: Entry,
  confirmed: Pick<ReadonlySet<Figure>, 'has'>,
): readonly Line[] {
  const name = label.replace(/^[^\p{L}\p{N}]+/u, '');
  const [figure, ...more] = figures.filter(isShare);
  if (figure === undefined || more.length > 0 || !roles.saving.test(name)) return [];
  if (!confirmed.has(figure) || figure.low < figure.high || isOfPart(passage.text.slice(figure.end)))
    return [];
  return [{ figure, label: name, under: under?.passage }];
}

/** Not what stands in parentheses: `77% (from $352 to $81 per call)`. */
function isOfPart(text: string): boolean {
  return ofPart.test(text.replace(/[(（][^()（）]*[)）]/g, ' '));
}

function isOne(lines: readonly Line[]): boolean {
  const values = lines.map((l) => l.figure.high);
  return values.length > 0 && Math.max(...values) - Math.min(...values) <= room;
}

/** `Caching (90% savings)`, `Caching: saves ~90%`: of all that the section is about. */
function isBracketed(text: string, { start, end }: Figure): boolean {
  const from = Math.max(
    text.lastIndexOf('(', start),
    text.lastIndexOf('（', start),
    text.lastIndexOf(':', start),
  );
  if (from === -1) return false;
  const own = text.slice(from + 1).split(/[)）]/)[0] ?? '';
  return saving.test(own) && !ofPart.test(own) && end > from;
}

function claimOf(stated: Figure, other: Figure): Claim {
  const wide = stated.about || stated.low < stated.high ? roomAbout : room;
  const fits = other.high >= stated.low - wide && other.high <= stated.high + wide;
  return comparedClaim({
    kind: 'repeated',
    stated,
    other,
    fits,
    message: `what is reckoned below saves ${said(other)}, not ${said(stated)}`,
    confidence: 0.72,
  });
}
