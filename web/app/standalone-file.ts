// The plan in hand as one file that stays interactive: the page, the engine, prices and plan, nothing fetched.

import { addressOf } from './address.ts';
import { path, stem, text } from './document.ts';
import { here } from './location.ts';
import { filesBeside } from './plan.ts';
import { saveText } from './saving.ts';
import { server } from './server.ts';
import type { Embedded } from './standalone.ts';

export async function saveStandalone(): Promise<void> {
  const at = path.peek();
  if (at === undefined) return;
  const [page, vendors] = await Promise.all([
    fetch(document.documentElement.dataset.standalone ?? '').then((response) => response.text()),
    server.catalog(),
  ]);
  const content: Embedded = {
    path: at,
    text: text.peek(),
    address: addressOf({ ...here.peek(), plan: undefined }),
    files: filesBeside(),
    vendors,
  };
  // a `<` could end the script that the data stands in
  const data = JSON.stringify(content).replaceAll('<', '\\u003c');
  saveText(
    `${stem.peek()}.html`,
    'text/html',
    page.replace('{{ embedded }}', () => data),
  );
}
