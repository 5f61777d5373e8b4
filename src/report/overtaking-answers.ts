// Which of two cases has cost less so far, month by month: in words, as a table, as data.

import { isKnown, type Ranged } from '../analysis/figures.ts';
import type { Lead, LeadStretch, Overtaking } from '../analysis/overtaking.ts';
import type { Plan } from '../plan/types.ts';
import { moneyCell, moneyUnit } from './amounts.ts';
import { asPlainTable, cells, paragraph, type ReportTable, table, textCell } from './blocks.ts';
import { csvText } from './csv.ts';
import { amountJson, decimal, headJson, type JsonHead, type JsonObject, jsonText } from './json.ts';
import { renderMarkdown } from './markdown.ts';
import { left, right } from './table.ts';
import type { Terminal } from './terminal-paint.ts';
import { terminalTable, wrapText } from './terminal-table.ts';

export interface OvertakingAnswer {
  readonly overtaking: Overtaking;
  /** What the two cases are called. */
  readonly names: readonly [string, string];
}

/** `At first B has cost less, then A from month 31 on.` */
function leadText({ names, overtaking }: OvertakingAnswer, stretches: readonly LeadStretch[]): string {
  const [first, second] = names;
  const known = stretches.filter((s) => s.ahead === 'first' || s.ahead === 'second');
  const nameOf = ({ ahead }: LeadStretch): string => (ahead === 'first' ? first : second);
  const [start, ...changes] = known.filter((s, i) => i === 0 || s.ahead !== known[i - 1]?.ahead);
  if (stretches.some((s) => s.ahead === 'unknown'))
    return 'Nobody knows which has cost less: something in it has no price.';
  if (start === undefined) return `${first} and ${second} have cost the same in every month.`;
  const other = start.ahead === 'first' ? second : first;
  if (changes.length === 0) return `${nameOf(start)} has cost less than ${other} throughout.`;
  const steps = changes.map((s) => `${nameOf(s)} from ${overtaking.months[s.from]?.month ?? ''} on`);
  return `At first ${nameOf(start)} has cost less, then ${steps.join(', then ')}.`;
}

export function overtakingSentences(answer: OvertakingAnswer): readonly string[] {
  const { stretches, ends } = answer.overtaking;
  const main = leadText(answer, stretches);
  if (ends === undefined) return [main];
  return [
    main,
    `With all ranges at their low ends: ${lowerFirst(leadText(answer, ends.low))}`,
    `With all ranges at their high ends: ${lowerFirst(leadText(answer, ends.high))}`,
  ];
}

/** A name keeps its capital. */
function lowerFirst(text: string): string {
  return text.startsWith('At first') || text.startsWith('Nobody')
    ? `${text.charAt(0).toLowerCase()}${text.slice(1)}`
    : text;
}

/** The first month, both sides of every change, the end of each year, and the last month. */
function shownMonths({ months, stretches }: Overtaking): readonly number[] {
  const changes = stretches.slice(1).flatMap((s) => [s.from - 1, s.from]);
  const years = months.flatMap((_, m) => ((m + 1) % 12 === 0 ? [m] : []));
  return [...new Set([0, ...changes, ...years, months.length - 1])].sort((a, b) => a - b);
}

const leadWords: Readonly<Record<Lead, (names: readonly [string, string]) => string>> = {
  first: ([first]) => first,
  second: ([, second]) => second,
  level: () => 'the same',
  unknown: () => 'unknown',
};

export function overtakingTable({ overtaking, names }: OvertakingAnswer, currency: string): ReportTable {
  const money = (r: Ranged) => ({ text: moneyCell(r, currency, 'bill'), value: r, unit: currency });
  return {
    columns: [
      left('until the end of'),
      ...names.map((n) => right(n, currency)),
      right('difference'),
      left('less so far'),
    ],
    rows: shownMonths(overtaking).map((m) => {
      const { month, spent } = overtaking.months[m] ?? { month: '', spent: [none, none] };
      const [a, b] = spent;
      const stretch = overtaking.stretches.find((s) => s.from <= m && m <= s.to);
      return cells(
        'plain',
        textCell(month),
        money(a ?? none),
        money(b ?? none),
        money(difference(a ?? none, b ?? none)),
        textCell(leadWords[stretch?.ahead ?? 'unknown'](names)),
      );
    }),
    notes: [],
  };
}

const none: Ranged = { low: Number.NaN, mid: Number.NaN, high: Number.NaN };

/** Of the middles; end by end where both are ranges of the same inputs. */
function difference(a: Ranged, b: Ranged): Ranged {
  if (!isKnown(a) || !isKnown(b)) return none;
  const ends = [a.low - b.low, a.mid - b.mid, a.high - b.high];
  return { low: Math.min(...ends), mid: a.mid - b.mid, high: Math.max(...ends) };
}

const title = 'All cash so far';

export function overtakingLines(plan: Plan, answer: OvertakingAnswer, terminal: Terminal): readonly string[] {
  const { paint, width } = terminal;
  return [
    paint.strong(plan.title),
    paint.faint(`${title.toLowerCase()}, in ${plan.currency}`),
    '',
    ...overtakingSentences(answer).flatMap((text) => wrapText(text, width)),
    '',
    ...terminalTable(asPlainTable(overtakingTable(answer, plan.currency)), terminal),
  ];
}

export function overtakingMarkdown(plan: Plan, answer: OvertakingAnswer): string {
  const { columns, rows } = overtakingTable(answer, plan.currency);
  const blocks = [...overtakingSentences(answer).map((text) => paragraph(text)), ...table(columns, rows)];
  const section = { id: 'overtaking', title, blocks };
  return renderMarkdown({ title: plan.title, subtitle: [], sections: [section] });
}

/** One row a month. */
export function overtakingCsv({ overtaking, names }: OvertakingAnswer, currency: string): string {
  const unit = moneyUnit(currency);
  const text = (r: Ranged): readonly string[] => [r.mid, r.low, r.high].map((x) => decimal(x, unit) ?? '');
  const heads = names.flatMap((name) => [name, `${name} low`, `${name} high`]);
  const rows = overtaking.months.map(({ month, spent }) => [month, ...spent.flatMap(text), currency]);
  return csvText([['month', ...heads, 'currency'], ...rows]);
}

/** `outlay.overtaking/1`, schema/overtaking.schema.json. */
export function overtakingJson({ overtaking, names }: OvertakingAnswer, head: JsonHead): string {
  const unit = moneyUnit(head.currency);
  const { months, stretches, ends } = overtaking;
  const stretchJson = ({ from, to, ahead }: LeadStretch): JsonObject => ({
    from: months[from]?.month ?? '',
    to: months[to]?.month ?? '',
    ahead,
  });
  return jsonText({
    ...headJson('outlay.overtaking/1', head),
    sides: names,
    stretches: stretches.map(stretchJson),
    ends: ends === undefined ? null : { low: ends.low.map(stretchJson), high: ends.high.map(stretchJson) },
    months: months.map(({ month, spent }) => ({ month, spent: spent.map((r) => amountJson(r, unit)) })),
  });
}
