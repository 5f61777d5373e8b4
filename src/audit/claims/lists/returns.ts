// What comes back of what was spent, in percent: `Investment: $3,200`, `Savings: $33,800/year`, `ROI after 1 year: 956%`. Whether what was
// spent is taken off first is seldom said, so either is right.

import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { isShare, periodOfText } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';
import { periodIn } from './roles.ts';

/** Lines that are looked back on, in one section. */
const window = 8;
/** Further off, something else is counted in. */
const mostOff = 0.2;

const returned =
  /^[^\p{L}\d]*(?:(?:annual|yearly|total|simple|first[- ]year|\d[\s-]years?|\d-jahres)[\s-]+)*(?:roi|return on investment|retour sur investissement|retorno (?:de|sobre) (?:la |a |o |el )?invers\p{L}*|retorno (?:de|sobre) o? ?investimento|yatırım getirisi|рентабельность инвестиций)(?!\p{L})|^[^\p{L}\d]*投资回报率|^[^\p{L}\d]*投資(?:収益|対効果)/iu;
const spent =
  /^(?:(?:initial|total|upfront|one-time|required|implementation|migration|development|setup)\s+)*(?:investment|implementation cost|setup cost|development cost|migration cost|upfront cost|investition\p{L}*|anfangsinvestition|investissement|inversión|investimento|yatırım|инвестици\p{L}*)(?!\p{L})|^(?:投资|初期投资|投資|初期投資)/iu;
const gained =
  /^(?:(?:net|total|annual|yearly|monthly|year 1|first[- ]year|expected|estimated|recurring)\s+)*(?:savings?|benefits?|gains?|profits?|returns?|ersparnis|einsparung\p{L}*|gewinn|économies?|bénéfices?|ahorros?|beneficios?|ganancias?|economia|benefícios?|lucro|tasarruf|kazanç|экономия|прибыль)(?!\p{L})|^(?:年?节省|收益|利润|年間削減|利益)/iu;

interface Part {
  readonly figure: Figure;
  readonly label: string;
}

export function returnsIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return entries.flatMap((entry, at): readonly Claim[] => {
    const [stated, ...more] = entry?.figures.filter(isShare) ?? [];
    if (entry === undefined || stated === undefined) return [];
    const label = entry.passage.text.slice(0, stated.start);
    if (!returned.test(label) || more.length > 0 || stated.low < stated.high || stated.bound !== 'none')
      return [];
    if (/[×*÷=→]/.test(entry.passage.text) || stated.high <= 0) return [];
    const all = entries.slice(Math.max(0, at - window), at);
    const near = all
      .slice(all.lastIndexOf(undefined) + 1)
      .flatMap((e) => (e !== undefined && e.under === entry.under ? [e] : []));
    const [cost, ...otherCosts] = near.flatMap((e) => partOf(e, spent));
    const [gain, ...otherGains] = near.flatMap((e) => partOf(e, gained));
    if (cost === undefined || gain === undefined || otherCosts.length + otherGains.length > 0) return [];
    if (currencyOf(cost.figure) !== currencyOf(gain.figure) || periodIn(cost) !== '') return [];
    return judged(stated, cost, gain, label);
  });
}

/** The one amount of a line that is called so. */
function partOf({ figures, label, passage }: Entry, role: RegExp): readonly Part[] {
  const name = label.replace(/^[^\p{L}\p{N}]+/u, '');
  if (!role.test(name)) return [];
  const money = figures.filter((f) => currencyOf(f) !== '');
  // `$35,000 - $1,200 = $33,800`
  const last = money.at(-1);
  const isResult =
    last !== undefined && money.length > 1 && /=[\s*_~≈]*$/.test(passage.text.slice(0, last.start));
  const figure = isResult ? last : money.length === 1 ? money[0] : undefined;
  const isOne = figure !== undefined && isAmount(figure) && figure.low === figure.high && figure.high > 0;
  return isOne ? [{ figure, label: name }] : [];
}

function judged(stated: Figure, cost: Part, gain: Part, label: string): readonly Claim[] {
  const period = periodIn(gain);
  const { period: own, periods } = periodOfText(label);
  const years = own === 'year' ? periods : 1;
  // without a period, the gain is that of the whole time
  const times = period === 'month' ? years * 12 : period === 'year' ? years : 1;
  const back = (gain.figure.high * times) / cost.figure.high;
  const values = [(back - 1) * 100, back * 100];
  const fits = (v: number): boolean => {
    const room = v * 0.003;
    return fitOf(stated, 'high', v, { low: v - room, high: v + room }).fits;
  };
  const right = values.find(fits);
  const near = values.reduce(
    (a, b) => (Math.abs(b - stated.high) < Math.abs(a - stated.high) ? b : a),
    values[0] ?? 0,
  );
  const value = right ?? near;
  const loose = [stated, cost.figure, gain.figure].some((f) => f.about);
  const off = Math.abs(value - stated.high) / Math.max(value, stated.high);
  if (right === undefined && (loose || off > mostOff || value <= 0)) return [];
  const total = times === 1 ? said(gain.figure) : `${said(gain.figure)} × ${times}`;
  const isNet = value === values[0];
  return [
    recomputedClaim({
      kind: 'ratio',
      stated,
      operands: [gain.figure, cost.figure],
      fits: right !== undefined,
      recomputed: { low: value, high: value },
      working: isNet
        ? `(${total} − ${said(cost.figure)}) / ${said(cost.figure)}`
        : `${total} / ${said(cost.figure)}`,
      confidence: 0.74,
    }),
  ];
}
