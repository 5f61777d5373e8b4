// What the summary says about limits: which binds first in the base case, and where one is broken.

import type { LimitsCase, LimitUse } from '../analysis/limits.ts';
import { percentRange } from './amounts.ts';
import { type Inline, type RichText, strong } from './blocks.ts';
import { boundsOf, boundText } from './limit-bounds.ts';
import { limitCases, type ReportContext } from './report-context.ts';
import { shortText } from './short-text.ts';
import { caseName } from './shown-cases.ts';
import { andList, counted, sentence } from './words.ts';

export function limitSentences(ctx: ReportContext): readonly RichText[] {
  return [
    ...bindingSentence(ctx),
    ...stateSentences(ctx),
    ...undecidedSentence(ctx),
    ...budgetSentences(ctx),
  ];
}

function bindingSentence(ctx: ReportContext): readonly RichText[] {
  const { graph, base } = ctx;
  const here = ctx.limits().find((c) => isBase(ctx, c));
  const use = here?.limits.find((u) => u.name === here.binding);
  const limit = graph.limits.find((l) => l.limit.name === use?.name);
  if (here === undefined || use === undefined || limit === undefined) return [];
  const [bound] = boundsOf(graph, limit, here.thresholds, base);
  const where = ctx.limits().length === 1 ? '' : 'In the base case ';
  const parts: Inline[] = [where, strong(use.label), ` binds first: ${useText(use)}`];
  if (bound !== undefined && use.state === 'holds')
    parts.push(`; it holds while ${boundText(bound, limit.strict)}`);
  return [[...parts, '.']];
}

function isBase({ graph, base }: ReportContext, c: LimitsCase): boolean {
  return c.place.every((p, axis) => graph.axes[axis]?.kind === 'band' || p === base[axis]);
}

/** `75–125 devices of 200 devices, 37.5–62.5%`. */
function useText({ used, allowed, utilisation }: LimitUse): string {
  if (used === undefined || allowed === undefined || utilisation === undefined) return '';
  return `${shortText(used)} of ${shortText(allowed)} (${percentRange(utilisation)})`;
}

/** Each limit that does not hold somewhere, with the cases and what to do. */
function stateSentences(ctx: ReportContext): readonly RichText[] {
  const { graph } = ctx;
  const all = ctx.limits();
  const { axes } = limitCases(ctx, graph.limits);
  return graph.limits.flatMap(({ limit }) => {
    const at = (state: LimitUse['state']): readonly string[] =>
      all
        .filter((c) => c.limits.some((u) => u.name === limit.name && u.state === state))
        .map((c) => caseName(graph, axes, c.place));
    const [broken, partly] = [at('broken'), at('partly')];
    if (broken.length === 0 && partly.length === 0) return [];
    const where = (names: readonly string[]): string =>
      names.length === all.length
        ? all.length === 1
          ? ''
          : ' in every case'
        : names.length > 4
          ? ` in ${names.length} of ${counted(all.length, 'case')}`
          : ` at ${andList(names)}`;
    const parts = [
      ...(broken.length > 0 ? [`is broken${where(broken)}`] : []),
      ...(partly.length > 0 ? [`holds in only part of the range${where(partly)}`] : []),
    ];
    const then = limit.then === undefined ? '' : ` Then: ${sentence(limit.then)}`;
    return [[strong(limit.label ?? limit.name), ` ${andList(parts)}.${then}`]];
  });
}

function undecidedSentence(ctx: ReportContext): readonly RichText[] {
  const all = ctx.limits();
  const names = ctx.graph.limits
    .filter(({ limit }) =>
      all.every((c) => c.limits.some((u) => u.name === limit.name && u.state === 'undecided')),
    )
    .map(({ limit }) => limit.label ?? limit.name);
  if (names.length === 0) return [];
  const what =
    names.length === 1 ? 'One limit' : `${names.length} of ${counted(ctx.graph.limits.length, 'limit')}`;
  return [`${what} cannot be decided, because something needed is unknown: ${andList(names)}.`];
}

function budgetSentences({ graph, bill }: ReportContext): readonly RichText[] {
  const { cases } = bill();
  return graph.budgets.flatMap(({ limit }) => {
    const broken = cases.filter((c) =>
      c.budgets.some((b) => b.name === limit.name && b.state === 'broken'),
    ).length;
    if (broken === 0) return [];
    const where = cases.length === 1 ? '' : ` in ${broken} of ${counted(cases.length, 'case')}`;
    return [[`The budget `, strong(limit.label ?? limit.name), ` is exceeded${where}.`]];
  });
}
