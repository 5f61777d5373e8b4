// A table as a grid of figures: which rows are totals, which columns hold amounts, and what their headings say.

import { hasCurrency } from '../../../quantity/unit.ts';
import { unitWord } from '../../figures/words.ts';
import type { Figure, Heading, Passage, TableBlock } from '../../types.ts';
import { type Cell, cellOf } from './cells.ts';

export type RowKind = 'plain' | 'total' | 'subtotal' | 'average';

export interface Row {
  readonly label: string;
  readonly kind: RowKind;
  readonly cells: readonly Cell[];
  /** Of a line of a list without an amount: the lines under it that have one. */
  readonly within?: readonly Row[];
}

export interface Column {
  readonly index: number;
  readonly heading: string;
  /** Share of the plain rows that hold a figure, or say that nothing is to pay. */
  readonly filled: number;
  readonly hasMoney: boolean;
  /** `month`, `year`, `hour`: from the heading, else from the cells. */
  readonly period: string;
  /** `5-Yr TCO`: so many periods. */
  readonly periods: number;
  readonly isPrice: boolean;
  readonly isShare: boolean;
  /** `2.5x`: so many times. */
  readonly isTimes: boolean;
  /** Months, hours: what runs side by side is not added up. */
  readonly isTime: boolean;
}

export interface Grid {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly under: Heading | undefined;
  /** Lines with a label and an amount, and no table: what belongs to a total is less certain. */
  readonly isLedger: boolean;
}

const totalWords =
  /^[^\p{L}\d]*(?:(?:grand|overall|combined|all-in|final|net|gesamt\p{L}*|endsumme|gesamtsumme|montant|costo|coste|custo|genel|eind|общий|общая|всего|итоговая)\s+)?(?:total\p{L}*|totaal\p{L}*|sum|summe|gesamt\p{L}*|insgesamt|somme|suma|soma|somma|toplam\p{L}*|итого|всего|сумма|(?:合计|合計|总计|總計|总额|总成本|総計|합계|총계)(?:目安|金[额額]|费用|費用|成本|コスト|约|約|月额|月額)?|totale|totaux|totales|totais)(?![\p{L}-])/iu;
const totalInside =
  /(?<!\p{L})(?:total|totaal|gesamt|toplam|toplamı)(?!\p{L})|合计|合計|总计|总成本|总费用|总额|總額|総額|итого/iu;
const subtotalInside =
  /(?<!\p{L})(?:sub-?total|zwischensumme|sous-total|subtotale|subtotaal|(?:ara|alt) toplam[ıi]?|подытог)(?!\p{L})|小计|小計/iu;
const subtotalWords =
  /^[^\p{L}\d]*(?:sub-?tota(?:l|al)\p{L}*|tussentotaal|zwischensumme|teilsumme|sous[- ]total\p{L}*|(?:ara|alt) toplam\p{L}*|промежуточный итог|подытог|小计|小計|소계)/iu;
const averageWords =
  /^[^\p{L}\d]*(?:average|avg\.?|mean|durchschnitt|mittelwert|moyenne|promedio|(?:media|média)(?=[^\p{L}]*$|\s+(?:mensual|anual|mensal|mensile|annua|diaria|de|por|per|del|ponder)\p{L}*)|ortalama|среднее|в среднем|平均|평균)(?![\p{L}])/iu;
const priceWords =
  /(?<!\p{L})(?:unit|rate|each|tariff?|list price|price per|einzelpreis|stückpreis|satz|tarif|unitaire|unitario|unitário|birim|ставка|за единицу)(?!\p{L})|单价|單價|単価/iu;
const shareWords =
  /(?<!\d\s?)%|(?<!\p{L})(?:share|percent|anteil|part|pourcentage|porcentaje|porcentagem|percentual|oran|pay|доля)(?!\p{L})|占比|比率/iu;

const columnsRead = 40;

/** How the figures of a passage are had: read once, by the document's decimal mark. */
export type FiguresOf = (passage: Passage) => readonly Figure[];

export function gridOf(table: TableBlock, figuresOf: FiguresOf): Grid {
  const headerRows = table.rows.slice(0, table.headerRows);
  const rows = table.rows
    .slice(table.headerRows)
    .map((cells) => rowOf(cells.length > columnsRead ? cells.slice(0, columnsRead) : cells, figuresOf));
  return gridOfRows(withoutYears(rows, figuresOf), headerRows, table.under);
}

