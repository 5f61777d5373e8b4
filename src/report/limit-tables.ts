// Limits in tables: one line for each where the cases are few; side by side, and the telling ones in detail, where they are
// many.

import { isKnown, isRange } from '../analysis/figures.ts';
import { type LimitUse, limitUses } from '../analysis/limits.ts';
import type { GraphLimit } from '../graph/types.ts';
import { type Place, placesOver } from '../grid/layout.ts';
import { percentRange } from './amounts.ts';
import { type Block, type Cell, cells, paragraph, type ReportRow, table, textCell } from './blocks.ts';
import { figureCellOf } from './case-values.ts';
import { boundsOf, boundText } from './limit-bounds.ts';
import { limitCases, type ReportContext } from './report-context.ts';
import { shortText } from './short-text.ts';
import { caseName } from './shown-cases.ts';
import { left, right } from './table.ts';

export interface LimitAnswers {
  readonly limits: readonly GraphLimit[];
  readonly cases: readonly LimitCase[];
  readonly held: readonly number[];
  /** Names of limits that no case can decide. */
  readonly undecided: readonly string[];
}

interface LimitCase {
  readonly name: string;
  readonly isBase: boolean;
  /** The tightest first; without those that no case can decide. */
  readonly uses: readonly LimitUse[];
  /** How far inputs may go before the limit of that name changes. */
  readonly boundsOf: (name: string) => string;
}

export function limitAnswers(ctx: ReportContext, limits: readonly GraphLimit[]): LimitAnswers {
  const { graph, grid, base } = ctx;
  const { axes, pinned, held } = limitCases(ctx, limits);
  const around = base.map((point, axis) => pinned.get(axis) ?? point);
  const asked = placesOver(graph, axes, around).map((place) => ({
    place,
    uses: limitUses(grid, limits, place),
  }));
  const undecided = limits
    .map((l) => l.limit.name)
    .filter((name) =>
      asked.every(({ uses }) => uses.some((u) => u.name === name && u.state === 'undecided')),
    );
  const cases = asked.map(({ place, uses }) => ({
    name: caseName(graph, axes, place),
    isBase: axes.every((axis) => place[axis] === base[axis]),
    uses: byUse(uses.filter((u) => !undecided.includes(u.name))),
    boundsOf: (name: string) =>
      limits
        .filter((l) => l.limit.name === name)
        .map((l) => boundsAt(ctx, l, place))
        .join('; '),
  }));
  return { limits, cases, held, undecided };
}

/** The three nearest bounds, for limits; a budget is a limit on what follows from everything. */
function boundsAt(ctx: ReportContext, limit: GraphLimit, place: Place): string {
  const found = ctx.limits().find((c) => c.place.every((p, axis) => p === place[axis]));
  const bounds = boundsOf(ctx.graph, limit, found?.thresholds ?? [], place).slice(0, 3);
  return bounds.map((b) => boundText(b, limit.strict)).join('; ');
}

/** What has no use to compare comes last. */
function byUse(uses: readonly LimitUse[]): readonly LimitUse[] {
  const rank = (u: LimitUse): number =>
    u.utilisation === undefined || Number.isNaN(u.utilisation.high) ? -1 : u.utilisation.high;
  return [...uses].sort((a, b) => rank(b) - rank(a));
}

const stateWords: Readonly<Record<LimitUse['state'], string>> = {
  holds: 'holds',
  partly: 'holds in part of the range',
  broken: 'broken',
  undecided: 'undecided',
};

/** One row a case, one column a limit: `5–10 users of 25 users (20.0–40.0%)`. */
export function limitMatrix({ limits, cases, undecided }: LimitAnswers): readonly Block[] {
  const shown = limits.filter((l) => !undecided.includes(l.limit.name));
  const rows = cases.map(({ name, uses }) => {
    const tightest = uses[0]?.utilisation === undefined ? undefined : uses[0].name;
    const own = shown.map(({ limit }) =>
      matrixCell(
        uses.find((u) => u.name === limit.name),
        tightest,
      ),
    );
    return cells('plain', textCell(name), ...own);
  });
  const heads = shown.map(({ limit }) => left(limit.label ?? limit.name));
  const lead = shown.length > 1 ? [paragraph('Bold: the limit that binds first in each case.')] : [];
  return rows.length === 0 || shown.length === 0 ? [] : [...lead, ...table([left('case'), ...heads], rows)];
}

function matrixCell(use: LimitUse | undefined, tightest: string | undefined): Cell {
  if (use === undefined) return textCell('');
  const { used, allowed, utilisation, state } = use;
  if (used === undefined || allowed === undefined) return textCell(stateWords[state]);
  if (!canBind(use)) return textCell('unlimited');
  const share = utilisation === undefined || !isKnown(utilisation) ? '' : ` (${percentRange(utilisation)})`;
  const word = state === 'holds' ? '' : `${stateWords[state]}: `;
  const text =
    state === 'undecided'
      ? stateWords.undecided
      : `${word}${shortText(used)} of ${shortText(allowed)}${share}`;
  return { text, ...(use.name === tightest ? { best: true } : {}) };
}

/** With `telling`, only what can bind in the base case, and whatever does not hold for certain. */
export function limitDetails({ cases }: LimitAnswers, telling: boolean): readonly Block[] {
  const lines = cases.flatMap(({ name, isBase, uses, boundsOf: bounds }) => {
    const shown = uses.filter(
      (u) => !telling || (isBase && canBind(u)) || u.state === 'broken' || u.state === 'partly',
    );
    return shown.map((use, i) => ({ name: i === 0 ? name : '', use, bounds: bounds(use.name) }));
  });
  const columns = [
    left('case'),
    left('limit'),
    right('used'),
    right('allowed'),
    right('use'),
    left('state'),
    left('holds while'),
  ];
  const ranged = lines.some(({ use }) => use.used !== undefined && isRange(use.used));
  const how = ranged ? ', and asks that the limit hold over the whole range' : '';
  return [
    ...(telling && lines.length > 0
      ? [paragraph('In detail: the base case, and whatever does not hold for certain.')]
      : []),
    ...table(
      columns,
      lines.map(({ name, use, bounds }) => detailRow(name, use, bounds)),
    ),
    ...(lines.some((l) => l.bounds !== '')
      ? [paragraph(`"Holds while" changes one input alone${how}.`)]
      : []),
  ];
}

/** What is allowed without end binds nobody. */
function canBind({ allowed }: LimitUse): boolean {
  return allowed === undefined || allowed.low !== Number.POSITIVE_INFINITY;
}

function detailRow(name: string, use: LimitUse, bounds: string): ReportRow {
  const { used, allowed, utilisation } = use;
  const times100 = (x: number): number => x * 100;
  const share: Cell =
    utilisation === undefined || !isKnown(utilisation)
      ? textCell('')
      : {
          text: percentRange(utilisation),
          value: {
            low: times100(utilisation.low),
            mid: times100(utilisation.mid),
            high: times100(utilisation.high),
          },
          unit: '%',
        };
  return cells(
    'plain',
    textCell(name),
    textCell(use.label),
    used === undefined ? textCell('') : figureCellOf(used),
    allowed === undefined ? textCell('') : figureCellOf(allowed),
    share,
    textCell(stateWords[use.state]),
    textCell(bounds),
  );
}
