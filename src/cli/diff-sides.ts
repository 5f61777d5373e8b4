// What `outlay diff` compares: two files, two days of prices, two revisions of one file, or a plan and the same with settings.

import { basename } from 'node:path';
import { pinsOfBoth } from '../analysis/diff-cases.ts';
import { type DiffSide, diffModel, diffSide, rateInto } from '../analysis/diff-side.ts';
import { Catalog } from '../catalog/catalog.ts';
import { type Diagnostics, at as markAt } from '../diagnostics/diagnostic.ts';
import type { Source } from '../diagnostics/source.ts';
import { readPlan } from '../plan/read-plan.ts';
import { withSettings } from '../plan/set-input.ts';
import type { Plan, PlanFiles } from '../plan/types.ts';
import type { SideHead } from '../report/diff-head.ts';
import { readySampler } from '../service/sampler.ts';
import { readDay } from '../service/setting-values.ts';
import { PackagedVendors } from '../service/vendor-files.ts';
import type { Repository, Revision } from './git-files.ts';
import type { Io } from './io.ts';
import { filesBeside, folderOf, readPlanText } from './plan-files.ts';
import { wordOf } from './setting-word.ts';
import type { Flags, Settings } from './settings.ts';

export interface DiffFlags extends Flags {
  readonly prices?: string;
  readonly git?: string;
  readonly failOver?: string;
}

export interface DiffSides {
  readonly before: LoadedSide;
  readonly after: LoadedSide;
  /** In which amounts are shown. */
  readonly currency: string;
  readonly vendors: PackagedVendors;
}

export interface LoadedSide {
  readonly head: SideHead;
  readonly plan: Plan;
  readonly side: DiffSide;
}

/** A plan's text and what is laid over it. */
interface Wanted {
  readonly name: string;
  readonly source: Source;
  readonly files: PlanFiles;
  readonly revision: Revision | undefined;
  readonly day: string | undefined;
  readonly set: readonly string[];
}

/** undefined when something is wrong; the reasons are in `out`. */
export async function loadSides(
  paths: readonly [string, string | undefined],
  flags: DiffFlags,
  io: Io,
  settings: Settings,
  out: Diagnostics,
): Promise<DiffSides | undefined> {
  const wanted = await wantedSides(paths, flags, io, settings, out);
  if (wanted === undefined) return undefined;
  const vendors = new PackagedVendors();
  const [old, now] = wanted;
  const isSame = old.source === now.source;
  const read = readPlan(old.source, old.files, out);
  const other = isSame ? read : readPlan(now.source, now.files, out);
  if (read === undefined || other === undefined) return undefined;
  const [before, after] = [asWanted(read, old, out), asWanted(other, now, out)];
  const catalog = Catalog.of(vendors, before.units, out);
  const first = diffModel(before, catalog, out);
  // prices are read with the units of a plan: one plan on both sides, one reading
  const second = diffModel(after, isSame ? catalog : Catalog.of(vendors, after.units, out), out);
  if (first === undefined || second === undefined || out.failed) return undefined;
  await readySampler([first.graph, second.graph]);
  const currency = settings.currency ?? after.currency;
  const rates = [first, second].map((model) => rateInto(model, currency, '--currency', out));
  const pins = pinsOfBoth([first.graph, second.graph], settings.at, out);
  if (out.failed) return undefined;
  return {
    before: { head: headOf(old, before), plan: before, side: diffSide(first, pins[0], rates[0]) },
    after: { head: headOf(now, after), plan: after, side: diffSide(second, pins[1], rates[1]) },
    currency,
    vendors,
  };
}

async function wantedSides(
  [path, other]: readonly [string, string | undefined],
  flags: DiffFlags,
  io: Io,
  settings: Settings,
  out: Diagnostics,
): Promise<readonly [Wanted, Wanted] | undefined> {
  if (!makesSense([path, other], flags, settings, out)) return undefined;
  const days = flags.prices === undefined ? undefined : readDays(flags.prices, out);
  if (flags.prices !== undefined && days === undefined) return undefined;
  const texts =
    flags.git === undefined ? await fromDisk(path, other, io, out) : await fromGit(path, flags.git, io, out);
  if (texts === undefined) return undefined;
  return [
    { ...texts[0], day: days?.[0] ?? settings.asOf, set: [] },
    { ...texts[1], day: days?.[1] ?? settings.asOf, set: settings.set },
  ];
}