function gridOfRows(
  rows: readonly Row[],
  headerRows: readonly (readonly Passage[])[],
  under: Heading | undefined,
): Grid {
  const width = Math.max(0, ...rows.slice(0, 200).map((r) => r.cells.length));
  const columns = Array.from({ length: width }, (_, index) => {
    const heading = headerRows
      .map((row) => row[index]?.text ?? '')
      .join(' ')
      .trim();
    return columnOf(index, heading, rows);
  });
  return { rows: rows.map((row) => inPlace(row, columns)), columns, under, isLedger: false };
}

/** `| Total | $840 | |` below a price in the last column: the only amount of a total stands in a column that has none. */
function inPlace(row: Row, columns: readonly Column[]): Row {
  if (row.kind !== 'total' && row.kind !== 'subtotal') return row;
  const [only, ...more] = row.cells.flatMap(({ figure }, i) => (figure === undefined ? [] : [i]));
  const cell = row.cells[only ?? 0];
  if (only === undefined || more.length > 0 || cell?.figure === undefined) return row;
  if (!hasCurrency(cell.figure.unit) || (columns[only]?.filled ?? 0) > 0) return row;
  const meant = columns.findLast((c) => c.index > 0 && c.hasMoney && !c.isPrice && !c.isShare);
  if (meant === undefined || meant.filled < leastFilled || meant.index === only) return row;
  const cells = columns.map((c): Cell => {
    const own = row.cells[c.index] ?? { ...cell, figure: undefined, blank: true };
    return c.index === meant.index
      ? cell
      : c.index === only
        ? { ...own, figure: undefined, blank: true }
        : own;
  });
  return { ...row, cells };
}

const leastFilled = 0.6;

const year = /^\D{0,3}(?:19|20)\d\d\D{0,3}$/;

function isLoneYear({ figure, blank, passage: { text } }: Cell): boolean {
  return figure === undefined && !blank && text.length <= 10 && year.test(text);
}

/** `2000` among `800` and `3000` is a count, and no year. */
function withoutYears(rows: readonly Row[], figuresOf: FiguresOf): readonly Row[] {
  const columns = new Set<number>();
  for (const { cells } of rows) {
    for (let i = 1; i < cells.length; i++) {
      const cell = cells[i];
      if (cell !== undefined && isLoneYear(cell)) columns.add(i);
    }
  }
  const counted = new Set([...columns].filter((i) => isCounted(rows.map((r) => r.cells[i]))));
  if (counted.size === 0) return rows;
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, i) => {
      const [only] = counted.has(i) && isLoneYear(cell) ? figuresOf(cell.passage) : [];
      return only === undefined ? cell : { ...cell, figure: { ...only, name: false } };
    }),
  }));
}

/** Most of a column are plain whole numbers that no year can be. */
function isCounted(cells: readonly (Cell | undefined)[]): boolean {
  const filled = cells.filter((c) => c !== undefined && !c.blank);
  const counts = filled.filter((c) => c?.figure?.whole && c.figure.unit.factors.length === 0);
  return counts.length >= 2 && counts.length * 2 > filled.length;
}

function rowOf(cells: readonly Passage[], figuresOf: FiguresOf): Row {
  const read = cells.map((passage) => cellOf(passage, figuresOf(passage)));
  const label = read.find((c) => c.figure === undefined && !c.blank)?.passage.text ?? cells[0]?.text ?? '';
  const first = cells.find((c) => c.text !== '')?.text ?? '';
  const kind = kindOf(label === '' ? first : label, first);
  return { label, kind: kind === 'plain' ? kindBehindName(read) : kind, cells: read };
}

/** `| 2024 | Total | €1,200 |`: the year is the name of the row, and the next cell says what it is. */
function kindBehindName([name, next]: readonly Cell[]): RowKind {
  if (name?.year === undefined || next === undefined || next.figure !== undefined) return 'plain';
  return next.passage.text.length > 30 ? 'plain' : kindOf(next.passage.text);
}

