// The page and its files.

import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { folderWith, serving } from './support.ts';

const html = '<!doctype html><title>The page</title>';
const script = 'export const x = 1;\n'.repeat(50);
const page = folderWith({
  'index.html': html,
  'secret.js': 'no',
  'assets/page-A1.js': script,
  'assets/page-A1.js.br': brotliCompressSync(script),
  'assets/fonts/text-B2.woff2': new Uint8Array([1, 2, 255]),
  'assets/kernel-C3.wasm': new Uint8Array([0, 97, 115, 109]),
  'assets/.hidden.js': 'no',
  'assets/notes.exe': 'no',
});
const client = await serving(folderWith({ 'a.yaml': 'plan: A\n' }), { page });

describe('the page', () => {
  test.each([
    '/',
    '/plan/shop.yaml',
    '/compare?by=tier',
    '/no/such/thing',
    '/apis',
    '/assets2/x.js',
    '//x',
    '/%',
  ])('stands at %s', async (path) => {
    const { status, headers, text } = await client.ask(path);
    expect([status, text, headers['content-type']]).toEqual([200, html, 'text/html; charset=utf-8']);
  });

  test('that was not built says so', async () => {
    const bare = await serving(folderWith());
    const { status, text } = await bare.ask('/');
    expect(status).toBe(404);
    expect(text).toContain('npm run build');
  });
});

describe('a file of the page', () => {
  test('is kept for ever, under its type', async () => {
    const { headers, text } = await client.ask('/assets/page-A1.js');
    expect(text).toBe(script);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
    });
    expect((await client.ask('/assets/kernel-C3.wasm')).headers['content-type']).toBe('application/wasm');
    const font = await client.ask('/assets/fonts/text-B2.woff2');
    expect([font.headers['content-type'], [...font.bytes]]).toEqual(['font/woff2', [1, 2, 255]]);
  });

  test.each([
    ['br', true],
    ['gzip, deflate, br;q=0.9', true],
    ['*', true],
    ['gzip', false],
    ['br;q=0', false],
    ['identity, *;q=0', false],
    ['', false],
  ])('is sent compressed to whoever takes it: %j', async (accept, compressed) => {
    const { headers, bytes } = await client.ask('/assets/page-A1.js', {
      headers: { 'accept-encoding': accept },
    });
    expect(headers['content-encoding']).toBe(compressed ? 'br' : undefined);
    expect(bytes.equals(compressed ? brotliCompressSync(script) : Buffer.from(script))).toBe(true);
  });

  test('is sent as it is where nothing is compressed beside it', async () => {
    const { headers, bytes } = await client.ask('/assets/kernel-C3.wasm', {
      headers: { 'accept-encoding': 'br' },
    });
    expect([headers['content-encoding'], bytes.length]).toEqual([undefined, 4]);
  });

  test('HEAD has everything but the body', async () => {
    const { status, headers, text } = await client.ask('/assets/page-A1.js', { method: 'HEAD' });
    expect([status, text, headers['content-type']]).toEqual([200, '', 'text/javascript; charset=utf-8']);
  });

  test.each([
    '/assets/none.js',
    '/assets/',
    '/assets/.hidden.js',
    '/assets/notes.exe',
    '/assets/fonts',
    '/assets/..%2fsecret.js',
    '/assets/%2e%2e/secret.js',
    '/assets/x/..%2f..%2fsecret.js',
    '/assets/..%5csecret.js',
    '/assets/%00.js',
    '/assets/page-A1.js%00.css',
    '/assets//etc/x.js',
    '/assets/%E0%A4%A',
  ])('is nothing else: %s', async (path) => {
    const { status, text } = await client.ask(path);
    // a path that is tidied by the rules of addresses may be one of the page itself
    expect(status === 404 || status === 400 || text === html).toBe(true);
    expect(text).not.toBe('no');
  });
});
