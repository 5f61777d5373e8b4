// A table of plans, one customer a row: `| Team ($29) | $29/month | $1–2/user/month |`. What so many customers of a plan bring and cost
// is said in words elsewhere (`100 Team users: $2,900/month revenue, $100–200/month hosting`), and how many of them cover the cost.

import { periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { likeFigure, numberLike, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import type { Comparison } from '../content/comparisons.ts';
import { wordsOf } from '../content/facts.ts';
import type { FiguresOf, Grid } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { isPart, type NamesOf } from '../content/names.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { sizesIn } from '../content/sizes.ts';
import type { Spoken } from '../content/spoken.ts';

/** What a plan brings or costs, for one customer. */
export interface PlanCell {
  readonly plan: readonly string[];
  readonly label: string;
  /** The words of its column. */
  readonly column: readonly string[];
  readonly figure: Figure;
}

const mostRows = 20;
const mostCells = 400;
const longest = 240;

/** Of tables in which some column is for each customer. */
export function planCells(grid: Grid, names: NamesOf): readonly PlanCell[] {
  if (grid.rows.length > mostRows) return [];
  const cells = grid.rows.flatMap((row): PlanCell[] => {
    // `Team ($29)` holds a figure, and is a name
    const label = row.cells[0]?.passage.text ?? '';
    const plan = names(label.replace(/\([^()]*\)/g, ' '));
    if (row.kind !== 'plain' || plan.length === 0) return [];
    return grid.columns.slice(1).flatMap(({ index, heading }): PlanCell[] => {
      const figure = row.cells[index]?.figure;
      if (figure === undefined || currencyOf(figure) === '' || figure.perCount !== 1) return [];
      return [{ plan, label, column: wordsOf(heading), figure }];
    });
  });
  return cells.some((c) => isEach(c.figure)) ? cells : [];
}

/** `$2/user/month` */
function isEach({ unit }: Figure): boolean {
  return unit.factors.some((f) => f.atom.kind === 'count' && f.power === -1) && periodOf(unit) !== '';
}

export function perPlanIn(
  spoken: readonly Spoken[],
  cells: readonly PlanCell[],
  comparisons: readonly Comparison[],
  figuresOf: FiguresOf,
): readonly Claim[] {
  if (cells.length === 0 || cells.length > mostCells) return [];
  return spoken.flatMap(({ passage, kind }): readonly Claim[] => {
    const { text } = passage;
    if (kind === 'heading' || text.length > longest || !/\d/.test(text)) return [];
    const [size, ...more] = sizesIn(passage, figuresOf);
    if (size === undefined || more.length > 0 || size.low !== size.high) return [];
    const own = cells.filter((c) => isPart(c.plan, size.nouns));
    const figures = figuresOf(passage).filter((f) => !f.name);
    const count = figures.find((f) => f.low === size.low && f.high === size.high);
    if (count === undefined || new Set(own.map((c) => c.label)).size !== 1) return [];
    const covered = coverClaim(text, count, own, comparisons);
    if (covered !== undefined) return [covered];
    return figures.flatMap((stated) => amountClaim(text, stated, count, own) ?? []);
  });
}

/** `$200–500/month hosting`, of so many. */
function amountClaim(
  text: string,
  stated: Figure,
  count: Figure,
  own: readonly PlanCell[],
): Claim | undefined {
  if (currencyOf(stated) === '' || stated.bound !== 'none' || !isPlainAmount(stated)) return undefined;
  const behind = wordsOf(text.slice(stated.end, stated.end + 24).split(/[.,;:()=–—]/)[0] ?? '').slice(0, 2);
  const meant = own.filter((c) => c.column.some((w) => behind.includes(w)));
  const [cell] = meant;
  if (cell === undefined || meant.length > 1 || cell.figure.bound !== 'none') return undefined;
  if (currencyOf(cell.figure) !== currencyOf(stated) || periodOf(cell.figure.unit) !== periodOf(stated.unit))
    return undefined;
  const recomputed = { low: cell.figure.low * count.high, high: cell.figure.high * count.high };
  const fits = (['low', 'high'] as const).every((end) => {
    const value = recomputed[end];
    return fitOf(stated, end, value, { low: value * 0.98, high: value * 1.02 }).fits;
  });
  // ranges that overlap may be of what is likely
  const overlaps = stated.low < recomputed.high && recomputed.low < stated.high && stated.low < stated.high;
  if (!fits && (overlaps || !isEach(cell.figure))) return undefined;
  return recomputedClaim({
    kind: 'per-unit',
    stated,
    operands: [count, cell.figure],
    fits,
    recomputed,
    working: `${numberLike(count.high, count)} × ${said(cell.figure)}`,
    confidence: 0.74,
  });
}

const covers =
  /(?<!\p{L})(?:covers?|pays? for|decken|deckt|bezahlen|couvrent|couvre|paient|cubren?|pagan|cobrem?|pagam|karşılar|karşılıyor|покрыва\p{L}+|окупа\p{L}+)(?!\p{L})/iu;
const every =
  /(?<!\p{L})(?:any|every|all|each|jede\p{L}*|alle\p{L}*|tous|toutes|chaque|n['’]importe quel\p{L}*|cualquier|todos|todas|qualquer|her|tüm|любо\p{L}*|все\p{L}*|кажд\p{L}*)(?!\p{L})/iu;

/** `2 Team customers cover the hosting at any provider`: what they bring, against the dearest of the options. */
function coverClaim(
  text: string,
  count: Figure,
  own: readonly PlanCell[],
  comparisons: readonly Comparison[],
): Claim | undefined {
  const verb = covers.exec(text);
  if (verb === null || verb.index < count.end || !every.test(text.slice(verb.index))) return undefined;
  const price = own.find(
    (c) => isPlainAmount(c.figure) && periodOf(c.figure.unit) !== '' && c.figure.bound === 'none',
  );
  if (price === undefined || price.figure.low !== price.figure.high) return undefined;
  const brought = count.high * price.figure.high;
  const period = `${periodOf(price.figure.unit)} 1`;
  const dearest = comparisons
    .filter((c) => c.measure === period && c.currency === currencyOf(price.figure) && c.options.length > 1)
    .map(({ options }) => options.reduce((a, b) => (b.figure.low > a.figure.low ? b : a)))
    .sort((a, b) => a.figure.low - b.figure.low);
  // of several cases, the cheapest may be meant
  const [option] = dearest;
  if (option === undefined) return undefined;
  const needed = (end: 'low' | 'high'): number => Math.ceil(option.figure[end] / price.figure.high - 1e-9);
  const recomputed = { low: needed('low'), high: needed('high') };
  return recomputedClaim({
    kind: 'capacity',
    stated: count,
    operands: [price.figure, option.figure],
    fits: brought >= option.figure.low,
    recomputed,
    working: `${said(option.figure)} / ${said(price.figure)}`,
    message: `${said(count)} bring ${numberLike(brought, count)}, and ${option.label} costs ${said(option.figure)}: it takes ${likeFigure(recomputed, count)}`,
    confidence: 0.74,
  });
}
