// `outlay break-even PLAN --between A,B --on month`: when one of two cases has cost less so far.

import { overtaking } from '../../analysis/overtaking.ts';
import {
  type OvertakingAnswer,
  overtakingCsv,
  overtakingJson,
  overtakingLines,
  overtakingMarkdown,
} from '../../report/overtaking-answers.ts';
import { readSides } from '../between.ts';
import type { Loaded } from '../load.ts';
import { rendered } from '../rendering.ts';
import type { Answer } from '../run.ts';

export async function answerOvertaking(
  between: readonly string[],
  loaded: Loaded,
): Promise<Answer | undefined> {
  const asked = readSides(between, 'spent', loaded);
  if (asked === undefined) return undefined;
  const [a, b] = asked.sides;
  if (asked.metric === undefined) {
    const help =
      'for example `--between platform=a,platform=b`; the months of a formula are in `compare --over month`';
    loaded.out.error('E701', 'along the months two cases are compared', [], help);
    return undefined;
  }
  const found = overtaking(loaded.grid, [a.place, b.place]);
  if (found === undefined) return undefined;
  const answer: OvertakingAnswer = { overtaking: found, names: [a.label, b.label] };
  return { text: await textFor(answer, loaded), findings: {} };
}

function textFor(answer: OvertakingAnswer, loaded: Loaded): Promise<string> {
  const { plan } = loaded;
  return rendered(loaded, {
    json: (head) => overtakingJson(answer, head),
    csv: () => overtakingCsv(answer, plan.currency),
    markdown: () => overtakingMarkdown(plan, answer),
    table: (terminal) => overtakingLines(plan, answer, terminal),
  });
}
