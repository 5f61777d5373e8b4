// Whether the page is on its way to paper, where what a screen only shows in part must stand whole.

import { signal } from '@preact/signals';

const paper = matchMedia('print');

export const isPrinting = signal(paper.matches);

// some browsers tell in the one way, some in the other
paper.addEventListener('change', ({ matches }) => {
  isPrinting.value = matches;
});
window.addEventListener('beforeprint', () => {
  isPrinting.value = true;
});
window.addEventListener('afterprint', () => {
  isPrinting.value = paper.matches;
});
