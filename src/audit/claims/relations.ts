// What holds between the columns of a table, found in the rows themselves: quantity × price = cost, yearly = 12 × monthly, a
// difference, a share, cost per user. A relation that most rows keep is taken to be meant, and the rows that break it are wrong.
// No word of the headings is needed, so it works in every language; where there are few rows the headings decide.

import type { Interval } from '../../quantity/interval.ts';
import { lengthsOf } from '../judge/calendar.ts';
import { fitOf } from '../judge/compare.ts';
import { append } from '../lists.ts';
import { likeFigure, said } from '../print.ts';
import type { Claim, Figure } from '../types.ts';
import { type Column, type Grid, isDuration, type Row } from './grid.ts';

type Values = readonly number[];

/** One shape of a relation: what the target column should hold, from the other columns of the row. */
interface Shape {
  readonly kind: Claim['kind'];
  readonly from: readonly Column[];
  readonly target: Column;
  readonly compute: (values: Values) => number;
  /** With the figures put in: `3 × 15`. */
  readonly working: (figures: readonly string[]) => string;
  /** The headings say that this relation is meant. */
  readonly expected: boolean;
  /** Every figure can be had by multiplying some others: relations that need less are found first. */
  readonly rank: number;
}

interface Tested {
  readonly shape: Shape;
  readonly rows: readonly {
    readonly row: Row;
    readonly fits: boolean;
    readonly telling: boolean;
    readonly off: number;
  }[];
  readonly support: number;
  readonly misses: number;
}

const sampleRows = 120;
const mostColumns = 9;

export function relationsIn(grid: Grid): readonly Claim[] {
  const columns = grid.columns.filter((c) => c.filled >= 0.5).slice(0, mostColumns);
  if (columns.length < 2) return [];
  const plain = grid.rows.filter((r) => r.kind === 'plain');
  const claims: Claim[] = [];
  for (const target of columns) {
    for (const tested of meantFor(target, columns, grid, plain)) append(claims, claimsOf(tested, grid.rows));
  }
  return onePerRow(claims);
}

/** The relation with the most rows behind it; and that of two periods, which a looser one must not hide. */
function meantFor(
  target: Column,
  columns: readonly Column[],
  grid: Grid,
  plain: readonly Row[],
): readonly Tested[] {
  const sample = plain.slice(0, sampleRows);
  let best: Tested | undefined;
  let periods: Tested | undefined;
  for (const shape of shapesFor(target, columns, grid, sample)) {
    const tested = test(shape, sample);
    if (!isMeant(tested)) continue;
    if (best === undefined || better(tested, best)) best = tested;
    const isSure = shape.kind === 'period' && tested.support >= 3 * Math.max(1, tested.misses);
    if (isSure && (periods === undefined || better(tested, periods))) periods = tested;
  }
  const found = best === periods ? [best] : [best, periods];
  return found.filter((t) => t !== undefined);
}

function better(a: Tested, b: Tested): boolean {
  const [sa, sb] = [a.support - a.misses, b.support - b.misses];
  if (sa !== sb) return sa > sb;
  if (a.shape.expected !== b.shape.expected) return a.shape.expected;
  return a.shape.rank < b.shape.rank;
}

function isMeant({ shape, support, misses, rows }: Tested): boolean {
  if (support === 0 && !(shape.expected && rows.length > 0)) return false;
  // one row alone may be an offer: ten months' price for a year
  if (shape.kind === 'period' && support === 0 && rows.some((r) => !r.fits && r.off < 0.34))
    return shape.expected && rows.length === 1 && !rows.some((r) => isOffer(shape, r.row));
  if (shape.expected) return support >= misses || (support === 0 && misses === 1 && rows.length === 1);
  return support >= 2 && support >= 2 * misses;
}

/** The longer time costs less than its share of the shorter. */
function isOffer(shape: Shape, row: Row): boolean {
  const figures = figuresOf(shape, row);
  const [operand] = figures?.operands ?? [];
  if (figures === undefined || operand === undefined) return false;
  const recomputed = shape.compute([operand.high / operand.perCount]);
  return recomputed > operand.high ? figures.stated.high < recomputed : figures.stated.high > recomputed;
}