export function kindOf(label: string, first = label): RowKind {
  const is = (words: RegExp): boolean => words.test(label) || (first !== label && words.test(first));
  if (is(subtotalWords)) return 'subtotal';
  if (is(averageWords)) return 'average';
  if (is(totalWords)) return 'total';
  if (label.length >= 40) return 'plain';
  if (subtotalInside.test(label)) return 'subtotal';
  // `Disk (1 TB total)`
  return totalInside.test(label.replace(/\([^)]*\d[^)]*\)/g, '')) ? 'total' : 'plain';
}

/** What a column holds, from its heading and its first rows. */
export function columnOf(index: number, heading: string, rows: readonly Row[]): Column {
  const sample = rows.slice(0, 200);
  const plain = sample.filter((r) => r.kind === 'plain');
  const cells = (plain.length === 0 ? sample : plain).map((r) => r.cells[index]);
  const figures = cells.flatMap((c) => (c?.figure === undefined ? [] : [c.figure]));
  const money = figures.filter((f) => hasCurrency(f.unit)).length;
  const free = cells.filter((c) => c?.figure === undefined && c?.free).length;
  const rates = figures.filter((f) =>
    f.unit.factors.some((u) => u.power < 0 && u.atom.kind !== 'calendar'),
  ).length;
  const shares = figures.filter(isShare).length;
  const { period, periods } = periodOfText(heading);
  return {
    index,
    heading,
    filled: figures.length === 0 ? 0 : (figures.length + free) / cells.length,
    hasMoney:
      money > 0 || /[$€£¥₹₺₽]|(?<!\p{L})(?:USD|EUR|GBP|INR|BRL|TRY|CNY|JPY|RUB)(?!\p{L})/u.test(heading),
    period: period === '' ? periodOfFigures(figures) : period,
    periods,
    isPrice: isPriceHeading(heading) || (figures.length > 0 && rates > figures.length / 2),
    isTimes: figures.length > 0 && figures.filter((f) => f.times).length > figures.length / 2,
    isTime: figures.length > 0 && figures.filter(isDuration).length > figures.length / 2,
    isShare: (shareWords.test(heading) && money === 0) || (figures.length > 0 && shares > figures.length / 2),
  };
}

/** `Unit price`, `Rate`. */
export function isPriceHeading(heading: string): boolean {
  return priceWords.test(heading);
}

export function isShare({ unit }: Figure): boolean {
  return unit.factors.some((f) => f.atom.kind === 'ratio');
}

export function isDuration({ unit }: Figure): boolean {
  const [only] = unit.factors;
  return unit.factors.length === 1 && only?.power === 1 && /time|calendar/.test(only.atom.kind);
}

function periodOfFigures(figures: readonly Figure[]): string {
  const found = new Set(
    figures.map(
      (f) => f.unit.factors.find((u) => u.power < 0 && /time|calendar/.test(u.atom.kind))?.atom.name ?? '',
    ),
  );
  return found.size === 1 ? ([...found][0] ?? '') : '';
}

/** `Monthly cost`, `€/Jahr`, `5-Yr TCO`, `3 年`. */
export function periodOfText(text: string): { readonly period: string; readonly periods: number } {
  const many =
    /(\d{1,2})[\s-]*(?:years?|yrs?|jahre?n?|ans|années|años|anos|yıl\p{L}*|лет|года|年|y)(?![\p{L}])/iu.exec(
      text,
    )?.[1];
  if (many !== undefined && Number(many) > 1 && !/(?<!\p{L})(?:year|yr|jahr)\s*\d/iu.test(text)) {
    return { period: 'year', periods: Number(many) };
  }
  if (/(?<!\p{L})(?:year|yr|jahr|année|año|ano|yıl|год)\s*\d/iu.test(text))
    return { period: 'year', periods: 1 };
  const found = new Set<string>();
  for (const word of text.slice(0, 200).match(/[\p{L}]+/gu) ?? []) {
    const unit = unitWord(word);
    const atom = unit?.factors[0]?.atom;
    if (atom !== undefined && /^(?:month|year|hour|day|week|quarter)$/.test(atom.name) && word.length > 1)
      found.add(atom.name);
  }
  // Chinese and Japanese have no blanks between words
  if (found.size === 0 && /每月|月[额額费費度间間]/u.test(text)) found.add('month');
  if (found.size === 0 && /每年|年[额額费費度间間]/u.test(text)) found.add('year');
  return { period: found.size === 1 ? ([...found][0] ?? '') : '', periods: 1 };
}
