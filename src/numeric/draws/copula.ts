// Correlated inputs by a Gaussian copula: each draws a normal number, these are mixed so that they correlate as asked, and each goes
// on through the quantile function of its own distribution (kernels/correlated.ts). Correlations are of ranks, which do not depend
// on the distributions.

/** The rank correlations of several inputs with one another: symmetric, 1 on the diagonal. */
export type Correlations = readonly (readonly number[])[];

/** Row by row, the weights with which an input's normal number is mixed from those of the inputs up to itself. */
export type Mixture = readonly (readonly number[])[];

/** How far below 0 rounding may take what is left of a variance. */
const slack = 1e-9;

/** Undefined where no inputs can correlate like that (a with b, b with c, but a not with c). */
export function mixtureOf(correlations: Correlations): Mixture | undefined {
  const rows: number[][] = [];
  for (const [j, wanted] of correlations.entries()) {
    const row: number[] = [];
    for (let k = 0; k <= j; k++) {
      const other = rows[k] ?? row;
      let left = k === j ? 1 : ofNormals(wanted[k] as number);
      for (let m = 0; m < k; m++) left -= (row[m] as number) * (other[m] as number);
      if (k === j) {
        if (!(left > -slack)) return undefined;
        row.push(Math.sqrt(Math.max(left, 0)));
      } else {
        const pivot = other[k] as number;
        // an input that follows the others entirely leaves nothing that could correlate further
        if (pivot * pivot <= slack && Math.abs(left) > Math.sqrt(slack)) return undefined;
        row.push(pivot * pivot <= slack ? 0 : left / pivot);
      }
    }
    rows.push(row);
  }
  return rows;
}

/** The correlation of two normal numbers whose ranks correlate like this: 2 · sin(π · rank / 6), by its series. */
export function ofNormals(rank: number): number {
  if (Math.abs(rank) === 1) return rank;
  const angle = (Math.PI * rank) / 6;
  let term = angle;
  let sine = angle;
  for (let k = 2; k <= 18; k += 2) {
    term = (-term * angle * angle) / (k * (k + 1));
    sine += term;
  }
  return 2 * sine;
}
