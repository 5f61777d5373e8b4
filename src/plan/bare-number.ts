// A number without a unit, given for an input that has one: `agents: 47` beside `agents: 100 agents`.

import type { Expression } from '../formula/ast.ts';
import { dimensionsOf, type Unit, unitText } from '../quantity/unit.ts';
import { unitOfLiteral } from './reading.ts';
import type { Input } from './types.ts';

export type Adopted =
  | { readonly ok: true; readonly value: Expression }
  /** The input is a percentage: 20 could be 20% or 2000%, and 0.2 could be 20% or 0.2%. */
  | { readonly ok: false; readonly help: string };

/** The value in the unit of the input where it has none of its own, otherwise as it is. */
export function adoptUnit(value: Expression, input: Input | undefined): Adopted {
  const unit = input?.unit ?? (input === undefined ? undefined : unitOfLiteral(input.value));
  if (unit === undefined || unit.factors.length === 0 || !isBare(value)) return { ok: true, value };
  if (dimensionsOf(unit).size > 0) return { ok: true, value: withUnit(value, unit) };
  const sign = unitText(unit);
  return {
    ok: false,
    help: `\`${input?.name ?? ''}\` is in ${sign}; write the sign, for example \`20${sign}\``,
  };
}

function isBare(e: Expression): boolean {
  if (e.kind === 'number') return e.unit.factors.length === 0;
  if (e.kind === 'unary') return e.operator === '-' && isBare(e.operand);
  return e.kind === 'range' && isBare(e.low) && isBare(e.high);
}

function withUnit(e: Expression, unit: Unit): Expression {
  if (e.kind === 'number') return { ...e, unit };
  if (e.kind === 'unary') return { ...e, operand: withUnit(e.operand, unit) };
  return e.kind === 'range' ? { ...e, low: withUnit(e.low, unit), high: withUnit(e.high, unit) } : e;
}
