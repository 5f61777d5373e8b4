// What a code of an error means, at length. Fetched when somebody first asks; a page in one file has it with it.

import type { Block } from '../../src/report/blocks.ts';

export interface Help {
  readonly title: string;
  readonly blocks: readonly Block[];
}

let asked: Promise<Readonly<Record<string, Help>>> | undefined;

/** undefined for a code that has no page. Throws where the server does not answer. */
export async function helpOn(code: string): Promise<Help | undefined> {
  asked ??= readHelp();
  try {
    return (await asked)[code];
  } catch (error) {
    asked = undefined;
    throw error;
  }
}

async function readHelp(): Promise<Readonly<Record<string, Help>>> {
  const inline = document.getElementById('help')?.textContent;
  if (inline !== undefined && inline !== null) return JSON.parse(inline);
  const response = await fetch(document.documentElement.dataset.help ?? '');
  return response.json();
}
