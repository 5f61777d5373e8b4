// A change from one amount to another with what it comes to: `from $100 to $60 (−40%)`, `$100 → $60, saving $40`, `$10 vs $2: 5x
// cheaper`. Read only where a passage names the two amounts and the change in one clause.

import type { Interval } from '../../../quantity/interval.ts';
import { spreadOf } from '../../figures/spread.ts';
import { fitOf } from '../../judge/compare.ts';
import { isSlip } from '../../judge/slips.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isShare } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

/** Two amounts: `from A to B`, `A → B`, `A vs B`, `A instead of B`. */
const steps: readonly RegExp[] = [
  /^[\s*_`]*(?:→|->|=>|⇒|➜|➡️?)[\s*_`~]*$/,
  /^[\s*_`]*(?:per \w+ |a \w+ )?(?:down |up )?(?:to|auf|à|a|para|до)[\s*_`~]*(?:only |just |about |around |nur |etwa )?$/i,
  /^[\s*_`,(]*(?:\w+ ){0,2}(?:vs\.?|versus|compared (?:to|with)|instead of|rather than|gegenüber|statt|contre|au lieu de|frente a|en lugar de|em vez de|yerine|вместо|против)[\s*_`~]*(?:\w+ ){0,2}$/i,
];

const fromBefore = /(?<!\p{L})(?:from|von|de|desde|с)[\s*_`~]*$/iu;

const saves =
  /(?<!\p{L})(?:sav\p{L}*|cheaper|less|lower|reduc\p{L}*|cut\p{L}*|drop\p{L}*|decreas\p{L}*|discount|off|günstiger|billiger|weniger|spar\p{L}*|einspar\p{L}*|ersparnis|reduzi\p{L}*|moins|économi\p{L}*|rédui\p{L}*|baisse|ahorr\p{L}*|menos|reducci\p{L}*|economi\p{L}*|redu\p{L}*|risparmi\p{L}*|tasarruf|daha ucuz|azal\p{L}*)|[-−–]$|дешевле|эконом|снижен|节省|节约|降低|便宜|削減|安い|安く/iu;
const rises =
  /(?<!\p{L})(?:increas\p{L}*|more|higher|ris\p{L}*|expensive|grow\p{L}*|up|teurer|mehr|höher|anstieg|plus|augment\p{L}*|hausse|aumento|más|mais|aument\p{L}*|artış|daha pahalı)|\+$|дороже|рост|больше|增加|上涨|貴い|高い/iu;

const priceWords =
  /(?<!\p{L})(?:cheap\p{L}*|expens\p{L}*|cost\p{L}*|pric\p{L}*|less|lower|sav\p{L}*|reduc\p{L}*|günstig\p{L}*|billig\p{L}*|teu\p{L}*|moins|chère?s?|coût\p{L}*|barat\p{L}*|car[oa]s?|menos|ucuz|pahalı)|дешев|дешёв|дорож|便宜|贵|安い|高い/iu;

export function changesIn(text: string, figures: readonly Figure[]): readonly Claim[] {
  const claims: Claim[] = [];
  for (let i = 0; i + 2 < figures.length + 0; i++) {
    const [a, b, change] = [figures[i], figures[i + 1], figures[i + 2]];
    if (a === undefined || b === undefined || change === undefined) continue;
    const claim = changeOf(text, a, b, change, figures[i + 3]) ?? changeFirst(text, a, b, change);
    if (claim === undefined) continue;
    claims.push(claim);
    // `(-35%), saving $546`
    const more = figures[i + 3];
    const inMoney =
      more === undefined || currencyOf(more) === '' ? undefined : savedToo(text, a, b, change, more);
    if (inMoney !== undefined) claims.push(inMoney);
  }
  return claims;
}

const mostApart = 60;

function changeOf(
  text: string,
  a: Figure,
  b: Figure,
  change: Figure,
  next: Figure | undefined,
): Claim | undefined {
  if (b.start - a.end > mostApart) return undefined;
  const joint = text.slice(a.end, b.start);
  if (!steps.some((s) => s.test(joint)) || !comparable(a, b)) return undefined;
  // `to` alone is a range as often as a change
  if (steps[1]?.test(joint) === true && !fromBefore.test(text.slice(Math.max(0, a.start - 12), a.start)))
    return undefined;
  const between = text.slice(b.end, change.start);
  if (between.length > mostApart || /[.;!?](?:\s|$)/.test(between)) return undefined;
  const end =
    next === undefined ? Math.min(text.length, change.end + 40) : Math.min(next.start, change.end + 40);
  const after = text.slice(change.end, end).split(/[.;!?,)]/)[0] ?? '';
  const words = `${between} ${after}`;
  const down = saves.test(between) || saves.test(after);
  const up = rises.test(between) || rises.test(after);
  const signed = change.low < 0 || /[-−–]\s*$/.test(between);
  if (!down && !up && !signed) return undefined;
  const percent = change.unit.factors.length === 1 && change.unit.factors[0]?.atom.kind === 'ratio';
  if (change.bound !== 'none' || /(?<!\p{L})(?:per|pro)\s*$/u.test(between)) return undefined;
  if (percent) {
    // a sign says what is changed, words may have either amount for their base
    const isSigned = signed || /[+]\s*$/.test(between);
    const rise = (from: Figure, to: Figure): number => Math.abs(to.low / from.low - 1) * 100;
    const isFromSecond = steps[2]?.test(joint) === true && b.low < a.low === /[+]\s*$/.test(between);
    const values = isSigned ? [isFromSecond ? rise(b, a) : rise(a, b)] : percentages(a, b, up && !down);
    const claim = judge(change, [a, b], values, `from ${said(a)} to ${said(b)}`, words);
    return claim?.verdict === 'wrong' ? slipIn(claim, a, b, change) : claim;
  }
  // of what a price buys, there may be any number of times as much
  if (change.times && !priceWords.test(words)) return undefined;
  if (change.times) return judge(change, [a, b], ratios(a, b), `${said(a)} against ${said(b)}`, words);
  const sameCurrency = currencyOf(change) !== '' && currencyOf(change) === currencyOf(a);
  if (!sameCurrency || !samePeriod(change, a)) return undefined;
  return judge(change, [a, b], differences(a, b), `from ${said(a)} to ${said(b)}`, words);
}

/** The amount and not the percentage, where one slip makes the amount right: `from $5,025 to $6,300 (+20%)`. */
function slipIn(claim: Claim, a: Figure, b: Figure, change: Figure): Claim {
  const share = Math.abs(change.high) / 100;
  const value = a.low * (b.low > a.low ? 1 + share : 1 - share);
  if (!isSlip(b.low, value, b.step)) return claim;
  return recomputedClaim({
    kind: 'saving',
    stated: b,
    operands: [a, change],
    fits: false,
    recomputed: { low: value, high: value },
    working: `${said(a)} ${b.low > a.low ? '+' : '−'} ${said(change).replace(/^[-−–+]/, '')}`,
    confidence: claim.confidence,
  });
}

/** What it comes to in money, too, right behind the percentage. */
function savedToo(text: string, a: Figure, b: Figure, change: Figure, more: Figure): Claim | undefined {
  const between = text.slice(change.end, more.start);
  if (!isShare(change) || between.length > mostApart || /[.;!?](?:\s|$)/.test(between)) return undefined;
  if (!saves.test(between) && !rises.test(between)) return undefined;
  if (currencyOf(more) !== currencyOf(a) || !samePeriod(more, a) || more.bound !== 'none') return undefined;
  return judge(more, [a, b], differences(a, b), `from ${said(a)} to ${said(b)}`, between);
}

/** `saves 40%: from $500 to $350`. */
function changeFirst(text: string, change: Figure, a: Figure, b: Figure): Claim | undefined {
  const percent = change.unit.factors.length === 1 && change.unit.factors[0]?.atom.kind === 'ratio';
  if (!percent || change.bound !== 'none' || !comparable(a, b) || change.high === 0) return undefined;
  if (b.start - a.end > mostApart || a.start - change.end > mostApart) return undefined;
  const joint = text.slice(a.end, b.start);
  const lead = text.slice(change.end, a.start);
  if (!steps.some((s) => s.test(joint)) || lead.length > 40 || /[.;!?]\s/.test(lead)) return undefined;
  if (steps[1]?.test(joint) === true && !fromBefore.test(text.slice(Math.max(0, a.start - 12), a.start)))
    return undefined;
  const before = text.slice(Math.max(0, change.start - 30), change.start);
  if (!saves.test(before) && !saves.test(lead) && !rises.test(before) && !rises.test(lead)) return undefined;
  return judge(change, [a, b], percentages(a, b), `from ${said(a)} to ${said(b)}`, lead);
}

function comparable(a: Figure, b: Figure): boolean {
  if (a.bound !== 'none' || b.bound !== 'none' || a.low !== a.high || b.low !== b.high || a.times || b.times)
    return false;
  if (a.low <= 0 || b.low <= 0 || a.low === b.low) return false;
  const currency = currencyOf(a);
  return currency !== '' && currency === currencyOf(b) && samePeriod(a, b) && a.perCount === b.perCount;
}

function samePeriod(a: Figure, b: Figure): boolean {
  const rest = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind !== 'currency')
      .map((u) => `${u.atom.name}${u.power}`)
      .join(' ');
  const [ra, rb] = [rest(a), rest(b)];
  return ra === rb || ra === '' || rb === '';
}

/** What the words say first; either amount may be the base. */
function percentages(a: Figure, b: Figure, rising = false): readonly number[] {
  const [small, large] = [Math.min(a.low, b.low), Math.max(a.low, b.low)];
  const values = [(1 - small / large) * 100, (large / small - 1) * 100];
  return rising ? values.reverse() : values;
}

function ratios(a: Figure, b: Figure): readonly number[] {
  const ratio = Math.max(a.low, b.low) / Math.min(a.low, b.low);
  return [ratio, ratio - 1];
}

function differences(a: Figure, b: Figure): readonly number[] {
  return [a.low - b.low];
}

/** Signs are as often left out as written: sizes are compared. */
function judge(
  change: Figure,
  operands: readonly [Figure, Figure],
  values: readonly number[],
  working: string,
  words: string,
): Claim | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  const positive: Figure =
    change.high >= 0
      ? change
      : {
          ...change,
          low: -change.high,
          high: -change.low,
          spreads: { low: mirrored(spreadOf(change, 'high')), high: mirrored(spreadOf(change, 'low')) },
        };
  const [a, b] = operands;
  const moved = a.step / Math.abs(a.low) + b.step / Math.abs(b.low);
  const fits = (value: number): boolean => {
    const size = Math.abs(value);
    const room = (moved / 2) * (change.unit.factors[0]?.atom.kind === 'ratio' ? 100 : Math.max(a.low, b.low));
    const spread = { low: size - room, high: size + room };
    const inside = positive.low < positive.high && size >= positive.low && size <= positive.high;
    return (
      inside || (fitOf(positive, 'low', size, spread).fits && fitOf(positive, 'high', size, spread).fits)
    );
  };
  const right = values.find(fits);
  const recomputed = { low: Math.abs(right ?? first), high: Math.abs(right ?? first) };
  const loose = change.about || a.about || b.about || positive.low < positive.high;
  const off = Math.abs(recomputed.high - positive.high) / Math.max(recomputed.high, positive.high);
  if (right === undefined && loose && off < 0.15) return undefined;
  return {
    kind: change.times ? 'ratio' : 'saving',
    stated: change,
    operands,
    verdict: right === undefined ? 'wrong' : 'right',
    recomputed,
    working,
    message:
      right === undefined ? `${working} is ${changeText(recomputed, change)}, not ${said(change)}` : '',
    confidence:
      right !== undefined ? 1 : isInTens(change, recomputed.high) ? 0.6 : words.length > 60 ? 0.72 : 0.85,
  };
}

/** `$10 against $78, 90% less`: said in tens, and hardly off. */
function isInTens(change: Figure, value: number): boolean {
  return isShare(change) && change.high % 10 === 0 && Math.abs(Math.abs(change.high) - value) < 3;
}

function changeText(value: Interval, change: Figure): string {
  return change.times ? `${likeFigure(value, change)} times` : likeFigure(value, change);
}

function mirrored(spread: Interval): Interval {
  return { low: -spread.high, high: -spread.low };
}
