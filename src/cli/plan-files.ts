// A plan's text, from a file or standard input, and the files beside it.

import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Diagnostics } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/nearest.ts';
import type { Source } from '../diagnostics/source.ts';
import type { PlanFiles } from '../plan/types.ts';
import { withoutMark } from '../service/without-mark.ts';
import type { Io } from './io.ts';
import { wordOf } from './setting-word.ts';

/** Far above what the reader takes (4 million characters): a file beyond it is not even opened. */
const largestFile = 64_000_000;

/** What a text is, for messages. */
interface FileRole {
  /** Where its name was written: `PLAN`. */
  readonly flag: string;
  readonly called: string;
  /** What such files are called. */
  readonly ending: RegExp;
}

const planRole: FileRole = { flag: 'PLAN', called: 'a plan', ending: /\.ya?ml$/ };
const templateRole: FileRole = { flag: '--template', called: 'a template', ending: /\.(md|markdown|txt)$/ };

/** `-` is standard input. undefined where it cannot be read, with the reason in `out`. */
export async function readPlanText(path: string, io: Io, out: Diagnostics): Promise<Source | undefined> {
  return path === '-'
    ? { file: '<stdin>', text: withoutMark(await io.readInput()) }
    : readFile(path, planRole, io, out);
}

export function readTemplateText(path: string, io: Io, out: Diagnostics): Source | undefined {
  return readFile(path, templateRole, io, out);
}

function readFile(path: string, role: FileRole, io: Io, out: Diagnostics): Source | undefined {
  const full = resolve(io.cwd, path);
  const marks = [{ span: wordOf(path, role.flag).span, label: '' }];
  try {
    if (statSync(full).size > largestFile) {
      out.error('E102', `\`${path}\` is too large for ${role.called}`, marks);
      return undefined;
    }
    return { file: path, text: withoutMark(readFileSync(full, 'utf8')) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    out.error('E108', `\`${path}\` ${reasonOf(code, role)}`, marks, nearBy(full, path, role));
    return undefined;
  }
}

/** The folder of a plan: where its configuration and its other files are. */
export function folderOf(path: string, io: Io): string {
  return path === '-' ? io.cwd : dirname(resolve(io.cwd, path));
}

export function reasonOf(code: unknown, { called }: Pick<FileRole, 'called'>): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'is not there';
  if (code === 'EISDIR') return `is a folder, not ${called}`;
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user';
  return `cannot be read (${String(code)})`;
}

/** A file of that kind in the same folder whose name is nearly that. */
function nearBy(full: string, path: string, { ending }: FileRole): string {
  try {
    const names = readdirSync(dirname(full)).filter((name) => ending.test(name));
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
