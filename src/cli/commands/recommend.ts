// `outlay recommend PLAN [--by AXIS] [--metric FORMULA]`: which option to take, by how much, and what would change that.

import type { RecommendFlags } from '../answers/recommend.ts';
import type { Io } from '../io.ts';
import { answerPlan } from '../run.ts';
import type { Abilities } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown'], failOn: [] };

export function runRecommend(path: string, flags: RecommendFlags, io: Io): Promise<number> {
  // the search is read by those who search
  return answerPlan(path, flags, abilities, io, async (loaded) =>
    (await import('../answers/recommend.ts')).answerRecommend(flags, loaded),
  );
}
