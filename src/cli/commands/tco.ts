// `outlay tco PLAN`: what each case comes to over the horizon, as cash by year and as total cost of ownership.

import { type Tco, tco } from '../../analysis/tco.ts';
import { tcoJson } from '../../report/json-tco.ts';
import { tcoCsv, tcoMarkdown } from '../../report/tco-answers.ts';
import { tcoWords } from '../../report/tco-words.ts';
import { tcoLines } from '../../report/terminal-tco.ts';
import { inCurrency } from '../../service/currency.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { rendered } from '../rendering.ts';
import { answerPlan } from '../run.ts';
import type { Abilities, Flags } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };

export function runTco(path: string, flags: Flags, io: Io): Promise<number> {
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const currency = inCurrency(loaded, loaded.settings.currency);
    if (currency === undefined) return undefined;
    const answer = tco(loaded.grid, loaded.pinned, currency.shown);
    if (answer === undefined) {
      const help = 'say how far it looks ahead: `horizon: 60 months`';
      loaded.out.error('E105', 'the plan has no horizon', [], help);
      return undefined;
    }
    return { text: await tcoText(answer, loaded), findings: {} };
  });
}

function tcoText(answer: Tco, loaded: Loaded): Promise<string> {
  const { plan, grid, pinned } = loaded;
  const words = tcoWords(grid.graph, answer, pinned);
  return rendered(
    loaded,
    {
      json: (head) => tcoJson(answer, head),
      csv: () => tcoCsv(answer),
      markdown: () => tcoMarkdown(plan, answer, words),
      table: (terminal) => tcoLines(plan, answer, words, terminal),
    },
    answer.currency,
  );
}
