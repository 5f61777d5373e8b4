// `outlay diff BEFORE [AFTER]`: what moved in the bill, by item and by cause.

import { type Diff, diff } from '../../analysis/diff.ts';
import { diffJson } from '../../report/json-diff.ts';
import { diffMarkdown } from '../../report/markdown-diff.ts';
import { diffLines } from '../../report/terminal-diff.ts';
import { type DiffFlags, type DiffSides, loadSides } from '../diff-sides.ts';
import { exitCodes } from '../exit-codes.ts';
import { exceeded, readFailOver } from '../fail-over.ts';
import type { Io } from '../io.ts';
import { folderOf } from '../plan-files.ts';
import { answerWith, type Findings, terminalOf, textOf } from '../run.ts';
import type { Abilities, Settings } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown'], failOn: [], claims: true };

export async function runPlanDiff(
  path: string,
  other: string | undefined,
  flags: DiffFlags,
  io: Io,
): Promise<number> {
  const wish = flags.failOver ?? io.env.OUTLAY_FAIL_OVER ?? '';
  let over: string | undefined;
  const code = await answerWith(flags, abilities, folderOf(other ?? path, io), io, async (settings, out) => {
    const sides = await loadSides([path, other], flags, io, settings, out);
    if (sides === undefined) return undefined;
    const { before, after, currency } = sides;
    const asked = { model: after.side.model, plan: after.plan, currency };
    const limit = wish === '' ? undefined : readFailOver(wish, asked, out);
    if (out.failed) return undefined;
    const answer = diff({ before: before.side, after: after.side, currency });
    over = limit === undefined ? undefined : exceeded(answer, limit, wish);
    return { text: await diffText(answer, sides, settings, io), findings: findingsOf(answer) };
  });
  if (over === undefined || code === exitCodes.usage || code === exitCodes.failed) return code;
  io.stderr.write(`outlay: ${over}\n`);
  return exitCodes.finding;
}

async function diffText(answer: Diff, sides: DiffSides, settings: Settings, io: Io): Promise<string> {
  const head = { before: sides.before.head, after: sides.after.head };
  switch (settings.format) {
    case 'json': {
      const { catalogDigest } = await import('../../service/catalog-digest.ts');
      return diffJson(answer, head, catalogDigest(sides.vendors));
    }
    case 'markdown':
      return diffMarkdown({ diff: answer, head });
    default:
      return textOf(diffLines({ diff: answer, head }, terminalOf(settings, io)));
  }
}

/** What is wrong now and was not before, each once in however many cases. */
function findingsOf({ cases, expectations }: Diff): Findings {
  const broken = (of: 'limits' | 'budgets'): number =>
    new Set(cases.flatMap((c) => c[of].filter((l) => l.after?.state === 'broken').map((l) => l.name))).size;
  const failing = expectations.filter((e) => e.kind === 'fails now').length;
  return { expect: failing, limit: broken('limits'), budget: broken('budgets') };
}
