// Tables that compare options by what they cost, one column (or, where the options stand side by side, one row) at a time:
// what is said of winners, savings and single options elsewhere is held against them.

import { unplaced } from '../../passage.ts';
import type { Figure, Heading } from '../../types.ts';
import type { Column, FiguresOf, Grid, Row } from './grid.ts';
import { periodOfText } from './grid.ts';
import { pathOf } from './headings.ts';
import { currencyOf } from './ledger.ts';
import { measureOf } from './measures.ts';
import { isPart, type NamesOf } from './names.ts';
import { compareSizes, type Size, sizesIn, sizesOf } from './sizes.ts';
import { stagesOf } from './stages.ts';

export interface Option {
  readonly label: string;
  readonly words: readonly string[];
  readonly figure: Figure;
}

export interface Comparison {
  readonly options: readonly Option[];
  /** `first year`, `year 5`, `month 1`; '' where nobody says. */
  readonly measure: string;
  readonly currency: string;
  /** The case that it is for. */
  readonly sizes: readonly Size[];
  /** Nothing but money is compared in the table. */
  readonly isOnlyCost: boolean;
  /** The place of its table among the blocks of the document. */
  readonly table: number;
  readonly under: Heading | undefined;
}

const mostOptions = 40;
/** Columns of amounts that are no costs. */
export const noCost =
  /(?<!\p{L})(?:revenue|income|profit|margin|saving|saved|benefit|credit|value|budget|discount|difference|delta|vs|umsatz|erlös|gewinn|ersparnis|revenu|chiffre|bénéfice|économie|ingreso|beneficio|ahorro|receita|lucro|economia|gelir|kâr|tasarruf)\p{L}*|выручк|доход|прибыл|эконом|收入|利润|节省|売上|利益/iu;

