// A difference in words: signs, causes, what was changed from what to what.

import type { Change, ItemChange, Part } from '../analysis/diff-item.ts';
import { isMovedText, type Moved } from '../analysis/diff-moved.ts';
import type { Cause } from '../analysis/diff-steps.ts';
import type { Figure, Ranged } from '../analysis/figures.ts';
import type { Choice } from '../graph/types.ts';
import { plainDecimal } from '../quantity/print-number.ts';
import { figureText, moneyCell, percentText, unknownText } from './amounts.ts';
import type { SaidOnce } from './diff-where.ts';

export const causeTexts: Readonly<Record<Cause, string>> = {
  quantity: 'quantity',
  price: 'price',
  're-bought': 're-bought',
  added: 'added',
  removed: 'removed',
  exchange: 'exchange rate',
  calendar: 'calendar',
};

/** `+5.74`, `-1.00 to +2.00`; what is too little for the currency's coins keeps its sign. */
export function signedMoney(change: Ranged, currency: string): string {
  const print = (x: number): string => {
    const text = moneyCell({ low: x, mid: x, high: x }, currency, 'bill').replace(/^-/, '');
    return x === 0 ? text : `${x > 0 ? '+' : '-'}${text}`;
  };
  return signedRange(change, print);
}

/** `+10.6%`; empty where there was nothing before, or nothing is known. */
export function signedShare(share: Ranged): string {
  if ([share.low, share.mid, share.high].some((x) => Number.isNaN(x))) return '';
  const print = (x: number): string => (x > 0 ? `+${percentText(x)}` : percentText(x));
  return signedRange(share, print).replace(/^\+</, '<');
}

function signedRange(r: Ranged, print: (x: number) => string): string {
  if (Number.isNaN(r.mid)) return unknownText;
  const [low, high] = [print(r.low), print(r.high)];
  return low === high ? print(r.mid) : `${low} to ${high}`;
}

/** Longer formulas are cut in a table; JSON has them whole. */
const longestText = 70;

/** `users 500 → 2,000 users` */
export function movedText(moved: Moved): string {
  if (isMovedText(moved)) {
    const [before, after] = [moved.before, moved.after].map((text) => (text === '' ? 'nothing' : cut(text)));
    return `${moved.name}: ${before} → ${after}`;
  }
  const { kind, before, after } = moved;
  const name = kind === 'input' ? moved.name : moved.label;
  if (after === undefined) return before === undefined ? name : `${name} ${figureText(before)} → gone`;
  return before === undefined ? `${name} ${figureText(after)}, new` : `${name} ${arrow(before, after)}`;
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
}

/** The unit once where both have the same: `110 → 210 GB`. */
export function arrow(before: Figure, after: Figure): string {
  const [old, now] = [figureText(before), figureText(after)];
  if (old === now && before.mid !== after.mid)
    return `${plainDecimal(before.mid, 15)} → ${plainDecimal(after.mid, 15)}`;
  const [, unit = ''] = /[0-9](\D*)$/.exec(now) ?? [];
  const bare = unit !== '' && old.endsWith(unit) ? old.slice(0, -unit.length) : old;
  return `${bare} → ${now}`;
}

/** `contabo/cloud-vps-20`, or who is paid for what bears its own price. */
export function boughtText(choice: Choice | undefined): string {
  if (choice === undefined) return 'nothing on offer';
  if (choice.path !== '') return choice.path;
  return choice.provider === 'own' ? choice.tariff : `${choice.provider}, ${choice.tariff}`;
}

/** `contabo/cloud-vps-20 → cloud-vps-30`: what both have in common stands there once. */
function boughtArrow(before: Choice | undefined, after: Choice | undefined): string {
  const [old, now] = [boughtText(before), boughtText(after)];
  const folders = (choice: Choice | undefined): readonly string[] => choice?.path.split('/') ?? [];
  const [a, b] = [folders(before), folders(after)];
  const shared = a.findIndex((part, i) => part !== b[i]);
  const rest = shared > 0 && b.length > shared ? b.slice(shared).join('/') : now;
  return `${old} → ${rest}`;
}

const mostMoved = 3;

function movedList(moved: readonly Moved[]): readonly string[] {
  const shown = moved.slice(0, mostMoved).map(movedText);
  return moved.length > mostMoved ? [...shown, `${moved.length - mostMoved} more`] : shown;
}

/** Why one part of an item moved: `users 500 → 2,000 users; peak 10 → 20%`. Without the name of the cause. */
export function partText(
  { cause, moved }: Part,
  { bought, rebought, quantity, count }: ItemChange,
  said: SaidOnce,
): string {
  switch (cause) {
    case 'added': {
      const many = [quantity.after, count.after].flatMap((f) => (f === undefined ? [] : [figureText(f)]));
      return [boughtText(bought.after), ...many].join(', ');
    }
    case 'removed':
      return boughtText(bought.before);
    case 're-bought': {
      const what = {
        product: boughtArrow(bought.before, bought.after),
        terms: `${boughtText(bought.after)} in another region or for another term`,
        range: `another plan than ${boughtText(bought.after)} at an end of the range`,
      }[rebought ?? 'product'];
      return [what, ...movedList(moved)].join('; ');
    }
    case 'exchange':
    case 'calendar':
      return said[cause] === undefined ? movedList(moved).join('; ') : '';
    case 'price':
      return movedList(moved)
        .map((text) => text.replace(/^price of /, ''))
        .join('; ');
    default:
      return movedList(moved).join('; ');
  }
}

/** `quantity: users 500 → 2,000 users`; why a figure came or went where there are no parts. */
export function whyText(item: ItemChange, said: SaidOnce): string {
  const { cost, unpriced, bought, kind } = item;
  if (unpriced.after !== undefined && unpriced.before === undefined)
    return `${kind === 'added' ? 'added, ' : ''}no price: ${unpriced.after}`;
  if (unpriced.before !== undefined && unpriced.after === undefined)
    return kind === 'removed' ? 'removed' : `has a price now (before: ${unpriced.before})`;
  if (cost.parts.length > 0) return cost.parts.map((part) => withCause(part, item, said)).join('; ');
  if (kind !== 'kept') {
    const text = partText({ cause: kind, change: cost.change, moved: [] }, item, said);
    return `${kind}: ${text}`;
  }
  return `re-bought: ${boughtArrow(bought.before, bought.after)}`;
}

export function withCause(part: Part, item: ItemChange, said: SaidOnce): string {
  const text = partText(part, item, said);
  return text === '' ? causeTexts[part.cause] : `${causeTexts[part.cause]}: ${text}`;
}

export function isStill({ change }: Pick<Change, 'change'>): boolean {
  return change.low === 0 && change.mid === 0 && change.high === 0;
}
