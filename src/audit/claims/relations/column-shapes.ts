// Columns that follow from a whole column and not from their own row: shares of the column's total, changes against one row of
// it, and running sums.

import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { type Column, type Grid, isShare, type Row } from '../content/grid.ts';
import { recomputedClaim } from '../content/recomputed.ts';

export function columnShapesIn(grid: Grid): readonly Claim[] {
  const plain = grid.rows.filter((r) => r.kind === 'plain');
  if (plain.length < 3 || plain.length > mostRows) return [];
  const amounts = grid.columns
    .filter((c) => c.filled > 0.5 && !c.isShare && !c.isPrice)
    .slice(0, mostColumns);
  const shares = grid.columns.filter((c) => c.filled > 0.5 && c.isShare).slice(0, mostColumns);
  return [
    ...shares.flatMap((share) => best(amounts.map((amount) => sharesOf(grid, plain, amount, share)))),
    ...shares.flatMap((share) => best(amounts.flatMap((amount) => changesIn(plain, amount, share)))),
    ...amounts
      .filter((c) => c.isTimes)
      .flatMap((times) => best(amounts.flatMap((amount) => timesIn(plain, amount, times)))),
    ...amounts.flatMap((column) =>
      running(
        column,
        amounts
          .filter((a) => a !== column)
          .flatMap((amount) => [1, -1].map((sign) => runningSums(plain, amount, column, sign))),
      ),
    ),
  ];
}

const mostRows = 2000;
const mostColumns = 8;
/** A whole column is no coincidence. */
const confidence = 0.95;

/** The claims of the column that most rows keep; none where it is not clear. */
function best(tried: readonly (readonly Claim[])[]): readonly Claim[] {
  const ranked = tried
    .map((claims) => ({ claims, right: claims.filter((c) => c.verdict === 'right').length }))
    .filter(({ claims, right }) => right >= 2 && right >= 2 * (claims.length - right) && isVaried(claims))
    .sort((a, b) => b.right - a.right);
  const [first] = ranked;
  if (first === undefined) return [];
  const sure = Math.min(0.95, 0.62 + 0.08 * first.right);
  return first.claims.map((c) =>
    c.verdict === 'wrong' ? { ...c, confidence: Math.min(c.confidence, sure) } : c,
  );
}

/** The same number in every row fits by chance. */
function isVaried(claims: readonly Claim[]): boolean {
  const right = claims.filter((c) => c.verdict === 'right');
  return (
    new Set(right.map((c) => c.stated.high)).size >= 2 &&
    new Set(right.map((c) => c.operands[0]?.high)).size >= 2
  );
}

function figureOf(row: Row, column: Column): Figure | undefined {
  const figure = row.cells[column.index]?.figure;
  return figure?.bound === 'none' && figure.low === figure.high ? figure : undefined;
}

/** `| Database | $400 | 40% |` */
function sharesOf(grid: Grid, plain: readonly Row[], amount: Column, share: Column): readonly Claim[] {
  const sum = plain.reduce((n, row) => n + (figureOf(row, amount)?.high ?? 0), 0);
  const totals = grid.rows.filter((r) => r.kind === 'total').flatMap((r) => figureOf(r, amount) ?? []);
  const [total] = totals;
  const wholes = total === undefined || totals.length > 1 ? [sum] : [total.high, sum];
  return plain.flatMap((row): Claim[] => {
    const [part, stated] = [figureOf(row, amount), figureOf(row, share)];
    if (part === undefined || stated === undefined || sum <= 0 || part.high < 0) return [];
    const values = wholes.map((whole) => (part.high / whole) * 100);
    const fits = values.some((v) => {
      const room = (part.step / Math.max(part.high, part.step)) * v * 0.5;
      return fitOf(stated, 'high', v, { low: v - room, high: v + room }).fits;
    });
    const value = values[0] ?? 0;
    const recomputed = { low: value, high: value };
    const working = `${said(part)} of ${total === undefined ? 'the sum of the column' : said(total)}`;
    // shares that were made to add up to 100 are off by a step
    const near = Math.abs(value - stated.high) <= stated.step * 1.01;
    return [
      recomputedClaim({
        kind: 'share',
        stated,
        operands: [part, ...(total === undefined ? [] : [total])],
        fits: fits || near,
        recomputed,
        working,
        confidence,
      }),
    ];
  });
}

/** What a row's amount is of the base row's, as people write it in percent. */
const changes = [
  {
    value: (amount: number, base: number) => (1 - amount / base) * 100,
    working: (amount: string, base: string) => `1 − ${amount} / ${base}`,
  },
  {
    value: (amount: number, base: number) => (amount / base - 1) * 100,
    working: (amount: string, base: string) => `${amount} / ${base} − 1`,
  },
] as const;

