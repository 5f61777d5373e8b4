// Whether there is room for little only: a telephone, or half a window.

import { signal } from '@preact/signals';

const query = matchMedia('(max-width: 40rem)');

export const isNarrow = signal(query.matches);

query.addEventListener('change', ({ matches }) => {
  isNarrow.value = matches;
});
