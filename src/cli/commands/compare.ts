// `outlay compare PLAN --by AXIS [--over AXIS] [--metric FORMULA]`: one figure along one axis against another.

import { placeOf } from '../../analysis/cases.ts';
import { type Comparison, compare } from '../../analysis/compare.ts';
import { type Coordinate, caseAxes, coordinates } from '../../analysis/figures.ts';
import type { Odds } from '../../analysis/odds.ts';
import { at as markAt } from '../../diagnostics/diagnostic.ts';
import { isMoney } from '../../quantity/unit.ts';
import { compareCsv } from '../../report/csv-answers.ts';
import { atJson } from '../../report/json.ts';
import { compareJson } from '../../report/json-compare.ts';
import { compareMarkdown } from '../../report/table-document.ts';
import { oddsLines } from '../../report/table-odds.ts';
import { compareLines } from '../../report/terminal-compare.ts';
import { axisNamed } from '../axis-flags.ts';
import type { Io } from '../io.ts';
import type { Loaded } from '../load.ts';
import { askMetric } from '../metric.ts';
import { askedOdds } from '../odds.ts';
import { rendered } from '../rendering.ts';
import { type Answer, answerPlan, type Findings } from '../run.ts';
import type { SamplingFlags } from '../sampling-flags.ts';
import { wordOf } from '../setting-word.ts';
import type { Abilities, Flags } from '../settings.ts';

const abilities: Abilities = { formats: ['table', 'json', 'markdown', 'csv'], failOn: [], claims: true };

export interface CompareFlags extends Flags, SamplingFlags {
  readonly by?: string;
  readonly over?: string;
  readonly metric?: string;
}

export function runCompare(path: string, flags: CompareFlags, io: Io): Promise<number> {
  return answerPlan(path, flags, abilities, io, async (loaded) => {
    const { grid, pinned, out } = loaded;
    const metric = flags.metric ?? 'total';
    const question = askMetric(metric, loaded, 'a comparison needs a figure');
    const by = flags.by === undefined ? onlyAxis(loaded, question) : axisNamed(flags.by, '--by', loaded);
    const over = flags.over === undefined ? undefined : axisNamed(flags.over, '--over', loaded);
    if (over !== undefined && over === by) {
      out.error(
        'E701',
        '`--by` and `--over` name the same axis',
        markAt(wordOf(flags.over ?? '', '--over').span),
        'leave `--over` out, or name another',
      );
    }
    if (question === undefined || by === undefined || out.failed) return undefined;
    const answer = compare(grid, { metric, ...question, by, over }, pinned);
    const axes = [by, ...(over === undefined ? [] : [over])];
    const places = answer.rows.flatMap((row) => row.cells.map(({ place }) => place));
    const drawn = await askedOdds(flags, loaded, {
      ...question,
      axes,
      places,
      // only what is paid is better the less it is
      by: isMoney(question.unit) ? by : undefined,
    });
    if (out.failed) return undefined;
    return { text: await compareText(answer, drawn, loaded), findings: findingsOf(answer) } satisfies Answer;
  });
}

/** Where the figure differs along one axis only, nobody needs to name it. */
function onlyAxis(
  { grid, out, pinned }: Loaded,
  question: { readonly node: number } | undefined,
): number | undefined {
  const { graph } = grid;
  const all = caseAxes(graph).filter((axis) => !pinned.has(axis));
  const below =
    question === undefined ? all : all.filter((axis) => grid.axesOf(question.node).includes(axis));
  const [only, another] = below.length > 0 ? below : all;
  if (only !== undefined && another === undefined) return only;
  const names = all.map((a) => graph.axes[a]?.name ?? '');
  const help =
    names.length === 0
      ? 'the plan has no axes to compare along'
      : `say which: ${names.map((n) => `\`--by ${n}\``).join(' or ')}`;
  out.error('E701', 'a comparison needs an axis', [], help);
  return undefined;
}

function compareText(comparison: Comparison, drawn: Odds | undefined, loaded: Loaded): Promise<string> {
  const { plan, settings } = loaded;
  const at = otherPoints(comparison, loaded);
  return rendered(
    loaded,
    {
      json: (head) => compareJson(comparison, atJson(at), head, drawn),
      csv: () => compareCsv(comparison),
      markdown: () => compareMarkdown(plan, comparison, at, drawn),
      table: (terminal) => [
        ...compareLines({ plan, comparison, at }, terminal),
        ...(drawn === undefined ? [] : oddsLines(drawn, terminal)),
      ],
    },
    settings.currency,
  );
}

/** Where the axes stand that the table does not show. */
function otherPoints({ by, over }: Comparison, { grid, pinned }: Loaded): readonly Coordinate[] {
  const { graph } = grid;
  const others = caseAxes(graph, pinned).filter((a) => {
    const name = graph.axes[a]?.name;
    return name !== by.name && name !== over?.name;
  });
  return coordinates(graph, others, placeOf(graph, pinned));
}

function findingsOf({ rows }: Comparison): Findings {
  return { limit: new Set(rows.flatMap((r) => r.cells.flatMap((c) => c.broken))).size };
}
