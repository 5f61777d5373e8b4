// The machine in JavaScript, for where WebAssembly is not allowed. Each loop computes exactly what the WebAssembly kernel of its
// name does; a test compares them bit by bit.

import { columnStep, type KernelName, kernelNames, word, wordsPerInstruction } from './instructions.ts';
import type { Loop } from './loop.ts';
import { loopsOfDraws } from './loops-of-draws.ts';
import { loopsOfLists } from './loops-of-lists.ts';
import { loopsOfOne } from './loops-of-one.ts';
import { loopsOfThree, loopsOfTwo } from './loops-of-several.ts';
import type { Machine } from './machine.ts';

const loops: Readonly<Record<KernelName, Loop>> = {
  ...loopsOfOne,
  ...loopsOfTwo,
  ...loopsOfThree,
  ...loopsOfLists,
  ...loopsOfDraws,
};
const byNumber = kernelNames.map((name) => loops[name]);

export function javascriptMachine(bytes: number): Machine {
  const cells = new Float64Array(Math.ceil(bytes / 8));
  const words = new Int32Array(cells.buffer);

  function run(code: number, instructions: number, count: number, first: number): void {
    // whole groups, as the other machine writes them
    const whole = Math.ceil(count / 8) * 8;
    for (let n = 0; n < instructions; n++) {
      const at = (code >> 2) + n * wordsPerInstruction;
      const read = (field: number): number => words[at + field] as number;
      byNumber[read(word.kernel)]?.(
        cells,
        {
          out: read(word.out) >> 3,
          a: read(word.a) >> 3,
          aStep: read(word.aStep) / columnStep,
          b: read(word.b) >> 3,
          bStep: read(word.bStep) / columnStep,
          c: read(word.c) >> 3,
          cStep: read(word.cStep) / columnStep,
          count: whole,
          size: read(word.size),
          data: read(word.data) >> 2,
          first,
        },
        words,
      );
    }
  }

  return { kind: 'javascript', cells, words, run };
}
