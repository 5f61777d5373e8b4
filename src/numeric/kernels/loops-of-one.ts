// Operations on one column in JavaScript. The loops are written out one by one on purpose: shared through a function argument they
// would share the engine's type feedback and run several times slower (on Node 24, 11 ns a value against 2).

import { exp } from '../functions/exp.ts';
import { log } from '../functions/log.ts';
import { roundDown, roundUp } from '../functions/rounding.ts';
import type { Loop } from './loop.ts';

export const loopsOfOne = {
  neg: (cells, { out, a, aStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      cells[out + i] = -x;
    }
  },
  ceil: (cells, { out, a, aStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      cells[out + i] = roundUp(x);
    }
  },
  floor: (cells, { out, a, aStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      cells[out + i] = roundDown(x);
    }
  },
  abs: (cells, { out, a, aStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      cells[out + i] = Math.abs(x);
    }
  },
  sqrt: (cells, { out, a, aStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      cells[out + i] = Math.sqrt(x);
    }
  },
  exp: (cells, { out, a, aStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      cells[out + i] = exp(x);
    }
  },
  ln: (cells, { out, a, aStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      cells[out + i] = x > 0 ? log(x) : Number.NaN;
    }
  },
  not: (cells, { out, a, aStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      cells[out + i] = 1 - x;
    }
  },
  known: (cells, { out, a, aStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      cells[out + i] = Number.isNaN(x) ? 0 : 1;
    }
  },
} satisfies Record<string, Loop>;
