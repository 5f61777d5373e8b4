import { beta } from './beta.ts';
import { triangular } from './triangular.ts';
import type { Beta, Family, Pert } from './types.ts';

function asBeta({ low, mode, high }: Pert): Beta {
  const width = high - low;
  const share = width === 0 ? 0.5 : (mode - low) / width;
  return { kind: 'beta', a: 1 + 4 * share, b: 1 + 4 * (1 - share), low, high };
}

export const pert: Family<Pert> = {
  problems: (d) => triangular.problems({ ...d, kind: 'triangular' }),
  mean: ({ low, mode, high }) => (low + 4 * mode + high) / 6,
  quantile: (d) => beta.quantile(asBeta(d)),
  probability: (d, x, end) => beta.probability(asBeta(d), x, end),
};
