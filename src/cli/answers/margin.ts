// The question of `outlay margin`, asked and written.

import { placeOf } from '../../analysis/cases.ts';
import { type Margins, margins } from '../../analysis/margin.ts';
import { type MovedInput, type Span, today } from '../../analysis/moved-input.ts';
import { isServed, servedInputs, usualUnit } from '../../analysis/unit-economics.ts';
import { at as markAt } from '../../diagnostics/diagnostic.ts';
import { interpreter } from '../../grid/interpret.ts';
import { unitText } from '../../quantity/unit.ts';
import { marginJson } from '../../report/json-margin.ts';
import { marginCsv, marginMarkdown } from '../../report/margin-answers.ts';
import { noRevenue, perHint } from '../../report/margin-words.ts';
import { marginLines } from '../../report/terminal-margin.ts';
import type { Loaded } from '../load.ts';
import { readInput, readSpan } from '../moved-flags.ts';
import { rendered } from '../rendering.ts';
import type { Answer } from '../run.ts';
import { wordOf } from '../setting-word.ts';
import type { Flags } from '../settings.ts';

export interface MarginFlags extends Flags {
  readonly per?: string;
  readonly target?: string;
  readonly from?: string;
  readonly to?: string;
}

export async function answerMargin(flags: MarginFlags, loaded: Loaded): Promise<Answer | undefined> {
  const { grid, pinned, out } = loaded;
  const { graph } = grid;
  if (graph.revenue === undefined) {
    const help = 'say what is earned: `revenue: { pro: { price: 12 EUR/user/month, quantity: users } }`';
    out.error('E701', noRevenue, [], help);
    return undefined;
  }
  const place = placeOf(graph, pinned);
  const per = flags.per === undefined ? usualUnit(graph, place) : servedInput(flags.per, loaded);
  const target = flags.target === undefined ? undefined : targetOf(flags.target, loaded);
  const span = per === undefined || out.failed ? undefined : spanOf(per, flags, loaded);
  if (out.failed) return undefined;
  const answer = margins(grid, { per, span, target }, pinned);
  return answer === undefined ? undefined : { text: await textFor(answer, loaded), findings: {} };
}

function servedInput(name: string, loaded: Loaded): MovedInput | undefined {
  const input = readInput(name, loaded, '--per');
  if (input === undefined || isServed(input)) return input;
  const message = `\`${input.name}\` is in \`${unitText(input.unit, true) || 'no unit'}\`, and nothing is served by that`;
  const help = 'a count or a measure: users, requests, gigabytes';
  loaded.out.error('E701', message, markAt(wordOf(name, '--per').span), help);
  return undefined;
}

/** Only what somebody asked for; otherwise each case has a range of its own. */
function spanOf(per: MovedInput, flags: MarginFlags, loaded: Loaded): Span | undefined {
  if (flags.from === undefined && flags.to === undefined) return undefined;
  const { graph } = loaded.grid;
  const now = today(graph, interpreter(graph), per.node, placeOf(graph, loaded.pinned));
  const from = flags.from ?? '1';
  return readSpan(per, [{ ...now, high: now.high * 10 }], { ...flags, from }, loaded);
}

/** `70%`: of what is earned, so less than all of it. */
function targetOf(text: string, { out }: Loaded): number | undefined {
  const percent = /^\s*([0-9]{1,2}(?:\.[0-9]{1,6})?)\s*%\s*$/.exec(text)?.[1];
  if (percent !== undefined) return Number(percent) / 100;
  const help = 'a gross margin is a share of the revenue, below 100%: `--target 70%`';
  out.error('E701', `\`${text}\` is no gross margin to aim at`, markAt(wordOf(text, '--target').span), help);
  return undefined;
}

function hintFor({ per }: Margins, { grid, pinned }: Loaded): string | undefined {
  const served = per === undefined ? servedInputs(grid.graph, placeOf(grid.graph, pinned)) : [];
  return served.length === 0 ? undefined : perHint(served);
}

function textFor(answer: Margins, loaded: Loaded): Promise<string> {
  const { graph } = loaded.grid;
  return rendered(loaded, {
    json: (head) => marginJson(answer, head),
    csv: () => marginCsv(answer),
    markdown: () => marginMarkdown(graph, answer),
    table: (terminal) => marginLines(graph, answer, hintFor(answer, loaded), terminal),
  });
}
