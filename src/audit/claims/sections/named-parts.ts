// A row that names what it is made of, `Hosts (hardware + power + line)`, against the table of the same case that has a row for
// each. What the label says holds for rows of that name in the tables for other cases, too.

import { fitOf } from '../../judge/compare.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure, Heading } from '../../types.ts';
import type { FiguresOf, Grid } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import type { NamesOf } from '../content/names.ts';
import { compareSizes, type Size, sizesOf } from '../content/sizes.ts';

/** A table of amounts for one case. */
export interface Bill {
  readonly rows: readonly BillRow[];
  readonly sizes: readonly Size[];
  readonly under: Heading | undefined;
}

interface BillRow {
  readonly label: string;
  /** Without what stands in parentheses. */
  readonly name: string;
  /** The words of each part that the label names. */
  readonly parts: readonly (readonly string[])[];
  readonly words: readonly string[];
  /** Of columns, by their headings. */
  readonly amounts: ReadonlyMap<string, Figure>;
}

const mostRows = 60;
const mostBills = 200;

export function billOf(grid: Grid, names: NamesOf, figuresOf: FiguresOf): Bill | undefined {
  if (grid.rows.length < 2 || grid.rows.length > mostRows) return undefined;
  const money = grid.columns.filter((c) => c.index > 0 && c.hasMoney && !c.isPrice && !c.isShare);
  if (money.length === 0) return undefined;
  const rows = grid.rows
    .filter((r) => r.kind === 'plain')
    .map((row): BillRow => {
      const inside = /\(([^()]*\+[^()]*)\)/.exec(row.label)?.[1] ?? '';
      const amounts = money.flatMap((c): [string, Figure][] => {
        const figure = row.cells[c.index]?.figure;
        return figure === undefined || figure.bound !== 'none' || figure.low !== figure.high
          ? []
          : [[c.heading.toLowerCase(), figure]];
      });
      return {
        label: row.label,
        name: names(row.label.replace(/\([^()]*\)/g, ' ')).join(' '),
        parts: inside === '' ? [] : inside.split('+').map((p) => names(p).filter((w) => !/\d/.test(w))),
        words: names(row.label),
        amounts: new Map(amounts),
      };
    });
  return { rows, sizes: sizesOf(grid.under, figuresOf), under: grid.under };
}

export function namedPartsIn(bills: readonly Bill[]): readonly Claim[] {
  if (bills.length > mostBills) return [];
  const definitions = bills.flatMap((bill) =>
    bill.rows.filter((r) => r.parts.length >= 2 && r.parts.every((p) => p.length > 0)),
  );
  return definitions
    .filter((d, i) => definitions.findIndex((e) => e.name === d.name) === i)
    .flatMap(({ name, parts }) => {
      const checks = bills.flatMap((bill) =>
        bill.rows
          .filter((r) => r.name === name && (r.parts.length === 0 || r.parts.length === parts.length))
          .flatMap((row) => checksOf(row, parts, bill, bills)),
      );
      const right = checks.filter((c) => c.verdict === 'right').length;
      // that the parts are those rows is known where some of them come out
      return checks.map((c) => (c.verdict === 'right' || right >= 2 ? c : { ...c, confidence: 0.5 }));
    });
}

function checksOf(
  row: BillRow,
  parts: readonly (readonly string[])[],
  own: Bill,
  bills: readonly Bill[],
): readonly Claim[] {
  return [...row.amounts].flatMap(([column, stated]): Claim[] => {
    const sums = bills.flatMap((bill) => {
      if (bill === own || own.sizes.length === 0 || compareSizes(bill.sizes, own.sizes) !== 'same') return [];
      const found = parts.map((part) => rowNamed(bill, part)?.amounts.get(column));
      const figures = found.filter((f) => f !== undefined && currencyOf(f) === currencyOf(stated));
      return figures.length === parts.length ? [figures as readonly Figure[]] : [];
    });
    const claims = sums.map((figures) => sumClaim(stated, figures));
    const best = claims.find((c) => c.verdict === 'right') ?? claims[0];
    return best === undefined ? [] : [best];
  });
}

function rowNamed(bill: Bill, part: readonly string[]): BillRow | undefined {
  const found = bill.rows.filter((r) => part.every((p) => r.words.some((w) => isWord(p, w))));
  return found.length === 1 ? found[0] : undefined;
}

/** The word, or its consonants (`hw`). */
function isWord(short: string, word: string): boolean {
  if (short === word) return true;
  if (!/^[bcdfghjklmnpqrstvwxz]{2,4}$/.test(short) || short[0] !== word[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === short[at]) at += 1;
  return at === short.length;
}

function sumClaim(stated: Figure, figures: readonly Figure[]): Claim {
  const value = figures.reduce((n, f) => n + f.high, 0);
  const slack = figures.reduce((n, f) => n + f.step / 2, 0);
  const fits = fitOf(stated, 'high', value, { low: value - slack, high: value + slack }).fits;
  const working = figures
    .filter((f) => f.high !== 0)
    .map(said)
    .join(' + ');
  const recomputed = { low: value, high: value };
  return {
    kind: 'total',
    stated,
    operands: figures,
    verdict: fits ? 'right' : 'wrong',
    recomputed,
    working,
    message: fits ? '' : `its parts, ${working}, are ${likeFigure(recomputed, stated)}, not ${said(stated)}`,
    confidence: fits ? 1 : 0.78,
  };
}
