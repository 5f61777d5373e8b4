// What a run of the command line touches: its streams, its environment, its folder. A test gives its own.

import { isatty } from 'node:tty';

export interface Stream {
  write(text: string | Uint8Array): void;
  readonly isTerminal: boolean;
  /** Characters in a line; undefined where nobody looks at it. */
  readonly columns: number | undefined;
}

export interface Io {
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** All of standard input. */
  readInput(): Promise<string>;
  /** Standard input line by line, as a person types. */
  lines(): AsyncIterable<string>;
}

/** A line on a pipe or in a file may be longer than on most screens. */
export const widthWithoutTerminal = 120;

export function processIo(): Io {
  return {
    stdout: new ProcessStream(1, () => process.stdout),
    stderr: new ProcessStream(2, () => process.stderr),
    env: process.env,
    cwd: process.cwd(),
    readInput,
    lines,
  };
}

/** Opened when something is written: Node needs milliseconds for each of its streams, and most runs use one. */
class ProcessStream implements Stream {
  readonly isTerminal: boolean;
  readonly #open: () => NodeJS.WriteStream;
  #stream: NodeJS.WriteStream | undefined;

  constructor(descriptor: number, open: () => NodeJS.WriteStream) {
    this.isTerminal = isatty(descriptor);
    this.#open = open;
  }

  get columns(): number | undefined {
    return this.isTerminal ? this.#get().columns : undefined;
  }

  write(text: string | Uint8Array): void {
    if (text.length > 0) this.#get().write(text);
  }

  #get(): NodeJS.WriteStream {
    if (this.#stream === undefined) {
      this.#stream = this.#open();
      // whoever closes the pipe early (`| head`) has seen enough: not an error
      this.#stream.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
      });
    }
    return this.#stream;
  }
}

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

/** What reads lines is loaded when somebody asks for one. Whoever has read enough ends the input, which would hold the process. */
async function* lines(): AsyncIterable<string> {
  const { createInterface } = await import('node:readline');
  try {
    yield* createInterface({ input: process.stdin });
  } finally {
    process.stdin.destroy();
  }
}
