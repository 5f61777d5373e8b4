// A cost that two rates make: of what goes in, and of what comes out. The rates stand elsewhere, `Input: $3 / 1M tokens`, and the table
// has both counts and what they cost together. Those two are meant whose costs most rows of the document have.

import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import type { Column, Grid } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const goesIn =
  /(?<!\p{L})(?:inputs?|prompt|entradas?|entrées?|eingabe|ingresso|giriş|girdi|вход\p{L}*)(?!\p{L})|输入|輸入|入力|입력/iu;
const comesOut =
  /(?<!\p{L})(?:outputs?|completion|response|salidas?|saídas?|sorties?|ausgabe|uscita|çıkış|çıktı|выход\p{L}*)(?!\p{L})|输出|輸出|出力|출력/iu;

const mostRates = 24;
const mostRows = 200;
/** Of a document's rows, so many and this share keep the two rates. */
const fewest = 3;
const share = 0.6;

/** `figures`: of the whole document. */
export function twoRatesIn(grids: readonly Grid[], figures: readonly Figure[]): readonly Claim[] {
  const rows = grids.flatMap(countsIn).slice(0, mostRows);
  if (rows.length < fewest) return [];
  const rates = ratesIn(figures);
  let best: readonly Claim[] = [];
  let most = fewest - 1;
  for (const goingIn of rates) {
    for (const comingOut of rates) {
      if (goingIn === comingOut || currencyOf(goingIn) !== currencyOf(comingOut)) continue;
      const claims = rows.flatMap((row) => claimOf(row, goingIn, comingOut));
      const right = claims.filter((c) => c.verdict === 'right');
      const isVaried = new Set(right.map((c) => c.stated.high)).size >= fewest;
      if (!isVaried || right.length <= most || right.length < claims.length * share) continue;
      best = claims;
      most = right.length;
    }
  }
  return best;
}

interface Counts {
  readonly goingIn: Figure;
  readonly comingOut: Figure;
  readonly cost: Figure;
}

function countsIn(grid: Grid): readonly Counts[] {
  const counts = grid.columns.filter((c) => !c.hasMoney && !c.isShare && !c.isTimes);
  const named = (words: RegExp): readonly Column[] => counts.filter((c) => words.test(c.heading));
  const [[a, ...as], [b, ...bs]] = [named(goesIn), named(comesOut)];
  const costs = grid.columns.filter((c) => c.hasMoney && !c.isPrice);
  const [cost, ...more] = costs;
  if (a === undefined || b === undefined || cost === undefined) return [];
  if (a === b || as.length + bs.length + more.length > 0) return [];
  return grid.rows.flatMap(({ kind, cells }) => {
    const [goingIn, comingOut, sum] = [a, b, cost].map((c) => cells[c.index]?.figure);
    if (kind !== 'plain' || goingIn === undefined || comingOut === undefined || sum === undefined) return [];
    const isExact = [goingIn, comingOut, sum].every((f) => f.low === f.high && f.bound === 'none');
    return isExact && sum.high > 0 ? [{ goingIn, comingOut, cost: sum }] : [];
  });
}

/** The different prices for a thousand or a million. */
function ratesIn(figures: readonly Figure[]): readonly Figure[] {
  const rates = new Map<string, Figure>();
  for (const figure of figures) {
    const isRate = figure.perCount > 1 || figure.unit.factors.some((f) => f.atom.name === 'token');
    if (currencyOf(figure) === '' || !isRate || figure.low !== figure.high || figure.high <= 0) continue;
    rates.set(`${currencyOf(figure)} ${figure.high / figure.perCount}`, figure);
    if (rates.size === mostRates) break;
  }
  return [...rates.values()];
}

function claimOf({ goingIn, comingOut, cost }: Counts, inRate: Figure, outRate: Figure): readonly Claim[] {
  if (currencyOf(cost) !== currencyOf(inRate)) return [];
  const costOf = (count: Figure, rate: Figure): number => (count.high * rate.high) / rate.perCount;
  const value = costOf(goingIn, inRate) + costOf(comingOut, outRate);
  const off = Math.abs(cost.high - value) / Math.max(cost.high, value);
  // rounded up as often as to the nearest
  const fits = Math.abs(cost.high - value) < cost.step * 1.000_001 || off < (cost.about ? 0.05 : 0.005);
  return [
    recomputedClaim({
      kind: 'row',
      stated: cost,
      operands: [goingIn, comingOut, inRate, outRate],
      fits,
      recomputed: { low: value, high: value },
      working: `${said(goingIn)} at ${said(inRate)} + ${said(comingOut)} at ${said(outRate)}`,
      confidence: off < farOff ? 0.8 : 0.5,
    }),
  ];
}

/** Half or double: another model, or so many times. */
const farOff = 0.45;
