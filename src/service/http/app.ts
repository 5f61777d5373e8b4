// Every path of the local server. What a path does is elsewhere; here is who may ask, and how an answer is put.

import { basename } from 'node:path';
import { type Context, Hono } from 'hono';
import type { ConflictAnswer, ReportFormat, SaveAnswer, WorkspaceAnswer } from '../contract.ts';
import { type ProblemCode, problemStatus } from '../contract.ts';
import { Problem } from '../problem.ts';
import type { ReportDesk } from '../reports/desk.ts';
import { templates } from '../templates.ts';
import { documentsOf } from '../workspace/documents.ts';
import { Conflict, readText, saveText } from '../workspace/files.ts';
import { plansOf } from '../workspace/plans.ts';
import { walk } from '../workspace/walk.ts';
import { asset, indexPage } from './assets.ts';
import { reportRequest, saveRequest } from './body.ts';
import { catalogEncodings, sentCatalog } from './catalog-answer.ts';
import { acceptedEncoding } from './encodings.ts';
import type { Events } from './events.ts';
import { cookieName, type Guarded, hasCookie, isToken, refuseForeign } from './guard.ts';
import { setHeaders } from './headers.ts';
import { problemPage } from './problem-page.ts';

/** What is served. */
export interface Served {
  /** Absolute, without links. */
  readonly root: string;
  readonly writable: boolean;
  /** The plan that is opened first, from the root. */
  readonly open: string | undefined;
  /** The folder of the built page. */
  readonly page: string;
  /** Outlay's own. */
  readonly version: string;
}

interface Helpers {
  readonly token: string;
  readonly events: Events;
  readonly desk: ReportDesk;
  /** Known when the server listens. */
  readonly port: () => number;
}

type Handler = (c: Context) => Response | Promise<Response>;

export function serviceApp(served: Served, helpers: Helpers): Hono {
  const app = new Hono();
  app.onError((error, c) => problemAnswer(error, c));
  app.notFound((c) => problemAnswer(new Problem('not-found', 'there is nothing at this address'), c));
  app.use(async (c, next) => {
    setHeaders(c);
    const entry = enter(c, helpers.token, helpers.port());
    return entry ?? next();
  });
  for (const [path, handlers] of Object.entries(api(served, helpers))) app.all(path, byMethod(handlers));
  app.all('/api/*', (c) => c.notFound());
  app.all('/api', (c) => c.notFound());
  app.all('/assets/*', byMethod({ GET: (c) => asset(c, served.page, pathBehind(c, '/assets/')) }));
  app.all('*', byMethod({ GET: (c) => indexPage(c, served.page) }));
  return app;
}

/** A redirect where the token came with the address; undefined where the request may go on. */
function enter(c: Context, token: string, port: number): Response | undefined {
  const url = new URL(c.req.url);
  const request: Guarded = { method: c.req.method, url, header: (name) => c.req.header(name) };
  refuseForeign(request, port);
  const given = url.searchParams.get('token');
  const isPage = !/^\/(api|assets)(\/|$)/.test(url.pathname);
  if (given !== null && isPage && (isToken(given, token) || hasCookie(request, port, token))) {
    url.searchParams.delete('token');
    c.header('Set-Cookie', `${cookieName(port)}=${token}; HttpOnly; SameSite=Strict; Path=/`);
    // a path that begins with two slashes would be another host
    return c.redirect(`/${url.pathname.replace(/^\/+/, '')}${url.search}`, 303);
  }
  if (hasCookie(request, port, token)) return undefined;
  throw new Problem(
    'no-token',
    'this page is open to whoever started it',
    'Open the whole address that `outlay serve` printed, with its token. Each start has another one.',
  );
}

type Api = Readonly<Record<string, Readonly<Record<string, Handler>>>>;

