// Texts of a folder, each with a version: what was read is known again, and nothing newer is overwritten.

import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { FileAnswer, SaveAnswer, SaveRequest } from '../contract.ts';
import { Problem } from '../problem.ts';
import { writeWhole } from '../write-whole.ts';
import { isWritableFile, placeOf, toRead } from './paths.ts';

export const largestFile = 8 << 20;

/** What was asked for is not what is there. */
export class Conflict extends Problem {
  /** What is on the disk; undefined where the file is gone. */
  readonly there: FileAnswer | undefined;

  constructor(path: string, there: FileAnswer | undefined) {
    super(
      'conflict',
      `\`${path}\` ${there === undefined ? 'is no longer there' : 'was changed by somebody else'}`,
      'Nothing was written. Merge the two, and save with the version that is there as the base.',
    );
    this.there = there;
  }
}

/** @throws {Problem} where the file is not served, not there, too large or no UTF-8 */
export function readText(root: string, path: string): FileAnswer {
  const { full, exists } = placeOf(root, path);
  if (!exists) throw new Problem('not-found', `\`${path}\` is not there`);
  return answerOf(path, bytesOf(full, path));
}

/** The version of what is there; undefined where nothing is, or nothing that is served. */
export function versionOf(root: string, path: string): string | undefined {
  try {
    const { full, exists } = placeOf(root, path);
    return exists ? hashOf(bytesOf(full, path)) : undefined;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

/**
 * Reading, comparing and writing are one step that no other request comes between; a program that writes within the same
 * thousandth of a second may. A text that is there already counts as saved, so that a save can be sent again.
 * @throws {Conflict} where another version is there than the text was made from
 * @throws {Problem} where the file may not be written
 */
export function saveText(root: string, path: string, { text, base }: SaveRequest): SaveAnswer {
  const { full, exists } = placeOf(root, path);
  if (!isWritableFile(path) || !isWritableFile(full)) {
    throw new Problem(
      'outside',
      `\`${path}\` is only read`,
      'Files that end with .yaml, .yml or .md are saved.',
    );
  }
  if (!text.isWellFormed()) throw new Problem('not-text', 'the text holds half of a character');
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length > largestFile) throw tooLarge(path);
  const there = exists ? bytesOf(full, path) : undefined;
  const before = there === undefined ? null : hashOf(there);
  const version = hashOf(bytes);
  if (before === version) return { version };
  if (before !== base) throw new Conflict(path, there === undefined ? undefined : answerOf(path, there));
  try {
    writeWhole(full, bytes);
  } catch (error) {
    throw unwritable(path, (error as NodeJS.ErrnoException).code);
  }
  return { version };
}

function answerOf(path: string, bytes: Uint8Array): FileAnswer {
  try {
    // a byte order mark is part of the text: it must be there again when the text is saved
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { path, text, version: hashOf(bytes) };
  } catch {
    throw new Problem('not-text', `\`${path}\` is not text in UTF-8`, 'Save it as UTF-8 in an editor.');
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Of a file and nothing else. */
function bytesOf(full: string, path: string): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(full, toRead);
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new Problem('outside', `\`${path}\` is not a file`);
    if (stat.size > largestFile) throw tooLarge(path);
    return readFileSync(descriptor);
  } catch (error) {
    throw error instanceof Problem ? error : unreadable(path, (error as NodeJS.ErrnoException).code);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

function unreadable(path: string, code: string | undefined): Problem {
  if (code === 'ENOENT') return new Problem('not-found', `\`${path}\` is not there`);
  if (code === 'EACCES' || code === 'EPERM')
    return new Problem('outside', `\`${path}\` may not be read by this user`);
  return new Problem('outside', `\`${path}\` cannot be read (${String(code)})`);
}

function unwritable(path: string, code: string | undefined): Problem {
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new Problem('read-only', `\`${path}\` may not be written by this user`);
  }
  const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : String(code);
  return new Problem(
    'failed',
    `\`${path}\` cannot be written: ${why}`,
    'What was there before is still there.',
  );
}

function tooLarge(path: string): Problem {
  return new Problem('too-large', `\`${path}\` is larger than ${largestFile >> 20} MiB`);
}