function test(shape: Shape, rows: readonly Row[]): Tested {
  const outcomes: Tested['rows'][number][] = [];
  for (const row of rows) {
    const figures = figuresOf(shape, row);
    if (figures === undefined) continue;
    const outcome = holds(shape, figures);
    if (outcome !== undefined) outcomes.push({ row, ...outcome });
  }
  const support = outcomes.filter((o) => o.fits && o.telling).length;
  return { shape, rows: outcomes, support, misses: outcomes.filter((o) => !o.fits).length };
}

interface RowFigures {
  readonly operands: readonly Figure[];
  readonly stated: Figure;
}

function figuresOf(shape: Shape, row: Row): RowFigures | undefined {
  const stated = row.cells[shape.target.index]?.figure;
  if (stated === undefined || stated.bound !== 'none' || isShare(stated) !== shape.target.isShare)
    return undefined;
  const operands: Figure[] = [];
  for (const column of shape.from) {
    const figure = row.cells[column.index]?.figure;
    if (
      figure === undefined ||
      figure.bound !== 'none' ||
      isShare(figure) !== column.isShare ||
      isDuration(figure) !== column.isTime
    )
      return undefined;
    operands.push(figure);
  }
  return { operands, stated };
}

function isShare(figure: Figure): boolean {
  return figure.unit.factors.some((f) => f.atom.kind === 'ratio');
}

function holds(
  shape: Shape,
  { operands, stated }: RowFigures,
  /** How many rounded rows the figures are sums of. */
  rows = 1,
):
  | { readonly fits: boolean; readonly telling: boolean; readonly off: number; readonly recomputed: Interval }
  | undefined {
  const at = (end: 'low' | 'high'): number => shape.compute(operands.map((f) => f[end] / f.perCount));
  const low = at('low');
  const high = at('high');
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const spreadAt = (end: 'low' | 'high', value: number): Interval => {
    // one operand at a time to either end of its rounding: the sum of what each can move
    let move = 0;
    for (const [i, f] of operands.entries()) {
      if (f.whole && !f.about && rows === 1) continue;
      const spread = end === 'low' ? f.lowSpread : f.highSpread;
      const base = operands.map((o) => o[end] / o.perCount);
      const up = shape.compute(base.map((v, j) => (j === i ? spread.high / f.perCount : v)));
      const down = shape.compute(base.map((v, j) => (j === i ? spread.low / f.perCount : v)));
      move += Math.max(Math.abs(up - value), Math.abs(down - value));
    }
    const sums = rows === 1 ? move : Math.sqrt(rows) * (move + stated.step / 2);
    return { low: value - sums, high: value + sums };
  };
  const exact = (printed: number, value: number): boolean => Math.abs(printed - value) <= stated.step / 2;
  const plainly = exact(stated.low, low) && exact(stated.high, high);
  const ends = plainly
    ? []
    : [fitOf(stated, 'low', low, spreadAt('low', low)), fitOf(stated, 'high', high, spreadAt('high', high))];
  const crossed =
    stated.low < stated.high &&
    fitOf(stated, 'low', high, spreadAt('high', high)).fits &&
    fitOf(stated, 'high', low, spreadAt('low', low)).fits;
  // a saving may be written as what is added to the bill
  const mirrored =
    (shape.kind === 'saving' || shape.kind === 'difference') &&
    exact(-stated.low, low) &&
    exact(-stated.high, high);
  // zeros and ones fit everything
  const precise = stated.step <= Math.abs(stated.high) * 0.04;
  const telling =
    precise &&
    stated.high !== 0 &&
    operands.every((f) => f.high !== 0) &&
    !(operands.length > 1 && operands.some((f) => f.high === 1) && shape.rank !== 1);
  return {
    fits: crossed || mirrored || ends.every((e) => e.fits),
    telling,
    off: Math.max(0, ...ends.map((e) => e.off)),
    recomputed: { low: Math.min(low, high), high: Math.max(low, high) },
  };
}

