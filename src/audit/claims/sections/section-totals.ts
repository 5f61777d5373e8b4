// A row of an overview, `| Storage | $350 |`, against the total under the section of that name, `## 2. Storage` … `Total: $300`, or
// the only amount that the section says it costs.
// Where another row of the overview agrees with its section, the two are about the same, and one that does not is wrong.

import { spreadOf } from '../../figures/spread.ts';
import { lengthsBetween } from '../../judge/calendar.ts';
import { fitOf, isInside } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { type Fact, wordsOf } from '../content/facts.ts';
import { periodOfText } from '../content/grid.ts';
import { comparedClaim } from '../content/recomputed.ts';
import { saysCost, withoutNumber } from '../content/titles.ts';

interface Link {
  readonly row: Fact;
  readonly total: Fact;
  readonly fits: boolean;
  /** Known by its number alone. */
  readonly isCounted: boolean;
}

/** `added`: amounts of tables and lists that are right in a total. */
export function sectionTotalsIn(
  facts: readonly Fact[],
  sums: ReadonlySet<Figure>,
  added: ReadonlySet<Figure>,
): readonly Claim[] {
  const sections = new Map<string, Fact[]>();
  const totals = facts.filter((f) => f.kind === 'total' && sums.has(f.figure));
  for (const fact of [...totals, ...onlyAmounts(facts, sums)]) {
    if (fact.under === undefined) continue;
    const words = wordsOf(withoutNumber(fact.under));
    // `Option 4` is one, whatever is told of it
    const counter = counterOf(fact.under.passage.text);
    if (counter !== '' && fact.words.length === 0) pushTo(sections, `${fact.currency} ${counter}`, fact);
    if (words.length === 0 || fact.words.some((w) => !words.includes(w))) continue;
    pushTo(sections, `${fact.currency} ${words.join(' ')}`, fact);
    // `| 10,000 | $262 |` in an overview by size
    const size = numberOf(fact.under.passage.text);
    if (size !== '' && sums.has(fact.figure)) pushTo(sections, `${fact.currency} ${size}`, fact);
  }
  if (sections.size < 2) return [];
  const bySource = new Map<number, Link[]>();
  const rowsOf = new Map<string, Fact[]>();
  for (const fact of facts) pushTo(rowsOf, `${fact.source} ${fact.label}`, fact);
  for (const row of facts) {
    const isSize = /^[\d.,\s]+$/.test(row.label);
    const counter = counterOf(row.label);
    const words = row.words.join(' ');
    const isCounted = counter !== '' && !sections.has(`${row.currency} ${words}`);
    const name = isSize ? numberOf(row.label) : isCounted ? counter : words;
    if (row.kind !== 'plain' || name === '' || row.figure.bound !== 'none' || row.figure.high < 0) continue;
    // beside what a size costs there may stand what it is for each
    const isComparable = (t: Fact): boolean => !isSize || (t.period === row.period && t.period !== '');
    const own = (sections.get(`${row.currency} ${name}`) ?? []).filter(
      (t) => t.source !== row.source && isComparable(t) && !isOfLongerTime(row, t),
    );
    const [total] = own;
    if (total === undefined || own.some((t) => t.figure.high !== total.figure.high)) continue;
    const fits = agrees(row, total) || isInside(total.figure, row.figure);
    if (!fits && isOtherMeasure(row, total)) continue;
    // the amount stands in another column of the row
    const beside = rowsOf.get(`${row.source} ${row.label}`) ?? [];
    if (!fits && beside.length <= mostBeside && beside.some((f) => agrees(f, total))) continue;
    const link = { row, total, fits, isCounted };
    pushTo(bySource, row.source, link);
  }
  return [...bySource.values()].flatMap((links) => {
    const right = links.filter((l) => l.fits).length;
    const wrong = links.length - right;
    // what a section says without adding it up may be one of its parts
    const isSum = links.every((l) => sums.has(l.total.figure));
    const most = isSum ? Math.max(1, right / 2) : right / 2;
    const isSure = right >= (isSum ? 1 : 2) && wrong <= most;
    return links
      .filter((l) => l.fits || isSure || isSameByNumber(l))
      .map((link) => claimOf(link, added, right > 1 ? 0.8 : 0.72));
  });
}

