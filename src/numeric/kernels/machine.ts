// Something that runs instructions on columns in its own memory. There are two, with the same bits: JavaScript and WebAssembly.

export interface Machine {
  readonly kind: 'javascript' | 'webassembly';
  /** The whole memory. */
  readonly cells: Float64Array;
  /** The same memory as 32-bit words. */
  readonly words: Int32Array;
  /**
   * Runs `instructions` of them from the byte `code` on, over `count` cells of each column; the cells up to the next multiple of
   * eight are written too. `first` is the number of the first sample, a multiple of eight.
   */
  run(code: number, instructions: number, count: number, first: number): void;
}
