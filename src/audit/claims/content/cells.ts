// A cell of a table, and the figure that it is about.

import { hasCurrency } from '../../../quantity/unit.ts';
import type { Figure, Passage } from '../../types.ts';

export interface Cell {
  readonly passage: Passage;
  /** The figure that the cell is about; a cell full of words has none. */
  readonly figure: Figure | undefined;
  /** A second figure, in parentheses behind it: `$300 (40%)`. */
  readonly remark?: Figure;
  /** `$25 + ~$10 overage`: what several amounts of one currency come to. */
  readonly sum?: { readonly low: number; readonly high: number };
  /** The cell is a number that reads as a year: `2000`. */
  readonly year?: Figure;
  /** Empty, or a dash. */
  readonly blank: boolean;
  /** `Free`, `included`: nothing to pay. */
  readonly free: boolean;
}

const freeWords =
  /^[^\p{L}\d]*(?:free|included|incl\.?|none|gratis|kostenlos|inklusive|enthalten|gratuit|inclus|gratuito|incluido|incluído|incluso|grátis|ücretsiz|dahil|бесплатно|включено|免费|無料|包含)(?![\p{L}])/iu;

export function cellOf(passage: Passage, all: readonly Figure[]): Cell {
  const { text } = passage;
  if (all.length === 0) {
    const blank = !/\d/.test(text) && (/^[-–—−\s./]*$/.test(text) || /^n\/?a\.?$/i.test(text));
    return { passage, figure: undefined, blank, free: !blank && freeWords.test(text) };
  }
  const figures = all.some((f) => f.name) ? all.filter((f) => !f.name) : all;
  const [only] = all;
  if (only?.name && only.start === 0 && only.end === text.length && only.whole)
    return { passage, figure: undefined, year: only, blank: false, free: false };
  // `Free (2,000 requests a month)`
  const isFree = freeWords.test(text) && isOpened(text.slice(0, figures[0]?.start));
  const figure = isFree ? undefined : mainFigure(text, figures);
  const cell: Cell = { passage, figure, blank: false, free: figure === undefined && freeWords.test(text) };
  const sum = figure === undefined && !isFree ? sumIn(text, figures) : undefined;
  if (sum !== undefined) return { ...cell, sum };
  const [first, remark] = figures;
  const isNoted =
    remark !== undefined && figures.length === 2 && figure === first && isInParentheses(text, remark);
  return isNoted ? { ...cell, remark } : cell;
}

const mostAdded = 4;

/** Amounts of one currency with nothing but a plus sign and a word or two between them. */
function sumIn(text: string, figures: readonly Figure[]): Cell['sum'] {
  const [head] = figures;
  if (head === undefined || figures.length < 2 || figures.length > mostAdded || text.length > 60)
    return undefined;
  if (/[=×*≈→/]/.test(text)) return undefined;
  const isAlike = (f: Figure, i: number): boolean =>
    hasCurrency(f.unit) &&
    f.unit.key === head.unit.key &&
    f.perCount === 1 &&
    f.bound === 'none' &&
    (i === 0 || /^[^\d+]{0,20}\+[^\d+]{0,12}$/.test(text.slice(figures[i - 1]?.end, f.start)));
  if (!figures.every(isAlike)) return undefined;
  return { low: figures.reduce((n, f) => n + f.low, 0), high: figures.reduce((n, f) => n + f.high, 0) };
}

/** What follows stands in parentheses: `$16 (2 × $8)`, not `20 GB (write) + 20 GB (backend)`. */
function isOpened(between: string): boolean {
  const last = (one: string, wide: string): number =>
    Math.max(between.lastIndexOf(one), between.lastIndexOf(wide));
  return last('(', '（') > last(')', '）');
}

/** Alone in them. */
function isInParentheses(text: string, { start, end }: Figure): boolean {
  return (
    /[(（]\s*$/.test(text.slice(Math.max(0, start - 3), start)) && /^\s*[)）]/.test(text.slice(end, end + 3))
  );
}

/** The figure of a cell that is about one: few words beside it, and no second figure of its kind outside of parentheses. */
function mainFigure(text: string, figures: readonly Figure[]): Figure | undefined {
  const [head, second] = figures;
  if (head === undefined || (head.start === 0 && head.end === text.length)) return head;
  const last = figures.at(-1);
  // `$16 + $8 = $24` is about what it comes to
  const result = last !== undefined && last !== head && /[=≈][\s*_~]*$/.test(text.slice(0, last.start));
  if (result) return last;
  // `1× small ($30)` in a bill says how many there are, and then what they cost
  const money = head.times && second !== undefined && figures.length === 2 && hasCurrency(second.unit);
  if (money && isInParentheses(text, second)) return second;
  const first = head;
  const before = text.slice(0, first.start);
  const after = text.slice(first.end);
  const mostLetters = hasCurrency(first.unit) ? 24 : 10;
  const isShort = before.length + after.length <= mostLetters;
  if (!isShort && lettersIn(before) + lettersIn(after.replace(/[(（][^)）]*[)）]/g, '')) > mostLetters)
    return undefined;
  if (second !== undefined && !isOpened(text.slice(first.end, second.start + 1))) return undefined;
  return first;
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** A figure, or 0 for a cell that says that nothing is to pay; undefined where nobody says. */
export function amountIn(cell: Cell | undefined, end: 'low' | 'high'): number | undefined {
  if (cell?.figure !== undefined) return cell.figure[end];
  if (cell?.sum !== undefined) return cell.sum[end];
  return cell?.free === true ? 0 : undefined;
}
