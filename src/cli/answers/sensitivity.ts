// The question of `outlay sensitivity`, asked and written.

import { placeOf } from '../../analysis/cases.ts';
import { caseAxes, coordinates } from '../../analysis/figures.ts';
import { sensitivity } from '../../analysis/sensitivity.ts';
import { at as markAt } from '../../diagnostics/diagnostic.ts';
import { plainDecimal } from '../../quantity/print-number.ts';
import { choiceAxis } from '../../report/axis-roles.ts';
import { sensitivityCsv, sensitivityJson } from '../../report/json-sensitivity.ts';
import { sensitivityMarkdown } from '../../report/markdown-sensitivity.ts';
import type { SensitivityAnswer } from '../../report/table-sensitivity.ts';
import { sensitivityLines } from '../../report/terminal-sensitivity.ts';
import { askFormula } from '../ask.ts';
import { axisNamed } from '../axis-flags.ts';
import type { Loaded } from '../load.ts';
import { rendered } from '../rendering.ts';
import type { Answer } from '../run.ts';
import { wordOf } from '../setting-word.ts';
import type { Flags } from '../settings.ts';

export interface SensitivityFlags extends Flags {
  readonly by?: string;
  readonly axis?: string;
}

export async function answerSensitivity(
  formula: string,
  flags: SensitivityFlags,
  loaded: Loaded,
): Promise<Answer | undefined> {
  const { grid, pinned, out } = loaded;
  const { graph } = grid;
  const question = askFormula(formula, 'FORMULA', loaded);
  const by = shareOf(flags.by ?? '10%', loaded);
  const axis =
    flags.axis === undefined
      ? choiceAxis(graph, graph.total, pinned)
      : axisNamed(flags.axis, '--axis', loaded);
  if (question !== undefined && question.type.kind !== 'number') {
    const help = 'for example `total`, or the cost of an item: `app.cost`';
    out.error('E303', 'only figures are sensitive', markAt(wordOf(formula, 'FORMULA').span), help);
  }
  if (question?.type.kind !== 'number' || by === undefined || out.failed) return undefined;
  const place = placeOf(graph, pinned);
  const { node, type } = question;
  const found = sensitivity(graph, { node, unit: type.unit, place, by, axis });
  const axes = caseAxes(graph).filter((a) => graph.nodes[node]?.axes.includes(a) || pinned.has(a));
  const answer: SensitivityAnswer = {
    sensitivity: found,
    metric: formula,
    at: coordinates(graph, axes, place),
    axis: axis === undefined ? undefined : graph.axes[axis],
  };
  return { text: await textFor(answer, loaded), findings: {} };
}

function textFor(answer: SensitivityAnswer, loaded: Loaded): Promise<string> {
  const { plan } = loaded;
  return rendered(loaded, {
    json: (head) => sensitivityJson(answer, head),
    csv: () => sensitivityCsv(answer),
    markdown: () => sensitivityMarkdown(plan, answer),
    table: (terminal) => sensitivityLines(plan, answer, terminal),
  });
}

/** `10%`: more than nothing, and at most all of it. */
function shareOf(text: string, { out }: Loaded): number | undefined {
  const percent = /^\s*([0-9]{1,3}(?:\.[0-9]{1,6})?)\s*%\s*$/.exec(text)?.[1];
  const share = Number(percent) / 100;
  if (share > 0 && share <= 1) return share;
  const bare = /^\s*[0-9.]+\s*$/.test(text) ? Number(text) : Number.NaN;
  const meant = bare < 1 ? `${plainDecimal(bare * 100, 6)}%` : bare <= 100 ? `${bare}%` : '20%';
  const help = `a share of the input, up to 100%: \`--by ${meant}\``;
  out.error('E701', `\`${text}\` is no share to move an input by`, markAt(wordOf(text, '--by').span), help);
  return undefined;
}
