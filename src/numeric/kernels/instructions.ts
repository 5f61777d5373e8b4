// What a machine can do to columns: a fixed set, the same for every plan. An instruction is ten 32-bit words in the machine's
// memory; its number is its place in `kernelNames`.

interface Kernel {
  /** How many operands stand in the instruction itself. */
  readonly fixed: 0 | 1 | 2 | 3;
  /** Further operands stand in a list. */
  readonly listed?: true;
}

const one = { fixed: 1 } as const satisfies Kernel;
const two = { fixed: 2 } as const satisfies Kernel;
const three = { fixed: 3 } as const satisfies Kernel;
/** What a kernel that draws needs stands in the memory that `data` points to. */
const none = { fixed: 0 } as const satisfies Kernel;

export const kernels = {
  add: two,
  sub: two,
  mul: two,
  /** Unknown where the divisor is 0. */
  div: two,
  pow: two,
  neg: one,
  min: two,
  max: two,
  ceil: one,
  floor: one,
  /** To so many decimals. */
  round: two,
  abs: one,
  sqrt: one,
  exp: one,
  ln: one,
  lt: two,
  le: two,
  eq: two,
  ne: two,
  and: two,
  or: two,
  not: one,
  if: three,
  known: one,
  erlang_c: two,
  /** a · b + c, rounded twice. */
  multiplyAdd: three,
  /** a · b / c: a conversion between units. */
  scale: three,
  /** A price in graduated tiers: b and, for each pair (threshold, slope) of the list, slope · max(0, a - threshold), added in order. */
  hinge: { fixed: 2, listed: true },
  /** The index of the smallest known one of the list, the first of equals; unknown where none is known. */
  cheapest: { fixed: 0, listed: true },
  /** The one of the list whose index the operand gives; unknown where there is none. */
  pick: { fixed: 1, listed: true },
  /** Words of an independent stream, and of an evenly spread one. */
  independent: none,
  digital: none,
  /** Words to values: by a table of cubics, by steps, and along a line through sorted values. */
  table: none,
  steps: none,
  line: none,
  /** Normal numbers to words of the same probability. */
  normalWords: one,
} as const satisfies Readonly<Record<string, Kernel>>;

export type KernelName = keyof typeof kernels;

export const kernelNames = Object.keys(kernels) as readonly KernelName[];

/** The words of an instruction. Addresses are in bytes; a step is 0 for one number and 16 for a column. */
export const word = {
  kernel: 0,
  out: 1,
  a: 2,
  aStep: 3,
  b: 4,
  bStep: 5,
  c: 6,
  cStep: 7,
  /** How many operands, steps or values there are. */
  size: 8,
  /** Where the list, the table or the words are. */
  data: 9,
} as const;

export const wordsPerInstruction = 10;
export const columnStep = 16;
