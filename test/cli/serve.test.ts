// `outlay serve` as a process: its line, its end, and what it refuses.

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fixtures, outlay } from './support.ts';

interface Started {
  readonly child: ChildProcess;
  readonly line: string;
  readonly address: URL;
  /** The exit code, when it ends. */
  readonly end: Promise<number | null>;
}

/** With a port of its own, when it has said where it is. */
async function started(args: readonly string[]): Promise<Started> {
  const entry = join(import.meta.dirname, 'process-entry.ts');
  const flags = ['--no-warnings', '--experimental-strip-types', entry, ...args];
  const child = spawn(process.execPath, flags, { cwd: fixtures, env: { PATH: process.env.PATH ?? '' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const end = new Promise<number | null>((resolve) => child.on('close', resolve));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part) => resolve(String(part)));
    child.stderr.on('data', (part) => reject(new Error(String(part))));
    void end.then((code) => reject(new Error(`it ended with ${code}`)));
  });
  return { child, line, address: new URL(/http:[^\s"]+/.exec(line)?.[0] ?? ''), end };
}

async function workspace({ address }: Started): Promise<unknown> {
  const cookie = `outlay_${address.port}=${address.searchParams.get('token')}`;
  return (await fetch(new URL('/api/workspace', address), { headers: { cookie } })).json();
}

async function taken(): Promise<{ readonly server: Server; readonly port: number }> {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  onTestFinished(() => void server.close());
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

describe('outlay serve', { timeout: 30_000 }, () => {
  test.each([
    ['SIGINT', ['shop.yaml', '--port', '0'], { open: 'shop.yaml', writable: true }],
    ['SIGTERM', ['serve', 'shop.yaml', '--port', '0', '--read-only'], { open: 'shop.yaml', writable: false }],
    ['SIGINT', ['serve', '.', '--port', '0', '--no-open', '--host', 'localhost'], { writable: true }],
  ] as const)('serves until %s: %j', async (signal, args, expected) => {
    const run = await started(args);
    expect(run.line).toMatch(
      /^.* is served at http:\/\/(127\.0\.0\.1|localhost):\d+\/\?token=[\w-]{43} until Ctrl-C\n$/,
    );
    expect(await workspace(run)).toMatchObject({ name: 'cli', ...expected });
    run.child.kill(signal);
    expect(await run.end).toBe(0);
  });

  test('says where as JSON', async () => {
    const run = await started(['serve', '--port', '0', '-f', 'json']);
    expect(JSON.parse(run.line)).toEqual({
      schema: 'outlay.serve/1',
      address: run.address.href,
      port: Number(run.address.port),
    });
  });

  test('takes another port where nobody asked for one', async () => {
    const [one, two] = await Promise.all([started(['serve']), started(['serve'])]);
    expect(one.address.port).not.toBe(two.address.port);
    expect(one.address.search).not.toBe(two.address.search);
  });

  test('says so where the port that was asked for is taken', async () => {
    const { port } = await taken();
    const { code, stdout, stderr } = await outlay(['serve', '--port', String(port)]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error[E703]: port ${port} of 127.0.0.1 is taken by another program`);
  });

  test.each([
    ['E703', ['--host', '0.0.0.0']],
    ['E703', ['--host', '::']],
    ['E703', ['--host', '192.168.0.1']],
    ['E703', ['--host', 'example.org']],
    ['E703', ['--host', '127.0.0.1.example.org']],
    ['E701', ['--port', '70000']],
    ['E701', ['--port', '-1']],
    ['E701', ['--port', 'http']],
    ['E701', ['--format', 'csv']],
    ['E108', ['none']],
    ['E108', ['none.yaml']],
    ['E701', [join(import.meta.dirname, 'serve.test.ts')]],
  ])('refuses with %s: %j', async (error, args) => {
    const { code, stdout, stderr } = await outlay(['serve', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`error[${error}]`);
  });

  test('says what is wrong as data, too', async () => {
    const { stderr } = await outlay(['serve', 'none', '-f', 'json']);
    expect(JSON.parse(stderr)).toMatchObject({
      schema: 'outlay.diagnostics/1',
      diagnostics: [{ code: 'E108' }],
    });
  });
});
