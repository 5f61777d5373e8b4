// A plan opened in the page's engine, and asked as the page asks.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskedCase } from '../../web/engine/protocol.ts';
import { type Asked, Session } from '../../web/engine/session.ts';

const root = join(import.meta.dirname, '../..');

/** Fails where the plan has errors. */
export function openText(
  text: string,
  files: Readonly<Record<string, string>> = {},
): (change?: Partial<AskedCase>) => Asked {
  const session = new Session();
  session.catalog(vendors());
  const opened = session.open({ path: 'plan.yaml', text, files });
  if (!opened.ok || opened.wanted.length > 0)
    throw new Error(opened.problems.map((p) => p.rendered).join('\n'));
  return (change = {}) => session.asked({ at: {}, set: {}, currency: undefined, ...change });
}

/** One of the worked examples, with the files beside it. */
export function openExample(name: string): ReturnType<typeof openText> {
  const folder = join(root, 'plans');
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.`));
  const texts = files.map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
  return openText(readFileSync(join(folder, `${name}.yaml`), 'utf8'), Object.fromEntries(texts));
}

export const examples = ['billion', 'debt-dashboard', 'flexiyo', 'kec18', 'loomworks'] as const;

function vendors(): Readonly<Record<string, { readonly text: string }>> {
  const folder = join(root, 'vendors');
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [file.slice(0, -'.yaml'.length), { text: readFileSync(join(folder, file), 'utf8') }]),
  );
}
