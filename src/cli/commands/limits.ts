// `outlay limits PLAN`: which limit binds first, by how much, and at what value of which input.

import { type LimitUse, limits, limitUses } from '../../analysis/limits.ts';
import { limitsCsv } from '../../report/csv-answers.ts';
import type { LimitsAnswer } from '../../report/json-limits.ts';
import { limitsJson } from '../../report/json-limits.ts';
import { limitsMarkdown } from '../../report/table-document.ts';
import { limitsLines } from '../../report/terminal-limits.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { rendered } from '../rendering.ts';
import { type Answer, answerPlan } from '../run.ts';
import type { Abilities, Flags } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };

export function runLimits(path: string, flags: Flags, io: Io): Promise<number> {
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const { pinned } = loaded;
    const grid = loaded.grid.pinnedTo(pinned);
    const cases = limits(grid, pinned);
    const budgets = cases.map((one) => limitUses(grid, grid.graph.budgets, one.place));
    const text = await limitsText({ cases, budgets }, loaded);
    const findings = { limit: brokenIn(cases.map((c) => c.limits)), budget: brokenIn(budgets) };
    return { text, findings } satisfies Answer;
  });
}

function brokenIn(cases: readonly (readonly LimitUse[])[]): number {
  return new Set(
    cases
      .flat()
      .filter((l) => l.state === 'broken')
      .map((l) => l.name),
  ).size;
}

function limitsText(answer: LimitsAnswer, loaded: Loaded): Promise<string> {
  const { plan } = loaded;
  return rendered(loaded, {
    json: (head) => limitsJson(answer, head),
    csv: () => limitsCsv(answer),
    markdown: () => limitsMarkdown(plan, answer),
    table: (terminal) => limitsLines(plan, answer, terminal),
  });
}
