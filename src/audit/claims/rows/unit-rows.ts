// A row that says so much of something, what one of it costs, and what that comes to: `| Egress | 500 GB | $0.09/GB | $45 |`, or
// `| Disks | 300 GB @ $0.138/GB | $41.40 |`. By their units the three belong together, whatever the other rows are. And a total that is
// said by the month and by the year in one row.

import type { Interval } from '../../../quantity/interval.ts';
import { multiply } from '../../../quantity/unit.ts';
import { lengthsBetween, periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { figureValue } from '../calculations/value.ts';
import { isPlainAmount } from '../content/amounts.ts';
import type { Cell } from '../content/cells.ts';
import { noCost } from '../content/comparisons.ts';
import type { FiguresOf, Grid, Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { scaledClaim } from '../passages/periods.ts';

const mostRows = 200;
/** What is paid for may be less, or more, than what is there. */
export const otherwise =
  /(?<!\p{L})(?:free|first|next|includ\p{L}*|after|over|above|up to|minimum|discount\p{L}*|reserved|saving\p{L}*|avg|average|gratis|erste\p{L}*|inkl\p{L}*|premier\p{L}*|inclus\p{L}*|gratuit\p{L}*|primer\p{L}*|incluid\p{L}*|grátis|primeir\p{L}*|incluso|ücretsiz|ilk|dahil|бесплатн\p{L}*|первы\p{L}*)(?!\p{L})|免费|首|無料/iu;

/** `Price for 100,000 emails`: the heading says for how many. */
const saysCount = /(?<!\p{L})(?:for|at|für|bei|pour|para|por|per|à|для|на)\s+\d/iu;

export function unitRowsIn(grid: Grid, figuresOf: FiguresOf): readonly Claim[] {
  if (grid.rows.length > mostRows) return [];
  const claims = grid.rows.flatMap((row): readonly Claim[] => {
    if (row.kind === 'total') return totalByPeriods(grid, row);
    return row.kind === 'plain' ? (productIn(grid, row, figuresOf) ?? []) : [];
  });
  // an amount in front of its price may be what a plan costs, unless another row shows that it is not
  const inFront = claims.filter(isInFront);
  const isMeant = inFront.filter((c) => c.verdict === 'right').length * 2 >= inFront.length;
  return isMeant ? claims : claims.filter((c) => c.verdict === 'right' || !inFront.includes(c));
}

function isInFront({ kind, stated, operands }: Claim): boolean {
  return kind === 'row' && operands.some((f) => f.passage.at > stated.passage.at);
}

/** `| Total | | $136/month | ~$1,632/year |` */
function totalByPeriods({ columns }: Grid, row: Row): readonly Claim[] {
  const amounts = row.cells.flatMap(({ figure }, i) => {
    if (figure === undefined || currencyOf(figure) === '' || figure.bound !== 'none') return [];
    return isPlainAmount(figure) && !noCost.test(columns[i]?.heading ?? '') ? [figure] : [];
  });
  const of = (period: string): readonly Figure[] => amounts.filter((f) => periodOf(f.unit) === period);
  const [[month, ...months], [year, ...years]] = [of('month'), of('year')];
  if (month === undefined || year === undefined || months.length + years.length > 0) return [];
  const claim = currencyOf(month) === currencyOf(year) ? scaledClaim(month, year, [12], 0.8) : undefined;
  return claim === undefined ? [] : [claim];
}

function productIn(grid: Grid, row: Row, figuresOf: FiguresOf): readonly Claim[] | undefined {
  if (!row.cells.some(mayPrice) || row.cells.some((c) => otherwise.test(c.passage.text))) return undefined;
  const cells = row.cells.map((cell) => {
    if (!/\d/.test(cell.passage.text)) return [];
    const own = figuresOf(cell.passage).filter((f) => !f.name);
    return cell.figure === undefined || own.length > 1 ? own : [cell.figure];
  });
  const figures = cells.flat();
  const prices = figures.filter((f) => currencyOf(f) !== '' && ofWhat(f) !== undefined);
  const [price, ...more] = prices;
  if (price === undefined || more.length > 0 || price.bound !== 'none') return undefined;
  const quantities = figures.filter((f) => isQuantity(f, ofWhat(price) ?? ''));
  const [quantity, ...others] = quantities;
  if (quantity === undefined || others.length > 0 || quantity.bound !== 'none') return undefined;
  // what it comes to stands behind both, or between them where it is the one amount
  const at = Math.max(...[price, quantity].map((f) => cells.findIndex((c) => c.includes(f))));
  const amounts = cells.flatMap((c, i) =>
    c.length === 1 && c[0] !== undefined && c[0] !== price && currencyOf(c[0]) !== '' && isPlainAmount(c[0])
      ? [i]
      : [],
  );
  const index = amounts.find((i) => i > at) ?? (amounts.length === 1 ? amounts[0] : undefined) ?? -1;
  const stated = index === -1 ? behindEquals(quantity, cells[at] ?? []) : cells[index]?.[0];
  if (stated === undefined || stated.bound !== 'none' || currencyOf(stated) !== currencyOf(price))
    return undefined;
  if (saysCount.test(grid.columns[index]?.heading ?? '')) return undefined;
  const counts = figures
    .filter((f) => f.whole && f.low === f.high && f.low > 1 && isBare(f))
    .slice(0, mostCounts);
  return productClaim({ quantity, price, counts, stated }, grid.columns[index]?.period ?? '');
}

/** `50-100 GB/month = $8-15/month`: what the quantity comes to stands in its cell. */
function behindEquals(quantity: Figure, [first, second, ...more]: readonly Figure[]): Figure | undefined {
  if (first !== quantity || second === undefined || more.length > 0) return undefined;
  const between = quantity.passage.text.slice(quantity.end, second.start);
  return /^[\s*_]*[=≈→][\s*_~≈]*$/.test(between) && currencyOf(second) !== '' && isPlainAmount(second)
    ? second
    : undefined;
}

/** Most rows have no price for something in them, and are not read again. */
function mayPrice({ figure, passage }: Cell): boolean {
  if (figure !== undefined) return currencyOf(figure) !== '' && ofWhat(figure) !== undefined;
  return /\d/.test(passage.text) && /[@/]/.test(passage.text);
}

/** What a price is for: `GB`, `hour`. */
export function ofWhat({ unit }: Figure): string | undefined {
  const per = unit.factors.filter((f) => f.power === -1 && f.atom.kind !== 'calendar');
  return per.length === 1 && unit.factors.every((f) => f.power > -2) ? per[0]?.atom.name : undefined;
}

export function isQuantity({ unit, high }: Figure, name: string): boolean {
  const [first, ...rest] = unit.factors;
  return (
    high > 0 &&
    first?.atom.name === name &&
    first.power === 1 &&
    rest.every((f) => f.power === -1 && f.atom.kind === 'calendar')
  );
}

/** A number of pieces: `2`, `8 ×`. */
export function isBare({ unit }: Figure): boolean {
  return unit.factors.every((f) => f.atom.kind === 'count' && f.power === 1);
}

const mostCounts = 3;

interface Product {
  readonly quantity: Figure;
  readonly price: Figure;
  /** What else may multiply it. */
  readonly counts: readonly Figure[];
  readonly stated: Figure;
}

export function productClaim(
  { quantity, price, counts, stated }: Product,
  columnPeriod: string,
): readonly Claim[] | undefined {
  const from = periodOf(multiply(quantity.unit, price.unit));
  const to = periodOf(stated.unit) || columnPeriod;
  // where one of the two does not say what it is for, a month and a year are tried
  const times = from !== '' && to !== '' ? lengthsBetween(to, from) : [1, 12, 1 / 12, 30, 365];
  const pieces = counts.reduce<readonly number[]>((n, c) => n.concat(n.map((x) => x * c.low)), [1]);
  const at = (end: 'low' | 'high', n: number): { readonly value: number; readonly spread: Interval } => {
    const [q, p] = [figureValue(quantity, end), figureValue(price, end)];
    const spread = { low: q.spread.low * p.spread.low * n, high: q.spread.high * p.spread.high * n };
    return { value: q.value * p.value * n, spread };
  };
  const fits = times.some((n) =>
    pieces.some((k) =>
      (['low', 'high'] as const).every((end) => {
        const { value, spread } = at(end, n * k);
        return fitOf(stated, end, value, spread).fits;
      }),
    ),
  );
  const [first = 1] = times;
  const ratio = stated.high / at('high', first).value;
  // so many of it, or shared by so many: nobody says
  if (!fits && (isSmallWhole(ratio) || isSmallWhole(1 / ratio))) return undefined;
  // ends of ranges need not be those of the same case
  const loose = [quantity, price, stated].some((f) => f.about || f.low < f.high);
  return [
    recomputedClaim({
      kind: 'row',
      stated,
      operands: [quantity, price],
      fits,
      recomputed: { low: at('low', first).value, high: at('high', first).value },
      working: `${said(quantity)} × ${said(price)}`,
      confidence: loose && Math.abs(ratio - 1) < 0.5 ? 0.5 : 0.76,
    }),
  ];
}

function isSmallWhole(ratio: number): boolean {
  const whole = Math.round(ratio);
  return whole > 1 && whole <= 12 && whole !== 10 && Math.abs(ratio / whole - 1) < 0.01;
}
