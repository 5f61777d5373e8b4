// What a person waits for: `bill` on a real plan, as a whole process, beside a bare Node and beside publicodes reading and
// evaluating a model of the same size. Rounds are interleaved, so that all see the same machine.
// Usage: npm run bench:startup -- [rounds]   (publicodes needs `npm run bench:setup` once)
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeOf } from '../tools/launch/setup.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const rounds = Number(process.argv[2] ?? 25);
const plan = join(root, 'plans/kec18.yaml');
const node = nodeOf(root);
spawnSync(join(root, 'outlay'), ['--version']);

/** As many rules as the plan has inputs, formulas and items; each a product and a sum of two others. */
const names = readFileSync(plan, 'utf8').match(/^ {2}[a-z_0-9]+:/gm) ?? [];
const folder = mkdtempSync(join(tmpdir(), 'outlay-bench-'));
const model = join(folder, 'model.mjs');
const rules = names
  .map((_, i) => (i < 2 ? `r${i}: 5` : `r${i}: r${i - 1} * 0.5 + r${i - 2} * 0.5`))
  .join('\n');
const yaml = JSON.stringify(rules);
const publicodes = join(root, 'bench/node_modules/publicodes/dist/index.js');
const yamlModule = join(root, 'node_modules/yaml/browser/index.js');
writeFileSync(
  model,
  `import { parse } from ${JSON.stringify(yamlModule)};\nimport * as p from ${JSON.stringify(publicodes)};\nconst Engine = p.default?.default ?? p.default;\nconst e = new Engine(parse(${yaml}), { logger: { log() {}, warn() {}, error() {} } });\nprocess.stdout.write(String(e.evaluate('r${names.length - 1}').nodeValue));\n`,
);

const ways = {
  'node -e 0': [node, '-e', '0'],
  'outlay bill kec18': [node, join(root, 'dist/cli.js'), 'bill', plan, '--at', 'tier=b'],
  'outlay bill kec18, every case': [node, join(root, 'dist/cli.js'), 'bill', plan],
  'outlay check kec18': [node, join(root, 'dist/cli.js'), 'check', plan],
  ...(existsSync(publicodes) ? { [`publicodes, ${names.length} rules`]: [node, model] } : {}),
};
const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
for (const [name, [command, ...args]] of Object.entries(ways)) {
  const { status, stderr } = spawnSync(command, args);
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
}
for (let round = 0; round < rounds; round++) {
  for (const [name, [command, ...args]] of Object.entries(ways)) {
    const start = performance.now();
    spawnSync(command, args);
    times[name].push(performance.now() - start);
  }
}
rmSync(folder, { recursive: true });
const at = (all, share) => all[Math.floor((all.length - 1) * share)];
const bare = at(
  times['node -e 0'].sort((a, b) => a - b),
  0.5,
);
console.log(
  `median of ${rounds} whole processes, Node ${spawnSync(node, ['--version']).stdout.toString().trim()}`,
);
for (const [name, all] of Object.entries(times)) {
  const sorted = all.sort((a, b) => a - b);
  const median = at(sorted, 0.5);
  console.log(
    `${name.padEnd(30)} ${median.toFixed(0).padStart(5)} ms   p95 ${at(sorted, 0.95).toFixed(0).padStart(4)} ms   over bare node ${(median - bare).toFixed(0).padStart(4)} ms`,
  );
}
