// What a cell of a table is explained by.

export interface Explained {
  /** A name or any formula of the plan. */
  readonly formula: string;
  /** The case in which it stands, as far as that is another than the one looked at. */
  readonly at: Readonly<Record<string, string>>;
}

/** Row by row; nothing for a cell that is no figure, or that no formula says. */
export type ExplainedCells = readonly (readonly (Explained | undefined)[])[];
