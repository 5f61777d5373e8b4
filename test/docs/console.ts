// `$ outlay …` lines of a page, run in a folder of their own through the command line's main().

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

/** Characters in a line of the pages' output. */
const columns = 118;

export class Folder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'outlay-docs-'));

  write(name: string, text: string): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** The fence's commands, each with what it writes now. `; echo $?` behind a command shows its exit code. */
  async replay(body: string): Promise<string> {
    const parts: string[] = [];
    for (const line of body.split('\n').filter((l) => l.startsWith('$ '))) {
      const asked = /^\$ outlay (.*?)(; echo \$\?)?$/.exec(line);
      if (asked === null) throw new Error(`not a command of Outlay: ${line}`);
      const { code, text } = await this.#run(wordsOf(asked[1] ?? ''));
      parts.push(`${line}\n${text}${asked[2] === undefined ? '' : `${code}\n`}`);
    }
    return parts.join('\n');
  }

  async #run(args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
    let text = '';
    const write = (part: string | Uint8Array): void => {
      text += String(part);
    };
    const io: Io = {
      // as on a terminal of that width, without colours
      stdout: { write, isTerminal: true, columns },
      stderr: { write, isTerminal: true, columns },
      env: { NO_COLOR: '1', OUTLAY_DEBUG: '1' },
      cwd: this.path,
      readInput: async () => '',
      lines: async function* () {},
    };
    const code = await main(args, io);
    if (text.includes('an internal error')) throw new Error(text);
    return { code, text };
  }
}

/** Words as a shell takes them apart: blanks between them, quotes around them. */
function wordsOf(command: string): readonly string[] {
  const found = command.matchAll(/(?:"([^"]*)"|'([^']*)'|([^\s"']+))+/g);
  return [...found].map(([word]) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
