// The command line: runs one command and gives its exit code. Nothing here knows what a plan is.

import { CommanderError } from 'commander';
import { packageVersion } from '../service/package-version.ts';
import { exitCodes } from './exit-codes.ts';
import { type Io, processIo } from './io.ts';
import { buildProgram, Finished, isCommand, type Run } from './program.ts';

/** Runs one command; returns its exit code. Never throws. */
export async function main(given: readonly string[], io: Io = processIo()): Promise<number> {
  const run: Run = { code: exitCodes.fine };
  const args = withServe(given);
  try {
    const program = buildProgram(args, io, run, packageVersion);
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return exitCodes.usage;
    }
    await program.parseAsync([...args], { from: 'user' });
    return run.code;
  } catch (error) {
    if (error instanceof Finished) return exitCodes.fine;
    if (error instanceof CommanderError) return usageError(error, args.find(isCommand), io);
    return failure(error, io);
  }
}

/** A plan where a command would stand is opened in the page. */
function withServe(args: readonly string[]): readonly string[] {
  return /\.ya?ml$/i.test(args[0] ?? '') ? ['serve', ...args] : args;
}

/** Help that was asked for ends well; a group of commands without one of them does not. */
function usageError(error: CommanderError, command: string | undefined, io: Io): number {
  if (error.exitCode === 0) return exitCodes.fine;
  if (error.code === 'commander.help') return exitCodes.usage;
  const quoted = error.message.replace(/^error: /, '').replace(/'([^']*)'/g, '`$1`');
  const [first = '', ...rest] = quoted.split('\n');
  const guess = /\(Did you mean (.*)\?\)/.exec(rest.join(' '))?.[1];
  const help =
    command === undefined ? '`outlay --help` lists the commands' : `see \`outlay help ${command}\``;
  io.stderr.write(
    `error[E701]: ${first}\n   = help: ${guess === undefined ? help : `did you mean \`${guess}\`?`}\n`,
  );
  return exitCodes.usage;
}

/** One sentence and what to do; the stack is for those who ask. */
function failure(error: unknown, io: Io): number {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence = 'unknown'] = message.split('\n');
  io.stderr.write(`outlay: an internal error, which is our fault and not yours: ${sentence}\n`);
  const debug = io.env.OUTLAY_DEBUG;
  if (debug !== undefined && debug !== '' && error instanceof Error)
    io.stderr.write(`${error.stack ?? ''}\n`);
  else
    io.stderr.write(
      'Please report it with the command and the plan; OUTLAY_DEBUG=1 shows where it happened.\n',
    );
  return exitCodes.failed;
}
