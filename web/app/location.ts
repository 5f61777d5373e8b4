// Where the page is, as its address says it: the view, the plan, the case, what is tried out. Every view can be linked to.

import { computed, signal } from '@preact/signals';
import { addressOf, type Location, parseAddress, type ViewName } from './address.ts';
import { embedded, isStandalone } from './standalone.ts';

/** A file of one plan has no list of plans to start from. */
const home: ViewName = isStandalone ? 'overview' : 'start';

function readAddress(): Location {
  // a file on disk has one path: there the address stands behind the #
  if (!isStandalone) return parseAddress(location.pathname, location.search, home);
  const [path = '', query = ''] = (location.hash.slice(1) || (embedded?.address ?? '')).split('?');
  return parseAddress(path, query, home);
}

const current = signal<Location>(readAddress());

export const here = computed(() => current.value);

window.addEventListener('popstate', () => {
  current.value = readAddress();
});

/** Another place: one step further in the browser's history. */
export function go(change: Partial<Location>): void {
  move({ ...current.peek(), ...change }, true);
}

/** The same place, looked at a little differently: no step of its own. */
export function adjust(change: Partial<Location>): void {
  move({ ...current.peek(), ...change }, false);
}

/** Another view of the same plan and case. */
export function goToView(view: ViewName): void {
  go({ view, own: {} });
}

export function hrefOf(change: Partial<Location>): string {
  const address = addressOf({ ...current.value, ...change });
  return isStandalone ? `#${address}` : address;
}

function move(to: Location, step: boolean): void {
  const next = to.view === 'start' ? { ...to, view: home } : to;
  current.value = next;
  if (step) written.cancel();
  written.at(addressOf(next), step);
}

/** Browsers refuse more than a few hundred changes of the address in half a minute: a slider's are written when it rests. */
const written = (() => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (address: string, step: boolean): void => {
    const url = isStandalone ? `#${address}` : address;
    if (step) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
  };
  return {
    cancel: (): void => clearTimeout(timer),
    at(address: string, step: boolean): void {
      clearTimeout(timer);
      if (step) write(address, true);
      else timer = setTimeout(() => write(address, false), 200);
    },
  };
})();
