// Values of an input that no search may make anything of. A ceiling gives N servers for a little more than N as well, so that float
// noise buys nobody another one: what lies that little beyond N is N, and its figures are those of no value that anybody means.
// While one price has taken its step there and another is forgiven it, a case may seem to win that does so at no real value.

import { encloser } from '../grid/enclose.ts';
import type { Enclosure } from '../grid/enclosure.ts';
import type { Slot } from '../grid/steps.ts';
import type { Tape } from '../grid/tape.ts';
import { wholeTolerance } from '../numeric/functions/rounding.ts';

/** Noise that is no more than this is forgiven by everybody, comparisons among them. */
const noise = 1e-12;

interface Rounding {
  readonly argument: Slot;
  /** What is forgiven lies above whole numbers, or below them. */
  readonly up: boolean;
}

/** From one value towards another, the first that stands for itself; undefined where there is none. */
export type PastForgiven = (start: number, end: number) => number | undefined;

export function pastForgiven(tape: Tape): PastForgiven {
  const roundings = tape.steps.flatMap(({ op, args: [argument = -1] }): readonly Rounding[] =>
    op.kind === 'apply' && (op.operation === 'ceil' || op.operation === 'floor')
      ? [{ argument, up: op.operation === 'ceil' }]
      : [],
  );
  let made: ReturnType<typeof encloser> | undefined;
  // most searches never ask
  const enclose = (from: number, to: number): readonly Enclosure[] => {
    made ??= encloser(
      tape,
      roundings.map(({ argument }) => argument),
    );
    return made(from, to);
  };
  const forgiving = (x: number): Rounding | undefined => {
    const all = enclose(x, x);
    return roundings.find(({ argument, up }) => isForgiven(all[argument] as Enclosure, up, noise));
  };
  const forgivesAll = ({ argument, up }: Rounding, a: number, b: number): boolean =>
    isForgiven(enclose(Math.min(a, b), Math.max(a, b))[argument] as Enclosure, up, 0);
  return (start, end) => {
    let x = start;
    // each is passed once at the most: where whole numbers lie closer together than what is forgiven, there is no end to it
    for (const _ of roundings) {
      const by = forgiving(x);
      if (by === undefined) return x;
      if (forgivesAll(by, x, end)) return undefined;
      let [near, far] = [x, end];
      for (let middle = (near + far) / 2; middle !== near && middle !== far; middle = (near + far) / 2) {
        if (forgivesAll(by, x, middle)) near = middle;
        else far = middle;
      }
      // one end of what is forgiven is the whole number itself
      x = forgiving(near) === by ? far : near;
    }
    return x;
  };
}

/** Whether all of it lies beside one whole number, by more than `least` of it and no more than is forgiven. */
function isForgiven({ lo, hi, unknown }: Enclosure, up: boolean, least: number): boolean {
  const whole = Math.round(up ? lo : hi);
  const size = Math.max(1, Math.abs(whole));
  const [nearest, furthest] = up ? [lo - whole, hi - whole] : [whole - hi, whole - lo];
  return !unknown && nearest >= least * size && furthest > least * size && furthest <= wholeTolerance * size;
}
