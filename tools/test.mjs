// `npm test`: sets itself up, then runs every check and every suite, and ends with the suites' count.
// Plain JavaScript for Node 20, because on a fresh clone nothing is installed yet.
// Arguments go to vitest: `npm test -- test/quantity`.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReady, pathFor } from './launch/setup.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const count = join(root, '.cache/test-count.json');

const CHECKS = {
  lint: ['biome', 'check', '--error-on-warnings'],
  typecheck: ['tsc'],
  'typecheck of the page': ['tsc', '-p', 'web'],
  direction: ['depcruise', '--config', '.dependency-cruiser.cjs', 'src', 'web'],
};
const SUITES = [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=./tools/count-reporter.mjs',
  ...process.argv.slice(2),
];

const notReady = await makeReady(root, { install: 'full' });
if (notReady !== 0) process.exit(notReady);
rmSync(count, { force: true });

const checks = await Promise.all(
  Object.entries(CHECKS).map(async ([name, command]) => ({ name, ...(await run(command)) })),
);
for (const { name, code, output } of checks) {
  process.stdout.write(code === 0 ? `${name}: fine\n` : `${name}: failed\n${output}\n`);
}
const suites = await run(SUITES, 'inherit');

const failed = [
  ...checks.filter(({ code }) => code !== 0).map(({ name }) => name),
  ...(suites.code === 0 ? [] : ['suites']),
];
if (failed.length > 0) {
  process.stdout.write(`failed: ${failed.join(', ')}\n`);
  process.exitCode = 1;
}

function run([command, ...args], stdio = 'pipe') {
  const env = { ...process.env, PATH: pathFor(root), OUTLAY_TEST_COUNT: count };
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', stdio, stdio] });
    const parts = [];
    child.stdout?.on('data', (part) => parts.push(part));
    child.stderr?.on('data', (part) => parts.push(part));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(parts).toString() }));
  });
}
