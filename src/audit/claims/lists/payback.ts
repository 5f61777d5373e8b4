// How long it takes until what is spent is back: `Initial investment: $750`, `Annual savings: $1,530`, `Break-even: 6 months`; of ranges
// from the best case to the worst.

import { lengthsBetween, periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { type Grid, isDuration, isShare, periodOfText } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { breakEvenWords } from './derived.ts';

/** Lines that are looked back on, in one section. */
const window = 8;
const mostRows = 20;
/** Further off, something else is counted in. */
const mostOff = 2;

const spent =
  /(?<!\p{L})(?:invest\p{L}*|invers[ií]\p{L}*|capex|upfront|up-front|one-time|initial|anschaffung\p{L}*|einmalig\p{L}*|anfangs\p{L}*|inicial|iniziale|yatırım\p{L}*|инвестици\p{L}*|вложени\p{L}*)(?!\p{L})|投资|投資|初期費用/iu;
const broughtIn =
  /(?<!\p{L})(?:savings?|profits?|benefits?|gains?|ersparnis|einsparung\p{L}*|gewinn|économies?|bénéfices?|ahorros?|beneficios?|ganancias?|economia|benefícios?|lucro|ganhos?|risparmi[oi]?|utile|besparing|winst|tasarruf\p{L}*|kazanç|kâr|экономи[яи]|прибыль)(?!\p{L})|节省|节约|利润|収益|收益|削減|利益/iu;
/** What is left when the running costs are paid. */
const isNet = /(?<!\p{L})(?:net|netto|nett[oa]|net[oa]|líquid[oa]|чист\p{L}*)(?!\p{L})|净|純/iu;

interface Part {
  readonly figure: Figure;
  /** Of what is earned or paid again and again. */
  readonly period: string;
  readonly label: string;
}

export function paybackIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return entries.flatMap((entry, at): readonly Claim[] => {
    const [stated, ...more] = entry?.figures ?? [];
    if (entry === undefined || stated === undefined || more.length > 0) return [];
    if (!isDuration(stated) || stated.bound !== 'none') return [];
    if (!breakEvenWords.test(`${entry.label} ${entry.passage.text}`)) return [];
    const time = stated.unit.factors[0]?.atom.name ?? '';
    if (/[×÷=→<>≤≥/]/.test(entry.passage.text) || stated.low <= 0) return [];
    const near = entries
      .slice(Math.max(0, at - window), at)
      .flatMap((e) => (e !== undefined && e.under === entry.under ? [e] : []));
    const parts = near.flatMap(partOf);
    const once = parts.filter((p) => p.period === '' && !broughtIn.test(p.label));
    const named = once.filter((p) => spent.test(p.label));
    const costs = named.length > 0 ? named : once;
    const gains = parts.filter((p) => p.period !== '' && broughtIn.test(p.label));
    const nets = gains.filter((g) => isNet.test(g.label));
    const [cost, ...otherCosts] = costs;
    const [gain, ...otherGains] = nets.length > 0 ? nets : gains;
    if (cost === undefined || gain === undefined || otherCosts.length + otherGains.length > 0) return [];
    if (currencyOf(cost.figure) !== currencyOf(gain.figure)) return [];
    const running = parts.filter((p) => p.period !== '' && p !== gain && !gains.includes(p));
    const isLeft = nets.length === 0 && (running.length > 0 || near.some((e) => e.figures.some(isShare)));
    return judged(stated, time, cost, gain, isLeft ? 0.5 : 0.76);
  });
}

/** The same for the rows of a short table, by the first figure of each. */
export function paybackInGrid({ rows, under }: Grid): readonly Claim[] {
  if (rows.length > mostRows || !rows.some((r) => breakEvenWords.test(r.label))) return [];
  return paybackIn(
    rows.map(({ label, kind, cells }) => {
      const cell = cells.find((c, i) => i > 0 && c.figure !== undefined);
      return cell?.figure === undefined
        ? undefined
        : { depth: 0, passage: cell.passage, figures: [cell.figure], label, kind, under };
    }),
  );
}

/** The one amount of a line, or what its equation comes to. */
function partOf({ figures, label, passage }: Entry): readonly Part[] {
  const money = figures.filter((f) => currencyOf(f) !== '');
  const last = money.at(-1);
  if (last === undefined || !isPlainAmount(last) || last.bound !== 'none' || last.low <= 0) return [];
  if (money.length > 1 && !/[=≈][\s*_~≈]*$/.test(passage.text.slice(0, last.start))) return [];
  return [{ figure: last, period: periodOf(last.unit) || periodOfText(label).period, label }];
}

function judged(stated: Figure, time: string, cost: Part, gain: Part, sure: number): readonly Claim[] {
  const [length] = lengthsBetween(gain.period, time);
  if (length === undefined) return [];
  const low = (cost.figure.low / gain.figure.high) * length;
  const high = (cost.figure.high / gain.figure.low) * length;
  const isRange = stated.low < stated.high;
  // with one time for a range of amounts, any of them may be meant
  if (!isRange && low < high * 0.99) return [];
  const [fitsLow, fitsHigh] = [fits(stated, 'low', low), fits(stated, 'high', high)];
  // where neither end is right, it was reckoned in another way
  if (isRange && !fitsLow && !fitsHigh) return [];
  const off = Math.max(high / stated.high, stated.high / high, low / stated.low, stated.low / low);
  return [
    recomputedClaim({
      kind: 'capacity',
      stated,
      operands: [cost.figure, gain.figure],
      fits: fitsLow && fitsHigh,
      recomputed: { low, high },
      working: `${said(cost.figure)} / ${said(gain.figure)}`,
      confidence: off > mostOff ? Math.min(sure, 0.5) : sure,
    }),
  ];
}

/** Rounded, or to the end of the month. */
function fits(stated: Figure, end: 'low' | 'high', value: number): boolean {
  const spread = { low: value * 0.98, high: value * 1.02 };
  const whole = stated.whole && (stated[end] === Math.ceil(value) || stated[end] === Math.floor(value));
  return whole || fitOf(stated, end, value, spread).fits;
}
