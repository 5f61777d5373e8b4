// What a section says that it costs, `**Estimated total: $20-25**`, against the total of its one table. The two say the same, and
// nothing has to be added up for it.

import { spreadOf } from '../../figures/spread.ts';
import { lengthsBetween, periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { noCost } from '../content/comparisons.ts';
import { wordsOf } from '../content/facts.ts';
import { type Grid, isShare, periodOfText } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { saysCost } from '../content/titles.ts';
import { anotherCase } from '../options/statements.ts';

/** The amounts of a table's last row, where that is its one total. */
export interface TotalRow {
  readonly label: string;
  readonly amounts: readonly { readonly figure: Figure; readonly period: string }[];
  /** The heading that the table stands under. */
  readonly section: Passage | undefined;
}

/** Under this, one of the two is rounded. */
const leastApart = 0.05;
/** Further apart, one of the two is likelier of another thing. */
const mostApart = 5;

/** More lines of a section are a ledger. */
const mostSaid = 40;

export function totalRowOf({ rows, columns, under }: Grid): TotalRow | undefined {
  const total = rows.at(-1);
  if (total?.kind !== 'total' || rows.some((r) => r.kind === 'total' && r !== total)) return undefined;
  const section = under?.passage.text ?? '';
  if (noCost.test(total.label) || noCost.test(section) || isOnce.test(section)) return undefined;
  const amounts = columns.flatMap((column) => {
    const figure = total.cells[column.index]?.figure;
    if (column.index === 0 || figure === undefined || figure.bound !== 'none') return [];
    if (noCost.test(column.heading) || isOnce.test(`${column.heading} ${total.label}`)) return [];
    if (isShare(figure) || currencyOf(figure) === '') return [];
    return [{ figure, period: periodOf(figure.unit) || column.period || periodOfText(total.label).period }];
  });
  return amounts.length === 0 ? undefined : { label: total.label, amounts, section: under?.passage };
}

/** What is paid once is not what a month costs. */
const isOnce =
  /(?<!\p{L})(?:one[- ]?time|one[- ]?off|set-?up|up-?front|initial\p{L}*|einmalig\p{L}*|anschaffung\p{L}*|unique|únic[oa]s?|inicial\p{L}*|tek seferlik|разов\p{L}*)(?!\p{L})|一次性|初期|初回/iu;

interface Said {
  readonly stated: Figure;
  readonly period: string;
  readonly words: string;
}

export function sectionCostsIn(
  entries: readonly (Entry | undefined)[],
  totals: readonly TotalRow[],
): readonly Claim[] {
  if (totals.length === 0) return [];
  const bySection = new Map<Passage | undefined, TotalRow[]>();
  for (const total of totals) pushTo(bySection, total.section, total);
  const saidIn = new Map<TotalRow, Said[]>();
  for (const entry of entries) {
    const [total, ...more] = bySection.get(entry?.under?.passage) ?? [];
    // of several tables it is not said which one is meant
    if (entry === undefined || total === undefined || more.length > 0) continue;
    const own = saidOf(entry);
    if (own !== undefined) pushTo(saidIn, total, own);
  }
  return [...saidIn].flatMap(([total, all]) => {
    if (all.length > mostSaid) return [];
    const claims = all.flatMap((own): readonly Claim[] => {
      // a list of costs is of its items
      if (all.some((o) => o !== own && o.period === own.period && o.stated.high !== own.stated.high))
        return [];
      const isOfAll = own.words === '' || own.words === wordsOf(total.label).join(' ');
      const claim = isOfAll ? claimOf(own, total) : undefined;
      return claim === undefined ? [] : [claim];
    });
    // a year of a wrong month is no second one
    const wrong = claims.find((c) => c.verdict === 'wrong');
    return claims.filter((c) => c.verdict === 'right' || c === wrong);
  });
}

function saidOf({ passage, figures, label, depth }: Entry): Said | undefined {
  const money = figures.filter((f) => currencyOf(f) !== '');
  const [stated] = money;
  if (stated === undefined || stated.bound !== 'none' || !isPlainAmount(stated)) return undefined;
  // an item of a list has a cost of its own, and `Total:` may be that of a list
  if (depth > 0 || !costWord.test(label) || noCost.test(label)) return undefined;
  const isCost = saysCost.test(label);
  const rest = passage.text.slice(stated.end);
  if (/[×*÷=+%→]/.test(passage.text.slice(stated.start).replace(/\*\*/g, '')) || anotherCase.test(rest))
    return undefined;
  const period = periodOf(stated.unit) || periodOfText(label).period;
  return { stated, period, words: isCost ? '' : wordsOf(label).join(' ') };
}

const costWord =
  /(?<!\p{L})(?:costs?|\p{L}*kosten|coûts?|costos?|costes?|custos?|maliyet\p{L}*|стоимость|затраты|расходы)(?!\p{L})|成本|费用|費用|コスト/iu;

function claimOf({ stated, period }: Said, { amounts }: TotalRow): Claim | undefined {
  const own = amounts.filter((a) => currencyOf(a.figure) === currencyOf(stated));
  const same = own.filter((a) => a.period === period && period !== '');
  const candidates = (same.length > 0 ? same : own).flatMap(({ figure, period: of }) =>
    factorsOf(period, of).map((factor) => ({ figure, factor })),
  );
  const [first] = candidates;
  if (first === undefined || (same.length > 0 ? same : own).length > 1) return undefined;
  const right = candidates.find((c) => agrees(stated, c.figure, c.factor));
  const { figure, factor } = right ?? first;
  const recomputed = { low: figure.low * factor, high: figure.high * factor };
  const isFar = recomputed.high > stated.high * mostApart || stated.low > recomputed.low * mostApart;
  return recomputedClaim({
    kind: 'repeated',
    stated,
    operands: [figure],
    fits: right !== undefined,
    recomputed,
    working: said(figure),
    message: `the total of the section's table is ${likeFigure(recomputed, stated)}, not ${said(stated)}`,
    confidence: isFar ? 0.5 : 0.76,
  });
}

/** How many times the total's period the stated one is; where one of them says none, a month or a year may be meant. */
function factorsOf(stated: string, total: string): readonly number[] {
  if (stated === total) return [1];
  return stated === '' || total === '' ? [1, 12, 1 / 12] : lengthsBetween(stated, total);
}

function agrees(a: Figure, b: Figure, factor: number): boolean {
  const { low, high } = b;
  const highSpread = spreadOf(b, 'high');
  const room = leastApart * Math.max(Math.abs(a.high), Math.abs(high * factor));
  const overlaps = a.low <= high * factor + room && low * factor <= a.high + room;
  const spread = { low: highSpread.low * factor, high: highSpread.high * factor };
  return overlaps || fitOf(a, 'high', high * factor, spread).fits;
}
