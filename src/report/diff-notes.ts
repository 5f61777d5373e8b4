// What a difference says in sentences: the headline, and what changed beside the bill.

import type { Diff, DiffCase } from '../analysis/diff.ts';
import type { LimitChange } from '../analysis/diff-states.ts';
import type { Ranged } from '../analysis/figures.ts';
import { caseText, figureText, moneyCell, moneyText, moneyUnit } from './amounts.ts';
import { resultText } from './check-findings.ts';
import type { DiffHead } from './diff-head.ts';
import { type SaidOnce, whereText } from './diff-where.ts';
import { isStill, movedText, signedMoney, signedShare } from './diff-words.ts';
import { isMoved } from './table-diff.ts';
import { stateTexts } from './table-limits.ts';
import { andList, counted } from './words.ts';

/** One sentence that says what the bill does. */
export function headline(diff: Diff): string {
  const { cases, currency } = diff;
  const [only] = cases;
  if (only === undefined) return 'The two plans have no case in common.';
  if (cases.length === 1) return singleHeadline(only, currency) + onceText(only, currency);
  const rising = cases.filter((c) => c.known.change.mid > 0);
  const falling = cases.filter((c) => c.known.change.mid < 0);
  if (rising.length + falling.length === 0) {
    if (cases.some((c) => !isStill(c.known))) return 'The bill keeps its middle, and its ranges change.';
    return `The bill does not change${cases.some(isMoved) ? ', but other things do' : ''}.`;
  }
  const most = (of: readonly DiffCase[]): string => {
    const top = of.reduce((a, b) => (Math.abs(b.known.change.mid) > Math.abs(a.known.change.mid) ? b : a));
    const many = of.length === 1 ? '' : 'at most ';
    return `${many}${amountText(top, currency)} at ${caseText(top.at)}`;
  };
  const say = (verb: string, of: readonly DiffCase[]): readonly string[] =>
    of.length === 0 ? [] : [`${verb} in ${casesText(of.length, cases.length)}, by ${most(of)}`];
  const said = [...say('rises', rising), ...say('falls', falling)].join(', and ');
  return `The bill ${said}.${unknownNote(cases.some((c) => Number.isNaN(c.total.after.mid)))}`;
}

function casesText(some: number, all: number): string {
  return some === all ? `all ${all} cases` : `${some} of ${all} cases`;
}

/** `5.74 EUR/month (+10.6%)`; of a range that has two directions the ends with their signs. */
function amountText({ known }: DiffCase, currency: string): string {
  const change = ascending(known.change);
  const oneWay = change.low * change.high >= 0;
  const amount = signedMoney(change, currency);
  const share = signedShare(ascending(known.share));
  const size = oneWay ? amount.replace(/(^| )[+-]/g, '$1') : amount;
  return `${size} ${currency}/month${share === '' ? '' : ` (${share})`}`;
}

/** In a sentence the smaller move comes first, whichever end it belongs to. */
function ascending({ low, mid, high }: Ranged): Ranged {
  const backwards = Math.abs(low) > Math.abs(high);
  return backwards ? { low: high, mid, high: low } : { low, mid, high };
}

function singleHeadline(one: DiffCase, currency: string): string {
  const { known, total } = one;
  const unit = moneyUnit(currency, 'month');
  const [before, after] = [total.before, total.after].map((r) => moneyText(r, unit, 'bill'));
  const { mid } = known.change;
  const unknown = Number.isNaN(total.before.mid) || Number.isNaN(total.after.mid);
  if (unknown && before !== after)
    return `The total was ${before} and is ${after}.${knownText(one, currency)}`;
  if (isStill(known)) {
    const what = unknown ? 'What is known of the bill' : 'The bill';
    return `${what} does not change${isMoved(one) ? ', but other things do' : ''}.`;
  }
  if (mid === 0) return `The bill keeps its middle, and its range changes from ${before} to ${after}.`;
  const verb = mid > 0 ? 'rises' : 'falls';
  if (unknown)
    return `What is known of the bill ${verb} by ${amountText(one, currency)}; the total itself is unknown.`;
  const ends = `, from ${moneyCell(total.before, currency, 'bill')} to ${after}`;
  return `The bill ${verb} by ${amountText(one, currency)}${ends}.`;
}

function onceText({ upfront }: DiffCase, currency: string): string {
  if (isStill(upfront) || Number.isNaN(upfront.change.mid)) return '';
  const amount = signedMoney(upfront.change, currency).replace(/^[+-](?!.* to )/, '');
  return ` What is paid once ${upfront.change.mid > 0 ? 'rises' : 'falls'} by ${amount} ${currency}.`;
}

function knownText(one: DiffCase, currency: string): string {
  if (isStill(one.known)) return ' What is known on both sides does not change.';
  return ` What is known on both sides ${one.known.change.mid > 0 ? 'rises' : 'falls'} by ${amountText(one, currency)}.`;
}

function unknownNote(unknown: boolean): string {
  return unknown ? ' Where a total is unknown, what is known of it counts.' : '';
}

/** What somebody should look at; `grave` is what got worse. */
export interface DiffNote {
  readonly grave: boolean;
  /** `limit connections:` */
  readonly head: string;
  readonly text: string;
}

