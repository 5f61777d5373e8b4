// Links within the page change the address without loading it again.

import { parseAddress } from '../app/address.ts';
import { go, here } from '../app/location.ts';

export function followLink(event: MouseEvent): void {
  const link = event.currentTarget;
  if (!(link instanceof HTMLAnchorElement)) return;
  // a new tab is the browser's business
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const address = link.getAttribute('href')?.replace(/^#/, '') ?? '/';
  const [path = '/', query = ''] = address.split('?');
  const before = here.peek();
  go(parseAddress(path, query));
  if (before.view !== here.peek().view) document.getElementById('view')?.focus({ preventScroll: false });
}
