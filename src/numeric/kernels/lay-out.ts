// A program in a machine's memory: the registers, then numbers, lists and tables, then the instructions.

import { turnedDirections } from '../draws/digital.ts';
import { wordTable } from '../draws/normal-words.ts';
import type { Stream } from '../draws/stream.ts';
import {
  columnStep,
  type KernelName,
  kernelNames,
  kernels,
  word,
  wordsPerInstruction,
} from './instructions.ts';
import type { Program, Step, Value } from './program.ts';
import { registersOf } from './registers.ts';

/** Where a value is: a byte in memory; a step of 0 for one number. */
export interface Place {
  readonly at: number;
  readonly step: number;
}

export interface Layout {
  readonly bytes: number;
  /** The byte of the first instruction. */
  readonly code: number;
  readonly instructions: Int32Array;
  /** Undefined where no result needs the value. */
  placeOf(value: Value): Place | undefined;
  readonly data: readonly Data[];
}

interface Data {
  readonly at: number;
  readonly content: Float64Array | Int32Array;
}

const numbers = new Map(kernelNames.map((name, number) => [name, number]));

/** `chunk`, how many samples a register holds, is a multiple of eight. */
export function layOut({ steps, results }: Program, chunk: number): Layout {
  const registers = registersOf({ steps, results });
  const columnBytes = chunk * 8;

  const data: Data[] = [];
  let bytes = registers.count * columnBytes;
  const placed = new Map<Float64Array | Int32Array, number>();
  /** The same array is stored once. */
  const store = (content: Float64Array | Int32Array): number => {
    const known = placed.get(content);
    if (known !== undefined) return known;
    const at = bytes;
    data.push({ at, content });
    placed.set(content, at);
    bytes += Math.ceil(content.byteLength / 16) * 16;
    return at;
  };

  /** Of each value the byte, negative where no result needs it, and the step. */
  const at = new Int32Array(steps.length).fill(-1);
  const stepOf = new Int32Array(steps.length);
  // a draw takes two instructions, one for its words
  const instructions = new Int32Array(2 * steps.length * wordsPerInstruction);
  let end = 0;
  const emit = (kernel: KernelName, out: number, size: number, from: number): void => {
    instructions[end + word.kernel] = numbers.get(kernel) as number;
    instructions[end + word.out] = out;
    instructions[end + word.size] = size;
    instructions[end + word.data] = from;
    end += wordsPerInstruction;
  };
  /** Operand k of the instruction that comes next. */
  const operand = (k: number, byte: number, step: number): void => {
    instructions[end + word.a + 2 * k] = byte;
    instructions[end + word.aStep + 2 * k] = step;
  };
  const listOf = (args: readonly Value[], fixed: number): number =>
    store(
      Int32Array.from({ length: 2 * (args.length - fixed) }, (_, i) => {
        const arg = args[fixed + (i >> 1)] as Value;
        return ((i & 1) === 0 ? at[arg] : stepOf[arg]) as number;
      }),
    );
  const write = (
    value: Value,
    step: Exclude<Step, { kind: 'constant' | 'parameter' | 'column' }>,
    out: number,
  ): void => {
    if (step.kind === 'apply') {
      const { fixed } = kernels[step.kernel];
      for (let k = 0; k < fixed; k++) {
        const arg = step.args[k] as Value;
        operand(k, at[arg] as number, stepOf[arg] as number);
      }
      const listed = step.args.length - fixed;
      emit(step.kernel, out, listed, listed > 0 ? listOf(step.args, fixed) : 0);
      return;
    }
    const words = (registers.words[value] as number) * columnBytes;
    if (step.kind === 'draw') emit(step.stream.kind, words, 0, store(wordsOf(step.stream)));
    else {
      operand(0, at[step.of] as number, stepOf[step.of] as number);
      emit('normalWords', words, 0, store(wordTable()));
    }
    const { kind, cells } = step.marginal;
    operand(0, words, columnStep);
    emit(kind, out, kind === 'steps' ? cells.length / 2 : cells.length - 1, store(cells));
  };

  for (let value = 0; value < steps.length; value++) {
    const step = steps[value] as Step;
    if (step.kind === 'constant' || step.kind === 'parameter') {
      at[value] = store(Float64Array.of(step.value, step.value));
      continue;
    }
    const register = registers.of[value] as number;
    if (register < 0) continue;
    const out = register * columnBytes;
    if (step.kind !== 'column') write(value, step, out);
    at[value] = out;
    stepOf[value] = columnStep;
  }
  return {
    bytes: bytes + end * 4,
    code: bytes,
    instructions: instructions.slice(0, end),
    placeOf: (value) =>
      (at[value] ?? -1) < 0 ? undefined : { at: at[value] as number, step: stepOf[value] as number },
    data,
  };
}

function wordsOf(stream: Stream): Int32Array {
  switch (stream.kind) {
    case 'independent':
      return Int32Array.from(stream.key);
    case 'digital':
      return Int32Array.of(...stream.key, ...turnedDirections(stream.directions));
  }
}

/** Writes instructions and data into a memory of the same layout. */
export function fill({ data, code, instructions }: Layout, cells: Float64Array, words: Int32Array): void {
  for (const { at, content } of data) {
    if (content instanceof Float64Array) cells.set(content, at / 8);
    else words.set(content, at / 4);
  }
  words.set(instructions, code / 4);
}
