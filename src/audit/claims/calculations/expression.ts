// Arithmetic in running text: `47 agents × 40 calls × 8 min = 15,040 minutes`. The tokens around an equals sign become a
// small tree.

import type { Figure } from '../../types.ts';
import type { Rounding, Sign, Token } from './tokens.ts';

export type Expression =
  | { readonly kind: 'figure'; readonly figure: Figure }
  | {
      readonly kind: 'operation';
      readonly sign: Sign;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'rounding'; readonly to: Rounding; readonly of: Expression };

export interface Side {
  readonly expression: Expression;
  readonly operators: number;
  readonly figures: readonly Figure[];
  /** Words that stand between the figures. */
  readonly words: number;
}
const deepest = 12;

export function sideOf(tokens: readonly Token[], words: number): Side | undefined {
  const figures = tokens.flatMap((t) => (t.kind === 'figure' ? [t.figure] : []));
  if (figures.length === 0) return undefined;
  const reader = { tokens, at: 0, depth: 0 };
  const expression = sum(reader);
  if (expression === undefined || reader.at !== tokens.length) return undefined;
  return { expression, operators: figures.length - 1, figures, words };
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

function sum(reader: Reader): Expression | undefined {
  return leftToRight(reader, product, ['+', '-']);
}

function product(reader: Reader): Expression | undefined {
  return leftToRight(reader, operand, ['*', '/']);
}

function leftToRight(
  reader: Reader,
  next: (reader: Reader) => Expression | undefined,
  signs: readonly Sign[],
): Expression | undefined {
  let left = next(reader);
  while (left !== undefined) {
    const token = reader.tokens[reader.at];
    if (token?.kind !== 'operator' || !signs.includes(token.sign)) return left;
    reader.at += 1;
    const right = next(reader);
    if (right === undefined) return undefined;
    left = { kind: 'operation', sign: token.sign, left, right };
  }
  return undefined;
}

function operand(reader: Reader): Expression | undefined {
  const token = reader.tokens[reader.at];
  if (token?.kind === 'figure') {
    reader.at += 1;
    return { kind: 'figure', figure: token.figure };
  }
  if (token?.kind === 'rounding') {
    reader.at += 1;
    const of = reader.tokens[reader.at]?.kind === 'open' ? operand(reader) : undefined;
    return of === undefined ? undefined : { kind: 'rounding', to: token.to, of };
  }
  if (token?.kind !== 'open' || reader.depth >= deepest) return undefined;
  reader.at += 1;
  reader.depth += 1;
  const inner = sum(reader);
  reader.depth -= 1;
  if (inner === undefined || reader.tokens[reader.at]?.kind !== 'close') return undefined;
  reader.at += 1;
  return inner;
}