function claimsOf(tested: Tested, rows: readonly Row[]): readonly Claim[] {
  const { shape, support, misses } = tested;
  const claims: Claim[] = [];
  for (const row of rows) {
    // a total keeps the relation only where every row above it does
    if (row.kind !== 'plain' && (misses > 0 || !appliesToTotals(shape))) continue;
    const figures = figuresOf(shape, row);
    if (figures === undefined) continue;
    const outcome = holds(shape, figures, row.kind === 'plain' ? 1 : tested.rows.length);
    const { operands, stated } = figures;
    // nothing to pay has reasons of its own
    if (outcome === undefined || (!outcome.fits && (stated.high === 0 || outcome.recomputed.high === 0)))
      continue;
    if (
      !outcome.fits &&
      shape.kind === 'row' &&
      (byTheHour(outcome, figures) || hasThirdFactor(row, shape, outcome, stated))
    )
      continue;
    const working = outcome.fits ? '' : shape.working(operands.map(said));
    claims.push({
      kind: shape.kind,
      stated,
      operands,
      verdict: outcome.fits ? 'right' : 'wrong',
      recomputed: outcome.recomputed,
      working,
      message: outcome.fits
        ? ''
        : `${working} is ${likeFigure(outcome.recomputed, stated)}, not ${said(stated)}`,
      confidence: outcome.fits ? 1 : confidenceOf(shape, support, misses, row, operands, stated, outcome.off),
    });
  }
  return claims;
}

/** A price by the hour against a cost by the month: hours that are not in the table. */
function byTheHour(outcome: { readonly recomputed: Interval }, { operands, stated }: RowFigures): boolean {
  const timed = operands.some((f) => f.unit.factors.some((u) => u.power < 0 && u.atom.kind === 'time'));
  return timed && stated.high > outcome.recomputed.high;
}

/** `2 × 200 GB × $0.08`: another count of the row belongs to it. */
function hasThirdFactor(
  row: Row,
  shape: Shape,
  outcome: { readonly recomputed: Interval },
  stated: Figure,
): boolean {
  const used = new Set([...shape.from, shape.target].map((c) => c.index));
  return row.cells.some((cell, index) => {
    const other = cell.figure;
    if (used.has(index) || other === undefined || other.high === 0) return false;
    // a discount or a tax in percent
    const factors = isShare(other) ? [other.high, 1 - other.high, 1 + other.high] : [other.high];
    const near = Math.max(stated.step, stated.high * 0.005);
    return factors.some((factor) => Math.abs(outcome.recomputed.high * factor - stated.high) <= near);
  });
}

/** 12 months, a difference: right for a sum of rows as for each of them. Products are not. */
function appliesToTotals(shape: Shape): boolean {
  return (
    shape.kind === 'period' ||
    shape.kind === 'difference' ||
    shape.kind === 'saving' ||
    shape.kind === 'total'
  );
}

const exceptionWords =
  /(?<!\p{L})(?:invers\p{L}*|invest\p{L}*|initial|inicial|anfang\p{L}*|(?:year|año|ano|jahr|année|yıl) 0|optional|free|first|included|discount\w*|credit|minimum|min\.|tier\w*|frei|gratis|rabatt|gratuit|remise|gratis|descuento|desconto|grátis|ücretsiz|indirim|one-?time|setup|once|einmalig|special)(?!\p{L})|скидк|бесплатн|免费|折扣|割引|無料/iu;

function confidenceOf(
  shape: Shape,
  support: number,
  misses: number,
  row: Row,
  operands: readonly Figure[],
  stated: Figure,
  off: number,
): number {
  let confidence = shape.expected ? 0.82 : 0.6;
  confidence += Math.min(0.3, support * (shape.expected ? 0.05 : 0.09));
  confidence -= 0.12 * Math.max(0, misses - 1);
  const text = row.cells.map((c) => c.passage.text).join(' ');
  if (exceptionWords.test(text.slice(0, 600))) confidence -= 0.3;
  const loose = stated.about || operands.some((f) => f.about);
  if (loose && off < 0.1) confidence -= 0.35;
  if (row.kind !== 'plain') confidence -= 0.1;
  // signs are written by more than one custom
  if (stated.low < 0 || operands.some((f) => f.low < 0)) confidence -= 0.3;
  if (off > 0.98 && support < 4) confidence -= 0.1;
  return Math.min(0.97, Math.max(0.05, confidence));
}

/** A row with one wrong figure breaks several relations; the surest one is told. */
function onePerRow(claims: readonly Claim[]): readonly Claim[] {
  const blamed = new Set<Figure>();
  const wrong = claims.filter((c) => c.verdict === 'wrong').sort((a, b) => b.confidence - a.confidence);
  const kept = new Set<Claim>();
  for (const claim of wrong) {
    const figures = [claim.stated, ...claim.operands];
    if (figures.some((f) => blamed.has(f))) continue;
    for (const figure of figures) blamed.add(figure);
    kept.add(claim);
  }
  return claims.filter((c) => c.verdict === 'right' || kept.has(c));
}

