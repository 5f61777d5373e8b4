// `outlay levers PLAN [FORMULA]`: what each lever takes off a figure, alone and together with the others.

import { type Levers, levers } from '../../analysis/levers.ts';
import { at as markAt } from '../../diagnostics/diagnostic.ts';
import { leversJson } from '../../report/json-levers.ts';
import { leversCsv, leversMarkdown } from '../../report/lever-answers.ts';
import { leversLines } from '../../report/terminal-levers.ts';
import { askFormula } from '../ask.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { rendered } from '../rendering.ts';
import { type Answer, answerPlan } from '../run.ts';
import { wordOf } from '../setting-word.ts';
import type { Abilities, Flags } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };

export function runLevers(path: string, formula: string, flags: Flags, io: Io): Promise<number> {
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const { grid, pinned, out } = loaded;
    const question = askFormula(formula, 'FORMULA', loaded);
    if (question === undefined) return undefined;
    const { node, type } = question;
    if (type.kind !== 'number') {
      out.error(
        'E303',
        'levers change a figure',
        markAt(wordOf(formula, 'FORMULA').span),
        'for example `total`, or `app.cost`',
      );
      return undefined;
    }
    const answer = levers(grid, { metric: formula, node, unit: type.unit }, pinned);
    return { text: await leversText(answer, loaded), findings: {} } satisfies Answer;
  });
}

function leversText(answer: Levers, loaded: Loaded): Promise<string> {
  const { plan } = loaded;
  return rendered(loaded, {
    json: (head) => leversJson(answer, head),
    csv: () => leversCsv(answer),
    markdown: () => leversMarkdown(plan, answer),
    table: (terminal) => leversLines(plan, answer, terminal),
  });
}
