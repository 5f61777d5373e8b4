// Some suites read reference material that lies beside the repository, in ../shared (or where OUTLAY_SHARED says).
// Without it they are skipped, and say so.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'vitest';

const folder = resolve(process.env.OUTLAY_SHARED ?? join(import.meta.dirname, '../../../shared'));

/** The full path of something in ../shared, or null when it is not there. */
export function shared(path: string): string | null {
  const full = join(folder, path);
  return existsSync(full) ? full : null;
}

/**
 * A `describe` whose suite reads ../shared, or only `path` in it; `suite` gets the full path.
 * When that is not there the suite is not even collected.
 */
export function describeWithShared(name: string, suite: (path: string) => void, path = ''): void {
  const full = shared(path);
  if (full !== null) {
    describe(name, () => suite(full));
    return;
  }
  const note = `skipped: ${join('../shared', path)} is not there`;
  console.warn(`${name}: ${note}`);
  describe(name, () => test.skip(note, () => {}));
}
