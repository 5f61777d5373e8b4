// What the document says under a label: rows of tables, items of lists, totals and headings with an amount. Two facts with the
// same label in two places ought to agree.

import { periodOf } from '../../judge/calendar.ts';
import { offsetOf } from '../../passage.ts';
import type { Block, Figure, Heading, Passage } from '../../types.ts';
import { type Column, type FiguresOf, type Grid, kindOf, periodOfText, type RowKind } from './grid.ts';
import { currencyOf, type Entry } from './ledger.ts';

export interface Fact {
  readonly figure: Figure;
  readonly label: string;
  /** The words of the label that say what it is about, sorted. */
  readonly words: readonly string[];
  readonly period: string;
  /** `3-year savings`: so many periods. */
  readonly periods: number;
  readonly currency: string;
  readonly kind: RowKind | 'heading';
  readonly under: Heading | undefined;
  /** Facts of one table or list share it. */
  readonly source: number;
  readonly isTable: boolean;
  /** In the document. */
  readonly at: number;
}

const idle = new Set(
  `the a an of for and or in on to per with at by from over sur em en auf bei su total totals subtotal grand cost costs price prices amount sum estimated estimate
  monthly annual annually yearly month months year years hourly daily overall approx about usd eur gbp inr brl try rub
  der die das und für mit pro von gesamt gesamtkosten kosten summe monatlich jährlich monat jahr preis
  le la les de des du et pour par coût coûts total mensuel annuel mois prix
  el los las y para por costo costos coste mensual anual mes año precio
  o os as e custo custos mensal preço mês ano
  il lo i gli di del della da costi totale totali mensile annuale mese anno prezzo
  ve için toplam aylık yıllık maliyet maliyeti ay yıl
  合计 合計 总计 總計 小计 小計 総計 合计金额 итого всего стоимость в месяц год за`.split(/\s+/),
);

