// What a code of an error means, at length. Fetched when somebody first asks; a page in one file has none of it.

import type { Block } from '../../src/report/blocks.ts';

export interface Help {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const address = document.documentElement.dataset.help;

export const hasHelp = address !== undefined;

let asked: Promise<Readonly<Record<string, Help>>> | undefined;

/** undefined for a code that has no page. Throws where the server does not answer. */
export async function helpOn(code: string): Promise<Help | undefined> {
  asked ??= fetch(address ?? '').then((response) => response.json());
  try {
    return (await asked)[code];
  } catch (error) {
    asked = undefined;
    throw error;
  }
}
