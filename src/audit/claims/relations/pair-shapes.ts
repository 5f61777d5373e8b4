// Differences, sums, quotients, shares and changes of two columns of a table.

import { grouped } from '../../../quantity/print-number.ts';
import type { Column, Grid } from '../content/grid.ts';
import { isTotal, type Shape, sameMoney } from './relation-shape.ts';

const differenceWords =
  /(?<!\p{L})(?:sav\w+|difference|diff|delta|change|reduction|ersparnis|einsparung|differenz|unterschied|économie\w*|écart|différence|ahorro\w*|diferencia|economia|diferença|risparmio|tasarruf|fark|profit|margin|gewinn|marge|ganancia|lucro|kâr)(?!\p{L})|Δ|экономия|разница|节省|节约|差额|差異|削減|差/iu;

/** Differences, sums, quotients, shares and changes of two columns. */
export function* pairs(a: Column, b: Column, target: Column, grid: Grid): Generator<Shape> {
  const named = differenceWords.test(target.heading);
  const timed = [a, b, target].some((c) => c.isTime);
  // what is saved a month and what is saved a year are no two amounts to compare
  if (target.isShare && differenceWords.test(a.heading) && differenceWords.test(b.heading)) return;
  const isSaved = differenceWords.test(b.heading);
  const isTimes = target.isTimes;
  const isOnePeriod = a.period === b.period || a.period === '' || b.period === '';
  if (
    isOnePeriod &&
    sameMoney(a, b) &&
    sameMoney(a, target) &&
    !timed &&
    !target.isShare &&
    !a.isShare &&
    !b.isShare
  ) {
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
        expected:
          isTotal(target, [a, b]) &&
          grid.columns.every((c) => c.index >= target.index || !c.hasMoney || c === a || c === b),
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
      // a loss may be of either
      others: [([x = 0, y = 0]) => (y > x ? (x / y - 1) * 100 : Number.NaN)],
      working: ([x = '', y = '']) => `1 − ${y} / ${x}`,
      expected:
        (named || /^[^\p{L}]*%/u.test(target.heading)) &&
        !isSaved &&
        a.isPrice === b.isPrice &&
        isOnePeriod &&
        a.index < b.index &&
        target.index > b.index &&
        grid.columns.filter((c) => c.hasMoney && !c.isShare && !differenceWords.test(c.heading)).length === 2,
      rank: 3,
    };
    // `| $300 | $100 (25%) |`: what is paid still, and what is saved of the whole
    if (isSaved) {
      yield {
        kind: 'saving',
        from: [a, b],
        target,
        compute: ([x = 0, y = 0]) => (y / (x + y)) * 100,
        working: ([x = '', y = '']) => `${y} / (${x} + ${y})`,
        expected: false,
        rank: 3,
      };
    }
    yield {
      kind: 'share',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => (x / y) * 100,
      working: ([x = '', y = '']) => `${x} / ${y}`,
      expected: false,
      rank: 3,
    };
    // `| $100,000 | −$65,000 | 35% |`: a deficit, and what is covered without it
    if (isNegative(b, grid)) {
      yield {
        kind: 'share',
        from: [a, b],
        target,
        compute: ([x = 0, y = 0]) => (1 + y / x) * 100,
        working: ([x = '', y = '']) => `1 − ${y.replace(/^[-−–]/, '')} / ${x}`,
        expected: false,
        rank: 3,
      };
    }
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
  if (isTimes && sameMoney(a, b)) {
    yield {
      kind: 'ratio',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => x / y,
      working: ([x = '', y = '']) => `${x} / ${y}`,
      expected: false,
      rank: 2,
    };
    // what comes back beyond what was spent
    yield {
      kind: 'ratio',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => x / y - 1,
      working: ([x = '', y = '']) => `${x} / ${y} − 1`,
      expected: false,
      rank: 3,
    };
  }
  if (
    !isTimes &&
    !b.isTimes &&
    !target.isShare &&
    a.hasMoney &&
    target.hasMoney &&
    !b.hasMoney &&
    !b.isShare
  ) {
    for (const many of [1, 1e3, 1e6]) {
      if (many > 1 && !perMany(a, b, target, many, grid)) continue;
      yield {
        kind: 'per-unit',
        from: [a, b],
        target,
        compute: ([x = 0, y = 0]) => (x / y) * many,
        working: ([x = '', y = '']) => `${x} / ${y}${many === 1 ? '' : ` × ${grouped(String(many))}`}`,
        expected: false,
        rank: 3,
      };
    }
  }
}

function isNegative({ index }: Column, { rows }: Grid): boolean {
  const figures = rows.slice(0, 30).flatMap(({ cells }) => cells[index]?.figure ?? []);
  return figures.length > 0 && figures.every((f) => f.high < 0);
}

/** `Cost per 1,000 minutes`: a look at some rows before the shape is tested. */
function perMany(a: Column, b: Column, target: Column, many: number, grid: Grid): boolean {
  let seen = 0;
  for (const row of grid.rows.slice(0, 30)) {
    const [x, y, z] = [a, b, target].map((c) => row.cells[c.index]?.figure);
    if (x === undefined || y === undefined || z === undefined || y.high === 0 || z.high === 0) continue;
    if (Math.abs((x.high / y.high) * many - z.high) <= z.step) seen += 1;
  }
  return seen >= 2;
}