/** `| Before | $180 | – |` and below it `| Cached | $74 | 59% |`: against the row that has no percentage of its own. */
function changesIn(plain: readonly Row[], amount: Column, share: Column): readonly (readonly Claim[])[] {
  const bases = plain.filter((row) => {
    const stated = row.cells[share.index]?.figure;
    return stated === undefined || stated.high === 0;
  });
  const [base] = bases;
  const whole = base === undefined ? undefined : figureOf(base, amount);
  // several rows without one leave open which of them it is
  if (bases.length !== 1 || whole === undefined || whole.high <= 0) return [];
  return changes.map(({ value, working }) =>
    plain.flatMap((row): Claim[] => {
      const [part, stated] = [figureOf(row, amount), figureOf(row, share)];
      if (row === base || part === undefined || stated === undefined) return [];
      const percent = value(part.high, whole.high);
      const room = ((part.step + whole.step * (part.high / whole.high)) / whole.high) * 50;
      const fits = fitOf(stated, 'high', percent, { low: percent - room, high: percent + room }).fits;
      return [
        recomputedClaim({
          kind: 'saving',
          stated,
          operands: [part, whole],
          fits,
          recomputed: { low: percent, high: percent },
          working: working(said(part), said(whole)),
          confidence,
        }),
      ];
    }),
  );
}

/** `| A | $100 | 1x |` and below it `| B | $250 | 2.5x |`: against the row that is one, or has none. */
function timesIn(plain: readonly Row[], amount: Column, times: Column): readonly (readonly Claim[])[] {
  if (!amount.hasMoney) return [];
  const bases = plain.filter((row) => (row.cells[times.index]?.figure?.high ?? 1) === 1);
  const [base] = bases;
  const whole = base === undefined ? undefined : figureOf(base, amount);
  if (bases.length !== 1 || whole === undefined || whole.high <= 0) return [];
  return [(part: number) => part / whole.high, (part: number) => whole.high / part].map((value, i) =>
    plain.flatMap((row): Claim[] => {
      const [part, stated] = [figureOf(row, amount), figureOf(row, times)];
      if (row === base || part === undefined || stated?.times !== true || isShare(stated) || part.high <= 0)
        return [];
      const ratio = value(part.high);
      const room = ratio * (part.step / part.high + whole.step / whole.high) * 0.5;
      const [over, under] = i === 0 ? [part, whole] : [whole, part];
      return [
        recomputedClaim({
          kind: 'ratio',
          stated,
          operands: [part, whole],
          fits: fitOf(stated, 'high', ratio, { low: ratio - room, high: ratio + room }).fits,
          recomputed: { low: ratio, high: ratio },
          working: `${said(over)} / ${said(under)}`,
          confidence,
        }),
      ];
    }),
  );
}

/** `Balance`, `Cumulative`. */
const runningWords =
  /(?<!\p{L})(?:balance|cumul\p{L}*|running|kumul\p{L}*|saldo\p{L}*|stand|solde|acumul\p{L}*|cumulat\p{L}*|kümülatif|bakiye)(?!\p{L})|нараст|остат|баланс|累计|累計|累積|余额|残高/iu;

/** A running sum is kept by nearly all of its rows: columns of options side by side come near it in some. */
function running(column: Column, tried: readonly (readonly Claim[])[]): readonly Claim[] {
  const claims = best(tried);
  const right = claims.filter((c) => c.verdict === 'right').length;
  const least = runningWords.test(column.heading) ? 2 : 4;
  return right >= least * (claims.length - right) ? claims : claims.filter((c) => c.verdict === 'right');
}

/** `| Month 3 | $40 | $120 |`, and with a sign of -1 what is left: `| Hosting | $20 | $80 |`. */
function runningSums(plain: readonly Row[], amount: Column, running: Column, sign: number): readonly Claim[] {
  // small counts add up by chance
  if (!amount.hasMoney || !running.hasMoney || amount.index > running.index) return [];
  let before: Figure | undefined;
  let steps = 0;
  // what a wrong one should have been, where the next goes on from that
  let meant: number | undefined;
  return plain.flatMap((row): Claim[] => {
    const [step, stated] = [figureOf(row, amount), figureOf(row, running)];
    const [previous, other] = [before, meant];
    before = stated;
    meant = undefined;
    // a last row with all the steps in one goes no step further
    const isWhole =
      step !== undefined && steps !== 0 && Math.abs(step.high - steps) <= plain.length * step.step;
    steps += step?.high ?? 0;
    if (step === undefined || stated === undefined || previous === undefined || step.high === 0 || isWhole)
      return [];
    const room = (previous.step + step.step) / 2;
    const fitsTo = (value: number): boolean =>
      fitOf(stated, 'high', value, { low: value - room, high: value + room }).fits;
    const value = previous.high + sign * step.high;
    const goesOn = other !== undefined && fitsTo(other + sign * step.high);
    const fits = fitsTo(value) || goesOn;
    if (!fits) meant = value;
    // what is too small to be seen in the sum shows nothing
    if (fits && !goesOn && fitsTo(previous.high - sign * step.high)) return [];
    return [
      recomputedClaim({
        kind: 'total',
        stated,
        operands: goesOn ? [step] : [previous, step],
        fits,
        recomputed: { low: value, high: value },
        working: `${said(previous)} ${sign === 1 ? '+' : '−'} ${said(step)}`,
        confidence,
      }),
    ];
  });
}
