// A list for one size, with its total and what that is for each: `### 10,000 users`, `Total: $500/month`, `Per user: $0.05`.

import { lengthsBetween, periodOf } from '../judge/calendar.ts';
import { fitOf } from '../judge/compare.ts';
import { likeFigure, said } from '../print.ts';
import type { Claim, Figure } from '../types.ts';
import { type FiguresOf, periodOfText } from './grid.ts';
import { currencyOf, type Entry } from './ledger.ts';
import type { NamesOf } from './names.ts';
import { listsOf } from './roles.ts';
import { type Size, sizesIn } from './sizes.ts';

const each =
  /^(?:(?:cost|price|total|kosten|coût|costo|custo|maliyet|стоимость)\s+)?(?:per|pro|je|par|por|на)\s+(\p{L}+)(?:\s+(?:per|pro|par|por|al|a|и|в)\s+\p{L}+)?$/iu;
const wholeWords =
  /^(?:(?:total|overall|monthly|annual|yearly|gesamt|monatliche?|jährliche?|toplam|aylık|yıllık|общая)\s*)*(?:cost|total|kosten|coût|costo|coste|custo|maliyet|стоимость)?(?:\s+(?:total|mensuel|annuel|mensual|anual|mensal))*$/iu;

export function perSizeIn(
  entries: readonly (Entry | undefined)[],
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly Claim[] {
  return listsOf(entries, 2).flatMap((list): readonly Claim[] => {
    const [first] = list;
    const heading = first?.under?.passage;
    if (heading === undefined) return [];
    const sizes = sizesIn(heading, figuresOf);
    const [size] = sizes;
    if (size === undefined || sizes.length !== 1 || size.low !== size.high) return [];
    const wholes = list.flatMap((e) => amountOf(e, (label) => wholeWords.test(label)));
    const [whole] = wholes;
    if (whole === undefined || wholes.length !== 1) return [];
    const parts = list.flatMap((e) =>
      amountOf(e, (label) => {
        const noun = each.exec(label)?.[1];
        return (
          noun !== undefined &&
          names(noun)
            .concat(noun.toLowerCase())
            .some((w) => size.nouns.includes(w))
        );
      }),
    );
    const [part] = parts;
    const claim = part === undefined || parts.length !== 1 ? undefined : claimOf(part, whole, size);
    return claim === undefined ? [] : [claim];
  });
}

interface Amount {
  readonly figure: Figure;
  readonly period: string;
}

function amountOf(
  { label, figures, passage }: Entry,
  isMeant: (label: string) => boolean,
): readonly Amount[] {
  const text = label
    .replace(/[*_`]/g, '')
    .replace(/^[^\p{L}]+/u, '')
    .trim();
  const money = figures.filter((f) => currencyOf(f) !== '');
  const [figure] = money;
  if (figure === undefined || money.length !== 1 || text === '' || !isMeant(text)) return [];
  if (figure.bound !== 'none' || figure.low !== figure.high || figure.perCount !== 1) return [];
  if (/[×*÷=≈→]/.test(passage.text)) return [];
  const own = periodOf(figure.unit);
  return [{ figure, period: own === '' ? periodOfText(text).period : own }];
}

function claimOf(part: Amount, whole: Amount, size: Size): Claim | undefined {
  if (currencyOf(part.figure) !== currencyOf(whole.figure)) return undefined;
  const isOpen = part.period === '' || whole.period === '' || part.period === whole.period;
  const lengths = isOpen ? [1] : lengthsBetween(part.period, whole.period);
  const [first] = lengths;
  if (first === undefined) return undefined;
  const value = (n: number): number => (whole.figure.high * n) / size.low;
  const fits = lengths.some((n) => {
    const room = Math.abs(value(n)) * 0.01;
    return fitOf(part.figure, 'high', value(n), { low: value(n) - room, high: value(n) + room }).fits;
  });
  const recomputed = { low: value(first), high: value(first) };
  const working = `${said(whole.figure)} / ${size.low.toLocaleString('en-US')}`;
  const loose = part.figure.about || whole.figure.about;
  return {
    kind: 'per-unit',
    stated: part.figure,
    operands: [whole.figure],
    verdict: fits ? 'right' : 'wrong',
    recomputed,
    working,
    message: fits ? '' : `${working} is ${likeFigure(recomputed, part.figure)}, not ${said(part.figure)}`,
    confidence: fits ? 1 : loose ? 0.6 : 0.8,
  };
}
