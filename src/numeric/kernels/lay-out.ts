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

interface Instruction {
  readonly kernel: KernelName;
  readonly out: number;
  readonly operands: readonly Place[];
  readonly size: number;
  readonly data: number;
}

export interface Layout {
  readonly bytes: number;
  /** The byte of the first instruction. */
  readonly code: number;
  readonly instructions: readonly Instruction[];
  /** Undefined where no result needs the value. */
  readonly places: ReadonlyMap<Value, Place>;
  readonly data: readonly Data[];
}

interface Data {
  readonly at: number;
  readonly content: Float64Array | Int32Array;
}

/** `chunk`, how many samples a register holds, is a multiple of eight. */
export function layOut({ steps, results }: Program, chunk: number): Layout {
  const registers = registersOf({ steps, results });
  const columnBytes = chunk * 8;
  const column = (register: number): Place => ({ at: register * columnBytes, step: columnStep });

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

  const places = new Map<Value, Place>();
  const operand = (value: Value): Place => places.get(value) ?? { at: 0, step: 0 };
  const instructions: Instruction[] = [];
  const emit = (kernel: KernelName, out: Place, operands: readonly Place[], size = 0, from = 0): void => {
    instructions.push({ kernel, out: out.at, operands, size, data: from });
  };
  const write = (
    value: Value,
    step: Exclude<Step, { kind: 'constant' | 'parameter' | 'column' }>,
    out: Place,
  ): void => {
    if (step.kind === 'apply') {
      const { fixed } = kernels[step.kernel];
      const operands = step.args.map(operand);
      const list = operands.slice(fixed).flatMap(({ at, step }) => [at, step]);
      const from = list.length === 0 ? 0 : store(Int32Array.from(list));
      emit(step.kernel, out, operands.slice(0, fixed), list.length / 2, from);
      return;
    }
    const words = column(registers.words[value] as number);
    if (step.kind === 'draw') emit(step.stream.kind, words, [], 0, store(wordsOf(step.stream)));
    else emit('normalWords', words, [operand(step.of)], 0, store(wordTable()));
    const { kind, cells } = step.marginal;
    emit(kind, out, [words], kind === 'steps' ? cells.length / 2 : cells.length - 1, store(cells));
  };

  for (const [value, step] of steps.entries()) {
    if (step.kind === 'constant' || step.kind === 'parameter') {
      places.set(value, { at: store(Float64Array.of(step.value, step.value)), step: 0 });
      continue;
    }
    const register = registers.of[value] as number;
    if (register < 0) continue;
    const out = column(register);
    if (step.kind !== 'column') write(value, step, out);
    places.set(value, out);
  }
  const code = bytes;
  return { bytes: code + instructions.length * wordsPerInstruction * 4, code, instructions, places, data };
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
export function fill(layout: Layout, cells: Float64Array, words: Int32Array): void {
  for (const { at, content } of layout.data) {
    if (content instanceof Float64Array) cells.set(content, at / 8);
    else words.set(content, at / 4);
  }
  for (const [n, { kernel, out, operands, size, data }] of layout.instructions.entries()) {
    const at = layout.code / 4 + n * wordsPerInstruction;
    words[at + word.kernel] = kernelNames.indexOf(kernel);
    words[at + word.out] = out;
    for (const [k, operand] of operands.entries()) {
      words[at + word.a + 2 * k] = operand.at;
      words[at + word.aStep + 2 * k] = operand.step;
    }
    words[at + word.size] = size;
    words[at + word.data] = data;
  }
}
