// Bundles the command line to dist/cli.js, the library to dist/index.js and the page to dist/web. Each dynamic import() of the source
// becomes a chunk of its own, loaded when it is asked for.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { buildWeb } from './build-web.mjs';
import { builtStamp, newestInput } from './freshness.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(root, 'dist');
const KEEP_OLD_CHUNKS = 10 * 60_000;

// An input that changes while we build must look newer than this build.
const stampTime = Math.max(Date.now() - 1, newestInput(root));

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  outdir: 'dist',
  write: false,
  // Whitespace and syntax only: names stay readable in stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  sourcemap: 'linked',
  sourcesContent: false,
  logLevel: 'warning',
};

// The same library as ES modules: a sixth off the start of any command that reads YAML.
const alias = { yaml: join(root, 'node_modules/yaml/browser/index.js') };

// commander can start subcommands that are programs of their own; ours are not, and loading what that needs costs every start
// several milliseconds.
const withoutSubprograms = {
  name: 'without-subprograms',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'nothing' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: 'export default {};' }));
  },
};

// The local server is a bundle of its own. Split together with the commands, what both use would be cut into a dozen pieces more, and
// every command would have those files to read.
const withoutServer = {
  name: 'without-server',
  setup({ onResolve }) {
    onResolve({ filter: /service\/http\/server\.ts$/ }, () => ({ path: '../service.js', external: true }));
  },
};

const split = {
  ...common,
  splitting: true,
  alias,
  chunkNames: 'chunks/[name]-[hash]',
  banner: {
    js: "import{createRequire as $require}from'node:module';const require=$require(import.meta.url);",
  },
};
const cli = build({
  ...split,
  plugins: [withoutSubprograms, withoutServer],
  entryPoints: [{ in: 'tools/launch/cli-entry.ts', out: 'cli' }],
});
const server = 'src/service/http/server.ts';
const service = existsSync(join(root, server))
  ? build({
      ...split,
      entryPoints: [
        { in: server, out: 'service' },
        { in: 'src/service/reports/worker.ts', out: 'report-worker' },
        { in: 'src/service/crew/thread.ts', out: 'sample-thread' },
      ],
    })
  : { outputFiles: [] };
const library = existsSync(join(root, 'src/index.ts'))
  ? build({ ...common, entryPoints: ['src/index.ts'], packages: 'external' })
  : { outputFiles: [] };

const [bundles, page] = await Promise.all([Promise.all([cli, service, library]), buildWeb(root, { alias })]);
const files = bundles.flatMap((result) => result.outputFiles);
for (const file of files) writeWhole(file.path, withShebang(file));
for (const [path, contents] of page) writeWhole(path, contents);
await writeVendors();
removeOld(join(dist, 'chunks'), new Set(files.map((file) => file.path)));
removeOld(join(dist, 'web/assets'), new Set(page.keys()));
rmSync(join(dist, '.cache'), { recursive: true, force: true });
writeFileSync(builtStamp(root), '');
utimesSync(builtStamp(root), stampTime / 1000, stampTime / 1000);

/** The packer is TypeScript of ours and the Node that builds may be one that does not read it: bundled first, then run. */
async function writeVendors() {
  const { outputFiles } = await build({
    ...common,
    entryPoints: ['tools/launch/pack-vendors.ts'],
    sourcemap: false,
    alias,
  });
  const packer = join(dist, `.pack-vendors.${process.pid}.mjs`);
  writeFileSync(packer, outputFiles[0].contents);
  try {
    const { packVendors } = await import(pathToFileURL(packer).href);
    writeWhole(join(dist, 'vendors.json'), packVendors(join(root, 'vendors')));
  } finally {
    rmSync(packer, { force: true });
  }
}

function withShebang(file) {
  return file.path === join(dist, 'cli.js') ? `#!/usr/bin/env node\n${file.text}` : file.contents;
}

/** A program that starts meanwhile sees the old file or the new one, never half of one. */
function writeWhole(path, contents) {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, contents, { mode: path === join(dist, 'cli.js') ? 0o755 : 0o644 });
  renameSync(partial, path);
}

/** Chunks of the last build stay for a while: a program or a page that started on them may still ask for one. */
function removeOld(folder, current) {
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    if (!current.has(path) && Date.now() - statSync(path).mtimeMs > KEEP_OLD_CHUNKS) rmSync(path);
  }
}
