// A formula typed on the command line, checked against the plan.

import { parseFormula } from '../formula/parse.ts';
import type { Question } from '../graph/types.ts';
import type { Loaded } from './load.ts';

/** `flag` is what diagnostics call it: `--metric`, `FORMULA`. */
export function askFormula(text: string, flag: string, { model, plan, out }: Loaded): Question | undefined {
  const formula = parseFormula({ text, source: { file: flag, text }, start: 0 }, plan.units, out);
  return formula === undefined ? undefined : model.ask(formula, out);
}
