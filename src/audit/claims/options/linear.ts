// A document that says that its costs grow linearly, and names the cost of several sizes: each is the size times what one costs,
// where that is stated, or in the ratio that most of them keep.

import { periodOf } from '../../judge/calendar.ts';
import { pushTo } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { type FiguresOf, periodOfText } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import type { NamesOf } from '../content/names.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { type Size, sizesIn } from '../content/sizes.ts';
import type { Spoken } from '../content/spoken.ts';

const linear =
  /(?<!\p{L})(?:linear(?:ly)?|proportional(?:ly)?|linéaire\p{L}*|proportionnel\p{L}*|lineal(?:mente)?|linearmente|proporciona(?:l|is|lmente)|doğrusal|orantılı|линейн\p{L}*|пропорциональн\p{L}*)(?!\p{L})|线性|成正比|比例/iu;
const ofCost =
  /(?<!\p{L})(?:scal|cost|spend|kosten|skalier|coût|costo|coste|custo|escal|maliyet|ölçek|стоимост|масштаб)\p{L}*|成本|费用|扩展|コスト|費用/iu;
const denied =
  /(?<!\p{L})(?:not|non|sub|super|never|almost|nearly|roughly|until|up to|beyond|nicht|kaum|pas|presque|no|casi|não|quase|değil|не|почти|нелинейн\p{L}*)(?!\p{L})|不|非/iu;

/** How far a ratio may be off, as amounts are told in round numbers. */
const room = 0.03;

interface Point {
  readonly size: Size;
  readonly cost: Figure;
  readonly period: string;
}

export function linearIn(spoken: readonly Spoken[], names: NamesOf, figuresOf: FiguresOf): readonly Claim[] {
  const says = spoken.some(
    ({ passage: { text } }) =>
      text.length < 200 && linear.test(text) && ofCost.test(text) && !denied.test(text),
  );
  if (!says) return [];
  const points = spoken.flatMap((place) => pointIn(place, names, figuresOf));
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = `${point.size.nouns.at(-1)} ${currencyOf(point.cost)} ${point.period}`;
    pushTo(groups, key, point);
  }
  return [...groups.values()].flatMap((group) => {
    if (new Set(group.map((p) => p.size.low)).size < 3 || group.length > 20) return [];
    const rates = spoken.flatMap((place) => ratesIn(place, group, figuresOf));
    const [rate] = rates;
    const agreed = rates.every((r) => Math.abs(r.high - (rate?.high ?? 0)) <= room * r.high);
    if (rate !== undefined) return agreed ? group.map((p) => byRate(p, rate)) : [];
    return byMost(group);
  });
}

/** `### 10K users` and below it `Monthly cost: $800`; `10K users: $800/month`. */
function pointIn({ passage, lead, under }: Spoken, names: NamesOf, figuresOf: FiguresOf): readonly Point[] {
  if (passage.text.length > 120) return [];
  const money = figuresOf(passage).filter((f) => !f.name && currencyOf(f) !== '');
  const [cost] = money;
  if (
    cost === undefined ||
    money.length !== 1 ||
    cost.bound !== 'none' ||
    cost.low !== cost.high ||
    cost.low <= 0
  )
    return [];
  if (cost.unit.factors.some((f) => f.power < 0 && f.atom.kind === 'count') || cost.perCount !== 1) return [];
  const label = passage.text.slice(0, cost.start);
  const own = sizesIn(passage, figuresOf);
  const sizes = [
    own,
    lead === undefined ? [] : sizesIn(lead, figuresOf),
    under === undefined ? [] : sizesIn(under.passage, figuresOf),
  ].find((s) => s.length > 0);
  const [size] = sizes ?? [];
  if (size === undefined || sizes?.length !== 1 || size.low !== size.high) return [];
  // the cost of a part grows in its own way
  if (names(label).some((w) => !/^\d/.test(w) && !size.nouns.includes(w))) return [];
  const unit = periodOf(cost.unit);
  return [{ size, cost, period: unit === '' ? periodOfText(label).period : unit }];
}

/** What one costs, for the same period. */
function ratesIn({ passage }: Spoken, group: readonly Point[], figuresOf: FiguresOf): readonly Figure[] {
  const [first] = group;
  if (first === undefined || passage.text.length > 300) return [];
  return figuresOf(passage).filter(
    (f) =>
      f.low === f.high &&
      f.low > 0 &&
      f.bound === 'none' &&
      f.perCount === 1 &&
      currencyOf(f) === currencyOf(first.cost) &&
      periodOf(f.unit) === first.period &&
      f.unit.factors.length === (first.period === '' ? 2 : 3) &&
      f.unit.factors.some((u) => u.power === -1 && first.size.nouns.includes(u.atom.name)),
  );
}

function byRate({ size, cost }: Point, rate: Figure): Claim {
  const value = size.low * rate.low;
  // what one costs is often rounded hard
  const off = size.low * (rate.step / 2) * 1.5;
  const fits = Math.abs(cost.low - value) <= Math.max(off, room * value);
  return claimOf(cost, [rate], fits, value, `${size.low.toLocaleString('en-US')} × ${said(rate)}`, 0.76);
}

/** Without a rate, the ratio that at least three and all but one keep. */
function byMost(group: readonly Point[]): readonly Claim[] {
  const ratio = (p: Point): number => p.cost.low / p.size.low;
  const sorted = [...group].sort((a, b) => ratio(a) - ratio(b));
  const middle = sorted[sorted.length >> 1];
  if (middle === undefined) return [];
  const near = (p: Point): boolean => Math.abs(ratio(p) / ratio(middle) - 1) <= room;
  const kept = group.filter(near);
  if (kept.length < 3 || group.length - kept.length > 1) return [];
  return group.map((p) =>
    claimOf(
      p.cost,
      [middle.cost],
      near(p),
      p.size.low * ratio(middle),
      `the ratio of the other ${kept.length}`,
      0.74,
    ),
  );
}

function claimOf(
  stated: Figure,
  operands: readonly Figure[],
  holds: boolean,
  value: number,
  working: string,
  confidence: number,
): Claim {
  const recomputed = { low: value, high: value };
  return recomputedClaim({
    kind: 'per-unit',
    stated,
    operands,
    fits: holds,
    recomputed,
    working,
    message: `costs are said to grow linearly: ${working} gives ${likeFigure(recomputed, stated)}, not ${said(stated)}`,
    confidence,
  });
}
