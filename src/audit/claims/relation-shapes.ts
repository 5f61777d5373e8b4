// The relations that may hold between the columns of a table, to be tested in its rows.

import { grouped } from '../../quantity/print-number.ts';
import { lengthsOf } from '../judge/calendar.ts';
import { sharesIn } from '../judge/offers.ts';
import type { Claim } from '../types.ts';
import { type Column, type Grid, kindOf, type Row } from './grid.ts';

type Values = readonly number[];

/** One shape of a relation: what the target column should hold, from the other columns of the row. */
export interface Shape {
  readonly kind: Claim['kind'];
  readonly from: readonly Column[];
  readonly target: Column;
  readonly compute: (values: Values) => number;
  /** With the figures put in: `3 × 15`. */
  readonly working: (figures: readonly string[]) => string;
  /** The headings say that this relation is meant. */
  readonly expected: boolean;
  /** Each column is called by its part: a count, what one costs, an amount. */
  readonly named?: boolean;
  /** By other conventions: 720 hours in a month where the rest of the table has 730. A row that keeps one is not wrong. */
  readonly others?: readonly ((values: Values) => number)[];
  /** Every figure can be had by multiplying some others: relations that need less are found first. */
  readonly rank: number;
}

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

/** What a product may be multiplied by without saying so: hours, days and months, and prices per 1,000 or million. */
const constants = [1, 730, 720, 744, 12, 24, 30, 365, 8760, 22, 160, 3, 6, 36, 60, 1e-3, 1e-6, 0.01, 1e3];

function* products(a: Column, b: Column, target: Column, sample: readonly Row[]): Generator<Shape> {
  if (target.isShare && !(a.isShare || b.isShare)) return;
  if (a.hasMoney && b.hasMoney) return;
  // `| $0.20 | $0.08 | 2.5x |` compares
  if ([a, b].some((c) => c.isTimes && c.index > target.index)) return;
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
    const isAmount = constant === 1 && target.hasMoney && !target.isPrice;
    const isPriced = [a, b].some((c) => c.isPrice);
    const named =
      isAmount &&
      [a, b].some((c) => !c.hasMoney && countWords.test(c.heading)) &&
      (isPriced || [a, b].some((c) => c.hasMoney && priceWords.test(c.heading)));
    const expected = isAmount && (isPriced || named);
    const isAlone = named && isPriced && total <= 3;
    if (!isAlone && (seen === 0 || (seen < 2 && !expected) || seen < total * (named ? 0.3 : 0.5))) continue;
    yield {
      kind: 'row',
      from: [a, b],
      target,
      compute: ([x = 0, y = 0]) => x * y * constant,
      // `| 20 GB/day | $0.02/GB | $12 |` above `| 1 GB | $0.02/GB | $0.02 |`
      ...(constant === 1
        ? {}
        : {
            others: othersOf(constant).map(
              (n) =>
                ([x = 0, y = 0]: Values) =>
                  x * y * n,
            ),
          }),
      working: ([x = '', y = '']) => `${x} × ${y}${constant === 1 ? '' : ` × ${constant}`}`,
      expected,
      named,
      rank: constant === 1 ? 2 : 3,
    };
  }
}

const countWords =
  /^[^\p{L}]*(?:qty|quantit\p{L}*|quantid\p{L}*|cantidad\p{L}*|count|units?|number|nodes?|instances?|seats?|users?|licen[cs]es?|hours?|hrs?|days?|menge|anzahl|stück\p{L}*|stk|stunden|std|tage|nutzer|lizenzen|nombre|nb|qté|heures?|jours?|postes?|licences?|unidades|cant|horas?|días|dias|usuarios|licencias|qtd|qtde|usuários|licenças|ore|quantità|aantal|uren|adet|miktar|saat|кол-во|количество|шт|час\p{L}*)(?!\p{L})|数量|個数|人数|小时|時間|工时/iu;
const priceWords =
  /(?<!\p{L})(?:price|rate|\p{L}*satz|\p{L}*preis|prix|taux|tjm|tarifa|tariffa|precio|preço|prezzo|prijs|uurtarief|fiyat\p{L}*|ücret\p{L}*|цена|стоимость за|ставка)(?!\p{L})|(?:\/|(?<!\p{L})(?:per|pro|por|par|à l['’])\s?)\s?(?:h|hour|hora|heure|stunde|std|saat|day|día|dia|jour|tag|unit|unidade?|stück)(?!\p{L})|单价|價格|价格|単価|价/iu;

/** Not multiplied at all, and the other hours of a month. */
function othersOf(constant: number): readonly number[] {
  const hours = [720, 730, 744];
  return hours.includes(constant) ? [1, ...hours] : [1];
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

/** `| 2024 | 2025 | 2026 | Total |`, with nothing else in front of it. */
function isTotal(target: Column, parts: readonly Column[]): boolean {
  const [first] = parts;
  if (kindOf(target.heading) !== 'total' || !target.hasMoney || first === undefined) return false;
  return (
    parts.every(
      (c, i) =>
        c.index === first.index + i &&
        c.hasMoney &&
        (c.period === first.period || c.periods !== first.periods),
    ) && parts.at(-1)?.index === target.index - 1
  );
}

function sameMoney(a: Column, b: Column): boolean {
  return a.hasMoney === b.hasMoney;
}
