// What the case that is looked at costs, where the money goes, and what binds. Answered in a few milliseconds, so that it
// follows a slider; what takes longer is asked beside it.

import { type Bill, type BillCase, bill } from '../../../src/analysis/bill.ts';
import { isKnown, isRange, mapRanged, type Ranged } from '../../../src/analysis/figures.ts';
import { type LimitUse, thresholdsOf } from '../../../src/analysis/limits.ts';
import { moneyText, moneyUnit, percentRange, percentText } from '../../../src/report/amounts.ts';
import { mostParts, type PartName, partNames } from '../../../src/report/charts/colours.ts';
import { boundsOf, boundText } from '../../../src/report/limit-bounds.ts';
import { shortText } from '../../../src/report/short-text.ts';
import { caseName } from '../../../src/report/shown-cases.ts';
import { sentence } from '../../../src/report/words.ts';
import type { Asked } from '../session.ts';
import { pinnedThroughout } from './one-case.ts';

export interface Overview {
  /** `Railway / Alpha`; empty where the plan has one case only. */
  readonly where: string;
  readonly costs: readonly OverviewCost[];
  /** Why there is no total, where there is none. */
  readonly unknown: readonly string[];
  /** `groups` or `items`. */
  readonly partsOf: string;
  readonly parts: readonly CostPart[];
  readonly limits: LimitStanding | undefined;
  readonly budgets: readonly {
    readonly label: string;
    readonly text: string;
    readonly state: LimitUse['state'];
  }[];
}

export interface OverviewCost {
  /** undefined for what no formula of the plan says. */
  readonly formula: string | undefined;
  readonly label: string;
  readonly text: string;
  /** What a range is around. */
  readonly middle: string | undefined;
}

export interface CostPart {
  readonly name: string;
  /** undefined for what is left of many. */
  readonly formula: string | undefined;
  readonly text: string;
  /** Of the total at the middle; NaN where that is unknown. */
  readonly share: number;
  readonly shareText: string;
  readonly colour: PartName;
}

export interface LimitStanding {
  readonly holding: number;
  /** Of which nobody knows whether they hold. */
  readonly undecided: readonly string[];
  readonly all: number;
  /** The one that is used most, or broken; undefined where none can be compared. */
  readonly first:
    | {
        readonly label: string;
        readonly state: LimitUse['state'];
        readonly use: string;
        readonly room: string;
        /** What then, where it is broken or may be. */
        readonly remedy: string;
      }
    | undefined;
  /** What else is broken, or may be, and what then. */
  readonly broken: readonly {
    readonly label: string;
    readonly state: LimitUse['state'];
    readonly remedy: string;
  }[];
}

export function overview(asked: Asked): Overview {
  const { grid, graph, place, currency } = asked;
  const answer = bill(grid, pinnedThroughout(graph, place), currency);
  const [one] = answer.cases;
  if (one === undefined) throw new Error('a case that is pinned throughout is one case');
  const differing = new Set([graph.total, graph.feasible].flatMap((id) => grid.axesOf(id)));
  const axes = graph.axes.flatMap((axis, i) =>
    axis.kind === 'band' || (axis.held && !asked.pinned.has(i)) || !differing.has(i) ? [] : [i],
  );
  return {
    where: caseName(graph, axes, place),
    costs: costsOf(answer, one),
    unknown: isKnown(one.total) ? [] : reasons(one),
    ...partsOf(answer, one),
    limits: one.limits.length === 0 ? undefined : standing(asked, one.limits),
    budgets: one.budgets.map((use) => ({ label: use.label, state: use.state, text: useText(use) })),
  };
}

/** The names of what the total is made of in the case that is looked at, as the overview has them. */
export function orderOfParts({ grid, graph, place, currency }: Asked): readonly string[] {
  const answer = bill(grid, pinnedThroughout(graph, place), currency);
  return answer.cases.slice(0, 1).flatMap((one) => partsOf(answer, one).parts.map(({ name }) => name));
}

function costsOf(
  { currency }: Bill,
  { total, yearly, upfront, firstMonth }: BillCase,
): readonly OverviewCost[] {
  const cost = (
    formula: string | undefined,
    label: string,
    r: Ranged,
    per?: 'month' | 'year',
  ): OverviewCost => {
    const unit = moneyUnit(currency, per);
    const middle = mapRanged(r, () => r.mid);
    return {
      formula,
      label,
      text: moneyText(r, unit, 'summary'),
      middle: isRange(r) ? moneyText(middle, unit, 'summary') : undefined,
    };
  };
  const isOnce = upfront.low !== 0 || upfront.high !== 0;
  const isMore = Math.abs(firstMonth.mid - total.mid) > 1e-9 * Math.abs(total.mid);
  return [
    cost('total', 'a month', total, 'month'),
    cost('total * 12 months', 'a year', yearly),
    ...(isOnce ? [cost('upfront', 'paid once', upfront)] : []),
    ...(isMore ? [cost(undefined, 'in the first month', firstMonth)] : []),
  ];
}

