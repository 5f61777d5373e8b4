// Bundles the page to dist/web: index.html, and under assets/ the page itself, the engine and the charts (each a worker of its
// own), styles and fonts, all with names that change with their contents.
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'esbuild';

const compress = promisify(brotliCompress);

/** What a browser is asked to understand: the last two years of them. */
const target = ['es2023', 'chrome120', 'firefox121', 'safari17'];

/** Small enough to be sent as it is, or compressed already. */
const PLAIN = /\.(?:woff2|map)$/;

/**
 * @param {string} root the checkout
 * @param {{ alias: Record<string, string> }} options
 * @returns {Promise<ReadonlyMap<string, string | Uint8Array>>} contents by absolute path
 */
export async function buildWeb(root, { alias }) {
  const outdir = join(root, 'dist/web/assets');
  mkdirSync(outdir, { recursive: true });
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target,
    outdir,
    write: false,
    minify: true,
    legalComments: 'none',
    sourcemap: false,
    splitting: true,
    metafile: true,
    alias,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.woff2': 'file' },
    entryPoints: [
      { in: 'web/main.tsx', out: 'page' },
      { in: 'web/engine/worker.ts', out: 'engine' },
      { in: 'web/charts/worker.ts', out: 'charts' },
    ],
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    logLevel: 'warning',
  });
  const names = entryNames(metafile);
  const files = new Map();
  for (const { path, contents } of outputFiles) {
    files.set(path, contents);
    if (!PLAIN.test(path))
      files.set(`${path}.br`, await compress(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  files.set(join(root, 'dist/web/index.html'), indexHtml(root, names));
  return files;
}

/** `web/main.tsx` -> what its bundle and its styles are called. */
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
