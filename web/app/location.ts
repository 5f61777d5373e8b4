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
  // what was still to be written belongs to the place that was left
  written.cancel();
  current.value = readAddress();
});

/** Another place: one step further in the browser's history. `as`: what `goBack` knows the step by. */
export function go(change: Partial<Location>, as: string | null = null): void {
  move(placeWith(current.peek(), change), { as });
}

/** Back where one was before the last step, if that was such a one. */
export function goBack(as: string): boolean {
  if (history.state !== as) return false;
  history.back();
  return true;
}

/** The same place, looked at a little differently: no step of its own. */
export function adjust(change: Partial<Location>): void {
  move(placeWith(current.peek(), change), undefined);
}

/** Another view of the same plan and case. */
export function goToView(view: ViewName): void {
  go({ view, own: {} });
}

export function hrefOf(change: Partial<Location>): string {
  const address = addressOf(placeWith(current.value, change));
  return isStandalone ? `#${address}` : address;
}

/** What is explained belongs to the view in which it was pressed. */
function placeWith(place: Location, change: Partial<Location>): Location {
  return 'view' in change ? { ...place, explain: undefined, ...change } : { ...place, ...change };
}

interface Step {
  readonly as: string | null;
}

function move(to: Location, step: Step | undefined): void {
  const next = to.view === 'start' ? { ...to, view: home } : to;
  current.value = next;
  written.at(addressOf(next), step);
}

/** Browsers refuse more than a few hundred changes of the address in half a minute: a slider's are written when it rests. */
const written = (() => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (address: string, step: Step | undefined): void => {
    const url = isStandalone ? `#${address}` : address;
    if (step === undefined) history.replaceState(history.state, '', url);
    else history.pushState(step.as, '', url);
  };
  return {
    cancel: (): void => clearTimeout(timer),
    at(address: string, step: Step | undefined): void {
      clearTimeout(timer);
      if (step === undefined) timer = setTimeout(() => write(address, step), 200);
      else write(address, step);
    },
  };
})();
