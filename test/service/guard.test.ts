// Who is let in: the page of this server in this person's browser, and nobody else.

import { describe, expect, test } from 'vitest';
import { type Client, codeOf, folderWith, serving } from './support.ts';

const page = folderWith({ 'index.html': '<!doctype html><title>page</title>', 'assets/page-A1.js': 'go()' });
const root = folderWith({ 'shop.yaml': 'plan: Shop\n' });
const client = await serving(root, { page });
const { port, token, cookie } = client;
const save = { text: 'plan: Taken\n', base: null };

describe('the token', () => {
  test('in the address becomes a cookie of this port, and leaves the address', async () => {
    const { status, headers, text } = await client.ask(`/plan/shop?at=a&token=${token}&x=1`, {
      stranger: true,
    });
    expect({ status, location: headers.location, text }).toEqual({
      status: 303,
      location: '/plan/shop?at=a&x=1',
      text: '',
    });
    expect(headers['set-cookie']).toEqual([`${cookie}; HttpOnly; SameSite=Strict; Path=/`]);
  });

  test.each(['//evil.example/', '///evil.example', '/%2f/evil.example', '//evil.example/..//'])(
    'never sends anybody elsewhere: %s',
    async (path) => {
      const { status, headers } = await client.ask(`${path}?token=${token}`, { stranger: true });
      expect(status).toBe(303);
      expect(new URL(headers.location ?? '', `http://127.0.0.1:${port}/`).host).toBe(`127.0.0.1:${port}`);
      expect(headers.location).not.toMatch(/^\/\//);
    },
  );

  test.each([
    '/',
    '/plan/shop',
    '/assets/page-A1.js',
    '/api/workspace',
    '/api/files/shop.yaml',
    '/api/events',
  ])('is asked of everybody at %s', async (path) => {
    const wrong = `outlay_${port}=${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const given of [undefined, wrong, `outlay_${port}=`, `outlay_1=${token}`, `${token}`]) {
      const headers = given === undefined ? {} : { cookie: given };
      const { status, text } = await client.ask(path, { stranger: true, headers });
      expect(status).toBe(401);
      expect(text).not.toContain('Shop');
    }
  });

  test('is not taken from the address of data', async () => {
    expect((await client.ask(`/api/workspace?token=${token}`, { stranger: true })).status).toBe(401);
  });

  test('that is wrong is told in words, on a page that loads nothing', async () => {
    const { status, headers, text } = await client.ask('/?token=wrong', { stranger: true });
    expect(status).toBe(401);
    expect(headers['content-type']).toBe('text/html; charset=UTF-8');
    expect(headers['set-cookie']).toBe(undefined);
    expect(text).toContain('outlay serve');
    expect(text).not.toMatch(/<script|<link|src=|style/);
  });

  test('is another one at each start', async () => {
    const other = await serving(root);
    expect(other.token).not.toBe(token);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect((await other.ask('/api/workspace', { stranger: true, headers: { cookie } })).status).toBe(401);
  });

  test('is found among other cookies', async () => {
    const headers = { cookie: `a=b; outlay_${port}=old; ${cookie}; c=d` };
    expect((await client.ask('/api/workspace', { stranger: true, headers })).status).toBe(200);
  });
});

describe('another site', () => {
  test.each([
    'evil.example',
    `evil.example:${9}`,
    '127.0.0.1',
    '127.0.0.1:1',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.256',
    '0.0.0.0',
    '[::]',
    '[::ffff:127.0.0.1]',
    '2130706433',
  ])('has another name: %s', async (name) => {
    const host = /:\d+$/.test(name) || name === '127.0.0.1' ? name : `${name}:${port}`;
    const answer = await client.ask('/api/workspace', { headers: { host } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain('Shop');
  });

  test.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]', '127.1.2.3'])(
    'is not this machine: %s',
    async (name) => {
      const { status } = await client.ask('/api/workspace', { headers: { host: `${name}:${port}` } });
      expect(status).toBe(200);
    },
  );

  test('may not be named in the request line either', async () => {
    const head = `GET http://evil.example:${port}/api/workspace HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n`;
    const seen = await client.raw(`${head}Cookie: ${cookie}\r\nConnection: close\r\n\r\n`);
    expect(seen).toMatch(/^HTTP\/1\.1 40[03] /);
    expect(seen).not.toContain('Shop');
  });

  test('sends no requests here', async () => {
    const foreign: Readonly<Record<string, string>>[] = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: `https://127.0.0.1:${port}` },
      { origin: 'http://127.0.0.1:1' },
      { origin: `http://localhost:${port}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'anything' },
    ];
    for (const headers of foreign) {
      const read = await client.ask('/api/files/shop.yaml', { headers });
      expect([read.status, codeOf(read)]).toEqual([403, 'foreign']);
      expect((await client.ask(`/?token=${token}`, { stranger: true, headers })).status).toBe(403);
      expect((await client.send('PUT', '/api/files/new.yaml', save, { headers })).status).toBe(403);
    }
    expect((await client.ask('/api/files/new.yaml')).status).toBe(404);
  });

  test('sends no forms here', async () => {
    const forms: Readonly<Record<string, string>>[] = [
      { 'content-type': 'application/json' },
      { 'content-type': 'text/plain', 'x-outlay': '1' },
      { 'content-type': 'application/x-www-form-urlencoded', 'x-outlay': '1' },
      { 'content-type': 'multipart/form-data; boundary=a', 'x-outlay': '1' },
      { 'x-outlay': '1' },
      { 'content-type': 'application/json', 'x-outlay': '0' },
    ];
    for (const headers of forms) {
      for (const [method, path] of [
        ['PUT', '/api/files/new.yaml'],
        ['POST', '/api/report'],
        ['DELETE', '/'],
      ] as const) {
        const { status } = await client.ask(path, { method, headers, body: JSON.stringify(save) });
        expect([403, 415]).toContain(status);
      }
    }
    expect((await client.ask('/api/files/new.yaml')).status).toBe(404);
  });

  test('is asked nothing before it is told that it may not', async () => {
    const headers = { origin: 'http://evil.example', 'access-control-request-method': 'PUT' };
    const answer = await client.ask('/api/files/new.yaml', { method: 'OPTIONS', stranger: true, headers });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('every answer', () => {
  const paths = [
    '/',
    '/assets/page-A1.js',
    '/api/workspace',
    '/api/files/none.yaml',
    '/assets/none.js',
    '/api/none',
  ];

  test.each(paths)('says what a browser may do with it: %s', async (path) => {
    for (const stranger of [false, true]) {
      const { headers } = await client.ask(path, { stranger });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
    }
  });

  test('of the page may be run by the page, and of data by nobody', async () => {
    const policyOf = async (path: string) => (await client.ask(path)).headers['content-security-policy'];
    expect(await policyOf('/')).toContain("script-src 'self' 'wasm-unsafe-eval'");
    expect(await policyOf('/assets/page-A1.js')).toBe(await policyOf('/'));
    expect(await policyOf('/api/workspace')).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
  });

  test('of data is not kept', async () => {
    for (const path of ['/api/workspace', '/api/files/shop.yaml', '/api/templates', '/api/none']) {
      expect((await client.ask(path)).headers['cache-control']).toBe('no-store');
    }
  });
});

describe('what is not asked like this', () => {
  test.each([
    ['POST', '/api/workspace', 'GET'],
    ['DELETE', '/api/files/shop.yaml', 'GET, PUT'],
    ['PUT', '/api/report', 'POST'],
    ['POST', '/', 'GET'],
    ['PUT', '/assets/page-A1.js', 'GET'],
    ['HEAD', '/api/events', 'GET'],
  ])('%s %s', async (method, path, allow) => {
    const { status, headers } = await client.send(method, path, {});
    expect([status, headers.allow]).toEqual([405, allow]);
  });

  test.each(['TRACE', 'CONNECT', 'PROPFIND', 'QUERY'])('%s', async (method) => {
    const head = `${method} / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nX-Outlay: 1\r\n`;
    const seen = await client.raw(`${head}Content-Type: application/json\r\nConnection: close\r\n\r\n`);
    expect(seen).not.toMatch(/^HTTP\/1\.1 [23]/);
  });

  test('headers without end', async () => {
    const seen = await client.raw(
      `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
    );
    expect(seen).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('no HTTP at all', async () => {
    expect(await client.raw('hello\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('a slow client', () => {
  const patient = { headers: 300, request: 600, idle: 5_000 };
  const slow: Promise<Client> = serving(root, {}, patient);

  test('is let go while it writes its headers', async () => {
    expect(await (await slow).raw('GET / HTTP/1.1\r\nHost: a')).toMatch(/^HTTP\/1\.1 408 |^$/);
  });

  test('is let go while it writes its body', async () => {
    const one = await slow;
    const head = `PUT /api/files/slow.yaml HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\nCookie: ${one.cookie}\r\nX-Outlay: 1\r\n`;
    const seen = await one.raw(
      `${head}Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{"text":`,
    );
    expect(seen).not.toMatch(/^HTTP\/1\.1 2/);
    expect((await one.ask('/api/files/slow.yaml')).status).toBe(404);
  });
});
