import type { Claim, Passage } from '../../types.ts';
import {
  type Comparison,
  forCase,
  isNear,
  namedIn,
  type Option,
  optionNamed,
} from '../content/comparisons.ts';
import type { FiguresOf } from '../content/grid.ts';
import type { NamesOf } from '../content/names.ts';
import { sizesIn, sizesOf } from '../content/sizes.ts';
import { type Spoken, sectionSizes } from '../content/spoken.ts';
import { superlativeClaim } from './superlative.ts';

const declared =
  /^[^\p{L}]*(?:(?:cost|price|tco|overall cost|kosten|preis|coût|prix|costo|coste|precio|custo|preço|maliyet|fiyat)[\s-]+)?(?:winner|sieger|gewinner|kostensieger|gagnant|vainqueur|ganador|vencedor|kazanan|победитель|赢家|优胜|胜者|勝者)\s*[:：–—-]\s*(.+)$/iu;
const wins =
  /^(.{2,60}?)\s*(?:(?:still|clearly|easily|also|again|barely|narrowly|immer noch|klar|knapp|toujours|encore|sigue|aún|ainda|hâlâ|yine|всё ещё|всё равно|仍然|依然)\s+)?(?:wins?|gewinnt|l['’]emporte|gagne|gana|vence|ganha|kazanıyor|kazanır|выигрывает|побеждает|胜出|获胜)(?!\p{L})\s*(.*)$/iu;
/** What may follow `wins` where it is about the cost of a case: the case, the cost, or nothing. */
const aboutCost =
  /^[\s*_]*(?:$|[.!(]|(?:at|for|with|bei|mit|à|pour|avec|con|para|a|com|em|при)\s+(?:~?\d|this scale|cost|price)|(?:on|by|in|auf|beim?|sur|en|no|по)\s+(?:(?:total|the|overall)\s+)?(?:cost|price|tco|kosten|preis|coût|prix|costo|precio|custo|preço|цен|стоимост))/iu;
const why =
  /^[^\p{L}]*(?:why|warum|pourquoi|por ?qu[eé]|neden|почему)\s+.{2,60}(?:wins?|gewinnt|gagne|gana|vence|ganha|kazan\p{L}+|выигрывает|побеждает|winner|sieger|winning)(?!\p{L}).{0,30}$/iu;
/** A reason that is one of cost. */
const costReason =
  /(?<!\p{L})(?:cheap\p{L}*|sav(?:es?|ings?)|(?:lower|less|reduced|fewer)\s+(?:\p{L}+\s+){0,3}(?:costs?|prices?|bills?|spend|tco)|günstig\p{L}*|billig\p{L}*|spart|niedriger\p{L}* (?:\p{L}*kosten|preise?)|moins ch\p{L}+|économ\p{L}+|coûts? (?:plus bas|réduit\p{L}*|inférieur\p{L}*)|más barat\p{L}+|ahorr\p{L}+|menor(?:es)? (?:costos?|costes?|custos?|preços?)|mais barat\p{L}+|economiza|daha ucuz|tasarruf|дешевле|экономи\p{L}+)(?!\p{L})/iu;
const otherwise =
  /(?<!\p{L})(?:if|when|unless|once|until|performance|quality|feature|flexib|simpl|control|reliab|scalab|security|support|latency|speed|overall|value|practical|long[- ]term|eventually|not|no longer|never|tie|wenn|falls|leistung|qualität|si|lorsque|qualité|rendimiento|calidad|se|desempenho|qualidade|eğer|performans|если|качеств)\p{L}*|性能|质量|品質|如果/iu;

export function winnersIn(
  spoken: readonly Spoken[],
  comparisons: readonly Comparison[],
  names: NamesOf,
  figuresOf: FiguresOf,
): readonly Claim[] {
  const cost = comparisons.filter((c) => c.isOnlyCost);
  if (cost.length === 0) return [];
  const withCost = new Set(spoken.flatMap((s) => (costReason.test(s.passage.text) ? [s.lead] : [])));
  const cases = sectionSizes(spoken, figuresOf);
  /** `Why A wins:` above a list in which the cost is a reason. */
  const explained = ({ passage, kind }: Spoken): Named | undefined => {
    const isMeant = kind !== 'heading' && why.test(passage.text) && withCost.has(passage);
    const words = isMeant ? namedIn(passage.text, cost, names) : [];
    return words.length === 0 ? undefined : { words, confidence: 0.74 };
  };
  return spoken.flatMap((place): Claim[] => {
    const { passage } = place;
    if (passage.text.length > longest) return [];
    const named = nameIn(passage.text, place.kind === 'heading', cost, names) ?? explained(place);
    if (named === undefined) return [];
    const own = sizesIn(passage, figuresOf);
    const sizes = own.length > 0 || !why.test(passage.text) ? own : (cases.get(place.under) ?? []);
    const held =
      sizes.length > 0
        ? forCase(cost, sizes)
        : forCase(nearest(place, cost), sizesOf(place.under, figuresOf));
    const judged = held.flatMap((c) => {
      const option = optionNamed(c, named.words);
      return option === undefined ? [] : [{ option, better: better(option, c) }];
    });
    const claim = claimOf(passage, judged, named.confidence);
    return claim === undefined ? [] : [claim];
  });
}

const longest = 160;

interface Named {
  readonly words: readonly string[];
  readonly confidence: number;
}

function nameIn(
  text: string,
  isHeading: boolean,
  comparisons: readonly Comparison[],
  names: NamesOf,
): Named | undefined {
  const winner = declared.exec(text)?.[1];
  if (winner !== undefined) {
    const [subject = '', ...rest] = winner.split(/[(,;–—]|\s-\s/);
    const words = namedIn(subject, comparisons, names);
    // a heading is followed by what it was won by
    const doubted = isHeading || otherwise.test(rest.join(' ')) || otherwise.test(subject);
    return words.length === 0 ? undefined : { words, confidence: doubted ? 0.6 : 0.76 };
  }
  const match = wins.exec(text);
  if (match === null) return undefined;
  const [, subject = '', rest = ''] = match;
  const words = namedIn(subject, comparisons, names);
  if (words.length === 0 || otherwise.test(text) || !aboutCost.test(rest)) return undefined;
  // an amount beside it says what it wins by
  return { words, confidence: /\(.*\d/.test(rest) ? 0.76 : 0.6 };
}

/** The table in front of the words, in the same section, or else what the section holds. */
function nearest({ at, under }: Spoken, comparisons: readonly Comparison[]): readonly Comparison[] {
  const own = comparisons.filter((c) => c.under?.passage === under?.passage);
  const before = own.filter((c) => c.table < at);
  const last = Math.max(-1, ...before.map((c) => c.table));
  if (last >= 0) return before.filter((c) => c.table === last);
  if (own.length > 0) return own;
  const near = comparisons.filter((c) => isNear(c.under, under));
  // or the only ones that there are
  const isOne = comparisons.every(
    (c) => c.table === comparisons[0]?.table && c.under === comparisons[0]?.under,
  );
  return near.length === 0 && isOne ? comparisons : near;
}

/** Options that cost clearly less. */
function better(option: Option, { options }: Comparison): Option | undefined {
  const lower = options.filter((o) => o.figure.high < option.figure.low);
  return lower.reduce<Option | undefined>(
    (a, b) => (a === undefined || b.figure.high < a.figure.high ? b : a),
    undefined,
  );
}

interface Judged {
  readonly option: Option;
  readonly better: Option | undefined;
}

function claimOf(passage: Passage, judged: readonly Judged[], confidence: number): Claim | undefined {
  const [first] = judged;
  if (first === undefined) return undefined;
  const holds = judged.some((j) => j.better === undefined);
  const rival = first.better ?? first.option;
  const { figure } = first.option;
  return superlativeClaim(passage, figure, rival, { holds, rivalIs: 'lower', confidence });
}
