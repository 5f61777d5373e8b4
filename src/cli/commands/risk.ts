// `outlay risk PLAN`: what uncertain inputs make of a figure.

import type { RiskFlags } from '../answers/risk.ts';
import type { Io } from '../io.ts';
import { answerPlan } from '../run.ts';
import type { Abilities } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };

export function runRisk(path: string, flags: RiskFlags, io: Io): Promise<number> {
  // the kernels are read by those who sample
  return answerPlan(path, flags, abilities, io, async (loaded) =>
    (await import('../answers/risk.ts')).answerRisk(flags, loaded),
  );
}
