// `outlay margin PLAN --per users --target 70%`: what is earned, what is left of it, and from how many on it pays.

import type { MarginFlags } from '../answers/margin.ts';
import type { Io } from '../io.ts';
import { answerPlan } from '../run.ts';
import type { Abilities } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };

export function runMargin(path: string, flags: MarginFlags, io: Io): Promise<number> {
  // the search is read by those who search
  return answerPlan(path, flags, abilities, io, async (loaded) =>
    (await import('../answers/margin.ts')).answerMargin(flags, loaded),
  );
}
