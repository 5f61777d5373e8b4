// `outlay break-even PLAN --between platform=a,platform=b --on users`: at which values of an input two cases change places.

import type { BreakEvenFlags } from '../answers/break-even.ts';
import type { Io } from '../io.ts';
import { answerPlan } from '../run.ts';
import type { Abilities } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };

export function runBreakEven(path: string, flags: BreakEvenFlags, io: Io): Promise<number> {
  // the search is read by those who search
  return answerPlan(path, flags, abilities, io, async (loaded) =>
    (await import('../answers/break-even.ts')).answerBreakEven(flags, loaded),
  );
}