export function comparisonsOf(
  grid: Grid,
  table: number,
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly Comparison[] {
  if (grid.rows.length < 2 || grid.rows.length > mostOptions || grid.columns.length > mostOptions) return [];
  const headings = pathOf(grid.under);
  const above = {
    measure: headings.map(measureOf).find((m) => m !== undefined) ?? '',
    sizes: sizesOf(grid.under, figuresOf),
  };
  const costs = grid.columns.filter(isCost);
  const stages = stagesOf(costs, names);
  const make = (text: string, options: readonly Option[], column?: Column): readonly Comparison[] => {
    const [first] = options;
    if (first === undefined || options.length < 2) return [];
    const stage = column === undefined ? undefined : stages.get(column);
    const own = sizesIn(unplaced(text), figuresOf);
    const sizes = own.length > 0 ? own : above.sizes;
    const period = column?.period ?? '';
    return [
      {
        options,
        measure: measureOf(text) ?? (period === '' ? above.measure : `${period} 1`),
        currency: currencyOf(first.figure),
        sizes: stage === undefined ? sizes : [...sizes, stage],
        isOnlyCost: isOnlyCost(grid),
        table,
        under: grid.under,
      },
    ];
  };
  const hasTotal = grid.rows.some((r) => r.kind === 'total' || r.kind === 'subtotal');
  if (hasTotal) return sideBySide(grid, names).flatMap(({ text, options }) => make(text, options));
  return [
    ...costs.flatMap((column) => make(column.heading, inColumn(grid.rows, column, names), column)),
    ...sideBySide(grid, names).flatMap(({ text, options }) => make(text, options)),
  ];
}

function isCost(column: Column): boolean {
  return (
    column.hasMoney &&
    column.filled > 0.6 &&
    !column.isPrice &&
    !column.isShare &&
    column.index > 0 &&
    !noCost.test(column.heading)
  );
}

/** A column of places. */
export const rankHeading =
  /^[\s*_#]*(?:rank(?:ing)?|place|rang|platz|classement|puesto|posici[oó]n|posição|colocação|sıra(?:lama)?|место|排名|名次|順位)[\s*_]*$/iu;

/** Points, speeds and sizes may decide for another option than the cost does. */
function isOnlyCost(grid: Grid): boolean {
  return grid.columns.every((column) => {
    if (column.index === 0 || column.hasMoney || rankHeading.test(column.heading)) return true;
    const numbered = grid.rows.filter((r) => /\d/.test(r.cells[column.index]?.passage.text ?? ''));
    return numbered.length < 0.3 * grid.rows.length;
  });
}

function optionOf(label: string, figure: Figure | undefined, names: NamesOf): Option | undefined {
  const words = names(label);
  if (figure === undefined || figure.bound !== 'none' || currencyOf(figure) === '') return undefined;
  // `50K` and `2026` are cases, not options
  if (!words.some((w) => /^\P{N}/u.test(w))) return undefined;
  return { label, words, figure };
}

/** A medal in front of it is no name. */
function labelOf({ label, cells }: Row): string {
  if (/\p{L}/u.test(label)) return label;
  return cells.find((c) => c.figure === undefined && /\p{L}/u.test(c.passage.text))?.passage.text ?? label;
}

function inColumn(rows: readonly Row[], column: Column, names: NamesOf): readonly Option[] {
  return rows.flatMap((row) => {
    const option =
      row.kind === 'plain' ? optionOf(labelOf(row), row.cells[column.index]?.figure, names) : undefined;
    return option === undefined ? [] : [option];
  });
}

const wholeRow =
  /(?<!\p{L})(?:total|overall|tco|gesamt|toplam|insgesamt)\p{L}*|итого|всего|合计|合計|总计|総計/iu;

/** `| Total | $120 | $90 |` under the names of options. */
function sideBySide(
  grid: Grid,
  names: NamesOf,
): readonly { readonly text: string; readonly options: readonly Option[] }[] {
  const columns = grid.columns.filter(
    (c) =>
      c.index > 0 &&
      c.hasMoney &&
      !noCost.test(c.heading) &&
      names(c.heading).length > 0 &&
      measureOf(c.heading) === undefined &&
      periodOfText(c.heading).period === '' &&
      !/\d/.test(c.heading),
  );
  if (columns.length < 2) return [];
  return grid.rows
    .filter((r) => wholeRow.test(r.label) && !noCost.test(r.label))
    .map((row) => ({
      text: row.label,
      options: columns.flatMap((c) => {
        const option = optionOf(c.heading, row.cells[c.index]?.figure, names);
        return option === undefined ? [] : [option];
      }),
    }))
    .filter(({ options }) => options.length === columns.length);
}

/** The one option that a text names; undefined for none and for several. */
export function namedIn(text: string, comparisons: readonly Comparison[], names: NamesOf): readonly string[] {
  const words = names(text);
  const found = new Map<string, readonly string[]>();
  for (const { options } of comparisons) {
    for (const option of options) {
      if (isPart(option.words, words)) found.set(option.words.join(' '), option.words);
    }
  }
  // `Hetzner Cloud` names both `Hetzner` and `Hetzner Cloud`
  const longest = [...found.values()].filter(
    (a) => ![...found.values()].some((b) => b.length > a.length && isPart(a, b)),
  );
  return longest.length === 1 ? (longest[0] ?? []) : [];
}

/** The option of that name in a comparison, where it is the only one. */
export function optionNamed(comparison: Comparison, words: readonly string[]): Option | undefined {
  const exact = comparison.options.filter((o) => o.words.join(' ') === words.join(' '));
  const near =
    exact.length > 0
      ? exact
      : comparison.options.filter((o) => isPart(o.words, words) || isPart(words, o.words));
  return near.length === 1 ? near[0] : undefined;
}

/** Comparisons for the case that is spoken of: those that name it, else those that name no other. */
export function forCase(comparisons: readonly Comparison[], sizes: readonly Size[]): readonly Comparison[] {
  const same = comparisons.filter((c) => compareSizes(c.sizes, sizes) === 'same');
  return same.length > 0 ? same : comparisons.filter((c) => compareSizes(c.sizes, sizes) === 'open');
}

/** Both stand in one section, or one in a section of the other. */
export function isNear(a: Heading | undefined, b: Heading | undefined): boolean {
  const up = (from: Heading | undefined, to: Heading | undefined): boolean => {
    for (let h = from; h !== undefined; h = h.above) if (h.passage === to?.passage) return true;
    return from === to;
  };
  return up(a, b) || up(b, a);
}

/** Words that may stand beside the name of an option that an amount is of. */
export const besideOption =
  /^(?:phase|stage|stufe|étape|etapa|fase|aşama|этап|still|saves?|saving|cheaper|less|this|that|it|would|we|our|hosting|wins?|clearly|easily|option|choice|scenario|go(?:es)?|start|use|choose|take|takes|runs?|running|come|is|are|ist|sind|est|son|são|at|only|just|around|roughly|ongoing|recurring|first|then|later|kostet|kosten|laufend|coûte|cuesta|custa|tutar|стоит|tco|bill|spend|comparison|compare|recommend|summary|overview|result|conclusion|final|vergleich|empfehlung|zusammenfassung|comparaison|recommandation|résumé|comparación|recomendación|resumen|comparação|recomendação|resumo|karşılaştırma|öneri|сравнение|рекомендация)$/u;