function* shapesFor(
  target: Column,
  columns: readonly Column[],
  grid: Grid,
  sample: readonly Row[],
): Generator<Shape> {
  const others = columns.filter((c) => c !== target);
  for (const a of others) yield* singles(a, target, sample);
  for (const [i, a] of others.entries()) {
    for (const b of others.slice(i + 1)) {
      yield* products(a, b, target, sample);
      yield* pairs(a, b, target, grid);
      yield* pairs(b, a, target, grid);
    }
  }
  const before = columns.filter(
    (c) => c.index < target.index && c.hasMoney === target.hasMoney && !c.isShare && !c.isPrice,
  );
  if (before.length >= 3 && before.length <= 8) {
    yield {
      kind: 'total',
      from: before,
      target,
      compute: (v) => v.reduce((n, x) => n + x, 0),
      working: (f) => f.join(' + '),
      expected: false,
      rank: 2,
    };
  }
  for (const a of others) {
    for (const b of others) {
      for (const c of others) {
        if (a.index < b.index && b.index < c.index && columns.length <= 6)
          yield* triples([a, b, c], target, sample);
      }
    }
  }
}

/** Months to years, hours to months, and so many of the same. */
function* singles(a: Column, target: Column, sample: readonly Row[]): Generator<Shape> {
  if (!sameMoney(a, target) || a.isShare || target.isShare) return;
  const years = target.periods / a.periods;
  if (a.hasMoney && a.period !== '' && target.period !== '' && (a.period !== target.period || years !== 1)) {
    const lengths = a.period === target.period ? [1] : lengthsOf(target.period, a.period);
    for (const length of lengths) {
      const factor = (length * target.periods) / a.periods;
      if (factor > 1) yield multiple(a, target, factor, true);
    }
    return;
  }
  for (const factor of [12, 36, 60, 24, 3, 5]) {
    if (observed(a, target, factor, sample)) yield multiple(a, target, factor, false);
  }
}

function multiple(a: Column, target: Column, factor: number, expected: boolean): Shape {
  const shown = String(Math.round(factor * 100) / 100);
  return {
    kind: 'period',
    from: [a],
    target,
    compute: ([x = 0]) => x * factor,
    working: ([x = '']) => `${x} × ${shown}`,
    expected,
    rank: 1,
  };
}

/** Cheap look at two rows before a shape is tested. */
function observed(a: Column, target: Column, factor: number, sample: readonly Row[]): boolean {
  let seen = 0;
  for (const row of sample) {
    const [x, y] = [row.cells[a.index]?.figure, row.cells[target.index]?.figure];
    if (x === undefined || y === undefined || x.high === 0) continue;
    if (Math.abs(y.high / x.high / factor - 1) < 0.01) seen += 1;
    if (seen >= 2) return true;
  }
  return false;
}

/** What a product may be multiplied by without saying so: hours, days and months, and prices per 1,000 or million. */
const constants = [1, 730, 720, 744, 12, 24, 30, 365, 8760, 22, 160, 1e-3, 1e-6, 0.01, 1e3];

function* products(a: Column, b: Column, target: Column, sample: readonly Row[]): Generator<Shape> {
  if (target.isShare && !(a.isShare || b.isShare)) return;
  if (a.hasMoney && b.hasMoney) return;
  if (target.hasMoney !== (a.hasMoney || b.hasMoney) && target.hasMoney) return;
  for (const constant of constants) {
    let seen = 0;
    let total = 0;
    for (const row of sample) {
      const [x, y, z] = [a, b, target].map((c) => row.cells[c.index]?.figure);
      if (x === undefined || y === undefined || z === undefined || z.high === 0) continue;
      total += 1;
      const product = (x.high * y.high * constant) / (x.perCount * y.perCount);
      if (Math.abs(z.high - product) <= Math.max(z.step, Math.abs(product) * 0.006)) seen += 1;
    }
    const expected = constant === 1 && (a.isPrice || b.isPrice) && target.hasMoney && !target.isPrice;
    if (seen === 0 || (seen < 2 && !expected) || seen < total / 2) continue;
    yield {
      kind: 'row',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => x * y * constant,
      working: ([x = '', y = '']) => `${x} × ${y}${constant === 1 ? '' : ` × ${constant}`}`,
      expected,
      rank: constant === 1 ? 2 : 3,
    };
  }
}

