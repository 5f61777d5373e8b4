// A row that is a percentage of what stands above it: `Contingency (10%)`, `MwSt. 19 %`. What it is of is seldom said: the last
// subtotal, all rows, or the last few of them; one that fits is the one that was meant.

import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { amountIn } from '../content/cells.ts';
import { type Column, type Grid, isShare, type Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const onTop =
  /(?<!\p{L})(?:contingency|buffer|reserve|overhead|vat|gst|sales tax|tax|taxes|mark-?up|risk|puffer|mwst|ust|mehrwertsteuer|umsatzsteuer|zuschlag|aufschlag|unvorhergesehenes|tva|imprévus|marge de sécurité|réserve|iva|contingencias?|imprevistos?|reserva|contingência|imposto|kdv|beklenmeyen|ihtiyat|ндс|резерв|непредвиденные)(?!\p{L})|增值税|税费|预备费|不可预见|消費税|予備費/iu;
const percent = /(?<![\d.,%])(\d{1,2}(?:[.,]\d{1,2})?)\s*%|%\s?(\d{1,2}(?:[.,]\d{1,2})?)(?![\d.,])/g;

/** More rows than a person sums up. */
const mostRows = 80;

export function percentRowsIn(grid: Grid): readonly Claim[] {
  if (grid.rows.length > mostRows) return [];
  const money = grid.columns.filter((c) => c.hasMoney && !c.isPrice && !c.isShare);
  // where every row has a percentage, it is its share of the total
  const shares = new Set(grid.columns.filter((c) => c.isShare && c.filled > 0.5).map((c) => c.index));
  return grid.rows.flatMap((row, index) => {
    if (index < 1 || row.kind !== 'plain' || !onTop.test(row.label)) return [];
    // `Large (with 35% overhead)` has it in it
    if (
      /(?<!\p{L})(?:w\/|with|incl\p{L}*\.?|mit|inkl\.?|avec|con|com)\s*[~≈]?\s*\d+[\d.,]*\s*%/iu.test(
        row.label,
      )
    )
      return [];
    const words = row.cells
      .filter((_, at) => !shares.has(at))
      .map((c) => c.passage.text)
      .filter((t) => t === row.label || /^(?:[\d.,\s]+%|%[\d.,\s]+)$/.test(t) || isNoted(t));
    const rates = [...words.join(' ').matchAll(percent)].map((m) =>
      Number((m[1] ?? m[2] ?? '').replace(',', '.')),
    );
    const [rate] = rates;
    if (rate === undefined || rates.some((r) => r !== rate) || rate === 0) return [];
    return money.flatMap((column) => {
      const claim = claimOf(grid, index, column, rate);
      return claim === undefined ? [] : [claim];
    });
  });
}

/** `10% in this state`, and of nothing that is named. */
function isNoted(text: string): boolean {
  return (
    text.length <= longestNote &&
    /^\d{1,2}(?:[.,]\d{1,2})?\s?%\s/.test(text) &&
    !/(?<!\p{L})(?:of|on|von|auf|vom|der|des?|du|sur|del?|sobre|d[ao]s?|от|на)(?!\p{L})|[\d%×*+]/iu.test(
      text.replace(/^[\d.,]+\s?%/, ''),
    )
  );
}

const longestNote = 50;

interface Base {
  readonly amount: number;
  readonly figures: readonly Figure[];
}

function claimOf(grid: Grid, index: number, column: Column, rate: number): Claim | undefined {
  const stated = grid.rows[index]?.cells[column.index]?.figure;
  if (stated === undefined || stated.low !== stated.high || stated.bound !== 'none' || stated.high <= 0)
    return undefined;
  // a rate among assumptions is no amount
  if (isShare(stated)) return undefined;
  const above = grid.rows.slice(0, index);
  if (above.some((r) => isUnread(r, column))) return undefined;
  // `Card fee (0.2%)` and `FX markup (0.4%)`: each of something that is not in the table
  if (above.some((r) => r.kind === 'plain' && !onTop.test(r.label) && hasPercent(r.label))) return undefined;
  const bases = basesOf(above, column);
  const fits = (base: number): boolean => {
    const value = (base * rate) / 100;
    const room = stated.step / 2 + Math.abs(value) * 0.002;
    return fitOf(stated, 'high', value, { low: value - room, high: value + room }).fits;
  };
  // `Limit (with a 25% buffer)`: the amount in front with what is on top of it
  const last = above.at(-1)?.cells[column.index]?.figure?.high ?? 0;
  const isAbove = Math.abs(last * (1 + rate / 100) - stated.high) <= stated.step / 2;
  // an included tax is a share of the amount with it
  const right = bases.find((b) => fits(b.amount) || fits((b.amount * 100) / (100 + rate)) || isAbove);
  const shown = right ?? bases[0];
  if (shown === undefined || shown.amount <= 0) return undefined;
  // `$18,000 (76%)`, in a column of its own: what is above is not all in this one
  if (right === undefined && above.some((r) => isBeside(r, column))) return undefined;
  const value = (shown.amount * rate) / 100;
  const recomputed = { low: value, high: value };
  const [only] = shown.figures;
  const of = shown.figures.length === 1 && only !== undefined ? said(only) : 'the rows above';
  const working = `${rate}% of ${of}`;
  const loose = stated.about || shown.figures.some((f) => f.about || f.low < f.high);
  return recomputedClaim({
    kind: 'share',
    stated,
    operands: shown.figures,
    fits: right !== undefined,
    recomputed,
    working,
    confidence: loose ? 0.5 : 0.8,
  });
}

function isBeside({ cells }: Row, column: Column): boolean {
  return (
    cells[column.index]?.blank === true &&
    cells.some((c) => c.figure !== undefined && currencyOf(c.figure) !== '' && c.remark !== undefined)
  );
}

function hasPercent(label: string): boolean {
  return label.match(percent) !== null;
}

function isUnread(row: Row, column: Column): boolean {
  const cell = row.cells[column.index];
  return (
    cell !== undefined &&
    cell.figure === undefined &&
    !cell.blank &&
    !cell.free &&
    /\d/.test(cell.passage.text)
  );
}

/** The likeliest first. */
function basesOf(above: readonly Row[], column: Column): readonly Base[] {
  const baseOf = (rows: readonly Row[]): Base => ({
    amount: rows.reduce((n, r) => n + (amountIn(r.cells[column.index], 'high') ?? 0), 0),
    figures: rows.flatMap((r) => r.cells[column.index]?.figure ?? []),
  });
  const plain = above.filter((r) => r.kind === 'plain');
  const sums = above.filter((r) => r.kind === 'subtotal' || r.kind === 'total');
  const last = sums.at(-1);
  return [
    ...(last === undefined ? [] : [baseOf([last])]),
    baseOf(plain),
    ...plain.map((row) => baseOf([row])),
    ...plain.map((_, i) => baseOf(plain.slice(i))),
    ...plain.map((_, i) => baseOf(plain.slice(0, i + 1))),
    baseOf(plain.filter((r) => !onTop.test(r.label))),
    ...sums.map((row) => baseOf([row])),
    ...(last === undefined ? [] : [baseOf([last, ...above.slice(above.indexOf(last) + 1)])]),
  ].filter((b) => b.amount > 0);
}
