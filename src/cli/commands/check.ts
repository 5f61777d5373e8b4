// `outlay check PLAN…`: runs what plans claim about themselves.

import { type Diagnostic, Diagnostics } from '../../diagnostics/diagnostic.ts';
import { type CheckAnswer, checkAnswer, checkFindings } from '../../report/check-answer.ts';
import { checkJson } from '../../report/json-check.ts';
import { checkLines, totalLine } from '../../report/terminal-check.ts';
import { guarded } from '../../service/guarded.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { loadPlan } from '../load.ts';
import { folderOf } from '../plan-files.ts';
import { reportDiagnostics } from '../report-diagnostics.ts';
import { answerWith, type Findings, terminalOf, textOf } from '../run.ts';
import type { Abilities, FindingKind, Flags, Settings } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json'], failOn: ['expect', 'budget'] };

export interface CheckFlags extends Flags {
  readonly only?: string;
}

/** One plan as it was checked; without an answer where it cannot be read. */
interface Checked {
  readonly path: string;
  readonly answer: CheckAnswer | undefined;
  readonly catalog: string;
}

/** A plan that cannot be read does not keep the others from being checked; the exit code is then 2. */
export async function runCheck(named: readonly string[], flags: CheckFlags, io: Io): Promise<number> {
  const paths = plansAmong(named);
  let unreadable = false;
  const [first = '-'] = paths;
  const code = await answerWith(flags, abilities, folderOf(first, io), io, async (settings) => {
    const checked: Checked[] = [];
    const wrong: Diagnostic[] = [];
    for (const path of paths) {
      const out = new Diagnostics();
      checked.push(await checkOne(path, flags, settings, io, out));
      wrong.push(...out.all);
    }
    unreadable = checked.some((c) => c.answer === undefined);
    await reportDiagnostics(wrong, settings, io);
    return { text: await checkText(checked, settings, io), findings: sum(checked) };
  });
  return unreadable ? exitCodes.usage : code;
}

/** `plans/*.yaml` also names files of expectations, which are read with the plans that include them. */
function plansAmong(paths: readonly string[]): readonly string[] {
  const plans = paths.filter((path) => !/\.expect\.ya?ml$/.test(path));
  return plans.length === 0 ? paths : plans;
}

async function checkOne(
  path: string,
  flags: CheckFlags,
  settings: Settings,
  io: Io,
  out: Diagnostics,
): Promise<Checked> {
  const loaded = await loadPlan(path, io, settings, out, { expectations: true });
  if (loaded === undefined) return { path, answer: undefined, catalog: '' };
  const answer = await guarded(async () => checkAnswer(loaded.grid, loaded.pinned, flags.only), out);
  if (settings.format !== 'json') return { path, answer, catalog: '' };
  const { catalogDigest } = await import('../../service/catalog-digest.ts');
  return { path, answer, catalog: catalogDigest(loaded.vendors) };
}

function sum(checked: readonly Checked[]): Findings {
  const all = checked.flatMap((c) => (c.answer === undefined ? [] : [checkFindings(c.answer)]));
  const total = (kind: Exclude<FindingKind, 'audit'>): number => all.reduce((n, f) => n + f[kind], 0);
  return { expect: total('expect'), limit: total('limit'), budget: total('budget'), stale: total('stale') };
}

async function checkText(checked: readonly Checked[], settings: Settings, io: Io): Promise<string> {
  const readable = checked.flatMap((c) =>
    c.answer === undefined ? [] : [{ answer: c.answer, catalog: c.catalog }],
  );
  const unreadable = checked.filter((c) => c.answer === undefined).map((c) => c.path);
  if (settings.format === 'json') {
    return checkJson(readable, unreadable);
  }
  const terminal = terminalOf(settings, io);
  const blocks = readable.map(({ answer }) =>
    checkLines(answer, (kind) => settings.failOn.has(kind), terminal),
  );
  const lines = blocks.flatMap((block, i) => (i === 0 ? block : ['', ...block]));
  if (checked.length < 2) return lines.length === 0 ? '' : textOf(lines);
  return textOf([
    ...lines,
    '',
    totalLine(
      readable.map((r) => r.answer),
      unreadable.length,
      terminal.paint,
    ),
  ]);
}
