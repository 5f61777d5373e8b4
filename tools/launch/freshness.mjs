// Which files a build depends on, and whether one of them is newer than the last build. ./outlay asks the same
// question with find(1); the two lists must agree.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const INPUTS = ['src', 'web', 'vendors', 'schema', 'docs/errors', 'tools/launch', 'package.json'];

export const builtStamp = (root) => join(root, 'dist/.built');

export function isStale(root) {
  const built = modified(builtStamp(root));
  return built === 0 || !existsSync(join(root, 'dist/cli.js')) || newestInput(root) > built;
}

/** When the newest input changed. Folders count too: their time tells of files that were removed. */
export function newestInput(root) {
  return Math.max(...INPUTS.map((input) => newestIn(join(root, input))));
}

function newestIn(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
