// Files of the folder: read, saved, told of when they change; and nothing outside it, ever.

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileAnswer } from '../../src/service/contract.ts';
import { versionOf } from '../../src/service/workspace/files.ts';
import { type Answer, codeOf, folderWith, serving } from './support.ts';

const secret = 'plan: a secret of somebody else\n';

/** A workspace with things around it that nobody may reach. */
function guardedFolder(): string {
  const around = folderWith({
    'secret.yaml': secret,
    'beside/secret.yaml': secret,
    'root2/secret.yaml': secret,
    'root/shop.yaml': 'plan: Shop\ncurrency: EUR\n',
    'root/more/deep.yaml': 'plan: Deep\n',
    'root/read.csv': 'a,b\n1,2\n',
    'root/notes.md': '# Notes\n',
    'root/secret.pem': secret,
    'root/.hidden.yaml': secret,
    'root/.git/secret.yaml': secret,
    'root/node_modules/x/secret.yaml': secret,
  });
  const root = join(around, 'root');
  symlinkSync('../secret.yaml', join(root, 'out.yaml'));
  symlinkSync('../beside', join(root, 'outfolder'));
  symlinkSync('.git/secret.yaml', join(root, 'tohidden.yaml'));
  symlinkSync('secret.pem', join(root, 'topem.yaml'));
  symlinkSync('../nowhere.yaml', join(root, 'dangling.yaml'));
  symlinkSync('loop.yaml', join(root, 'loop.yaml'));
  symlinkSync('more/deep.yaml', join(root, 'inside.yaml'));
  mkdirSync(join(root, 'folder.yaml'));
  return root;
}

const root = guardedFolder();
const client = await serving(root);

/** Every file around and inside, with its contents. */
function everything(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    found[path] = entry.isFile() ? readFileSync(path, 'utf8') : '';
  }
  return found;
}

async function read(path: string): Promise<FileAnswer> {
  return (await client.json(`/api/files/${path}`)) as FileAnswer;
}

