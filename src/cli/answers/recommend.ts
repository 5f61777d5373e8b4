// The question of `outlay recommend`, asked and written.

import { caseAxes } from '../../analysis/figures.ts';
import { type Advice, recommend } from '../../analysis/recommend.ts';
import { at as markAt } from '../../diagnostics/diagnostic.ts';
import { choiceAxis } from '../../report/axis-roles.ts';
import { recommendJson } from '../../report/json-recommend.ts';
import { recommendMarkdown } from '../../report/markdown-recommend.ts';
import { recommendLines } from '../../report/terminal-recommend.ts';
import { axisNamed } from '../axis-flags.ts';
import type { Loaded } from '../load.ts';
import { askMetric } from '../metric.ts';
import { rendered } from '../rendering.ts';
import type { Answer } from '../run.ts';
import { wordOf } from '../setting-word.ts';
import type { Flags } from '../settings.ts';

export interface RecommendFlags extends Flags {
  readonly by?: string;
  readonly metric?: string;
}

export async function answerRecommend(flags: RecommendFlags, loaded: Loaded): Promise<Answer | undefined> {
  const { grid, pinned, out } = loaded;
  const metric = flags.metric ?? 'total';
  const question = askMetric(metric, loaded, 'only of a figure is there a lowest');
  const by = flags.by === undefined ? choiceFor(question?.node, loaded) : axisNamed(flags.by, '--by', loaded);
  if (by !== undefined && pinned.has(by)) {
    const name = grid.graph.axes[by]?.name ?? '';
    out.error(
      'E701',
      `\`--at\` has chosen a point of \`${name}\` already`,
      markAt(wordOf(flags.by ?? name, '--by').span),
      'leave it out, and the points are compared',
    );
  }
  if (question === undefined || by === undefined || out.failed) return undefined;
  // only the data lists them all
  const flips = loaded.settings.format === 'json' ? 'all' : 'nearest';
  const advice = recommend(grid, { metric, ...question, by, flips }, pinned);
  return { text: await textFor(advice, loaded), findings: {} };
}

/** The axis that is a choice, where nobody names one. */
function choiceFor(node: number | undefined, { grid, pinned, out }: Loaded): number | undefined {
  const { graph } = grid;
  if (node === undefined) return undefined;
  const choice = choiceAxis(graph, node, pinned);
  if (choice !== undefined) return choice;
  const names = caseAxes(graph, pinned).filter((axis) => !pinned.has(axis));
  const help =
    names.length === 0
      ? 'the plan has no axis of which a point could be chosen'
      : `say which: ${names.map((axis) => `\`--by ${graph.axes[axis]?.name}\``).join(' or ')}`;
  out.error('E701', 'no axis is plainly a choice', [], help);
  return undefined;
}

function textFor(advice: Advice, loaded: Loaded): Promise<string> {
  const { plan, settings } = loaded;
  return rendered(
    loaded,
    {
      json: (head) => recommendJson(advice, head),
      markdown: () => recommendMarkdown(plan, advice),
      table: (terminal) => recommendLines(plan, advice, terminal),
    },
    settings.currency,
  );
}
