// What the local server and the page say to each other, as types. All of it is JSON; docs/serve.md has the paths.

import type { JsonObject } from '../report/json.ts';
import type { Packed } from '../yaml/packed.ts';

export const reportFormats = ['markdown', 'html', 'pdf', 'json', 'xlsx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** `GET /api/workspace` */
export interface WorkspaceAnswer {
  /** Of the folder. */
  readonly name: string;
  readonly writable: boolean;
  readonly plans: readonly PlanEntry[];
  /** Texts that can be audited: `.md`, `.html`, `.txt`. */
  readonly documents: readonly DocumentEntry[];
  /** False where the folder holds more than was looked at. */
  readonly complete: boolean;
  /** The plan that the server was started with. */
  readonly open?: string;
  /** Outlay's own. */
  readonly version: string;
}

export interface PlanEntry {
  /** From the folder, with `/` between its parts. */
  readonly path: string;
  readonly title: string;
  readonly bytes: number;
  /** ISO time. */
  readonly modified: string;
}

export interface DocumentEntry {
  readonly path: string;
  readonly bytes: number;
  /** ISO time. */
  readonly modified: string;
}

/** `GET /api/files/<path>` */
export interface FileAnswer {
  readonly path: string;
  readonly text: string;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly version: string;
}

/** `PUT /api/files/<path>` */
export interface SaveRequest {
  readonly text: string;
  /** The version that the text was made from; null for a new file. */
  readonly base: string | null;
}

export interface SaveAnswer {
  readonly version: string;
}

/** With 409: what is on the disk instead; both null where the file is gone. */
export interface ConflictAnswer extends ProblemAnswer {
  readonly text: string | null;
  readonly version: string | null;
}

/** `event: file` of `GET /api/events`; version null where the file is gone. */
export interface FileChange {
  readonly path: string;
  readonly version: string | null;
}

/** `GET /api/catalog`, by vendor id; `packed` is the tree of exactly that text, read when the package was built. */
export type CatalogAnswer = Readonly<Record<string, { readonly text: string; readonly packed?: Packed }>>;

/** `GET /api/templates` */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** The plan first, then what it needs beside it. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** `POST /api/report`: a report of a text that need not be saved; files beside `path` are read from the disk unless they are given. */
export interface ReportRequest {
  readonly path: string;
  readonly text: string;
  readonly format: ReportFormat;
  /** `tier=b` */
  readonly at?: readonly string[] | undefined;
  /** `users=600` */
  readonly set?: readonly string[] | undefined;
  /** Names of sections, in their order. */
  readonly sections?: readonly string[] | undefined;
  /** ISO code. */
  readonly currency?: string | undefined;
  /** Texts of files beside the plan, by their path from it, where it is no plan of the folder: nothing is read from the disk then. */
  readonly beside?: Readonly<Record<string, string>> | undefined;
}

/** With 422: what is wrong with the plan, as `outlay … --format json` says it. */
export interface DiagnosticsAnswer {
  readonly diagnostics: readonly JsonObject[];
}

/** Whatever else went wrong. */
export interface ProblemAnswer {
  readonly error: { readonly code: ProblemCode; readonly message: string; readonly help: string };
}

/** Every code of `ProblemAnswer`, with its status. */
export const problemStatus = {
  'bad-request': 400,
  'no-token': 401,
  foreign: 403,
  outside: 403,
  'read-only': 403,
  'not-found': 404,
  'not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'wrong-type': 415,
  'not-text': 415,
  failed: 500,
  busy: 503,
  'too-slow': 504,
} as const;

export type ProblemCode = keyof typeof problemStatus;
