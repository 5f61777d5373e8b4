// Loops over columns. An operand is a column as long as the result, or one number for all of it. Each loop does exactly what
// formula/operations.ts does to one number; a test holds the two together. The loops are written out one by one on purpose:
// shared through a function argument they would share the engine's type feedback and run ten times slower.

import { operations } from '../formula/operations.ts';
import type { Operation } from '../formula/typed.ts';

export type Operand = Float64Array | number;
type Cells = Float64Array;

/** Both columns. The indices stay below the length, so every read is a number. */
const columns: Partial<Record<Operation, (out: Cells, a: Cells, b: Cells) => void>> = {
  add: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) + (b[i] as number);
  },
  sub: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) - (b[i] as number);
  },
  mul: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) * (b[i] as number);
  },
  div: (out, a, b) => {
    for (let i = 0; i < out.length; i++)
      out[i] = b[i] === 0 ? Number.NaN : (a[i] as number) / (b[i] as number);
  },
  max: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.max(a[i] as number, b[i] as number);
  },
  min: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = Math.min(a[i] as number, b[i] as number);
  },
};

/** A column, then one number. */
const withNumber: Partial<Record<Operation, (out: Cells, a: Cells, b: number) => void>> = {
  add: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) + b;
  },
  sub: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) - b;
  },
  mul: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) * b;
  },
  div: (out, a, b) => {
    if (b === 0) out.fill(Number.NaN);
    else for (let i = 0; i < out.length; i++) out[i] = (a[i] as number) / b;
  },
};

/** One number, then a column, where that is not the same the other way round. */
const numberFirst: Partial<Record<Operation, (out: Cells, a: number, b: Cells) => void>> = {
  sub: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = a - (b[i] as number);
  },
  div: (out, a, b) => {
    for (let i = 0; i < out.length; i++) out[i] = b[i] === 0 ? Number.NaN : a / (b[i] as number);
  },
};

/** Fills `out` with the operation applied to one to three operands. */
export function applyKernel(operation: Operation, out: Cells, operands: readonly Operand[]): void {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN] = operands;
  if (typeof a !== 'number' && typeof b !== 'number' && columns[operation] !== undefined) {
    columns[operation](out, a, b);
    return;
  }
  if (typeof a !== 'number' && typeof b === 'number' && withNumber[operation] !== undefined) {
    withNumber[operation](out, a, b);
    return;
  }
  if (typeof a === 'number' && typeof b !== 'number') {
    const commutes = operation === 'add' || operation === 'mul' ? withNumber[operation] : undefined;
    if (commutes !== undefined) {
      commutes(out, b, a);
      return;
    }
    if (numberFirst[operation] !== undefined) {
      numberFirst[operation](out, a, b);
      return;
    }
  }
  general(operation, out, a, b, c);
}

function general(operation: Operation, out: Cells, a: Operand, b: Operand, c: Operand): void {
  const f = operations[operation];
  for (let i = 0; i < out.length; i++) {
    out[i] = f(cell(a, i), cell(b, i), cell(c, i));
  }
}

function cell(operand: Operand, i: number): number {
  return typeof operand === 'number' ? operand : (operand[i] as number);
}
