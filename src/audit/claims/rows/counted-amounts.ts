// So much of something and what it comes to in one phrase, with the price of one beside it: `| €0.08/GB | 50 GB = €4 |`, `at $0.50
// per 1M tokens, 100M tokens = $50`, or in a list, where the price stands in a line above: `Egress: $0.09/GB`, `Example: 200 GB = $18`.

import type { Claim, Figure, Passage } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import type { FiguresOf, Grid } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import type { Spoken } from '../content/spoken.ts';
import { isQuantity, ofWhat, otherwise, productClaim } from './unit-rows.ts';

interface Pair {
  readonly quantity: Figure;
  readonly stated: Figure;
}

const mostRows = 500;
const longest = 200;
/** Lines that are looked back on for the price. */
const window = 4;
/** Where nothing else of the document is reckoned so. */
const unconfirmed = 0.6;

export function countedCellsIn(grid: Grid, figuresOf: FiguresOf): readonly Claim[] {
  const claims = grid.rows.slice(0, mostRows).flatMap(({ cells }) =>
    cells.flatMap(({ passage }) => {
      if (!isPhrase(passage) || cells.some((c) => otherwise.test(c.passage.text))) return [];
      const others = cells.flatMap((c) => (c.passage === passage ? [] : figuresOf(c.passage)));
      return pairsIn(passage, figuresOf(passage)).flatMap((pair) => claimOf(pair, others));
    }),
  );
  return confirmed(claims);
}

export function countedLinesIn(spoken: readonly Spoken[], figuresOf: FiguresOf): readonly Claim[] {
  const claims = spoken.flatMap((line, i) => {
    const { passage } = line;
    if (!isPhrase(passage) || otherwise.test(passage.text)) return [];
    const figures = figuresOf(passage);
    const pairs = pairsIn(passage, figures);
    if (pairs.length === 0) return [];
    const above = spoken.slice(Math.max(0, i - window), i).filter((s) => isBeside(s, line));
    const before = above.flatMap((s) => figuresOf(s.passage));
    return pairs.flatMap((pair) => {
      const own = figures.filter((f) => f.end <= pair.quantity.start);
      return claimOf(pair, own.some((f) => isPriceOf(f, pair)) ? own : before);
    });
  });
  return confirmed(claims);
}

/** In the same list or section, and not about what is free or for the first only. */
function isBeside({ passage, under, kind }: Spoken, line: Spoken): boolean {
  return (
    under === line.under &&
    kind !== 'heading' &&
    passage.text.length <= longest &&
    !otherwise.test(passage.text)
  );
}

function isPhrase({ text }: Passage): boolean {
  return text.length <= longest && /\d.*[=≈].*\d/.test(text);
}

const equals = /^[\p{L}\s*_`]{0,24}[=≈][\s*_`~≈]*$/u;

function pairsIn({ text }: Passage, figures: readonly Figure[]): readonly Pair[] {
  return figures.flatMap((quantity, i): Pair[] => {
    const stated = figures[i + 1];
    if (stated === undefined || currencyOf(quantity) !== '' || !isPlainAmount(stated)) return [];
    if (currencyOf(stated) === '' || [quantity, stated].some((f) => f.bound !== 'none' || f.name || f.times))
      return [];
    const isReckoned =
      /(?:[×*·÷/+−–-]\s*\(?|\sx\s*)$/.test(text.slice(Math.max(0, quantity.start - 6), quantity.start)) ||
      /^[\s)]*[×*·÷/+−-]\s*[\d$€£¥(]/.test(text.slice(stated.end, stated.end + 6));
    return !isReckoned && equals.test(text.slice(quantity.end, stated.start)) ? [{ quantity, stated }] : [];
  });
}

function isPriceOf(price: Figure, { quantity, stated }: Pair): boolean {
  const what = currencyOf(price) === currencyOf(stated) ? ofWhat(price) : undefined;
  return what !== undefined && price.bound === 'none' && isQuantity(quantity, what);
}

/** The one price for what is counted; of several, nobody says which. */
function claimOf(pair: Pair, figures: readonly Figure[]): readonly Claim[] {
  const [price, ...more] = figures.filter((f) => isPriceOf(f, pair));
  if (price === undefined || more.length > 0 || isWithFee(price)) return [];
  return productClaim({ ...pair, price, counts: [] }, '') ?? [];
}

/** `$5/month + $0.10/GB` */
function isWithFee({ passage: { text }, start, end }: Figure): boolean {
  return (
    /\+[\s*_`~]*$/.test(text.slice(Math.max(0, start - 8), start)) ||
    /^[\s*_`]*\+/.test(text.slice(end, end + 8))
  );
}

function confirmed(claims: readonly Claim[]): readonly Claim[] {
  if (claims.some((c) => c.verdict === 'right')) return claims;
  return claims.map((c) => ({ ...c, confidence: Math.min(c.confidence, unconfirmed) }));
}
