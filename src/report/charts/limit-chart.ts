// How much of each limit is used in one case, the tightest on top.

import type { LimitUse } from '../../analysis/limits.ts';
import { percentRange } from '../amounts.ts';
import { andList } from '../words.ts';
import type { LadderChart } from './chart.ts';

const mostRows = 20;

/** `where`: which case it is; empty for the only one. */
export function limitChart(uses: readonly LimitUse[], where: string): LadderChart | undefined {
  const rows = uses.flatMap(({ label, utilisation, state }): LadderChart['rows'] => {
    if (utilisation === undefined || state === 'undecided') return [];
    const { low, high } = utilisation;
    if (![low, high].every((x) => Number.isFinite(x) && x >= 0)) return [];
    return [{ name: label, low, high, state, text: percentRange(utilisation) }];
  });
  if (rows.length < 2) return undefined;
  const shown = [...rows].sort((a, b) => b.high - a.high).slice(0, mostRows);
  const at = where === '' ? '' : `, at ${where}`;
  return {
    kind: 'ladder',
    title: `How much of each limit is used${at}`,
    alt: `${andList(shown.map(({ name, text, state }) => `${name} ${text}${state === 'holds' ? '' : ` (${state === 'broken' ? 'broken' : 'may break'})`}`))}.`,
    rows: shown,
  };
}
