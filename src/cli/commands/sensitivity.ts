// `outlay sensitivity PLAN [FORMULA]`: which inputs move a figure, how far, and which flips the recommendation.

import type { SensitivityFlags } from '../answers/sensitivity.ts';
import type { Io } from '../io.ts';
import { answerPlan } from '../run.ts';
import type { Abilities } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [] };

export function runSensitivity(
  path: string,
  formula: string,
  flags: SensitivityFlags,
  io: Io,
): Promise<number> {
  // the search is read by those who search
  return answerPlan(path, flags, abilities, io, async (loaded) =>
    (await import('../answers/sensitivity.ts')).answerSensitivity(formula, flags, loaded),
  );
}
