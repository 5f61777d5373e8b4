// An axis that is named on the command line.

import { caseAxes } from '../analysis/figures.ts';
import { at as markAt } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Loaded } from './load.ts';
import { wordOf } from './setting-word.ts';

export function axisNamed(name: string, flag: string, { grid, out }: Loaded): number | undefined {
  const { axes } = grid.graph;
  const index = axes.findIndex((a) => a.name === name && a.kind !== 'band');
  if (index >= 0) return index;
  const known = caseAxes(grid.graph).map((a) => axes[a]?.name ?? '');
  const help =
    didYouMean(name, known) ||
    (known.length === 0 ? 'the plan has no axes' : `the axes are ${known.join(', ')}`);
  out.error('E403', `there is no axis called \`${name}\``, markAt(wordOf(name, flag).span), help);
  return undefined;
}
