// What pages are told when files change on the disk.

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FileChange } from '../../src/service/contract.ts';
import { startService } from '../../src/service/http/server.ts';
import { versionOf } from '../../src/service/workspace/files.ts';
import { Client, folderWith, serving } from './support.ts';

/** A page that listens; `text` grows. */
class Listener {
  text = '';
  ended = false;
  readonly open: Promise<unknown>;

  constructor(client: Client) {
    this.open = new Promise((resolve) => {
      const outgoing = get(
        { host: '127.0.0.1', port: client.port, path: '/api/events', headers: { cookie: client.cookie } },
        (incoming) => {
          incoming.on('data', (part) => {
            this.text += part;
            resolve(undefined);
          });
          incoming.on('close', () => {
            this.ended = true;
          });
        },
      );
      outgoing.on('error', () => {});
      onTestFinished(() => void outgoing.destroy());
    });
  }

  get changes(): readonly FileChange[] {
    return [...this.text.matchAll(/^event: file\ndata: (.*)\n\n/gm)].map(([, data = '']) => JSON.parse(data));
  }

  told(change: FileChange): Promise<void> {
    return vi.waitFor(() => expect(this.changes).toContainEqual(change), { timeout: 10_000 });
  }
}

const write = (root: string, path: string, text: string): string => {
  writeFileSync(join(root, path), text);
  return versionOf(root, path) ?? '';
};

describe('a page is told', { timeout: 30_000 }, () => {
  test('of files that come, change, move and go', async () => {
    const root = folderWith({ 'shop.yaml': 'plan: 1\n', 'more/deep.yaml': 'plan: 1\n' });
    const listener = new Listener(await serving(root));
    await listener.open;
    await listener.told({ path: 'shop.yaml', version: write(root, 'shop.yaml', 'plan: 2\n') });
    await listener.told({ path: 'more/deep.yaml', version: write(root, 'more/deep.yaml', 'plan: 2\n') });
    await listener.told({ path: 'new.csv', version: write(root, 'new.csv', 'a\n') });
    renameSync(join(root, 'new.csv'), join(root, 'newer.csv'));
    await listener.told({ path: 'new.csv', version: null });
    await listener.told({ path: 'newer.csv', version: versionOf(root, 'newer.csv') ?? '' });
    rmSync(join(root, 'shop.yaml'));
    await listener.told({ path: 'shop.yaml', version: null });
  });

  test('of files in folders that come, move and go', async () => {
    const root = folderWith({ 'old/a.yaml': 'plan: 1\n' });
    const listener = new Listener(await serving(root));
    await listener.open;
    mkdirSync(join(root, 'x/y'), { recursive: true });
    await listener.told({ path: 'x/y/b.yaml', version: write(root, 'x/y/b.yaml', 'plan: 1\n') });
    await listener.told({ path: 'x/y/b.yaml', version: write(root, 'x/y/b.yaml', 'plan: 2\n') });
    renameSync(join(root, 'old'), join(root, 'x/old'));
    await listener.told({ path: 'old/a.yaml', version: null });
    await listener.told({ path: 'x/old/a.yaml', version: versionOf(root, 'x/old/a.yaml') ?? '' });
    rmSync(join(root, 'x'), { recursive: true });
    await listener.told({ path: 'x/y/b.yaml', version: null });
    await listener.told({ path: 'x/old/a.yaml', version: null });
    mkdirSync(join(root, 'old'));
    await listener.told({ path: 'old/a.yaml', version: write(root, 'old/a.yaml', 'plan: 3\n') });
  });

  test('of a save once, with the version that the save gave', async () => {
    const root = folderWith({ 'shop.yaml': 'plan: 1\n' });
    const client = await serving(root);
    const listener = new Listener(client);
    await listener.open;
    const saved = await client.put('shop.yaml', 'plan: 2\n', versionOf(root, 'shop.yaml') ?? null);
    const { version } = JSON.parse(saved.text) as { version: string };
    await listener.told({ path: 'shop.yaml', version });
    // the same bytes again are no change, and what follows is told after them
    write(root, 'shop.yaml', 'plan: 2\n');
    await listener.told({ path: 'last.yaml', version: write(root, 'last.yaml', 'plan: 9\n') });
    expect(listener.changes.filter((change) => change.path === 'shop.yaml')).toEqual([
      { path: 'shop.yaml', version },
    ]);
  });

  test('of nothing that is not served', async () => {
    const root = folderWith({ 'node_modules/x.yaml': 'plan: 1\n', '.git/x.yaml': 'plan: 1\n' });
    const listener = new Listener(await serving(root));
    await listener.open;
    for (const path of [
      'node_modules/x.yaml',
      '.git/x.yaml',
      '.env',
      'key.pem',
      'a.yaml.1.part',
      'a.yaml~',
    ]) {
      writeFileSync(join(root, path), 'plan: 2\n');
    }
    await listener.told({ path: 'last.yaml', version: write(root, 'last.yaml', 'plan: 9\n') });
    expect(listener.changes.map((change) => change.path)).toEqual(['last.yaml']);
  });

  test('that the server ends, which lets nothing keep it', async () => {
    const root = folderWith({ 'shop.yaml': 'plan: 1\n' });
    const served = { root, writable: true, open: undefined, page: root, version: '0' };
    const service = await startService(served, { host: '127.0.0.1', ports: [0] });
    const listeners = Array.from({ length: 3 }, () => new Listener(new Client(service)));
    await Promise.all(listeners.map((listener) => listener.open));
    await service.close();
    for (const listener of listeners) {
      await vi.waitFor(() => expect(listener.ended).toBe(true));
      expect(listener.text).toContain('event: end\n');
    }
  });

  test('unless too many listen already; who goes makes room', async () => {
    const client = await serving(folderWith());
    const listeners = Array.from({ length: 64 }, () => {
      const gone = new AbortController();
      return { gone, answer: client.ask('/api/events', { signal: gone.signal }).catch(() => undefined) };
    });
    const full = (status: number) =>
      vi.waitFor(
        async () => {
          const leave = new AbortController();
          const answer = client.ask('/api/events', { signal: leave.signal }).catch(() => undefined);
          const first = await Promise.race([
            answer,
            new Promise((done) => setTimeout(done, 100, 'listening')),
          ]);
          leave.abort();
          expect(first === 'listening' ? 200 : (first as { status: number } | undefined)?.status).toBe(
            status,
          );
        },
        { timeout: 10_000, interval: 50 },
      );
    await full(503);
    for (const { gone } of listeners) gone.abort();
    await Promise.all(listeners.map(({ answer }) => answer));
    await full(200);
  });
});
