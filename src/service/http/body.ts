// The body of a request: JSON in UTF-8 of a bounded size, read into a shape that is known.

import type { Context } from 'hono';
import type { ReportRequest, SaveRequest } from '../contract.ts';
import { type ReportFormat, reportFormats } from '../contract.ts';
import { Problem } from '../problem.ts';

export const largestBody = 8 << 20;

export async function saveRequest(c: Context): Promise<SaveRequest> {
  const given = await readObject(c);
  const { base } = given;
  if (base !== null && typeof base !== 'string') {
    throw new Problem('bad-request', '`base` is a version, or null for a new file');
  }
  return { text: textOf(given, 'text'), base };
}

export async function reportRequest(c: Context): Promise<ReportRequest> {
  const given = await readObject(c);
  const format = reportFormats.find((one): one is ReportFormat => one === given.format);
  if (format === undefined)
    throw new Problem('bad-request', `\`format\` is one of ${reportFormats.join(', ')}`);
  return {
    path: textOf(given, 'path'),
    text: textOf(given, 'text'),
    format,
    at: listOf(given, 'at'),
    set: listOf(given, 'set'),
    sections: listOf(given, 'sections'),
    currency: given.currency === undefined ? undefined : textOf(given, 'currency'),
    beside: textsOf(given, 'beside'),
  };
}

type Given = Readonly<Record<string, unknown>>;

function textOf(given: Given, key: string): string {
  const value = given[key];
  if (typeof value !== 'string') throw new Problem('bad-request', `\`${key}\` is a text`);
  return value;
}

function listOf(given: Given, key: string): readonly string[] | undefined {
  const value = given[key];
  if (value === undefined) return undefined;
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) {
    throw new Problem('bad-request', `\`${key}\` is a list of texts`);
  }
  return value;
}

function textsOf(given: Given, key: string): Readonly<Record<string, string>> | undefined {
  const value = given[key];
  if (value === undefined) return undefined;
  if (!isObject(value) || !Object.values(value).every((one) => typeof one === 'string')) {
    throw new Problem('bad-request', `\`${key}\` has a text for each name`);
  }
  return value as Readonly<Record<string, string>>;
}

function isObject(value: unknown): value is Given {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

async function readObject(c: Context): Promise<Given> {
  const text = decoded(await readBytes(c));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem('bad-request', 'the body is not JSON');
  }
  if (!isObject(value)) throw new Problem('bad-request', 'the body is not a JSON object');
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Problem('not-text', 'the body is not text in UTF-8');
  }
}

/** Stops at the limit, whatever the length was said to be. */
async function readBytes(c: Context): Promise<Uint8Array> {
  if (Number(c.req.header('content-length') ?? 0) > largestBody) throw tooLarge();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of c.req.raw.body ?? []) {
    length += part.byteLength;
    if (length > largestBody) throw tooLarge();
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(): Problem {
  return new Problem('too-large', `the body is larger than ${largestBody >> 20} MiB`);
}