function api(served: Served, { events, desk }: Helpers): Api {
  const { root, writable, open, version } = served;
  return {
    '/api/workspace': {
      GET: async (c) => {
        const walked = await walk(root);
        const [plans, documents] = await Promise.all([plansOf(root, walked), documentsOf(root, walked)]);
        const complete = plans.complete && documents.complete;
        const name = basename(root) || root;
        const opened = open === undefined ? {} : { open };
        return c.json({
          name,
          writable,
          plans: plans.plans,
          documents: documents.documents,
          complete,
          ...opened,
          version,
        } satisfies WorkspaceAnswer);
      },
    },
    '/api/files/*': {
      GET: (c) => c.json(readText(root, pathBehind(c, '/api/files/'))),
      PUT: async (c) => {
        if (!writable) {
          throw new Problem('read-only', 'this server only reads', 'Start it without `--read-only` to save.');
        }
        const request = await saveRequest(c);
        return c.json(saveText(root, pathBehind(c, '/api/files/'), request) satisfies SaveAnswer);
      },
    },
    '/api/events': {
      GET: (c) => {
        if (c.req.method === 'HEAD') throw notAllowed(c, ['GET']);
        c.header('Content-Type', 'text/event-stream; charset=utf-8');
        return c.body(events.listen());
      },
    },
    '/api/catalog': { GET: catalog },
    '/api/templates': { GET: (c) => c.json(templates()) },
    '/api/report': {
      POST: async (c) => {
        const request = await reportRequest(c);
        const done = await desk.make(request, c.req.raw.signal);
        if ('diagnostics' in done) return c.json(done, 422);
        c.header('Content-Type', reportTypes[request.format]);
        c.header('Content-Disposition', 'attachment');
        return c.body(new Uint8Array(done.report));
      },
    },
  };
}

const reportTypes: Readonly<Record<ReportFormat, string>> = {
  markdown: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The browser keeps it, and asks each time whether it is still the same. */
async function catalog(c: Context): Promise<Response> {
  const { text, etag, compressed } = sentCatalog();
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Accept-Encoding');
  c.header('ETag', etag);
  const known = (c.req.header('if-none-match') ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return c.body(null, 304);
  c.header('Content-Type', 'application/json');
  const encoding = acceptedEncoding(c.req.header('accept-encoding'), catalogEncodings);
  if (encoding === undefined) return c.body(text);
  c.header('Content-Encoding', encoding);
  return c.body(await compressed(encoding));
}

/** A path of the address, decoded once. */
function pathBehind(c: Context, prefix: string): string {
  try {
    return decodeURIComponent(new URL(c.req.url).pathname.slice(prefix.length));
  } catch {
    throw new Problem('bad-request', 'the address is not well written');
  }
}

function byMethod(handlers: Readonly<Record<string, Handler>>): Handler {
  return (c) => {
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
    const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined;
    if (handler === undefined) throw notAllowed(c, Object.keys(handlers));
    return handler(c);
  };
}

function notAllowed(c: Context, allowed: readonly string[]): Problem {
  c.header('Allow', allowed.join(', '));
  return new Problem('not-allowed', `this address takes ${allowed.join(' and ')} only`);
}

function problemAnswer(error: unknown, c: Context): Response {
  const problem = error instanceof Problem ? error : internal(error);
  const status = problemStatus[problem.code satisfies ProblemCode];
  const isApi = c.req.path === '/api' || c.req.path.startsWith('/api/');
  if (!isApi) return c.html(problemPage(problem), status);
  if (!(problem instanceof Conflict)) return c.json(problem.answer, status);
  const { there } = problem;
  const answer: ConflictAnswer = {
    ...problem.answer,
    text: there?.text ?? null,
    version: there?.version ?? null,
  };
  return c.json(answer, status);
}

function internal(error: unknown): Problem {
  const [sentence = 'unknown'] = (error instanceof Error ? error.message : String(error)).split('\n');
  return new Problem('failed', `an internal error, which is our fault and not yours: ${sentence}`);
}
