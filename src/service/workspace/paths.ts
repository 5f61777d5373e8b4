// Which paths of a folder are served: files of a few kinds inside it, and nothing through a link that leads out of it.

import { constants, lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { Problem } from '../problem.ts';

const readable = /\.(ya?ml|csv|md|markdown|html?|json|txt)$/i;
const writable = /\.(ya?ml|md)$/i;

const longestPath = 1024;
/** In bytes: file systems take 255, and a file that is being written has some more. */
const longestName = 200;

/** A pipe that nobody writes to must not be waited for, and a link that came meanwhile not be followed. */
export const toRead = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Hidden folders hold keys and histories, node_modules other people's files. */
export function isServedName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && name.toLowerCase() !== 'node_modules';
}

export function isServedFile(path: string): boolean {
  return readable.test(path);
}

export function isWritableFile(path: string): boolean {
  return writable.test(path);
}

export interface Place {
  /** Absolute, without links. */
  readonly full: string;
  readonly exists: boolean;
}

/**
 * Where a path of a request leads; `root` is absolute and without links.
 * @throws {Problem} `outside` where that is no place to serve, `not-found` where its folder is not there
 */
export function placeOf(root: string, path: string): Place {
  if (!isServedPath(path)) throw outside(path);
  const full = join(root, path);
  const real = realPath(full);
  const place = real === undefined ? newPlace(full, path) : { full: real, exists: true };
  const inside = relative(root, place.full).split(sep).join('/');
  // a link may lead to another name, which must be one that is served as well
  if (isAbsolute(inside) || !isServedPath(inside)) throw outside(path);
  return place;
}

function isServedPath(path: string): boolean {
  return (
    path.length <= longestPath &&
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
    !/[\u0000-\u001f\u007f\\]/.test(path) &&
    !(process.platform === 'win32' && path.includes(':')) &&
    path.split('/').every((name) => isServedName(name) && Buffer.byteLength(name) <= longestName) &&
    isServedFile(path)
  );
}

function newPlace(full: string, path: string): Place {
  const folder = realPath(dirname(full));
  if (folder === undefined || !statSync(folder).isDirectory()) {
    throw new Problem('not-found', `the folder of \`${path}\` is not there`);
  }
  // a link to something that is not there: nobody knows what would be written
  if (lstatSync(full, { throwIfNoEntry: false }) !== undefined) throw outside(path);
  return { full: join(folder, basename(full)), exists: false };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    throw new Problem('outside', `\`${basename(path)}\` cannot be reached (${String(code)})`);
  }
}

function outside(path: string): Problem {
  return new Problem(
    'outside',
    `\`${path.slice(0, 200)}\` is not served`,
    'Only .yaml, .yml, .csv, .md, .html, .json and .txt files inside the folder are, none in hidden folders, in node_modules or behind a link that leads out.',
  );
}
