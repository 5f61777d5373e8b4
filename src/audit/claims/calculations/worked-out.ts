// An amount, and behind it in parentheses how it came about: `$919.80 (3 × $0.42 × 730)`.

import { hasCurrency } from '../../../quantity/unit.ts';
import type { Claim, Figure } from '../../types.ts';
import { isShare } from '../content/grid.ts';
import { isRatio, judge } from './equation-sides.ts';
import type { Expression, Side } from './expression.ts';
import { sideAfter } from './sides.ts';
import type { Token } from './tokens.ts';

/** `$919.80 (3 × $0.42 × 730)`: an amount, and in parentheses how it came about. */
export function worked(text: string, tokens: readonly Token[], open: number): Claim | undefined {
  const side = sideAfter(tokens, open);
  if (side === undefined || side.operators === 0) return undefined;
  const before = figureBefore(tokens, open, isRatio(side) ? 9 : 0);
  if (before === undefined || isCountOfPrice(before) || isPairOfPrices(side)) return undefined;
  const used = tokens.slice(open + 1).findIndex((t) => t.kind === 'close');
  const inner = tokens.slice(open + 1, open + 1 + used);
  if (used === -1 || inner.filter((t) => t.kind === 'figure').length !== side.figures.length)
    return undefined;
  if (inner.some((t) => t.kind === 'equals' || t.kind === 'colon')) return undefined;
  if (
    /^[\s(]*(?:vs|versus|statt|instead|was|au lieu|en vez|em vez)(?!\p{L})/iu.test(
      text.slice(tokens[open]?.start),
    )
  )
    return undefined;
  const stated: Side = {
    expression: { kind: 'figure', figure: before },
    operators: 0,
    figures: [before],
    words: 0,
  };
  const hasRemark = inner.some((t) => t.kind === 'stop');
  const bothMoney = [stated, side].every((s) => s.figures.some((f) => hasCurrency(f.unit)));
  // `60% ($0.06 / $0.10)`, `8 months ($4,000 / $500)`
  const ratio = isRatio(side) && before.unit.factors.every((u) => u.atom.kind !== 'currency');
  // `500 messages (10 × 50)`, `€0.70 (7 × 0.1)`
  const counted =
    (!bothMoney || hasRemark) && isProduct(side.expression) && [before, ...side.figures].every(isPlain);
  if (!counted && (hasRemark || (!bothMoney && !ratio))) return undefined;
  const outcome = judge(side, stated);
  if (outcome === undefined || !('verdict' in outcome)) return undefined;
  if (!counted && !ratio) return outcome;
  if (outcome.verdict === 'right') return outcome;
  return isSlipOf(outcome) ? { ...outcome, confidence: 0.75 } : undefined;
}

function isProduct(expression: Expression): boolean {
  if (expression.kind !== 'operation') return expression.kind === 'figure';
  return expression.sign === '*' && isProduct(expression.left) && isProduct(expression.right);
}

/** A number that is no share and no bound, and that its digits say. */
function isPlain(figure: Figure): boolean {
  return figure.low === figure.high && figure.bound === 'none' && !figure.name && !isShare(figure);
}

/**
 * A slash stands between two prices as often as it divides: `50% off ($1.50 / $7.50)`. Only what is near was reckoned, or is said to
 * be so many times.
 */
function isSlipOf({ stated, recomputed }: Claim): boolean {
  if (stated.times || timesWord.test(stated.noun)) return true;
  return Math.abs(stated.high / recomputed.high - 1) < mostOfRatio;
}

const mostOfRatio = 0.3;
const timesWord = /^(?:times|mal|fois|veces|vezes|volte|kat|раза?)$/;

/** `$32 per 1M tokens ($4 text / $16 audio)`: so many are what a price is for. */
function isCountOfPrice({ passage, start }: Figure): boolean {
  return /(?:\/|(?<!\p{L})(?:per|pro|par|por|je))\s*$/iu.test(
    passage.text.slice(Math.max(0, start - 8), start),
  );
}

/** `Gamma 2 ($0.25/$1.25 per 1M tokens)`: what goes in, and what comes out, for so many each. */
function isPairOfPrices(side: Side): boolean {
  const last = side.figures.at(-1);
  return isRatio(side) && last !== undefined && last.perCount > 1;
}

/** The figure in front of a parenthesis; of a share, `13% of the total (…)`, with a few words between. */
function figureBefore(tokens: readonly Token[], open: number, mostWords: number): Figure | undefined {
  let at = open - 1;
  while (tokens[at]?.kind === 'words' && open - 1 - at < mostWords) at -= 1;
  const token = tokens[at];
  if (token?.kind !== 'figure') return undefined;
  return at === open - 1 || isShare(token.figure) ? token.figure : undefined;
}
