// What a text calls its things, as far as it is written: names for completion, also while the plan does not parse.

import { monthAxis, pointKeys, timeNames, yearAxis } from '../plan/names.ts';
import type { SketchEntry } from './sketch.ts';

export type NameKind =
  | 'input'
  | 'formula'
  | 'item'
  | 'line of revenue'
  | 'lever'
  | 'group'
  | 'total'
  | 'limit';

export interface PlanName {
  readonly name: string;
  readonly kind: NameKind;
  /** Its value as it is written, or nothing. */
  readonly written: string;
}

export interface PlanAxis {
  readonly name: string;
  readonly points: readonly string[];
}

export interface PlanNames {
  readonly names: readonly PlanName[];
  readonly axes: readonly PlanAxis[];
  /** Words that the plan counts in. */
  readonly units: readonly string[];
  /** By item: what it uses, by its catalog path. */
  readonly uses: ReadonlyMap<string, string>;
}

const sections: Readonly<Record<string, NameKind>> = {
  inputs: 'input',
  formulas: 'formula',
  items: 'item',
  revenue: 'line of revenue',
  levers: 'lever',
};

const axisFields: readonly string[] = [...pointKeys, 'held', 'sweep', 'values'];

export function planNames(text: string, entries: readonly SketchEntry[]): PlanNames {
  const names = new Map<string, PlanName>();
  const axes = new Map<string, string[]>();
  const units = new Set<string>();
  const uses = new Map<string, string>();
  const written = (entry: SketchEntry): string => unquoted(text.slice(entry.valueStart, entry.valueEnd));
  const add = (name: string, kind: NameKind, value = ''): void => {
    if (name !== '' && !names.has(name)) names.set(name, { name, kind, written: value });
  };
  let horizon = false;
  for (const entry of entries) {
    const { path } = entry;
    const [section, name, inner] = path;
    const last = path.at(-1);
    const above = path.at(-2);
    if (section === 'prices' || typeof last !== 'string') {
      if (section === 'units' && path.length === 2) units.add(written(entry));
      if (section === 'axes' && inner === 'values')
        axes.get(String(name))?.push(written(entry).split(/\s/)[0] ?? '');
      continue;
    }
    if (section === 'horizon') horizon = true;
    if (section === 'units' && path.length === 2) units.add(last);
    const value = written(entry);
    const kind = sections[String(above)];
    const isDeclared = path.length === 2 || above === 'items' || above === 'revenue';
    if (kind !== undefined && isDeclared) add(last, kind, value.startsWith('{') ? '' : value);
    if (last === 'value' && path.length === 3 && (section === 'inputs' || section === 'formulas'))
      names.set(String(name), {
        name: String(name),
        kind: section === 'inputs' ? 'input' : 'formula',
        written: value,
      });
    if (last === 'group' && value !== '') add(value, 'group');
    if ((last === 'use' || last.endsWith('.use')) && typeof above === 'string')
      uses.set(last === 'use' ? above : last.slice(0, -'.use'.length), value);
    if (path.length === 2 && (section === 'limits' || section === 'budgets'))
      add(`${section}.${last}`, 'limit', value.startsWith('{') ? '' : value);
    if (section === 'axes' && path.length === 2) axes.set(last, []);
    if (section === 'axes' && path.length === 3 && !axisFields.includes(last))
      axes.get(String(name))?.push(last);
    if (section === 'levers' && path.length === 2) axes.set(last, ['off', 'on']);
  }
  if (horizon) for (const axis of [monthAxis, yearAxis]) if (!axes.has(axis)) axes.set(axis, []);
  const sells = [...names.values()].some((n) => n.kind === 'line of revenue');
  const always = ['total', 'upfront', 'feasible_total', 'items'];
  const earned = sells ? ['revenue', 'margin', 'gross_margin'] : [];
  for (const word of [...always, ...earned, ...(horizon ? timeNames : [])]) add(word, 'total');
  return {
    names: [...names.values()],
    axes: [...axes].map(([name, points]) => ({ name, points: [...new Set(points)].filter((p) => p !== '') })),
    units: [...units].filter((unit) => unit !== ''),
    uses,
  };
}

function unquoted(text: string): string {
  const quote = text[0];
  return (quote === '"' || quote === "'") && text.at(-1) === quote && text.length > 1
    ? text.slice(1, -1)
    : text;
}
