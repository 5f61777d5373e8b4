import { finite, notBelow, problemsOf } from './problems.ts';
import type { Family, Triangular } from './types.ts';

export const triangular: Family<Triangular> = {
  problems: ({ low, mode, high }) =>
    problemsOf(
      finite('low', low),
      finite('mode', mode),
      finite('high', high),
      notBelow('mode', mode, 'low', low),
      notBelow('high', high, 'mode', mode),
    ),
  mean: ({ low, mode, high }) => (low + mode + high) / 3,
  quantile: ({ low, mode, high }) => {
    const width = high - low;
    if (width === 0) return () => mode;
    const rising = (mode - low) / width;
    return (p, end) => {
      const fromLow = end === 'above' ? 1 - p : p;
      const fromHigh = end === 'above' ? p : 1 - p;
      return fromLow < rising
        ? low + Math.sqrt(fromLow * width * (mode - low))
        : high - Math.sqrt(fromHigh * width * (high - mode));
    };
  },
  probability: ({ low, mode, high }, x, end) => {
    if (x <= low) return end === 'above' ? 1 : 0;
    if (x >= high) return end === 'above' ? 0 : 1;
    const rising = x < mode;
    const outside = rising
      ? ((x - low) / (high - low)) * ((x - low) / (mode - low))
      : ((high - x) / (high - low)) * ((high - x) / (high - mode));
    return rising === (end === 'below') ? outside : 1 - outside;
  },
};
