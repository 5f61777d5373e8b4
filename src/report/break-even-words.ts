// A break-even in words: who is the cheaper up to where, and what happens at each crossing.

import type { BreakEven } from '../analysis/break-even.ts';
import type { Contest, Crossing, LimitAlong } from '../analysis/contest.ts';
import type { Smaller } from '../analysis/duel.ts';
import type { Coordinate } from '../analysis/figures.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { unitText } from '../quantity/unit.ts';
import { caseText, figureText } from './amounts.ts';
import { andList } from './words.ts';

export interface BreakEvenAnswer {
  readonly breakEven: BreakEven;
  /** What is compared: `total`; undefined where the sides are formulas themselves. */
  readonly metric: string | undefined;
  /** Where the axes stand that are the same on both sides. */
  readonly at: readonly Coordinate[];
}

/** Changes beyond these are counted. */
const mostNamed = 4;

/** The plan's total is a cost; of another figure nobody knows whether less is better. */
export function lowerWord({ metric }: BreakEvenAnswer): string {
  return metric === 'total' ? 'cheaper' : 'lower';
}

export function inputText(x: number, { input }: BreakEven): string {
  return printQuantity(x, input.unit);
}

export function differenceText(x: number, { unit }: BreakEven): string {
  const size = Math.abs(x);
  return figureText({ low: size, mid: size, high: size, unit });
}

/** `total in EUR/month · users from 100 users to 10,000 users, now 1,000 users · stage=start` */
export function questionParts(answer: BreakEvenAnswer): readonly string[] {
  const { breakEven, metric, at } = answer;
  const { input, span, now, unit } = breakEven;
  const measured = unitText(unit, true) || 'pure numbers';
  const range = figureText({
    low: span.from,
    mid: (span.from + span.to) / 2,
    high: span.to,
    unit: input.unit,
  });
  const today = andList([...new Set(now.map((n) => figureText({ ...n, unit: input.unit })))]);
  return [
    metric === undefined ? `in ${measured}` : `${metric} in ${measured}`,
    `${input.label} from ${range.replace('–', ' to ')}, now ${today}`,
    caseText(at),
  ].filter((part) => part !== '');
}

function who(smaller: Smaller, { sides }: BreakEven): string {
  if (smaller === 'equal') return 'the same';
  if (smaller === 'unknown') return 'unknown';
  return sides[smaller === 'first' ? 0 : 1].label;
}

/** The answer in a line: `cheaper: a VPS up to 7,500 users, then a PaaS`. */
export function contestText(contest: Contest, answer: BreakEvenAnswer): string {
  const { breakEven } = answer;
  const word = lowerWord(answer);
  if (contest.throughout === 'equal') return 'the same throughout';
  if (contest.throughout === 'unknown') return 'unknown throughout';
  if (contest.throughout !== undefined) return `${who(contest.throughout, breakEven)} is ${word} throughout`;
  const parts = contest.stretches.slice(0, mostNamed).map(({ smaller }, i) => {
    const crossing = contest.crossings[i];
    return crossing === undefined
      ? `then ${who(smaller, breakEven)}`
      : `${who(smaller, breakEven)} ${upTo(crossing, breakEven)}`;
  });
  const more = contest.crossings.length - mostNamed;
  return `${word}: ${[...parts, ...(more >= 0 ? [`and ${more + 1} more changes`] : [])].join(', ')}`;
}

/** Where the stretch before a crossing ends. */
function upTo(crossing: Crossing, breakEven: BreakEven): string {
  const { firstWhole, value, at, after } = crossing;
  if (firstWhole !== undefined) return `up to ${inputText(firstWhole - 1, breakEven)}`;
  return `${at === after ? 'below' : 'up to'} ${inputText(value, breakEven)}`;
}

/** Where the stretch after a crossing begins. */
function fromOn(crossing: Crossing, breakEven: BreakEven): string {
  const { firstWhole, value, at, after } = crossing;
  if (firstWhole !== undefined) return `from ${inputText(firstWhole, breakEven)} on`;
  return at === after ? `from ${inputText(value, breakEven)} on` : `above ${inputText(value, breakEven)}`;
}

