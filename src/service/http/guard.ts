// Who may ask: the page that this server sent, in the browser of the person who started it, and nobody else.
//
// A page of another site can send requests here, by name (DNS rebinding), by link or by form; programs of other users of the
// machine can reach the port. Against the first stand Host, Origin and Sec-Fetch-Site and a header that no form can send, against
// the others a token of each start.

import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Problem } from '../problem.ts';

export interface Guarded {
  readonly method: string;
  readonly url: URL;
  readonly header: (name: string) => string | undefined;
}

/** 256 random bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function cookieName(port: number): string {
  return `outlay_${port}`;
}

/** Takes as long for a token that is nearly right as for one that is not. */
export function isToken(given: string | null | undefined, token: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

export function hasCookie(request: Guarded, port: number, token: string): boolean {
  const name = cookieName(port);
  const cookies = (request.header('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.some(
    (cookie) => cookie.startsWith(`${name}=`) && isToken(cookie.slice(name.length + 1), token),
  );
}

/** @throws {Problem} where the request comes from another site, or could */
export function refuseForeign({ method, url, header }: Guarded, port: number): void {
  const host = header('host');
  if (host === undefined || !isOurHost(host, port) || !isOurHost(url.host, port)) {
    throw foreign('the host of the request is not this machine', `The address is http://127.0.0.1:${port}/.`);
  }
  const site = header('sec-fetch-site');
  // another port of this machine is the same site, and another program
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw foreign(
      'the request comes from another site',
      'Open the address that `outlay serve` printed by hand.',
    );
  }
  const origin = header('origin');
  if (origin !== undefined && origin !== `http://${host.toLowerCase()}`) {
    throw foreign('the request comes from a page of another origin');
  }
  if (method === 'GET' || method === 'HEAD') return;
  if (header('x-outlay') !== '1')
    throw foreign('a request that changes something needs the header `x-outlay: 1`');
  const type = (header('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('wrong-type', 'the body must be `application/json`');
}

function isOurHost(host: string, port: number): boolean {
  const [, name, given] = /^(.*?)(?::(\d{1,5}))?$/.exec(host.toLowerCase()) ?? [];
  const isLoopback =
    name === 'localhost' || name === '[::1]' || /^127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(name ?? '');
  return isLoopback && Number(given ?? 80) === port;
}

function foreign(message: string, help = ''): Problem {
  return new Problem('foreign', message, help);
}
