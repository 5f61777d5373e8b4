// A plan's text, from a file or standard input, and the files beside it.

import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Source } from '../diagnostics/source.ts';
import type { PlanFiles } from '../plan/types.ts';
import type { Io } from './io.ts';
import { wordOf } from './setting-word.ts';

/** Far above what the reader takes (4 million characters): a file beyond it is not even opened. */
const largestFile = 64_000_000;

/** `-` is standard input. undefined where it cannot be read, with the reason in `out`. */
export async function readPlanText(path: string, io: Io, out: Diagnostics): Promise<Source | undefined> {
  if (path === '-') return { file: '<stdin>', text: withoutMark(await io.readInput()) };
  const full = resolve(io.cwd, path);
  try {
    if (statSync(full).size > largestFile) {
      out.error('E102', `\`${path}\` is too large for a plan`, [
        { span: wordOf(path, 'PLAN').span, label: '' },
      ]);
      return undefined;
    }
    return { file: path, text: withoutMark(readFileSync(full, 'utf8')) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const marks = [{ span: wordOf(path, 'PLAN').span, label: '' }];
    out.error('E108', `\`${path}\` ${reasonOf(code)}`, marks, nearBy(full, path));
    return undefined;
  }
}

/** The folder of a plan: where its configuration and its other files are. */
export function folderOf(path: string, io: Io): string {
  return path === '-' ? io.cwd : dirname(resolve(io.cwd, path));
}

/** Editors on some systems begin a file with a byte order mark. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

export function reasonOf(code: unknown, wanted = 'plan'): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is not there';
  if (code === 'EISDIR') return `is a folder, not a ${wanted}`;
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user';
  return `cannot be read (${String(code)})`;
}

/** A plan in the same folder whose name is nearly that. */
function nearBy(full: string, path: string): string {
  try {
    const names = readdirSync(dirname(full)).filter((name) => /\.ya?ml$/.test(name));
    return didYouMean(
      path,
      names.map((name) => path.slice(0, path.length - basename(path).length) + name),
    );
  } catch {
    return '';
  }
}

/** Files below the plan's folder; a link that leads out of it is not followed. */
export function filesBeside(path: string, io: Io): PlanFiles {
  const folder = folderOf(path, io);
  const shown = path === '-' ? '' : dirname(path);
  return {
    read(relativePath) {
      try {
        const full = realpathSync(join(folder, relativePath));
        const inside = relative(realpathSync(folder), full);
        if (isAbsolute(inside) || inside === '..' || inside.startsWith(`..${sep}`)) return undefined;
        if (statSync(full).size > largestFile) return undefined;
        return { file: join(shown, relativePath), text: withoutMark(readFileSync(full, 'utf8')) };
      } catch {
        return undefined;
      }
    },
  };
}
