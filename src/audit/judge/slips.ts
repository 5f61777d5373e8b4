// Slips of the pen: two digits swapped, one digit that is another, or a decimal point in another place.

/** Whether `written` is `meant` with one slip, both printed in steps of `step`. */
export function isSlip(written: number, meant: number, step: number): boolean {
  const [a, b] = [written, meant].map((n) => String(Math.round(Math.abs(n) / step)));
  if (a === undefined || b === undefined || a.length !== b.length || a.length < 3 || a === b) return false;
  // short numbers are a slip away from each other by chance
  if (Math.max(...[a, b].map((digits) => digits.replace(/0+$/, '').length)) < 3) return false;
  const off = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  const [first = 0, second = 0] = off;
  return (
    off.length === 1 ||
    (off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first])
  );
}

/** The digits are the same, and the decimal point stands elsewhere. */
export function isPowerOfTen(ratio: number): boolean {
  const power = Math.log10(ratio);
  return Math.round(power) !== 0 && Math.abs(power - Math.round(power)) < 1e-4;
}
