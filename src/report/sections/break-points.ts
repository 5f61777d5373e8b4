// Where the answer changes: along each axis, which option is the cheapest and which limits hold; and how far the drivers of
// the base case may grow.

import { figureAt } from '../../analysis/figures.ts';
import type { GraphLimit } from '../../graph/types.ts';
import { figureText } from '../amounts.ts';
import { type Block, code, type Inline, list, paragraph, type RichText, strong } from '../blocks.ts';
import { cheapestIn, comparisons, type ReportComparison } from '../comparison-data.ts';
import { boundsOf } from '../limit-bounds.ts';
import type { ReportContext } from '../report-context.ts';
import { shortBound, shortText } from '../short-text.ts';
import { andList } from '../words.ts';

export function breakPointsSection(ctx: ReportContext): readonly Block[] {
  const cheapest = comparisons(ctx).flatMap((c) => cheapestChange(c));
  const limits = ctx.graph.limits.flatMap((limit) => limitChanges(ctx, limit));
  const growth = growthLines(ctx);
  return [
    ...lines('The cheapest option changes:', cheapest),
    ...lines(
      'Limits that hold at some points of an axis and not at others, all else as in the base case:',
      limits,
    ),
    ...lines(
      'How far one driver of the base case may grow before a limit is reached, all else staying the same:',
      growth,
    ),
  ];
}

function lines(lead: string, items: readonly RichText[]): readonly Block[] {
  return items.length === 0 ? [] : [paragraph(lead), ...list(items)];
}

interface Segment {
  readonly what: string;
  readonly points: string[];
}

/** Neighbouring points with the same answer. */
function segments(
  points: readonly { readonly label: string }[],
  answer: (index: number) => string,
): readonly Segment[] {
  const found: Segment[] = [];
  for (const [i, { label }] of points.entries()) {
    const what = answer(i);
    const last = found.at(-1);
    if (last?.what === what) last.points.push(label);
    else found.push({ what, points: [label] });
  }
  return found;
}

/** `alpha to gamma`: from the first point of a stretch to its last. */
function stretch(points: readonly string[]): string {
  return points.length < 3 ? andList(points) : `${points[0] ?? ''} up to ${points.at(-1) ?? ''}`;
}

function cheapestChange(c: ReportComparison): readonly RichText[] {
  const { by, over } = c.comparison;
  if (!c.choice || over === undefined) return [];
  const parts = segments(
    over.points,
    (column) => andList(cheapestIn(c, column).map((w) => w.label)) || 'none is feasible',
  );
  if (parts.length < 2) return [];
  const text = parts.flatMap(({ what, points }, i): readonly Inline[] => [
    i === 0 ? '' : '; ',
    `${stretch(points)}: `,
    strong(what),
  ]);
  return [[`${by.label} along ${over.label}${c.around === '' ? '' : ` (at ${c.around})`}: `, ...text, '.']];
}

const words = ['broken', 'holds'];

function limitChanges(ctx: ReportContext, { limit, holds }: GraphLimit): readonly RichText[] {
  const { graph, grid, base, pinned } = ctx;
  return graph.axes.flatMap((axis, index) => {
    const differs = graph.nodes[holds]?.axes.includes(index) ?? false;
    if (axis.kind === 'band' || pinned.has(index) || !differs) return [];
    const state = (point: number): string =>
      words[
        grid.value(
          holds,
          base.map((p, a) => (a === index ? point : p)),
        )
      ] ?? 'undecided';
    const parts = segments(axis.points, state);
    // what is undecided is no change
    if (parts.length < 2 || !parts.some((p) => p.what === 'broken')) return [];
    return [
      [
        strong(limit.label ?? limit.name),
        ` along ${axis.label}: ${parts.map((p) => `${p.what} at ${stretch(p.points)}`).join('; ')}.`,
      ],
    ];
  });
}

/** Only what grows towards its limit: a cap that is lowered is no driver. */
function growthLines(ctx: ReportContext): readonly RichText[] {
  const { graph, grid, base } = ctx;
  const here = ctx
    .limits()
    .find((c) => c.place.every((p, axis) => graph.axes[axis]?.kind === 'band' || p === base[axis]));
  return graph.limits.flatMap((limit) => {
    const state = here?.limits.find((u) => u.name === limit.limit.name)?.state;
    const bounds = state === 'holds' ? boundsOf(graph, limit, here?.thresholds ?? [], base) : [];
    const growing = bounds.filter((b) => b.side === 'most' && b.threshold.now > 0).slice(0, 3);
    if (growing.length === 0) return [];
    const parts = growing.flatMap(({ threshold: { input, value, now, unit } }, i): readonly Inline[] => {
      const before = i === 0 ? '' : '; ';
      const node = graph.names.get(input)?.node;
      const bound = shortBound(value, 'most', unit);
      const most = figureText({ low: bound, mid: bound, high: bound, unit });
      const today =
        node === undefined ? '' : ` the ${shortText(figureAt(grid, node, base))} of the base case`;
      if (bound <= now) return [before, code(input), ` has no room left (${most})`];
      return [before, code(input), ` up to ${most} (${times(bound / now)} ×${today})`];
    });
    return [[strong(limit.limit.label ?? limit.limit.name), ': ', ...parts, '.']];
  });
}

function times(factor: number): string {
  return factor >= 10 ? factor.toFixed(0) : factor.toFixed(2).replace(/\.?0+$/, '');
}
