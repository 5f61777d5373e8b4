// Bundles the page to dist/web: index.html, and under assets/ the page itself, the engine and the charts (each a worker of its
// own), styles, fonts and the help for error codes, all with names that change with their contents; and the page as one file that
// needs no server.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'esbuild';
import { errorHelp } from './error-help.mjs';

const compress = promisify(brotliCompress);

/** Compressed already. */
const PLAIN = /\.woff2$/;

const THREADS = [
  { in: 'web/main.tsx', out: 'page' },
  { in: 'web/engine/worker.ts', out: 'engine' },
  { in: 'web/charts/worker.ts', out: 'charts' },
];

/**
 * @param {string} root the checkout
 * @param {{ alias: Record<string, string> }} options
 * @returns {Promise<ReadonlyMap<string, string | Uint8Array>>} contents by absolute path
 */
export async function buildWeb(root, { alias }) {
  const common = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    // what a browser is asked to understand: the last two years of them
    target: ['es2023', 'chrome120', 'firefox121', 'safari17'],
    outdir: join(root, 'dist/web/assets'),
    entryPoints: THREADS,
    write: false,
    minify: true,
    legalComments: 'none',
    metafile: true,
    alias,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  };
  const [served, alone] = await Promise.all([
    build({
      ...common,
      splitting: true,
      loader: { '.woff2': 'file' },
      entryNames: '[name]-[hash]',
      chunkNames: '[name]-[hash]',
      assetNames: '[name]-[hash]',
    }),
    // in one file fonts are those of the reader's system
    build({ ...common, loader: { '.woff2': 'empty' } }),
  ]);
  const files = new Map(served.outputFiles.map(({ path, contents }) => [path, contents]));
  const help = JSON.stringify(errorHelp(root));
  const standalone = Buffer.from(standaloneHtml(alone.outputFiles, help));
  const named = (name, ending, contents) => {
    const hash = createHash('sha256').update(contents).digest('hex').slice(0, 8);
    files.set(join(common.outdir, `${name}-${hash}.${ending}`), contents);
    return `${name}-${hash}.${ending}`;
  };
  const own = {
    standalone: named('standalone', 'html', standalone),
    help: named('help', 'json', Buffer.from(help)),
  };
  await Promise.all(
    [...files].map(async ([path, contents]) => {
      if (PLAIN.test(path)) return;
      files.set(`${path}.br`, await compress(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    }),
  );
  const names = { ...entryNames(served.metafile), ...own };
  files.set(join(root, 'dist/web/index.html'), indexHtml(root, names));
  return files;
}

/** `main.tsx` -> what its bundle and its styles are called. */
function entryNames({ outputs }) {
  const names = {};
  for (const [path, { entryPoint, cssBundle }] of Object.entries(outputs)) {
    if (entryPoint === undefined) continue;
    names[relative('web', entryPoint)] = basename(path);
    if (cssBundle !== undefined) names[`${relative('web', entryPoint)} styles`] = basename(cssBundle);
  }
  return names;
}

function indexHtml(root, names) {
  const text = readFileSync(join(root, 'web/index.html'), 'utf8');
  return text.replace(/\{\{ ([^}]+) \}\}/g, (_, name) => {
    if (names[name] === undefined)
      throw new Error(`web/index.html asks for ${name}, which the build does not make`);
    return `/assets/${names[name]}`;
  });
}

/** Everything in one page; whoever saves it puts a plan in the place of `embedded`. Its policy names what may run by its hash. */
function standaloneHtml(outputs, help) {
  const text = (name) => {
    const found = outputs.find(({ path }) => basename(path) === name);
    // the only thing that could end a script or a style early
    return (found?.text ?? '').trim().replaceAll('</script', '<\\/script').replaceAll('</style', '<\\/style');
  };
  const hash = (content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
  const [page, styles] = [text('page.js'), text('page.css')];
  const policy = [
    "default-src 'none'",
    `script-src ${hash(page)} blob: 'wasm-unsafe-eval'`,
    `style-src ${hash(styles)}`,
    'worker-src blob:',
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Outlay</title>
<style>${styles}</style>
</head>
<body>
<div id="page"><p class="starting">Reading the plan…</p></div>
<script type="application/json" id="embedded">{{ embedded }}</script>
<script type="application/json" id="help">${help.replaceAll('<', '\\u003c')}</script>
<script type="text/plain" id="engine-worker">${text('engine.js')}</script>
<script type="text/plain" id="charts-worker">${text('charts.js')}</script>
<script type="module">${page}</script>
</body>
</html>
`;
}