/** `At 7,500 users the two meet, at 40.00 USD/month; from 7,501 users on a PaaS is cheaper.` */
export function crossingText(crossing: Crossing, answer: BreakEvenAnswer): string {
  const { breakEven } = answer;
  const { after, kind } = crossing;
  const then = {
    first: `${who('first', breakEven)} is ${lowerWord(answer)}`,
    second: `${who('second', breakEven)} is ${lowerWord(answer)}`,
    equal: 'the two are the same',
    unknown: isAre(unknownSides(crossing, breakEven, 'above'), 'unknown'),
  }[after];
  const since = `${fromOn(crossing, breakEven)} ${then}`;
  if (kind !== 'unknown')
    return `At ${inputText(crossing.value, breakEven)} ${eventText(crossing, breakEven)}; ${since}.`;
  const known = isAre(unknownSides(crossing, breakEven, 'below'), 'known');
  const sentence = after === 'unknown' ? since : `${fromOn(crossing, breakEven)} ${known}, and ${then}`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function isAre(names: readonly string[], what: string): string {
  return `${andList(names)} ${names.length === 1 ? 'is' : 'are'} ${what}`;
}

function eventText(crossing: Crossing, { sides, unit }: BreakEven): string {
  const { below, above, leaps, before, after, kind } = crossing;
  const money = (x: number): string => figureText({ low: x, mid: x, high: x, unit });
  if (kind === 'meeting') {
    if (after === 'equal') return `the two become the same, ${money(above.first)}`;
    return before === 'equal'
      ? `the two part, from ${money(below.first)}`
      : `the two meet, at ${money(above.first)}`;
  }
  const jumps = leaps.map((side) => {
    const { label } = sides[side === 'first' ? 0 : 1];
    return `${label} jumps from ${money(below[side])} to ${money(above[side])}`;
  });
  const other = leaps[0] === 'first' ? 'second' : 'first';
  const beside = `${sides[other === 'first' ? 0 : 1].label} is at ${money(above[other])}`;
  return leaps.length === 1 ? `${andList(jumps)} while ${beside}` : andList(jumps);
}

function unknownSides(crossing: Crossing, { sides }: BreakEven, where: 'below' | 'above'): readonly string[] {
  const { first, second } = crossing[where];
  return [
    ...(Number.isNaN(first) ? [sides[0].label] : []),
    ...(Number.isNaN(second) ? [sides[1].label] : []),
  ];
}

/** What stands around the crossings: today, limits, the ends of ranges, why something is unknown, what the search could not do. */
export function remarks(answer: BreakEvenAnswer): readonly string[] {
  const { breakEven } = answer;
  const { today, follows, followed, input, ends, middle, unknown } = breakEven;
  const lines: string[] = [];
  if (!follows.includes(true)) {
    const names = followed.slice(0, 6).map((name) => `\`${name}\``);
    const instead = names.length === 0 ? 'no input' : andList(names);
    lines.push(`neither of the two follows \`${input.name}\`; what they do follow: ${instead}`);
  }
  if (today !== undefined && (today.smaller === 'first' || today.smaller === 'second')) {
    const by = differenceText(today.difference, breakEven);
    const here = inputText(today.value, breakEven);
    lines.push(`now (${here}): ${who(today.smaller, breakEven)} is ${lowerWord(answer)} by ${by}`);
  }
  const broken = breakEven.limits.map((limits) => limitTexts(limits, breakEven));
  lines.push(...perSide(broken, breakEven, 'breaks a limit', 'both break a limit', ' '));
  if (ends !== undefined) {
    const [low, high] = [contestText(ends.low, answer), contestText(ends.high, answer)];
    if (low === high) lines.push(`with every range at its low and at its high end: ${low}`);
    else lines.push(`with every range at its low end: ${low}`, `with every range at its high end: ${high}`);
  }
  const reasons = unknown.map((all) => (all.length === 0 ? [] : [andList(all)]));
  lines.push(...perSide(reasons, breakEven, 'is unknown', 'both are unknown', ': '));
  return [...lines, ...searchRemarks(middle, breakEven)];
}

/** What is to be said of one side, or of both at once. */
function perSide(
  texts: readonly (readonly string[])[],
  { sides }: BreakEven,
  one: string,
  two: string,
  joint: string,
): readonly string[] {
  const [first = [], second = []] = texts;
  const both = first.filter((text) => second.includes(text));
  const own = (all: readonly string[], label: string): readonly string[] =>
    all.filter((text) => !both.includes(text)).map((text) => `${label} ${one}${joint}${text}`);
  return [
    ...both.map((text) => `${two}${joint}${text}`),
    ...own(first, sides[0].label),
    ...own(second, sides[1].label),
  ];
}

/** `above 5,000 users: memory` */
function limitTexts(limits: readonly LimitAlong[], breakEven: BreakEven): readonly string[] {
  const where = new Map<string, string[]>();
  for (const { label, stretches } of limits) {
    const parts = stretches.flatMap(({ state, from, to, open }, i) => {
      if (state !== 'broken') return [];
      const end = i === stretches.length - 1 ? '' : ` up to ${inputText(to, breakEven)}`;
      return [
        i === 0
          ? end.trim() || 'throughout'
          : `${open ? 'above' : 'from'} ${inputText(from, breakEven)}${end || (open ? '' : ' on')}`,
      ];
    });
    const text = andList(parts);
    where.set(text, [...(where.get(text) ?? []), label]);
  }
  return [...where].map(([text, labels]) => `${text}: ${labels.join(', ')}`);
}

function searchRemarks({ proven, until, crossings }: Contest, breakEven: BreakEven): readonly string[] {
  const narrower = 'ask for less with `--from` and `--to`';
  return [
    ...(until < breakEven.span.to
      ? [
          `the search stopped at ${inputText(until, breakEven)}, after ${crossings.length} crossings: ${narrower}`,
        ]
      : []),
    ...(proven ? [] : [`there are too many steps to look at each, and the rest was sampled: ${narrower}`]),
  ];
}
