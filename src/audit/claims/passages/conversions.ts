// Amounts that the document gives in two currencies, side by side. Each pair leaves room for a range of exchange rates; the
// rate that fits most of them (or that the document states) is its own, and a pair that no rounding brings to it is wrong.

import type { Interval } from '../../../quantity/interval.ts';
import { coarseStep, fitOf } from '../../judge/compare.ts';
import { append } from '../../lists.ts';
import { offsetIn } from '../../passage.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Exchange, MixedSum } from '../calculations/equation-sides.ts';
import type { Column, Grid } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const beside =
  /^[\s*_`]*(?:[(/|,~≈=]|or|oder|ou|bzw\.?|yani)[\s*_`~≈(=]*(?:about|approx\.?|roughly|ca\.?|etwa|env\.?|aprox\.?|~|≈|or|\s)*$/i;

const mostApart = 40;

/** `€4.15 (~$4.50)`, `EUR4.50 / USD5.19`. */
export function exchangesIn(text: string, figures: readonly Figure[]): readonly Exchange[] {
  const found: Exchange[] = [];
  for (let i = 0; i + 1 < figures.length; i++) {
    const [a, b] = [figures[i], figures[i + 1]];
    if (a === undefined || b === undefined || !isPair(a, b)) continue;
    // `€4 + $1 = €5`: a part is not what the sum is
    if (/[+−×*÷·][\s*_`~(]*$/.test(text.slice(Math.max(0, a.start - 6), a.start))) continue;
    if (b.start - a.end <= mostApart && beside.test(text.slice(a.end, b.start)))
      found.push({ from: a, to: b });
  }
  return found;
}

/** Two columns of a table with the same amounts, or several times two side by side; nothing else of money. */
export function exchangesInGrid(grid: Grid): readonly Exchange[] {
  const money = grid.columns.filter((c) => c.hasMoney && c.filled > 0.5);
  if (money.length % 2 > 0) return [];
  const pairs = money.flatMap((a, i): readonly (readonly [Column, Column])[] => {
    const b = money[i + 1];
    return i % 2 > 0 || b === undefined || !areSamePeriods(a, b) ? [] : [[a, b]];
  });
  if (pairs.length * 2 < money.length) return [];
  const own = pairs.map(([a, b]) => exchangesOfColumns(grid, a, b));
  // where some of the pairs are no pair, the columns were not read right
  return own.some((p) => p.length === 0) ? [] : own.flat();
}

function areSamePeriods(a: Column, b: Column): boolean {
  return (a.period === '' || b.period === '' || a.period === b.period) && a.periods === b.periods;
}

function exchangesOfColumns(grid: Grid, a: Column, b: Column): readonly Exchange[] {
  return grid.rows.flatMap((row) => {
    const [x, y] = [row.cells[a.index]?.figure, row.cells[b.index]?.figure];
    return x !== undefined && y !== undefined && isPair(x, y) ? [{ from: x, to: y }] : [];
  });
}

function isPair(a: Figure, b: Figure): boolean {
  const [ca, cb] = [currencyOf(a), currencyOf(b)];
  if (ca === '' || cb === '' || ca === cb || a.bound !== 'none' || b.bound !== 'none') return false;
  if (a.perCount !== b.perCount || a.high === 0 || b.high === 0) return false;
  const others = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind !== 'currency')
      .map((u) => u.atom.name)
      .join(' ');
  const [oa, ob] = [others(a), others(b)];
  return oa === ob || oa === '' || ob === '';
}

export interface Conversions {
  readonly claims: readonly Claim[];
  readonly rates: readonly string[];
}

interface Room {
  readonly pair: Exchange;
  readonly rate: Interval;
}

const mostPairs = 5000;

export function conversionsOf(exchanges: readonly Exchange[], mixed: readonly MixedSum[]): Conversions {
  const groups = new Map<string, Exchange[]>();
  const seen = new Set<Figure>();
  for (const pair of exchanges.slice(0, mostPairs)) {
    // an equation and two amounts side by side are one pair
    if (seen.has(pair.to)) continue;
    seen.add(pair.to);
    const turned = currencyOf(pair.from) > currencyOf(pair.to);
    const { from, to } = turned ? { from: pair.to, to: pair.from } : pair;
    const key = `${currencyOf(from)} ${currencyOf(to)}`;
    groups.set(key, [...(groups.get(key) ?? []), { from, to }]);
  }
  const claims: Claim[] = [];
  const rates: string[] = [];
  for (const [key, pairs] of groups) {
    const outcome = oneRate(pairs);
    if (outcome === undefined) continue;
    append(claims, outcome.claims);
    const [from = '', to = ''] = key.split(' ');
    append(
      claims,
      mixed.flatMap((m) => mixedClaim(m, from, to, outcome.rate)),
    );
    rates.push(
      `1 ${from} = ${rateText(outcome.rate)} ${to} (implied by ${outcome.support} pairs of amounts)`,
    );
  }
  return { claims, rates };
}

/** How far a rate may be from that of another day. */
const otherDay = 0.03;

/** What was added as if both were the same money is wrong; what comes out otherwise was reckoned otherwise. */
function mixedClaim({ parts, stated }: MixedSum, from: string, to: string, rate: number): readonly Claim[] {
  const own = currencyOf(stated);
  const factor = own === to ? rate : own === from ? 1 / rate : undefined;
  const other = own === to ? from : to;
  if (factor === undefined || parts.some((f) => ![own, other].includes(currencyOf(f)))) return [];
  const plain = parts.reduce((n, f) => n + f.high, 0);
  const foreign = parts.reduce((n, f) => n + (currencyOf(f) === other ? f.high : 0), 0);
  const value = plain - foreign + foreign * factor;
  const room = Math.abs(foreign * factor) * otherDay;
  const isAdded = Math.abs(plain - stated.high) <= stated.step / 2;
  // `€39 + $100 = ~€139` is near because of that
  const fits = isAdded
    ? Math.abs(value - stated.high) <= stated.step / 2 + room
    : fitOf(stated, 'high', value, { low: value - room, high: value + room }).fits;
  if (!fits && !isAdded) return [];
  return [
    recomputedClaim({
      kind: 'conversion',
      stated,
      operands: parts,
      fits,
      recomputed: { low: value, high: value },
      working: `${parts.map(said).join(' + ')} at the document's own rate of ${rateText(factor)}`,
      confidence: 0.8,
    }),
  ];
}

function rateText(rate: number): string {
  return String(Number(rate.toPrecision(5)));
}

function oneRate(
  pairs: readonly Exchange[],
): { readonly claims: readonly Claim[]; readonly rate: number; readonly support: number } | undefined {
  const rooms = pairs.map(roomOf);
  if (rooms.length < 3) return undefined;
  const shared = mostShared(rooms);
  const named = statedRate(rooms, shared.count);
  const best = named ?? shared;
  // a rate that is said to be the one, and is, weighs more
  if (best.count < 3 || best.count < rooms.length * (named === undefined ? 0.7 : 0.6)) return undefined;
  const { rate } = best;
  // where nearly all keep it to the last digit, one that does not is no other day's rate
  const amounts = rooms.filter((r) => !isRate(r.pair)).length;
  const isKept = best.count >= mostly.count && best.count >= amounts * mostly.share;
  const claims = rooms.map(({ pair, rate: room }): Claim => {
    const marks = isRate(pair) ? openMarks : [1];
    const fits = marks.some((n) => isIn(rate * n, room));
    // the one for a month, and the other for a year
    // an amount that was not made round did not come of one that was
    const areRound = isRound(pair.from) && isRound(pair.to);
    const wide = isKept
      ? [roomOf(pair, chained).rate, ...(areRound ? [roundRoomOf(pair)] : [])]
      : [widened(room), widened(roundRoomOf(pair))];
    const near = [1, 12, 1 / 12].some((n) => wide.some((w) => isIn(rate * n, w)));
    // the later one was converted
    const [operand, stated, factor] =
      placeOf(pair.to) >= placeOf(pair.from) ? [pair.from, pair.to, rate] : [pair.to, pair.from, 1 / rate];
    return recomputedClaim({
      kind: 'conversion',
      stated,
      operands: [operand],
      fits: fits || near,
      recomputed: { low: operand.low * factor, high: operand.high * factor },
      working: `${said(operand)} at the document's own rate of ${rateText(factor)}`,
      confidence: Math.min(0.9, 0.6 + 0.06 * best.count),
    });
  });
  return { claims, rate, support: best.count };
}

/** A rate by itself, `1 EUR = 655,957 XOF`, may have either mark for its decimals. */
const openMarks = [1, 1000, 1 / 1000];

/** The rate that the document names, where nearly as many pairs keep it as keep any. */
function statedRate(
  rooms: readonly Room[],
  most: number,
): { readonly rate: number; readonly count: number } | undefined {
  for (const { pair } of rooms) {
    if (!isRate(pair)) continue;
    for (const mark of openMarks) {
      const rate = (pair.to.high / pair.from.high) * mark;
      const count = rooms.filter((r) => isIn(rate, r.rate)).length;
      if (count >= most * nearlyAll) return { rate, count };
    }
    return undefined;
  }
  return undefined;
}

const nearlyAll = 0.8;

/** `1 EUR = …`: what one comes to. */
function isRate({ from, to }: Exchange): boolean {
  if (from.passage !== to.passage || ![from, to].some((f) => f.high === 1 && f.step === 1)) return false;
  const [first, second] = from.start < to.start ? [from, to] : [to, from];
  return /^\s*[=≈]\s*$/.test(from.passage.text.slice(first.end, second.start));
}

function isIn(rate: number, room: Interval): boolean {
  return rate >= room.low * (1 - 1e-9) && rate <= room.high * (1 + 1e-9);
}

function widened({ low, high }: Interval): Interval {
  return { low: low / 1.015, high: high * 1.015 };
}

function placeOf({ passage, start }: Figure): number {
  return offsetIn(passage, start);
}

/** Of so many pairs this share keeps one rate. */
const mostly = { count: 10, share: 0.85 };
/** An amount may be the sum of rounded ones, or so many times one: so many steps off. */
const chained = 8;

/** The rates that the printed digits of a pair allow. */
function roomOf(pair: Exchange, steps = 1): Room {
  const width = (f: Figure): Interval => {
    if (f.high === 1 && isRate(pair)) return { low: 1, high: 1 };
    const extra = f.about ? Math.max(f.step, Math.abs(f.high) * 0.02) : f.step * steps;
    return { low: f.high - extra / 2, high: f.high + extra / 2 };
  };
  return { pair, rate: rateBetween(width(pair.from), width(pair.to)) };
}

/** The rates that a pair allows whose amounts were made round: `£9.00 ($11.00)`. */
function roundRoomOf({ from, to }: Exchange): Interval {
  const width = (f: Figure): Interval => {
    const step = isRound(f) ? coarseStep(f.high, f.step) : f.step;
    return { low: f.high - step / 2, high: f.high + step / 2 };
  };
  return rateBetween(width(from), width(to));
}

function isRound({ high, step }: Figure): boolean {
  const coarse = coarseStep(high, step);
  return coarse > step && coarse <= Math.abs(high) * mostRound;
}

/** `9.00` is a round amount, `1.00` a price. */
const mostRound = 0.2;

function rateBetween(a: Interval, b: Interval): Interval {
  return { low: b.low / a.high, high: a.low > 0 ? b.high / a.low : Number.POSITIVE_INFINITY };
}

/** The number with the fewest digits between the two: as people state a rate. */
function shortest(low: number, high: number): number {
  const middle = (low + high) / 2;
  for (let digits = 2; digits < 7; digits++) {
    const short = Number(middle.toPrecision(digits));
    if (short >= low && short <= high) return short;
  }
  return middle;
}

/** The rate inside of the most rooms: the middle of the stretch that they share. */
function mostShared(rooms: readonly Room[]): { readonly rate: number; readonly count: number } {
  const edges = rooms
    .flatMap(({ rate }) => [
      { at: rate.low, step: 1 },
      { at: rate.high, step: -1 },
    ])
    .sort((a, b) => a.at - b.at || b.step - a.step);
  let count = 0;
  let best = { rate: 0, count: 0 };
  for (const [i, edge] of edges.entries()) {
    count += edge.step;
    if (count > best.count) best = { rate: shortest(edge.at, edges[i + 1]?.at ?? edge.at), count };
  }
  return best;
}
