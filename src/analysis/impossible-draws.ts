// What is told of uncertain numbers that cannot be drawn.

import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Graph } from '../graph/types.ts';
import type { Impossible } from '../grid/written-samples.ts';

/** Says which uncertain numbers cannot be. */
export function reportImpossible(
  impossible: readonly Impossible[],
  { names }: Graph,
  out: Diagnostics,
): void {
  const told = new Map(impossible.map((one) => [`${one.name}: ${one.parameter} ${one.message}`, one]));
  for (const { name, parameter, message } of told.values()) {
    const span = names.get(name)?.span;
    out.error(
      'E602',
      `\`${name}\` cannot be drawn: ${parameter} ${message}`,
      span === undefined ? [] : [{ span, label: '' }],
      'the parameters are those in the case that is asked for, with all that is uncertain at its middle',
    );
  }
}
