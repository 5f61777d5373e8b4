// A sum that takes one end of a range for the whole of it: `| Testing | $3,000–5,000 |`, and below it `$2,400 + $3,000 (testing) = $5,400`.

import { pushTo } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import type { Fact } from '../content/facts.ts';
import type { FiguresOf } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import type { Spoken } from '../content/spoken.ts';

const longest = 240;
/** Of a section. */
const mostFacts = 200;
/** It is said which end is taken, or that neither is. */
const says =
  /(?<!\p{L})(?:at least|minimum|min|low(?:er|est)?|starting|from|up to|max(?:imum)?|worst|best|avg|average|mean|mid\p{L}*|typical|durchschnitt\p{L}*|mittel\p{L}*|moyenne|promedio|média|ortalama|средн\p{L}*|mindestens|ab|bis|minimal|au moins|jusqu|mínimo|desde|hasta|máximo|até|en az|en fazla|минимум|от|до)(?!\p{L})/iu;

export function oneEndsIn(
  spoken: readonly Spoken[],
  facts: readonly Fact[],
  figuresOf: FiguresOf,
): readonly Claim[] {
  const bySection = new Map<Heading | undefined, Fact[]>();
  for (const fact of facts) pushTo(bySection, fact.under, fact);
  return spoken.flatMap(({ passage, kind, under }): readonly Claim[] => {
    const { text } = passage;
    if (kind === 'heading' || text.length > longest || !/\+[^=]*=/.test(text) || says.test(text)) return [];
    const own = bySection.get(under) ?? [];
    if (own.length > mostFacts || !own.some((f) => isRange(f.figure))) return [];
    const figures = figuresOf(passage).filter((f) => !f.name && currencyOf(f) !== '');
    const stated = figures.at(-1);
    const parts = figures.slice(0, -1);
    if (stated === undefined || parts.length < 2 || !isSum(text, parts, stated)) return [];
    const claims = parts.flatMap((part) => {
      const range = isExact(part) ? rangeOf(part, own) : undefined;
      return range === undefined ? [] : [claimOf(stated, parts, part, range)];
    });
    return claims.length === 1 ? claims : [];
  });
}

function isRange({ low, high, bound }: Figure): boolean {
  return low < high && bound === 'none';
}

function isExact({ low, high, bound, about }: Figure): boolean {
  return low === high && bound === 'none' && !about;
}

/** Parts with nothing but plus signs and words between, behind them an equals sign, and it comes out. */
function isSum(text: string, parts: readonly Figure[], stated: Figure): boolean {
  const isJoined = parts.every((part, i) => {
    const next = parts[i + 1] ?? stated;
    const between = text.slice(part.end, next.start);
    return i + 1 < parts.length
      ? /^[^=×*÷]*\+[^=×*÷\d]*$/.test(between)
      : /^[^+×*÷\d]*=[\s*_~]*$/.test(between);
  });
  const sum = parts.reduce((n, p) => n + p.high, 0);
  const areSingle = parts.every((p) => p.low === p.high && p.bound === 'none');
  return isJoined && areSingle && isExact(stated) && Math.abs(sum - stated.high) < stated.step / 2 + 1e-9;
}

/** The range that the part is an end of, where no other amount of the section is the part. */
function rangeOf(part: Figure, section: readonly Fact[]): Figure | undefined {
  const same = section.filter(
    ({ figure, currency }) =>
      figure !== part &&
      currency === currencyOf(part) &&
      (figure.low === part.low || figure.high === part.high),
  );
  const [only] = same;
  return same.length === 1 && only !== undefined && isRange(only.figure) ? only.figure : undefined;
}

function claimOf(stated: Figure, parts: readonly Figure[], part: Figure, range: Figure): Claim {
  const rest = parts.filter((p) => p !== part).reduce((n, p) => n + p.high, 0);
  const recomputed = { low: rest + range.low, high: rest + range.high };
  return recomputedClaim({
    kind: 'total',
    stated,
    operands: [...parts.filter((p) => p !== part), range],
    fits: false,
    recomputed,
    working: parts.map((p) => said(p === part ? range : p)).join(' + '),
    message: `${said(part)} is one end of ${said(range)}: it is ${likeFigure(recomputed, stated)}`,
    confidence: 0.72,
  });
}
