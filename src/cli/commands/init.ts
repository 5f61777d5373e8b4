// `outlay init [FILE]`: a starter plan, commented, that bills and checks as it is; with `--ask` one from a few answers.

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import { askPlan } from '../ask-plan.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { writeOutput } from '../output.ts';
import { reportDiagnostics } from '../report-diagnostics.ts';
import { wordOf } from '../setting-word.ts';
import { starterPlan } from '../starter-plan.ts';

export interface InitFlags {
  readonly force?: boolean;
  readonly ask?: boolean;
}

export const usualFile = 'outlay.yaml';

/** `-` writes it to standard output. */
export async function runInit(file: string, flags: InitFlags, io: Io): Promise<number> {
  const out = new Diagnostics();
  const exists = file !== '-' && existsSync(resolve(io.cwd, file));
  if (exists && flags.force !== true) {
    const marks = [{ span: wordOf(file, 'FILE').span, label: '' }];
    out.error(
      'E702',
      `\`${file}\` is there already`,
      marks,
      'name another file, or write over it with `--force`',
    );
  }
  const today = new Date().toISOString().slice(0, 10);
  const asked = flags.ask === true && !out.failed ? await askPlan(io, out, today) : starterPlan;
  const written = asked !== undefined && !out.failed && writeOutput(asked, file, io, out);
  await reportDiagnostics(out.all, { format: 'table', color: undefined }, io);
  if (!written) return exists || asked === undefined ? exitCodes.usage : exitCodes.failed;
  if (file !== '-') io.stderr.write(`wrote ${file}; now try: outlay bill ${file}\n`);
  return exitCodes.fine;
}
