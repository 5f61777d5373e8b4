// Addresses of the page, as text and as data.

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

/** The figure whose explanation is open. */
export interface ExplainedQuestion {
  readonly formula: string;
  /** On top of the case that is looked at. */
  readonly at: Readonly<Record<string, string>>;
}

export interface Location {
  readonly view: ViewName;
  /** The plan's path in the folder that is served. */
  readonly plan: string | undefined;
  /** Axis -> point. */
  readonly at: Readonly<Record<string, string>>;
  /** What is tried out on top of the plan. */
  readonly set: Readonly<Record<string, string>>;
  readonly currency: string | undefined;
  readonly explain: ExplainedQuestion | undefined;
  /** What the view itself wants to keep: `by`, `over`, `metric`. */
  readonly own: Readonly<Record<string, string>>;
}

const shared = ['plan', 'at', 'set', 'currency', 'explain', 'explain-at', 'token'];

/** `home` is the view where the address names none. */
export function parseAddress(path: string, query: string, home: ViewName = 'start'): Location {
  const params = new URLSearchParams(query);
  const first = path.replace(/^\/+/, '').split('/')[0] ?? '';
  const known = viewNames.find((name) => name === first);
  const plan = params.get('plan') ?? undefined;
  const formula = params.get('explain') ?? '';
  const own: Record<string, string> = {};
  for (const [key, value] of params) if (!shared.includes(key)) own[key] = value;
  return {
    view: known ?? (plan === undefined ? home : 'overview'),
    plan,
    at: pairs(params.getAll('at')),
    set: pairs(params.getAll('set')),
    currency: params.get('currency') ?? undefined,
    explain: formula === '' ? undefined : { formula, at: pairs(params.getAll('explain-at')) },
    own,
  };
}

export function addressOf({ view, plan, at, set, currency, explain, own }: Location): string {
  const params = new URLSearchParams();
  if (plan !== undefined) params.set('plan', plan);
  for (const [axis, point] of Object.entries(at)) params.append('at', `${axis}=${point}`);
  for (const [name, value] of Object.entries(set)) params.append('set', `${name}=${value}`);
  if (currency !== undefined) params.set('currency', currency);
  for (const [key, value] of Object.entries(own)) params.set(key, value);
  if (explain !== undefined) params.set('explain', explain.formula);
  for (const [axis, point] of Object.entries(explain?.at ?? {}))
    params.append('explain-at', `${axis}=${point}`);
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
