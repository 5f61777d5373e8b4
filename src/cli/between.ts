// `--between platform=a,platform=b`: the two cases, or the two formulas, that are held against each other.

import { type Pinned, placeOf, readPins } from '../analysis/cases.ts';
import type { Side } from '../analysis/contest.ts';
import { coordinates } from '../analysis/figures.ts';
import { labelledApart } from '../analysis/sides.ts';
import { Diagnostics, at as markAt } from '../diagnostics/diagnostic.ts';
import type { Graph, Question } from '../graph/types.ts';
import { sameUnit, type Unit, unitText } from '../quantity/unit.ts';
import { askFormula } from './ask.ts';
import type { Loaded } from './load.ts';
import { wordOf } from './setting-word.ts';

export interface Sides {
  readonly sides: readonly [Side, Side];
  readonly unit: Unit;
  /** What two cases are compared by; undefined for two formulas. */
  readonly metric: string | undefined;
}

const flag = '--between';

/** undefined with the reason in `out`. */
export function readSides(texts: readonly string[], metric: string, loaded: Loaded): Sides | undefined {
  const { out } = loaded;
  const parts = texts.length === 1 ? topParts(texts[0] ?? '') : texts;
  const [first, second, third] = parts;
  if (first === undefined || second === undefined || third !== undefined) {
    const given = texts.join(',');
    const message =
      given === '' ? 'it takes two cases to break even' : `\`${flag}\` takes two cases, or two formulas`;
    const marks = given === '' ? [] : markAt(wordOf(given, flag).span);
    out.error('E701', message, marks, exampleOf(loaded.grid.graph));
    return undefined;
  }
  const asked = [first, second].map((text) =>
    topParts(text).every(isPin) ? caseSide(text, metric, loaded) : formulaSide(text, loaded),
  );
  const [a, b] = asked;
  if (a === undefined || b === undefined || out.failed) return undefined;
  const fitting = sameUnit(a.unit, b.unit) ? b : inUnitOf(a.unit, b, loaded);
  if (fitting === undefined) return undefined;
  const both = topParts(first).every(isPin) && topParts(second).every(isPin);
  const sides = both
    ? labelledApart(loaded.grid.graph, a.side, fitting.side)
    : ([a.side, fitting.side] as const);
  return { sides, unit: a.unit, metric: both ? metric : undefined };
}

interface Asked {
  readonly side: Side;
  readonly unit: Unit;
  readonly formula: string;
}

function caseSide(text: string, metric: string, loaded: Loaded): Asked | undefined {
  const { grid, pinned, out } = loaded;
  const { graph } = grid;
  const own = pinsOf(graph, text, out);
  const asked = own === undefined ? undefined : askFigure(metric, '--metric', loaded);
  if (own === undefined || asked === undefined) return undefined;
  const place = placeOf(graph, new Map([...pinned, ...own]));
  const label = coordinates(graph, [...own.keys()], place)
    .map((c) => c.label)
    .join(', ');
  return { side: { name: text, label, node: asked.node, place }, unit: asked.unit, formula: metric };
}

function formulaSide(text: string, loaded: Loaded): Asked | undefined {
  const { grid, pinned } = loaded;
  const asked = askFigure(text, flag, loaded);
  if (asked === undefined) return undefined;
  const place = placeOf(grid.graph, pinned);
  return { side: { name: text, label: text, node: asked.node, place }, unit: asked.unit, formula: text };
}

function askFigure(
  text: string,
  where: string,
  loaded: Loaded,
): { readonly node: Question['node']; readonly unit: Unit } | undefined {
  const question = askFormula(text, where, loaded);
  if (question === undefined) return undefined;
  if (question.type.kind === 'number') return { node: question.node, unit: question.type.unit };
  const help = 'for example `total`, or the cost of an item: `app.cost`';
  loaded.out.error('E303', 'only figures break even', markAt(wordOf(text, where).span), help);
  return undefined;
}

/** What does not fit is told by the conversion. */
function inUnitOf(unit: Unit, asked: Asked, loaded: Loaded): Asked | undefined {
  const converted = askFigure(`(${asked.formula}) in ${unitText(unit) || '1'}`, flag, loaded);
  return converted === undefined ? undefined : { ...asked, side: { ...asked.side, node: converted.node } };
}

/** As for `--at`, but what is wrong is shown where it was written. */
function pinsOf(graph: Graph, text: string, out: Diagnostics): Pinned | undefined {
  const own = new Diagnostics();
  const pins = readPins(graph, [text], own);
  for (const { code, message, marks, help } of own.all) {
    const here = marks.map((m) => ({
      ...m,
      span: { ...m.span, source: { ...m.span.source, file: flag } },
    }));
    out.error(code, message, here, help);
  }
  return own.failed ? undefined : pins;
}

/** `platform=vps`, and not `a == b` or a formula. */
function isPin(text: string): boolean {
  return /^\s*[\p{L}_][\p{L}\p{N}_]*\s*=(?!=)\s*[^\s=()<>]*\s*$/u.test(text);
}

/** Cut at the commas that stand in no parentheses and no quotes. */
function topParts(text: string): readonly string[] {
  const parts = [''];
  let depth = 0;
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (!quoted && character === '(') depth += 1;
    if (!quoted && character === ')') depth -= 1;
    if (character === ',' && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function exampleOf({ axes }: Graph): string {
  const axis = axes.find((a) => a.kind === 'options' && a.points.length > 1);
  const [a, b] = axis?.points ?? [];
  const two =
    axis === undefined || a === undefined || b === undefined
      ? 'two formulas'
      : `two points of an axis, \`${flag} ${axis.name}=${a.name},${axis.name}=${b.name}\`, or two formulas`;
  return `give ${two}; cases that are several points each: \`${flag}\` twice`;
}
