// Runs the command line in this process, with streams that remember, in the folder of the fixtures.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io, Stream } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

export const fixtures = join(import.meta.dirname, '../fixtures/cli');

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: string;
  /** Both streams are a terminal so many characters wide. */
  readonly columns?: number;
}

class Remembering implements Stream {
  /** Bytes that are no text as one character each. */
  text = '';
  readonly isTerminal: boolean;
  readonly columns: number | undefined;

  constructor(columns: number | undefined) {
    this.isTerminal = columns !== undefined;
    this.columns = columns;
  }

  /** Bytes one by one. */
  write(text: string | Uint8Array): void {
    this.text += typeof text === 'string' ? text : Buffer.from(text).toString('latin1');
  }
}

async function* linesOf(input: string): AsyncIterable<string> {
  yield* input.split('\n').slice(0, input.endsWith('\n') ? -1 : undefined);
}

export async function outlay(args: readonly string[], around: Surroundings = {}): Promise<Outcome> {
  const [stdout, stderr] = [new Remembering(around.columns), new Remembering(around.columns)];
  const io: Io = {
    stdout,
    stderr,
    env: around.env ?? {},
    cwd: around.cwd ?? fixtures,
    readInput: async () => around.input ?? '',
    lines: () => linesOf(around.input ?? ''),
  };
  const code = await main(args, io);
  return { code, stdout: stdout.text, stderr: stderr.text };
}

/** What a person sees of a run, for golden files. */
export function transcript(args: readonly string[], { code, stdout, stderr }: Outcome): string {
  const part = (name: string, text: string): string => (text === '' ? '' : `--- ${name}\n${text}`);
  return `$ outlay ${args.join(' ')}\n${part('stdout', stdout)}${part('stderr', stderr)}--- exit ${code}\n`;
}

/** The same as a process of its own, from the sources. */
export async function outlayProcess(
  args: readonly string[],
  around: {
    readonly env?: Readonly<Record<string, string>>;
    readonly input?: string;
    /** The input does not end, as that of a person who has typed. */
    readonly isTyping?: boolean;
  } = {},
): Promise<Outcome> {
  const entry = join(import.meta.dirname, 'process-entry.ts');
  const flags = ['--no-warnings', '--experimental-strip-types', entry, ...args];
  const env = { PATH: process.env.PATH ?? '', ...around.env };
  const child = spawn(process.execPath, flags, { cwd: fixtures, env });
  const seen = { stdout: '', stderr: '' };
  child.stdout.on('data', (part) => {
    seen.stdout += part;
  });
  child.stderr.on('data', (part) => {
    seen.stderr += part;
  });
  child.stdin.write(around.input ?? '');
  if (around.isTyping !== true) child.stdin.end();
  const code = await new Promise<number>((resolve) => child.on('close', (c) => resolve(c ?? -1)));
  return { code, ...seen };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'outlay-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
