// A real server on a free port, in a folder of its own, and clients for it.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Served } from '../../src/service/http/app.ts';
import { type Patience, type Service, startService } from '../../src/service/http/server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Without the token. */
  readonly stranger?: boolean;
  readonly signal?: AbortSignal;
}

// a hook that is asked for inside of a test would never run
const folders: string[] = [];
const services: Service[] = [];
afterAll(async () => {
  await Promise.all(services.map((service) => service.close()));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder that is gone after the tests of the file. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'outlay-service-')));
  folders.push(root);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export class Client {
  readonly service: Service;
  readonly port: number;
  readonly token: string;
  readonly cookie: string;

  constructor(service: Service) {
    this.service = service;
    this.port = service.port;
    this.token = new URL(service.address).searchParams.get('token') ?? '';
    this.cookie = `outlay_${service.port}=${this.token}`;
  }

  /** The path goes out as it is, without being tidied. */
  ask(path: string, { method = 'GET', headers = {}, body, stranger, signal }: Asked = {}): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.port,
          path,
          method,
          headers: {
            ...(stranger === true ? {} : { cookie: this.cookie }),
            // not every method says by itself how long its body is
            ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
            ...headers,
          },
          ...(signal === undefined ? {} : { signal }),
        },
        (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const bytes = Buffer.concat(parts);
            const { statusCode: status = 0, headers } = incoming;
            resolve({ status, headers, bytes, text: bytes.toString('utf8') });
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** As the page sends it. */
  send(method: string, path: string, body: unknown, more: Asked = {}): Promise<Answer> {
    const headers = { 'x-outlay': '1', 'content-type': 'application/json', ...more.headers };
    return this.ask(path, { ...more, method, headers, body: JSON.stringify(body) });
  }

  put(path: string, text: string, base: string | null): Promise<Answer> {
    return this.send('PUT', `/api/files/${path}`, { text, base });
  }

  async json(path: string): Promise<unknown> {
    return JSON.parse((await this.ask(path)).text);
  }

  /** Everything that comes back for these bytes until the other side closes. */
  raw(...parts: readonly string[]): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(this.port, '127.0.0.1');
      let seen = '';
      socket.on('data', (part) => {
        seen += part.toString('latin1');
      });
      socket.on('error', () => {});
      socket.on('close', () => resolve(seen));
      for (const part of parts) socket.write(part);
    });
  }
}

export function codeOf(answer: Answer): string {
  return (JSON.parse(answer.text) as { error: { code: string } }).error.code;
}

/** Closed after the tests of the file. */
export async function serving(
  root: string,
  about: Partial<Served> = {},
  patience?: Patience,
): Promise<Client> {
  const served: Served = {
    root,
    writable: true,
    open: undefined,
    page: join(root, 'no-page'),
    version: '0.0.0',
    ...about,
  };
  const service = await startService(served, { host: '127.0.0.1', ports: [0] }, patience);
  services.push(service);
  return new Client(service);
}
