// `within our budget of $500`: held against the one total of the document that is in the same currency and for the same period.

import { periodOf } from '../../judge/calendar.ts';
import { said } from '../../print.ts';
import type { Claim, Figure, Passage } from '../../types.ts';
import type { Fact } from '../content/facts.ts';
import { currencyOf } from '../content/ledger.ts';

const budget = /(?<!\p{L})(?:budget|presupuesto|orçamento|bütçe)\p{L}*|бюджет|预算|予算/iu;
const kept =
  /(?<!\p{L})(?:within|under|below|fits?|inside|stays? in|meets|im|unter|innerhalb|dans|sous|respecte|dentro|por debajo|abaixo|içinde|altında)(?!\p{L})|в рамках|в пределах|以内|内に/iu;
const hedged =
  /(?<!\p{L})(?:if|would|could|should|not|over|exceed\p{L}*|above|wenn|nicht|si|no|não|se|değil)(?!\p{L})|если|не |不|超/iu;

export function budgetsIn(
  passages: readonly Passage[],
  figuresOf: (passage: Passage) => readonly Figure[],
  facts: readonly Fact[],
  sums: ReadonlySet<Figure>,
): readonly Claim[] {
  const totals = facts.filter((f) => f.words.length === 0 && sums.has(f.figure));
  if (totals.length === 0) return [];
  return passages.flatMap((passage): Claim[] => {
    const { text } = passage;
    if (text.length > 300 || !budget.test(text) || !kept.test(text) || hedged.test(text)) return [];
    const money = figuresOf(passage).filter((f) => !f.name && currencyOf(f) !== '');
    const [stated] = money;
    if (stated === undefined || money.length !== 1 || stated.low !== stated.high) return [];
    const same = totals.filter(
      (t) =>
        t.currency === currencyOf(stated) &&
        (t.period === periodOf(stated.unit) || periodOf(stated.unit) === ''),
    );
    const [total] = same;
    if (total === undefined || same.length !== 1) return [];
    const holds = total.figure.low <= stated.high * 1.005;
    const message = `the total is ${said(total.figure)}, above the budget of ${said(stated)}`;
    return [
      {
        kind: 'budget',
        stated,
        operands: [total.figure],
        verdict: holds ? 'right' : 'wrong',
        recomputed: { low: total.figure.low, high: total.figure.high },
        working: said(total.figure),
        message: holds ? '' : message,
        confidence: holds ? 1 : 0.76,
        flips: true,
      },
    ];
  });
}
