// Files as they stood at some revision of the repository that holds them. git is run as a program, never through a shell, and
// is only asked to resolve names and to print blobs: no filter, hook or pager of a repository runs.

import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { type Diagnostics, at as markAt } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import type { PlanFiles } from '../plan/types.ts';
import { wordOf } from './setting-word.ts';

const largestFile = 64_000_000;

export interface Revision {
  /** As it was asked for: `main`. */
  readonly name: string;
  /** The commit's full hash. */
  readonly commit: string;
}

/** What `--git` compares; without a second revision the file as it lies on the disk. */
export interface RevisionPair {
  readonly before: Revision;
  readonly after: Revision | undefined;
}

/** The repository that holds a folder. */
export interface Repository {
  readonly folder: string;
  /** Where the folder is in the repository: `plans/`, or empty at its root. */
  readonly prefix: string;
}

export function repositoryAt(folder: string, out: Diagnostics): Repository | undefined {
  const found = git(folder, ['rev-parse', '--show-prefix']);
  if (found.ok) return { folder, prefix: found.text.replace(/\n$/, '') };
  const help =
    found.reason === 'missing'
      ? '`--git` needs git on the PATH'
      : `git says: ${found.reason.split('\n')[0] ?? ''}`;
  out.error('E108', 'the plan is in no git repository that can be read', [], help);
  return undefined;
}

/** `main` (against the file on the disk), `main..HEAD`, or `main...HEAD` (from where the two parted). */
export function readRevisions(
  text: string,
  repository: Repository,
  out: Diagnostics,
): RevisionPair | undefined {
  const [, from = '', dots, to = ''] = /^(.*?)(?:(\.{2,3})(.*))?$/s.exec(text.trim()) ?? [];
  const before = resolved(from, text, repository, out);
  if (dots === undefined || before === undefined) {
    return before === undefined ? undefined : { before, after: undefined };
  }
  const after = resolved(to === '' ? 'HEAD' : to, text, repository, out);
  if (after === undefined) return undefined;
  if (dots === '..') return { before, after };
  const base = git(repository.folder, ['merge-base', before.commit, after.commit]);
  if (base.ok) return { before: { name: `${from}...${after.name}`, commit: base.text.trim() }, after };
  out.error('E701', `\`${from}\` and \`${after.name}\` have no commit in common`, mark(text));
  return undefined;
}

/** A name that begins with a dash would be read as a flag, and is no revision. */
function resolved(
  name: string,
  text: string,
  { folder }: Repository,
  out: Diagnostics,
): Revision | undefined {
  const isName = name !== '' && !name.startsWith('-');
  const found = isName ? git(folder, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]) : undefined;
  if (found?.ok === true) return { name, commit: found.text.trim() };
  const message = name === '' ? '`--git` needs a revision' : `git knows no revision \`${name}\``;
  out.error('E701', message, mark(text), 'for example `--git main` or `--git main..HEAD`');
  return undefined;
}

function mark(text: string): ReturnType<typeof markAt> {
  return markAt(wordOf(text, '--git').span);
}

/** A file of the repository's folder at a revision; undefined where it is not there. */
export function textAt(repository: Repository, revision: Revision, name: string): Source | undefined {
  const path = posix.normalize(posix.join(repository.prefix, name));
  if (path.startsWith('../')) return undefined;
  const found = git(repository.folder, ['cat-file', 'blob', `${revision.commit}:${path}`]);
  // editors on some systems begin a file with a byte order mark
  return found.ok ? { file: `${revision.name}:${path}`, text: found.text.replace(/^\uFEFF/, '') } : undefined;
}

/** The files beside a plan, at the same revision. */
export function filesAt(repository: Repository, revision: Revision): PlanFiles {
  return { read: (relativePath) => textAt(repository, revision, relativePath.replaceAll('\\', '/')) };
}

type GitAnswer =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: string };

function git(folder: string, args: readonly string[]): GitAnswer {
  try {
    const text = execFileSync('git', ['-C', folder, '--no-pager', ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: largestFile,
      env: { ...process.env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
    });
    return { ok: true, text };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ('code' in error && error.code === 'ENOENT') return { ok: false, reason: 'missing' };
    return { ok: false, reason: 'stderr' in error ? String(error.stderr).trim() : error.message };
  }
}
