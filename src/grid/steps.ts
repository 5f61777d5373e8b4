// What a list of steps is made of (step-list.ts), and what each step does to numbers.

import { operations } from '../formula/operations.ts';
import type { Operation, Reduction } from '../formula/typed.ts';
import { hashOfNumber, hashOfText, mix } from '../graph/interned.ts';
import type { AlongOperation } from '../graph/types.ts';
import { alongLine } from './along.ts';
import { reduceLine } from './reductions.ts';

/** An index into the steps. */
export type Slot = number;

export type StepOp =
  /** Of what moves, the one with this number. */
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'const'; readonly value: number }
  | { readonly kind: 'apply'; readonly operation: Operation }
  | { readonly kind: 'scale'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'reduce'; readonly reduction: Reduction }
  /** The last month of a line along time: the months of the first argument, then those of the second. */
  | { readonly kind: 'along'; readonly operation: AlongOperation }
  /** The index first, then the options. */
  | { readonly kind: 'pick' }
  /** Costs, then as many options: the one whose cost is the smallest known. */
  | { readonly kind: 'choose' };

export interface Step {
  readonly op: StepOp;
  /** Steps before this one. */
  readonly args: readonly Slot[];
}

/** What a step gives, from the values of those before it. */
export function compute(
  op: Exclude<StepOp, { kind: 'input' }>,
  args: readonly Slot[],
  values: Float64Array,
): number {
  const arg = (i: number): number => values[args[i] ?? -1] ?? Number.NaN;
  switch (op.kind) {
    case 'const':
      return op.value;
    case 'apply':
      return operations[op.operation](arg(0), arg(1), arg(2));
    case 'scale':
      return (arg(0) * op.numerator) / op.denominator;
    case 'reduce':
      return reduceLine(
        op.reduction,
        Float64Array.from(args, (_, i) => arg(i)),
      );
    case 'along': {
      const all = Float64Array.from(args, (_, i) => arg(i));
      const months = all.length / 2;
      const out = new Float64Array(months);
      alongLine(op.operation, out, [all.subarray(0, months), all.subarray(months)]);
      return out[months - 1] ?? Number.NaN;
    }
    case 'pick': {
      const index = arg(0);
      return Number.isNaN(index) ? Number.NaN : arg(1 + index);
    }
    case 'choose': {
      const half = args.length / 2;
      const index = reduceLine(
        'argmin',
        Float64Array.from({ length: half }, (_, i) => arg(i)),
      );
      return Number.isNaN(index) ? Number.NaN : arg(half + index);
    }
  }
}

/** What equal operations have in common, and few others. */
export function hashOfOp(op: StepOp): number {
  switch (op.kind) {
    case 'input':
      return op.index;
    case 'const':
      return hashOfNumber(op.value);
    case 'scale':
      return mix(hashOfNumber(op.numerator), hashOfNumber(op.denominator));
    case 'apply':
      return hashOfText(op.operation);
    case 'reduce':
      return hashOfText(op.reduction);
    case 'along':
      return hashOfText(op.operation);
    case 'pick':
    case 'choose':
      return hashOfText(op.kind);
  }
}

/** Whether both are the same operation. */
export function sameOp(a: StepOp, b: StepOp): boolean {
  switch (a.kind) {
    case 'input':
      return b.kind === 'input' && a.index === b.index;
    case 'const':
      return b.kind === 'const' && Object.is(a.value, b.value);
    case 'apply':
      return b.kind === 'apply' && a.operation === b.operation;
    case 'scale':
      return b.kind === 'scale' && a.numerator === b.numerator && a.denominator === b.denominator;
    case 'reduce':
      return b.kind === 'reduce' && a.reduction === b.reduction;
    case 'along':
      return b.kind === 'along' && a.operation === b.operation;
    case 'pick':
    case 'choose':
      return a.kind === b.kind;
  }
}
