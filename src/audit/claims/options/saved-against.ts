// `A saves $400/month over B`, `B is 40% more expensive than A`, `this saves $5K a year compared to B`: against the tables that have a
// row for both, and `A is 40% cheaper than B for compute` against the rows of that part in the sections of both. A saving is for
// the period that it names, or for any that the tables know; without a period, for any at all.

import { periodOf } from '../../judge/calendar.ts';
import { coarseStep } from '../../judge/compare.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import {
  besideOption,
  type Comparison,
  forCase,
  namedIn,
  type Option,
  optionNamed,
} from '../content/comparisons.ts';
import { type FiguresOf, isShare } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import type { NamesOf } from '../content/names.ts';
import type { PartComparison } from '../content/section-options.ts';
import { type Size, sizesIn } from '../content/sizes.ts';
import { type Spoken, sectionSizes } from '../content/spoken.ts';

const saves =
  /(?<!\p{L})(?:sav(?:es?|ing|ings)|cheaper|less(?: expensive)?|lower|spart|sparen|ersparnis|einsparung|günstiger|billiger|économise|économie|moins ch\p{L}+|ahorra|ahorro|más barat\p{L}+|economiza|economia|mais barat\p{L}+|tasarruf|daha ucuz|экономит|экономия|дешевле)(?!\p{L})|节省|便宜|節約/iu;
const against =
  /(?<!\p{L})(?:vs\.?|versus|compared (?:to|with)|over|than|relative to|against|gegenüber|im vergleich zu|als|par rapport à|que|frente a|comparado (?:con|a|com)|do que|göre|по сравнению с|чем)\s+/iu;
/** `A over B: 40% cheaper` says by the first words which of them is. */
const before =
  /(?<!\p{L})(?:over|instead of|rather than|statt|anstatt|anstelle von|plutôt que|au lieu d[eu]|en lugar de|en vez de|em vez de|ao invés de|вместо)\s+/iu;
const cheaper =
  /(?<!\p{L})(?:cheaper|less(?: expensive)?|lower|günstiger|billiger|moins ch\p{L}+|más barat\p{L}+|mais barat\p{L}+|дешевле)(?!\p{L})/iu;
const ofPart = /(?<!\p{L})(?:for|on|in|bei|für|pour|sur|en|para|em|для|по)\s+([\p{L}\s]{3,24})[\s.*_]*$/iu;
const clauseEnd = /[.,;:()–—]|\s-\s| and | und | et | y | e | ve | и /;
const hedged =
  /(?<!\p{L})(?:if|could|would|may|might|when|once|only for|hosting for|reserved|spot|commit\p{L}*|wenn|könnte|bei|si|podría|se|poderia|eğer|если)(?!\p{L})|如果|もし/iu;
export const recommends =
  /^[^\p{L}]*(?:start with|go with|choose|use|pick|recommend\p{L}*|we recommend|our (?:choice|pick)|deploy on|stay (?:on|with)|move to|switch to|empfehlung|wir empfehlen|nehmen sie|recommandation|nous recommandons|choisir|recomendación|recomendamos|elegir|recomendação|escolher|öneri|önerimiz|рекоменду\p{L}*|выбираем)(?!\p{L})/iu;

