// A view's own choices, which stand in the address so that every state of a view is a link.

import { adjust, go, here } from '../app/location.ts';

/** undefined, or what counts anyway, is left out of the address. */
type Changes = Readonly<Record<string, string | undefined>>;

/** One of a few words; the first counts where nothing, or nothing known, is said. */
export function ownChoice<T extends string>(name: string, known: readonly [T, ...T[]]): T {
  return known.find((one) => one === here.value.own[name]) ?? known[0];
}

/** No step of its own in the browser's history. */
export function chooseOwn(changes: Changes): void {
  adjust({ own: ownWith(changes) });
}

/** A step that one can go back from. */
export function stepOwn(changes: Changes): void {
  go({ own: ownWith(changes) });
}

function ownWith(changes: Changes): Readonly<Record<string, string>> {
  const merged = { ...here.peek().own, ...changes };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
