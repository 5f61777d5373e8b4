// What a document says of its whole cost in words, `In total we pay $1,200 a month`, `Cost per user: $0.60`, against its bill. Only
// where it has one bill whose total adds up: with several, which of them is meant is not said.

import { lengthsBetween, periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { likeFigure, numberLike, said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { isNear } from '../content/comparisons.ts';
import type { Fact } from '../content/facts.ts';
import { type FiguresOf, periodOfText } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import type { NamesOf } from '../content/names.ts';
import { type Size, sizesIn } from '../content/sizes.ts';
import type { Spoken } from '../content/spoken.ts';
import { isSummary } from './summary.ts';

const ofAll =
  /(?<!\p{L})(?:total|overall|altogether|in all|all-in|everything|whole|entire|gesamt\p{L}*|insgesamt|alles|total\p{L}*|ensemble|tout|en conjunto|ao todo|toplam\p{L}*|tüm|итого|всего|общ\p{L}*|суммарн\p{L}*)(?!\p{L})|总成本|总费用|总计|合计|共计|総額|合計|総費用/iu;
const costs =
  /(?<!\p{L})(?:costs?|spend\p{L}*|bill|expenses?|pay|come|amounts?|kost\p{L}*|ausgaben|betragen|coûts?|coûte|dépenses?|costos?|costes?|cuesta|gastos?|custos?|custa|despesas?|maliyet\p{L}*|gider\p{L}*|tutar|стоимост\p{L}*|расход\p{L}*|затрат\p{L}*|составля\p{L}*)(?!\p{L})|成本|费用|費用|コスト/iu;
const labelled =
  /^[^\p{L}]*(?:(?:total|overall|estimated|expected|projected|monthly|annual|yearly|infrastructure|running|gesamte?|monatliche|jährliche|aylık|yıllık|toplam|общая|общие|годовая|ежемесячная|年度?|月度?|每年|每月|年間|月額|总|総)\s*)*(?:costs?|total|spend|bill|kosten|coûts?|costos?|costes?|custos?|maliyet|стоимость|расходы|费用|成本|コスト|費用)(?:\s+(?:total|totale|annuel|mensuel|anual|mensual|mensal|annuo|annuale|mensile|estimado|estimé))*\s*(?:\([^)]*\)\s*)?[:：]\s*$/iu;
/** `That is $12,000 a year`, right under the bill. */
const thatIs =
  /(?<!\p{L})(?:(?:that|this|it)\s+(?:is|makes|comes to|adds up to|amounts to|equals|costs)|(?:das|dies)\s+(?:sind|ist|macht|ergibt|entspricht|kostet)|(?:cela|ceci)\s+(?:fait|représente|coûte)|soit|c['’]est|(?:eso|esto)\s+(?:es|son|suma|equivale a)|(?:isso|isto)\s+(?:é|são|soma|equivale a)|bu\s+da|это)(?!\p{L})|^即/iu;
/** Anything that makes it another amount than the bill's. */
const otherwise =
  /(?<!\p{L})(?:if|when|without|excl\p{L}*|excluding|incl\p{L}*|including|reserved|spot|commit\p{L}*|optimi[sz]\p{L}*|negotiat\p{L}*|discount\p{L}*|after|before|instead|plus|additional\p{L}*|extra|could|would|might|can|alternativ\p{L}*|sav\p{L}*|more|less|cheaper|lower|higher|than|vs|versus|only|revenue|profit|margin|budget|upfront|setup|deposit|credit|free|up|phase|stage|scenario|option|plan|variant|minimum|maximum|min|max|previous\p{L}*|current\p{L}*|today|wenn|ohne|exkl\p{L}*|inkl\p{L}*|nach|vor|statt|könnte|würde|spar\p{L}*|mehr|weniger|als|nur|rabatt|budget|bisher\p{L}*|aktuell\p{L}*|option|si|sans|hors|avec|après|avant|économ\p{L}*|moins|actuel\p{L}*|sin|después|antes|ahorr\p{L}*|más|menos|actual\p{L}*|sem|depois|economi\p{L}*|mais|atual\p{L}*|eğer|sonra|önce|tasarruf|daha|mevcut|если|без|после|до|эконом\p{L}*|больше|меньше|текущ\p{L}*)(?!\p{L})|如果|节省|节约|目前|当前|削減|現在/iu;

export interface WholeBill {
  readonly facts: readonly Fact[];
  readonly sums: ReadonlySet<Figure>;
}

export function bottomLinesIn(
  spoken: readonly Spoken[],
  { facts, sums }: WholeBill,
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly Claim[] {
  const bill = theBill(facts, sums);
  if (bill === undefined) return [];
  const rows = facts.filter((f) => f.source === bill.source);
  const parts = new Set(rows.flatMap((f) => f.words));
  const amounts = amountsIn(facts);
  const sizes = spoken.flatMap(({ passage }) => sizesIn(passage, figuresOf));
  return spoken.flatMap((place): readonly Claim[] => {
    const { passage, kind } = place;
    const { text } = passage;
    if (kind === 'heading' || kind === 'code' || text.length > longest || !/\d/.test(text)) return [];
    const money = figuresOf(passage).filter((f) => !f.name && currencyOf(f) !== '');
    const [stated] = money;
    if (stated === undefined || money.length !== 1 || currencyOf(stated) !== bill.currency) return [];
    if (stated === bill.figure || sums.has(stated) || stated.bound !== 'none' || /[×*÷=→+%]/.test(text))
      return [];
    const words = `${text.slice(0, stated.start)} ${text.slice(stated.end)}`;
    if (otherwise.test(words)) return [];
    if (names(words).some((w) => parts.has(w))) return partSaid(stated, text, rows, names);
    // said of something else that has this amount
    if ([...(amounts.get(stated.high) ?? [])].some((f) => f !== stated)) return [];
    // a label in another section is of what that section is about
    if (!ofAll.test(words) && !isNear(place.under, bill.under) && !isSummary(place.under)) return [];
    const isNext = place.at === bill.source + 1 && thatIs.test(words);
    const claim =
      perUnit(stated, words, isNext, bill, sizes, names) ?? whole(stated, text, words, isNext, bill);
    return claim === undefined ? [] : [claim];
  });
}

const longest = 160;

const says =
  /(?<!\p{L})(?:costs?|comes? to|accounts? for|kostet|kosten|coûte\p{L}*|cuesta\p{L}*|custa\p{L}*|tutuyor|tutar|стоит|обходится)[\s:~≈*_]*(?:about|around|roughly|only|just|etwa|rund|environ|unos|cerca de|yaklaşık|около)?[\s~≈*_]*$/iu;

/** `Storage costs $350 a month`, against its row. */
function partSaid(stated: Figure, text: string, bill: readonly Fact[], names: NamesOf): readonly Claim[] {
  const before = text.slice(0, stated.start);
  const verb = says.exec(before);
  const period = periodOf(stated.unit);
  if (verb === null || !isPlainAmount(stated) || period === '') return [];
  const subject = names(before.slice(0, verb.index)).join(' ');
  const rows = bill.filter((f) => f.kind === 'plain' && f.words.join(' ') === subject && f.period !== '');
  const [row] = rows;
  if (row === undefined || rows.some((r) => r.figure.low !== r.figure.high)) return [];
  const claims = rows.flatMap((r) => judged(stated, r, period, 1, said(r.figure), 0.74) ?? []);
  const best = claims.find((c) => c.verdict === 'right') ?? claims[0];
  return best === undefined ? [] : [best];
}

/** Where each amount is said; of a table, a list or a line, but not of a heading. */
function amountsIn(facts: readonly Fact[]): ReadonlyMap<number, ReadonlySet<Figure>> {
  const found = new Map<number, Set<Figure>>();
  for (const { figure, source } of facts) {
    if (source === -1) continue;
    const known = found.get(figure.high);
    if (known === undefined) found.set(figure.high, new Set([figure]));
    // two are enough: one of them is another
    else if (known.size < 2) known.add(figure);
  }
  return found;
}

/** The one total that adds up; the same amount twice is one. */
function theBill(facts: readonly Fact[], sums: ReadonlySet<Figure>): Fact | undefined {
  const totals = facts.filter((f) => sums.has(f.figure) && (f.kind === 'total' || f.kind === 'subtotal'));
  const tables = new Set(totals.map((f) => f.source));
  const monthly = totals.filter((f) => f.words.length === 0 && f.kind === 'total' && f.period !== '');
  const [first] = monthly;
  // where nothing is to pay, other amounts are about other things
  const isAmount = first !== undefined && first.figure.low === first.figure.high && first.figure.low > 0;
  return tables.size === 1 && isAmount ? first : undefined;
}

function whole(stated: Figure, text: string, words: string, isNext: boolean, bill: Fact): Claim | undefined {
  const before = text.slice(0, stated.start);
  const isLabelled = labelled.test(before);
  if (!isPlainAmount(stated) || (!isNext && !isLabelled && !(ofAll.test(words) && costs.test(words))))
    return undefined;
  const own = periodOf(stated.unit);
  const period = own === '' ? periodOfText(words).period : own;
  if (period === '') return undefined;
  return judged(stated, bill, period, 1, said(bill.figure), isLabelled ? 0.76 : 0.74);
}

/** `Cost per user: $0.60/month`, where the document speaks of one number of users. */
function perUnit(
  stated: Figure,
  words: string,
  isNext: boolean,
  bill: Fact,
  sizes: readonly Size[],
  names: NamesOf,
): Claim | undefined {
  const label =
    /(?:per|pro|par|por|na|на)\s+(\p{L}+)[^\p{L}]*$/iu.exec(words.split(/[:：]/)[0] ?? '')?.[1] ?? '';
  const each = /每\s*(?:位|个|個)?\s*(?:用户|用戶|人)/u.test(words) ? 'user' : undefined;
  const inUnit = stated.unit.factors.find((f) => f.power === -1 && f.atom.kind === 'count')?.atom.name;
  const noun = inUnit ?? each ?? names(label)[0];
  if (noun === undefined || stated.perCount !== 1 || !(isNext || costs.test(words))) return undefined;
  const counts = sizes.filter((s) => s.low === s.high && s.nouns.includes(noun));
  const [count] = counts;
  if (count === undefined || counts.some((c) => c.low !== count.low || c.nouns.join() !== count.nouns.join()))
    return undefined;
  const own = periodOf(stated.unit);
  const period = own === '' ? periodOfText(words).period || bill.period : own;
  return judged(
    stated,
    bill,
    period,
    1 / count.low,
    `${said(bill.figure)} / ${numberLike(count.low, stated)}`,
    0.76,
  );
}

function judged(
  stated: Figure,
  bill: Fact,
  period: string,
  scale: number,
  working: string,
  confidence: number,
): Claim | undefined {
  const lengths = lengthsBetween(period, bill.period);
  const [first] = lengths;
  if (first === undefined) return undefined;
  const fits = lengths.some((n) =>
    (['low', 'high'] as const).every((end) => {
      const value = bill.figure.high * n * scale;
      const room = Math.abs(value) * 0.01;
      const inside = stated.low <= value + room && stated.high >= value - room;
      return inside || fitOf(stated, end, value, { low: value - room, high: value + room }).fits;
    }),
  );
  const value = bill.figure.high * first * scale;
  const recomputed = { low: value, high: value };
  return {
    kind: scale === 1 ? 'repeated' : 'per-unit',
    stated,
    operands: [bill.figure],
    verdict: fits ? 'right' : 'wrong',
    recomputed,
    working,
    message: fits ? '' : `the bill gives ${likeFigure(recomputed, stated)} (${working}), not ${said(stated)}`,
    confidence: fits ? 1 : confidence,
  };
}
