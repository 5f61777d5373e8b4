// The same thing costed twice, in lists of two sections: `Parrot LLM` … `9.4M tokens/month` … `Cost: ~$200–300/month`, and elsewhere
// `Parrot LLM` … `9.4M tokens/month` … `Total: $150/month`. Only where both say the same usage, so that nothing else can differ.

import { periodOf } from '../../judge/calendar.ts';
import { pushTo } from '../../lists.ts';
import { likeFigure, said } from '../../print.ts';
import type { Claim, Figure, Heading, Passage } from '../../types.ts';
import { isPlainAmount } from '../content/amounts.ts';
import { wordsOf } from '../content/facts.ts';
import type { FiguresOf } from '../content/grid.ts';
import { currencyOf } from '../content/ledger.ts';
import { comparedClaim } from '../content/recomputed.ts';
import type { Spoken } from '../content/spoken.ts';
import { saysCost } from '../content/titles.ts';

/** What a list says under one name. */
interface Costing {
  readonly costs: Figure[];
  /** `9400000 token month`: what it is used for. */
  readonly usage: Set<string>;
}

const longest = 160;
const mostWords = 5;
/** Ranges that come this near to each other may be the same. */
const apart = 0.1;

export function costedTwiceIn(spoken: readonly Spoken[], figuresOf: FiguresOf): readonly Claim[] {
  const names = new Map<string, Map<Heading | undefined, Costing>>();
  for (const place of spoken) {
    const name = nameOf(place.path);
    if (name === undefined || place.passage.text.length > longest) continue;
    const sections = names.get(name) ?? new Map<Heading | undefined, Costing>();
    names.set(name, sections);
    const costing = sections.get(place.under) ?? { costs: [], usage: new Set<string>() };
    sections.set(place.under, costing);
    note(costing, place.passage, figuresOf);
  }
  return [...names.values()].flatMap((sections) =>
    sections.size < 2 ? [] : claimsOf([...sections.values()]),
  );
}

/** The innermost line above that is a name: capital letters in it, and no amount's own label. */
function nameOf(path: readonly Passage[]): string | undefined {
  const labels = path.map((p) => p.text.split(/[:：]/)[0] ?? '');
  const label = labels.findLast((l) => /\p{Lu}/u.test(l) && !saysCost.test(l) && !estimate.test(l));
  const words = label === undefined ? [] : wordsOf(label.replace(/\([^()]*\)/g, ' '));
  return words.length === 0 || words.length > mostWords ? undefined : words.join(' ');
}

const estimate =
  /^[^\p{L}]*(?:estimate[ds]?|assumption|usage|schätzung|annahme|nutzung|estimation|hypothèse|estimación|estimativa|uso|tahmin|оценка)(?!\p{L})/iu;

function note({ costs, usage }: Costing, passage: Passage, figuresOf: FiguresOf): void {
  const figures = figuresOf(passage).filter((f) => !f.name);
  const [first] = figures;
  if (first === undefined) return;
  for (const { unit, low, high, bound } of figures) {
    const isUse = unit.factors.some((f) => f.atom.kind === 'count' || f.atom.kind === 'data');
    // a rate in a time says how much is used; a count alone may be anything
    if (
      isUse &&
      currencyOf({ ...first, unit }) === '' &&
      periodOf(unit) !== '' &&
      low === high &&
      bound === 'none'
    )
      usage.add(`${low} ${unit.key}`);
  }
  if (!saysCost.test(passage.text.slice(0, first.start))) return;
  for (const figure of figures) {
    if (
      currencyOf(figure) !== '' &&
      isPlainAmount(figure) &&
      periodOf(figure.unit) !== '' &&
      figure.bound === 'none'
    )
      costs.push(figure);
  }
}

function claimsOf(costings: readonly Costing[]): readonly Claim[] {
  const byMeasure = new Map<string, { readonly figure: Figure; readonly costing: Costing }[]>();
  for (const costing of costings) {
    for (const figure of costing.costs)
      pushTo(byMeasure, `${currencyOf(figure)} ${periodOf(figure.unit)}`, { figure, costing });
  }
  return [...byMeasure.values()].flatMap(([a, b, ...more]): readonly Claim[] => {
    if (a === undefined || b === undefined || more.length > 0 || a.costing === b.costing) return [];
    if (![...a.costing.usage].some((u) => b.costing.usage.has(u))) return [];
    // of the two, the one that is only estimated
    const [stated, other] = b.figure.about && !a.figure.about ? [b.figure, a.figure] : [a.figure, b.figure];
    return [
      comparedClaim({
        kind: 'repeated',
        stated,
        other,
        fits: stated.low <= other.high * (1 + apart) && other.low <= stated.high * (1 + apart),
        message: `for the same usage it is ${likeFigure(other, stated)} elsewhere, not ${said(stated)}`,
        confidence: 0.74,
      }),
    ];
  });
}
