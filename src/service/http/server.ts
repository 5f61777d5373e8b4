// The local server: listens on this machine only, until it is closed.

import type { Server } from 'node:http';
import { type AddressInfo, isIPv4, isIPv6 } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { ReportDesk } from '../reports/desk.ts';
import { Watch } from '../workspace/watch.ts';
import { type Served, serviceApp } from './app.ts';
import { Events } from './events.ts';
import { newToken } from './guard.ts';

/** Milliseconds and counts; a client that is slower, or is more, is let go. */
export interface Patience {
  readonly headers: number;
  readonly request: number;
  readonly idle: number;
}

const usualPatience: Patience = { headers: 10_000, request: 30_000, idle: 150_000 };
const largestHeaders = 16 << 10;
const mostConnections = 256;
const mostRequestHeaders = 100;
/** What a browser may take to finish reading when the server ends. */
const farewell = 300;

export interface Listening {
  /** A name or an address of this machine. */
  readonly host: string;
  /** Tried in turn; 0 is any that is free. */
  readonly ports: readonly number[];
}

export interface Service {
  readonly port: number;
  /** With the token. */
  readonly address: string;
  close(): Promise<void>;
}

/** Only these are listened on: what is served here is for the person at this machine. */
export function isLoopback(host: string): boolean {
  return (
    host === 'localhost' || (isIPv4(host) && host.startsWith('127.')) || (isIPv6(host) && host === '::1')
  );
}

/** Rejects with the system's error where it cannot listen: EADDRINUSE where every port is taken. */
export async function startService(
  served: Served,
  { host, ports }: Listening,
  patience: Patience = usualPatience,
): Promise<Service> {
  const events = new Events();
  const desk = new ReportDesk(served.root);
  const watch = new Watch(served.root, (change) => events.tell(change));
  let port = 0;
  const token = newToken();
  const app = serviceApp(served, { token, events, desk, port: () => port });
  const server = createAdaptorServer({
    fetch: app.fetch,
    overrideGlobalObjects: false,
    serverOptions: {
      maxHeaderSize: largestHeaders,
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: Math.min(1_000, patience.headers),
    },
  }) as Server;
  server.maxHeadersCount = mostRequestHeaders;
  server.maxConnections = mostConnections;
  server.setTimeout(patience.idle);
  const close = async (): Promise<void> => {
    watch.close();
    events.close();
    desk.close();
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), farewell);
    await closed;
    clearTimeout(timer);
  };
  try {
    port = await listen(server, host, ports);
    await watch.start();
  } catch (error) {
    await close();
    throw error;
  }
  const name = isIPv6(host) ? `[${host}]` : host;
  return { port, address: `http://${name}:${port}/?token=${token}`, close };
}

async function listen(server: Server, host: string, ports: readonly number[]): Promise<number> {
  let taken: unknown;
  for (const port of ports) {
    try {
      return await listenOn(server, host, port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      taken = error;
    }
  }
  throw taken;
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
