// The question of `outlay break-even`, asked and written.

import { breakEven } from '../../analysis/break-even.ts';
import type { Side } from '../../analysis/contest.ts';
import { type Coordinate, caseAxes, coordinates } from '../../analysis/figures.ts';
import { today } from '../../analysis/moved-input.ts';
import type { Graph } from '../../graph/types.ts';
import { interpreter } from '../../grid/interpret.ts';
import { monthAxis } from '../../plan/names.ts';
import type { BreakEvenAnswer } from '../../report/break-even-words.ts';
import { breakEvenCsv, breakEvenJson } from '../../report/json-break-even.ts';
import { breakEvenMarkdown } from '../../report/markdown-break-even.ts';
import { breakEvenLines } from '../../report/terminal-break-even.ts';
import { readSides } from '../between.ts';
import type { Loaded } from '../load.ts';
import { readInput, readSpan } from '../moved-flags.ts';
import { rendered } from '../rendering.ts';
import type { Answer } from '../run.ts';
import type { Flags } from '../settings.ts';

export interface BreakEvenFlags extends Flags {
  readonly between?: readonly string[];
  readonly on?: string;
  readonly from?: string;
  readonly to?: string;
  readonly metric?: string;
}

export async function answerBreakEven(flags: BreakEvenFlags, loaded: Loaded): Promise<Answer | undefined> {
  const { graph } = loaded.grid;
  if (flags.on === monthAxis && graph.plan.horizon !== undefined)
    return (await import('./overtaking.ts')).answerOvertaking(flags.between ?? [], loaded);
  const asked = readSides(flags.between ?? [], flags.metric ?? 'total', loaded);
  const input = readInput(flags.on, loaded);
  if (asked === undefined || input === undefined) return undefined;
  const { sides, unit, metric } = asked;
  const rest = interpreter(graph);
  const nows = sides.map((side) => today(graph, rest, input.node, side.place));
  const span = readSpan(input, nows, flags, loaded);
  if (span === undefined) return undefined;
  const found = breakEven(graph, { sides, unit, input, span });
  const answer = { breakEven: found, metric, at: commonPoints(graph, sides) };
  return { text: await textFor(answer, loaded), findings: {} };
}

function textFor(answer: BreakEvenAnswer, loaded: Loaded): Promise<string> {
  const { plan } = loaded;
  return rendered(loaded, {
    json: (head) => breakEvenJson(answer, head),
    csv: () => breakEvenCsv(answer),
    markdown: () => breakEvenMarkdown(plan, answer),
    table: (terminal) => breakEvenLines(plan, answer, terminal),
  });
}

/** Where the axes stand on which one of the figures depends, as far as both stand alike. */
function commonPoints(graph: Graph, [a, b]: readonly [Side, Side]): readonly Coordinate[] {
  const differing = [a, b].flatMap((side) => graph.nodes[side.node]?.axes ?? []);
  const axes = caseAxes(graph).filter((axis) => differing.includes(axis) && a.place[axis] === b.place[axis]);
  return coordinates(graph, axes, a.place);
}
