// Rows whose cells are products, and what these come to: `| 50 agents | 30 × $149 | 15 × $249 | $8,205 |`.

import { spreadOf } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import type { Cell } from '../content/cells.ts';
import type { FiguresOf, Grid, Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const mostRows = 200;
/** Longer cells say more than a product. */
const longest = 40;
/** What is further off is a sum of something else. */
const mostOff = 0.2;

export function productCellsIn(grid: Grid, figuresOf: FiguresOf): readonly Claim[] {
  const claims = grid.rows.slice(0, mostRows).flatMap((row) => sumIn(row, figuresOf));
  const wrong = claims.filter((c) => c.verdict === 'wrong');
  if (wrong.length === claims.length) return onceFor(wrong);
  return wrong.some((c) => offOf(c) > mostOff) ? claims.filter((c) => c.verdict === 'right') : claims;
}

function sumIn({ kind, cells }: Row, figuresOf: FiguresOf): readonly Claim[] {
  if (kind === 'average') return [];
  const products = cells.map((cell) => productOf(cell, figuresOf));
  const last = products.findLastIndex((p) => p !== undefined);
  const operands = products.filter((p) => p !== undefined);
  const stated = cells.slice(last + 1).find((c) => c.figure !== undefined)?.figure;
  const [first] = operands;
  if (first === undefined || operands.length < 2 || stated === undefined) return [];
  if (!isPlainAmount(stated) || stated.bound !== 'none' || stated.low < stated.high) return [];
  if (operands.some((p) => currencyOf(p.price) !== currencyOf(stated))) return [];
  const sum = (of: (price: Figure) => number): number =>
    operands.reduce((n, { count, price }) => n + count.high * of(price), 0);
  const value = sum((p) => p.high);
  // a price without cents has none
  const end = (p: Figure, side: 'low' | 'high'): number => (p.whole ? p.high : spreadOf(p, 'high')[side]);
  const spread = { low: sum((p) => end(p, 'low')), high: sum((p) => end(p, 'high')) };
  return [
    recomputedClaim({
      kind: 'row',
      stated,
      operands: operands.flatMap(({ count, price }) => [count, price]),
      fits: fitOf(stated, 'high', value, spread).fits,
      recomputed: { low: value, high: value },
      working: operands.map(({ count, price }) => `${said(count)} × ${said(price)}`).join(' + '),
      confidence: 0.85,
    }),
  ];
}

interface Product {
  readonly count: Figure;
  readonly price: Figure;
}

/** A count and an amount, a sign between them, and nothing else. */
function productOf({ passage }: Cell, figuresOf: FiguresOf): Product | undefined {
  const { text } = passage;
  if (text.length > longest || !/\d\D*[×x*]\D*\d/u.test(text)) return undefined;
  const [first, second, ...more] = figuresOf(passage);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  const isBare = first.start === 0 && second.end === text.length;
  if (!isBare || !/^\s*[×x*]\s*$/u.test(text.slice(first.end, second.start))) return undefined;
  const isExact = [first, second].every((f) => f.low === f.high && f.bound === 'none' && f.high > 0);
  const [count, price] = currencyOf(first) === '' ? [first, second] : [second, first];
  if (!isExact || currencyOf(count) !== '' || currencyOf(price) === '' || price.perCount !== 1)
    return undefined;
  return { count, price };
}

/** All of them, and by one factor: it is said once, of the first. */
function onceFor(claims: readonly Claim[]): readonly Claim[] {
  const [first, ...others] = claims;
  if (first === undefined || claims.some((c) => offOf(c) > mostOff)) return [];
  const factor = (c: Claim): number => c.stated.high / c.recomputed.high;
  if (others.some((c) => Math.abs(factor(c) / factor(first) - 1) > likeness)) return [];
  if (others.length === 0) return [{ ...first, confidence: 0.75 }];
  const count = others.length === 1 ? 'the other row is' : `the ${others.length} other rows are`;
  const each = `${count} off by the same factor`;
  return [{ ...first, message: `${first.message}; ${each}` }];
}

/** Of factors, as printed in whole units. */
const likeness = 0.002;

function offOf({ stated, recomputed }: Claim): number {
  return Math.abs(stated.high - recomputed.high) / Math.max(Math.abs(stated.high), Math.abs(recomputed.high));
}
