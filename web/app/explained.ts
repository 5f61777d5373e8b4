// Which figure's explanation is open. It stands in the address: a link opens it, and going back closes it.

import type { ExplainedQuestion } from './address.ts';
import { adjust, go, goBack, here } from './location.ts';

export function explain(question: ExplainedQuestion): void {
  // one after the other takes the place of the first
  if (here.peek().explain === undefined) go({ explain: question }, 'explanation');
  else adjust({ explain: question });
}

export function closeExplained(): void {
  if (here.peek().explain === undefined) return;
  if (!goBack('explanation')) adjust({ explain: undefined });
}