/** The words that carry a label's meaning; numbers among them, as `47 agents` is not `100 agents`. */
export function wordsOf(label: string): readonly string[] {
  const words = oneName(label.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words
    .map((w) => (/^\p{L}{4,}s$/u.test(w) ? w.slice(0, -1) : w.replace(joinedTotal, '')))
    .filter((w) => !idle.has(w) && !idle.has(`${w}s`) && (w.length > 1 || /\d|[\u2e80-\uffff]/u.test(w)));
  return [...new Set(kept)].sort();
}

/** Chinese and Japanese put no blank in front of it: `保守合計`. */
const joinedTotal = /(?<=[\u2e80-\uffff])(?:合计|合計|总计|總計|小计|小計|総計|总额|総額)$/u;

const names: readonly (readonly [RegExp, string])[] = [
  [/google cloud(?: platform)?/g, 'gcp'],
  [/amazon web services|amazon aws/g, 'aws'],
  [/microsoft azure/g, 'azure'],
  [/kubernetes/g, 'k8s'],
  [/postgresql/g, 'postgres'],
];

/** What goes by two names gets one. */
function oneName(label: string): string {
  return names.reduce((text, [name, short]) => text.replace(name, short), label);
}

/** A longer table or list is one of things: only what it comes to is said again elsewhere. */
const mostRows = 400;

function currencyIn({ rows }: Grid, { index }: Column): string {
  for (const { cells } of rows.slice(0, 20)) {
    const figure = cells[index]?.figure;
    if (figure !== undefined) return currencyOf(figure);
  }
  return '';
}

/** Amounts of tables that have one column of money. */
export function tableFacts(grid: Grid, source: number): readonly Fact[] {
  const money = grid.columns.filter((c) => c.hasMoney && c.filled > 0.3 && !c.isPrice && !c.isShare);
  const [column] = money;
  // one amount a row for each time and currency
  const measures = new Set(money.map((c) => `${c.period} ${currencyIn(grid, c)}`));
  if (column === undefined || measures.size < money.length) return [];
  const rows = grid.rows.length > mostRows ? grid.rows.filter((r) => r.kind !== 'plain') : grid.rows;
  return rows.flatMap((row) =>
    money.flatMap((c): Fact[] => {
      const figure = row.cells[c.index]?.figure;
      if (figure === undefined || row.label === figure.passage.text) return [];
      return [factOf(figure, row.label, row.kind, grid.under, source, true, c.period)];
    }),
  );
}

export function entryFacts(entries: readonly (Entry | undefined)[], source: number): readonly Fact[] {
  const facts: Fact[] = [];
  let list = source;
  for (let from = 0; from < entries.length; ) {
    const gap = entries.indexOf(undefined, from);
    const to = gap === -1 ? entries.length : gap;
    const isLong = to - from > mostRows;
    for (let at = from; at < to; at++) {
      const entry = entries[at];
      if (entry === undefined || (isLong && entry.kind === 'plain')) continue;
      facts.push(...factsIn(entry, list));
    }
    list += 1;
    from = to + 1;
  }
  return facts;
}

function factsIn({ figures, passage, label, kind, under }: Entry, list: number): readonly Fact[] {
  if (label === '' || label.length > 60) return [];
  const money = figures.filter((f) => currencyOf(f) !== '');
  const [only] = money;
  // one amount, or an equation that comes to one
  const last = money.at(-1);
  const result =
    last !== undefined && /[=≈]\s*[*_`~]*$/.test(passage.text.slice(0, last.start)) ? last : undefined;
  const figure = money.length === 1 ? only : result;
  const said = figure !== undefined ? [figure] : isConverted(passage, money) ? money : [];
  return said.map((f) => factOf(f, label, kind, under, list, false, ''));
}

/** `$10 (€9)`, `$10 / €9`: one amount in two currencies. */
function isConverted({ text }: Passage, money: readonly Figure[]): boolean {
  const [one, other, ...more] = money;
  if (one === undefined || other === undefined || more.length > 0) return false;
  const between = text.slice(one.end, other.start);
  return currencyOf(one) !== currencyOf(other) && /^[\s*_]*[(（/|][\s~≈≒約*_]*$/u.test(between);
}

/** `### Storage ($32/month)`; what a section takes its costs off, as in `### Basic plan ($5.99)`, is no cost. */
export function headingFacts(
  blocks: readonly Block[],
  entries: readonly (Entry | undefined)[],
  figuresOf: FiguresOf,
): readonly Fact[] {
  const reduced = new Set(
    entries.flatMap((e) => (e === undefined ? [] : reducedIn(e).map((f) => keyOf(e.under?.passage, f)))),
  );
  return blocks.flatMap((block): Fact[] => {
    if (block.kind !== 'heading') return [];
    const money = figuresOf(block.passage).filter((f) => !f.name && currencyOf(f) !== '');
    const [only] = money;
    if (only === undefined || money.length !== 1 || only.bound !== 'none') return [];
    if (reduced.has(keyOf(block.passage, only))) return [];
    // `10K€ MRR` says who is meant, and not what it costs
    if (/^[\s*_]*\p{Lu}{2,}(?!\p{L})/u.test(block.passage.text.slice(only.end))) return [];
    const heading: Heading = { level: 0, passage: block.passage, above: block.under };
    return [factOf(only, block.passage.text.slice(0, only.start), 'heading', heading, -1, false, '')];
  });
}

/** Amounts that something is taken off: `$5.99 - $0.84`. */
function reducedIn({ figures, passage }: Entry): readonly Figure[] {
  return figures.filter((f, i) => {
    const next = figures[i + 1];
    return next !== undefined && isReduced.test(passage.text.slice(f.end, next.start));
  });
}

const isReduced = /^[\s*_`]*[-−–][\s*_`~]*$/;

function keyOf(under: Passage | undefined, figure: Figure): string {
  return `${under?.map[1] ?? -1} ${currencyOf(figure)} ${figure.high}`;
}

function factOf(
  figure: Figure,
  label: string,
  kind: Fact['kind'],
  under: Heading | undefined,
  source: number,
  isTable: boolean,
  columnPeriod: string,
): Fact {
  const own = periodOf(figure.unit);
  const said = periodOfText(label);
  const period = own !== '' ? own : columnPeriod !== '' ? columnPeriod : said.period;
  return {
    figure,
    label,
    words: wordsOf(label),
    period,
    periods: own === '' && columnPeriod === '' ? said.periods : 1,
    currency: currencyOf(figure),
    kind: kind === 'plain' ? kindOf(label) : kind,
    under,
    source,
    isTable,
    at: offsetOf(figure),
  };
}
