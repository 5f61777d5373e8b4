// `--samples 10000` beside a bill or a comparison: how its figure comes out over so many samples.

import { reportImpossible } from '../analysis/impossible-draws.ts';
import type { Odds, OddsQuestion } from '../analysis/odds.ts';
import { at as markAt } from '../diagnostics/diagnostic.ts';
import { readyCrew } from '../service/crew/ready-crew.ts';
import type { Loaded } from './load.ts';
import { readSampling, type SamplingFlags } from './sampling-flags.ts';
import { wordOf } from './setting-word.ts';

/** undefined where nobody asks, or where something is wrong, which is in `out`. */
export async function askedOdds(
  flags: SamplingFlags,
  { grid, settings, out }: Loaded,
  question: Omit<OddsQuestion, 'samples' | 'sampling'>,
): Promise<Odds | undefined> {
  if (flags.samples === undefined) return undefined;
  const drawing = readSampling(flags, out);
  if (settings.format === 'csv') {
    const help = '`outlay risk --format csv` has the quantiles of every case';
    const { span } = wordOf(flags.samples, '--samples');
    out.error('E701', 'a CSV of bills and comparisons has no samples', markAt(span), help);
  }
  if (drawing === undefined || out.failed) return undefined;
  await readyCrew(drawing.samples);
  const { odds } = await import('../analysis/odds.ts');
  const answer = odds(grid, { ...question, ...drawing });
  if (answer.ok) return answer.odds;
  reportImpossible(answer.impossible, grid.graph, out);
  return undefined;
}
