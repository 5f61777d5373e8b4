// A section for one size, with its total and what that is for each: `### 10,000 users`, `Total: $500/month`, `Per user: $0.05`.

import { unitWord } from '../../figures/words.ts';
import { lengthsBetween, periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { pushTo } from '../../lists.ts';
import { offsetOf } from '../../passage.ts';
import { numberLike, said } from '../../print.ts';
import type { Claim, Figure, Heading, Passage } from '../../types.ts';
import type { Fact } from '../content/facts.ts';
import { type FiguresOf, periodOfText } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import type { NamesOf } from '../content/names.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { type Size, sizesIn } from '../content/sizes.ts';
import { listsOf } from '../lists/roles.ts';

const each =
  /^(?:(?:(?:infrastructure|hosting|average|avg|monthly)\s+)*(?:cost|price|total|kosten|coût|costo|coste|custo|стоимость)\s+)?(?:per|pro|je|par|por|на)\s+(\p{L}+)(?:\s+(?:per|pro|par|por|al|a|и|в)\s+\p{L}+)?$|^(\p{L}+)\s+başına(?:\s+maliyet)?$/iu;
const wholeWords =
  /^(?:(?:total|overall|monthly|annual|yearly|gesamt|monatliche?|jährliche?|toplam|aylık|yıllık|общая)\s*)*(?:cost|total|kosten|coût|costo|coste|custo|maliyet|стоимость)?(?:\s+(?:total|mensuel|annuel|mensual|anual|mensal))*$/iu;

export function perSizeIn(
  entries: readonly (Entry | undefined)[],
  facts: readonly Fact[],
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly Claim[] {
  const totals = totalsBySection(facts, figuresOf);
  return listsOf(entries, 1).flatMap((list): readonly Claim[] => {
    const section = sectionOf(list[0]?.under, figuresOf);
    if (section === undefined) return [];
    const { size } = section;
    const parts = list.flatMap((e) =>
      amountOf(e, (label) => {
        const [, before, behind] = each.exec(label) ?? [];
        const noun = before ?? behind;
        return (
          noun !== undefined &&
          names(noun)
            .concat(noun.toLowerCase(), unitWord(noun)?.factors[0]?.atom.name ?? '')
            .some((w) => size.nouns.includes(w))
        );
      }),
    );
    const [part] = parts;
    if (part === undefined || parts.length !== 1) return [];
    const beside = list.flatMap((e) => amountOf(e, (label) => wholeWords.test(label)));
    const at = offsetOf(part.figure);
    const above = (totals.get(section.heading) ?? []).filter((f) => f.at < at).slice(-1);
    const wholes = beside.length > 0 ? beside : above;
    const [whole] = wholes;
    const claim = whole === undefined || wholes.length !== 1 ? undefined : claimOf(part, whole, size);
    return claim === undefined ? [] : [claim];
  });
}

interface Section {
  readonly heading: Passage;
  readonly size: Size;
}

/** The nearest heading that names one size. */
function sectionOf(under: Heading | undefined, figuresOf: FiguresOf): Section | undefined {
  for (let h = under, depth = 0; h !== undefined && depth < 4; h = h.above, depth++) {
    const [size, ...more] = sizesIn(h.passage, figuresOf);
    if (size === undefined) continue;
    return more.length === 0 && size.low === size.high ? { heading: h.passage, size } : undefined;
  }
  return undefined;
}

function totalsBySection(
  facts: readonly Fact[],
  figuresOf: FiguresOf,
): ReadonlyMap<Passage, readonly Fact[]> {
  const found = new Map<Passage, Fact[]>();
  for (const fact of facts) {
    const { figure, kind, words } = fact;
    if (kind !== 'total' || words.length > 0 || figure.low !== figure.high || figure.bound !== 'none')
      continue;
    const section = sectionOf(fact.under, figuresOf);
    if (section !== undefined) pushTo(found, section.heading, fact);
  }
  return found;
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
  const working = `${said(whole.figure)} / ${numberLike(size.low, part.figure)}`;
  const loose = part.figure.about || whole.figure.about;
  return recomputedClaim({
    kind: 'per-unit',
    stated: part.figure,
    operands: [whole.figure],
    fits,
    recomputed,
    working,
    confidence: loose ? 0.6 : 0.8,
  });
}
