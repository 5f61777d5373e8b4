// What is said of one option in words, `100 agents: Hybrid (about $52K in year 1)`, against the tables that compare it with others
// for the same case. Said only where the option, the case and what is measured are all named, and the tables agree with each other.

import { spreadOf } from '../../figures/spread.ts';
import { periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { besideOption, type Comparison, namedIn, optionNamed } from '../content/comparisons.ts';
import type { FiguresOf } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { measureOf } from '../content/measures.ts';
import { isPart, type NamesOf } from '../content/names.ts';
import { comparedClaim } from '../content/recomputed.ts';
import { compareSizes, type Size, sizesIn, sizesOf } from '../content/sizes.ts';
import type { Spoken } from '../content/spoken.ts';
import { stageAt } from '../content/stages.ts';

/** Sentences about another case, a part, or an amount that is no cost. */
export const anotherCase =
  /(?<!\p{L})(?:if|with(?:out)?|when|unless|reserved|spot|commit\p{L}*|optimi[sz]\p{L}*|negotiat\p{L}*|discount\p{L}*|after|before|instead|plus|add\p{L}*|extra|could|would|might|alternativ\p{L}*|sav\p{L}*|premium|more|less|cheaper|lower|higher|than|vs|versus|from|per|each|only|excl\p{L}*|without|revenue|profit|margin|budget|upfront|setup|deposit|free|wenn|mit|ohne|nach|vor|statt|könnte|würde|spar\p{L}*|mehr|weniger|günstiger|als|pro|je|nur|rabatt|si|avec|sans|après|avant|économ\p{L}*|plus|moins|que|par|con|sin|después|antes|ahorr\p{L}*|más|menos|por|com|sem|depois|economi\p{L}*|mais|eğer|ile|sonra|önce|tasarruf|daha|если|с|без|после|до|эконом\p{L}*|больше|меньше)(?!\p{L})|如果|节省|节约|比|削減|より/iu;

/** Under this, one of the two is rounded. */
const leastApart = 0.01;

export function statementsIn(
  spoken: readonly Spoken[],
  comparisons: readonly Comparison[],
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly Claim[] {
  const cases = comparisons.filter((c) => c.measure !== '' && c.sizes.length > 0);
  if (cases.length === 0) return [];
  const stages = [...new Map(cases.flatMap((c) => c.sizes).map((s) => [s.name, s])).values()].filter(
    (s) => s.name !== undefined,
  );
  return spoken.flatMap((place): readonly Claim[] => {
    const { passage } = place;
    if (passage.text.length > longest || !/\d/.test(passage.text)) return [];
    const money = figuresOf(passage).filter((f) => !f.name && currencyOf(f) !== '');
    if (money.length === 0 || money.length > 4) return [];
    const own = caseOf(place, figuresOf);
    const stage = own.length > 0 ? [] : stageAt([passage.text, place.lead?.text], place.under, stages, names);
    const sizes = own.length > 0 ? own : stage;
    if (sizes.length === 0) return [];
    const words = subjectOf(
      place,
      money[0]?.start ?? 0,
      sizes,
      cases,
      names,
      sizesIn(passage, figuresOf).length > 0 || stageAt([passage.text], undefined, stages, names).length > 0,
    );
    if (words.length === 0 || anotherCase.test(passage.text) || /[×*+=÷→]/.test(passage.text)) return [];
    return money.flatMap((figure, i): readonly Claim[] => {
      const measure = measured(passage.text, figure, money[i - 1]?.end ?? 0, money[i + 1]?.start);
      const claim = measure === undefined ? undefined : held(figure, measure, words, sizes, cases);
      return claim === undefined ? [] : [claim];
    });
  });
}

const longest = 200;

/**
 * The option that an amount is of: named in front of it, or in the line or heading that leads to it. Whatever else is named
 * there, the amount may be of that.
 */
function subjectOf(
  { passage, lead, under }: Spoken,
  first: number,
  sizes: readonly Size[],
  cases: readonly Comparison[],
  names: NamesOf,
  isOwnCase: boolean,
): readonly string[] {
  const nouns = new Set(sizes.flatMap((s) => [...s.nouns, ...(s.name ?? '').split(' ')]));
  let found: readonly string[] = [];
  for (const text of [passage.text.slice(0, first), lead?.text, under?.passage.text]) {
    if (text === undefined) continue;
    const words = namedIn(text, cases, names);
    const rest = names(text).filter(
      (w) => !words.includes(w) && !nouns.has(w) && !besideOption.test(w) && !/^\d|^[a-z]$/.test(w),
    );
    if (rest.length > 0 || anotherCase.test(text)) return [];
    if (found.length === 0) found = words;
    // with its own case, the line stands for itself
    if (found.length > 0 && text === passage.text.slice(0, first) && isOwnCase) return found;
  }
  return found;
}

function caseOf({ passage, lead, under }: Spoken, figuresOf: FiguresOf): readonly Size[] {
  const own = sizesIn(passage, figuresOf);
  if (own.length > 0) return own;
  const led = lead === undefined ? [] : sizesIn(lead, figuresOf);
  return led.length > 0 ? led : sizesOf(under, figuresOf);
}

/** From its unit, the words behind it, or the label in front of it. */
function measured(text: string, figure: Figure, from: number, to: number | undefined): string | undefined {
  const behind =
    text
      .slice(figure.end - wordTaken(figure), Math.min(to ?? text.length, figure.end + 16))
      .split(/[,;().]/)[0] ?? '';
  const before =
    text
      .slice(Math.max(from, figure.start - 40), figure.start)
      .split(/[,;(]/)
      .at(-1) ?? '';
  const unit = periodOf(figure.unit);
  const word = measureOf(behind) ?? measureOf(before);
  if (unit === '') return word;
  return word === 'first year' && unit === 'year' ? word : `${unit} 1`;
}

/** `$52K Year 1` is read with the word behind it. */
function wordTaken({ passage, start, end }: Figure): number {
  return /\p{L}*$/u.exec(passage.text.slice(start, end))?.[0].length ?? 0;
}

function held(
  figure: Figure,
  measure: string,
  words: readonly string[],
  sizes: readonly Size[],
  cases: readonly Comparison[],
): Claim | undefined {
  if (figure.bound !== 'none') return undefined;
  const options = cases
    .filter(
      (c) =>
        c.measure === measure && c.currency === currencyOf(figure) && compareSizes(c.sizes, sizes) === 'same',
    )
    .flatMap((c) => {
      const option = optionNamed(c, words);
      return option === undefined ? [] : [option];
    });
  const right = options.find((o) => agrees(figure, o.figure));
  if (right !== undefined) return claimOf(figure, right.figure, right.label, true, 1);
  // a longer name in the table may be another option
  const own = options.filter((o) => isPart(o.words, words));
  const [first] = own;
  if (first === undefined || options.some((o) => !agrees(o.figure, first.figure))) return undefined;
  return claimOf(figure, first.figure, first.label, false, own.length > 1 ? 0.78 : 0.74);
}

function agrees(a: Figure, b: Figure): boolean {
  const near = Math.abs(a.high - b.high) <= leastApart * Math.max(Math.abs(a.high), Math.abs(b.high));
  const overlaps = a.low <= b.high && b.low <= a.high;
  return near || overlaps || fitOf(a, 'high', b.high, spreadOf(b, 'high')).fits;
}

function claimOf(stated: Figure, other: Figure, label: string, fits: boolean, confidence: number): Claim {
  return comparedClaim({
    kind: 'repeated',
    stated,
    other,
    fits,
    message: `the table says ${likeFigure(other, stated)} for ${label}, not ${said(stated)}`,
    confidence,
  });
}
