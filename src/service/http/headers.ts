// Headers of every answer: what a browser may do with it.

import type { Context } from 'hono';

/** WebAssembly is compiled by the engine's worker; nothing is ever evaluated from text. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** An answer of the API is data, even one that looks like a page. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox";

const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // kept by the browser only where an answer says more
  'Cache-Control': 'no-store',
};

/** Scripts get the policy of pages, because a worker obeys that of its own script. */
export function setHeaders(c: Context): void {
  for (const [name, value] of Object.entries(always)) c.header(name, value);
  c.header('Content-Security-Policy', c.req.path.startsWith('/api/') ? dataPolicy : pagePolicy);
}