describe('a file', () => {
  test('is read with the version of its bytes', async () => {
    const { path, text, version } = await read('shop.yaml');
    expect({ path, text }).toEqual({ path: 'shop.yaml', text: 'plan: Shop\ncurrency: EUR\n' });
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    expect(version).toBe(versionOf(root, 'shop.yaml'));
    expect((await read('more/deep.yaml')).text).toBe('plan: Deep\n');
    expect((await read('read.csv')).text).toBe('a,b\n1,2\n');
  });

  test('behind a link inside the folder is read, and the link stays one', async () => {
    const { text, version } = await read('inside.yaml');
    expect(text).toBe('plan: Deep\n');
    expect((await client.put('inside.yaml', 'plan: Deeper\n', version)).status).toBe(200);
    expect(lstatSync(join(root, 'inside.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'more/deep.yaml'), 'utf8')).toBe('plan: Deeper\n');
    const now = versionOf(root, 'inside.yaml') ?? '';
    expect((await client.put('more/deep.yaml', 'plan: Deep\n', now)).status).toBe(200);
  });

  test.each([
    ['crlf.yaml', 'plan: A\r\ncurrency: EUR\r\n'],
    ['mark.yaml', '\uFEFFplan: A\n'],
    ['open.yaml', 'plan: A'],
    ['empty.yaml', ''],
    ['mixed.yaml', 'plan: Ä € 😀\r\n\n\r# x\t\u2028'],
    ['name ä+%.yaml', 'plan: A\n'],
  ])('keeps every character: %s', async (name, text) => {
    const path = encodeURIComponent(name);
    const { status } = await client.put(path, text, null);
    expect(status).toBe(200);
    expect(readFileSync(join(root, name)).equals(Buffer.from(text))).toBe(true);
    expect((await read(path)).text).toBe(text);
    rmSync(join(root, name));
  });

  test('has a name that is decoded once', async () => {
    expect((await client.put('%252e%252e%252fsecret.yaml', 'plan: A\n', null)).status).toBe(200);
    expect(readFileSync(join(root, '%2e%2e%2fsecret.yaml'), 'utf8')).toBe('plan: A\n');
    rmSync(join(root, '%2e%2e%2fsecret.yaml'));
  });

  test('that is no UTF-8 is refused in words', async () => {
    writeFileSync(join(root, 'latin.yaml'), Buffer.from([0x70, 0xe4, 0x0a]));
    const answer = await client.ask('/api/files/latin.yaml');
    expect([answer.status, codeOf(answer)]).toEqual([415, 'not-text']);
    expect(codeOf(await client.put('latin.yaml', 'plan: x\n', null))).toBe('not-text');
    rmSync(join(root, 'latin.yaml'));
  });

  test('that is too large is refused', async () => {
    writeFileSync(join(root, 'large.csv'), Buffer.alloc((8 << 20) + 1, 'a'));
    const answer = await client.ask('/api/files/large.csv');
    expect([answer.status, codeOf(answer)]).toEqual([413, 'too-large']);
    rmSync(join(root, 'large.csv'));
  });

  test('is a file and nothing else', async () => {
    expect((await client.ask('/api/files/folder.yaml')).status).toBe(403);
    expect((await client.put('folder.yaml', 'x', null)).status).toBe(403);
    execFileSync('mkfifo', [join(root, 'pipe.yaml')]);
    expect((await client.ask('/api/files/pipe.yaml')).status).toBe(403);
    expect((await client.put('pipe.yaml', 'x', null)).status).toBe(403);
    expect((await client.ask('/api/workspace')).status).toBe(200);
    rmSync(join(root, 'pipe.yaml'));
  });
});

describe('what is outside', () => {
  const spellings = [
    '../secret.yaml',
    '..%2fsecret.yaml',
    '..%2Fsecret.yaml',
    '%2e%2e/secret.yaml',
    '%2e%2e%2fsecret.yaml',
    '.%2e/secret.yaml',
    'more/../../secret.yaml',
    'more/..%2f..%2fsecret.yaml',
    'more%2f..%2f..%2fsecret.yaml',
    '..%5csecret.yaml',
    '..\\secret.yaml',
    '%5c..%5csecret.yaml',
    '/etc/passwd.txt',
    '%2fetc%2fpasswd.txt',
    '//secret.yaml',
    '..;/secret.yaml',
    '..%00/secret.yaml',
    'shop.yaml%00',
    'shop.yaml%00.txt',
    '..%c0%afsecret.yaml',
    '%c0%ae%c0%ae/secret.yaml',
    '..%ef%bc%8fsecret.yaml',
    '%uff0e%uff0e/secret.yaml',
    'file:%2f%2f%2fetc%2fpasswd.txt',
    'C:%5csecret.yaml',
    'out.yaml',
    'outfolder/secret.yaml',
    'outfolder%2fsecret.yaml',
    'tohidden.yaml',
    'topem.yaml',
    'dangling.yaml',
    'loop.yaml',
    'secret.pem',
    '.hidden.yaml',
    '.git/secret.yaml',
    'node_modules/x/secret.yaml',
    'NODE_MODULES/x/secret.yaml',
    'root/../../secret.yaml',
    '../root2/secret.yaml',
    '..%2froot2%2fsecret.yaml',
    'shop.yaml/secret.yaml',
    '',
    '.yaml',
    `${'a/'.repeat(600)}x.yaml`,
    `${'a'.repeat(300)}.yaml`,
  ];

  test.each(spellings)('is neither read nor written: %s', async (path) => {
    const before = everything(dirname(root));
    const seen = await client.ask(`/api/files/${path}`);
    expect(seen.text).not.toContain('secret of somebody');
    expect(seen.text).not.toContain('root:');
    const { status } = await client.put(path, 'plan: overwritten\n', null);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(everything(dirname(root))).toEqual(before);
  });

  const part = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '',
      '%2e%2e',
      '..%2f',
      '%2f',
      '\\',
      '%5c',
      '%00',
      '%',
      '%zz',
      'root',
      'root2',
      'beside',
    ),
    fc.constantFrom(
      'outfolder',
      'more',
      'out.yaml',
      'secret.yaml',
      'shop.yaml',
      '.git',
      'node_modules',
      'x',
      '~',
      ';',
    ),
    fc
      .string({ maxLength: 4, unit: 'binary' })
      .filter((text) => text.isWellFormed())
      .map(encodeURIComponent),
  );
  const path = fc.array(part, { minLength: 1, maxLength: 7 }).map((parts) => parts.join('/'));

  test('is never reached, whatever the path is', async () => {
    const outside = everything(dirname(root));
    for (const name of Object.keys(outside)) if (name.startsWith(join(root, '/'))) delete outside[name];
    await fc.assert(
      fc.asyncProperty(path, fc.constantFrom('', '.yaml', '.md'), async (name, ending) => {
        const address = `/api/files/${name}${ending}`.replace(/[^\x21-\x7e]/g, '');
        const seen = await client.ask(address);
        expect(seen.text).not.toContain('secret of somebody');
        const saved = await client.send('PUT', address, { text: 'plan: overwritten\n', base: 'none' });
        expect([200, 500]).not.toContain(saved.status);
      }),
      { numRuns: 300 },
    );
    for (const [name, text] of Object.entries(outside)) {
      if (existsSync(name) && statSync(name).isFile()) expect(readFileSync(name, 'utf8')).toBe(text);
    }
    const after = Object.keys(everything(dirname(root))).filter((name) => !name.startsWith(join(root, '/')));
    expect(after.sort()).toEqual(Object.keys(outside).sort());
  });
});

describe('saving', () => {
  const save = (name: string, text: string, base: string | null): Promise<Answer> =>
    client.put(name, text, base);

  test('needs the version that is there', async () => {
    const first = JSON.parse((await save('a.yaml', 'plan: 1\n', null)).text) as { version: string };
    expect(first.version).toBe(versionOf(root, 'a.yaml'));
    const second = await save('a.yaml', 'plan: 2\n', first.version);
    expect(second.status).toBe(200);
    const late = await save('a.yaml', 'plan: 3\n', first.version);
    expect(late.status).toBe(409);
    expect(JSON.parse(late.text)).toMatchObject({
      error: { code: 'conflict' },
      text: 'plan: 2\n',
      version: versionOf(root, 'a.yaml'),
    });
    const again = await save('a.yaml', 'plan: 4\n', null);
    expect([again.status, JSON.parse(again.text).text]).toEqual([409, 'plan: 2\n']);
    rmSync(join(root, 'a.yaml'));
    const gone = await save('a.yaml', 'plan: 5\n', first.version);
    expect(JSON.parse(gone.text)).toMatchObject({ error: { code: 'conflict' }, text: null, version: null });
    expect(existsSync(join(root, 'a.yaml'))).toBe(false);
  });

  test('can be sent again', async () => {
    expect((await save('b.yaml', 'plan: 1\n', null)).status).toBe(200);
    expect((await save('b.yaml', 'plan: 1\n', null)).status).toBe(200);
  });

  test('keeps the mode of the file, and leaves nothing beside it', async () => {
    writeFileSync(join(root, 'mode.yaml'), 'plan: 1\n');
    chmodSync(join(root, 'mode.yaml'), 0o640);
    await save('mode.yaml', 'plan: 2\n', versionOf(root, 'mode.yaml') ?? null);
    expect(statSync(join(root, 'mode.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(root).filter((name) => name.includes('.part'))).toEqual([]);
  });

  test('never writes through to a second name of the file', async () => {
    writeFileSync(join(dirname(root), 'original.yaml'), secret);
    linkSync(join(dirname(root), 'original.yaml'), join(root, 'hard.yaml'));
    await save('hard.yaml', 'plan: 2\n', versionOf(root, 'hard.yaml') ?? null);
    expect(readFileSync(join(dirname(root), 'original.yaml'), 'utf8')).toBe(secret);
    rmSync(join(dirname(root), 'original.yaml'));
    rmSync(join(root, 'hard.yaml'));
  });

  test('is for plans and texts only', async () => {
    for (const name of ['x.csv', 'x.json', 'x.txt', 'read.csv']) {
      expect(codeOf(await save(name, 'x', versionOf(root, name) ?? null))).toBe('outside');
    }
    expect((await save('x.md', '# x\n', null)).status).toBe(200);
    expect((await save('none/x.yaml', 'plan: x\n', null)).status).toBe(404);
  });

  test('of one file by many at once lets one through, and nobody reads half of it', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `plan: ${i}\n${`# ${i}\n`.repeat(20_000)}`);
    writeFileSync(join(root, 'many.yaml'), 'plan: 0\n');
    const base = versionOf(root, 'many.yaml') ?? null;
    const reads = Array.from({ length: 20 }, () => read('many.yaml'));
    const answers = await Promise.all(texts.map((text) => save('many.yaml', text, base)));
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 409)]);
    const winner = texts[answers.findIndex((a) => a.status === 200)] ?? '';
    expect(readFileSync(join(root, 'many.yaml'), 'utf8')).toBe(winner);
    for (const { text } of await Promise.all(reads)) expect(['plan: 0\n', winner]).toContain(text);
  });

  test.each([
    ['no JSON', '{"text"', 400],
    ['no object', '[]', 400],
    ['no text', '{"base":null}', 400],
    ['no base', '{"text":"x"}', 400],
    ['a base of another kind', '{"text":"x","base":1}', 400],
    ['half of a character', '{"text":"\\ud83d","base":null}', 415],
    ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 415],
    ['a deep one', '['.repeat(200_000), 400],
    ['nothing', '', 400],
  ])('of %s is refused', async (_, body, status) => {
    const headers = { 'x-outlay': '1', 'content-type': 'application/json' };
    const answer = await client.ask('/api/files/c.yaml', { method: 'PUT', headers, body });
    expect(answer.status).toBe(status);
    expect(existsSync(join(root, 'c.yaml'))).toBe(false);
  });

  test('of too much is refused, whatever its length is said to be', async () => {
    const headers = { 'x-outlay': '1', 'content-type': 'application/json', connection: 'close' };
    const body = JSON.stringify({ text: 'a'.repeat(8 << 20), base: null });
    const said = await client
      .ask('/api/files/c.yaml', { method: 'PUT', headers, body })
      .catch(() => undefined);
    expect([413, undefined]).toContain(said?.status);
    const head = `PUT /api/files/c.yaml HTTP/1.1\r\nHost: 127.0.0.1:${client.port}\r\nCookie: ${client.cookie}\r\nX-Outlay: 1\r\n`;
    const chunks = Array.from({ length: 10 }, () => `100000\r\n${'a'.repeat(1 << 20)}\r\n`);
    const unsaid = await client.raw(
      `${head}Connection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
      ...chunks,
      '0\r\n\r\n',
    );
    expect(unsaid).not.toMatch(/^HTTP\/1\.1 2/);
    expect(existsSync(join(root, 'c.yaml'))).toBe(false);
    expect((await client.ask('/api/workspace')).status).toBe(200);
  });

  test('is refused by a server that only reads', async () => {
    const reader = await serving(root, { writable: false });
    const answer = await reader.put('shop.yaml', 'plan: x\n', versionOf(root, 'shop.yaml') ?? null);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'read-only']);
    expect(await reader.json('/api/workspace')).toMatchObject({ writable: false });
    expect((await reader.ask('/api/files/shop.yaml')).status).toBe(200);
  });
});