function* triples(from: readonly Column[], target: Column, sample: readonly Row[]): Generator<Shape> {
  if (target.isShare || from.filter((c) => c.hasMoney).length !== 1 || !target.hasMoney) return;
  let seen = 0;
  for (const row of sample) {
    const figures = [...from, target].map((c) => row.cells[c.index]?.figure?.high);
    const [x = 0, y = 0, z = 0, w = 0] = figures;
    if (w !== 0 && Math.abs(x * y * z - w) <= Math.abs(w) * 0.005) seen += 1;
  }
  if (seen < 2) return;
  yield {
    kind: 'row',
    from,
    target,
    compute: (v) => v.reduce((n, x) => n * x, 1),
    working: (f) => f.join(' × '),
    expected: false,
    rank: 4,
  };
}

const differenceWords =
  /(?<!\p{L})(?:sav\w+|difference|diff|delta|change|reduction|ersparnis|einsparung|differenz|unterschied|économie\w*|écart|différence|ahorro\w*|diferencia|economia|diferença|risparmio|tasarruf|fark|profit|margin|gewinn|marge|ganancia|lucro|kâr)(?!\p{L})|Δ|экономия|разница|节省|节约|差额|差異|削減|差/iu;

/** Differences, sums, quotients, shares and changes of two columns. */
function* pairs(a: Column, b: Column, target: Column, grid: Grid): Generator<Shape> {
  const named = differenceWords.test(target.heading);
  const timed = [a, b, target].some((c) => c.isTime);
  if (sameMoney(a, b) && sameMoney(a, target) && !timed && !target.isShare && !a.isShare && !b.isShare) {
    yield {
      kind: named ? 'saving' : 'difference',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => x - y,
      working: ([x = '', y = '']) => `${x} − ${y}`,
      expected:
        named &&
        grid.columns.filter((c) => c.hasMoney).length === 3 &&
        a.index < b.index &&
        target.index > b.index,
      rank: 2,
    };
    if (a.index < b.index) {
      yield {
        kind: 'total',
        from: [a, b],
        target,
        compute: ([x = 0, y = 0]) => x + y,
        working: ([x = '', y = '']) => `${x} + ${y}`,
        expected: false,
        rank: 2,
      };
    }
    for (const n of [1, 2, 3, 4, 9]) {
      if (a.index >= b.index || target.index < b.index) break;
      yield {
        kind: 'total',
        from: [a, b],
        target,
        compute: ([x = 0, y = 0]) => x + n * y,
        working: ([x = '', y = '']) => `${x} + ${n} × ${y}`,
        expected: target.periods === n + 1 && a.period === 'year' && b.period === 'year',
        rank: 3,
      };
    }
  }
  if (target.isShare && sameMoney(a, b) && !a.isShare && !b.isShare) {
    yield {
      kind: 'saving',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => (1 - y / x) * 100,
      working: ([x = '', y = '']) => `1 − ${y} / ${x}`,
      expected:
        (named || /^[^\p{L}]*%/u.test(target.heading)) &&
        a.index < b.index &&
        target.index > b.index &&
        grid.columns.filter((c) => c.hasMoney && !c.isShare).length === 2,
      rank: 3,
    };
    yield {
      kind: 'share',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => (x / y) * 100,
      working: ([x = '', y = '']) => `${x} / ${y}`,
      expected: false,
      rank: 3,
    };
    yield {
      kind: 'saving',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => (y / x - 1) * 100,
      working: ([x = '', y = '']) => `${y} / ${x} − 1`,
      expected: false,
      rank: 3,
    };
  }
  if (!target.isShare && a.hasMoney && target.hasMoney && !b.hasMoney && !b.isShare) {
    yield {
      kind: 'per-unit',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => x / y,
      working: ([x = '', y = '']) => `${x} / ${y}`,
      expected: false,
      rank: 3,
    };
  }
}

function sameMoney(a: Column, b: Column): boolean {
  return a.hasMoney === b.hasMoney;
}