export function savedAgainst(
  spoken: readonly Spoken[],
  comparisons: readonly Comparison[],
  parts: readonly PartComparison[],
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly Claim[] {
  const known = [...comparisons, ...parts.map((p) => p.comparison)];
  if (known.length === 0) return [];
  const claims: Claim[] = [];
  let chosen: readonly string[] = [];
  let section: Spoken['under'];
  const cases = sectionSizes(spoken, figuresOf);
  for (const place of spoken) {
    const { passage, under } = place;
    if (under !== section) {
      chosen = [];
      section = under;
    }
    if (place.kind === 'heading' || passage.text.length > longest) continue;
    const own = sizesIn(passage, figuresOf);
    const sizes = own.length > 0 ? own : (cases.get(under) ?? []);
    const said = savingIn(place, chosen, sizes, known, names, figuresOf);
    if (said !== undefined) {
      const held =
        said.part.length === 0
          ? comparisons
          : parts.filter((p) => p.part.join(' ') === said.part.join(' ')).map((p) => p.comparison);
      const claim = judged(said.stated, pairsIn(said, forCase(held, sizes)));
      if (claim !== undefined) claims.push(claim);
    }
    // the first that is chosen is what `this` means
    if (chosen.length === 0 && recommends.test(passage.text))
      chosen = namedIn(passage.text.split(/[(,;:]/)[0] ?? '', known, names);
  }
  return claims;
}

const longest = 240;

interface Saving {
  readonly stated: Figure;
  readonly subject: readonly string[];
  readonly rivals: readonly (readonly string[])[];
  /** What of them is compared; empty for all of it. */
  readonly part: readonly string[];
}

function savingIn(
  { passage }: Spoken,
  chosen: readonly string[],
  sizes: readonly Size[],
  comparisons: readonly Comparison[],
  names: NamesOf,
  figuresOf: FiguresOf,
): Saving | undefined {
  const { text } = passage;
  const preferred = before.exec(text);
  const joint = against.exec(text) ?? preferred;
  if (joint === null || hedged.test(text)) return undefined;
  // `A against B: 40% saved` does not say which of them saves
  const isPreferred = preferred?.index === joint.index && cheaper.test(text.slice(joint.index));
  if (!isPreferred && !saves.test(text.slice(0, joint.index + 1))) return undefined;
  const figures = figuresOf(passage).filter(
    (f) => !f.name && (currencyOf(f) !== '' || isShare(f) || f.times),
  );
  const [stated] = figures;
  if (stated === undefined || figures.length !== 1 || stated.perCount !== 1) return undefined;
  if (stated.unit.factors.some((f) => f.atom.kind === 'count')) return undefined;
  const rest = text.slice(joint.index + joint[0].length);
  const behind = rest.slice(0, 40).split(clauseEnd)[0] ?? '';
  const rivals = behind.split('/').map((name) => namedIn(name, comparisons, names));
  const front = text.slice(0, Math.min(joint.index, stated.start));
  const own = namedIn(front, comparisons, names);
  const isThis = /^[^\p{L}]*(?:this|it|that|das|dies(?:es)?|cela|ceci|esto|isso|isto|bu|это)(?!\p{L})/iu.test(
    text,
  );
  const subject = own.length > 0 ? own : isThis ? chosen : [];
  if (subject.length === 0 || rivals.some((r) => r.length === 0 || r.join(' ') === subject.join(' ')))
    return undefined;
  // `Cirrus disk rates are 20% cheaper` is not about all of it
  const nouns = sizes.flatMap((size) => size.nouns);
  const clause = text.slice(stated.end).split(clauseEnd)[0] ?? '';
  const part = names(`${front} ${ofPart.exec(clause)?.[1] ?? ''}`).filter(
    (w) =>
      !own.includes(w) &&
      !nouns.includes(w) &&
      !besideOption.test(w) &&
      !saves.test(w) &&
      !/^\d|^[a-z]$/.test(w),
  );
  return { stated, subject, rivals, part };
}

function pairsIn({ subject, rivals }: Saving, comparisons: readonly Comparison[]): readonly Pair[] {
  return comparisons.flatMap((comparison) =>
    rivals.flatMap((rival) => {
      const [a, b] = [optionNamed(comparison, subject), optionNamed(comparison, rival)];
      return a === undefined || b === undefined || a === b ? [] : [{ a, b, comparison }];
    }),
  );
}

interface Pair {
  readonly a: Option;
  readonly b: Option;
  readonly comparison: Comparison;
}

/** How far a difference may be off: in round words, and to the last digit. */
const rounded = 0.1;
const exact = 0.02;

function roomOf(stated: Figure): number {
  const coarse = stated.about || stated.bound !== 'none' || stated.low < stated.high || stated.times;
  // `40%` is a round word, `43%` is not
  const isRound = isShare(stated)
    ? stated.high % 5 === 0
    : coarseStep(stated.high, stated.step) > 0.005 * stated.high;
  return coarse || isRound ? rounded : exact;
}

function judged(stated: Figure, pairs: readonly Pair[]): Claim | undefined {
  const values = pairs.flatMap((pair) => valuesOf(stated, pair).map((value) => ({ pair, value })));
  const [first] = values;
  if (first === undefined) return undefined;
  const room = roomOf(stated);
  const fits = (value: number): boolean => {
    const size = Math.max(Math.abs(value), stated.step);
    const low = value >= stated.low - room * size - stated.step;
    const high = value <= stated.high + room * size + stated.step;
    return stated.bound === 'least' ? low : stated.bound === 'most' ? high : low && high;
  };
  const right = values.find(({ value }) => fits(value));
  // the nearest is the one that may have been meant; a share is of the dearer
  const meant = isShare(stated) ? pairs.flatMap((pair) => firstOf(pair, valuesOf(stated, pair))) : values;
  const near = meant.reduce(
    (x, y) => (Math.abs(y.value - stated.high) < Math.abs(x.value - stated.high) ? y : x),
    first,
  );
  const { pair, value } = right ?? near;
  if (right === undefined && values.some((v) => fits(-v.value))) return undefined;
  const working = `${said(pair.b.figure)} ${stated.times ? '/' : '−'} ${said(pair.a.figure)}`;
  const recomputed = { low: value, high: value };
  return {
    kind: stated.times ? 'ratio' : 'saving',
    stated,
    operands: [pair.a.figure, pair.b.figure],
    verdict: right === undefined ? 'wrong' : 'right',
    recomputed,
    working,
    message:
      right === undefined
        ? `${pair.a.label} against ${pair.b.label} is ${working}, so ${likeFigure(recomputed, stated)} and not ${said(stated)}`
        : '',
    confidence: right === undefined ? 0.74 : 1,
    flips: right === undefined && value < 0,
  };
}

function firstOf(pair: Pair, [value]: readonly number[]): { readonly pair: Pair; readonly value: number }[] {
  return value === undefined ? [] : [{ pair, value }];
}

/** What the pair gives: a share of the dearer (or of the cheaper), or a difference in the period that is named. */
function valuesOf(stated: Figure, { a, b, comparison }: Pair): readonly number[] {
  const difference = b.figure.high - a.figure.high;
  if (stated.times)
    return a.figure.high > 0 ? [b.figure.high / a.figure.high, b.figure.high / a.figure.high - 1] : [];
  if (isShare(stated)) {
    if (b.figure.high <= 0 || a.figure.high <= 0) return [];
    return [(100 * difference) / b.figure.high, (100 * difference) / a.figure.high];
  }
  if (currencyOf(stated) !== comparison.currency) return [];
  const period = periodOf(stated.unit);
  const [unit = '', count = '1'] = comparison.measure.replace('first year', 'year 1').split(' ');
  const months = (unit === 'year' ? 12 : unit === 'month' ? 1 : 0) * Number(count);
  if (months === 0) return period === '' ? [difference] : [];
  if (period === 'month') return [difference / months];
  if (period === 'year') return [(difference / months) * 12];
  return period === '' ? [difference, (difference / months) * 12, difference / months] : [];
}
