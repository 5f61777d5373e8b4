// The formula of an explained figure, where it says more than the figure itself.

import type { Explanation } from '../analysis/explain.ts';

/** On one line; empty where the formula is the value: `7.00 EUR/month` need not be said twice. */
export function explainedFormula({ formula }: Pick<Explanation, 'formula'>, value: string): string {
  if (formula === undefined || bare(formula) === bare(value)) return '';
  return formula.replace(/\s+/g, ' ').trim();
}

function bare(text: string): string {
  return text
    .replace(/[_, ]/g, '')
    .replace(/(\.[0-9]*?)0+(?![0-9])/g, '$1')
    .replace(/\.(?![0-9])/g, '');
}
