// What does ./outlay cost on top of its Node and its bundle? Warm starts, in turn so that both see the same machine.
// Usage: npm run bench:start -- [rounds] [arguments of outlay…]
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeOf } from '../tools/launch/setup.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const [rounds = '40', ...rest] = process.argv.slice(2);
const args = rest.length > 0 ? rest : ['--version'];

const launcher = join(root, 'outlay');
spawnSync(launcher, args);

const ways = {
  'node -e 0': [nodeOf(root), '-e', '0'],
  'node dist/cli.js': [nodeOf(root), join(root, 'dist/cli.js'), ...args],
  './outlay': [launcher, ...args],
};
const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (let round = 0; round < Number(rounds); round++) {
  for (const [name, [command, ...its]] of Object.entries(ways)) {
    const start = performance.now();
    spawnSync(command, its);
    times[name].push(performance.now() - start);
  }
}
for (const [name, all] of Object.entries(times)) {
  const sorted = all.sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(1);
  console.log(`${name.padEnd(18)} median ${at(0.5)} ms   p95 ${at(0.95)} ms`);
}
