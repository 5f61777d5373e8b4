// Lists and ledgers: lines with a label and an amount, and somewhere below a total. They are read as a table with one column
// for each currency, so that one set of rules judges both.

import { isPeriodWord, unitWord } from '../../figures/words.ts';
import { periodOf } from '../../judge/calendar.ts';
import type { Figure, Passage } from '../../types.ts';
import type { Cell } from './cells.ts';
import { type Column, type Grid, periodOfText, type Row } from './grid.ts';
import { currencyOf, type Entry } from './ledger.ts';
import { amountOf, isForOne, totalIn } from './line-amounts.ts';

/** The groups of entries that end in a total, each as a grid. */
export function ledgersIn(entries: readonly (Entry | undefined)[]): readonly Grid[] {
  const grids: Grid[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry === undefined) continue;
    const totals = totalsAt(entries, index, entry);
    if (totals.length === 0 || isAboveItsRows(entries, index, entry)) continue;
    const addends = addendsBefore(entries, index, entry);
    const subtotals = addends.earlier.filter((e) => e.kind !== 'plain').length;
    if (addends.rows.length + subtotals < 2 && addends.within.size === 0) continue;
    for (const total of totals) {
      const grid = gridOf(addends, total, saysCost(entries, index));
      if (grid !== undefined) grids.push(grid);
    }
  }
  return grids;
}

/** `Total: $147.65` and below it what it is of. */
function isAboveItsRows(
  entries: readonly (Entry | undefined)[],
  index: number,
  { figures, depth }: Entry,
): boolean {
  const stated = figures.find((f) => currencyOf(f) !== '');
  if (stated === undefined) return false;
  let sum = 0;
  let rows = 0;
  for (let at = index + 1; at < entries.length && rows < mostRows; at++) {
    const next = entries[at];
    const amount = next?.figures.find((f) => currencyOf(f) === currencyOf(stated));
    if (next === undefined || amount === undefined || next.kind !== 'plain' || next.depth < depth) break;
    sum += amount.high;
    rows += 1;
  }
  return rows > 1 && Math.abs(sum - stated.high) <= stated.step / 2;
}

const costKey =
  /cost|price|spend|budget|bill|usd|eur|monthly|\$|€|kosten|preis|coût|costo|coste|custo|maliyet|стоимост|费用|成本|費用/i;

/** `monthly_costs:` somewhere above: numbers without a currency are amounts. */
function saysCost(entries: readonly (Entry | undefined)[], index: number): boolean {
  for (let at = index; at >= 0 && index - at < 25; at--) {
    const entry = entries[at];
    if (entry === undefined) return false;
    if (costKey.test(entry.label)) return true;
  }
  return false;
}

/** The entry itself, or what is listed under a label `Total:`. */
function totalsAt(entries: readonly (Entry | undefined)[], index: number, entry: Entry): readonly Entry[] {
  if (entry.kind !== 'total' && entry.kind !== 'subtotal') return [];
  if (hasArithmetic(entry)) return [];
  if (entry.figures.length > 0) return [entry];
  const listed: Entry[] = [];
  for (let at = index + 1; at < entries.length; at++) {
    const next = entries[at];
    if (next === undefined || next.figures.length === 0 || hasArithmetic(next)) break;
    if (listed.length > 0 && next.depth !== listed[0]?.depth) break;
    listed.push({ ...next, kind: 'total' });
  }
  // several totals under one label are alternatives, and which rows each is of is not said
  return listed.length === 1 ? listed : [];
}

function hasArithmetic({ passage, figures }: Entry): boolean {
  const first = figures[0]?.start ?? 0;
  // a change in parentheses is told about it
  const said = passage.text.slice(first).replace(/[(（][^()（）=×*÷+]*[)）]/g, '');
  if (isOfTwoPeriods(passage, figures)) return false;
  return figures.length > 1 && /[=×*÷+→]|\d\s+x\s+/.test(said);
}

/** `$658/month = $7,896/year`: the same said twice, and no calculation. */
function isOfTwoPeriods({ text }: Passage, [one, other, ...more]: readonly Figure[]): boolean {
  if (one === undefined || other === undefined || more.length > 0) return false;
  const [a, b] = [one, other].map((f) => (currencyOf(f) === '' ? '' : periodOf(f.unit)));
  return a !== '' && b !== '' && a !== b && /^\s*[=≈→]\s*~?\s*$/.test(text.slice(one.end, other.start));
}

/** `────────`, wherever it begins. */
function isRule({ passage: { text } }: Entry): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}

const mostRows = 60;
const longestLine = 80;

