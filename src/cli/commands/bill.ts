// `outlay bill PLAN`: what each case costs.

import { type Bill, bill } from '../../analysis/bill.ts';
import { billCsv } from '../../report/csv-answers.ts';
import { billJson } from '../../report/json-bill.ts';
import { billMarkdown } from '../../report/table-document.ts';
import { billLines } from '../../report/terminal-bill.ts';
import { inCurrency } from '../../service/currency.ts';
import { billFindings } from '../bill-findings.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { rendered } from '../rendering.ts';
import { type Answer, answerPlan } from '../run.ts';
import type { Abilities, Flags } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };

export function runBill(path: string, flags: Flags, io: Io): Promise<number> {
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const currency = inCurrency(loaded, loaded.settings.currency);
    if (currency === undefined) return undefined;
    const answer = bill(loaded.grid, loaded.pinned, currency.shown);
    const text = await billText(answer, loaded);
    return { text, findings: billFindings(answer, loaded.plan.asOf) } satisfies Answer;
  });
}

function billText(answer: Bill, loaded: Loaded): Promise<string> {
  const { plan, settings } = loaded;
  return rendered(loaded, {
    json: (head) => billJson(answer, head),
    csv: () => billCsv(answer),
    markdown: () => billMarkdown(plan, answer, settings.top),
    table: (terminal) => billLines({ plan, bill: answer, top: settings.top }, terminal),
  });
}