/** A price for each call against a month: where one of the two does not say what it is for, they may be far apart. */
function isOtherMeasure(row: Fact, total: Fact): boolean {
  if (row.period === total.period) return false;
  const ratio = row.figure.high / total.figure.high;
  return (row.period === '' || total.period === '') && (ratio > mostApart || ratio < 1 / mostApart);
}

const mostApart = 20;
/** Columns of one row. */
const mostBeside = 12;

/** A row under `Annual budget`, and a section that does not say that it is for a year. */
function isOfLongerTime(row: Fact, total: Fact): boolean {
  const periodOf = ({ period, under }: Fact): string =>
    period === '' ? periodOfText(under?.passage.text ?? '').period : period;
  return periodOf(row) === 'year' && periodOf(total) !== 'year';
}

/** `Option 4` by the month, here and there: one thing, even where no other row agrees. */
function isSameByNumber({ row, total, isCounted }: Link): boolean {
  return isCounted && total.kind === 'total' && row.period === total.period && row.period !== '';
}

function claimOf({ row, total, fits }: Link, added: ReadonlySet<Figure>, confidence: number): Claim {
  // what is right in a total of its own is not the wrong one of the two
  const isRowRight = added.has(row.figure) && total.kind !== 'total';
  const [stated, other] = isRowRight ? [total.figure, row.figure] : [row.figure, total.figure];
  const message = isRowRight
    ? `the overview says ${likeFigure(other, stated)} for “${row.label}”, not ${said(stated)}`
    : `the section “${row.label}” comes to ${likeFigure(other, stated)}, not ${said(stated)}`;
  return comparedClaim({ kind: 'repeated', stated, other, fits, message, confidence });
}

/** What a section says that it costs, where it says one amount and has no sum. */
function onlyAmounts(facts: readonly Fact[], sums: ReadonlySet<Figure>): readonly Fact[] {
  const bySection = new Map<Heading, Fact[]>();
  for (const fact of facts) if (fact.under !== undefined) pushTo(bySection, fact.under, fact);
  return [...bySection.values()].flatMap((own) => {
    const said = own.filter(
      (f) => !f.isTable && f.figure.bound === 'none' && isPlainAmount(f.figure) && saysCost.test(f.label),
    );
    const [first] = said;
    return first === undefined || said.length > 1 || own.some((f) => sums.has(f.figure)) ? [] : [first];
  });
}

/** The one whole number of a text, its digits alone; '' for none and for several. */
function numberOf(text: string): string {
  const [only, ...more] = text.match(/\d[\d.,\u00a0]*\d|\d/g) ?? [];
  return only === undefined || more.length > 0 || only.length > 12 ? '' : only.replace(/[^\d]/g, '');
}

const counterWord =
  /^[^\p{L}]*(option|scenario|plan|phase|tier|szenario|scénario|opción|escenario|opção|cenário|seçenek|senaryo|вариант|сценарий|方案|选项)\s*(\d{1,2}|\p{Lu})(?![\p{L}\d])/iu;

/** `option 4` of `### Option 4: Cirrus` and `| Option 4 (premium) |`; '' for none. */
function counterOf(text: string): string {
  const [, word = '', counter = ''] = counterWord.exec(text) ?? [];
  return counter === '' ? '' : `${word} ${counter}`.toLowerCase();
}

function agrees(row: Fact, total: Fact): boolean {
  const factors =
    row.period === total.period || row.period === '' || total.period === ''
      ? [1, ...(row.period === total.period ? [] : [12, 1 / 12])]
      : lengthsBetween(row.period, total.period);
  return factors.some((n) => {
    const at = (end: 'low' | 'high'): boolean => {
      const value = total.figure[end] * n;
      const spread = spreadOf(total.figure, end);
      const near = Math.abs(row.figure[end] - value) <= 0.002 * Math.abs(value);
      return near || fitOf(row.figure, end, value, { low: spread.low * n, high: spread.high * n }).fits;
    };
    return at('low') && at('high');
  });
}
