// A margin in words: from how many on the whole pays for itself, what the next one does, and why something is not known.

import type { MarginCase, Margins } from '../analysis/margin.ts';
import type { MovedInput } from '../analysis/moved-input.ts';
import type { Covered, UnitBreakEven, UnitEconomics } from '../analysis/unit-economics.ts';
import { plainDecimal } from '../quantity/print-number.ts';
import { printQuantity } from '../quantity/print-quantity.ts';
import { type Unit, unitText } from '../quantity/unit.ts';
import { caseText, figureText, moneyText } from './amounts.ts';
import { andList } from './words.ts';

/** Of what one could ask, where nobody said. */
export function perHint(inputs: readonly MovedInput[]): string {
  const names = inputs.map(({ name }) => `\`--per ${name}\``);
  return `what one of something costs and brings in: ${andList(names, 6)}`;
}

export const noRevenue = 'the plan has no `revenue`, so there is no margin';

/** Crossings beyond these are counted. */
const mostCrossings = 6;
/** Cases in front of a remark. */
const mostNamed = 4;
/** Remarks beyond these nobody reads. */
const mostNotes = 24;

/** `one user`, `1 GB`. */
export function oneOf(answer: Margins): string {
  const { per } = answer;
  if (per === undefined) return '';
  const [only, another] = per.unit.factors;
  return another === undefined && only?.atom.kind === 'count'
    ? `one ${only.atom.name}`
    : printQuantity(1, per.unit);
}

export function questionText(answer: Margins): string {
  const { unit, per, target } = answer;
  return [
    `margin in ${unitText(unit, true)}`,
    ...(per === undefined ? [] : [`per: ${per.label}`]),
    ...(target === undefined ? [] : [`target: ${shareText(target)}`]),
  ].join(' · ');
}

/** `70%`, as it was asked for. */
export function shareText(share: number): string {
  return `${plainDecimal(share * 100)}%`;
}

/** `34 users`, `always`, `never`; with its ends where the ranges of the plan move it. */
export function breakEvenCell({ per }: Margins, units: UnitEconomics): string {
  const { breakEven } = units;
  if (per === undefined || breakEven === undefined) return 'unknown';
  const { middle, ends } = breakEven;
  const begins = ({ throughout, first }: Covered): string =>
    throughout ?? (first === undefined ? 'never' : printQuantity(first, per.unit));
  const own = `${begins(middle)}${lastingText(middle, per.unit)}`;
  const [low, high] = [ends?.low ?? middle, ends?.high ?? middle].map(begins);
  return low === high && low === begins(middle) ? own : `${own} (${low} to ${high})`;
}

function lastingText(covered: Covered, unit: Unit): string {
  const { first, lasting } = covered;
  if (first === undefined || lasting === first) return '';
  if (lasting !== undefined) return `, for good from ${printQuantity(lasting, unit)}`;
  return fallsShortLater(covered) ? ', not for good' : ', as far as is known';
}

/** It is covered somewhere, and short somewhere above that. */
function fallsShortLater({ first, runs }: Covered): boolean {
  return first !== undefined && runs.some(({ from, state }) => from > first && state === 'short');
}

/** What the tables do not say by themselves, and of which cases: empty where it is true of all. */
export interface MarginNote {
  readonly where: string;
  readonly text: string;
}

export function marginNotes(answer: Margins): readonly MarginNote[] {
  const { cases } = answer;
  const found = new Map<string, string[]>();
  for (const one of cases)
    for (const text of caseNotes(one, answer))
      found.set(text, [...(found.get(text) ?? []), caseText(one.at)]);
  const all = [...found].map(([text, where]) => ({
    text,
    where: where.length === cases.length ? '' : andList(where, mostNamed),
  }));
  const rest = all.length - mostNotes;
  const more = { where: '', text: `and ${rest} more remarks; \`--at\` shows those of one case` };
  return rest > 0 ? [...all.slice(0, mostNotes), more] : all;
}

function caseNotes(one: MarginCase, answer: Margins): readonly string[] {
  const { unit, per } = answer;
  const { units, unknown, once } = one;
  return [
    ...(unknown.length === 0 ? [] : [`unknown for want of a price: ${andList(unknown)}`]),
    ...(once.mid === 0 && once.low === once.high
      ? []
      : [`earned once, and in no figure here: ${figureText({ ...once, unit: moneyOf(unit) })}`]),
    ...(units === undefined || per === undefined ? [] : unitNotes(units, answer, per.unit)),
  ];
}

