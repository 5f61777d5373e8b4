// Some suites look at a result with a program of the system: a browser, a reader of PDFs (.ci/run installs them). Without it they
// are skipped, and say so.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from 'vitest';

/** The full path of a program, or undefined when it is not there. */
export function program(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** A `describe` whose suite needs the programs; `suite` gets their full paths. */
export function describeWithPrograms<const N extends readonly string[]>(
  name: string,
  names: N,
  suite: (paths: { readonly [I in keyof N]: string }) => void,
): void {
  const missing = names.filter((each) => program(each) === undefined);
  if (missing.length === 0) {
    describe(name, () => suite(names.map((each) => program(each) ?? '') as { [I in keyof N]: string }));
    return;
  }
  const note = `skipped: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not installed`;
  console.warn(`${name}: ${note}`);
  describe(name, () => test.skip(note, () => {}));
}
