// What a reader of a bill must be told besides its figures: what has no price, which limits break, what rounding did.

import type { Bill, BillCase } from '../analysis/bill.ts';
import type { LimitUse } from '../analysis/limits.ts';
import { type Mismatch, mismatch } from './adds-up.ts';
import { caseText, figureText, moneyCell, percentRange } from './amounts.ts';
import { listedItems, sumOfItems } from './table-bill.ts';

export interface BillNote {
  /** `UNPRICED`, `LIMIT BROKEN`. */
  readonly head: string;
  readonly text: string;
  readonly grave: boolean;
}

export function billNotes(one: BillCase): readonly BillNote[] {
  const unpriced = one.items.flatMap((item) => {
    if (item.unpriced === undefined) return [];
    const outside = item.optional ? '' : '; the total is unknown without it';
    return [{ head: 'UNPRICED', text: `${item.label}: ${item.unpriced}${outside}`, grave: !item.optional }];
  });
  const unmet = (uses: readonly LimitUse[], what: 'LIMIT' | 'BUDGET'): readonly BillNote[] =>
    uses
      .filter((use) => use.state === 'broken' || use.state === 'partly')
      .map((use) => ({ head: headOf(use, what), text: limitText(use), grave: use.state === 'broken' }));
  return [...unpriced, ...unmet(one.limits, 'LIMIT'), ...unmet(one.budgets, 'BUDGET'), ...undecided(one)];
}

/** What is said of several cases is said once. */
export function sharedNotes(
  cases: readonly BillCase[],
): readonly { readonly note: BillNote; readonly cases: readonly BillCase[] }[] {
  const found = new Map<string, { readonly note: BillNote; readonly cases: BillCase[] }>();
  for (const one of cases) {
    for (const note of billNotes(one)) {
      const key = `${note.head} ${note.text}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { note, cases: [one] });
      else known.cases.push(one);
    }
  }
  // the grave ones first, each kind in the order of the cases
  const all = [...found.values()];
  return [...all.filter((n) => n.note.grave), ...all.filter((n) => !n.note.grave)];
}

/** In one line: what they need is an input that nobody knows, which is no news of this bill. */
function undecided(one: BillCase): readonly BillNote[] {
  const open = [...one.limits, ...one.budgets].filter((use) => use.state === 'undecided');
  if (open.length === 0) return [];
  const names = open.map((use) => use.label).join(', ');
  return [{ head: 'undecided', text: `for want of a figure: ${names}`, grave: false }];
}

function headOf(use: LimitUse, what: 'LIMIT' | 'BUDGET'): string {
  if (use.state === 'broken') return what === 'LIMIT' ? 'LIMIT BROKEN' : 'BUDGET EXCEEDED';
  return `${what} AT RISK`;
}

/** `connections: devices <= 200 devices; 250 devices of 200 devices (125%); because: …; then: …` */
function limitText({ label, formula, used, allowed, utilisation, because, remedy }: LimitUse): string {
  const share =
    utilisation === undefined || Number.isNaN(utilisation.mid) ? '' : ` (${percentRange(utilisation)})`;
  const use =
    used === undefined || allowed === undefined
      ? []
      : [`${figureText(used)} of ${figureText(allowed)}${share}`];
  const why = because === undefined ? [] : [`because: ${because}`];
  const next = remedy === undefined ? [] : [`then: ${remedy}`];
  return [`${label}: ${formula}`, ...use, ...why, ...next].join('; ');
}

/** Where the printed rows do not add up to the printed total: one line for each reason, whatever the number of cases. */
export function sumNotes(bill: Bill, cases: readonly BillCase[], top: number | undefined): readonly string[] {
  return (['rounded', 'crossed'] as const).flatMap((why) => {
    const said = cases.flatMap((one) => {
      const sums = printedSums(bill, one, top, why);
      if (sums.length === 0) return [];
      const place = caseText(one.at);
      return [`${sums.join(' and ')}${place === '' || cases.length === 1 ? '' : ` at ${place}`}`];
    });
    return said.length === 0 ? [] : [reasons[why](said.join(', '))];
  });
}

const reasons: Readonly<Record<Mismatch['why'], (sums: string) => string>> = {
  rounded: (sums) => `rounding: the rows shown add up to ${sums}; the total is rounded once, at the end`,
  crossed: (sums) =>
    `ranges: the ends of the rows add up to ${sums}; not every item is dearest where the total is`,
};

/** What the items and what the groups add up to as printed, each where it is not the total as printed. */
function printedSums(
  { currency }: Bill,
  one: BillCase,
  top: number | undefined,
  why: Mismatch['why'],
): readonly string[] {
  const counted = one.items.filter((i) => !i.optional);
  const { items, rest } = listedItems(counted, top);
  const parts = [...items.map((i) => i.cost), ...(rest.length === 0 ? [] : [sumOfItems(rest)])];
  const groups = top === undefined ? one.groups.map((g) => g.cost) : parts;
  const [ofItems, ofGroups] = [parts, groups].map((of) => {
    const found = mismatch(of, one.total, currency);
    return found?.why === why ? moneyCell(found.sum, currency, 'bill') : undefined;
  });
  if (ofItems === ofGroups) return ofItems === undefined ? [] : [ofItems];
  return [
    ...(ofItems === undefined ? [] : [`${ofItems} (items)`]),
    ...(ofGroups === undefined ? [] : [`${ofGroups} (groups)`]),
  ];
}
