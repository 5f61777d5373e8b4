// Where the page is, as its address says it: the view, the plan, the case, what is tried out. Every view can be linked to.

import { computed, signal } from '@preact/signals';
import { isStandalone } from './standalone.ts';

export const viewNames = [
  'start',
  'overview',
  'drivers',
  'bill',
  'compare',
  'risk',
  'levers',
  'margin',
  'limits',
  'prices',
  'audit',
  'source',
] as const;
export type ViewName = (typeof viewNames)[number];

export interface Location {
  readonly view: ViewName;
  /** The plan's path in the folder that is served. */
  readonly plan: string | undefined;
  /** Axis -> point. */
  readonly at: Readonly<Record<string, string>>;
  /** What is tried out on top of the plan. */
  readonly set: Readonly<Record<string, string>>;
  readonly currency: string | undefined;
  /** What the view itself wants to keep: `by`, `over`, `metric`. */
  readonly own: Readonly<Record<string, string>>;
}

export function parseAddress(path: string, query: string): Location {
  const params = new URLSearchParams(query);
  const first = path.replace(/^\/+/, '').split('/')[0] ?? '';
  const known = viewNames.find((name) => name === first);
  const plan = params.get('plan') ?? undefined;
  const own: Record<string, string> = {};
  for (const [key, value] of params)
    if (!['plan', 'at', 'set', 'currency', 'token'].includes(key)) own[key] = value;
  return {
    // a file of one plan has no list of plans to start from
    view: known ?? (plan === undefined && !isStandalone ? 'start' : 'overview'),
    plan,
    at: pairs(params.getAll('at')),
    set: pairs(params.getAll('set')),
    currency: params.get('currency') ?? undefined,
    own,
  };
}

export function addressOf({ view, plan, at, set, currency, own }: Location): string {
  const params = new URLSearchParams();
  if (plan !== undefined) params.set('plan', plan);
  for (const [axis, point] of Object.entries(at)) params.append('at', `${axis}=${point}`);
  for (const [name, value] of Object.entries(set)) params.append('set', `${name}=${value}`);
  if (currency !== undefined) params.set('currency', currency);
  for (const [key, value] of Object.entries(own)) params.set(key, value);
  // names and units stay readable: only what would end the address is written otherwise
  const query = params.toString().replaceAll('%2F', '/').replaceAll('%3D', '=').replaceAll('%2C', ',');
  return `/${view === 'start' ? '' : view}${query === '' ? '' : `?${query}`}`;
}

function pairs(texts: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    texts.flatMap((text) => {
      const equals = text.indexOf('=');
      return equals <= 0 ? [] : [[text.slice(0, equals), text.slice(equals + 1)] as const];
    }),
  );
}

function readAddress(): Location {
  // a file on disk has one path: there the address stands behind the #
  if (!isStandalone) return parseAddress(location.pathname, location.search);
  const [path = '', query = ''] = location.hash.slice(1).split('?');
  return parseAddress(path, query);
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

function move(next: Location, step: boolean): void {
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
