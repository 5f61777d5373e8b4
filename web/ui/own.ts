// A view's own choices, which stand in the address so that every state of a view is a link.

import { adjust, here } from '../app/location.ts';

/** One of a few words; the first counts where nothing, or nothing known, is said. */
export function ownChoice<T extends string>(name: string, known: readonly [T, ...T[]]): T {
  return known.find((one) => one === here.value.own[name]) ?? known[0];
}

/** undefined, or what counts anyway, is left out of the address. */
export function chooseOwn(changes: Readonly<Record<string, string | undefined>>): void {
  const merged = { ...here.peek().own, ...changes };
  const own = Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  adjust({ own });
}
