// The question of `outlay risk`, asked and written.

import { reportImpossible } from '../../analysis/impossible-draws.ts';
import { type RiskQuestion, risk } from '../../analysis/risk.ts';
import { at as markAt } from '../../diagnostics/diagnostic.ts';
import { monthAxis, yearAxis } from '../../plan/names.ts';
import { isMoney } from '../../quantity/unit.ts';
import { choiceAxis } from '../../report/axis-roles.ts';
import { riskCsv, riskJson } from '../../report/json-risk.ts';
import type { RiskAnswer } from '../../report/table-risk.ts';
import { riskLines, riskMarkdown } from '../../report/terminal-risk.ts';
import { readyCrew } from '../../service/crew/ready-crew.ts';
import { axisNamed } from '../axis-flags.ts';
import type { Loaded } from '../load.ts';
import { askMetric } from '../metric.ts';
import { rendered } from '../rendering.ts';
import type { Answer } from '../run.ts';
import { readSampling, type SamplingFlags } from '../sampling-flags.ts';
import { wordOf } from '../setting-word.ts';
import type { Flags } from '../settings.ts';

export interface RiskFlags extends Flags, SamplingFlags {
  readonly metric?: string;
  readonly by?: string;
  readonly over?: string;
}

export async function answerRisk(flags: RiskFlags, loaded: Loaded): Promise<Answer | undefined> {
  const { grid, pinned, out } = loaded;
  const { graph } = grid;
  const metric = flags.metric ?? 'total';
  const asked = askMetric(metric, loaded, 'only figures spread');
  const drawing = readSampling(flags, out);
  const over = flags.over === undefined ? undefined : overTime(flags.over, metric, loaded);
  const by = flags.by === undefined ? undefined : axisNamed(flags.by, '--by', loaded);
  if (asked === undefined || drawing === undefined || out.failed) return undefined;
  await readyCrew(drawing.samples);
  // only what is paid is better the less it is
  const chosen = by ?? (isMoney(asked.unit) ? choiceAxis(graph, asked.node, pinned) : undefined);
  const found = risk(grid, { ...asked, ...drawing, by: chosen, over }, pinned);
  if (!found.ok) {
    reportImpossible(found.impossible, graph, out);
    return undefined;
  }
  return { text: await textFor({ risk: found.risk, metric }, loaded), findings: {} };
}

/** The metric at each month, or summed up for each year. */
function overTime(axis: string, metric: string, loaded: Loaded): RiskQuestion['over'] {
  const { grid, out } = loaded;
  const index = grid.graph.axes.findIndex((a) => a.kind === 'time' && a.name === axis);
  const span = wordOf(axis, '--over').span;
  if (index < 0 || (axis !== monthAxis && axis !== yearAxis)) {
    const help = 'time is `month` or `year`, of a plan with a `horizon`';
    out.error('E403', `there is no time called \`${axis}\``, markAt(span), help);
    return undefined;
  }
  const text = axis === yearAxis ? `sum((${metric}) over ${monthAxis} by ${yearAxis})` : metric;
  const asked = askMetric(text, loaded, 'only figures spread');
  return asked === undefined ? undefined : { ...asked, axis: index };
}

function textFor(answer: RiskAnswer, loaded: Loaded): Promise<string> {
  const { plan, settings } = loaded;
  return rendered(
    loaded,
    {
      json: (head) => riskJson(answer, head),
      csv: () => riskCsv(answer),
      markdown: () => riskMarkdown(plan, answer),
      table: (terminal) => riskLines(plan, answer, terminal),
    },
    settings.currency,
  );
}