/** Limits, budgets, feasibility and expectations, each once, with the cases in which they turned. */
export function findings(diff: Diff, head: DiffHead): readonly DiffNote[] {
  const found = new Map<string, { readonly note: DiffNote; readonly at: DiffCase[] }>();
  for (const one of diff.cases) {
    for (const [kind, list] of [['limit', one.limits] as const, ['budget', one.budgets] as const]) {
      for (const change of list) {
        const note = limitNote(kind, change, diff.cases.length === 1);
        const key = `${note.head} ${note.text}`;
        const known = found.get(key) ?? { note, at: [] };
        known.at.push(one);
        found.set(key, known);
      }
    }
  }
  const turned = [...found.values()].map(({ note, at }) => ({
    ...note,
    text: diff.cases.length === 1 ? note.text : `${note.text}, ${inCases(at, diff.cases)}`,
  }));
  return [...turned, ...expectationNotes(diff, head.after.set.length > 0)];
}

function inCases(some: readonly DiffCase[], all: readonly DiffCase[]): string {
  const where = whereText(some, all);
  return some.length === all.length ? `in ${where}` : `at ${where}`;
}

function limitNote(kind: string, { label, before, after }: LimitChange, alone: boolean): DiffNote {
  const grave = after?.state === 'broken' || (after?.state === 'partly' && before?.state !== 'broken');
  const was = before === undefined ? 'new' : `before: ${stateTexts[before.state]}`;
  const is = after === undefined ? 'gone' : stateTexts[after.state];
  const use = after ?? before;
  const figures =
    alone && use?.used !== undefined && use.allowed !== undefined
      ? `, ${figureText(use.used)} of ${figureText(use.allowed)}`
      : '';
  return { grave, head: `${kind} ${label}:`, text: `${is} now (${was})${figures}` };
}

const mostExpectations = 3;

/** Where inputs were set to try something, a plan's own figures fail by their nature: they are counted, not listed. */
function expectationNotes({ expectations }: Diff, isTrial: boolean): readonly DiffNote[] {
  const failing = expectations.filter((e) => e.kind === 'fails now');
  const holding = expectations.length - failing.length;
  const shown = failing.slice(0, isTrial ? 0 : mostExpectations).map(failText);
  const more = failing.length - shown.length;
  const another = shown.length > 0 ? 'more expectation' : 'expectation';
  return [
    ...shown.map((text) => ({ grave: true, head: 'expectation fails now:', text })),
    ...(more > 0
      ? [{ grave: true, head: `${counted(more, another)} ${more === 1 ? 'fails' : 'fail'} now`, text: '' }]
      : []),
    ...(holding > 0
      ? [
          {
            grave: false,
            head: `${counted(holding, 'expectation')} that failed ${holding === 1 ? 'holds' : 'hold'} now`,
            text: '',
          },
        ]
      : []),
  ];
}

function failText({ result }: Diff['expectations'][number]): string {
  const claim = result.that.replace(/\s+/g, ' ').trim();
  const where = result.at.length === 0 ? '' : ` at ${caseText(result.at)}`;
  const is = `${resultText(result, result.value)}, not ${resultText(result, result.expected)}`;
  return `${claim}${where}${result.kind === 'condition' ? '' : ` is ${is}`}`;
}

/** What was changed and moves no figure of any bill; undefined where there is nothing of the kind. */
export function idleText({ idle }: Diff): string | undefined {
  return idle.length === 0 ? undefined : `changed, and moves no bill: ${andList(idle.map(movedText), 6)}`;
}

/** How the cases of the two plans were matched, where that is not plain. */
export function caseNotes(diff: Diff, head: DiffHead): readonly string[] {
  const { lone, loneAxes, currency, cases } = diff;
  const unit = moneyUnit(currency, 'month');
  const only = (['before', 'after'] as const).flatMap((side) => {
    const own = lone.filter((l) => l.side === side);
    const texts = own.map((l) => `${caseText(l.at)} ${moneyText(l.total, unit, 'bill')}`);
    return own.length === 0 ? [] : [`only ${side}: ${andList(texts, 6)}`];
  });
  const axes = loneAxes.map(
    ({ side, axis, point }) =>
      `axis ${axis} is only ${side === 'before' ? 'in the earlier plan' : 'in the later plan'}; compared at ${axis}=${point}`,
  );
  const still = cases.filter((c) => !isMoved(c)).length;
  const same =
    still === 0 || cases.length === 1 ? [] : [`${counted(still, 'case does', 'cases do')} not change`];
  const git = head.before.revision === undefined ? [] : ['prices of the installed catalog on both sides'];
  return [...same, ...axes, ...only, ...git];
}

/** `2 other items did not change`; of several cases only where none of them did. */
export function unchangedText({ cases }: Diff): string | undefined {
  const [only, another] = cases;
  if (only === undefined || another !== undefined || only.unchanged === 0) return undefined;
  return `${counted(only.unchanged, only.items.length === 0 ? 'item' : 'other item')} did not change`;
}

/** Rates that count everywhere, once. */
export function rateNotes({ exchange, calendar }: SaidOnce): readonly string[] {
  return [
    ...(exchange === undefined ? [] : [`exchange rate: ${movedText(exchange)}`]),
    ...(calendar === undefined ? [] : [`calendar: ${movedText(calendar)}`]),
  ];
}
