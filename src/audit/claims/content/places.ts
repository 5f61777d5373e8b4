// Every amount that stands under a name: what it is of, in words, for what time, and where. Two places with all of this in common
// may be held against each other, in whatever language they are written.

import { isPeriodWord } from '../../figures/words.ts';
import { periodOf } from '../../judge/calendar.ts';
import type { Figure, Heading } from '../../types.ts';
import { wordsOf } from './facts.ts';
import { type Grid, isDuration, isShare, periodOfText, type RowKind } from './grid.ts';
import { headingsOf } from './headings.ts';
import { currencyOf, type Entry } from './ledger.ts';
import { saysCost, withoutNumber } from './titles.ts';

export interface Place {
  readonly figure: Figure;
  /** The words of its name: of its label, and for a nameless total or cost those of its section. */
  readonly name: readonly string[];
  /** What else is said of it: in parentheses, by its column. */
  readonly remarks: readonly string[];
  /** Its own label has none. */
  readonly isOfSection: boolean;
  /** Words of the headings above it. */
  readonly path: readonly string[];
  readonly under: Heading | undefined;
  /** The currency. */
  readonly measure: string;
  readonly period: string;
  readonly periods: number;
  readonly kind: RowKind;
  readonly isTable: boolean;
  /** Places of one table, or of lines without a heading between them, share it. */
  readonly source: number;
}

/** Words that say that a heading is about costs, or a column of amounts, and not of what. */
const dull = new Set(
  `tco ownership breakdown analysis analysi estimation estimate detail detailed solution comparison summary overview pricing
  aufschlüsselung zusammenfassung übersicht kostenübersicht detalle desglose resumen análisis análisi détail récapitulatif
  detalhamento resumo análise detay özet analizi ejecutivo executivo executive exécutif general financial quick
  amount value range betrag wert schätzung montant valeur estimation fourchette importe valor estimación rango estimativa intervalo faixa
  importo valore stima tutar değer tahmini сумма оценка 金额 金額 概算 估算
  内訳 見積もり 明細 試算 コスト 費用 概要 成本 费用`.split(/\s+/),
);

const inParentheses = /\([^)]*\)?|（[^）]*）?/g;

/** The words that name a thing; `3-year TCO (estimated)` has none. */
export function nameOf(text: string): readonly string[] {
  return namingWords(text.replace(inParentheses, ' '));
}

function remarksOf(text: string): readonly string[] {
  return namingWords((text.match(inParentheses) ?? []).join(' '));
}

/** `Annual: $60`, `Monthly cost: $5`: what a section says of itself. */
function isOfItsSection(label: string): boolean {
  return saysCost.test(label) || (periodOfText(label).period !== '' && !/\d/.test(label));
}

function namingWords(text: string): readonly string[] {
  const { periods } = periodOfText(text);
  return wordsOf(text).filter(
    (w) => !dull.has(w) && !isPeriodWord(w) && !(periods > 1 && w === String(periods)),
  );
}

/** Longer tables are of things, and not of costs that are told again. */
const mostRows = 80;

export function tablePlaces(grid: Grid, source: number): readonly Place[] {
  if (grid.rows.length > mostRows) return [];
  const columns = grid.columns.filter((c) => c.hasMoney && !c.isPrice && !c.isShare && c.index > 0);
  return columns.flatMap((column) =>
    grid.rows.flatMap((row) => {
      const figure = row.cells[column.index]?.figure;
      if (figure === undefined || row.kind === 'average') return [];
      const { period, periods } = column;
      const named = { label: row.label, column: column.heading, period, periods };
      return placeOf(figure, named, row.kind, grid.under, source, true);
    }),
  );
}

export function entryPlaces(entries: readonly (Entry | undefined)[], source: number): readonly Place[] {
  let list = source;
  return entries.flatMap((entry) => {
    if (entry === undefined) list += 1;
    const figure = entry === undefined ? undefined : amountOf(entry);
    if (entry === undefined || figure === undefined || entry.kind === 'average') return [];
    const named = { label: entry.label, column: '', period: '', periods: 1 };
    return placeOf(figure, named, entry.kind, entry.under, list, false);
  });
}

/** The one amount of a line, or what its equation comes to. */
function amountOf({ figures, passage, label }: Entry): Figure | undefined {
  if (label === '' || label.length > 60) return undefined;
  const money = figures.filter((f) => currencyOf(f) !== '');
  const last = money.at(-1);
  if (last === undefined) {
    const [first, second] = figures;
    const isOnly =
      first !== undefined &&
      (second === undefined || /^[\s*_]*\(/.test(passage.text.slice(first.end, second.start)));
    return isOnly &&
      first !== undefined &&
      (isShare(first) || isDuration(first)) &&
      /[:：][\s*_~≈]*$/.test(passage.text.slice(0, first.start))
      ? first
      : undefined;
  }
  const isResult = /[=≈]\s*[*_`~]*$/.test(passage.text.slice(0, last.start));
  return money.length === 1 || isResult ? last : undefined;
}

interface Named {
  readonly label: string;
  readonly column: string;
  readonly period: string;
  readonly periods: number;
}

function placeOf(
  figure: Figure,
  { label, column, period: ofColumn, periods: columnPeriods }: Named,
  kind: RowKind,
  under: Heading | undefined,
  source: number,
  isTable: boolean,
): readonly Place[] {
  const measure = isShare(figure) || isDuration(figure) ? figure.unit.key : currencyOf(figure);
  if (measure === '' || figure.bound !== 'none' || figure.perCount !== 1 || figure.high <= 0) return [];
  if (figure.unit.factors.some((f) => f.power < 0 && !/time|calendar/.test(f.atom.kind))) return [];
  const isTotal = kind === 'total' || kind === 'subtotal';
  let name = nameOf(label);
  const isOfSection = name.length === 0;
  let above = under;
  const remarks = [...remarksOf(label), ...nameOf(column)];
  const said = periodOfText(label);
  let time = ofColumn === '' ? said : { period: ofColumn, periods: columnPeriods };
  const isOfAll = isTotal || (!isTable && isOfItsSection(label));
  if (isOfSection && !isOfAll) return [];
  for (let depth = 0; name.length === 0 && above !== undefined && depth < mostAbove; depth++) {
    name = nameOf(withoutNumber(above));
    if (time.period === '') time = periodOfText(above.passage.text);
    above = above.above;
  }
  if (name.length === 0) return [];
  const own = periodOf(figure.unit);
  const { period, periods } = own === '' || own === time.period ? time : { period: own, periods: 1 };
  const path = headingsOf(above).flatMap((h) => nameOf(h.passage.text));
  return [
    { figure, name, remarks, isOfSection, path, under, measure, period, periods, kind, isTable, source },
  ];
}

const mostAbove = 4;
