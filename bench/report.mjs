// What a report costs in each format: time and memory of a process of its own, the plan read and the file written.
// Usage: npm run bench:report -- [plan] [rounds]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeReady, nodeOf } from '../tools/launch/setup.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const [plan = join(root, 'plans/debt-dashboard.yaml'), rounds = '7'] = process.argv.slice(2);
if ((await makeReady(root, { install: 'run' })) !== 0) process.exit(1);

const formats = { markdown: 'md', xlsx: 'xlsx' };
const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-'));
const cli = join(root, 'dist/cli.js');
// the process says itself how much it held at most, and how long it worked
const tell = join(root, 'bench/tell-usage.mjs');

try {
  for (const [format, ending] of Object.entries(formats)) {
    const file = join(folder, `report.${ending}`);
    const args = ['--import', tell, cli, 'report', plan, '-f', format, '-o', file];
    const seen = Array.from({ length: Number(rounds) }, () => {
      const start = performance.now();
      const { status, stderr } = spawnSync(nodeOf(root), args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr);
      return { wall: performance.now() - start, ...JSON.parse(stderr.trim().split('\n').at(-1)) };
    });
    const median = (of) => seen.map(of).sort((a, b) => a - b)[Math.floor((seen.length - 1) / 2)];
    const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
    console.log(
      `${format.padEnd(9)} median ${seconds(median((s) => s.wall))} (processor ${seconds(median((s) => s.processor))})` +
        `   ${Math.round(median((s) => s.memory) / 1024)} MB   file ${Math.round(statSync(file).size / 1024)} kB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