interface Addends {
  /** What stands above the subtotal that the rows follow, and that itself. */
  readonly earlier: readonly Entry[];
  readonly rows: readonly Entry[];
  /** What stands under a row that has no amount. */
  readonly within: ReadonlyMap<Entry, readonly Entry[]>;
}

function addendsBefore(entries: readonly (Entry | undefined)[], index: number, total: Entry): Addends {
  const rows: Entry[] = [];
  const within = new Map<Entry, readonly Entry[]>();
  let deeper: Entry[] = [];
  let depth: number | undefined;
  let earlier: readonly Entry[] = [];
  for (let at = index - 1; at >= 0 && rows.length < mostRows; at--) {
    const entry = entries[at];
    if (entry === undefined) break;
    if (isRule(entry)) continue;
    if (depth === undefined) {
      if (entry.depth < total.depth) break;
      // a sentence between a list and its total
      if (entry.passage.text.length > longestLine && (entries[at - 1]?.depth ?? 0) > entry.depth) continue;
      // under lines like that of the total, which may have no amounts of their own
      const isUnder = entry.depth > total.depth && isHeaded(entries, at, total.depth);
      depth = isUnder ? total.depth : entry.figures.length === 0 ? undefined : entry.depth;
      if (depth === undefined) continue;
    }
    if (entry.depth > depth) {
      if (hasMoney(entry) && deeper.length < mostRows) deeper.push(entry);
      continue;
    }
    if (entry.depth < depth || entry.kind !== 'plain') {
      if (total.kind === 'total') earlier = earlierThan(entries, at, total.depth, depth);
      break;
    }
    rows.push(entry);
    const least = Math.min(...deeper.map((e) => e.depth));
    const own = deeper.filter((e) => e.depth === least);
    if (own.length > 0 && !hasMoney(entry)) within.set(entry, own.reverse());
    deeper = [];
    // a sentence that leads to its list begins it
    if (within.has(entry) && entry.passage.text.length > longestLine) break;
  }
  return { earlier, rows: rows.reverse(), within };
}

/** From `at` up: subtotals like the total or its rows, and such rows; none where that at `at` is no subtotal. */
function earlierThan(
  entries: readonly (Entry | undefined)[],
  at: number,
  totalDepth: number,
  depth: number,
): readonly Entry[] {
  const earlier: Entry[] = [];
  for (let i = at; i >= 0 && at - i < mostRows; i--) {
    const entry = entries[i];
    if (entry === undefined) break;
    const isSubtotal = entry.kind === 'subtotal' || entry.kind === 'total';
    // `Total costs:` names what follows
    if ((i === at && !isSubtotal) || (isSubtotal && entry.figures.length === 0)) break;
    if (entry.depth === depth || (isSubtotal && entry.depth === totalDepth)) earlier.push(entry);
  }
  return earlier.reverse();
}

/** Whether the lines at `at` stand right under a plain one at `depth`, without an amount. */
function isHeaded(entries: readonly (Entry | undefined)[], at: number, depth: number): boolean {
  const own = entries[at]?.depth ?? 0;
  for (let i = at - 1; i >= 0 && at - i < mostRows; i--) {
    const entry = entries[i];
    if (entry === undefined || entry.depth < depth) return false;
    if (entry.depth === depth) return entry.kind === 'plain' && !hasMoney(entry);
    if (entry.depth < own) return false;
  }
  return false;
}

function hasMoney({ figures }: Entry): boolean {
  return figures.some((f) => currencyOf(f) !== '');
}

const perWords = /(?<![\p{L}-])(?:per|each|rate|price|hourly)(?!\p{L})/iu;
/** `Preis pro Stück`, `coût par mois`; not `Vercel Pro`. */
const perThing = /(?<![\p{L}-])(?:pro|je|par|por)\s+\p{L}/u;

/** `Storage/GB`, `Price each`; not `Registry/logs`. */
export function isByThePiece(label: string): boolean {
  if (perWords.test(label) || perThing.test(label)) return true;
  const behind = label.match(/(?<=\/\s?)\p{L}+/gu) ?? [];
  return behind.some((word) => unitWord(word.toLowerCase()) !== undefined && !isPeriodWord(word));
}

