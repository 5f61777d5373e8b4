// What a wrong figure carries into: where the document says it again, and what was reckoned from it there or here.

import { unitText } from '../quantity/unit.ts';
import { offsetOf } from './passage.ts';
import type { Claim, Figure } from './types.ts';

const mostCarried = 6;
/** What stands more often is no amount of its own: a price of a list, a round number. */
const mostAgain = 6;
/** Fewer digits are alike by chance. */
const leastDigits = 3;

export interface Carried {
  readonly builtOn: readonly Figure[];
  readonly again: readonly Figure[];
}

export function carriedFrom(
  claims: readonly Claim[],
  figures: readonly Figure[],
  wrong: readonly Figure[],
): ReadonlyMap<Figure, Carried> {
  if (wrong.length === 0) return new Map();
  const again = saidAgain(figures, wrong);
  /** Every place of a wrong figure -> the figure that is told. */
  const told = new Map<number, Figure>();
  for (const [figure, others] of again) for (const f of [...others, figure]) told.set(offsetOf(f), figure);
  const builtOn = reckonedFrom(claims, told, new Set(wrong.map((f) => f.high)));
  return new Map(
    wrong.map((figure) => {
      const built = builtOn.get(figure) ?? [];
      const known = new Set(built.map(offsetOf));
      return [
        figure,
        { builtOn: built, again: (again.get(figure) ?? []).filter((f) => !known.has(offsetOf(f))) },
      ];
    }),
  );
}

/** The other places that print the same amount. */
function saidAgain(
  figures: readonly Figure[],
  wrong: readonly Figure[],
): ReadonlyMap<Figure, readonly Figure[]> {
  const values = new Set<number>();
  const places = new Map<string, Map<number, Figure>>();
  for (const figure of wrong) {
    if (digitsOf(figure) < leastDigits) continue;
    values.add(figure.high);
    places.set(keyOf(figure), new Map());
  }
  for (const figure of figures) {
    if (values.has(figure.high) && !figure.name) places.get(keyOf(figure))?.set(offsetOf(figure), figure);
  }
  return new Map(
    wrong.map((figure) => {
      const own = offsetOf(figure);
      const others = [...(places.get(keyOf(figure)) ?? [])].filter(([at]) => at !== own).map(([, f]) => f);
      return [figure, others.length > mostAgain ? [] : others];
    }),
  );
}

function reckonedFrom(
  claims: readonly Claim[],
  told: ReadonlyMap<number, Figure>,
  values: ReadonlySet<number>,
): ReadonlyMap<Figure, readonly Figure[]> {
  const found = new Map<Figure, Figure[]>();
  for (const { operands, stated, verdict } of claims) {
    if (verdict === 'wrong') continue;
    for (const operand of operands) {
      // a long table has very many operands, and hardly one of them is wrong
      const figure = values.has(operand.high) ? told.get(offsetOf(operand)) : undefined;
      if (figure === undefined || told.get(offsetOf(stated)) === figure) continue;
      const list = found.get(figure) ?? [];
      if (list.length < mostCarried && !list.includes(stated)) list.push(stated);
      found.set(figure, list);
    }
  }
  return found;
}

function keyOf({ low, high, unit, perCount, bound }: Figure): string {
  return `${low} ${high} ${perCount} ${bound} ${unitText(unit, true)}`;
}

/** From the first digit that is no zero to the last: 2 for `9.4M` and for `9,400,000`. */
function digitsOf({ low, high }: Figure): number {
  const digits = Number(high.toPrecision(12)).toExponential().split('e')[0] ?? '';
  return low === high ? digits.replace(/[^\d]/g, '').length : leastDigits;
}
