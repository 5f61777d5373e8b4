// Calculations that a sentence makes without a sign: `$40 for hosting, $25 for mail and $10 for domains, a total of $85`, and
// `500 users at $3 per user come to $1,800 a month`.

import { multiply } from '../../../quantity/unit.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { figureValue } from '../calculations/value.ts';
import { isAmount } from '../content/amounts.ts';
import { currencyOf } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

const totalBefore =
  /(?<!\p{L})(?:total(?:s|ing|ling)?(?: of| is| comes to| cost of)?|in total|adds? up to|sum(?:s)? (?:of|to)|altogether|combined(?: cost of)?|insgesamt|zusammen|in summe|gesamt|au total|pour un total de|soit un total de|en total|un total de|no total|um total de|toplam(?:da)?|итого|всего|в сумме)[\s:,=~≈*_`]*(?:of |about |around |roughly |approximately |just |only |rund |etwa |environ |de )*[\s~≈*_`]*$|(?:合计|总计|共|合計|総額)[\s:：约約~]*$/iu;

const totalBehind =
  /^[\s*_`]*(?:in total|altogether|all in all|in all|combined|insgesamt|zusammen|in summe|au total|en total|en tout|no total|ao todo|in totale|toplam(?:da)?|в сумме|всего|итого)(?!\p{L})/iu;

export function sentencesIn(text: string, figures: readonly Figure[]): readonly Claim[] {
  if (figures.length < 3 || figures.length > mostFigures) return [];
  const claims: Claim[] = [];
  for (const [from, to] of sentencesOf(text)) {
    const own = figures.filter((f) => f.start >= from && f.end <= to && !f.name);
    if (own.length < 3 || own.length > 14 || /[=×]/.test(text.slice(from, to))) continue;
    const sum = sumIn(text, from, own);
    if (sum !== undefined) claims.push(sum);
    for (let i = 0; i + 2 < own.length; i++) {
      const product = productIn(text, own.slice(i, i + 3), own.length === 3);
      if (product !== undefined) claims.push(product);
    }
  }
  for (let i = 0; i + 2 < figures.length; i++) {
    const priced = pricedIn(text, figures.slice(i, i + 3));
    if (priced !== undefined) claims.push(priced);
  }
  return claims;
}

const mostFigures = 200;

function sentencesOf(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let from = 0;
  for (const match of text.matchAll(/[.!?。！？](?=\s|$)|[;；]|\n\s*\n/g)) {
    found.push([from, match.index]);
    from = match.index + 1;
  }
  found.push([from, text.length]);
  return found;
}

/** Amounts of one kind, and behind them what they come to. */
function sumIn(text: string, from: number, figures: readonly Figure[]): Claim | undefined {
  const stated = figures.find(
    (f, i) =>
      i >= 2 &&
      (totalBefore.test(text.slice(Math.max(from, f.start - 48), f.start)) ||
        totalBehind.test(text.slice(f.end, f.end + 24))),
  );
  if (stated === undefined || stated.bound !== 'none' || currencyOf(stated) === '') return undefined;
  const addends = figures.slice(0, figures.indexOf(stated));
  const rest = (f: Figure): string =>
    f.unit.factors
      .filter((u) => u.atom.kind !== 'currency')
      .map((u) => u.atom.name)
      .join(' ');
  const alike = addends.every(
    (f) =>
      currencyOf(f) === currencyOf(stated) &&
      f.bound === 'none' &&
      f.perCount === 1 &&
      rest(f) === rest(addends[0] ?? f),
  );
  if (
    !alike ||
    addends.length < 2 ||
    (rest(stated) !== rest(addends[0] ?? stated) && rest(stated) !== '' && rest(addends[0] ?? stated) !== '')
  ) {
    return undefined;
  }
  // an enumeration: commas, `and`, `plus` and a few words between
  const joined = addends.every((f, i) => {
    const next = addends[i + 1];
    return (
      next === undefined ||
      /,|，|、|(?<!\p{L})and(?!\p{L})|(?<!\p{L})plus(?!\p{L})|\+|(?<!\p{L})und(?!\p{L})|(?<!\p{L})et(?!\p{L})|(?<!\p{L})y(?!\p{L})|(?<!\p{L})e(?!\p{L})|(?<!\p{L})ve(?!\p{L})|(?<!\p{L})и(?!\p{L})|和/u.test(
        text.slice(f.end, next.start),
      )
    );
  });
  if (
    !joined ||
    /(?<!\p{L})(?:from|instead|than|saves?|saving|vs|or|oder|ou)(?!\p{L})/iu.test(
      text.slice(from, stated.start),
    )
  )
    return undefined;
  return claimOf(
    stated,
    addends,
    (end) => addends.reduce((n, f) => n + f[end], 0),
    addends.map(said).join(' + '),
  );
}

const comesTo =
  /^[\s*_`,()]*(?:(?:so|that|this|which|it|also|das|dies|cela|soit|ce qui|eso|isso|ou seja|bu)\s+)*(?:comes? to|amounts? to|adds? up to|is|are|makes?|costs?|totals?|gives?|that['’]s|ergibt|ergeben|macht|sind|ist|kostet|fait|font|soit|représente|son|es|suma|cuesta|equivale a|são|dá|soma|eder|tutar|yapar|составляет|это)\s+(?:about |around |roughly |only |just |rund |etwa |environ |unos |cerca de |yaklaşık )?[~≈*_`]*$/iu;

/** `500 users at $3/user/month … $1,800/month`: three figures whose units multiply. */
function productIn(text: string, figures: readonly Figure[], isAlone: boolean): Claim | undefined {
  const [a, b, stated] = figures;
  if (a === undefined || b === undefined || stated === undefined) return undefined;
  // among more figures, the words have to say that the third is what the first two come to
  if (!isAlone && !comesTo.test(text.slice(b.end, stated.start))) return undefined;
  if ([a, b, stated].some((f) => f.bound !== 'none' || f.times || f.unit.factors.length === 0))
    return undefined;
  if (currencyOf(stated) === '' || (currencyOf(a) === '') === (currencyOf(b) === '')) return undefined;
  // a second price is no amount
  if (stated.perCount !== 1 || stated.unit.factors.some((f) => f.power < 0 && f.atom.kind === 'data'))
    return undefined;
  const priced = currencyOf(a) === '' ? b : a;
  const count = priced === a ? b : a;
  // a price is for what is counted: users, minutes, gigabytes
  const counts = (name: string): boolean => count.unit.factors.some((f) => f.atom.name === name);
  if (!priced.unit.factors.some((f) => f.power < 0 && (f.atom.kind === 'count' || counts(f.atom.name))))
    return undefined;
  const unit = multiply(a.unit, b.unit);
  const cancelled = unit.factors.every((f) => f.atom.kind !== 'count');
  const timeless = stated.unit.factors.every((f) => f.atom.kind === 'currency');
  const priceTimeless = unit.factors.every((f) => f.atom.kind === 'currency');
  if (!cancelled || (unit.key !== stated.unit.key && !timeless && !priceTimeless)) return undefined;
  // a comparison or a saving is something else
  if (
    /(?<!\p{L})(?:from|instead|than|saves?|saving|vs|or|up to|oder|ou|free|first|discount)(?!\p{L})/iu.test(
      text.slice(a.start, stated.start),
    )
  )
    return undefined;
  const value = (end: 'low' | 'high'): number =>
    figureValue(count, end).value * figureValue(priced, end).value;
  const claim = claimOf(stated, [a, b], value, `${said(count)} × ${said(priced)}`);
  return claim.verdict === 'wrong' ? { ...claim, confidence: claim.confidence - 0.05 } : claim;
}

const leadsTo =
  /^[\s*_`,]*(?:\p{L}+[\s,]+){0,3}?(?:would\s+)?(?:results? in|comes? to|amounts? to|works? out (?:to|at)|makes?|costs?|gives?|ergibt|macht|kostet|fait|donne|coûte|son|cuesta|da|resulta en|custa|dá|resulta em|eder|tutar|составляет|стоит)\s+(?:a |an |total |costs? of |kosten von |un coût de |un coste de |un costo de |um custo de |about |around |roughly |only )*[~≈*_`]*$/iu;

/** `We pay for 4,700,000. At $0.02 per 100,000 requests this results in a cost of $0.94.` */
function pricedIn(text: string, [count, price, stated]: readonly Figure[]): Claim | undefined {
  if (count === undefined || price === undefined || stated === undefined) return undefined;
  if (price.perCount < 2 || currencyOf(price) === '' || currencyOf(stated) !== currencyOf(price))
    return undefined;
  if (!isAmount(stated) || [count, price, stated].some((f) => f.bound !== 'none' || f.low < f.high))
    return undefined;
  const isCount = count.unit.factors.every((f) => f.atom.kind === 'count' && f.power === 1) && !count.name;
  // far fewer than a price is for are one of them, or something else
  if (!isCount || count.high < price.perCount) return undefined;
  const [before, between] = [text.slice(count.end, price.start), text.slice(price.end, stated.start)];
  if (before.length > longestGap || between.length > longestGap || /[.!?]\s/.test(between)) return undefined;
  if (!/(?<!\p{L})(?:at|for|zu|bei|für|à|pour|a|por|para)[\s*_`]*$/iu.test(before) || !leadsTo.test(between))
    return undefined;
  const value = (): number => figureValue(count, 'high').value * figureValue(price, 'high').value;
  return claimOf(stated, [count, price], value, `${said(count)} × ${said(price)}`);
}

const longestGap = 60;

function claimOf(
  stated: Figure,
  operands: readonly Figure[],
  value: (end: 'low' | 'high') => number,
  working: string,
): Claim {
  const room = operands.reduce((n, f) => n + (f.whole ? 0 : f.step / 2), 0);
  const spread = (v: number): { low: number; high: number } => ({ low: v - room, high: v + room });
  const [low, high] = [value('low'), value('high')];
  const fits = fitOf(stated, 'low', low, spread(low)).fits && fitOf(stated, 'high', high, spread(high)).fits;
  const recomputed = { low: Math.min(low, high), high: Math.max(low, high) };
  const loose = stated.about || operands.some((f) => f.about);
  const off = Math.abs(stated.high - high) / Math.max(stated.high, high);
  return recomputedClaim({
    kind: 'equation',
    stated,
    operands,
    fits,
    recomputed,
    working,
    confidence: loose && off < 0.15 ? 0.4 : 0.8,
  });
}