function reasons({ items }: BillCase): readonly string[] {
  return items
    .filter((item) => !item.optional && !isKnown(item.cost))
    .map((item) => `${item.label}: ${sentence(item.unpriced ?? 'no price is known')}`);
}

/** Groups where there are several, items otherwise; the largest first, and what would not be seen together at the end. */
function partsOf({ currency }: Bill, one: BillCase): Pick<Overview, 'parts' | 'partsOf'> {
  const unit = moneyUnit(currency, 'month');
  const byGroup = one.groups.length > 1;
  const all = byGroup
    ? one.groups.map(({ name, cost }) => ({ name, formula: name, cost }))
    : one.items
        .filter((item) => !item.optional)
        .map(({ label, name, cost }) => ({ name: label, formula: `${name}.cost`, cost }));
  const rank = ({ mid }: Ranged): number => (Number.isNaN(mid) ? Number.POSITIVE_INFINITY : mid);
  const sorted = [...all].sort((a, b) => rank(b.cost) - rank(a.cost));
  const shown = sorted.length > mostParts ? sorted.slice(0, mostParts - 1) : sorted;
  const rest = sorted.slice(shown.length);
  const together = rest.reduce((sum, part) => add(sum, part.cost), { low: 0, mid: 0, high: 0 });
  const parts = [
    ...shown,
    ...(rest.length === 0 ? [] : [{ name: `${rest.length} more`, formula: undefined, cost: together }]),
  ];
  const colours = partNames(parts.length);
  // of what is in part money back nothing is a share
  const isSigned = one.total.mid < 0 || parts.some(({ cost }) => cost.mid < 0);
  return {
    partsOf: byGroup ? 'groups' : 'items',
    parts: parts.map(({ name, formula, cost }, i) => {
      const share = isSigned ? Number.NaN : one.total.mid === 0 ? 0 : cost.mid / one.total.mid;
      return {
        name,
        formula,
        text: moneyText(cost, unit, 'bill'),
        share,
        shareText: Number.isNaN(share) ? '' : percentText(share),
        colour: colours[i] ?? 'part1',
      };
    }),
  };
}

function add(a: Ranged, b: Ranged): Ranged {
  return { low: a.low + b.low, mid: a.mid + b.mid, high: a.high + b.high };
}

const severity: Readonly<Record<LimitUse['state'], number>> = {
  broken: 3,
  partly: 2,
  holds: 1,
  undecided: 0,
};

function standing({ graph, place }: Asked, uses: readonly LimitUse[]): LimitStanding {
  const rank = ({ utilisation }: LimitUse): number =>
    utilisation === undefined || Number.isNaN(utilisation.high) ? -1 : utilisation.high;
  const sorted = [...uses].sort((a, b) => severity[b.state] - severity[a.state] || rank(b) - rank(a));
  const [first] = sorted.filter(({ utilisation }) => utilisation !== undefined);
  const limit = graph.limits.find((l) => l.limit.name === first?.name);
  const [bound] =
    limit === undefined || first?.state !== 'holds'
      ? []
      : boundsOf(graph, limit, thresholdsOf(graph, limit, place), place);
  return {
    holding: uses.filter((use) => use.state === 'holds').length,
    undecided: uses.filter((use) => use.state === 'undecided').map((use) => use.label),
    all: uses.length,
    first:
      first === undefined || rank(first) < 0
        ? undefined
        : {
            label: first.label,
            state: first.state,
            use: useText(first),
            room:
              bound === undefined || limit === undefined
                ? ''
                : `holds while ${boundText(bound, limit.strict)}`,
            remedy: isInDoubt(first) ? remedyOf(first) : '',
          },
    broken: sorted
      .filter((use) => isInDoubt(use) && use !== first)
      .map((use) => ({ label: use.label, state: use.state, remedy: remedyOf(use) })),
  };
}

function isInDoubt({ state }: LimitUse): boolean {
  return state === 'broken' || state === 'partly';
}

function remedyOf({ remedy }: LimitUse): string {
  return remedy === undefined ? '' : sentence(remedy);
}

function useText({ used, allowed, utilisation }: LimitUse): string {
  if (used === undefined || allowed === undefined || utilisation === undefined) return '';
  return `${shortText(used)} of ${shortText(allowed)} (${percentRange(utilisation)})`;
}
