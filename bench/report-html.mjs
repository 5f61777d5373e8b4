// What a report costs in each format: whole processes on the plan that takes longest, wall clock and the most memory held.
// Rounds are interleaved, so that all see the same machine; the largest plan is found by asking.
// Usage: npm run bench:report -- [rounds] [plan]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeOf } from '../tools/launch/setup.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const [rounds = '5', wanted] = process.argv.slice(2);
spawnSync(join(root, 'outlay'), ['--version']);
const node = nodeOf(root);
const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-'));

// the peak is told by the process itself, when it ends
const teller =
  "data:text/javascript,import{writeSync}from'node:fs';process.on('exit',()=>writeSync(3,String(process.resourceUsage().maxRSS)))";

function run(plan, format) {
  const file = join(folder, `report.${format}`);
  const start = performance.now();
  const { status, stderr, output } = spawnSync(
    node,
    ['--import', teller, join(root, 'dist/cli.js'), 'report', plan, '-f', format, '-o', file],
    { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] },
  );
  const time = performance.now() - start;
  if (status !== 0) throw new Error(`${format} of ${plan} ended with ${status}: ${stderr}`);
  return { time, memory: Number(output[3]) / 1024, size: statSync(file).size };
}

const names = readdirSync(join(root, 'plans')).filter((name) => /^[^.]+\.yaml$/.test(name));
const plans = wanted === undefined ? names.map((name) => join(root, 'plans', name)) : [wanted];
const [plan] = plans
  .map((path) => ({ path, time: run(path, 'markdown').time }))
  .sort((a, b) => b.time - a.time)
  .map(({ path }) => path);

const formats = ['markdown', 'json', 'html', 'pdf'];
const results = Object.fromEntries(formats.map((format) => [format, []]));
for (let round = 0; round < Number(rounds); round++)
  for (const format of formats) results[format].push(run(plan, format));
rmSync(folder, { recursive: true });

const median = (all) => [...all].sort((a, b) => a - b)[Math.floor((all.length - 1) / 2)];
console.log(`report of ${relative(root, resolve(plan))}: median of ${rounds} whole processes`);
for (const [format, all] of Object.entries(results)) {
  const time = median(all.map((r) => r.time)) / 1000;
  const best = Math.min(...all.map((r) => r.time)) / 1000;
  const memory = median(all.map((r) => r.memory));
  console.log(
    `${format.padEnd(10)} ${time.toFixed(2).padStart(6)} s   best ${best.toFixed(2).padStart(5)} s   ${memory.toFixed(0).padStart(5)} MB   ${(all[0].size / 1000).toFixed(0).padStart(6)} kB`,
  );
}
