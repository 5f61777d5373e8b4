// Everything in docs/ that is written by the program: `node tools/docs/update.mjs`. Read the difference before you keep it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

run([vitest, 'run', 'test/docs'], { OUTLAY_UPDATE: '1' });
// the list of codes quotes a page, and the pages are new now
run([join(root, 'tools/docs/errors.mjs')]);
run([join(root, 'tools/docs/language.mjs')]);
process.exitCode = run([vitest, 'run', 'test/docs']);

function run(args, variables = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...variables },
    stdio: 'inherit',
  });
  return status ?? 1;
}
