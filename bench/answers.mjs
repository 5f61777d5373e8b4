// How long a person waits for each answer about the largest plan, as whole processes; and where the time of its report goes, from
// the text of the plan on: reading, the graph, then section by section in the order in which they are written (each answer is asked by
// the first section that needs it).
// Usage: npm run bench:answers -- [rounds] [plan]
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Catalog } from '../src/catalog/catalog.ts';
import { Diagnostics } from '../src/diagnostics/diagnostic.ts';
import { buildGraph } from '../src/graph/build.ts';
import { Grid } from '../src/grid/evaluate.ts';
import { readPlan } from '../src/plan/read-plan.ts';
import { buildReport } from '../src/report/document.ts';
import { sectionNames } from '../src/report/section-names.ts';
import { nodeOf } from '../tools/launch/setup.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const [rounds = '7', given = join(root, 'plans/debt-dashboard.yaml')] = process.argv.slice(2);
const plan = resolve(given);
const node = nodeOf(root);
spawnSync(join(root, 'outlay'), ['--version']);

const answers = ['bill', 'tco', 'limits', 'check', 'recommend', 'report'];
const commands = {
  'node -e 0': [node, '-e', '0'],
  ...Object.fromEntries(answers.map((name) => [name, [node, join(root, 'dist/cli.js'), name, plan]])),
};
const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
for (let round = 0; round < Number(rounds); round++) {
  for (const [name, [command, ...args]] of Object.entries(commands)) {
    const start = performance.now();
    const { status, stderr } = spawnSync(command, args, { maxBuffer: 1 << 27 });
    if (status !== 0) throw new Error(`${name} ended with ${status}: ${stderr}`);
    times[name].push(performance.now() - start);
  }
}
console.log(`${basename(plan)}, whole processes, ${rounds} rounds in turn:`);
for (const [name, all] of Object.entries(times)) {
  const sorted = all.sort((a, b) => a - b);
  const at = (share) => sorted[Math.floor((sorted.length - 1) * share)].toFixed(0).padStart(6);
  console.log(`  ${name.padEnd(12)} least ${at(0)} ms   median ${at(0.5)} ms   most ${at(1)} ms`);
}

const textOf = (path) => {
  try {
    return { file: path, text: readFileSync(path, 'utf8') };
  } catch {
    return undefined;
  }
};
const spent = [];
const timed = (name, run) => {
  const start = performance.now();
  const result = run();
  spent.push([name, performance.now() - start]);
  return result;
};
const out = new Diagnostics();
const read = timed('reading the plan and its expectations', () =>
  readPlan(textOf(plan), { read: (path) => textOf(join(dirname(plan), path)) }, out),
);
const vendors = { vendor: (id) => textOf(join(root, 'vendors', `${id}.yaml`)), ids: () => [] };
const model = timed('the graph, and the catalog that it needs', () =>
  buildGraph(read, Catalog.of(vendors, read.units, out), out),
);
if (model === undefined) throw new Error(out.all.map((d) => d.message).join('\n'));
// one grid: a figure that one section computed, the next one has
const grid = new Grid(model.graph);
for (const section of sectionNames)
  timed(`section ${section}`, () => buildReport(model, grid, { sections: [section] }));
const all = spent.reduce((sum, [, ms]) => sum + ms, 0);
console.log(
  `\nwhere it goes, in one process that has computed nothing before (${model.graph.nodes.length} nodes):`,
);
for (const [name, ms] of spent) {
  console.log(
    `  ${name.padEnd(42)} ${ms.toFixed(0).padStart(6)} ms  ${((100 * ms) / all).toFixed(0).padStart(3)}%`,
  );
}
