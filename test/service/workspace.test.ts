// What a page sees first: the plans of the folder, the templates, the catalog.

import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { CatalogAnswer, Template, WorkspaceAnswer } from '../../src/service/contract.ts';
import { packageRoot } from '../../src/service/package-root.ts';
import { titleOf } from '../../src/service/workspace/plans.ts';
import { folderWith, serving } from './support.ts';

const workspaceOf = async (root: string, open?: string): Promise<WorkspaceAnswer> =>
  (await (await serving(root, { open })).json('/api/workspace')) as WorkspaceAnswer;

describe('the plans of a folder', () => {
  test('are the YAML files that say so', async () => {
    const root = folderWith({
      'shop.yaml': '# a comment\n\nplan: "Shop: the first" # so far\ncurrency: EUR\n',
      'more/a/b/c/d/deep.yml': 'currency: EUR\nplan: Deep\n',
      'more/a/b/c/d/e/deeper.yaml': 'plan: Too deep\n',
      'shop.expect.yaml': '- that: total\n  is: 1 EUR\n',
      'nested.yaml': 'about:\n  plan: no\n',
      'docker-compose.yaml': 'services: {}\n',
      'block.yaml': 'plan: >\n  a long\n  title\n',
      'mark.yaml': '\uFEFFplan: Marked\r\n',
      'broken.yaml': 'plan: "open\n  - [',
      'plan.txt': 'plan: no\n',
      '.hidden/x.yaml': 'plan: no\n',
      'node_modules/x.yaml': 'plan: no\n',
      'late.yaml': `${'# \n'.repeat(40_000)}plan: too late\n`,
    });
    symlinkSync('..', join(root, 'more/up'));
    symlinkSync('/etc', join(root, 'etc'));
    symlinkSync('shop.yaml', join(root, 'alias.yaml'));
    symlinkSync('/etc/hosts', join(root, 'hosts.yaml'));
    mkdirSync(join(root, 'folder.yaml'));
    const { name, writable, plans, complete, open, version } = await workspaceOf(root, 'shop.yaml');
    expect({ name, writable, open, version }).toEqual({
      name: basename(root),
      writable: true,
      open: 'shop.yaml',
      version: '0.0.0',
    });
    expect(plans.map(({ path, title }) => [path, title])).toEqual([
      ['alias.yaml', 'Shop: the first'],
      ['block.yaml', 'block.yaml'],
      ['broken.yaml', 'broken.yaml'],
      ['mark.yaml', 'Marked'],
      ['more/a/b/c/d/deep.yml', 'Deep'],
      ['shop.yaml', 'Shop: the first'],
    ]);
    expect(complete).toBe(false);
    const shop = plans.at(-1);
    expect(shop?.bytes).toBe(readFileSync(join(root, 'shop.yaml')).length);
    expect(new Date(shop?.modified ?? '').toISOString()).toBe(shop?.modified);
  });

  test('may be none', async () => {
    const { plans, documents, complete, open } = await workspaceOf(folderWith());
    expect({ plans, documents, complete, open }).toEqual({
      plans: [],
      documents: [],
      complete: true,
      open: undefined,
    });
  });

  test('are not more than two thousand, and that is said', async () => {
    const root = folderWith();
    for (let i = 0; i < 2_001; i++) writeFileSync(join(root, `p${i}.yaml`), `plan: ${i}\n`);
    const { plans, complete } = await workspaceOf(root);
    expect([plans.length, complete]).toEqual([2_000, false]);
  });

  test('come with the documents that can be audited', async () => {
    const root = folderWith({
      'costs.md': '# Costs\n',
      'more/Report.HTML': '<p>12 EUR</p>',
      'notes.txt': 'a',
      'a.csv': 'a,b\n',
      'shop.yaml': 'plan: Shop\n',
      '.git/secret.md': '',
      'node_modules/x/README.md': '',
    });
    symlinkSync('/etc/hosts', join(root, 'hosts.txt'));
    symlinkSync('costs.md', join(root, 'alias.md'));
    mkdirSync(join(root, 'folder.md'));
    const client = await serving(root);
    const { documents, complete } = (await client.json('/api/workspace')) as WorkspaceAnswer;
    expect(documents.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['alias.md', 8],
      ['costs.md', 8],
      ['more/Report.HTML', 13],
      ['notes.txt', 1],
    ]);
    expect(complete).toBe(true);
    expect(await client.json('/api/files/more/Report.HTML')).toMatchObject({ text: '<p>12 EUR</p>' });
    const saved = await client.put('more/Report.HTML', 'x', null);
    expect(saved.status).toBe(403);
  });

  test('are said to be more than are listed, where there are too many documents', async () => {
    const root = folderWith();
    for (let i = 0; i < 501; i++) writeFileSync(join(root, `d${i}.md`), '');
    const { documents, complete } = await workspaceOf(root);
    expect([documents.length, complete]).toEqual([500, false]);
  });

  test.each([
    ['plan: A', 'A'],
    ['plan:', ''],
    ["'plan': A # b", 'A'],
    ['"plan" : "a\\u00e4"', 'aä'],
    ['plan:A', undefined],
    ['plans: A', undefined],
    [' plan: A', undefined],
    ['plan: [1, 2]', ''],
    ['plan: {', ''],
    ['', undefined],
  ])('are known by one line: %j', (text, title) => {
    expect(titleOf(text)).toBe(title);
  });
});

test('templates are the worked plans of the package, with what they need', async () => {
  const client = await serving(folderWith());
  const templates = (await client.json('/api/templates')) as Template[];
  expect(templates.map((t) => t.id)).toEqual(['billion', 'debt-dashboard', 'flexiyo', 'kec18', 'loomworks']);
  const folder = join(packageRoot(), 'plans');
  const sent = templates.flatMap((t) => t.files);
  expect(sent.map((file) => file.path).sort()).toEqual(readdirSync(folder).sort());
  for (const { path, text } of sent) expect(text).toBe(readFileSync(join(folder, path), 'utf8'));
  for (const { id, title, about, files } of templates) {
    expect(files[0]?.path).toBe(`${id}.yaml`);
    expect(title.length).toBeGreaterThan(5);
    expect(about).toMatch(/^\S.{30,}\.$/);
  }
});

describe('the catalog', () => {
  const client = serving(folderWith());

  test('has the text of every vendor', async () => {
    const catalog = (await (await client).json('/api/catalog')) as CatalogAnswer;
    const folder = join(packageRoot(), 'vendors');
    expect(Object.keys(catalog).map((id) => `${id}.yaml`)).toEqual(readdirSync(folder).sort());
    for (const [id, { text }] of Object.entries(catalog)) {
      expect(text).toBe(readFileSync(join(folder, `${id}.yaml`), 'utf8'));
    }
  });

  test('is the same in every encoding, and not sent twice', async () => {
    const ask = async (headers: Record<string, string>) => (await client).ask('/api/catalog', { headers });
    const plain = await ask({});
    const brotli = await ask({ 'accept-encoding': 'gzip, br' });
    const gzip = await ask({ 'accept-encoding': 'gzip' });
    expect([brotli, gzip].map((a) => a.headers['content-encoding'])).toEqual(['br', 'gzip']);
    expect(brotliDecompressSync(brotli.bytes).equals(plain.bytes)).toBe(true);
    expect(gunzipSync(gzip.bytes).equals(plain.bytes)).toBe(true);
    const { etag = '' } = plain.headers;
    for (const tag of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await ask({ 'if-none-match': tag });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    }
    expect((await ask({ 'if-none-match': '"x"' })).status).toBe(200);
  });
});
