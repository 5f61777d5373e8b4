// The way every command goes: settings, plan, answer, output, findings, exit code.

import { Diagnostics } from '../diagnostics/diagnostic.ts';
import type { Terminal } from '../report/terminal-paint.ts';
import { guarded } from '../service/guarded.ts';
import { paintFor } from './colours.ts';
import { exitCodes } from './exit-codes.ts';
import { harmless } from './harmless.ts';
import { type Io, type Stream, widthWithoutTerminal } from './io.ts';
import { type Loaded, loadPlan } from './load.ts';
import { writeOutput } from './output.ts';
import { folderOf } from './plan-files.ts';
import { reportDiagnostics } from './report-diagnostics.ts';
import {
  type Abilities,
  type FindingKind,
  type Flags,
  type Format,
  resolveSettings,
  type Settings,
  type TextFormat,
} from './settings.ts';

export interface Answer {
  /** Bytes where the format is no text. */
  readonly text: string | Uint8Array;
  /** What `--fail-on` may look at: how many of each kind. */
  readonly findings: Findings;
}

export type Findings = Readonly<Partial<Record<FindingKind, number>>>;

/** Runs a command about one plan. `answer` gives undefined after it said in `loaded.out` what is wrong. */
export async function answerPlan<F extends Format = TextFormat>(
  path: string,
  flags: Flags,
  abilities: Abilities<F>,
  io: Io,
  answer: (loaded: Loaded<F>) => Promise<Answer | undefined>,
): Promise<number> {
  return answerWith(flags, abilities, folderOf(path, io), io, async (settings, out) => {
    const expectations = abilities.claims === true || settings.failOn.has('expect');
    const loaded = await loadPlan(path, io, settings, out, { expectations });
    return loaded === undefined ? undefined : answer(loaded);
  });
}

/** Runs a command that has no plan, or several. */
export async function answerWith<F extends Format = TextFormat>(
  flags: Flags,
  abilities: Abilities<F>,
  folder: string,
  io: Io,
  answer: (settings: Settings<F>, out: Diagnostics) => Promise<Answer | undefined>,
): Promise<number> {
  const out = new Diagnostics();
  const settings = resolveSettings(flags, abilities, { io, folder }, out);
  const given = out.failed ? undefined : await guarded(() => answer(settings, out), out);
  if (given === undefined || out.failed) {
    await reportDiagnostics(out.all, settings, io);
    return exitCodes.usage;
  }
  const written = writeOutput(given.text, settings.output, io, out);
  await reportDiagnostics(out.all, settings, io);
  if (!written) return exitCodes.failed;
  return exitCodeOf(given.findings, settings, io);
}

const findingNames: Readonly<Record<FindingKind, readonly [string, string]>> = {
  expect: ['expectation does not hold', 'expectations do not hold'],
  limit: ['limit is broken', 'limits are broken'],
  budget: ['budget is exceeded', 'budgets are exceeded'],
  stale: ['price is stale', 'prices are stale'],
  audit: ['figure does not follow', 'figures do not follow'],
};

function exitCodeOf(findings: Findings, settings: Settings<Format>, io: Io): number {
  const found = [...settings.failOn].filter((kind) => (findings[kind] ?? 0) > 0);
  if (found.length === 0) return exitCodes.fine;
  const said = found.map((kind) => {
    const count = findings[kind] ?? 0;
    return `${count} ${findingNames[kind][count === 1 ? 0 : 1]}`;
  });
  io.stderr.write(`outlay: ${said.join(', ')}\n`);
  return exitCodes.finding;
}

/** Where the answer of this run will be read. */
export function terminalOf(settings: Pick<Settings, 'output' | 'color'>, io: Io): Terminal {
  const direct = settings.output === undefined || settings.output === '-';
  const { stdout } = io;
  const file: Stream = { write: () => {}, isTerminal: false, columns: undefined };
  const stream = direct ? stdout : file;
  const width = (stream.isTerminal ? stream.columns : undefined) ?? widthWithoutTerminal;
  return { paint: paintFor(stream, io, settings.color), width: Math.max(40, width) };
}

/** Lines as a text that ends with a newline. */
export function textOf(lines: readonly string[]): string {
  return harmless(`${lines.map((line) => line.trimEnd()).join('\n')}\n`);
}
