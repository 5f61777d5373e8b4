// Changes of the plan's text that the engine works out: everything else in it stays as it is, byte for byte.

import type { Edit } from '../../src/editing/edit.ts';
import type { Kept } from '../engine/answers/kept.ts';
import * as document from './document.ts';
import { engine } from './engine.ts';
import { askedCase } from './plan.ts';

export interface Refusal {
  readonly message: string;
  readonly help: string;
}

const movedOn: Refusal = {
  message: 'the text has changed since, or cannot be read as it is',
  help: 'look at the source, and try again',
};

/** At once; undefined where it was done, otherwise why not. */
export async function edit(edits: readonly Edit[], what: string): Promise<Refusal | undefined> {
  const reply = await engine.ask('edited', askedCase.peek(), { edits });
  if (!reply.ok) return reply;
  return put(reply.data, {}, what);
}

/** Another value for an input, where it holds in the case that is looked at; what was tried out for it is put back. */
export async function writeValue(name: string, value: string): Promise<Refusal | undefined> {
  const asked = askedCase.peek();
  const set = { ...asked.set, [name]: value };
  const reply = await engine.ask('kept', { ...asked, set }, { values: { [name]: value }, everywhere: false });
  return reply.ok ? keep(reply.data) : reply;
}

/** What was tried out stands in the text then, and no longer on top of it: one step back undoes both. */
export function keep(kept: Kept): Refusal | undefined {
  const names = new Set(kept.written.map(({ name }) => name));
  const others = Object.entries(document.tried.peek()).filter(([name]) => !names.has(name));
  return put(kept, { set: Object.fromEntries(others) }, [...names].join(', '));
}

function put(
  { before, after }: Pick<Kept, 'before' | 'after'>,
  also: { readonly set?: Readonly<Record<string, string>> },
  what: string,
): Refusal | undefined {
  if (document.text.peek() !== before) return movedOn;
  document.change({ ...also, text: after }, what);
  return undefined;
}
