// Levers as blocks: the figure step by step, what each lever saves alone and after the others, and what must be said of it.

import type { Ranged } from '../analysis/figures.ts';
import type { LeverName, LeverSaving, Levers } from '../analysis/levers.ts';
import { mostForShapley } from '../analysis/levers.ts';
import { currencyOf, isMoney, unitText } from '../quantity/unit.ts';
import { addsUpNotes } from './adds-up.ts';
import { figureCell, figureText, percentRange } from './amounts.ts';
import {
  type Block,
  type Cell,
  cells,
  list,
  paragraph,
  type ReportTable,
  table,
  textCell,
} from './blocks.ts';
import { left, right } from './table.ts';
import { andList } from './words.ts';

/** The head of the column of Shapley values. */
export const fairShare = 'fair share';

export const noLevers = 'the plan has no levers';

/** `spot instances (asserted)` */
export function leverLabel({ label, asserted }: LeverName): string {
  return asserted ? `${label} (asserted)` : label;
}

/** The figure before, what each lever takes off in the order of the plan, and the figure after. */
export function waterfall(answer: Levers): ReportTable {
  const unit = unitText(answer.unit, true);
  const figure = figureIn(answer);
  return {
    columns: [left('step by step'), right('saves', unit), right(answer.metric, unit)],
    rows: [
      cells('plain', textCell('all levers off'), textCell(''), figure(answer.before)),
      ...answer.levers.map((l) => cells('plain', textCell(leverLabel(l)), figure(l.step), figure(l.after))),
      cells('total', textCell('all levers on'), figure(answer.joint), figure(answer.after)),
    ],
    notes: [],
  };
}

/** Each lever by itself: with all others off, with all others on, and its fair share. */
export function savings(answer: Levers): ReportTable {
  const figure = figureIn(answer);
  const share = (r: Ranged | undefined): Cell => textCell(r === undefined ? '' : percentRange(r));
  const fair = answer.levers.every((l) => l.shapley !== undefined);
  return {
    columns: [
      left('lever'),
      right('saves alone'),
      right('of before'),
      right('with all others on'),
      right('interaction'),
      ...(fair ? [right(fairShare), right('of the saving')] : []),
    ],
    rows: [
      ...answer.levers.map((l) =>
        cells(
          'plain',
          ...[
            textCell(leverLabel(l)),
            figure(l.alone),
            share(l.share),
            figure(l.last),
            figure(l.interaction),
          ],
          ...(l.shapley === undefined ? [] : [figure(l.shapley), share(l.shapleyShare)]),
        ),
      ),
      cells(
        'total',
        ...[textCell('added up'), figure(answer.aloneSum), textCell(''), textCell(''), textCell('')],
        ...(fair ? [figure(answer.joint), textCell('100%')] : []),
      ),
    ],
    notes: [],
  };
}

function figureIn({ unit }: Levers): (r: Ranged) => Cell {
  return (r) => ({ text: figureCell({ ...r, unit }), value: r, unit: unitText(unit) });
}

/** What the tables do not say by themselves, a sentence each. */
export function leverNotes(answer: Levers): readonly string[] {
  const { levers, idle, unit, broken } = answer;
  const asserted = levers.filter((l) => l.asserted);
  const fixed = broken.before.filter((name) => !broken.after.includes(name));
  const newly = broken.after.filter((name) => !broken.before.includes(name));
  return [
    ...(levers.length === 0 ? [] : [togetherText(answer)]),
    ...asserted.map((l) => assertedText(answer, l)),
    ...(idle.length === 0
      ? []
      : [`Without effect on ${answer.metric} here: ${andList(idle.map((l) => l.label))}.`]),
    ...(levers.length > mostForShapley
      ? [`Fair shares are worked out for up to ${mostForShapley} levers; these are ${levers.length}.`]
      : []),
    ...(newly.length === 0
      ? []
      : [`With all levers on, a limit breaks that held before: ${andList(newly)}.`]),
    ...(fixed.length === 0
      ? []
      : [`With all levers on, a limit holds that was broken before: ${andList(fixed)}.`]),
    ...(isMoney(unit) ? addsUpNotes(sumsOf(answer), currencyOf(unit)?.name ?? '') : []),
  ];
}

function assertedText({ unit }: Levers, { label, step, source }: LeverSaving): string {
  const by = source === undefined ? '' : ` (${source})`;
  return `Asserted and not derived: ${label}, ${figureText({ ...step, unit })}${by}.`;
}

function togetherText({ joint, jointShare, aloneSum, levers, unit, before }: Levers): string {
  const text = (r: Ranged): string => figureText({ ...r, unit });
  const lead = `Together they save ${text(joint)} (${percentRange(jointShare)})`;
  const more = aloneSum.mid - joint.mid;
  if (levers.length < 2 || Number.isNaN(more)) return `${lead}.`;
  const apart = `${lead}; alone they would save ${text(aloneSum)}, added up`;
  if (Math.abs(more) <= 1e-9 * Math.abs(before.mid))
    return `${lead}, as much as each of them alone, added up.`;
  return more > 0
    ? `${apart}: in part they save the same money.`
    : `${apart}: they make one another worth more.`;
}

function sumsOf({ levers, joint, aloneSum }: Levers): Parameters<typeof addsUpNotes>[0] {
  const fair = levers.flatMap((l) => l.shapley ?? []);
  return [
    { name: 'steps', rows: levers.map((l) => l.step), total: joint },
    { name: 'savings alone', rows: levers.map((l) => l.alone), total: aloneSum },
    ...(fair.length === 0 ? [] : [{ name: 'fair shares', rows: fair, total: joint }]),
  ];
}

/** Both tables and the notes. */
export function leverBlocks(answer: Levers): readonly Block[] {
  const shown = [waterfall(answer), savings(answer)].flatMap(({ columns, rows }) => table(columns, rows));
  const none = [paragraph(`No lever changes ${answer.metric} here.`)];
  return [...(answer.levers.length === 0 ? none : shown), ...list(leverNotes(answer))];
}
