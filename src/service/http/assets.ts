// The page itself: what the build made of web/, in dist/web.

import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Context } from 'hono';
import { Problem } from '../problem.ts';
import { acceptedEncoding } from './encodings.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const namePattern = /^(?:[A-Za-z0-9_-][A-Za-z0-9_.-]*\/)*[A-Za-z0-9_-][A-Za-z0-9_.-]*$/;

/** A file of `assets/`; its name changes with its contents, so that a browser may keep it. */
export async function asset(c: Context, page: string, name: string): Promise<Response> {
  const type = types[extname(name)];
  if (type === undefined || !namePattern.test(name)) throw noSuchAsset(name);
  const file = join(page, 'assets', name);
  c.header('Content-Type', type);
  c.header('Vary', 'Accept-Encoding');
  const pressed =
    acceptedEncoding(c.req.header('accept-encoding'), ['br']) === undefined
      ? undefined
      : await read(`${file}.br`);
  const bytes = pressed ?? (await read(file));
  if (bytes === undefined) throw noSuchAsset(name);
  if (pressed !== undefined) c.header('Content-Encoding', 'br');
  c.header('Cache-Control', 'private, max-age=31536000, immutable');
  return c.body(bytes);
}

/** Every path that is no file is the page, which looks at the path itself. */
export async function indexPage(c: Context, page: string): Promise<Response> {
  const bytes = await read(join(page, 'index.html'));
  if (bytes === undefined) throw new Problem('not-found', 'the page was not built', 'Run `npm run build`.');
  c.header('Content-Type', 'text/html; charset=utf-8');
  return c.body(bytes);
}

async function read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}

function noSuchAsset(name: string): Problem {
  return new Problem(
    'not-found',
    `there is no \`${name.slice(0, 200)}\``,
    'Load the page again: it was built anew.',
  );
}
