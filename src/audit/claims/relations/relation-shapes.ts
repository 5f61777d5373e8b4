// The relations that may hold between the columns of a table, to be tested in its rows.

import { lengthsOf } from '../../judge/calendar.ts';
import { sharesIn } from '../../judge/offers.ts';
import type { Column, Grid, Row } from '../content/grid.ts';
import { pairs } from './pair-shapes.ts';
import { products, triples } from './product-shapes.ts';
import { isTotal, type Shape, sameMoney, type Values } from './relation-shape.ts';

export function* shapesFor(
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
      expected: isTotal(target, before),
      rank: 2,
    };
  }
  // `| Price | Hosting | Fees | Profit |`
  const amounts = columns.filter((c) => c.index < target.index && c.hasMoney && !c.isShare && !c.isTime);
  const [whole, ...taken] = amounts;
  if (whole !== undefined && taken.length >= 2 && taken.length <= 4 && target.hasMoney && !target.isShare) {
    yield {
      kind: 'difference',
      from: amounts,
      target,
      compute: ([x = 0, ...rest]) => rest.reduce((n, y) => n - y, x),
      working: (f) => f.join(' − '),
      expected: false,
      rank: 3,
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
      const others = lengths.map((n) => (n * target.periods) / a.periods);
      if (factor > 1) yield multiple(a, target, factor, true, others);
    }
    return;
  }
  for (const factor of [12, 36, 60, 24, 3, 5]) {
    // small counts keep such a ratio by chance
    if (observed(a, target, factor, sample, target.hasMoney ? 2 : 4))
      yield multiple(a, target, factor, false);
  }
}

function multiple(
  a: Column,
  target: Column,
  factor: number,
  expected: boolean,
  factors: readonly number[] = [],
): Shape {
  const shown = String(Math.round(factor * 100) / 100);
  // `Yearly (9折)`
  const taken = [1, ...sharesIn(target.heading)];
  return {
    kind: 'period',
    from: [a],
    target,
    compute: ([x = 0]) => x * factor,
    working: ([x = '']) => `${x} × ${shown}`,
    others: [factor, ...factors].flatMap((n) =>
      taken.map(
        (share) =>
          ([x = 0]: Values) =>
            x * n * share,
      ),
    ),
    expected,
    rank: 1,
  };
}

/** Cheap look at two rows before a shape is tested. */
function observed(a: Column, target: Column, factor: number, sample: readonly Row[], least: number): boolean {
  let seen = 0;
  for (const row of sample) {
    const [x, y] = [row.cells[a.index]?.figure, row.cells[target.index]?.figure];
    if (x === undefined || y === undefined || x.high === 0) continue;
    if (Math.abs(y.high / x.high / factor - 1) < 0.01) seen += 1;
    if (seen >= least) return true;
  }
  return false;
}
