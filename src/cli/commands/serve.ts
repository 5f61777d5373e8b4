// `outlay serve [FOLDER|PLAN]`: the page, on this machine only, until it is stopped.

import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Diagnostics } from '../../diagnostics/diagnostic.ts';
import type { Served } from '../../service/http/app.ts';
import type { Listening, Service } from '../../service/http/server.ts';
import { packageRoot } from '../../service/package-root.ts';
import { packageVersion } from '../../service/package-version.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { reasonOf } from '../plan-files.ts';
import { reportDiagnostics } from '../report-diagnostics.ts';
import { wordOf } from '../setting-word.ts';
import { type Abilities, type Flags, resolveSettings } from '../settings.ts';

export interface ServeFlags extends Pick<Flags, 'format' | 'color'> {
  readonly port?: string;
  readonly host: string;
  /** False with `--no-open`. */
  readonly open: boolean;
  readonly readOnly?: boolean;
}

const abilities: Abilities<'table' | 'json'> = { formats: ['table', 'json'], failOn: [] };

const usualPort = 4280;
/** Several plans can be open at a time; after so many any port will do. */
const portsTried = 20;

export async function runServe(place: string, flags: ServeFlags, io: Io): Promise<number> {
  const out = new Diagnostics();
  const found = findPlace(place, io, out);
  const settings = resolveSettings(flags, abilities, { io, folder: found?.root ?? io.cwd }, out);
  const service = await started(found, flags, out);
  if (service === undefined) {
    await reportDiagnostics(out.all, settings, io);
    return exitCodes.usage;
  }
  const { address, port } = service;
  io.stdout.write(
    settings.format === 'json'
      ? // one line: whoever reads it does not wait for the end
        `${JSON.stringify({ schema: 'outlay.serve/1', address, port })}\n`
      : `${place === '.' ? 'this folder' : place} is served at ${address} until Ctrl-C\n`,
  );
  const ended = untilStopped();
  if (flags.open && io.stdout.isTerminal && !isSet(io.env.CI)) {
    (await import('../open-browser.ts')).openBrowser(address, io);
  }
  await ended;
  await service.close();
  return exitCodes.fine;
}

interface Place {
  readonly root: string;
  readonly open: string | undefined;
}

/** A folder, or the folder of a plan; undefined where it is neither, with the reason in `out`. */
function findPlace(place: string, io: Io, out: Diagnostics): Place | undefined {
  const full = resolve(io.cwd, place);
  const marks = [{ span: wordOf(place, 'FOLDER').span, label: '' }];
  try {
    const isFolder = statSync(full).isDirectory();
    if (!isFolder && !/\.ya?ml$/i.test(full)) {
      const help = 'name a folder, or a plan that ends with .yaml';
      out.error('E701', `\`${place}\` is neither a folder nor a plan`, marks, help);
      return undefined;
    }
    const root = realpathSync(isFolder ? full : dirname(full));
    return { root, open: isFolder ? undefined : basename(full) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    out.error('E108', `\`${place}\` ${reasonOf(code, { called: 'a plan' })}`, marks);
    return undefined;
  }
}

/** The server is loaded here: no other command needs it. */
async function started(
  found: Place | undefined,
  flags: ServeFlags,
  out: Diagnostics,
): Promise<Service | undefined> {
  const { isLoopback, startService } = await import('../../service/http/server.ts');
  const port = readPort(flags.port, out);
  if (!isLoopback(flags.host)) {
    out.error(
      'E703',
      `\`${flags.host}\` is no address of this machine alone`,
      [{ span: wordOf(flags.host, '--host').span, label: '' }],
      'the page is served at 127.0.0.1, ::1 or localhost; from another machine it is reached by an SSH tunnel',
    );
  }
  if (found === undefined || out.failed) return undefined;
  const served: Served = {
    root: found.root,
    writable: flags.readOnly !== true && isWritable(found.root),
    open: found.open,
    page: join(packageRoot(), 'dist', 'web'),
    version: packageVersion(),
  };
  const listening: Listening = { host: flags.host, ports: port === undefined ? usualPorts() : [port] };
  try {
    return await startService(served, listening);
  } catch (error) {
    reportNotListening(error, flags, out);
    return undefined;
  }
}

function usualPorts(): readonly number[] {
  return [...Array.from({ length: portsTried }, (_, i) => usualPort + i), 0];
}

/** undefined where nobody says. */
function readPort(port: string | undefined, out: Diagnostics): number | undefined {
  if (port === undefined) return undefined;
  if (/^\d{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  const marks = [{ span: wordOf(port, '--port').span, label: '' }];
  out.error(
    'E701',
    `\`${port}\` is not a port`,
    marks,
    'a port is a whole number up to 65535; 0 is any that is free',
  );
  return undefined;
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function reportNotListening(error: unknown, { port, host }: ServeFlags, out: Diagnostics): void {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === undefined) throw error;
  const marks = [
    { span: port === undefined ? wordOf(host, '--host').span : wordOf(port, '--port').span, label: '' },
  ];
  const where = port === undefined ? host : `port ${port} of ${host}`;
  if (code === 'EADDRINUSE') {
    const help = 'leave `--port` out, and the next free one is taken';
    out.error('E703', `${where} is taken by another program`, marks, help);
  } else if (code === 'EACCES') {
    out.error('E703', `${where} is not for this user`, marks, 'ports from 1024 up are for everybody');
  } else out.error('E703', `${where} cannot be listened on (${String(code)})`, marks);
}

/** Ctrl-C, or whatever else asks a program to end. A second one ends it at once. */
function untilStopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
  });
}

function isSet(variable: string | undefined): boolean {
  return variable !== undefined && variable !== '' && variable !== 'false' && variable !== '0';
}
