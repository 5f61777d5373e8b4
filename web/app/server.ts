// The server's side of things: files, changes on disk, prices, templates, reports.

export interface PlanFile {
  readonly path: string;
  readonly title: string;
  readonly bytes: number;
  readonly modified: string;
}

/** That can be audited. */
export interface DocumentFile {
  readonly path: string;
  readonly bytes: number;
  readonly modified: string;
}

export interface Workspace {
  readonly name: string;
  readonly writable: boolean;
  readonly plans: readonly PlanFile[];
  readonly documents: readonly DocumentFile[];
  /** False where the folder holds more than these. */
  readonly complete: boolean;
  /** The plan that the command line named. */
  readonly open?: string;
  readonly version: string;
}

export interface FileOnDisk {
  readonly path: string;
  readonly text: string;
  /** Of its bytes: two files with the same version are the same. */
  readonly version: string;
}

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

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
  workspace: () => read<Workspace>('/api/workspace'),
  catalog: () => read<unknown>('/api/catalog'),
  templates: () => read<readonly Template[]>('/api/templates'),
  file: (path: string) => read<FileOnDisk>(filePath(path)),
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
export interface Conflict {
  readonly text: string | null;
  readonly version: string | null;
}

export type Saved =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly conflict: Conflict };

/** `base`: the version that the text was made from; null for a new file. */
async function save(path: string, text: string, base: string | null): Promise<Saved> {
  const response = await reach(
    filePath(path),
    { method: 'PUT', body: JSON.stringify({ text, base }) },
    [409],
  );
  if (response.status === 409) return { ok: false, conflict: (await response.json()) as Conflict };
  return { ok: true, version: ((await response.json()) as { version: string }).version };
}

export interface ReportWish {
  readonly path: string;
  readonly text: string;
  readonly format: 'pdf' | 'html' | 'markdown' | 'json' | 'xlsx';
  readonly at?: readonly string[];
  readonly set?: readonly string[];
  readonly currency?: string;
  /** Texts of files beside the plan, where they are not in the folder. */
  readonly beside?: Readonly<Record<string, string>>;
}

async function report(wish: ReportWish): Promise<Blob> {
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
  const error = (said as { error?: { message?: string; help?: string } } | undefined)?.error;
  throw new ServerError(
    response.status,
    error?.message ?? `the server said ${response.status}`,
    error?.help ?? '',
  );
}

/** Calls back when a file changed on disk; `version` is null where it is gone. Connects again by itself. */
function watch(
  changed: (path: string, version: string | null) => void,
  connected: (yes: boolean) => void,
): () => void {
  const source = new EventSource('/api/events');
  source.addEventListener('open', () => connected(true));
  source.addEventListener('error', () => connected(false));
  source.addEventListener('file', (event: MessageEvent<string>) => {
    const { path, version } = JSON.parse(event.data) as { path: string; version: string | null };
    changed(path, version);
  });
  return () => source.close();
}