/** `compute: 120`: a key and a number, as in YAML. */
function isKeyed({ passage, figures }: Entry): boolean {
  return (
    figures.length === 1 &&
    figures[0]?.unit.factors.length === 0 &&
    /^[^:]{1,40}: *[\d.,]+ *(?:#.*)?$/.test(passage.text)
  );
}

const leastCounted = 3;

/** `Design: 40 h`, `Code: 80 h`, `Total: 120 h`: one figure in each line, all in one unit. */
function countedGrid(lines: readonly Entry[], total: Entry): Grid | undefined {
  const entries = lines.filter((e) => e.figures.length > 0);
  const [stated] = total.figures;
  // hours, or hours a month
  const [unit, ...more] = stated?.unit.factors.filter((f) => f.power > 0) ?? [];
  if (stated === undefined || unit === undefined || more.length > 0) return undefined;
  if (unit.atom.kind === 'ratio' || unit.atom.kind === 'currency') return undefined;
  if (stated.unit.factors.some((f) => f.power < 0 && f.atom.kind !== 'calendar')) return undefined;
  const all = [...entries, total];
  const isAlike = ({ figures: [only, ...more] }: Entry): boolean =>
    only !== undefined && more.length === 0 && only.unit.key === stated.unit.key && only.bound === 'none';
  if (entries.length < leastCounted || !all.every(isAlike)) return undefined;
  const rows = all.map(({ passage, figures, label, kind }): Row => {
    const cell: Cell = { passage, figure: undefined, blank: false, free: false };
    return { label, kind, cells: [cell, { ...cell, figure: figures[0] }] };
  });
  return { rows, columns: [columnFor(1, stated.unit.key, '', false)], under: total.under, isLedger: true };
}

function columnFor(index: number, heading: string, period: string, hasMoney: boolean): Column {
  return {
    index,
    heading,
    filled: 1,
    hasMoney,
    period,
    periods: 1,
    isPrice: false,
    isShare: false,
    isTime: false,
    isTimes: false,
  };
}

function gridOf({ earlier, rows, within }: Addends, total: Entry, isCost: boolean): Grid | undefined {
  const entries = [...earlier, ...rows];
  const keyed = isCost && isKeyed(total) && entries.length > 2 && entries.every(isKeyed);
  const currencies = [...new Set(total.figures.map(currencyOf))].filter((c) => c !== '' || keyed);
  if (currencies.length === 0) return countedGrid(entries, total);
  const period = periodFor(total);
  const totalRow = rowOf(total, currencies, period);
  const ofOne = new Set(
    totalRow.cells.flatMap((c) => (c.figure && isForOne(c.figure) ? [c.figure.unit.key] : [])),
  );
  const kept = entries.map((entry): Row => {
    const row = rowOf(entry, currencies, period, ofOne);
    const own = within.get(entry)?.map((e) => rowOf(e, currencies, period, ofOne));
    return own === undefined ? row : { ...row, within: own };
  });
  // a list with prices by the piece is no list of amounts
  if (entries.some((e) => hasMoney(e) && isByThePiece(e.label))) return undefined;
  const forTime = periodOfText(total.label).period;
  const columns = currencies.map((currency, i) => columnFor(i + 1, currency, forTime, true));
  return { rows: [...kept, totalRow], columns, under: total.under, isLedger: true };
}

/** What the total is for, by its amount or its label: a month, a year; '' where it does not say. */
function periodFor({ figures, label }: Entry): string {
  const [first] = figures.filter((f) => currencyOf(f) !== '');
  const own = first === undefined ? '' : periodOf(first.unit);
  return own === '' ? periodOfText(label).period : own;
}

/** `ofOne`: units of a total for each user, `$0.15/user`, whose parts are for each user, too. */
function rowOf(
  entry: Entry,
  currencies: readonly string[],
  period: string,
  ofOne: ReadonlySet<string> = new Set(),
): Row {
  const labelCell: Cell = { passage: entry.passage, figure: undefined, blank: false, free: false };
  const cells = currencies.map((currency): Cell => {
    const own = entry.figures.filter((f) => currencyOf(f) === currency && !isGift(f));
    const [only, ...more] = own;
    const isPart = only !== undefined && more.length === 0 && ofOne.has(only.unit.key);
    const amount = entry.kind === 'plain' ? amountOf : totalIn;
    const figure = isPart ? only : amount(entry.passage, own, period);
    const free =
      own.length === 0 &&
      entry.figures.every(isGift) &&
      /(?<!\p{L})(?:free|included|gratis|kostenlos|gratuit|incluido|grátis|ücretsiz)(?!\p{L})|免费|無料|бесплатно/iu.test(
        entry.passage.text,
      );
    const silent = own.length === 0 && entry.figures.every((f) => currencyOf(f) === '');
    return { passage: entry.passage, figure, blank: silent, free };
  });
  return { label: entry.label, kind: entry.kind, cells: [labelCell, ...cells] };
}

/** `Hosting: free ($5 credit)`: nothing to pay. */
function isGift({ passage, end }: Figure): boolean {
  return /^\s*(?:of\s+)?(?:free\s+)?credits?(?!\p{L})/iu.test(passage.text.slice(end, end + 24));
}
