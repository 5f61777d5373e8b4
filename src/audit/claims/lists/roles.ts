// Short lists whose lines play known parts: what is earned, what it costs and what is left; what is paid now, what would be paid
// and what that saves; an amount, its tax, and both. Each part is told by the words of its label, and taken only where the list
// has it once.

import { periodOf } from '../../judge/calendar.ts';
import { fitOf } from '../../judge/compare.ts';
import { said } from '../../print.ts';
import type { Claim, Figure } from '../../types.ts';
import { isAmount } from '../content/amounts.ts';
import { type Grid, isDuration, isShare, periodOfText } from '../content/grid.ts';
import { currencyOf, type Entry } from '../content/ledger.ts';
import { recomputedClaim } from '../content/recomputed.ts';

export type Role =
  | 'now'
  | 'new'
  | 'saving'
  | 'revenue'
  | 'cost'
  | 'profit'
  | 'margin'
  | 'net'
  | 'tax'
  | 'gross';

export const roles: Readonly<Record<Role, RegExp>> = {
  now: /^(?:current|vecchio|attuale|oud\p{L}*|huidig\p{L}*|existing|before|today|old|on-?demand|aktuell\p{L}*|bisher\p{L}*|vorher|heute|ist|actuel\p{L}*|avant|actual|antes|atual|mevcut|önce|şu an\p{L}*|текущ\p{L}*|сейчас|до)(?!\p{L})|^(?:coûts?|costos?|costes?|custos?)\s+(?:actuels?|actual(?:es)?|atua(?:l|is))(?!\p{L})|^(?:当前|目前|原|現在|現行)/iu,
  new: /^(?:new|now|nuovo|nieuw\p{L}*|proposed|after|jetzt|maintenant|ahora|agora|şimdi|target|optimi[sz]ed|future|neu\p{L}*|nachher|künftig\p{L}*|geplant\p{L}*|optimiert\p{L}*|nouveau\p{L}*|après|optimisé\p{L}*|proposé\p{L}*|nuevo|propuesto|después|optimizado|novo|proposto|depois|otimizado|yeni|sonra|önerilen|нов\p{L}*|после|предлагаем\p{L}*)(?!\p{L})|^(?:coûts?|costos?|costes?|custos?)\s+(?:nouveaux?|optimisés?|proposés?|nuevos?|propuestos?|optimizados?|novos?|propostos?|otimizados?)(?!\p{L})|^(?:优化后|新|改善後|移行後)/iu,
  saving:
    /^(?:(?:net|total|monthly|annual|yearly|estimated|expected)\s+)?(?:savings?|reduction|ersparnis|einsparung|économies?|réduction|ahorros?|economia|redução|risparmio|besparing|tasarruf|экономия)(?!\p{L})|^(?:节省|节约|節約|削減)/iu,
  revenue:
    /^net gelir(?!\p{L})|^(?:(?:gross|total|monthly|annual)\s+)?(?:revenue|income|sales|ricavi|entrate|fatturato|omzet|(?:selling |sale )?price|umsatz|verkaufspreis|einnahmen|erlöse?|revenus?|chiffre d['’]affaires|recettes|ingresos?|ventas|precio de venta|receitas?|faturamento|preço de venda|gelir|ciro|выручка|доходы?)(?!\p{L})|^(?:收入|营收|売上)/iu,
  cost: /^total\s+(?:\p{L}+\s+){1,2}(?:costs?|expenses)$|^(?:(?:total|monthly|annual|operating|infrastructure)\s+)?(?:costs?|expenses|spend|\p{L}*kosten|ausgaben|coûts?|dépenses|costos?|costes?|gastos|custos?|despesas|maliyet|giderler?|расходы|затраты|стоимость)(?!\p{L})|^(?:成本|费用|支出|費用|コスト)/iu,
  profit:
    /^(?:(?:net|gross|monthly|annual|operating|contribution)\s+)?(?:profit|contribution|(?<=net )(?:cash ?flow|benefit|revenue|gain)|cash ?flow|surplus|gewinn|überschuss|excédent|fluxo de caixa|flujo de caja|utile|guadagno|winst|bénéfice|profit|ganancia|beneficio|utilidad|lucro|k[aâ]r|прибыль)(?!\p{L}| margin)|^(?:利润|利益|毛利(?!率))/iu,
  margin:
    /^(?:(?:net|gross|profit|operating)\s+)?(?:margin|profit margin|marge|margen|margem|kâr marjı|marj|рентабельность|маржа)(?!\p{L})|^(?:利润率|毛利率|利益率)/iu,
  net: /^(?:net(?: (?:amount|total|price|cost))?|netto(?:betrag|preis|summe|kosten)?|subtotal|zwischensumme|sous-total|(?:montant|total) ht|base imponible|ara toplam|без ндс|小计|税前|小計|税抜)$/iu,
  tax: /^(?:vat|gst|tax|sales tax|mwst|ust|mehrwertsteuer|umsatzsteuer|tva|iva|kdv|ндс)(?!\p{L})|^(?:增值税|税额|消費税)/iu,
  gross:
    /^(?:gross(?: amount| total| price)?|brutto\p{L}*|(?:montant|total) ttc|bruto|total (?:con|com|incl\.?|including|with) (?:iva|vat|tax)|genel toplam|с ндс)(?!\p{L})|^(?:含税|税込)/iu,
};

interface Part {
  readonly role: Role;
  readonly figure: Figure;
  readonly label: string;
}

export interface Rule {
  readonly target: Role;
  readonly from: readonly Role[];
  readonly isShare: boolean;
  readonly values: (operands: readonly number[]) => readonly number[];
  readonly working: (operands: readonly string[]) => string;
}

const difference = {
  isShare: false,
  values: ([a = 0, b = 0]: readonly number[]) => [a - b],
  working: ([a = '', b = '']: readonly string[]) => `${a} − ${b}`,
};

const rules: readonly Rule[] = [
  { target: 'saving', from: ['now', 'new'], ...difference },
  {
    target: 'saving',
    from: ['now', 'new'],
    isShare: true,
    values: ([a = 0, b = 0]) => [(1 - b / a) * 100],
    working: ([a = '', b = '']) => `1 − ${b} / ${a}`,
  },
  { target: 'profit', from: ['revenue', 'cost'], ...difference },
  { target: 'margin', from: ['revenue', 'cost'], ...difference },
  {
    target: 'margin',
    from: ['revenue', 'cost'],
    isShare: true,
    // of what is earned, or on what is spent
    values: ([a = 0, b = 0]) => [(1 - b / a) * 100, (a / b - 1) * 100],
    working: ([a = '', b = '']) => `1 − ${b} / ${a}`,
  },
  {
    target: 'margin',
    from: ['revenue', 'profit'],
    isShare: true,
    values: ([a = 0, b = 0]) => [(b / a) * 100],
    working: ([a = '', b = '']) => `${b} / ${a}`,
  },
  {
    target: 'gross',
    from: ['net', 'tax'],
    isShare: false,
    values: ([a = 0, b = 0]) => [a + b],
    working: ([a = '', b = '']) => `${a} + ${b}`,
  },
];

/** More lines are no list that a person reads as one calculation. */
const mostLines = 12;

export function rolesIn(entries: readonly (Entry | undefined)[]): readonly Claim[] {
  return listsOf(entries).flatMap((list) => {
    const parts = list.flatMap((entry) => partsOf(entry));
    return [...byAnyRule(parts, list), ...list.flatMap((entry) => taxIn(entry, parts, list))];
  });
}

/** What comes out by one rule need not come out by another. */
function byAnyRule(parts: readonly Part[], list: readonly Entry[]): readonly Claim[] {
  const claims = rules.flatMap((rule) => judged(rule, parts, list));
  const right = new Set(claims.filter((c) => c.verdict === 'right').map((c) => c.stated));
  return claims.filter((c) => c.verdict === 'right' || !right.has(c.stated));
}

/** The same for the rows of a table, in each column of its amounts. */
export function rolesInGrid({ rows, columns, under }: Grid): readonly Claim[] {
  if (rows.length < 3 || rows.length > mostLines) return [];
  return columns
    .filter((c) => c.index > 0 && c.hasMoney)
    .flatMap(({ index }) => {
      const list = rows.flatMap(({ label, kind, cells }): Entry[] => {
        const { figure, passage } = cells[index] ?? {};
        if (figure === undefined || passage === undefined) return [];
        return [{ label, kind, figures: [figure], passage, depth: 0, under }];
      });
      const parts = list.flatMap((entry) => partsOf(entry));
      return byAnyRule(parts, list);
    });
}

/** `Year 1:`, above the lines that are of it. */
function isLead({ passage, figures }: Entry): boolean {
  return /[:：][\s*_]*$/.test(passage.text) && !figures.some((f) => currencyOf(f) !== '' || isShare(f));
}

/** Lines in a row at one depth under one heading, or under one line that leads to them. */
export function listsOf(entries: readonly (Entry | undefined)[], least = 3): readonly (readonly Entry[])[] {
  const lists: Entry[][] = [];
  let list: Entry[] = [];
  for (const entry of [...entries, undefined]) {
    const last = list.at(-1);
    if (
      entry !== undefined &&
      !isLead(entry) &&
      (last === undefined || (last.depth === entry.depth && last.under === entry.under))
    ) {
      list.push(entry);
      continue;
    }
    if (list.length >= least && list.length <= mostLines) lists.push(list);
    list = entry === undefined || isLead(entry) ? [] : [entry];
  }
  return lists;
}

/** The parts of one line: a saving may be told in money and in percent. */
function partsOf({ label, figures, passage }: Entry): readonly Part[] {
  const text = label.replace(/^[^\p{L}\p{N}]+/u, '').trim();
  const found = (Object.keys(roles) as Role[]).filter((role) => roles[role].test(text));
  // `Coût actuel` is both a cost and what is paid now, and `Gross profit` no amount with its tax
  const [role, ...more] = found.length > 1 ? found.filter((r) => r !== 'cost' && r !== 'gross') : found;
  if (role === undefined || more.length > 0 || text.split(/\s+/).length > 5) return [];
  // a calculation is checked where it stands, and what it comes to is the part
  const result = resultOf(passage.text, figures);
  if (result === undefined && /[×*÷=≈→]/.test(passage.text)) return [];
  const money = figures.filter(
    (f) => currencyOf(f) !== '' && isAmount(f) && (result === undefined || f === result),
  );
  const shares = figures.filter(isShare);
  if (figures.some((f) => isDuration(f)) || money.length > 1 || shares.length > 1) return [];
  return [...money, ...(role === 'tax' ? [] : shares)].map((figure) => ({ role, figure, label: text }));
}

/** The last figure, right behind the equals sign: of a chain, the last one. */
export function resultOf(text: string, figures: readonly Figure[]): Figure | undefined {
  const last = figures.at(-1);
  if (last === undefined || figures.length < 2) return undefined;
  // `a = 5, b = 6` are two
  if (/[,;]\s|\p{L}{5}/u.test(text.slice(text.indexOf('='), text.lastIndexOf('=')))) return undefined;
  return /=[\s*_~≈]*$/.test(text.slice(0, last.start)) ? last : undefined;
}

function only(parts: readonly Part[], role: Role, inPercent: boolean): Part | undefined {
  const found = parts.filter((p) => p.role === role && isShare(p.figure) === inPercent);
  return found.length === 1 ? found[0] : undefined;
}

export function periodIn({ figure, label }: Pick<Part, 'figure' | 'label'>): string {
  const own = periodOf(figure.unit);
  return own === '' ? periodOfText(label).period : own;
}

function judged(rule: Rule, parts: readonly Part[], list: readonly Entry[]): readonly Claim[] {
  const target = only(parts, rule.target, rule.isShare);
  const operands = rule.from.map((role) => only(parts, role, false)).filter((p) => p !== undefined);
  if (target === undefined || operands.length !== rule.from.length) return [];
  const all = rule.isShare ? operands : [...operands, target];
  const [first] = operands;
  if (first === undefined) return [];
  if (all.some((p) => currencyOf(p.figure) !== currencyOf(first.figure))) return [];
  const periods = new Set(all.map(periodIn).filter((p) => p !== ''));
  if (periods.size > 1) return [];
  const figures = operands.map((p) => p.figure);
  const claim = ruleClaim(target.figure, figures, rule);
  if (claim === undefined) return [];
  // another amount in front of it may belong to it
  const before = list.slice(
    0,
    list.findIndex((e) => e.figures.includes(target.figure)),
  );
  // what comes before the net amount is in it, and what follows from the two is no third one
  const from =
    rule.target === 'gross' ? before.findIndex((e) => e.figures.some((f) => figures.includes(f))) : 0;
  const derived = parts.filter((p) => rules.some((r) => r.target === p.role)).map((p) => p.figure);
  const others = before
    .slice(from)
    .some(
      (e) =>
        !e.figures.some((f) => figures.includes(f) || derived.includes(f)) &&
        e.figures.some((f) => currencyOf(f) !== ''),
    );
  // and what has a calculation of its own is judged by that
  const isReckoned = /[×*÷=]/.test(target.figure.passage.text);
  return (others || isReckoned) && claim.verdict === 'wrong' ? [] : [claim];
}

/** `VAT (19%): $190` beside the net amount. */
function taxIn(
  { label, figures, passage }: Entry,
  parts: readonly Part[],
  list: readonly Entry[],
): readonly Claim[] {
  if (!roles.tax.test(label)) return [];
  const rate = figures.find(isShare);
  const amounts = figures.filter((f) => currencyOf(f) !== '');
  const [stated] = amounts;
  const net = only(parts, 'net', false);
  if (rate === undefined || stated === undefined || net === undefined || amounts.length !== 1) return [];
  if (currencyOf(net.figure) !== currencyOf(stated) || /[×*÷=≈→]/.test(passage.text)) return [];
  const of = (base: Figure): Claim | undefined =>
    ruleClaim(stated, [base], {
      target: 'tax',
      from: ['net'],
      isShare: false,
      // on top, or included
      values: ([a = 0]) => [(a * rate.high) / 100, (a * rate.high) / (100 + rate.high)],
      working: ([a = '']) => `${said(rate)} of ${a}`,
    });
  const claims = [net.figure, ...list.flatMap((e) => e.figures)]
    .filter((f) => f !== stated && currencyOf(f) === currencyOf(stated))
    .flatMap((f) => of(f) ?? []);
  const best = claims.find((c) => c.verdict === 'right') ?? claims[0];
  return best === undefined ? [] : [best];
}

/** A figure that should come out by a rule of its list. */
export function ruleClaim(stated: Figure, operands: readonly Figure[], rule: Rule): Claim | undefined {
  if (stated.bound !== 'none') return undefined;
  const at = (end: 'low' | 'high'): readonly number[] => rule.values(operands.map((f) => f[end]));
  const room = rule.isShare ? 0.5 : operands.reduce((n, f) => n + (f.whole ? 0 : f.step / 2), 0);
  const ends = (['low', 'high'] as const).map((end) =>
    at(end).some((value) => {
      const near = [value, Math.abs(value)];
      return near.some((v) => fitOf(stated, end, v, { low: v - room, high: v + room }).fits);
    }),
  );
  const ranged = [stated, ...operands].some((f) => f.low < f.high);
  const fits = ends.every((e) => e);
  // of ranges, which ends belong together is not said
  if (!fits && ranged) return undefined;
  const value = at('high')[0] ?? 0;
  if (!Number.isFinite(value)) return undefined;
  const loose = stated.about || operands.some((f) => f.about);
  const off = Math.abs(stated.high - value) / Math.max(Math.abs(stated.high), Math.abs(value), 1e-9);
  return recomputedClaim({
    kind: rule.target === 'gross' ? 'total' : rule.target === 'tax' ? 'share' : 'saving',
    stated,
    operands,
    fits,
    recomputed: { low: value, high: value },
    working: rule.working(operands.map(said)),
    confidence: loose && off < 0.15 ? 0.4 : 0.8,
  });
}
