// Operations on two and three columns in JavaScript. The loops are written out one by one on purpose: shared through a function argument they
// would share the engine's type feedback and run several times slower (on Node 24, 11 ns a value against 2).

import { waiting } from '../functions/erlang.ts';
import { pow } from '../functions/pow.ts';
import { roundTo } from '../functions/rounding.ts';
import { atMost, equal, less } from './comparisons.ts';
import type { Loop } from './loop.ts';

export const loopsOfTwo = {
  add: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = x + y;
    }
  },
  sub: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = x - y;
    }
  },
  mul: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = x * y;
    }
  },
  div: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = y === 0 ? Number.NaN : x / y;
    }
  },
  pow: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = pow(x, y);
    }
  },
  erlang_c: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = waiting(x, y);
    }
  },
  min: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = Math.min(x, y);
    }
  },
  max: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = Math.max(x, y);
    }
  },
  round: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = roundTo(x, y);
    }
  },
  lt: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = less(x, y);
    }
  },
  le: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = atMost(x, y);
    }
  },
  eq: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = equal(x, y);
    }
  },
  ne: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = 1 - equal(x, y);
    }
  },
  and: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = x === 0 || y === 0 ? 0 : x * y;
    }
  },
  or: (cells, { out, a, aStep, b, bStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      cells[out + i] = x === 1 || y === 1 ? 1 : x + y;
    }
  },
} satisfies Record<string, Loop>;

export const loopsOfThree = {
  if: (cells, { out, a, aStep, b, bStep, c, cStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      const z = cells[c + i * cStep] as number;
      cells[out + i] = Number.isNaN(x) ? Number.NaN : x === 1 ? y : z;
    }
  },
  multiplyAdd: (cells, { out, a, aStep, b, bStep, c, cStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      const z = cells[c + i * cStep] as number;
      cells[out + i] = x * y + z;
    }
  },
  scale: (cells, { out, a, aStep, b, bStep, c, cStep, count }) => {
    for (let i = 0; i < count; i++) {
      const x = cells[a + i * aStep] as number;
      const y = cells[b + i * bStep] as number;
      const z = cells[c + i * cStep] as number;
      cells[out + i] = (x * y) / z;
    }
  },
} satisfies Record<string, Loop>;