/** Each of the ways to name the other side by itself, or prices and settings on top of one. */
function makesSense(
  [path, other]: readonly [string, string | undefined],
  flags: DiffFlags,
  settings: Settings,
  out: Diagnostics,
): boolean {
  const refuse = (message: string, help: string): false => {
    out.error('E701', message, [], help);
    return false;
  };
  if (
    other === undefined &&
    flags.git === undefined &&
    flags.prices === undefined &&
    settings.set.length === 0
  ) {
    const help =
      'name a second plan, or give `--git main`, `--prices 2026-01-01..2026-06-01` or `--set users=2000`';
    return refuse('a difference needs two sides', help);
  }
  if (other !== undefined && flags.git !== undefined)
    return refuse('`--git` compares two revisions of one file', 'leave the second plan out');
  if (flags.prices !== undefined && settings.asOf !== undefined)
    return refuse('`--prices` and `--as-of` both say the day of the prices', 'leave one of them out');
  if (path === '-' && (other === '-' || flags.git !== undefined))
    return refuse('standard input is one plan', 'the other side must be a file');
  return true;
}

function readDays(text: string, out: Diagnostics): readonly [string, string] | undefined {
  const word = wordOf(text, '--prices');
  const [from, to, ...more] = text.split('..').map((part) => part.trim());
  if (from === undefined || to === undefined || more.length > 0) {
    const help = 'for example `--prices 2026-01-01..2026-06-01`';
    out.error('E701', `\`${text}\` is not two days`, markAt(word.span), help);
    return undefined;
  }
  const days = [from, to].map((day) =>
    readDay(day === '' ? { ...word, text: '' } : wordOf(day, '--prices'), out),
  );
  return days[0] === undefined || days[1] === undefined ? undefined : [days[0], days[1]];
}

type Text = Omit<Wanted, 'day' | 'set'>;

async function fromDisk(
  path: string,
  other: string | undefined,
  io: Io,
  out: Diagnostics,
): Promise<readonly [Text, Text] | undefined> {
  const before = await diskText(path, io, out);
  const after = other === undefined ? before : await diskText(other, io, out);
  return before === undefined || after === undefined ? undefined : [before, after];
}

async function diskText(path: string, io: Io, out: Diagnostics): Promise<Text | undefined> {
  const source = await readPlanText(path, io, out);
  if (source === undefined) return undefined;
  return { name: source.file, source, files: filesBeside(path, io), revision: undefined };
}

async function fromGit(
  path: string,
  wish: string,
  io: Io,
  out: Diagnostics,
): Promise<readonly [Text, Text] | undefined> {
  // only this way needs node:child_process
  const files = await import('./git-files.ts');
  const repository = files.repositoryAt(folderOf(path, io), out);
  const pair = repository === undefined ? undefined : files.readRevisions(wish, repository, out);
  if (repository === undefined || pair === undefined) return undefined;
  const before = gitText(path, files, repository, pair.before, out);
  const after =
    pair.after === undefined
      ? await diskText(path, io, out)
      : gitText(path, files, repository, pair.after, out);
  return before === undefined || after === undefined ? undefined : [before, after];
}

function gitText(
  path: string,
  { textAt, filesAt }: typeof import('./git-files.ts'),
  repository: Repository,
  revision: Revision,
  out: Diagnostics,
): Text | undefined {
  const source = textAt(repository, revision, basename(path));
  if (source !== undefined) return { name: path, source, files: filesAt(repository, revision), revision };
  const help = 'where it had another name, give both files: `outlay diff OLD NEW`';
  out.error('E108', `\`${path}\` is not in \`${revision.name}\``, markAt(wordOf(path, 'PLAN').span), help);
  return undefined;
}

function asWanted(read: Plan, { day, set }: Wanted, out: Diagnostics): Plan {
  const dated = day === undefined ? read : { ...read, asOf: day };
  return set.length === 0 ? dated : withSettings(dated, set, out);
}

function headOf({ name, revision, day, set }: Wanted, { title, asOf, currency }: Plan): SideHead {
  return { file: name, title, asOf, currency, revision, day, set };
}
