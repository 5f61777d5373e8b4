// Equations in running text, in every spelling: `A × B = C`, `A × 12: C`, `C (A × B)`, chains, and two amounts that are said to
// be equal (`$0.315/hour = $226.80/month`).

import type { Claim, Figure } from '../../types.ts';
import { currencyOf } from '../content/ledger.ts';
import { compare, type Exchange, judge, type MixedSum } from './equation-sides.ts';
import type { Side } from './expression.ts';
import { sideAfter, sideBefore } from './sides.ts';
import { type Token, tokensOf } from './tokens.ts';
import { worked } from './worked-out.ts';

export interface Equations {
  readonly claims: readonly Claim[];
  readonly exchanges: readonly Exchange[];
  readonly mixed: readonly MixedSum[];
}

export function equationsIn(text: string, figures: readonly Figure[]): Equations {
  if (figures.length < 2 || !/[=≈≅＝:：→(（>⇒]/.test(text)) return { claims: [], exchanges: [], mixed: [] };
  const tokens = tokensOf(text, figures);
  const claims: Claim[] = [];
  const exchanges: Exchange[] = [];
  const mixed: MixedSum[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'equals' || token.kind === 'arrow' || token.kind === 'colon') {
      const left = sideBefore(tokens, index);
      const right = sideAfter(tokens, index);
      if (left === undefined || right === undefined) continue;
      if (token.kind !== 'equals' && left.operators === 0) continue;
      if (token.kind === 'arrow' && isNumbering(left)) continue;
      // a label between belongs to what follows
      if (token.kind === 'colon' && tokens[index - 1]?.kind === 'words') continue;
      if (token.kind === 'colon' && (right.words > 1 || !hasUnitOf(right, left))) continue;
      const outcome = judge(left, right);
      if (outcome === undefined) continue;
      if ('parts' in outcome) mixed.push(outcome);
      else if ('from' in outcome) exchanges.push(outcome);
      else claims.push(left.operators === 0 && followsFigure(tokens, left) ? doubted(outcome) : outcome);
    } else if (token.kind === 'open') {
      const claim = worked(text, tokens, index);
      if (claim !== undefined) claims.push(claim);
    }
  }
  return { claims, exchanges, mixed };
}

/** A text that is a calculation and nothing else, `50 hr × $0.18`, against what it comes to somewhere else. */
export function calculationIn(text: string, figures: readonly Figure[], stated: Figure): Claim | undefined {
  const tokens = tokensOf(text, figures);
  const side = sideBefore(tokens, tokens.length);
  if (side === undefined || side.operators === 0 || side.words > 2) return undefined;
  if (side.figures.length !== figures.length || side.figures.some((f) => f.bound !== 'none'))
    return undefined;
  if (stated.bound !== 'none') return undefined;
  const claim = compare(side, stated);
  return claim === undefined || !('verdict' in claim) ? undefined : claim;
}

/** `3 servers at $5/hour = $10,800/month`: the amount in front of the sign is not all that is multiplied. */
function followsFigure(tokens: readonly Token[], left: Side): boolean {
  const at = tokens.findIndex((t) => t.kind === 'figure' && t.figure === left.figures[0]);
  for (let i = at - 1; i >= 0; i--) {
    const kind = tokens[i]?.kind;
    if (kind === 'stop' || kind === 'colon' || kind === 'equals' || kind === 'arrow') return false;
    if (kind === 'figure') return true;
  }
  return false;
}

function doubted(claim: Claim): Claim {
  return claim.verdict === 'wrong' ? { ...claim, confidence: claim.confidence * 0.6 } : claim;
}

/** `Circular 15/633 → article 13`: a name with a slash; `$0.10/$0.40 → 60% less`: two prices. */
function isNumbering({ expression, figures }: Side): boolean {
  const [a, b] = figures;
  if (a === undefined || b === undefined || expression.kind !== 'operation' || figures.length > 2)
    return false;
  const areAlike = currencyOf(a) === currencyOf(b) && (currencyOf(a) !== '' || a.unit.factors.length === 0);
  return areAlike && a.passage.text.slice(a.end, b.start) === '/';
}

/** `Hours: 24 × 7` is no equation; money on one side has to be money on the other. */
function hasUnitOf(right: Side, left: Side): boolean {
  const money = (side: Side): boolean =>
    side.figures.some((f) => f.unit.factors.some((u) => u.atom.kind === 'currency' && u.power > 0));
  return money(left) && money(right) && right.operators === 0;
}
