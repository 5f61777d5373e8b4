// The server's side of things: files, changes on disk, prices, templates, reports.

import type {
  CatalogAnswer,
  ConflictAnswer,
  FileAnswer,
  FileChange,
  ReportRequest,
  SaveAnswer,
  SaveRequest,
  Template,
  WorkspaceAnswer,
} from '../../src/service/contract.ts';

export class ServerError extends Error {
  readonly status: number;
  readonly help: string;
  constructor(status: number, message: string, help: string) {
    super(message);
    this.status = status;
    this.help = help;
  }
}

export const server = {
  workspace: () => read<WorkspaceAnswer>('/api/workspace'),
  catalog: () => read<CatalogAnswer>('/api/catalog'),
  templates: () => read<readonly Template[]>('/api/templates'),
  file: (path: string) => read<FileAnswer>(filePath(path)),
  save,
  report,
  watch,
};

function filePath(path: string): string {
  return `/api/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

async function read<T>(path: string): Promise<T> {
  const response = await reach(path, {});
  return (await response.json()) as T;
}

/** What stands on the disk in place of what was to be overwritten; no text where the file is gone. */
export type Conflict = Pick<ConflictAnswer, 'text' | 'version'>;

export type Saved =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly conflict: Conflict };

/** `base`: the version that the text was made from; null for a new file. */
async function save(path: string, text: string, base: string | null): Promise<Saved> {
  const body: SaveRequest = { text, base };
  const response = await reach(filePath(path), { method: 'PUT', body: JSON.stringify(body) }, [409]);
  if (response.status === 409) return { ok: false, conflict: (await response.json()) as Conflict };
  return { ok: true, version: ((await response.json()) as SaveAnswer).version };
}

async function report(wish: ReportRequest): Promise<Blob> {
  const response = await reach('/api/report', { method: 'POST', body: JSON.stringify(wish) });
  return response.blob();
}

async function reach(path: string, init: RequestInit, also: readonly number[] = []): Promise<Response> {
  let response: Response;
  try {
    const headers = init.body === undefined ? {} : { 'content-type': 'application/json', 'x-outlay': '1' };
    response = await fetch(path, { ...init, headers });
  } catch {
    throw new ServerError(
      0,
      'the server does not answer',
      'start `outlay serve` again; what you wrote is kept here',
    );
  }
  if (response.ok || also.includes(response.status)) return response;
  const said = await response.json().catch(() => undefined);
  // what is wrong with a plan is told in the same words as what is wrong with a request
  const { error, diagnostics } = (said ?? {}) as Refused;
  const { message, help } = error ?? diagnostics?.[0] ?? {};
  throw new ServerError(response.status, message ?? `the server said ${response.status}`, help ?? '');
}

interface Refused {
  readonly error?: { readonly message?: string; readonly help?: string };
  readonly diagnostics?: readonly NonNullable<Refused['error']>[];
}

/** Calls back when a file changed on disk, and each time that the connection is there or lost. Connects again by itself. */
function watch(changed: (path: string) => void, connected: (yes: boolean) => void): void {
  const source = new EventSource('/api/events');
  source.addEventListener('open', () => connected(true));
  source.addEventListener('error', () => connected(false));
  source.addEventListener('file', (event: MessageEvent<string>) => {
    changed((JSON.parse(event.data) as FileChange).path);
  });
}
