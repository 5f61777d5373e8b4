// `outlay bill PLAN`: what each case costs.

import { type Bill, bill } from '../../analysis/bill.ts';
import type { Odds } from '../../analysis/odds.ts';
import { moneyUnit } from '../../report/amounts.ts';
import { billCsv } from '../../report/csv-answers.ts';
import { billJson } from '../../report/json-bill.ts';
import { billMarkdown } from '../../report/table-document.ts';
import { oddsLines } from '../../report/table-odds.ts';
import { billLines } from '../../report/terminal-bill.ts';
import { inCurrency } from '../../service/currency.ts';
import { billFindings } from '../bill-findings.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { askedOdds } from '../odds.ts';
import { rendered } from '../rendering.ts';
import { type Answer, answerPlan } from '../run.ts';
import type { SamplingFlags } from '../sampling-flags.ts';
import type { Abilities, Flags } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };

export interface BillFlags extends Flags, SamplingFlags {}

export function runBill(path: string, flags: BillFlags, io: Io): Promise<number> {
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const currency = inCurrency(loaded, loaded.settings.currency);
    if (currency === undefined) return undefined;
    const answer = bill(loaded.grid, loaded.pinned, currency.shown);
    const places = answer.cases.map(({ place }) => place);
    const drawn = await askedOdds(flags, loaded, {
      node: loaded.grid.graph.total,
      unit: moneyUnit(answer.currency, 'month'),
      rate: currency.shown?.rate,
      axes: answer.axes.map((name) => loaded.grid.graph.axes.findIndex((axis) => axis.name === name)),
      places,
      by: undefined,
    });
    if (loaded.out.failed) return undefined;
    const text = await billText(answer, drawn, loaded);
    return { text, findings: billFindings(answer, loaded.plan.asOf) } satisfies Answer;
  });
}

function billText(answer: Bill, drawn: Odds | undefined, loaded: Loaded): Promise<string> {
  const { plan, settings } = loaded;
  return rendered(loaded, {
    json: (head) => billJson(answer, head, drawn),
    csv: () => billCsv(answer),
    markdown: () => billMarkdown(plan, answer, settings.top, drawn),
    table: (terminal) => [
      ...billLines({ plan, bill: answer, top: settings.top }, terminal),
      ...(drawn === undefined ? [] : oddsLines(drawn, terminal)),
    ],
  });
}