function moneyOf(unit: Unit): Unit {
  const factors = unit.factors.filter(({ atom }) => atom.kind === 'currency');
  return { factors, key: factors.map((f) => `${f.atom.name}^${f.power}`).join(' ') };
}

function unitNotes(units: UnitEconomics, answer: Margins, per: Unit): readonly string[] {
  const { follows, next, breakEven } = units;
  const idle = [...(follows.revenue ? [] : ['the revenue']), ...(follows.cost ? [] : ['the cost'])];
  const name = answer.per?.label ?? '';
  return [
    ...(idle.length === 0
      ? []
      : [`${andList(idle)} ${idle.length === 1 ? 'does' : 'do'} not follow ${name}`]),
    ...(next.steps.length === 0
      ? []
      : [`the next one takes ${andList(next.steps.map((s) => `the ${s}`))} up or down a step`]),
    ...(breakEven === undefined
      ? [`today's value of ${name} gives no range to look for a break-even in: say one with \`--to\``]
      : breakEvenNotes(breakEven, answer, per)),
  ];
}

function breakEvenNotes(
  { span, middle, ends }: UnitBreakEven,
  answer: Margins,
  per: Unit,
): readonly string[] {
  const count = (n: number): string => printQuantity(n, per);
  const range = `from ${count(Math.ceil(span.from))} to ${count(Math.floor(span.to))}`;
  return [
    ...sentencesOf(middle, answer, count, range),
    ...(middle.until < Math.floor(span.to)
      ? [`the search stopped at ${count(middle.until)}: ask for less with \`--from\` and \`--to\``]
      : []),
    ...(ends === undefined
      ? []
      : [
          `with every range at its low end: ${endText(ends.low, count)}; at its high end: ${endText(ends.high, count)}`,
        ]),
  ];
}

function endText(covered: Covered, count: (n: number) => string): string {
  const { throughout, first, lasting } = covered;
  if (throughout !== undefined) return throughout;
  if (first === undefined) return 'never';
  if (lasting === first) return `from ${count(first)} on`;
  return `from ${count(first)}${fallsShortLater(covered) ? ', and not for good' : ', as far as is known'}`;
}

function sentencesOf(
  covered: Covered,
  answer: Margins,
  count: (n: number) => string,
  range: string,
): readonly string[] {
  const { throughout, first, lasting, crossings, broken } = covered;
  if (throughout === 'always') return [`revenue covers the cost always, ${range}`];
  if (throughout === 'never') return [`revenue never covers the cost, ${range}`];
  if (throughout === 'unknown') return [`whether revenue covers the cost is unknown, ${range}`];
  const money = (x: number): string => amountText(x, answer.unit);
  const told = crossings.slice(0, mostCrossings).map(({ at, after, margins: [before, there], steps }) => {
    const moved = steps.length === 0 ? '' : `, ${andList(steps.map((s) => `the ${s}`))} at a step`;
    const what = {
      covered: `from ${count(at)} on revenue covers the cost`,
      short: `from ${count(at)} on it falls short`,
      unknown: `from ${count(at)} on it is unknown`,
    }[after];
    return `${what} (margin ${money(before)} at ${count(at - 1)}, ${money(there)} there${moved})`;
  });
  const more = crossings.length - told.length;
  const begins = covered.runs[0]?.state === 'covered' && first !== undefined;
  return [
    ...(begins ? [`revenue covers the cost at ${count(first)}`] : []),
    ...told,
    ...(more > 0 ? [`and ${more} more changes`] : []),
    ...(lasting !== undefined && lasting !== first
      ? [`for good from ${count(lasting)} on, as far as was looked`]
      : []),
    ...(lasting === undefined && fallsShortLater(covered) ? [`not for good, ${range}`] : []),
    ...(broken.length === 0 || first === undefined
      ? []
      : [`at ${count(first)} a limit is broken: ${andList(broken)}`]),
  ];
}

/** With its coins, and more digits only where they would say nothing. */
function amountText(x: number, unit: Unit): string {
  const value = { low: x, mid: x, high: x };
  return Math.abs(x) < 0.01 ? figureText({ ...value, unit }) : moneyText(value, unit, 'bill');
}

/** Where the axes stand that are the same in every case. */
export function commonCase({ cases }: Margins): string {
  const [first] = cases;
  const same = (first?.at ?? []).filter((c) =>
    cases.every(({ at }) => at.some((d) => d.axis === c.axis && d.point === c.point)),
  );
  return caseText(same);
}
