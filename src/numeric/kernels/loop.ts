/** An instruction as the JavaScript kernels read it: places of cells, steps of 0 or 1 cell. */
export interface Operands {
  readonly out: number;
  readonly a: number;
  readonly aStep: number;
  readonly b: number;
  readonly bStep: number;
  readonly c: number;
  readonly cStep: number;
  readonly count: number;
  readonly size: number;
  /** In words, not cells. */
  readonly data: number;
  readonly first: number;
}

export type Loop = (cells: Float64Array, operands: Operands, words: Int32Array) => void;
