// The views, each loaded when it is first looked at.

import type { ComponentType } from 'preact';
import type { ViewName } from '../app/address.ts';
import type { Outline } from '../engine/protocol.ts';

export interface View {
  readonly name: ViewName;
  readonly title: string;
  /** What it answers, in a few words. */
  readonly about: string;
  /** The second key, after G. */
  readonly key: string;
  /** Whether the plan has anything to show in it. */
  readonly shows: (has: Outline['has']) => boolean;
  readonly load: () => Promise<ComponentType>;
}

const always = (): boolean => true;

export const views: readonly View[] = [
  {
    name: 'overview',
    title: 'Overview',
    about: 'what it costs, how sure that is, what to take',
    key: 'O',
    shows: always,
    load: () => import('./overview.tsx').then((m) => m.Overview),
  },
  {
    name: 'drivers',
    title: 'Drivers',
    about: 'every input, and what it moves',
    key: 'D',
    shows: always,
    load: () => import('./drivers.tsx').then((m) => m.Drivers),
  },
  {
    name: 'bill',
    title: 'Bill',
    about: 'what each item costs in each case',
    key: 'B',
    shows: always,
    load: () => import('./bill.tsx').then((m) => m.Bill),
  },
  {
    name: 'compare',
    title: 'Compare',
    about: 'one axis against another',
    key: 'C',
    shows: always,
    load: () => import('./compare.tsx').then((m) => m.Compare),
  },
  {
    name: 'risk',
    title: 'Risk',
    about: 'how it spreads, and what the odds are',
    key: 'R',
    shows: always,
    load: () => import('./risk.tsx').then((m) => m.Risk),
  },
  {
    name: 'levers',
    title: 'Levers',
    about: 'what each saving is worth',
    key: 'V',
    shows: always,
    load: () => import('./levers.tsx').then((m) => m.Levers),
  },
  {
    name: 'margin',
    title: 'Margin',
    about: 'what is earned, and from how many on it pays',
    key: 'M',
    shows: always,
    load: () => import('./margin.tsx').then((m) => m.Margin),
  },
  {
    name: 'limits',
    title: 'Limits',
    about: 'what breaks first',
    key: 'L',
    shows: always,
    load: () => import('./limits.tsx').then((m) => m.Limits),
  },
  {
    name: 'prices',
    title: 'Prices',
    about: 'the catalog: dated, sourced rate cards',
    key: 'P',
    shows: always,
    load: () => import('./prices.tsx').then((m) => m.Prices),
  },
  {
    name: 'audit',
    title: 'Audit',
    about: 'check a document that somebody has written',
    key: 'A',
    shows: always,
    load: () => import('./audit.tsx').then((m) => m.Audit),
  },
  {
    name: 'source',
    title: 'Source',
    about: 'the plan as text',
    key: 'S',
    shows: always,
    load: () => import('./source.tsx').then((m) => m.Source),
  },
];

export function viewNamed(name: ViewName): View | undefined {
  return views.find((view) => view.name === name);
}
