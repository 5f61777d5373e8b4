// How sure it is that a row of a table means the relation that others keep.

import type { Row } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import type { Outcome, RowFigures } from './relation-rows.ts';
import type { Tested } from './relation-tests.ts';

const exceptionWords =
  /(?<!\p{L})(?:invers\p{L}*|invest\p{L}*|initial|inicial|anfang\p{L}*|(?:year|año|ano|jahr|année|yıl) 0|optional|free|first|included|discount\w*|credit|minimum|min\.|tier\w*|frei|gratis|rabatt|gratuit|remise|gratis|descuento|desconto|grátis|ücretsiz|indirim|one-?time|setup|once|einmalig|special)(?!\p{L})|скидк|бесплатн|免费|折扣|割引|無料/iu;

export function confidenceOf(
  { shape, support, misses }: Tested,
  row: Row,
  { operands, stated }: RowFigures,
  { off, recomputed }: Outcome,
): number {
  let confidence = shape.expected ? 0.82 : 0.6;
  confidence += Math.min(0.3, support * (shape.expected ? 0.05 : 0.09));
  confidence -= 0.12 * Math.max(0, misses - 1);
  const text = row.cells.map((c) => c.passage.text).join(' ');
  if (exceptionWords.test(text.slice(0, 600))) confidence -= 0.3;
  const loose = stated.about || operands.some((f) => f.about);
  if (loose && off < 0.1) confidence -= 0.35;
  // each currency was rounded for itself
  if (off < mostExchanged && isInTwoCurrencies(row)) confidence -= 0.35;
  if (row.kind !== 'plain') confidence -= 0.1;
  // what follows from others mostly stands behind them
  if (shape.from.some((c) => c.index > shape.target.index)) confidence -= 0.06;
  // signs are written by more than one custom
  const isSameSize = Math.abs(Math.abs(stated.high) - Math.abs(recomputed.high)) <= stated.step;
  const isSigned = stated.low < 0 && (isSameSize || shape.kind === 'period');
  if (isSigned || operands.some((f) => f.low < 0)) confidence -= 0.3;
  if (off > 0.98 && support < 4) confidence -= 0.1;
  // by its heading alone, a sum along the row that is far off is one of other amounts
  if (shape.kind === 'total' && shape.expected && shape.rank === 2 && off > 0.5 && support < 3)
    confidence -= 0.2;
  return Math.min(0.97, Math.max(0.05, confidence));
}

const mostExchanged = 0.0005;

function isInTwoCurrencies({ cells }: Row): boolean {
  const known = cells.map(({ figure }) => (figure === undefined ? '' : currencyOf(figure)));
  return new Set(known.filter((c) => c !== '')).size > 1;
}
